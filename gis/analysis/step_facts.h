#pragma once
// What the panel of a step tells, counted from the plan as it is.

#include <array>
#include <vector>

#include "gis/analysis/district_profile.h"
#include "gis/analysis/level_ages.h"

namespace smile {

/// Those the step points out; where it points out none, those of its scenario (else all) of which at least a part lies
/// in its district (else everywhere), but no rejected ones. In the order of the list, those for the whole city after a
/// district's own; with the part that lies in it.
std::vector<LocalMeasure> measures_meant(const Plan& plan, const Step& step);

/// Of the district's level; district 0: of the coarsest that knows ages. Empty: none does.
LevelAges ages_around(const Plan& plan, Id district);

/// Likely one-off costs of pursued measures, as far as they lie in the district; by enum Block.
struct BlockCosts {
  std::int64_t measures = 0;
  Money all;
  std::array<Money, 5> by_block{};
  int without_cost = 0;
  int in_part = 0;  ///< of which only a part lies there
};
BlockCosts costs_by_block(const std::vector<LocalMeasure>& measures);

}  // namespace smile
