#include "gis/analysis/reached_area.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "gis/analysis/reach_of_one.h"
#include "gis/geometry/overlay.h"
#include "gis/jobs/side_by_side.h"

namespace smile {
namespace {

/// Lines, points or areas that lie in the same square: what is buffered in one go.
constexpr double square_m = 1500;
using Square = std::pair<std::int64_t, std::int64_t>;

Square square_of(Point p) {
  return {std::llround(std::floor(p.x / square_m)), std::llround(std::floor(p.y / square_m))};
}

void append_line(Geometry& lines, std::span<const Point> path) {
  lines.kind = GeometryKind::line;
  lines.points.insert(lines.points.end(), path.begin(), path.end());
  lines.path_ends.push_back(static_cast<std::uint32_t>(lines.points.size()));
  lines.part_ends.push_back(static_cast<std::uint32_t>(lines.path_ends.size()));
}

/// Each shape grown, square by square side by side, then together.
Geometry grown(const std::vector<Geometry>& shapes, double far, const Progress& progress) {
  std::vector<Geometry> areas(shapes.size());
  side_by_side(shapes.size(), [&](std::size_t i) {
    progress.check();
    areas[i] = buffered(shapes[i], far);
  });
  progress.check();
  return united(areas);
}

std::vector<Geometry> by_square(const Geometry& lines) {
  std::map<Square, Geometry> squares;
  for (std::size_t k = 0; k < lines.paths(); ++k) append_line(squares[square_of(lines.path(k)[0])], lines.path(k));
  std::vector<Geometry> out;
  for (auto& [square, part] : squares) out.push_back(std::move(part));
  return out;
}

}  // namespace

std::vector<Geometry> reached_areas(const CatchmentSettings& settings, const CatchmentInput& input,
                                    const Progress& progress) {
  check(settings, input.network != nullptr);
  std::vector<Geometry> areas;
  if (settings.by == DistanceBy::line) {
    for (const double far : settings.distances_m) areas.push_back(grown(input.places.shapes, far, progress));
    return areas;
  }
  const Millimetres last = millimetres(settings.distances_m.back());
  const WalkSearch search = walk_from(*input.network, input.places, last, settings.join, progress);
  for (const double far : settings.distances_m)
    areas.push_back(grown(by_square(reached_streets(search, millimetres(far))), beside_street_m, progress));
  return areas;
}

LayerData area_features(const std::vector<Geometry>& areas, const std::vector<double>& distances_m) {
  LayerData data;
  data.kind = GeometryKind::area;
  data.features.columns.emplace_back().name = "distance_m";
  data.features.columns.back().kind = ValueColumn::Kind::real;
  for (std::size_t i = areas.size(); i-- > 0;) {
    if (areas[i].empty()) continue;
    append_feature(data.features, areas[i], {""});
    data.features.columns[0].reals.back() = distances_m[i];
    data.features.columns[0].null.back() = false;
    data.box.add(bounds(areas[i]));
  }
  return data;
}

}  // namespace smile
