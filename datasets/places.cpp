#include "datasets/places.h"

#include <algorithm>

#include "datasets/surroundings.h"
#include "gis/intake/places.h"
#include "gis/plan/edits.h"
#include "gis/plan/stack.h"

namespace smile {
namespace {

/// Through the same intake as a user's file.
PlacesIntake places_in(const std::filesystem::path& package, const Plan& plan, const char* table, const char* kind,
                       const char* name) {
  PlacesOptions options;
  options.kind = kind;
  options.name = name;
  options.credit = credit_of_surroundings;
  options.read.layer = table;
  return intake_places(package, options, plan);
}

MapLayer protected_areas() {
  MapLayer layer;
  layer.name = "Schutzgebiete";
  layer.style.topic = LayerTopic::protection;
  layer.style.pattern = Pattern::hatched;
  layer.style.label_field = "name";
  layer.credit = credit_of_surroundings;
  return layer;
}

struct Shown {
  const char* group;
  bool visible;
  double farthest;  ///< drawn from 1:farthest on; 0: always
};

Plan with_layer(Plan plan, MapLayer layer, LayerData data, const Shown& shown, FeatureTables& tables) {
  const std::string table = "layer_" + std::to_string(tables.size() + 1) + "_" + data.layer;
  layer.source.kind = LayerSource::Kind::plan;
  layer.source.file = "rostock/orte.gpkg.zip";
  layer.source.layer = table;
  layer.kind = data.kind;
  layer.features = static_cast<std::int64_t>(data.features.size());
  plan = add_layer(std::move(layer), plan.crs).apply(plan);
  const std::string key = layer_key(plan.layers.back()->id);
  for (LayerSettings& settings : plan.style.layers)
    if (settings.layer == key) settings.visible = shown.visible, settings.farthest = shown.farthest;
  plan.style = put_in_group(plan.style, key, shown.group);
  tables.emplace(table, std::make_shared<const LayerData>(std::move(data)));
  return plan;
}

}  // namespace

Plan with_places(Plan plan, const std::filesystem::path& package, FeatureTables& tables) {
  constexpr Shown close_up{"Orte", true, 30000}, hidden{"Auswertung", false, 0};
  PlacesIntake kitas = places_in(package, plan, "kitas", "kita", "Kitas");
  plan = with_layer(std::move(plan), kitas.layer, std::move(kitas.data), close_up, tables);
  PlacesIntake playgrounds = places_in(package, plan, "spielplaetze", "playground", "Spielplätze");
  plan = with_layer(std::move(plan), playgrounds.layer, std::move(playgrounds.data), close_up, tables);
  LayerData areas = read_plan_table(package, "schutzgebiete", plan.crs, false);
  return with_layer(std::move(plan), protected_areas(), std::move(areas), hidden, tables);
}

}  // namespace smile
