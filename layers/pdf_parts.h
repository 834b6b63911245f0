#pragma once
// What QPdfWriter leaves to do, by libqpdf: parts put together, paths laid under pages, an outline, nothing that tells
// the hour.

#include <QByteArray>
#include <QIODevice>
#include <QString>
#include <QTemporaryFile>
#include <memory>
#include <set>
#include <utility>
#include <vector>

#include "layers/pdf_paths.h"

namespace smile::layers {

/// Paths of hundreds of pages would fill the memory: their content waits in a file until it is written.
class PathSpool {
public:
  struct Place {
    qint64 begin = 0, size = 0;
    std::string held;  ///< what there was no room for in the file
    std::set<std::pair<int, int>> alpha;
  };
  Place keep(const PdfPaths& paths);
  QByteArray content(const Place& place) const;

private:
  std::unique_ptr<QTemporaryFile> file_;  ///< opened when there is something to keep
};

struct PdfPart {
  QByteArray file;  ///< as QPdfWriter left it
  PathSpool spool;
  std::vector<std::vector<PathSpool::Place>> paths;  ///< of each of its pages, from the lowest up, under all of it
};

/// Writes parts of one document, one after the other, as one. Title, creator and date are those of the first part. Qt
/// stamps each TrueType subset with the time of writing, so that two runs would differ: the stamps are taken out.
/// bookmarks: one for each page, "" for none. False: not all could be written. Throws std::exception if a part is no
/// PDF.
bool write_joined(QIODevice& out, const std::vector<PdfPart>& parts, const std::vector<QString>& bookmarks,
                  const QString& language);

}  // namespace smile::layers
