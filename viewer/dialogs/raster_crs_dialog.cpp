#include "viewer/dialogs/raster_crs_dialog.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QDialog>
#include <QDialogButtonBox>
#include <QLineEdit>
#include <QPushButton>

#include "gis/crs/crs.h"
#include "viewer/panels/panel_parts.h"
#include "viewer/text.h"

namespace smile::viewer {
namespace {

constexpr int usual_systems[] = {25833, 25832, 5650, 4647, 31468, 31467, 3857, 4326, 3035};

QComboBox* system_list(QWidget* parent) {
  auto* systems = new QComboBox(parent);
  systems->setObjectName("crs");
  systems->setAccessibleName(tr_("Coordinate system of the file"));
  systems->setEditable(true);
  systems->setInsertPolicy(QComboBox::NoInsert);
  for (const int code : usual_systems) {
    const Crs crs = crs_from_epsg(code);
    systems->addItem(q(crs_code(crs) + " · " + crs_name(crs)), q(crs_code(crs)));
  }
  return systems;
}

/// What was chosen or typed; "" for what is no system.
QString code_of(const QComboBox& systems) {
  const int listed = systems.findText(systems.currentText());
  if (listed >= 0) return systems.itemData(listed).toString();
  const auto crs = crs_from_text(systems.currentText().trimmed().toStdString());
  return crs ? q(crs_code(*crs)) : QString();
}

}  // namespace

void ask_for_raster_crs(QWidget* parent, const QString& question, std::function<void(const QString&)> then) {
  auto* dialog = new QDialog(parent);
  dialog->setObjectName("raster_crs");
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setWindowTitle(tr_("Coordinate system of the file"));
  dialog->setMinimumWidth(460);
  auto* column = new QVBoxLayout(dialog);
  column->setContentsMargins(16, 16, 16, 16);
  column->setSpacing(12);
  QLabel* words = plain_label(question, dialog);
  words->setWordWrap(true);
  column->addWidget(words);
  QComboBox* systems = system_list(dialog);
  column->addWidget(systems);
  QLabel* problem = make_problem_line(dialog);
  column->addWidget(problem);
  auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, dialog);
  buttons->button(QDialogButtonBox::Ok)->setText(tr_("Add the layer"));
  buttons->button(QDialogButtonBox::Cancel)->setText(tr_("Cancel"));
  column->addWidget(buttons);
  QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
  QObject::connect(buttons, &QDialogButtonBox::accepted, dialog, [=] {
    const QString code = code_of(*systems);
    if (code.isEmpty())
      return show_problem(*problem, tr_("This is no coordinate system known here. Write it as EPSG:25833."));
    dialog->accept();
    then(code);
  });
  dialog->open();
}

}  // namespace smile::viewer
