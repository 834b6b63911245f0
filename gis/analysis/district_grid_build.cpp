// How the grid comes about: the edges are sorted into the cells they touch, then each row is walked from left to right
// once, with the set of areas that hold the cell's reference corner.

#include <algorithm>
#include <cmath>
#include <numeric>
#include <tuple>

#include "gis/analysis/district_grid.h"
#include "gis/geometry/orientation.h"

namespace smile {
namespace {

constexpr double cells_per_edge = 2;  // few enough for the cache, so many that few points fall into mixed cells
constexpr double fewest_cells = 1 << 12;
constexpr double most_cells = 1 << 22;
constexpr double most_columns = 1 << 15;

/// Ranks of the areas that hold a place, the winning one first.
class Inside {
public:
  void toggle(std::uint32_t rank) {
    const auto at = std::lower_bound(ranks_.begin(), ranks_.end(), rank);
    if (at != ranks_.end() && *at == rank)
      ranks_.erase(at);
    else
      ranks_.insert(at, rank);
  }
  const std::vector<std::uint32_t>& ranks() const { return ranks_; }

private:
  std::vector<std::uint32_t> ranks_;
};

}  // namespace

struct DistrictGrid::Builder {
  struct RankedEdge {
    Point a, b;
    std::uint32_t rank;
  };
  struct Entry {  ///< an edge that touches a cell, or (toggles) from this cell on the corners lie beyond the edge
    std::uint64_t cell;
    std::uint32_t value;
  };

  DistrictGrid& grid;
  const std::vector<std::int32_t>& order;
  std::vector<RankedEdge> edges;
  std::vector<Entry> touches, toggles;
  double cell = 1, margin = 0;

  void build() {
    collect_edges();
    if (edges.empty()) return;
    choose_cells();
    for (std::uint32_t i = 0; i < edges.size(); ++i) {
      sort_into_cells(i);
      find_toggles(edges[i]);
    }
    sort_by_cell(touches);
    sort_by_cell(toggles);
    walk_rows();
  }

  void collect_edges() {
    for (std::uint32_t rank = 0; rank < order.size(); ++rank) {
      const Geometry& area = *grid.areas_[static_cast<std::size_t>(order[rank])];
      grid.box_.add(bounds(area));
      for (std::size_t path = 0; path < area.paths(); ++path) {
        const auto ring = area.path(path);
        for (std::size_t i = 1; i < ring.size(); ++i)
          if (ring[i - 1] != ring[i]) edges.push_back({ring[i - 1], ring[i], rank});
      }
    }
  }

  /// The margin is far above the rounding of coordinates and far below a cell: what touches a cell only by rounding is
  /// in its list too.
  void choose_cells() {
    const Box& box = grid.box_;
    const double wanted = std::clamp(cells_per_edge * static_cast<double>(edges.size()), fewest_cells, most_cells);
    const double longest = std::max(box.width(), box.height());
    const double largest =
        std::max({std::abs(box.min_x), std::abs(box.max_x), std::abs(box.min_y), std::abs(box.max_y)});
    cell = std::max({std::sqrt(box.width() * box.height() / wanted), longest / most_columns, largest * 1e-11});
    margin = cell * 1e-3;
    grid.cells_per_unit_ = 1 / cell;
    grid.columns_ = static_cast<std::int32_t>(box.width() / cell) + 1;
    grid.rows_ = static_cast<std::int32_t>(box.height() / cell) + 1;
    grid.cells_.assign(static_cast<std::size_t>(grid.columns_) * static_cast<std::size_t>(grid.rows_), nowhere);
  }

  /// By counting: cells are few and numbered, entries many.
  void sort_by_cell(std::vector<Entry>& entries) const {
    std::vector<std::uint32_t> next(grid.cells_.size() + 1);
    for (const Entry& entry : entries) ++next[entry.cell + 1];
    std::partial_sum(next.begin(), next.end(), next.begin());
    std::vector<Entry> sorted(entries.size());
    for (const Entry& entry : entries) sorted[next[entry.cell]++] = entry;
    entries = std::move(sorted);
  }

