#include "viewer/dialogs/export_dialog.h"
namespace smile::viewer {
void open_export_dialog(QWidget* /*parent*/, Document& /*document*/, Tasks& /*tasks*/) {}
}  // namespace smile::viewer
