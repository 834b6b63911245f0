#include "gis/analysis/gaps.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "gis/analysis/home_features.h"
#include "gis/analysis/which_district.h"
#include "gis/geometry/nearest.h"

namespace smile {
namespace {

using Cell = std::pair<std::int64_t, std::int64_t>;

/// Homes of the squares that touch each other.
class Clusters {
public:
  Clusters(std::span<const Point> homes, const std::vector<double>& people, double side) {
    for (std::uint32_t i = 0; i < homes.size(); ++i)
      if (people[i] > 0)
        homes_[{std::llround(std::floor(homes[i].x / side)), std::llround(std::floor(homes[i].y / side))}].push_back(i);
  }

  std::vector<std::vector<std::uint32_t>> take() {
    std::vector<std::vector<std::uint32_t>> clusters;
    while (!homes_.empty()) {
      std::vector<std::uint32_t>& cluster = clusters.emplace_back();
      std::vector<Cell> open{homes_.begin()->first};
      while (!open.empty()) {
        const Cell cell = open.back();
        open.pop_back();
        const auto found = homes_.find(cell);
        if (found == homes_.end()) continue;
        cluster.insert(cluster.end(), found->second.begin(), found->second.end());
        homes_.erase(found);
        for (const std::int64_t dx : {-1, 0, 1})
          for (const std::int64_t dy : {-1, 0, 1}) open.emplace_back(cell.first + dx, cell.second + dy);
      }
      std::sort(cluster.begin(), cluster.end());
    }
    return clusters;
  }

private:
  std::map<Cell, std::vector<std::uint32_t>> homes_;
};

Gap gap_of(const std::vector<std::uint32_t>& cluster, std::span<const Point> homes, const std::vector<double>& people) {
  Gap gap;
  Point middle;
  for (const std::uint32_t i : cluster) {
    gap.people += people[i];
    gap.ground.add(homes[i]);
    middle.x += homes[i].x * people[i];
    middle.y += homes[i].y * people[i];
  }
  middle = {middle.x / gap.people, middle.y / gap.people};
  gap.at = homes[*std::min_element(cluster.begin(), cluster.end(), [&](std::uint32_t a, std::uint32_t b) {
    return distance(homes[a], middle) < distance(homes[b], middle);
  })];
  return gap;
}

void name_gap(Gap& gap, const std::vector<std::uint32_t>& cluster, const CatchmentInput& input,
              const std::vector<double>& people, const DistrictIndex& index) {
  std::map<std::int32_t, double> by_district;
  for (const std::uint32_t i : cluster) by_district[index.at(input.people.at[i]).district] += people[i];
  by_district.erase(DistrictIndex::nowhere);
  const auto most = std::max_element(by_district.begin(), by_district.end(),
                                     [](const auto& a, const auto& b) { return a.second < b.second; });
  if (most == by_district.end()) return;
  const District& district = *index.districts()[static_cast<std::size_t>(most->first)];
  gap.district = district.id;
  gap.name = district.name;
  gap.more = std::count_if(by_district.begin(), by_district.end(),
                           [&](const auto& one) { return one.first != most->first && one.second >= 0.5; });
}

}  // namespace

std::string place_in_words(const Gap& gap) {
  if (gap.name.empty()) return say("outside");
  return gap.more == 0 ? gap.name : str(text("{1} and {2} more", gap.name, gap.more));
}

Gaps gaps_of(const Catchment& catchment, const CatchmentInput& input, Id level, double near_m) {
  std::vector<double> missing(catchment.counted.size(), 0.0);
  for (std::size_t i = 0; i < missing.size(); ++i)
    if (catchment.nearest[i] == unreached) missing[i] = catchment.counted[i];
  Gaps gaps;
  gaps.people = catchment.all.people;
  gaps.not_reached = sum_of(missing);
  const auto index = input.plan.districts.empty() ? nullptr : district_index(input.plan, level);
  for (const auto& cluster : Clusters(input.people.at, missing, near_m).take()) {
    gaps.gaps.push_back(gap_of(cluster, input.people.at, missing));
    if (index) name_gap(gaps.gaps.back(), cluster, input, missing, *index);
  }
  std::stable_sort(gaps.gaps.begin(), gaps.gaps.end(), [](const Gap& a, const Gap& b) { return a.people > b.people; });
  return gaps;
}

LayerData gap_features(const Catchment& catchment, const People& people, const LayerData& population) {
  return home_features(people, population, {{"not_reached", ValueColumn::Kind::real}},
                       [&](std::size_t i) -> std::vector<FeatureValue> {
                         if (catchment.nearest[i] != unreached || !(catchment.counted[i] > 0)) return {};
                         return {catchment.counted[i]};
                       });
}

}  // namespace smile
