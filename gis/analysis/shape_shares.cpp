#include "gis/analysis/shape_shares.h"

#include <algorithm>

#include "gis/geometry/overlay.h"

namespace smile {
namespace {

using ShapeShare = DistrictIndex::ShapeShare;

constexpr double rounding = 1e-9;  // of the whole: overlay's rounding is far below it, a real part far above

double size_of(const Geometry& geometry) {
  return geometry.kind == GeometryKind::area ? area(geometry) : length(geometry);
}

const District& district_at(const DistrictIndex& index, std::int32_t district) {
  return *index.districts()[static_cast<std::size_t>(district)];
}

std::vector<std::int32_t> lower_codes_first(const DistrictIndex& index, const Box& box) {
  std::vector<std::int32_t> order;
  for (std::int32_t i = 0; i < static_cast<std::int32_t>(index.districts().size()); ++i)
    if (index.bounds(i).intersects(box)) order.push_back(i);
  std::stable_sort(order.begin(), order.end(), [&](std::int32_t a, std::int32_t b) {
    return lower_code(district_at(index, a).code, district_at(index, b).code);
  });
  return order;
}

}  // namespace

std::vector<ShapeShare> shares_of_shape(const Geometry& shape, const DistrictIndex& index) {
  const double whole = size_of(shape);
  if (!(whole > 0)) return {};
  if (const std::int32_t only = index.whole(bounds(shape)); only != DistrictIndex::nowhere) return {{only, 1, false}};
  std::vector<ShapeShare> shares;
  std::vector<Geometry> taken;  // by each of the shares
  Geometry rest = shape;
  for (const std::int32_t district : lower_codes_first(index, bounds(shape))) {
    const Geometry& boundary = district_at(index, district).geometry;
    for (std::size_t i = 0; i < shares.size(); ++i)
      if (!shares[i].on_border && bounds(taken[i]).intersects(index.bounds(district)))
        shares[i].on_border = size_of(intersection(taken[i], boundary)) > rounding * whole;
    if (rest.empty()) continue;
    Geometry part = intersection(rest, boundary);
    const double share = size_of(part) / whole;
    if (share <= rounding) continue;
    shares.push_back({district, share, false});
    rest = difference(rest, boundary);
    taken.push_back(std::move(part));
  }
  std::sort(shares.begin(), shares.end(),
            [](const ShapeShare& a, const ShapeShare& b) { return a.district < b.district; });
  return shares;
}

}  // namespace smile
