#include "gis/geometry/geometry.h"

#include <algorithm>
#include <cmath>

#include "gis/geometry/orientation.h"

namespace smile {
namespace {

constexpr double farthest = 1e9;

/// Twice the signed area; relative to the ring's first point, so that large coordinates don't cost digits.
double twice_signed_area(std::span<const Point> ring) {
  if (ring.size() < 3) return 0;
  const Point o = ring.front();
  double sum = 0;
  for (std::size_t i = 1; i + 1 < ring.size(); ++i)
    sum += (ring[i].x - o.x) * (ring[i + 1].y - o.y) - (ring[i + 1].x - o.x) * (ring[i].y - o.y);
  return sum;
}

bool between(double value, double a, double b) {
  return value >= std::min(a, b) && value <= std::max(a, b);
}

/// Where p lies against one edge: on it, to its left with a crossing of the ray to the right, or neither.
enum class Edge { missed, crossed, touched };
Edge against_edge(Point p, Point a, Point b) {
  if (p == a || p == b) return Edge::touched;
  if (a.y == p.y && b.y == p.y) return between(p.x, a.x, b.x) ? Edge::touched : Edge::missed;
  if ((a.y > p.y) == (b.y > p.y)) return Edge::missed;
  const int turn = orientation(a, b, p);
  if (turn == 0) return Edge::touched;
  return (turn > 0) == (b.y > a.y) ? Edge::crossed : Edge::missed;
}

}  // namespace

void Box::add(Point p) {
  min_x = std::min(min_x, p.x);
  min_y = std::min(min_y, p.y);
  max_x = std::max(max_x, p.x);
  max_y = std::max(max_y, p.y);
}

void Box::add(const Box& other) {
  min_x = std::min(min_x, other.min_x);
  min_y = std::min(min_y, other.min_y);
  max_x = std::max(max_x, other.max_x);
  max_y = std::max(max_y, other.max_y);
}

std::size_t Geometry::parts() const {
  switch (kind) {
    case GeometryKind::none:
      return 0;
    case GeometryKind::point:
      return points.size();
    case GeometryKind::line:
      return path_ends.size();
    case GeometryKind::area:
      return part_ends.size();
  }
  return 0;
}

Geometry make_point(Point p) {
  return {GeometryKind::point, {p}, {}, {}};
}

Geometry make_points(std::vector<Point> points) {
  return {GeometryKind::point, std::move(points), {}, {}};
}

Geometry make_line(std::vector<Point> points) {
  const auto end = static_cast<std::uint32_t>(points.size());
  return {GeometryKind::line, std::move(points), {end}, {}};
}

Geometry make_area(std::vector<Point> shell) {
  if (!shell.empty() && shell.front() != shell.back()) shell.push_back(shell.front());
  const auto end = static_cast<std::uint32_t>(shell.size());
  return {GeometryKind::area, std::move(shell), {end}, {1}};
}

Box bounds(const Geometry& geometry) {
  Box box;
  for (const Point& p : geometry.points) box.add(p);
  return box;
}

double area(const Geometry& geometry) {
  if (geometry.kind != GeometryKind::area) return 0;
  double sum = 0;
  std::size_t path = 0;
  for (const std::uint32_t end : geometry.part_ends)
    for (const std::size_t shell = path; path < end; ++path) {
      const double twice = std::abs(twice_signed_area(geometry.path(path)));
      sum += path == shell ? twice : -twice;
    }
  return sum / 2;
}

double length(const Geometry& geometry) {
  double sum = 0;
  for (std::size_t path = 0; path < geometry.paths(); ++path) {
    const auto points = geometry.path(path);
    for (std::size_t i = 1; i < points.size(); ++i)
      sum += std::hypot(points[i].x - points[i - 1].x, points[i].y - points[i - 1].y);
  }
  return sum;
}

bool is_finite(const Geometry& geometry) {
  return std::all_of(geometry.points.begin(), geometry.points.end(),
                     [](Point p) { return std::abs(p.x) <= farthest && std::abs(p.y) <= farthest; });
}

Side locate(Point p, const Geometry& area) {
  bool inside = false;
  for (std::size_t path = 0; path < area.paths(); ++path) {
    const auto ring = area.path(path);
    for (std::size_t i = 1; i < ring.size(); ++i) {
      const Edge edge = against_edge(p, ring[i - 1], ring[i]);
      if (edge == Edge::touched) return Side::border;
      if (edge == Edge::crossed) inside = !inside;
    }
  }
  return inside ? Side::inside : Side::outside;
}

Geometry moved(Geometry geometry, double dx, double dy) {
  for (Point& p : geometry.points) p = {p.x + dx, p.y + dy};
  return geometry;
}

}  // namespace smile
