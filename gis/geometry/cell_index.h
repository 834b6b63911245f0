#pragma once
// Boxes in a grid of square cells, to find what is nearest to a point.

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

#include "gis/geometry/geometry.h"

namespace smile {

class CellIndex {
public:
  static constexpr std::uint32_t nothing = std::numeric_limits<std::uint32_t>::max();

  /// About as many cells as boxes; a box stands in every cell it meets.
  explicit CellIndex(std::span<const Box> boxes);

  /// The item for which distance(item) is smallest, of equal ones the lowest; `nothing` without any. An item must not
  /// be nearer to p than its box is.
  template <class Distance>
  std::uint32_t nearest(Point p, Distance distance) const;

private:
  std::int64_t column(double x) const { return cell(x - ground_.min_x, columns_); }
  std::int64_t line(double y) const { return cell(y - ground_.min_y, lines_); }
  std::int64_t cell(double offset, std::int64_t count) const {
    return static_cast<std::int64_t>(std::clamp(std::floor(offset / width_), 0.0, static_cast<double>(count - 1)));
  }
  std::span<const std::uint32_t> items(std::int64_t column, std::int64_t line) const {
    const auto at = static_cast<std::size_t>(line * columns_ + column);
    return std::span(items_).subspan(ends_[at], ends_[at + 1] - ends_[at]);
  }

  Box ground_;
  double width_ = 1;
  std::int64_t columns_ = 0, lines_ = 0;
  std::vector<std::uint32_t> ends_;  ///< of each cell: where its items begin; and the end
  std::vector<std::uint32_t> items_;
};

template <class Distance>
std::uint32_t CellIndex::nearest(Point p, Distance distance) const {
  std::uint32_t best = nothing;
  double least = std::numeric_limits<double>::infinity();
  if (columns_ == 0) return best;
  const std::int64_t x = column(p.x), y = line(p.y);
  const auto look = [&](std::int64_t c, std::int64_t l) {
    for (const std::uint32_t item : items(c, l)) {
      const double d = distance(item);
      if (d < least || (d == least && item < best)) least = d, best = item;
    }
  };
  // Ring by ring around the cell of p. What lies in ring r or beyond it is at least as far as that ring's inner edge,
  // on the sides that have cells there.
  const auto beyond = [&](std::int64_t r) {
    double nearest = std::numeric_limits<double>::infinity();
    if (x - r >= 0) nearest = std::min(nearest, p.x - (ground_.min_x + static_cast<double>(x - r + 1) * width_));
    if (x + r < columns_) nearest = std::min(nearest, ground_.min_x + static_cast<double>(x + r) * width_ - p.x);
    if (y - r >= 0) nearest = std::min(nearest, p.y - (ground_.min_y + static_cast<double>(y - r + 1) * width_));
    if (y + r < lines_) nearest = std::min(nearest, ground_.min_y + static_cast<double>(y + r) * width_ - p.y);
    return nearest;
  };
  const std::int64_t last = std::max({x, columns_ - 1 - x, y, lines_ - 1 - y});
  for (std::int64_t r = 0; r <= last && (best == nothing || least >= beyond(r)); ++r) {
    const std::int64_t low = std::max<std::int64_t>(y - r, 0), high = std::min(y + r, lines_ - 1);
    for (std::int64_t l = low; l <= high; ++l) {
      const bool whole = l == y - r || l == y + r;
      const std::int64_t step = whole || r == 0 ? 1 : 2 * r;
      for (std::int64_t c = x - r; c <= x + r; c += step)
        if (c >= 0 && c < columns_) look(c, l);
    }
  }
  return best;
}

}  // namespace smile
