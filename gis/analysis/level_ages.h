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

/// How many of each group live in a district of the level. district 0: in all of them.
std::vector<Figure> people_by_age(const LevelAges& ages, const Plan& plan, Id district);

/// A sum that hides something is no sum: one part that is missing or secret makes the whole so. Of nothing: missing.
Figure sum_of(const std::vector<Figure>& figures);

}  // namespace smile
