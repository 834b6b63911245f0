#include "gis/analysis/asked_layers.h"

#include <algorithm>
#include <cmath>

#include "gis/intake/layers.h"
#include "gis/words/numbers.h"

namespace smile {

LayerDataPtr AskedLayers::load(const MapLayer& layer) {
  const std::string source = layer.credit.empty() ? layer.name : layer.name + ": " + layer.credit;
  if (std::find(sources.begin(), sources.end(), source) == sources.end()) sources.push_back(source);
  return load_layer(layer, plan_, place_, progress_);
}

const MapLayer& AskedLayers::population() const {
  if (const MapLayer* layer = population_layer(plan_)) return *layer;
  throw Error(ErrorKind::needs_answer, text("The plan does not know where people live; add them first: "
                                            "smileplaces add PLAN population FILE."));
}

Places AskedLayers::places(const AskedPlaces& asked) {
  Places all;
  const auto add = [&all](Places&& more) {
    std::move(more.shapes.begin(), more.shapes.end(), std::back_inserter(all.shapes));
    std::move(more.names.begin(), more.names.end(), std::back_inserter(all.names));
  };
  for (const Id id : asked.layers) {
    const MapLayer* layer = find_layer(plan_, id);
    if (layer == nullptr) throw Error(ErrorKind::not_found, text("The plan has no layer {1}.", std::to_string(id)));
    add(places_of(*layer, *load(*layer)));
  }
  if (asked.measures) add(places_of_measures(measures_of(plan_, *asked.measures)));
  return all;
}

std::optional<WalkNetwork> AskedLayers::network() {
  for (const MapLayerPtr& layer : plan_.layers)
    if (layer->use.kind == LayerUse::Kind::network) return network_of(*load(*layer), progress_);
  return std::nullopt;
}

std::string count_in_words(double count) {
  return format_number(language(), std::round(count));
}

std::string who(AgeRange ages) {
  if (ages.everybody()) return say("inhabitants");
  if (ages.to >= oldest_age) return str(text("inhabitants of {1} years and more", ages.from));
  return str(text("inhabitants of {1} to {2} years", ages.from, ages.to));
}

}  // namespace smile
