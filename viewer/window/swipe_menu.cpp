#include "viewer/window/swipe_menu.h"

#include <QMenu>
#include <algorithm>
#include <vector>

#include "viewer/layer_store.h"
#include "viewer/map/map_view.h"
#include "viewer/text.h"
#include "viewer/window/main_window.h"

namespace smile::viewer {
namespace {

using Kind = SwipeChoice::Kind;

/// Scenarios that differ from what the plan shows.
std::vector<SwipeChoice> other_scenarios(const Plan& plan) {
  std::vector<SwipeChoice> choices;
  for (const Scenario& scenario : plan.scenarios)
    if (scenario.id != plan.style.scenario) choices.push_back({Kind::scenario, 0, scenario.id});
  if (plan.style.scenario != 0) choices.push_back({Kind::scenario, 0, 0});
  return choices;
}

/// What there is most to see of: another scenario while one is shown, the layers of context where some are seen, else
/// the colours.
SwipeChoice first_choice(const Plan& plan) {
  if (plan.style.scenario != 0) return other_scenarios(plan).front();
  const auto& layers = plan.style.layers;
  const bool context = std::any_of(layers.begin(), layers.end(), [](const LayerSettings& settings) {
    return settings.visible && layer_of_key(settings.layer) != 0;
  });
  return {context ? Kind::without_context : Kind::without_colours};
}

void add_choices(MainWindow& window, QMenu& menu, const Plan& plan, const std::vector<SwipeChoice>& choices) {
  for (const SwipeChoice& choice : choices) {
    QAction* action = menu.addAction(swipe_words(plan, choice).replace('&', "&&"), &menu,
                                     [&window, choice] { compare(window, choice); });
    action->setCheckable(true);
    action->setChecked(window.map()->swipe() == choice);
  }
}

void fill(MainWindow& window, QMenu& menu) {
  const PlanPtr plan = window.document()->plan();
  menu.clear();
  menu.addAction(window.action("swipe"));
  menu.addSeparator();
  std::vector<SwipeChoice> choices{{Kind::without_context}, {Kind::without_colours}};
  for (const MapLayerPtr& layer : plan->layers) choices.push_back({Kind::layer, layer->id});
  add_choices(window, menu, *plan, choices);
  const std::vector<SwipeChoice> scenarios = other_scenarios(*plan);
  if (!scenarios.empty()) menu.addSection(tr_("Scenarios"));
  add_choices(window, menu, *plan, scenarios);
}

}  // namespace

void compare(MainWindow& window, const SwipeChoice& choice) {
  if (choice.kind == Kind::layer) window.layers()->want(choice.layer);
  window.map()->set_swipe(choice);
}

void toggle_swipe(MainWindow& window) {
  MapView& map = *window.map();
  if (map.swipe().kind != Kind::none) return map.set_swipe({});
  compare(window, first_choice(*window.document()->plan()));
}

QMenu* make_swipe_menu(MainWindow& window) {
  auto* menu = new QMenu(tr_("S&wipe"), &window);
  menu->setObjectName("swipe_menu");
  const auto refill = [&window, menu] {
    window.action("swipe")->setChecked(window.map()->swipe().kind != Kind::none);
    fill(window, *menu);
  };
  QObject::connect(window.document(), &Document::plan_changed, menu, refill);
  // The action that was chosen may be what changed it: it must live until its event is over.
  QObject::connect(window.map(), &MapView::swipe_changed, menu, refill, Qt::QueuedConnection);
  fill(window, *menu);
  return menu;
}

}  // namespace smile::viewer
