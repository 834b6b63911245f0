// How much of a measure lies in which district.

#include <algorithm>
#include <map>

#include "gis/analysis/which_district.h"
#include "gis/geometry/overlay.h"

namespace smile {
namespace {

constexpr double rounding = 1e-9;  // of the whole: overlay's rounding is far below it, a real part far above

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

double size_of(const Geometry& geometry) {
  return geometry.kind == GeometryKind::area ? area(geometry) : length(geometry);
}

std::vector<std::int32_t> lower_codes_first(const DistrictIndex& index, const Box& box) {
  std::vector<std::int32_t> order;
  for (std::size_t i = 0; i < index.districts().size(); ++i)
    if (bounds(index.districts()[i]->geometry).intersects(box)) order.push_back(static_cast<std::int32_t>(i));
  std::stable_sort(order.begin(), order.end(), [&](std::int32_t a, std::int32_t b) {
    return lower_code(index.districts()[static_cast<std::size_t>(a)]->code,
                      index.districts()[static_cast<std::size_t>(b)]->code);
  });
  return order;
}

/// What the lower code has taken is gone for the others, so that a street along a border is counted once.
Shares of_shape(const Geometry& shape, const DistrictIndex& index) {
  Shares shares;
  const double whole = size_of(shape);
  if (!(whole > 0)) return shares;
  if (const std::int32_t only = index.whole(bounds(shape)); only != DistrictIndex::nowhere) {
    add_share(shares, index, only, 1, false);
    return shares;
  }
  Geometry rest = shape;
  std::map<std::int32_t, Geometry> taken;
  for (const std::int32_t district : lower_codes_first(index, bounds(shape))) {
    const Geometry& boundary = index.districts()[static_cast<std::size_t>(district)]->geometry;
    for (const auto& [lower, kept] : taken)
      if (size_of(intersection(kept, boundary)) > rounding * whole) shares[lower].on_border = true;
    if (rest.empty()) continue;
    Geometry part = intersection(rest, boundary);
    const double share = size_of(part) / whole;
    if (share <= rounding) continue;
    add_share(shares, index, district, share, false);
    rest = difference(rest, boundary);
    taken.emplace(district, std::move(part));
  }
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

Shares of_city(const DistrictIndex& index) {
  Shares shares;
  double sum = 0;
  for (const DistrictPtr& district : index.districts()) sum += weight_of(*district);
  for (std::size_t i = 0; i < index.districts().size() && sum > 0; ++i)
    add_share(shares, index, static_cast<std::int32_t>(i), weight_of(*index.districts()[i]) / sum, false);
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
      return of_city(index);
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
