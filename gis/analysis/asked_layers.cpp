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

Places AskedLayers::places(Id id) {
  if (id == 0) return places_of_measures(plan_);
  const MapLayer* layer = find_layer(plan_, id);
  if (layer == nullptr) throw Error(ErrorKind::not_found, text("The plan has no layer {1}.", id));
  return places_of(*layer, *load(*layer));
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
