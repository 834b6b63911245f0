#pragma once
#include <QImage>
#include <optional>

namespace smile::layers {

/// The picture in 128 or 256 colours of its own, a third of the bytes as PNG: flat areas keep their colour exactly,
/// only the shades along edges move to their nearest. Nothing where eyes would see the difference, as in photographs.
std::optional<QImage> with_few_colours(const QImage& picture);

}  // namespace smile::layers
