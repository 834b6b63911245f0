#pragma once
// Homes on the map of a finding: in the shapes in which the population has them.

#include <functional>

#include "gis/analysis/people.h"
#include "gis/formats/feature_values.h"

namespace smile {

/// What there is to show of a home, one value for each column; nothing: the home is left out.
using ShownOfHome = std::function<std::vector<FeatureValue>(std::size_t home)>;

/// columns: names and kinds.
LayerData home_features(const People& people, const LayerData& population,
                        const std::vector<std::pair<std::string, ValueColumn::Kind>>& columns,
                        const ShownOfHome& shown);

}  // namespace smile
