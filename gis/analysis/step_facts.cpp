#include "gis/analysis/step_facts.h"

#include <algorithm>

#include "gis/analysis/level_ages.h"
#include "gis/analysis/which_district.h"
#include "gis/plan/steps.h"

namespace smile {
namespace {

bool lies_in(const Measure& measure, Id district, const Plan& plan, const DistrictIndex& index) {
  const auto shares = districts_of_measure(measure, plan, index);
  return std::any_of(shares.begin(), shares.end(),
                     [&](const DistrictShare& share) { return share.district == district; });
}

/// Of the district's level, else of the coarsest that knows ages.
LevelAges ages_for(const Plan& plan, Id district) {
  if (const District* one = find_district(plan, district)) return level_ages(plan, one->level);
  for (const Level& level : plan.levels)
    if (LevelAges ages = level_ages(plan, level.id); !ages.groups.empty()) return ages;
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
  const LevelAges ages = ages_for(plan, district);
  for (std::size_t i = 0; i < ages.groups.size(); ++i) {
    const Statistic& statistic = *ages.of_each_group[i];
    out.push_back({ages.groups[i], district != 0 ? of_district(statistic, district) : of_city(plan, statistic)});
  }
  return out;
}

const Statistic* statistic_of_ages(const Plan& plan, Id district) {
  const LevelAges ages = ages_for(plan, district);
  return ages.of_each_group.empty() ? nullptr : ages.of_each_group.front();
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
