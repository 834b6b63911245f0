#include "viewer/map/places.h"

#include <QString>
#include <algorithm>
#include <cmath>

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