  std::uint64_t number(std::int32_t row, std::int32_t column) const {
    return static_cast<std::uint64_t>(row) * static_cast<std::uint64_t>(grid.columns_) +
           static_cast<std::uint64_t>(column);
  }
  std::int32_t clamped_column(double x) const { return grid.column(std::max(x, grid.box_.min_x)); }
  std::int32_t clamped_row(double y) const { return grid.row(std::max(y, grid.box_.min_y)); }
  Point corner(std::int32_t row, std::int32_t column) const {
    return {grid.box_.min_x + column * cell, grid.box_.min_y + row * cell};
  }

  void sort_into_cells(std::uint32_t i) {
    const Point low = edges[i].a.y < edges[i].b.y ? edges[i].a : edges[i].b;
    const Point high = edges[i].a.y < edges[i].b.y ? edges[i].b : edges[i].a;
    const std::int32_t last_row = clamped_row(high.y + margin);
    for (std::int32_t row = clamped_row(low.y - margin); row <= last_row; ++row) {
      const double bottom = corner(row, 0).y - margin;
      const double from = x_at(low, high, bottom);
      const double to = x_at(low, high, bottom + cell + 2 * margin);
      const std::int32_t last_column = clamped_column(std::max(from, to) + margin);
      for (std::int32_t column = clamped_column(std::min(from, to) - margin); column <= last_column; ++column)
        touches.push_back({number(row, column), i});
    }
  }

  /// Where the edge is at this height; at its nearer end above and below it. A level edge is taken from end to end.
  static double x_at(Point low, Point high, double y) {
    if (y <= low.y) return low.x;
    if (y >= high.y) return high.x;
    return low.x + (y - low.y) * ((high.x - low.x) / (high.y - low.y));
  }

  /// In each row whose corners' line the edge crosses: the first corner that lies right of it.
  void find_toggles(const RankedEdge& edge) {
    const Point low = edge.a.y < edge.b.y ? edge.a : edge.b;
    const Point high = edge.a.y < edge.b.y ? edge.b : edge.a;
    const std::int32_t last_row = clamped_row(high.y + margin);
    for (std::int32_t row = clamped_row(low.y - margin); row <= last_row; ++row) {
      const double y = corner(row, 0).y;
      if (!(low.y <= y && high.y > y)) continue;
      const auto right = [&](std::int32_t column) { return right_of(low, high, corner(row, column)); };
      std::int32_t column = clamped_column(x_at(low, high, y));
      while (column > 0 && right(column - 1)) --column;
      while (column < grid.columns_ && !right(column)) ++column;
      if (column < grid.columns_) toggles.push_back({number(row, column), edge.rank});
    }
  }

  /// Of the corner shifted as in shifted_side: on the line of a rising edge it lies right.
  static bool right_of(Point low, Point high, Point corner) { return orientation(low, high, corner) <= 0; }

  void walk_rows() {
    std::size_t touch = 0, toggle = 0;
    for (std::int32_t row = 0; row < grid.rows_; ++row) {
      Inside inside;
      for (std::uint64_t at = number(row, 0), end = at + static_cast<std::uint64_t>(grid.columns_); at < end;) {
        for (; toggle < toggles.size() && toggles[toggle].cell == at; ++toggle) inside.toggle(toggles[toggle].value);
        if (touch < touches.size() && touches[touch].cell == at) {
          touch = add_mixed(touch, inside.ranks());
          ++at;
          continue;
        }
        std::uint64_t next = end;
        if (touch < touches.size()) next = std::min(next, touches[touch].cell);
        if (toggle < toggles.size()) next = std::min(next, toggles[toggle].cell);
        const std::int32_t value = inside.ranks().empty() ? nowhere : order[inside.ranks().front()];
        std::fill(grid.cells_.begin() + static_cast<std::ptrdiff_t>(at),
                  grid.cells_.begin() + static_cast<std::ptrdiff_t>(next), value);
        at = next;
      }
    }
  }

