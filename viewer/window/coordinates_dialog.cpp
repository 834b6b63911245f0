// A place typed as coordinates, in any notation the import understands.

#include <QBoxLayout>
#include <QDialog>
#include <QLineEdit>
#include <QPushButton>

#include "gis/intake/position.h"
#include "gis/words/numbers.h"
#include "viewer/map/map_view.h"
#include "viewer/map/places.h"
#include "viewer/text.h"
#include "viewer/window/commands.h"
#include "viewer/window/main_window.h"
#include "viewer/window/status_bar.h"

namespace smile::viewer {
namespace {

PositionContext context_of(const Plan& plan) {
  constexpr double margin_metres = 5000;
  const Box city = extent(plan);
  return {plan.crs, city.empty() ? city : city.grown(margin_metres), std::nullopt};
}

/// How the words were read, or what is wrong with them.
QString reading(const std::optional<Position>& position, const Plan& plan) {
  if (!position) return tr_("Not a position yet. For example: 54.0887, 12.1405");
  QString words = tr_(text("Read as {1}: {2} / {3}", crs_name(position->read_as),
                           format_number(language(), position->point.x), format_number(language(), position->point.y)));
  for (const Level& level : plan.levels)
    for (const DistrictPtr& district : plan.districts)
      if (district->level == level.id && locate(position->point, district->geometry) != Side::outside) {
        words += "\n" + tr_(text("In “{1}”", district->name));
        return position->swapped
                   ? words + "\n" + tr_("The two numbers were taken in the other order, which lies in the city.")
                   : words;
      }
  return words + "\n" + tr_("Outside the city");
}

/// What stands below an empty field.
QString where_now(const Measure& measure) {
  const QString example = tr_("For example: 54.0887, 12.1405");
  if (measure.location.placement != Placement::point) return example;
  const Point at = measure.location.geometry.points.front();
  return tr_(text("Now at {1} / {2}.", format_number(language(), at.x), format_number(language(), at.y))) + '\n' +
         example;
}

/// In the order of all other dialogs, whatever the desktop's is.
QPushButton* add_buttons(QDialog& dialog, QBoxLayout& column) {
  auto* row = new QHBoxLayout;
  row->setSpacing(8);
  auto* leave = new QPushButton(tr_("Cancel"), &dialog);
  leave->setAutoDefault(false);
  auto* place_here = new QPushButton(tr_("Place here"), &dialog);
  place_here->setDefault(true);
  row->addStretch();
  row->addWidget(leave);
  row->addWidget(place_here);
  column.addLayout(row);
  QObject::connect(leave, &QPushButton::clicked, &dialog, &QDialog::reject);
  QObject::connect(place_here, &QPushButton::clicked, &dialog, &QDialog::accept);
  return place_here;
}

}  // namespace

void type_coordinates(MainWindow& window) {
  Document& document = *window.document();
  const Id id = document.selected_measures().front();
  const PlanPtr plan = document.plan();
  if (!plan->crs.known())
    return window.show_problem(
        tr_("Import districts or measures with places first: the plan has no coordinate system yet."));
  QDialog dialog(&window);
  dialog.setWindowTitle(tr_("Type coordinates"));
  dialog.setMinimumWidth(480);
  auto* column = new QVBoxLayout(&dialog);
  column->setSpacing(8);
  column->addWidget(plain_label(tr_(text("Where is “{1}”?", short_title(*find_measure(*plan, id)))), &dialog));
  auto* words = new QLineEdit(&dialog);
  words->setObjectName("coordinates");
  words->setAccessibleName(tr_("Coordinates"));
  column->addWidget(words);
  QLabel* answer = plain_label({}, &dialog);
  answer->setMinimumHeight(60);
  answer->setAlignment(Qt::AlignTop);
  answer->setWordWrap(true);
  column->addWidget(answer);
  QPushButton* place_here = add_buttons(dialog, *column);
  std::optional<Position> position;
  const auto read = [&] {
    position = position_from_text(words->text().toStdString(), context_of(*plan));
    answer->setText(words->text().trimmed().isEmpty() ? where_now(*find_measure(*plan, id)) : reading(position, *plan));
    place_here->setEnabled(position.has_value());
  };
  read();
  QObject::connect(words, &QLineEdit::textChanged, &dialog, read);
  if (dialog.exec() != QDialog::Accepted || !position) return;
  document.apply(place(id, {Placement::point, make_point(position->point), {}, words->text().toStdString()}));
  window.map()->zoom_to_measures({id});
}

}  // namespace smile::viewer
