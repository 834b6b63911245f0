#pragma once
// What QPdfWriter leaves to do, by libqpdf: parts put together, an outline, nothing that tells the hour.

#include <QByteArray>
#include <QString>
#include <vector>

namespace smile::layers {

/// Parts of one document, one after the other, as one. Title, creator and date are those of the first part. Qt stamps
/// each TrueType subset with the time of writing, so that two runs would differ: the stamps are taken out.
/// bookmarks: one for each page, "" for none. Throws std::exception if a part is no PDF.
QByteArray joined_pdf(const std::vector<QByteArray>& parts, const std::vector<QString>& bookmarks,
                      const QString& language);

}  // namespace smile::layers
