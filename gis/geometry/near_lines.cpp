#include "gis/geometry/near_lines.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <vector>

#include "gis/geometry/nearest.h"
#include "gis/jobs/side_by_side.h"

namespace smile {
namespace {

constexpr double most_nodes = 16e6;
constexpr std::int64_t rows_of_band = 64;
constexpr std::size_t between_checks = 4096;

/// Distance to the lines at the nodes of a grid, no larger than `most`.
class Field {
public:
  Field(const Geometry& lines, double far, double step, const Progress& progress)
      : most_(static_cast<float>(far + 2 * step)) {
    const Box box = bounds(lines).grown(far + 2 * step);
    const double size = (box.max_x - box.min_x) * (box.max_y - box.min_y);
    step_ = std::max(std::min(step, far / 2), std::sqrt(size / most_nodes));
    origin_ = {box.min_x, box.min_y};
    columns_ = static_cast<std::int64_t>((box.max_x - box.min_x) / step_) + 2;
    rows_ = static_cast<std::int64_t>((box.max_y - box.min_y) / step_) + 2;
    metres_.assign(static_cast<std::size_t>(columns_ * rows_), most_ * most_);
    fill(lines, progress);
  }

  std::int64_t columns() const { return columns_; }
  std::int64_t rows() const { return rows_; }
  /// The row of cells a height lies in; may be outside of the grid.
  std::int64_t row_at(double y) const { return static_cast<std::int64_t>(std::floor((y - origin_.y) / step_)); }
  float at(std::int64_t column, std::int64_t row) const {
    return metres_[static_cast<std::size_t>(row * columns_ + column)];
  }
  Point node(std::int64_t column, std::int64_t row) const {
    return {origin_.x + static_cast<double>(column) * step_, origin_.y + static_cast<double>(row) * step_};
  }

private:
  struct Piece {
    Point a, b;
  };

  std::int64_t cell(double offset, std::int64_t count) const {
    return std::clamp<std::int64_t>(static_cast<std::int64_t>(std::floor(offset / step_)), 0, count - 1);
  }

  /// Band of rows by band, side by side.
  void fill(const Geometry& lines, const Progress& progress) {
    std::vector<std::vector<Piece>> bands(static_cast<std::size_t>(rows_ / rows_of_band + 1));
    for (std::size_t k = 0; k < lines.paths(); ++k) {
      if (k % between_checks == 0) progress.check();
      const auto path = lines.path(k);
      for (std::size_t i = 1; i < path.size(); ++i) {
        const auto [low, high] = std::minmax(path[i - 1].y, path[i].y);
        const std::int64_t first = cell(low - most_ - origin_.y, rows_) / rows_of_band;
        const std::int64_t last = cell(high + most_ - origin_.y, rows_) / rows_of_band;
        for (std::int64_t band = first; band <= last; ++band)
          bands[static_cast<std::size_t>(band)].push_back({path[i - 1], path[i]});
      }
    }
    progress.check();
    side_by_side(bands.size(), [&](std::size_t band) {
      const std::int64_t begin = static_cast<std::int64_t>(band) * rows_of_band;
      for (std::size_t i = 0; i < bands[band].size(); ++i) {
        if (i % between_checks == 0) progress.check();
        stamp(bands[band][i], begin, std::min(rows_, begin + rows_of_band));
      }
      take_roots(begin, std::min(rows_, begin + rows_of_band));
    });
  }

  /// Squares, until all lines are known.
  void stamp(const Piece& piece, std::int64_t begin, std::int64_t end) {
    const auto [left, right] = std::minmax(piece.a.x, piece.b.x);
    const auto [low, high] = std::minmax(piece.a.y, piece.b.y);
    const std::int64_t first = cell(left - most_ - origin_.x, columns_);
    const std::int64_t last = cell(right + most_ - origin_.x, columns_);
    const std::int64_t top = std::min(end - 1, cell(high + most_ - origin_.y, rows_) + 1);
    for (std::int64_t row = std::max(begin, cell(low - most_ - origin_.y, rows_)); row <= top; ++row)
      for (std::int64_t column = first; column <= last; ++column) {
        const Point p = node(column, row), q = nearest_on(p, piece.a, piece.b);
        const double dx = q.x - p.x, dy = q.y - p.y;
        float& square = metres_[static_cast<std::size_t>(row * columns_ + column)];
        square = std::min(square, static_cast<float>(dx * dx + dy * dy));
      }
  }

  void take_roots(std::int64_t begin, std::int64_t end) {
    for (std::int64_t i = begin * columns_; i < end * columns_; ++i) {
      float& metres = metres_[static_cast<std::size_t>(i)];
      metres = std::sqrt(metres);
    }
  }

