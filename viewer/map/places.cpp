#include "viewer/map/places.h"

#include <QString>
#include <algorithm>
#include <cmath>

#include "gis/geometry/nearest.h"
#include "viewer/text.h"

namespace smile::viewer {

Box ground_of(const Location& location, const Plan& plan) {
  Box box = bounds(location.geometry);
  for (const Id id : location.districts)
    if (const District* district = find_district(plan, id)) box.add(bounds(district->geometry));
  if (location.placement == Placement::city) box.add(extent(plan));
  return box;
}

Box ground_of(const std::vector<Id>& measures, const Plan& plan) {
  Box box;
  for (const Id id : measures)
    if (const Measure* measure = find_measure(plan, id)) {
      const Box one = ground_of(measure->location, plan);
      if (!one.empty()) box.add(one);
    }
  return box;
}

std::vector<Id> measures_in(const Box& box, const Plan& plan) {
  std::vector<Id> found;
  for (const MeasurePtr& measure : plan.measures) {
    const auto& points = measure->location.geometry.points;
    if (std::any_of(points.begin(), points.end(), [&](Point p) { return box.contains(p); }))
      found.push_back(measure->id);
  }
  return found;
}

std::optional<std::size_t> corner_at(const Geometry& geometry, Point p, double radius) {
  std::optional<std::size_t> nearest;
  double best = radius;
  for (std::size_t i = 0; i < geometry.points.size(); ++i) {
    const double distance = std::hypot(geometry.points[i].x - p.x, geometry.points[i].y - p.y);
    if (distance > best || (nearest && distance == best)) continue;
    best = distance;
    nearest = i;
  }
  return nearest;
}

Geometry with_corner(Geometry geometry, std::size_t corner, Point to) {
  geometry.points[corner] = to;
  if (geometry.kind != GeometryKind::area) return geometry;
  std::uint32_t begin = 0;
  for (const std::uint32_t end : geometry.path_ends) {
    if (corner == begin) geometry.points[end - 1] = to;
    if (corner == end - 1) geometry.points[begin] = to;
    begin = end;
  }
  return geometry;
}

std::optional<EdgePlace> edge_at(const Geometry& geometry, Point p, double radius) {
  std::optional<EdgePlace> found;
  std::size_t begin = 0;
  for (const std::uint32_t end : geometry.path_ends) {
    for (std::size_t i = begin + 1; i < end; ++i) {
      const Point at = nearest_on(p, geometry.points[i - 1], geometry.points[i]);
      if (distance(p, at) > radius) continue;
      radius = distance(p, at);
      found = EdgePlace{i, at};
    }
    begin = end;
  }
  return found;
}

namespace {

/// The path that holds a coordinate: where it begins and ends.
std::pair<std::size_t, std::size_t> path_around(const Geometry& geometry, std::size_t corner) {
  std::size_t begin = 0;
  for (const std::uint32_t end : geometry.path_ends) {
    if (corner < end) return {begin, end};
    begin = end;
  }
  return {begin, begin};
}

void shift_ends(Geometry& geometry, std::size_t from, int by) {
  for (std::uint32_t& end : geometry.path_ends)
    if (end > from) end = static_cast<std::uint32_t>(static_cast<int>(end) + by);
}

std::optional<Location> without_site(Location location, std::size_t site) {
  auto& points = location.geometry.points;
  if (points.size() < 2) return std::nullopt;
  points.erase(points.begin() + static_cast<std::ptrdiff_t>(site));
  if (points.size() == 1) location.placement = Placement::point;
  return location;
}

}  // namespace

Geometry with_new_corner(Geometry geometry, std::size_t before, Point at) {
  geometry.points.insert(geometry.points.begin() + static_cast<std::ptrdiff_t>(before), at);
  shift_ends(geometry, before - 1, 1);  // it stands between two others of its path
  return geometry;
}

std::optional<Location> without_corner(Location location, std::size_t corner) {
  Geometry& geometry = location.geometry;
  if (corner >= geometry.points.size()) return std::nullopt;
  if (geometry.kind == GeometryKind::point) return without_site(std::move(location), corner);
  const bool ring = geometry.kind == GeometryKind::area;
  const auto [begin, end] = path_around(geometry, corner);
  if (end - begin <= (ring ? 4U : 2U)) return std::nullopt;
  if (ring && corner == end - 1) corner = begin;
  geometry.points.erase(geometry.points.begin() + static_cast<std::ptrdiff_t>(corner));
  shift_ends(geometry, begin, -1);
  if (ring && corner == begin) geometry.points[end - 2] = geometry.points[begin];
  return location;
}

bool has_corners(const Location& location) {
  return location.placement == Placement::line || location.placement == Placement::area ||
         location.placement == Placement::sites;
}

bool can_move(const Location& location) {
  return location.placement == Placement::point || has_corners(location);
}

std::string short_title(const Measure& measure, std::size_t letters) {
  QString title = q(measure.title.empty() ? measure.number : measure.title);
  const auto most = static_cast<qsizetype>(letters);
  if (title.size() > most) title = title.left(most - 1).trimmed() + QChar(0x2026);
  return title.toStdString();
}

}  // namespace smile::viewer
