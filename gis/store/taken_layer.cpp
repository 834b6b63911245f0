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

}  // namespace

Edit show_taken(const MapLayer& layer, const std::vector<TakenTable>& tables) {
  const Text name = text("Take layer “{1}” into the plan", layer.name);
  std::vector<Edit> edits;
  for (const TakenTable& table : tables) {
    MapLayer shown = taken(layer, table);
    if (edits.empty()) {
      edits.push_back(change_layer(shown, name));
      continue;
    }
    shown.name = str(text("{1} ({2})", layer.name, str(kind_name(table.kind))));
    edits.push_back(add_layer(shown, {}));
  }
  return together(name, std::move(edits));
}

}  // namespace smile