  float most_;
  double step_ = 1;
  Point origin_;
  std::int64_t columns_ = 0, rows_ = 0;
  std::vector<float> metres_;
};

/// Where the contour crosses the sides of cells; each crossing leads to the next, the ground within on its left.
class Contour {
public:
  Contour(const Field& field, double far, const Progress& progress) : field_(field), far_(static_cast<float>(far)) {
    for (std::int64_t row = 0; row + 1 < field.rows(); ++row) {
      if (row % rows_of_band == 0) progress.check();
      for (std::int64_t column = 0; column + 1 < field.columns(); ++column) add_cell(column, row);
    }
  }

  std::vector<std::vector<Point>> rings(const Progress& progress) {
    sort_links(progress);
    std::vector<std::vector<Point>> rings;
    std::vector<bool> taken(links_.size());
    for (std::size_t first = 0; first < links_.size(); ++first) {
      if (first % between_checks == 0) progress.check();
      if (taken[first]) continue;
      std::vector<Point>& ring = rings.emplace_back();
      for (std::size_t at = first; at < links_.size() && !taken[at]; at = link_from(links_[at].second)) {
        taken[at] = true;
        ring.push_back(crossing(links_[at].first));
      }
      ring.push_back(ring.front());
    }
    return rings;
  }

private:
  /// A side of the grid: twice its node's number, and 1 for the upright one.
  using Side = std::uint64_t;

  bool within(std::int64_t column, std::int64_t row) const { return field_.at(column, row) <= far_; }
  Side flat(std::int64_t column, std::int64_t row) const {
    return 2 * static_cast<Side>(row * field_.columns() + column);
  }
  Side upright(std::int64_t column, std::int64_t row) const { return flat(column, row) + 1; }

  void link(Side from, Side to) { links_.emplace_back(from, to); }

  std::size_t row_of(Side side) const { return side / 2 / static_cast<Side>(field_.columns()); }

  /// By the row of the side they begin at: each row is sorted by itself.
  void sort_links(const Progress& progress) {
    by_row_.resize(static_cast<std::size_t>(field_.rows()));
    for (std::size_t i = 0; i < links_.size(); ++i) by_row_[row_of(links_[i].first)].emplace_back(links_[i].first, i);
    for (auto& row : by_row_) {
      progress.check();
      std::sort(row.begin(), row.end());
    }
  }

  /// The number of the link that begins at that side; beyond the last: none.
  std::size_t link_from(Side side) const {
    const auto& row = by_row_[row_of(side)];
    const auto found = std::lower_bound(row.begin(), row.end(), std::pair{side, std::size_t{0}});
    return found != row.end() && found->first == side ? found->second : links_.size();
  }

  void add_cell(std::int64_t c, std::int64_t r) {
    const bool a = within(c, r), b = within(c + 1, r), d = within(c, r + 1), e = within(c + 1, r + 1);
    const int kind = (a ? 1 : 0) + (b ? 2 : 0) + (e ? 4 : 0) + (d ? 8 : 0);
    if (kind == 0 || kind == 15) return;
    const Side south = flat(c, r), north = flat(c, r + 1), west = upright(c, r), east = upright(c + 1, r);
    switch (kind) {
      case 1:
        return link(south, west);
      case 2:
        return link(east, south);
      case 3:
        return link(east, west);
      case 4:
        return link(north, east);
      case 6:
        return link(north, south);
      case 7:
        return link(north, west);
      case 8:
        return link(west, north);
      case 9:
        return link(south, north);
      case 11:
        return link(east, north);
      case 12:
        return link(west, east);
      case 13:
        return link(south, east);
      case 14:
        return link(west, south);
      case 5:
        return link(south, west), link(north, east);  // two corners apart: they stay apart
      default:
        return link(east, south), link(west, north);
    }
  }

  Point crossing(Side side) const {
    const auto node = static_cast<std::int64_t>(side / 2);
    const std::int64_t column = node % field_.columns(), row = node / field_.columns();
    const std::int64_t to_column = column + (side % 2 == 0 ? 1 : 0), to_row = row + (side % 2 == 0 ? 0 : 1);
    const double from = field_.at(column, row), to = field_.at(to_column, to_row);
    const double share = (static_cast<double>(far_) - from) / (to - from);
    const Point p = field_.node(column, row), q = field_.node(to_column, to_row);
    return {p.x + (q.x - p.x) * share, p.y + (q.y - p.y) * share};
  }

