#include "gis/analysis/district_grid.h"

#include <algorithm>
#include <array>
#include <bit>

#include "gis/geometry/orientation.h"

namespace smile {
namespace {

/// Side of p + (δ, ε) with infinitesimal δ ≫ ε > 0 against a line that rises, or runs level to the right; never 0.
int shifted_side(Point low, Point high, Point p) {
  if (const int side = orientation(low, high, p); side != 0) return side;
  return low.y != high.y ? -1 : 1;
}

/// Whether an edge crosses the way from p along its row to below or above the corner, then along the corner's column.
bool crosses_way(Point low, Point high, Point p, int side_of_p, Point corner) {
  const bool spans_row = low.y <= p.y && high.y > p.y;
  const bool spans_column = (low.x > corner.x) != (high.x > corner.x);
  if (!spans_row && !spans_column) return false;
  const int side_of_bend = shifted_side(low, high, {corner.x, p.y});
  const bool on_row = spans_row && side_of_p != side_of_bend;
  const bool on_column = spans_column && side_of_bend != shifted_side(low, high, corner);
  return on_row != on_column;
}

}  // namespace

DistrictGrid::Hit DistrictGrid::in_mixed(const MixedCell& cell, Point p) const {
  if (cell.crowded()) return in_crowded(cell, p);
  std::uint64_t inside = cell.corner_inside;
  std::uint64_t border = 0;
  const auto touches = [&](const Edge& edge) {
    return p.x >= std::min(edge.low.x, edge.high.x) && p.x <= std::max(edge.low.x, edge.high.x);
  };
  // These lie right of the corner's column: the way crosses them where p lies beyond them.
  for (std::uint32_t i = cell.first_edge; i < cell.first_near; ++i) {
    const Edge& edge = edges_[i];
    if (p.y < edge.low.y || p.y > edge.high.y) continue;
    const int side = orientation(edge.low, edge.high, p);
    if (side < 0 && p.y < edge.high.y) inside ^= edge.areas;
    if (side == 0 && touches(edge)) border |= edge.areas;
  }
  for (std::uint32_t i = cell.first_near; i < cell.end_edge; ++i) {
    const Edge& edge = edges_[i];
    int side = 0;
    if (p.y >= edge.low.y && p.y <= edge.high.y) {
      side = orientation(edge.low, edge.high, p);
      if (side == 0 && touches(edge)) {
        border |= edge.areas;
        continue;
      }
    }
    if (crosses_way(edge.low, edge.high, p, side, cell.corner)) inside ^= edge.areas;
  }
  const std::uint64_t held = inside | border;
  if (held == 0) return {};
  const int first = std::countr_zero(held);
  return {candidates_[cell.first_candidate + static_cast<std::uint32_t>(first)], ((border >> first) & 1U) != 0};
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
  return value >= nowhere ? Hit{value, false} : in_mixed(mixed(value), p);
}

void DistrictGrid::prefetch_edges(const MixedCell& cell) const {
  constexpr std::uint32_t enough = 16;  // behind them the processor sees the pattern itself
  for (std::uint32_t i = cell.first_edge; i < std::min(cell.end_edge, cell.first_edge + enough); ++i)
    __builtin_prefetch(&edges_[i]);
}

void DistrictGrid::locate(std::span<const Point> points, std::span<std::int32_t> out) const {
  // First every point's cell, which the memory can answer many at a time; then the few in mixed cells, found without a
  // branch.
  constexpr std::size_t batch = 1024;
  std::array<std::uint16_t, batch> in_mixed_cells;
  for (std::size_t begin = 0; begin < points.size(); begin += batch) {
    const std::size_t count = std::min(points.size() - begin, batch);
    std::size_t found = 0;
    for (std::size_t i = 0; i < count; ++i) {
      const Point p = points[begin + i];
      const std::int32_t value = covers(p) ? cells_[cell(p)] : nowhere;
      out[begin + i] = value;
      in_mixed_cells[found] = static_cast<std::uint16_t>(i);
      found += value < nowhere ? 1U : 0U;
    }
    // Where a mixed cell lies in memory can't be foreseen by the processor: it is told a few points ahead.
    for (std::size_t k = 0; k < found; ++k) __builtin_prefetch(&mixed(out[begin + in_mixed_cells[k]]));
    for (std::size_t k = 0; k < found; ++k) prefetch_edges(mixed(out[begin + in_mixed_cells[k]]));
    for (std::size_t k = 0; k < found; ++k) {
      const std::size_t i = begin + in_mixed_cells[k];
      out[i] = in_mixed(mixed(out[i]), points[i]).area;
    }
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
