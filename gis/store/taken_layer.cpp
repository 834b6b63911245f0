#include "gis/store/taken_layer.h"

#include <algorithm>

namespace smile {
namespace {

Text kind_name(GeometryKind kind) {
  switch (kind) {
    case GeometryKind::point:
      return text("points");
    case GeometryKind::line:
      return text("lines");
    default:
      return text("areas");
  }
}

MapLayer taken(MapLayer layer, const TakenTable& table) {
  const std::string from = layer.source.file;
  layer.source = {};
  layer.source.kind = LayerSource::Kind::plan;
  layer.source.file = from;
  layer.source.layer = table.table;
  layer.kind = table.kind;
  layer.features = table.features;
  return layer;
}

/// The first is the layer itself.
std::vector<MapLayer> layers_of(const MapLayer& layer, const std::vector<TakenTable>& tables) {
  std::vector<MapLayer> layers;
  for (const TakenTable& table : tables) {
    layers.push_back(taken(layer, table));
    if (layers.size() > 1) layers.back().name = str(text("{1} ({2})", layer.name, str(kind_name(table.kind))));
  }
  return layers;
}

}  // namespace

Edit show_taken(const MapLayer& layer, const std::vector<TakenTable>& tables) {
  const Text name = text("Take layer “{1}” into the plan", layer.name);
  std::vector<Edit> edits;
  for (const MapLayer& shown : layers_of(layer, tables))
    edits.push_back(edits.empty() ? change_layer(shown, name) : add_layer(shown, {}));
  return together(name, std::move(edits));
}

Edit add_taken(const MapLayer& layer, const std::vector<TakenTable>& tables, const Crs& crs) {
  std::vector<Edit> edits;
  for (const MapLayer& shown : layers_of(layer, tables)) edits.push_back(add_layer(shown, crs));
  return together(text("Add layer “{1}”", layer.name), std::move(edits));
}

}  // namespace smile