  /// Returns the first touch behind this cell's.
  std::size_t add_mixed(std::size_t touch, const std::vector<std::uint32_t>& inside) {
    const std::uint64_t at = touches[touch].cell;
    std::size_t end = touch;
    std::vector<std::uint32_t> ranks = inside;
    for (; end < touches.size() && touches[end].cell == at; ++end) ranks.push_back(edges[touches[end].value].rank);
    std::sort(ranks.begin(), ranks.end());
    ranks.erase(std::unique(ranks.begin(), ranks.end()), ranks.end());
    const auto candidate = [&](std::uint32_t rank) {
      return static_cast<std::uint32_t>(std::lower_bound(ranks.begin(), ranks.end(), rank) - ranks.begin());
    };

    MixedCell mixed;
    mixed.corner = corner(static_cast<std::int32_t>(at / static_cast<std::uint64_t>(grid.columns_)),
                          static_cast<std::int32_t>(at % static_cast<std::uint64_t>(grid.columns_)));
    mixed.first_candidate = static_cast<std::uint32_t>(grid.candidates_.size());
    for (const std::uint32_t rank : ranks) grid.candidates_.push_back(order[rank]);
    mixed.end_candidate = static_cast<std::uint32_t>(grid.candidates_.size());
    if (!mixed.crowded()) {
      for (const std::uint32_t rank : inside) mixed.corner_inside |= std::uint64_t{1} << candidate(rank);
      std::vector<Edge> own;
      for (; touch < end; ++touch)
        own.push_back(rising(edges[touches[touch].value], candidate(edges[touches[touch].value].rank)));
      add_edges(mixed, std::move(own));
    }
    grid.cells_[at] = -2 - static_cast<std::int32_t>(grid.mixed_.size());
    grid.mixed_.push_back(mixed);
    return end;
  }

  static Edge rising(const RankedEdge& edge, std::uint32_t candidate) {
    const bool upwards = edge.a.y != edge.b.y ? edge.a.y < edge.b.y : edge.a.x < edge.b.x;
    return {upwards ? edge.a : edge.b, upwards ? edge.b : edge.a, std::uint64_t{1} << candidate};
  }

  /// Neighbours share their border: the same edge comes once, with the bits of both.
  void add_edges(MixedCell& mixed, std::vector<Edge> own) {
    const auto far = [&](const Edge& e) { return e.low.x > mixed.corner.x && e.high.x > mixed.corner.x; };
    const auto key = [&](const Edge& e) { return std::tuple(!far(e), e.low.x, e.low.y, e.high.x, e.high.y); };
    std::sort(own.begin(), own.end(), [&](const Edge& a, const Edge& b) { return key(a) < key(b); });
    mixed.first_edge = static_cast<std::uint32_t>(grid.edges_.size());
    for (const Edge& edge : own) {
      const bool again = grid.edges_.size() > mixed.first_edge && key(grid.edges_.back()) == key(edge) &&
                         (grid.edges_.back().areas & edge.areas) == 0;
      if (again)
        grid.edges_.back().areas |= edge.areas;
      else
        grid.edges_.push_back(edge);
    }
    mixed.end_edge = static_cast<std::uint32_t>(grid.edges_.size());
    const auto first = grid.edges_.begin() + static_cast<std::ptrdiff_t>(mixed.first_edge);
    mixed.first_near = mixed.first_edge + static_cast<std::uint32_t>(std::count_if(first, grid.edges_.end(), far));
  }
};

DistrictGrid::DistrictGrid(std::vector<const Geometry*> areas, const std::vector<std::int32_t>& order)
    : areas_(std::move(areas)) {
  Builder{*this, order, {}, {}, {}}.build();
}

}  // namespace smile
