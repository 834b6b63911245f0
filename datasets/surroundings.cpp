#include "datasets/surroundings.h"

#include <algorithm>
#include <array>

#include "gis/crs/crs.h"
#include "gis/plan/edits.h"

namespace smile {
namespace {

constexpr const char* ground = "Grundkarte";
constexpr const char* traffic = "Verkehr";

struct Row {
  const char* table;  ///< of the package
  const char* name;
  LayerTopic topic;
  const char* group;
  double farthest;  ///< drawn from 1:farthest on
  double opacity;
  const char* colour;
  double width;
  const char* label_field;
};

/// In the order in which they come in; the plan stacks them by topic.
constexpr std::array rows = {
    Row{"gruen", "Grünflächen", LayerTopic::green, ground, 0, 0.75, "", 0, "name"},
    Row{"gewaesser", "Gewässer", LayerTopic::water, ground, 0, 1, "", 0, "name"},
    Row{"baeche", "Bäche", LayerTopic::water, ground, 120000, 1, "", 1.8, ""},
    Row{"gebaeude", "Gebäude", LayerTopic::buildings, ground, 40000, 0.9, "", 0, ""},
    Row{"wege", "Wege", LayerTopic::streets, traffic, 30000, 1, "#B5A78F", 1.2, ""},
    Row{"strassen", "Straßen", LayerTopic::streets, traffic, 50000, 1, "", 3.8, "name"},
    Row{"hauptstrassen", "Hauptstraßen", LayerTopic::streets, traffic, 0, 1, "", 5.6, "name"},
    Row{"bahn", "Bahn", LayerTopic::other, traffic, 120000, 1, "#8A857E", 1.4, ""},
    Row{"haltestellen", "Haltestellen", LayerTopic::stops, traffic, 40000, 1, "", 6, "name"},
};

using Categories = std::vector<LayerCategory>;

/// What a kind of area or street is told by besides its name.
std::pair<std::string, Categories> categories_of(const std::string& table) {
  if (table == "gruen")
    return {"art",
            {{"Wald", "#CBDFBE"},
             {"Park", "#DDEBD3"},
             {"Friedhof", "#D3E2CD"},
             {"Kleingärten", "#E1EACC"},
             {"Wiese", "#E9EFDB"},
             {"Strand", "#F5ECCB"}}};
  if (table == "gebaeude")
    return {"nutzung", {{"Wohnen", "#D9D4CE"}, {"Gewerbe", "#D5CEDB"}, {"Öffentlich", "#DDB9AC"}}};
  if (table == "hauptstrassen") return {"klasse", {{"Autobahn", "#F4DCB0"}, {"Hauptstraße", "#FFFFFF"}}};
  return {};
}

MapLayer layer_of(const Row& row, const std::string& table, const LayerData& data) {
  MapLayer layer;
  layer.name = row.name;
  layer.source.kind = LayerSource::Kind::plan;
  layer.source.file = "rostock/umgebung.gpkg.zip";
  layer.source.layer = table;
  layer.kind = data.kind;
  layer.features = static_cast<std::int64_t>(data.features.size());
  layer.style.topic = row.topic;
  layer.style.colour = row.colour;
  layer.style.width = row.width;
  layer.style.label_field = row.label_field;
  if (row.table == std::string("wege") || row.table == std::string("bahn")) layer.style.pattern = Pattern::dashed;
  auto [field, categories] = categories_of(row.table);
  layer.style.method = categories.empty() ? StyleMethod::single : StyleMethod::categories;
  layer.style.field = std::move(field);
  layer.style.categories = std::move(categories);
  if (row.topic == LayerTopic::stops) {
    layer.use.kind = LayerUse::Kind::places;
    layer.use.place_kind = "stop";
  }
  layer.credit = credit_of_surroundings;
  return layer;
}

void set_showing(Plan& plan, const Row& row) {
  const Id id = plan.layers.back()->id;
  for (LayerSettings& settings : plan.style.layers) {
    if (layer_of_key(settings.layer) != id) continue;
    settings.opacity = row.opacity;
    settings.farthest = row.farthest;
    settings.group = row.group;
  }
}

Box around(const Transform& to_plan, double longitude, double latitude, double half_width_m) {
  const Point middle = to_plan({longitude, latitude}).value_or(Point{});
  const double half_height = half_width_m * 0.62;
  return {middle.x - half_width_m, middle.y - half_height, middle.x + half_width_m, middle.y + half_height};
}

std::vector<Bookmark> bookmarks(const Plan& plan) {
  const Transform to_plan(crs_from_epsg(4326), plan.crs);
  return {{"Gesamte Stadt", extent(plan)},
          {"Innenstadt", around(to_plan, 12.124, 54.0885, 1900)},
          {"Warnemünde", around(to_plan, 12.075, 54.1730, 2100)},
          {"Südstadt", around(to_plan, 12.118, 54.0730, 1500)},
          {"Lütten Klein", around(to_plan, 12.058, 54.1370, 1700)},
          {"Rostocker Heide", around(to_plan, 12.230, 54.2100, 5200)}};
}

}  // namespace

Plan with_surroundings(Plan plan, const std::filesystem::path& package, FeatureTables& tables) {
  int number = 0;
  for (const Row& row : rows) {
    auto data = std::make_shared<const LayerData>(read_plan_table(package, row.table, plan.crs, false));
    const std::string table = "layer_" + std::to_string(++number) + "_" + row.table;
    plan = add_layer(layer_of(row, table, *data), plan.crs).apply(plan);
    set_showing(plan, row);
    tables.emplace(table, std::move(data));
  }
  return set_bookmarks(bookmarks(plan), {}).apply(plan);
}

}  // namespace smile
