#pragma once
// Boundaries made ready for drawing, once per set of districts: shared borders found, levels of detail, room for
// labels.

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "gis/plan/plan.h"

namespace smile::layers {

/// A polyline with levels of detail (Douglas–Peucker, each vertex with the tolerance up to which it stays). Its ends
/// always stay.
class Line {
public:
  explicit Line(std::vector<Point> points);
  /// The points that are needed when nothing may be off by more than `tolerance` (ground units).
  std::span<const Point> at(double tolerance) const;
  std::span<const Point> all() const { return std::span(points_).first(ends_.front()); }
  const Box& bounds() const { return bounds_; }

private:
  std::vector<Point> points_;  ///< all levels, the finest first
  std::vector<std::size_t> ends_;
  Box bounds_;
};

/// Horizontal slices of an area: answers where a box fits inside without touching the boundary's vertices again.
class Slices {
public:
  Slices() = default;
  explicit Slices(const Geometry& area);

  /// The centre of a width × height box inside the area and `view`: as near to `preferred` as possible.
  std::vector<Point> places_for(double width, double height, const Box& view, Point preferred) const;
  /// The share of the box that lies inside, 0–1.
  double covered(const Box& box) const;
  /// The centre of a box five times as wide as high and nearly as large as one fits, near the area's middle.
  Point roomiest() const;

private:
  using Interval = std::pair<double, double>;
  std::optional<Point> best_for(double width) const;
  std::vector<Interval> common(std::size_t from, std::size_t to) const;
  double centre_of(std::size_t row) const { return box_.min_y + (static_cast<double>(row) + 0.5) * step_; }

  Box box_;
  double step_ = 0;
  std::vector<std::vector<Interval>> rows_;  ///< from south to north
};

struct DistrictShape {
  DistrictPtr district;
  std::vector<std::vector<std::int32_t>> rings;  ///< arcs of the level in order; ~i: arc i backwards
  Box box;
  Slices slices;
  Point anchor;  ///< where a name sits best
};

/// The districts of one level: each shared border is one arc.
struct LevelShapes {
  Level level;
  std::vector<Line> arcs;
  std::vector<DistrictShape> districts;  ///< in the plan's order
  double typical_width = 0;              ///< median of the districts' widths

  const DistrictShape* find(Id district) const;
};
using LevelShapesPtr = std::shared_ptr<const LevelShapes>;

/// Built once per set of districts and kept for the last few sets: a plan that only changed its measures gets the same
/// object. Thread-safe.
LevelShapesPtr level_shapes(const Level& level, const std::vector<DistrictPtr>& districts);

/// A measure's geometry, with the point at which its symbol stands (the middle of a line, the roomiest place of an
/// area).
struct MeasureShape {
  MeasurePtr measure;
  std::vector<Point> symbols;  ///< each site; one for a line or an area
  std::vector<Line> paths;     ///< lines, or the rings of an area
  Box box;
};
using MeasureShapePtr = std::shared_ptr<const MeasureShape>;
/// Kept as long as the measure lives unchanged. Thread-safe.
MeasureShapePtr measure_shape(const MeasurePtr& measure);

}  // namespace smile::layers
