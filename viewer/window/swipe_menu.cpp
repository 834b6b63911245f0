#include "viewer/window/swipe_menu.h"

#include <QMenu>
#include <algorithm>

#include "viewer/layer_store.h"
#include "viewer/map/map_view.h"
#include "viewer/text.h"
#include "viewer/window/main_window.h"

namespace smile::viewer {
namespace {

using Kind = SwipeChoice::Kind;

/// What there is most to see of: the layers of context where some are seen, else the colours.
SwipeChoice first_choice(const Plan& plan) {
  const auto& layers = plan.style.layers;
  const bool context = std::any_of(layers.begin(), layers.end(), [](const LayerSettings& settings) {
    return settings.visible && layer_of_key(settings.layer) != 0;
  });
  return {context ? Kind::without_context : Kind::without_colours, 0};
}

void fill(MainWindow& window, QMenu& menu) {
  const PlanPtr plan = window.document()->plan();
  menu.clear();
  menu.addAction(window.action("swipe"));
  menu.addSeparator();
  std::vector<SwipeChoice> choices{{Kind::without_context, 0}, {Kind::without_colours, 0}};
  for (const MapLayerPtr& layer : plan->layers) choices.push_back({Kind::layer, layer->id});
  for (const SwipeChoice& choice : choices) {
    QAction* action = menu.addAction(swipe_words(*plan, choice).replace('&', "&&"), &menu,
                                     [&window, choice] { compare(window, choice); });
    action->setCheckable(true);
    action->setChecked(window.map()->swipe() == choice);
  }
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
