#include "gis/analysis/asked_layers.h"

#include <algorithm>
#include <cmath>

#include "gis/analysis/needed.h"
#include "gis/geometry/overlay.h"
#include "gis/intake/layers.h"
#include "gis/plan/pursued.h"
#include "gis/words/numbers.h"

namespace smile {
namespace {

void append(Places& all, Places&& more) {
  std::move(more.shapes.begin(), more.shapes.end(), std::back_inserter(all.shapes));
  std::move(more.names.begin(), more.names.end(), std::back_inserter(all.names));
}

/// What can't be repaired stays as it is.
void make_valid(Geometry& shape) {
  if (shape.kind != GeometryKind::area || validity(shape).valid) return;
  if (Geometry repaired_shape = repaired(shape); !repaired_shape.empty()) shape = std::move(repaired_shape);
}

}  // namespace

LayerDataPtr AskedLayers::load(const MapLayer& layer) {
  const std::string source = layer.credit.empty() ? layer.name : layer.name + ": " + layer.credit;
  if (std::find(sources.begin(), sources.end(), source) == sources.end()) sources.push_back(source);
  return load_layer(layer, plan_, place_, progress_);
}

const MapLayer& AskedLayers::population() const {
  if (const MapLayer* layer = population_layer(plan_)) return *layer;
  throw needs_people();
}

const MapLayer& AskedLayers::layer(Id id) const {
  if (const MapLayer* layer = find_layer(plan_, id)) return *layer;
  throw Error(ErrorKind::not_found, text("The plan has no layer {1}.", std::to_string(id)));
}

Places AskedLayers::places_of_scenario(Id scenario) {
  const std::vector<MeasurePtr> measures = measures_of(plan_, scenario);
  for (const MeasurePtr& measure : measures)
    if (!is_pursued(*measure)) rejected_.insert(measure->id);
  return places_of_measures(measures);
}

void AskedLayers::add_rejected(std::vector<Text>& method) const {
  if (!rejected_.empty()) method.push_back(rejected_in_words(std::ssize(rejected_)));
}

Places AskedLayers::places(const AskedPlaces& asked) {
  Places all;
  for (const Id id : asked.layers) append(all, places_of(layer(id), *load(layer(id))));
  if (asked.measures) append(all, places_of_scenario(*asked.measures));
  return all;
}

std::pair<Places, Capacities> AskedLayers::places_with_capacity(const AskedPlaces& asked,
                                                                const AskedCapacity& capacity) {
  std::pair<Places, Capacities> all;
  const auto add = [&](Places&& places, const Capacities& more) {
    for (Geometry& shape : places.shapes) make_valid(shape);
    append(all.first, std::move(places));
    all.second.insert(all.second.end(), more.begin(), more.end());
  };
  std::optional<AskedCapacity> first;
  for (const Id id : asked.layers) {
    const MapLayer& one = layer(id);
    const AskedCapacity used = capacity_used(capacity, one);
    if (first.value_or(used) != used)
      throw Error(ErrorKind::usage, text("These layers count different things: say what is to count with --capacity."));
    first = used;
    const LayerDataPtr data = load(one);
    add(places_of(one, *data), capacity_of(one, *data, used));
  }
  if (!asked.measures) return all;
  Places measures = places_of_scenario(*asked.measures);
  const Capacities held = capacity_of(measures, first.value_or(capacity));
  add(std::move(measures), held);
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
