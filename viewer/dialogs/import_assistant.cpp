#include "viewer/dialogs/import_assistant.h"

#include "viewer/dialogs/import_dialog.h"
#include "viewer/document.h"

namespace smile::viewer {

// The assistant's work has tasks of its own (see TaskStrip): its cross must not cancel what the window does.
void open_import_assistant(QWidget* parent, Document& document, Tasks& /*tasks*/, const QString& file,
                           std::optional<ImportKind> kind) {
  auto* dialog = new ImportDialog(document, parent);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->open();
  if (!file.isEmpty()) dialog->choose_file(file, kind);
}

}  // namespace smile::viewer
