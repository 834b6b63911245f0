#pragma once
// Who lives there, by age: the same chart on sheets and in steps.

#include <vector>

#include "gis/plan/district.h"
#include "gis/plan/statistic.h"
#include "layers/chart.h"

namespace smile::layers {

/// A bar for each group; people: of each group. year 0: not said.
BarChart ages_chart(const std::vector<AgeGroup>& groups, const std::vector<Figure>& people, int year = 0);

}  // namespace smile::layers
