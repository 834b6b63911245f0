#pragma once
// What QPdfWriter leaves to do, by libqpdf: parts put together, paths laid under pages, an outline, nothing that tells
// the hour.

#include <QByteArray>
#include <QString>
#include <vector>

#include "layers/pdf_paths.h"

namespace smile::layers {

struct PdfPart {
  QByteArray file;                           ///< as QPdfWriter left it
  std::vector<std::vector<PdfPaths>> paths;  ///< of each of its pages, from the lowest up: what lies under all of it
};

/// Parts of one document, one after the other, as one. Title, creator and date are those of the first part. Qt stamps
/// each TrueType subset with the time of writing, so that two runs would differ: the stamps are taken out.
/// bookmarks: one for each page, "" for none. Throws std::exception if a part is no PDF.
QByteArray joined_pdf(std::vector<PdfPart> parts, const std::vector<QString>& bookmarks, const QString& language);

}  // namespace smile::layers
