#include "gis/analysis/level_ages.h"

#include <algorithm>
#include <functional>
#include <map>

#include "gis/intake/age_groups.h"

namespace smile {

LevelAges level_ages(const Plan& plan, Id level, int year) {
  std::map<int, std::vector<const Statistic*>, std::greater<>> by_year;
  for (const StatisticPtr& s : plan.statistics)
    if (s->level == level && (year == 0 || s->year == year)) by_year[s->year].push_back(s.get());
  for (const auto& [of_year, statistics] : by_year) {
    std::vector<std::string> names;
    for (const Statistic* s : statistics) names.push_back(s->name);
    LevelAges ages{age_groups_of(names), {}};
    if (ages.groups.size() < 2) continue;
    for (const AgeGroup& group : ages.groups)
      ages.of_each_group.push_back(*std::find_if(statistics.begin(), statistics.end(),
                                                 [&](const Statistic* s) { return s->name == group.field; }));
    return ages;
  }
  return {};
}

}  // namespace smile
