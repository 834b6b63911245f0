#pragma once
// Small cities for the tests of this folder.

#include <cmath>
#include <random>

#include "gis/plan/plan.h"

namespace smile::tests {

inline DistrictPtr district(Id id, std::string code, Geometry geometry, Id level = 1, Id parent = 0) {
  District made;
  made.id = id;
  made.level = level;
  made.parent = parent;
  made.name = "District " + code;
  made.code = std::move(code);
  made.area_m2 = area(geometry);
  made.geometry = std::move(geometry);
  return std::make_shared<const District>(std::move(made));
}

inline Geometry square(double x, double y, double size) {
  return make_area({{x, y}, {x + size, y}, {x + size, y + size}, {x, y + size}});
}

/// columns × rows districts whose corners are shaken and whose shared sides are bent at the same places: an exact
/// partition.
inline std::vector<DistrictPtr> shaken_city(int columns, int rows, int bends, unsigned seed) {
  std::mt19937 random(seed);
  std::uniform_real_distribution<double> shake(-0.3, 0.3);
  const double side = 1000;
  const Point origin{308000.25, 6000000.125};
  std::vector<Point> nodes;
  for (int r = 0; r <= rows; ++r)
    for (int c = 0; c <= columns; ++c)
      nodes.push_back({origin.x + (c + shake(random)) * side, origin.y + (r + shake(random)) * side});
  const auto node = [&](int c, int r) { return nodes[static_cast<std::size_t>(r * (columns + 1) + c)]; };
  const auto bent = [&](Point a, Point b) {
    std::vector<Point> line = {a};
    for (int i = 1; i <= bends; ++i) {
      const double t = static_cast<double>(i) / (bends + 1);
      const double off = shake(random) * side * 0.2 * std::min(t, 1 - t);
      line.push_back(
          {a.x + (b.x - a.x) * t - (b.y - a.y) / side * off, a.y + (b.y - a.y) * t + (b.x - a.x) / side * off});
    }
    line.push_back(b);
    return line;
  };
  std::vector<std::vector<Point>> across, up;  // of the sides from node (c, r) to the right and upwards
  for (int r = 0; r <= rows; ++r)
    for (int c = 0; c <= columns; ++c) {
      across.push_back(c < columns ? bent(node(c, r), node(c + 1, r)) : std::vector<Point>{});
      up.push_back(r < rows ? bent(node(c, r), node(c, r + 1)) : std::vector<Point>{});
    }
  std::vector<DistrictPtr> districts;
  for (int r = 0; r < rows; ++r)
    for (int c = 0; c < columns; ++c) {
      const auto at = [&](int dc, int dr) { return static_cast<std::size_t>((r + dr) * (columns + 1) + c + dc); };
      std::vector<Point> ring = across[at(0, 0)];
      ring.insert(ring.end(), up[at(1, 0)].begin() + 1, up[at(1, 0)].end());
      ring.insert(ring.end(), across[at(0, 1)].rbegin() + 1, across[at(0, 1)].rend());
      ring.insert(ring.end(), up[at(0, 0)].rbegin() + 1, up[at(0, 0)].rend());
      const int number = r * columns + c + 1;
      districts.push_back(district(number, std::to_string(number), make_area(std::move(ring))));
    }
  return districts;
}

inline Plan plan_of(std::vector<DistrictPtr> districts) {
  Plan plan;
  plan.levels = {{1, "Districts", 0}};
  plan.districts = std::move(districts);
  plan.next_id = 100000;
  return plan;
}

inline Measure measure(Id id, Placement placement, Geometry geometry,
                       std::optional<std::int64_t> cents = std::nullopt) {
  Measure made;
  made.id = id;
  made.title = "Measure " + std::to_string(id);
  made.location.placement = placement;
  made.location.geometry = std::move(geometry);
  if (cents) made.cost.likely = Money{*cents};
  return made;
}

inline void add(Plan& plan, Measure measure) {
  plan.measures.push_back(std::make_shared<const Measure>(std::move(measure)));
}

}  // namespace smile::tests
