#include "viewer/dialogs/save_file.h"

#include <QFileDialog>
#include <QFileInfo>

#include "viewer/text.h"
#include "viewer/window/settings.h"

namespace smile::viewer {

std::string ending_in(const QString& kind) {
  return "." + kind.section(QStringLiteral("(*."), 1).section(u')', 0, 0).toStdString();
}

std::optional<NamedFile> ask_save_file(QWidget* parent, const QString& title, const QString& stem,
                                       const QStringList& kinds) {
  QFileDialog dialog(parent, title, last_folder());
  dialog.setAcceptMode(QFileDialog::AcceptSave);
  dialog.setNameFilters(kinds);
  QObject::connect(&dialog, &QFileDialog::filterSelected, &dialog, [&dialog](const QString& kind) {
    const QString named = dialog.selectedFiles().value(0);
    dialog.setDefaultSuffix(q(ending_in(kind)).mid(1));
    if (!named.isEmpty()) dialog.selectFile(QFileInfo(named).completeBaseName() + q(ending_in(kind)));
  });
  const QString ending = q(ending_in(kinds.front()));
  dialog.setDefaultSuffix(ending.mid(1));
  dialog.selectFile(stem + ending);
  if (dialog.exec() != QDialog::Accepted || dialog.selectedFiles().isEmpty()) return std::nullopt;
  const QString file = dialog.selectedFiles().front();
  keep_folder(file);
  return NamedFile{file.toStdString(), dialog.selectedNameFilter()};
}

}  // namespace smile::viewer
