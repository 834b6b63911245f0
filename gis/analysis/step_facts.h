#pragma once
// What the panel of a step tells, counted from the plan as it is.

#include <array>
#include <vector>

#include "gis/plan/plan.h"

namespace smile {

/// Those the step points out; where it points out none, those of its scenario (else all) of which at least a part lies
/// in its district (else everywhere). In the order of the list.
std::vector<MeasurePtr> measures_meant(const Plan& plan, const Step& step);

struct PeopleOfAges {
  AgeGroup ages;
  Figure people;
};
/// By the newest statistics with groups of ages; district 0: the sum of the level that has them, secret or missing
/// where one of its districts is. Empty: the plan knows no ages.
std::vector<PeopleOfAges> people_by_age(const Plan& plan, Id district);
/// The statistic those came from, nullptr: none.
const Statistic* statistic_of_ages(const Plan& plan, Id district);

/// Likely one-off costs of measures, by enum Block.
struct BlockCosts {
  Money all;
  std::array<Money, 5> by_block{};
  int without_cost = 0;
};
BlockCosts costs_by_block(const std::vector<MeasurePtr>& measures);

}  // namespace smile
