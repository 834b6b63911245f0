#include "viewer/dialogs/form_combo.h"

#include <QComboBox>
#include <QFormLayout>

#include "viewer/panels/panel_parts.h"
#include "viewer/text.h"

namespace smile::viewer {

QComboBox* add_combo(QFormLayout& form, const QString& label, const char* name, const QStringList& items) {
  auto* combo = new QComboBox(form.parentWidget());
  combo->setObjectName(name);
  combo->setAccessibleName(label);
  combo->addItems(items);
  combo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  combo->setMinimumContentsLength(8);
  leave_wheel_to_panel(*combo);
  form.addRow(plain_label(label, form.parentWidget()), combo);
  return combo;
}

}  // namespace smile::viewer