  const Field& field_;
  float far_;
  std::vector<std::pair<Side, Side>> links_;  ///< from side to side, cell after cell
  std::vector<std::vector<std::pair<Side, std::size_t>>> by_row_;
};

double signed_area(const std::vector<Point>& ring) {
  double twice = 0;
  for (std::size_t i = 1; i < ring.size(); ++i)
    twice +=
        (ring[i - 1].x - ring[0].x) * (ring[i].y - ring[0].y) - (ring[i].x - ring[0].x) * (ring[i - 1].y - ring[0].y);
  return twice / 2;
}

/// The sides of outer rings, row of cells by row: whether a point lies within a ring is asked of one row instead of the
/// whole ring, which may go around a city.
class SidesByRow {
public:
  SidesByRow(const Field& field, const std::vector<std::vector<Point>>& outers, const Progress& progress)
      : field_(field) {
    rows_.resize(static_cast<std::size_t>(field.rows()));
    for (std::uint32_t ring = 0; ring < outers.size(); ++ring)
      for (std::size_t i = 1; i < outers[ring].size(); ++i) {
        const Point a = outers[ring][i - 1], b = outers[ring][i];
        if (i % between_checks == 0) progress.check();
        rows_[row((a.y + b.y) / 2)].push_back({a, b, ring});
      }
  }

  /// Calls use(ring) for each side that a ray from p to the left crosses. A side lies in one row of cells; those that
  /// end on the line between two rows may be met from either.
  template <class Use>
  void crossed(Point p, Use use) const {
    const std::size_t at = row(p.y);
    for (std::size_t r = at == 0 ? 0 : at - 1; r < std::min(rows_.size(), at + 2); ++r)
      for (const RingSide& side : rows_[r])
        if ((side.a.y <= p.y) != (side.b.y <= p.y) && crossing(side, p.y) < p.x) use(side.ring);
  }

private:
  struct RingSide {
    Point a, b;
    std::uint32_t ring;
  };
  std::size_t row(double y) const {
    return static_cast<std::size_t>(std::clamp<std::int64_t>(field_.row_at(y), 0, field_.rows() - 1));
  }
  static double crossing(const RingSide& side, double y) {
    return side.a.x + (side.b.x - side.a.x) * (y - side.a.y) / (side.b.y - side.a.y);
  }

  const Field& field_;
  std::vector<std::vector<RingSide>> rows_;
};

/// The smallest outer ring around the hole; none: their number. Outer rings rise in size.
std::size_t ring_around(const std::vector<Point>& hole, const SidesByRow& sides, std::size_t outers) {
  const Point p{(hole[0].x + hole[1].x) / 2, (hole[0].y + hole[1].y) / 2};
  std::vector<std::uint32_t> crossed;
  sides.crossed(p, [&crossed](std::uint32_t ring) { crossed.push_back(ring); });
  std::sort(crossed.begin(), crossed.end());
  for (std::size_t i = 0; i < crossed.size();) {
    const std::size_t begin = i;
    while (i < crossed.size() && crossed[i] == crossed[begin]) ++i;
    if ((i - begin) % 2 == 1) return crossed[begin];
  }
  return outers;
}

/// Outer rings run against the clock; each hole goes to the smallest outer ring around it.
Geometry assembled(std::vector<std::vector<Point>> rings, const Field& field, const Progress& progress) {
  std::vector<std::pair<double, std::vector<Point>>> by_size;
  std::vector<std::vector<Point>> holes, outers;
  for (std::vector<Point>& ring : rings) {
    const double size = signed_area(ring);
    if (size > 0) by_size.emplace_back(size, std::move(ring));
    if (size < 0) holes.push_back(std::move(ring));
  }
  std::stable_sort(by_size.begin(), by_size.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  for (auto& [size, ring] : by_size) outers.push_back(std::move(ring));
  progress.check();
  const SidesByRow sides(field, outers, progress);
  std::vector<std::vector<std::size_t>> within(outers.size() + 1);
  for (std::size_t hole = 0; hole < holes.size(); ++hole) {
    if (hole % between_checks == 0) progress.check();
    within[ring_around(holes[hole], sides, outers.size())].push_back(hole);
  }
  Geometry area;
  area.kind = GeometryKind::area;
  const auto add = [&area](const std::vector<Point>& ring) {
    area.points.insert(area.points.end(), ring.begin(), ring.end());
    area.path_ends.push_back(static_cast<std::uint32_t>(area.points.size()));
  };
  for (std::size_t outer = 0; outer < outers.size(); ++outer) {
    add(outers[outer]);
    for (const std::size_t hole : within[outer]) add(holes[hole]);
    area.part_ends.push_back(static_cast<std::uint32_t>(area.path_ends.size()));
  }
  return area;
}

}  // namespace

Geometry near_lines(const Geometry& lines, double far, double step, const Progress& progress) {
  Geometry none;
  none.kind = GeometryKind::area;
  if (lines.points.empty() || !is_finite(lines)) return none;
  const Field field(lines, far, step, progress);
  return assembled(Contour(field, far, progress).rings(progress), field, progress);
}

}  // namespace smile
