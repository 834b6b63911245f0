#include "gis/analysis/level_ages.h"

#include <algorithm>
#include <functional>
#include <map>

#include "gis/intake/age_groups.h"

namespace smile {
namespace {

Figure of_district(const Statistic& statistic, Id district) {
  const auto found = statistic.figures.find(district);
  return found == statistic.figures.end() ? Figure{} : found->second;
}

}  // namespace

Figure sum_of(const std::vector<Figure>& figures) {
  Figure sum{Figure::State::value, 0};
  for (const Figure& figure : figures) {
    if (figure.state != Figure::State::value) return {figure.state, 0};
    sum.value += figure.value;
  }
  return figures.empty() ? Figure{} : sum;
}

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

std::vector<Figure> people_by_age(const LevelAges& ages, const Plan& plan, Id district) {
  std::vector<Figure> people;
  for (const Statistic* statistic : ages.of_each_group) {
    if (district != 0) {
      people.push_back(of_district(*statistic, district));
      continue;
    }
    std::vector<Figure> parts;
    for (const DistrictPtr& one : districts_of(plan, statistic->level))
      parts.push_back(of_district(*statistic, one->id));
    people.push_back(sum_of(parts));
  }
  return people;
}

}  // namespace smile
