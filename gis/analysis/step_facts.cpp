#include "gis/analysis/step_facts.h"

#include <algorithm>

#include "gis/analysis/which_district.h"
#include "gis/intake/age_groups.h"
#include "gis/plan/steps.h"

namespace smile {
namespace {

bool lies_in(const Measure& measure, Id district, const Plan& plan, const DistrictIndex& index) {
  const auto shares = districts_of_measure(measure, plan, index);
  return std::any_of(shares.begin(), shares.end(),
                     [&](const DistrictShare& share) { return share.district == district; });
}

/// Statistics of one level and year that count people by age.
struct AgeTable {
  int year = 0;
  std::vector<const Statistic*> columns;
  std::vector<AgeGroup> ages;  ///< one for each
};

AgeTable ages_of(const Plan& plan, Id level, int year) {
  std::vector<std::string> names;
  std::map<std::string, const Statistic*> by_name;
  for (const StatisticPtr& statistic : plan.statistics) {
    if (statistic->level != level || statistic->year != year) continue;
    names.push_back(statistic->name);
    by_name[statistic->name] = statistic.get();
  }
  AgeTable table;
  table.year = year;
  for (const AgeGroup& group : age_groups_of(names)) {
    table.ages.push_back(group);
    table.columns.push_back(by_name.at(group.field));
  }
  return table;
}

AgeTable newest_ages(const Plan& plan, Id level) {
  AgeTable best;
  std::vector<int> years;
  for (const StatisticPtr& statistic : plan.statistics)
    if (statistic->level == level) years.push_back(statistic->year);
  std::sort(years.begin(), years.end());
  years.erase(std::unique(years.begin(), years.end()), years.end());
  for (const int year : years)
    if (AgeTable table = ages_of(plan, level, year); table.ages.size() > 1) best = std::move(table);
  return best;
}

AgeTable table_for(const Plan& plan, Id district) {
  if (const District* one = find_district(plan, district)) return newest_ages(plan, one->level);
  for (const Level& level : plan.levels)
    if (AgeTable table = newest_ages(plan, level.id); !table.ages.empty()) return table;
  return {};
}

Figure of_district(const Statistic& statistic, Id district) {
  const auto found = statistic.figures.find(district);
  return found == statistic.figures.end() ? Figure{} : found->second;
}

/// A sum with a gap is no sum.
Figure of_city(const Plan& plan, const Statistic& statistic) {
  Figure sum{Figure::State::value, 0};
  for (const DistrictPtr& district : districts_of(plan, statistic.level)) {
    const Figure figure = of_district(statistic, district->id);
    if (figure.state != Figure::State::value) return figure;
    sum.value += figure.value;
  }
  return sum;
}

}  // namespace

std::vector<MeasurePtr> measures_meant(const Plan& plan, const Step& step) {
  std::vector<MeasurePtr> meant;
  for (const Id id : measures_of(plan, step))
    meant.push_back(*std::find_if(plan.measures.begin(), plan.measures.end(),
                                  [&](const MeasurePtr& measure) { return measure->id == id; }));
  if (!meant.empty()) return meant;
  meant = measures_of(plan, find_scenario(plan, step.style.scenario) != nullptr ? step.style.scenario : 0);
  if (const District* district = find_district(plan, step.district)) {
    const auto index = district_index(plan, district->level);
    std::erase_if(meant, [&](const MeasurePtr& measure) { return !lies_in(*measure, district->id, plan, *index); });
  }
  return meant;
}

std::vector<PeopleOfAges> people_by_age(const Plan& plan, Id district) {
  std::vector<PeopleOfAges> out;
  const AgeTable table = table_for(plan, district);
  for (std::size_t i = 0; i < table.ages.size(); ++i)
    out.push_back(
        {table.ages[i], district != 0 ? of_district(*table.columns[i], district) : of_city(plan, *table.columns[i])});
  return out;
}

const Statistic* statistic_of_ages(const Plan& plan, Id district) {
  const AgeTable table = table_for(plan, district);
  return table.columns.empty() ? nullptr : table.columns.front();
}

BlockCosts costs_by_block(const std::vector<MeasurePtr>& measures) {
  BlockCosts costs;
  for (const MeasurePtr& measure : measures) {
    const auto& cost = measure->cost.likely;
    if (!cost) {
      ++costs.without_cost;
      continue;
    }
    costs.all = costs.all + *cost;
    Money& part = costs.by_block[static_cast<std::size_t>(measure->block)];
    part = part + *cost;
  }
  return costs;
}

}  // namespace smile
