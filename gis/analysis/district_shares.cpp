// How much of a measure lies in which district.

#include <algorithm>
#include <map>
#include <numeric>
#include <vector>

#include "gis/analysis/which_district.h"

namespace smile {
namespace {

/// Shares by position in the index, so that order does not depend on ids.
using Shares = std::map<std::int32_t, DistrictShare>;

void add_share(Shares& shares, const DistrictIndex& index, std::int32_t district, double share, bool on_border) {
  DistrictShare& entry = shares[district];
  entry.district = index.districts()[static_cast<std::size_t>(district)]->id;
  entry.share += share;
  entry.on_border = entry.on_border || on_border;
}

Shares of_sites(const Geometry& sites, const DistrictIndex& index) {
  Shares shares;
  for (const Point& site : sites.points) {
    const DistrictIndex::Hit hit = index.at(site);
    if (hit.district != DistrictIndex::nowhere)
      add_share(shares, index, hit.district, 1.0 / static_cast<double>(sites.points.size()), hit.on_border);
  }
  return shares;
}

Shares of_shape(const Geometry& shape, const DistrictIndex& index) {
  Shares shares;
  for (const DistrictIndex::ShapeShare& share : index.shares_of(shape))
    add_share(shares, index, share.district, share.share, share.on_border);
  return shares;
}

double weight_of(const District& district) {
  return district.official_area_m2.value_or(district.area_m2);
}

bool descends_from(const Plan& plan, const District* district, Id ancestor) {
  for (; district != nullptr; district = find_district(plan, district->parent))
    if (district->id == ancestor) return true;
  return false;
}

/// The districts of the index that lie in this one, by area; or the one it lies in; or, without links, what geometry
/// says.
Shares of_district(const Plan& plan, const District& named, const DistrictIndex& index) {
  Shares shares;
  double sum = 0;
  for (std::size_t i = 0; i < index.districts().size(); ++i) {
    const District& district = *index.districts()[i];
    const bool same_or_below = descends_from(plan, &district, named.id);
    if (!same_or_below && !descends_from(plan, &named, district.id)) continue;
    const double weight = same_or_below ? weight_of(district) : 1;
    add_share(shares, index, static_cast<std::int32_t>(i), weight, false);
    sum += weight;
  }
  if (shares.empty()) return of_shape(named.geometry, index);
  for (auto& [position, share] : shares) share.share = sum > 0 ? share.share / sum : 0;
  return shares;
}

Shares of_districts(const Plan& plan, const std::vector<Id>& districts, const DistrictIndex& index) {
  Shares shares;
  double sum = 0;
  for (const Id id : districts)
    if (const District* named = find_district(plan, id)) sum += weight_of(*named);
  for (const Id id : districts) {
    const District* named = find_district(plan, id);
    if (named == nullptr || !(sum > 0)) continue;
    for (const auto& [position, share] : of_district(plan, *named, index))
      add_share(shares, index, position, share.share * weight_of(*named) / sum, false);
  }
  return shares;
}

/// What is for everybody belongs to where everybody lives: by inhabitants, unless those of a district are not known.
std::vector<double> weights_of_city(const Plan& plan, const DistrictIndex& index) {
  std::vector<double> people, areas;
  const Statistic* statistic = index.districts().empty() ? nullptr : inhabitants_of(plan, index.districts()[0]->level);
  for (const DistrictPtr& district : index.districts()) {
    areas.push_back(weight_of(*district));
    if (statistic == nullptr) continue;
    const auto figure = statistic->figures.find(district->id);
    if (figure != statistic->figures.end() && figure->second.state == Figure::State::value)
      people.push_back(figure->second.value);
  }
  const double sum = std::accumulate(people.begin(), people.end(), 0.0);
  return people.size() == areas.size() && sum > 0 ? people : areas;
}

Shares of_city(const Plan& plan, const DistrictIndex& index) {
  Shares shares;
  const std::vector<double> weights = weights_of_city(plan, index);
  const double sum = std::accumulate(weights.begin(), weights.end(), 0.0);
  for (std::size_t i = 0; i < weights.size() && sum > 0; ++i)
    add_share(shares, index, static_cast<std::int32_t>(i), weights[i] / sum, false);
  return shares;
}

Shares shares_of(const Measure& measure, const Plan& plan, const DistrictIndex& index) {
  const Location& location = measure.location;
  switch (location.placement) {
    case Placement::none:
      return {};
    case Placement::point:
    case Placement::sites:
      return of_sites(location.geometry, index);
    case Placement::line:
    case Placement::area:
      return of_shape(location.geometry, index);
    case Placement::district:
      return of_districts(plan, location.districts, index);
    case Placement::city:
      return of_city(plan, index);
  }
  return {};
}

}  // namespace

std::vector<DistrictShare> districts_of_measure(const Measure& measure, const Plan& plan, const DistrictIndex& index) {
  struct Ranked {
    DistrictShare share;
    const std::string* code;
  };
  std::vector<Ranked> ranked;
  for (const auto& [position, share] : shares_of(measure, plan, index))
    ranked.push_back({share, &index.districts()[static_cast<std::size_t>(position)]->code});
  std::sort(ranked.begin(), ranked.end(), [](const Ranked& a, const Ranked& b) {
    return a.share.share != b.share.share ? a.share.share > b.share.share : lower_code(*a.code, *b.code);
  });
  std::vector<DistrictShare> out;
  for (const Ranked& entry : ranked) out.push_back(entry.share);
  return out;
}

}  // namespace smile
