#include "viewer/dialogs/new_plan_dialog.h"

#include "viewer/dialogs/new_plan_form.h"

namespace smile::viewer {

// Reading the districts runs on tasks of the dialog's own, which end with it.
std::optional<std::filesystem::path> open_new_plan_dialog(QWidget* parent, Tasks& /*tasks*/) {
  NewPlanForm form(parent);
  if (form.exec() != QDialog::Accepted) return std::nullopt;
  return form.file();
}

}  // namespace smile::viewer
