#include "viewer/map/context_menu.h"

#include <QApplication>
#include <QClipboard>
#include <QMenu>
#include <algorithm>

#include "gis/plan/scenarios.h"
#include "viewer/map/coordinates.h"
#include "viewer/map/map_view.h"
#include "viewer/map/new_measure.h"
#include "viewer/map/places.h"
#include "viewer/presenter/make_steps.h"
#include "viewer/scenario_steps.h"
#include "viewer/text.h"

namespace smile::viewer {
namespace {

/// Data in a menu: an ampersand is no mnemonic.
QString item(const Text& words) {
  return tr_(words).replace('&', "&&");
}

void put(Document& document, Id measure, Location location) {
  document.seal();
  document.apply(place(measure, std::move(location)));
}

void add_places(QMenu& menu, Document& document, const Measure& measure, Point ground, const District* district) {
  const std::string title = short_title(measure);
  const Id id = measure.id;
  menu.addSection(q(title).replace('&', "&&"));
  menu.addAction(item(text("Place here")), [&document, id, ground] {
    put(document, id, {Placement::point, make_point(ground), {}, {}});
  });
  if (district)
    menu.addAction(item(text("Place in the whole of “{1}”", district->name)), [&document, id, where = district->id] {
      put(document, id, {Placement::district, {}, {where}, {}});
    });
  menu.addAction(item(text("Place in the whole city")), [&document, id] {
    put(document, id, {Placement::city, {}, {}, {}});
  });
  QAction* remove = menu.addAction(item(text("Remove place")), [&document, id] { put(document, id, {}); });
  remove->setEnabled(measure.location.placement != Placement::none);
}

/// Whether what is selected is in the scenario that is shown.
void add_scenario(QMenu& menu, Document& document, const Plan& plan) {
  const Scenario& scenario = *find_scenario(plan, plan.style.scenario);
  const auto& selected = document.selected_measures();
  QAction* in =
      menu.addAction(item(text("In the scenario “{1}”", scenario.name)), [&document] { switch_selected(document); });
  in->setObjectName("in_scenario");
  in->setCheckable(true);
  in->setChecked(std::all_of(selected.begin(), selected.end(), [&](Id id) { return is_in(scenario, id); }));
}

}  // namespace

QMenu* make_map_menu(MapView& map, QPoint position) {
  Document& document = map.document();
  const PlanPtr plan = document.plan();
  const Point ground = map.camera().to_ground(position);
  const auto under = map.measures_at(position);
  if (!under.empty()) document.select_measures({under.front()});
  const District* district = find_district(*plan, map.district_at(position));

  auto* menu = new QMenu(&map);
  menu->setAttribute(Qt::WA_DeleteOnClose);
  const bool can_edit = !document.read_only() && plan->crs.known();
  QAction* fresh = menu->addAction(tr_("New measure here"), [&document, ground] {
    make_measure_at(document, {Placement::point, make_point(ground), {}, {}});
  });
  fresh->setEnabled(can_edit);
  if (const Measure* measure = only_selected(document); measure && can_edit)
    add_places(*menu, document, *measure, ground, district);
  if (can_switch_selected(document)) add_scenario(*menu, document, *plan);
  menu->addSeparator();
  if (district)
    menu->addAction(item(text("Zoom to “{1}”", district->name)),
                    [&map, id = district->id] { map.zoom_to_district(id); });
  if (district) {
    QAction* deck = menu->addAction(item(text("Make steps for “{1}”", district->name)),
                                    [&document, id = district->id] { make_steps(document, id); });
    deck->setObjectName("make_deck");
    deck->setEnabled(!document.read_only());
  }
  menu->addAction(tr_("Show everything"), [&map] { map.show_all(); });
  menu->addSeparator();
  QAction* ask = menu->addAction(tr_("What is here?"), [&map, position] { map.ask_at(position); });
  ask->setObjectName("ask_here");
  QAction* copy = menu->addAction(tr_("Copy the coordinates"), [crs = plan->crs, ground] {
    QApplication::clipboard()->setText(copied_coordinates(ground, crs));
  });
  copy->setObjectName("copy_coordinates");
  copy->setEnabled(plan->crs.known());
  return menu;
}

}  // namespace smile::viewer
