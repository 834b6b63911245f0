#include "gis/analysis/step_facts.h"

#include <algorithm>
#include <cmath>

#include "gis/analysis/which_district.h"
#include "gis/plan/pursued.h"
#include "gis/plan/steps.h"

namespace smile {
namespace {

std::vector<MeasurePtr> pointed_out(const Plan& plan, const Step& step) {
  std::vector<MeasurePtr> measures;
  for (const Id id : measures_of(plan, step))
    measures.push_back(*std::find_if(plan.measures.begin(), plan.measures.end(),
                                     [&](const MeasurePtr& measure) { return measure->id == id; }));
  return measures;
}

}  // namespace

std::vector<LocalMeasure> measures_meant(const Plan& plan, const Step& step) {
  std::vector<MeasurePtr> measures = pointed_out(plan, step);
  const bool chosen = !measures.empty();
  if (!chosen)
    measures = measures_of(plan, find_scenario(plan, step.style.scenario) != nullptr ? step.style.scenario : 0);
  if (!chosen) std::erase_if(measures, [](const MeasurePtr& measure) { return !is_pursued(*measure); });
  const District* district = find_district(plan, step.district);
  const auto index = district != nullptr ? district_index(plan, district->level) : nullptr;
  std::vector<LocalMeasure> meant;
  for (const MeasurePtr& measure : measures) {
    if (!index) {
      meant.push_back({measure, 1});
      continue;
    }
    const auto shares = districts_of_measure(*measure, plan, *index);
    const auto here = std::find_if(shares.begin(), shares.end(),
                                   [&](const DistrictShare& share) { return share.district == district->id; });
    if (here != shares.end())
      meant.push_back({measure, here->share});
    else if (chosen)
      meant.push_back({measure, 1});
  }
  // A district's own come before what is for the whole city.
  if (index && !chosen)
    std::stable_partition(meant.begin(), meant.end(), [](const LocalMeasure& local) {
      return local.measure->location.placement != Placement::city;
    });
  return meant;
}

LevelAges ages_around(const Plan& plan, Id district) {
  if (const District* one = find_district(plan, district)) return level_ages(plan, one->level);
  for (const Level& level : plan.levels)
    if (LevelAges ages = level_ages(plan, level.id); !ages.groups.empty()) return ages;
  return {};
}

BlockCosts costs_by_block(const std::vector<LocalMeasure>& measures) {
  BlockCosts costs;
  for (const LocalMeasure& local : measures) {
    if (!is_pursued(*local.measure)) continue;
    ++costs.measures;
    const auto& cost = local.measure->cost.likely;
    if (!cost) {
      ++costs.without_cost;
      continue;
    }
    if (local.share < whole_share) ++costs.in_part;
    const Money here{std::llround(static_cast<double>(cost->cents) * local.share)};
    costs.all = costs.all + here;
    Money& part = costs.by_block[static_cast<std::size_t>(local.measure->block)];
    part = part + here;
  }
  return costs;
}

}  // namespace smile
