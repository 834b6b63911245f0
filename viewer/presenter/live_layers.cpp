#include "viewer/presenter/live_layers.h"

#include <QMenu>

#include "viewer/document.h"
#include "viewer/layer_store.h"
#include "viewer/map/map_view.h"
#include "viewer/text.h"

namespace smile::viewer {
namespace {

QString name_of(const Plan& plan, const std::string& key) {
  if (key == "measures") return tr_("Measures");
  if (key == "districts") return tr_("Districts");
  if (key == "district_labels") return tr_("Names");
  if (key == "district_borders") return tr_("Borders");
  const MapLayer* layer = find_layer(plan, layer_of_key(key));
  return layer != nullptr ? q(layer->name).replace('&', "&&") : QString();
}

void show(MapView& map, LayerStore& layers, const std::string& key, bool visible) {
  layers::MapSettings look = map.settings();
  for (LayerSettings& layer : look.style.layers)
    if (layer.layer == key) layer.visible = visible;
  if (visible && layer_of_key(key) != 0) layers.want(layer_of_key(key));
  map.show_as(std::move(look));
}

}  // namespace

QMenu* make_live_layers_menu(MapView& map, LayerStore& layers) {
  auto* menu = new QMenu(&map);
  menu->setObjectName("live_layers");
  const PlanPtr plan = map.document().plan();
  for (const LayerSettings& layer : map.settings().style.layers) {
    const QString name = name_of(*plan, layer.layer);
    if (name.isEmpty()) continue;
    QAction* action = menu->addAction(name);
    action->setCheckable(true);
    action->setChecked(layer.visible);
    QObject::connect(action, &QAction::toggled, &map,
                     [&map, &layers, key = layer.layer](bool visible) { show(map, layers, key, visible); });
  }
  return menu;
}

}  // namespace smile::viewer
