// Edits of the layers of context.

#include <algorithm>

#include "gis/plan/edits.h"

namespace smile {
namespace {

/// Where a layer comes in: water lies below streets, whatever was added first. The plan's own districts are the ground,
/// its borders, names and measures lie above all context.
int rank_of(const MapLayer& layer) {
  if (layer.content == LayerContent::raster) return -1;  // pictures lie below the districts, which let them through
  switch (layer.style.topic) {
    case LayerTopic::water:
      return 1;
    case LayerTopic::green:
      return 2;
    case LayerTopic::buildings:
      return 5;
    case LayerTopic::streets:
      return 6;
    case LayerTopic::stops:
      return 8;
    case LayerTopic::protection:
      return 4;
    case LayerTopic::other:
      break;
  }
  return layer.kind == GeometryKind::area ? 3 : layer.kind == GeometryKind::line ? 7 : 8;
}

int rank_of(const Plan& plan, const LayerSettings& settings) {
  constexpr int above_all_context = 100;
  const MapLayer* layer = find_layer(plan, layer_of_key(settings.layer));
  return layer != nullptr ? rank_of(*layer) : settings.layer == "districts" ? 0 : above_all_context;
}

void stack(Plan& plan, const MapLayer& layer) {
  auto& list = plan.style.layers;
  auto place = list.end();
  while (place != list.begin() && rank_of(plan, *std::prev(place)) <= rank_of(layer)) --place;
  list.insert(place, {layer_key(layer.id)});
}

std::vector<MapLayerPtr>::iterator require_layer(Plan& plan, Id id) {
  const auto found = std::find_if(plan.layers.begin(), plan.layers.end(), [&](const auto& l) { return l->id == id; });
  if (found == plan.layers.end()) throw Error(ErrorKind::not_found, text("The plan has no layer {1}.", id));
  return found;
}

}  // namespace

std::string_view word(LayerTopic topic) {
  constexpr std::string_view words[] = {"other", "water", "green", "buildings", "streets", "stops", "protection"};
  return words[static_cast<std::size_t>(topic)];
}

std::string_view word(LayerUse::Kind kind) {
  constexpr std::string_view words[] = {"none", "network", "population", "places"};
  return words[static_cast<std::size_t>(kind)];
}

Edit add_layer(MapLayer layer, Crs crs) {
  return {text("Add layer “{1}”", layer.name), {}, [layer = std::move(layer), crs = std::move(crs)](const Plan& plan) {
            Plan next = plan;
            if (!next.crs.known()) next.crs = crs;
            auto added = std::make_shared<MapLayer>(layer);
            added->id = next.next_id++;
            stack(next, *added);
            next.layers.push_back(std::move(added));
            return next;
          }};
}

Edit change_layer(MapLayer layer, Text name, std::string merge_key) {
  return {std::move(name), std::move(merge_key), [layer = std::move(layer)](const Plan& plan) {
            Plan next = plan;
            *require_layer(next, layer.id) = std::make_shared<const MapLayer>(layer);
            return next;
          }};
}

Edit use_layer(Id id, LayerUse use) {
  return {text("Use a layer for analyses"), {}, [id, use = std::move(use)](const Plan& plan) {
            Plan next = plan;
            const auto wanted = require_layer(next, id);
            for (MapLayerPtr& layer : next.layers) {
              const bool former = use.kind == LayerUse::Kind::network && layer->use.kind == LayerUse::Kind::network;
              if (&layer != &*wanted && !former) continue;
              auto changed = std::make_shared<MapLayer>(*layer);
              changed->use = &layer == &*wanted ? use : LayerUse{};
              layer = std::move(changed);
            }
            return next;
          }};
}

Edit remove_layer(Id id, const std::string& name) {
  return {text("Remove layer “{1}”", name), {}, [id](const Plan& plan) {
            Plan next = plan;
            next.layers.erase(require_layer(next, id));
            std::erase_if(next.style.layers, [&](const LayerSettings& s) { return layer_of_key(s.layer) == id; });
            return next;
          }};
}

}  // namespace smile
