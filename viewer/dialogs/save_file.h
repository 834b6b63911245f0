#pragma once
// A file to be written is asked for, as one of several kinds.

#include <QStringList>
#include <optional>
#include <string>

class QWidget;

namespace smile::viewer {

struct NamedFile {
  std::string file;
  QString kind;  ///< one of those that were offered
};

/// ".pdf" of “PDF (*.pdf)”.
std::string ending_in(const QString& kind);
/// The name follows the kind, so that the dialog itself asks about the file that would be replaced. The first kind is
/// offered.
std::optional<NamedFile> ask_save_file(QWidget* parent, const QString& title, const QString& stem,
                                       const QStringList& kinds);

}  // namespace smile::viewer
