#pragma once
// Points, lines and areas as flat coordinates. A geometry knows no coordinate system: whoever holds it says which.

#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace smile {

/// x = easting or longitude, y = northing or latitude, always in this order.
struct Point {
  double x = 0;
  double y = 0;
  bool operator==(const Point&) const = default;
};

struct Box {
  double min_x = std::numeric_limits<double>::infinity();
  double min_y = std::numeric_limits<double>::infinity();
  double max_x = -std::numeric_limits<double>::infinity();
  double max_y = -std::numeric_limits<double>::infinity();

  bool empty() const { return min_x > max_x; }
  double width() const { return empty() ? 0 : max_x - min_x; }
  double height() const { return empty() ? 0 : max_y - min_y; }
  Point centre() const { return {(min_x + max_x) / 2, (min_y + max_y) / 2}; }
  bool contains(Point p) const { return p.x >= min_x && p.x <= max_x && p.y >= min_y && p.y <= max_y; }
  bool intersects(const Box& o) const {
    return min_x <= o.max_x && o.min_x <= max_x && min_y <= o.max_y && o.min_y <= max_y;
  }
  void add(Point p);
  void add(const Box& other);
  Box grown(double margin) const { return {min_x - margin, min_y - margin, max_x + margin, max_y + margin}; }
  bool operator==(const Box&) const = default;
};

enum class GeometryKind : std::uint8_t { none, point, line, area };

/// One or several points, lines or polygons. Rings are closed (first = last coordinate); the first ring of a polygon is
/// its shell.
struct Geometry {
  GeometryKind kind = GeometryKind::none;
  std::vector<Point> points;             ///< all coordinates, path after path
  std::vector<std::uint32_t> path_ends;  ///< lines and areas: one past the last coordinate of each line or ring
  std::vector<std::uint32_t> part_ends;  ///< areas: one past the last path of each polygon

  bool empty() const { return points.empty(); }
  std::size_t paths() const { return path_ends.size(); }
  std::span<const Point> path(std::size_t i) const {
    const std::uint32_t begin = i == 0 ? 0 : path_ends[i - 1];
    return std::span(points).subspan(begin, path_ends[i] - begin);
  }
  /// Number of points, lines or polygons.
  std::size_t parts() const;
  bool operator==(const Geometry&) const = default;
};

Geometry make_point(Point p);
Geometry make_points(std::vector<Point> points);
Geometry make_line(std::vector<Point> points);
/// Closes the ring if it is open.
Geometry make_area(std::vector<Point> shell);

Box bounds(const Geometry& geometry);
/// Planar, in square units of the coordinates; holes subtracted; 0 for points and lines.
double area(const Geometry& geometry);
/// Planar, in units of the coordinates: of lines, or of all rings.
double length(const Geometry& geometry);
/// No NaN, no infinity, nothing beyond ±1e9: the first gate before any GEOS call.
bool is_finite(const Geometry& geometry);

/// Where a point lies against an area, exactly (robust orientation test).
enum class Side { outside, border, inside };
Side locate(Point p, const Geometry& area);

/// A copy moved by (dx, dy).
Geometry moved(Geometry geometry, double dx, double dy);

// --- WKB (ISO, little or big endian, also EWKB Z/M whose extra ordinates are dropped) ---
std::string to_wkb(const Geometry& geometry);
/// std::nullopt for damaged or unsupported bytes. Curves are not read here (formats linearises them).
std::optional<Geometry> from_wkb(std::string_view bytes);
/// Appends to `all`, whose lists then hold many geometries one after another (ends count from the very first) and whose
/// kind becomes that of this one. False, and `all` as it was, where from_wkb has no result. For columns of a hundred
/// thousand geometries.
bool append_wkb(std::string_view bytes, Geometry& all);

}  // namespace smile
