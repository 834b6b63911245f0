#pragma once
// The grid behind DistrictIndex. Cells are squares in the plan's units. A cell that no border touches knows its
// district; a cell that borders run through keeps those edges and, per district concerned, whether the cell's own
// reference corner lies inside. A point then counts the edges on the short way from itself to that corner: along its
// row, then down the corner's column. The way is shifted by an infinitesimal amount (simulation of simplicity), so that
// it never meets a vertex and the count is exact.

#include <cstdint>
#include <span>
#include <vector>

#include "gis/geometry/geometry.h"

namespace smile {

class DistrictGrid {
public:
  static constexpr std::int32_t nowhere = -1;
  struct Hit {
    std::int32_t area = nowhere;
    bool on_border = false;
  };

  /// Where several areas hold a point, the one that `order` (positions in `areas`) names first wins. The areas must
  /// stay where they are.
  DistrictGrid(std::vector<const Geometry*> areas, const std::vector<std::int32_t>& order);

  Hit at(Point p) const;
  void locate(std::span<const Point> points, std::span<std::int32_t> out) const;
  /// The area that holds every point of the box according to the cells alone; nowhere if they don't decide it.
  std::int32_t whole(const Box& box) const;

private:
  struct Edge {
    Point low, high;          ///< by y, then x
    std::uint64_t areas = 0;  ///< whose border it is: a bit per candidate of the cell
  };
  struct MixedCell {
    Point corner;
    std::uint32_t first_edge = 0;  ///< first the many that lie right of the corner's column and have it on their left …
    std::uint32_t first_near = 0;  ///< … then those that cross the column or lie left of it
    std::uint32_t end_edge = 0;
    std::uint32_t first_candidate = 0, end_candidate = 0;
    std::uint64_t corner_inside = 0;  ///< a bit per candidate
    bool crowded() const { return end_candidate - first_candidate > 64; }
  };
  struct Builder;

  bool covers(Point p) const {
    return p.x >= box_.min_x && p.x <= box_.max_x && p.y >= box_.min_y && p.y <= box_.max_y;
  }
  // Both are monotone in the coordinate, for points and for the edges' ends alike: that is what exactness rests on.
  std::int32_t column(double x) const { return index((x - box_.min_x) * cells_per_unit_, columns_); }
  std::int32_t row(double y) const { return index((y - box_.min_y) * cells_per_unit_, rows_); }
  static std::int32_t index(double cells, std::int32_t count) {
    const auto i = static_cast<std::int32_t>(cells);
    return i < count ? i : count - 1;
  }
  std::size_t cell(Point p) const {
    return static_cast<std::size_t>(row(p.y)) * static_cast<std::size_t>(columns_) +
           static_cast<std::size_t>(column(p.x));
  }
  Hit in_mixed(const MixedCell& cell, Point p) const;
  const MixedCell& mixed(std::int32_t value) const { return mixed_[static_cast<std::size_t>(-2 - value)]; }
  void prefetch_edges(const MixedCell& cell) const;
  Hit in_crowded(const MixedCell& cell, Point p) const;

  std::vector<const Geometry*> areas_;
  Box box_;
  double cells_per_unit_ = 1;
  std::int32_t columns_ = 0, rows_ = 0;
  std::vector<std::int32_t> cells_;  ///< ≥ 0: wholly that area; −1: nowhere; else mixed_[−2 − value]
  std::vector<MixedCell> mixed_;
  std::vector<Edge> edges_;
  std::vector<std::int32_t> candidates_;  ///< areas, the winning one first
};

}  // namespace smile
