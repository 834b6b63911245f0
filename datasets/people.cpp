#include "datasets/people.h"

#include <algorithm>

#include "datasets/surroundings.h"
#include "gis/analysis/spread_people.h"
#include "gis/intake/noding.h"
#include "gis/plan/edits.h"

namespace smile {
namespace {

const LayerData& table_of(const FeatureTables& tables, std::string_view name) {
  return *std::find_if(tables.begin(), tables.end(), [&](const auto& table) {
            return table.first.ends_with(name);
          })->second;
}

const ValueColumn* column_of(const LayerData& data, std::string_view name) {
  const auto& columns = data.features.columns;
  const auto found = std::find_if(columns.begin(), columns.end(), [&](const ValueColumn& c) { return c.name == name; });
  return found == columns.end() ? nullptr : &*found;
}

/// All ways of the city but its motorway, as one layer of lines.
LayerData ways_of(const FeatureTables& tables) {
  LayerData ways;
  ways.kind = GeometryKind::line;
  ways.features.columns.emplace_back().name = "name";
  ways.features.columns.back().kind = ValueColumn::Kind::text;
  for (const char* table : {"_wege", "_strassen", "_hauptstrassen"}) {
    const LayerData& lines = table_of(tables, table);
    const ValueColumn* name = column_of(lines, "name");
    const ValueColumn* kind = column_of(lines, "klasse");
    for (std::size_t i = 0; i < lines.features.size(); ++i)
      if (kind == nullptr || kind->text(i) != "Autobahn")
        append_feature(ways.features, lines.features.geometry(i),
                       {name == nullptr ? std::string() : cell_text(*name, i)});
  }
  return ways;
}

Plan with_hidden_layer(Plan plan, MapLayer layer, LayerData data, const std::string& table, FeatureTables& tables) {
  layer.source.kind = LayerSource::Kind::plan;
  layer.source.file = "rostock/umgebung.gpkg.zip";
  layer.source.layer = table;
  layer.kind = data.kind;
  layer.features = static_cast<std::int64_t>(data.features.size());
  layer.credit = credit_of_surroundings;
  plan = add_layer(layer, plan.crs).apply(plan);
  // Above the districts, so that both stand in one group and lie over what they are counted in.
  auto& stack = plan.style.layers;
  const auto added = std::find_if(stack.begin(), stack.end(), [&](const LayerSettings& settings) {
    return layer_of_key(settings.layer) == plan.layers.back()->id;
  });
  added->visible = false, added->group = "Auswertung";
  const auto districts =
      std::find_if(added, stack.end(), [](const LayerSettings& s) { return s.layer == "districts"; });
  std::rotate(added, added + 1, districts);
  tables.emplace(table, std::make_shared<const LayerData>(std::move(data)));
  return plan;
}

}  // namespace

Plan with_people(Plan plan, const Plan& with_ages, FeatureTables& tables) {
  MapLayer network;
  network.name = "Wegenetz";
  network.use.kind = LayerUse::Kind::network;
  network.use.method =
      text("Lines of a layer, all of them walked along in both directions, joined where they share a point").english;
  network.style.topic = LayerTopic::streets;
  network.style.colour = "#9aa0a6";
  network.style.width = 0.6;
  LayerData edges = noded(shared_lines(ways_of(tables)), {});
  plan = with_hidden_layer(std::move(plan), network, std::move(edges), "layer_10_wegenetz", tables);
  SpreadOptions options;
  options.level = find_level(plan, "Stadtbereiche")->id;
  SpreadPeople people = spread_people(with_ages, &table_of(tables, "_gebaeude"), options);
  MapLayer homes;
  homes.name = "Einwohner";
  homes.use = people.use;
  homes.use.method =
      text("People of each district, spread over its homes by floor area; how old they are is made up.").english;
  homes.style.method = StyleMethod::classes;
  homes.style.field = people.use.total_field;
  homes.style.ramp = "purple";
  homes.style.width = 4;
  return with_hidden_layer(std::move(plan), homes, std::move(people.data), "layer_11_einwohner", tables);
}

}  // namespace smile
