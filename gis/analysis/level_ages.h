#pragma once
// How many people of which age live in the districts of a level, as its statistics say.

#include <vector>

#include "gis/plan/plan.h"

namespace smile {

struct LevelAges {
  std::vector<AgeGroup> groups;                 ///< by age; `field` is the statistic's name. Empty: not known
  std::vector<const Statistic*> of_each_group;  ///< in the plan
};
/// Of the newest year that has any: tables by age and the total often are of different years. year 0: any.
LevelAges level_ages(const Plan& plan, Id level, int year = 0);

}  // namespace smile
