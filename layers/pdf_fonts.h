#pragma once
#include <QByteArray>

namespace smile::layers {

/// The PDF with the time of writing taken out of its embedded fonts: Qt stamps each TrueType subset, so that two runs
/// would differ. Nothing else changes. Throws std::exception if the bytes are no PDF.
QByteArray with_timeless_fonts(const QByteArray& pdf);

}  // namespace smile::layers
