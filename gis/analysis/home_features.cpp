#include "gis/analysis/home_features.h"

namespace smile {

LayerData home_features(const People& people, const LayerData& population,
                        const std::vector<std::pair<std::string, ValueColumn::Kind>>& columns,
                        const ShownOfHome& shown) {
  LayerData data;
  data.kind = population.kind;
  data.source_crs = population.source_crs;
  for (const auto& [name, kind] : columns) add_column(data.features, name, kind);
  for (std::size_t home = 0; home < people.size(); ++home)
    if (const std::vector<FeatureValue> values = shown(home); !values.empty())
      append_values(data, population.features.geometry(people.rows[home]), values);
  return data;
}

}  // namespace smile
