#include "viewer/dialogs/export_dialog.h"

#include "viewer/dialogs/export_form.h"
#include "viewer/document.h"

namespace smile::viewer {

// The export runs on tasks of its own (see TaskStrip): its cross must not cancel what the window does.
void open_export_dialog(QWidget* parent, Document& document, Tasks& /*tasks*/) {
  auto* dialog = new ExportForm(document, parent);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->open();
}

}  // namespace smile::viewer
