#include "gis/analysis/district_grid.h"

#include <algorithm>
#include <bit>

#include "gis/geometry/orientation.h"

namespace smile {
namespace {

constexpr std::size_t most_candidates = 64;

bool may_touch(Point p, Point a, Point b) {
  return p.x >= std::min(a.x, b.x) && p.x <= std::max(a.x, b.x) && p.y >= std::min(a.y, b.y) &&
         p.y <= std::max(a.y, b.y);
}

/// Side of p + (δ, ε) with infinitesimal δ ≫ ε > 0; never 0 for an edge with different ends.
int shifted_side(Point a, Point b, Point p) {
  if (const int side = orientation(a, b, p); side != 0) return side;
  if (a.y != b.y) return b.y < a.y ? 1 : -1;
  return b.x > a.x ? 1 : -1;
}

/// Whether an edge crosses the way from p along its row to below or above the corner, then along the corner's column.
bool crosses_way(Point a, Point b, Point p, int side_of_p, Point corner) {
  const bool spans_row = (a.y > p.y) != (b.y > p.y);
  const bool spans_column = (a.x > corner.x) != (b.x > corner.x);
  if (!spans_row && !spans_column) return false;
  const int side_of_bend = shifted_side(a, b, {corner.x, p.y});
  const bool on_row = spans_row && side_of_p != side_of_bend;
  const bool on_column = spans_column && side_of_bend != shifted_side(a, b, corner);
  return on_row != on_column;
}

}  // namespace

DistrictGrid::Hit DistrictGrid::in_mixed(const MixedCell& cell, Point p) const {
  if (cell.end_candidate - cell.first_candidate > most_candidates) return in_crowded(cell, p);
  std::uint64_t inside = cell.corner_inside;
  std::uint64_t border = 0;
  for (std::uint32_t i = cell.first_edge; i < cell.end_edge; ++i) {
    const Edge& edge = edges_[i];
    const std::uint64_t bit = std::uint64_t{1} << edge.candidate;
    const bool spans_row = (edge.a.y > p.y) != (edge.b.y > p.y);
    int side = 0;
    if (spans_row || may_touch(p, edge.a, edge.b)) {
      side = orientation(edge.a, edge.b, p);
      if (side == 0) {
        border |= bit;
        continue;
      }
    }
    if (crosses_way(edge.a, edge.b, p, side, cell.corner)) inside ^= bit;
  }
  const std::uint64_t held = inside | border;
  if (held == 0) return {};
  const int first = std::countr_zero(held);
  return {candidates_[cell.first_candidate + static_cast<std::uint32_t>(first)], ((border >> first) & 1) != 0};
}

/// More districts meet here than a word has bits: one by one.
DistrictGrid::Hit DistrictGrid::in_crowded(const MixedCell& cell, Point p) const {
  for (std::uint32_t i = cell.first_candidate; i < cell.end_candidate; ++i) {
    const Side side = smile::locate(p, *areas_[static_cast<std::size_t>(candidates_[i])]);
    if (side != Side::outside) return {candidates_[i], side == Side::border};
  }
  return {};
}

DistrictGrid::Hit DistrictGrid::at(Point p) const {
  if (!covers(p)) return {};
  const std::int32_t value = cells_[cell(p)];
  return value >= nowhere ? Hit{value, false} : in_mixed(mixed_[static_cast<std::size_t>(-2 - value)], p);
}

void DistrictGrid::locate(std::span<const Point> points, std::span<std::int32_t> out) const {
  // First every point's cell, which the memory can answer many at a time; then the few in mixed cells.
  constexpr std::size_t batch = 512;
  for (std::size_t begin = 0; begin < points.size(); begin += batch) {
    const std::size_t end = std::min(points.size(), begin + batch);
    for (std::size_t i = begin; i < end; ++i) out[i] = covers(points[i]) ? cells_[cell(points[i])] : nowhere;
    for (std::size_t i = begin; i < end; ++i)
      if (out[i] < nowhere) out[i] = in_mixed(mixed_[static_cast<std::size_t>(-2 - out[i])], points[i]).area;
  }
}

std::int32_t DistrictGrid::whole(const Box& box) const {
  if (box.empty() || !covers({box.min_x, box.min_y}) || !covers({box.max_x, box.max_y})) return nowhere;
  const std::int32_t value = cells_[cell({box.min_x, box.min_y})];
  if (value < 0) return nowhere;
  const std::int32_t last_column = column(box.max_x);
  for (std::int32_t r = row(box.min_y); r <= row(box.max_y); ++r)
    for (std::int32_t c = column(box.min_x); c <= last_column; ++c)
      if (cells_[static_cast<std::size_t>(r) * static_cast<std::size_t>(columns_) + static_cast<std::size_t>(c)] !=
          value)
        return nowhere;
  return value;
}

}  // namespace smile
