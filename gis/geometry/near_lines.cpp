#include "gis/geometry/near_lines.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <unordered_map>
#include <vector>

#include "gis/geometry/nearest.h"
#include "gis/jobs/side_by_side.h"

namespace smile {
namespace {

constexpr double most_nodes = 16e6;
constexpr std::int64_t rows_of_band = 64;

/// Distance to the lines at the nodes of a grid, no larger than `most`.
class Field {
public:
  Field(const Geometry& lines, double far, double step) : most_(static_cast<float>(far + 2 * step)) {
    const Box box = bounds(lines).grown(far + 2 * step);
    const double size = (box.max_x - box.min_x) * (box.max_y - box.min_y);
    step_ = std::max(std::min(step, far / 2), std::sqrt(size / most_nodes));
    origin_ = {box.min_x, box.min_y};
    columns_ = static_cast<std::int64_t>((box.max_x - box.min_x) / step_) + 2;
    rows_ = static_cast<std::int64_t>((box.max_y - box.min_y) / step_) + 2;
    metres_.assign(static_cast<std::size_t>(columns_ * rows_), most_);
    fill(lines);
  }

  std::int64_t columns() const { return columns_; }
  std::int64_t rows() const { return rows_; }
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
  void fill(const Geometry& lines) {
    std::vector<std::vector<Piece>> bands(static_cast<std::size_t>(rows_ / rows_of_band + 1));
    for (std::size_t k = 0; k < lines.paths(); ++k) {
      const auto path = lines.path(k);
      for (std::size_t i = 1; i < path.size(); ++i) {
        const auto [low, high] = std::minmax(path[i - 1].y, path[i].y);
        const std::int64_t first = cell(low - most_ - origin_.y, rows_) / rows_of_band;
        const std::int64_t last = cell(high + most_ - origin_.y, rows_) / rows_of_band;
        for (std::int64_t band = first; band <= last; ++band)
          bands[static_cast<std::size_t>(band)].push_back({path[i - 1], path[i]});
      }
    }
    side_by_side(bands.size(), [&](std::size_t band) {
      const std::int64_t begin = static_cast<std::int64_t>(band) * rows_of_band;
      for (const Piece& piece : bands[band]) stamp(piece, begin, std::min(rows_, begin + rows_of_band));
    });
  }

  void stamp(const Piece& piece, std::int64_t begin, std::int64_t end) {
    const auto [left, right] = std::minmax(piece.a.x, piece.b.x);
    const auto [low, high] = std::minmax(piece.a.y, piece.b.y);
    const std::int64_t first = cell(left - most_ - origin_.x, columns_);
    const std::int64_t last = cell(right + most_ - origin_.x, columns_);
    const std::int64_t top = std::min(end - 1, cell(high + most_ - origin_.y, rows_) + 1);
    for (std::int64_t row = std::max(begin, cell(low - most_ - origin_.y, rows_)); row <= top; ++row)
      for (std::int64_t column = first; column <= last; ++column) {
        const Point p = node(column, row);
        float& metres = metres_[static_cast<std::size_t>(row * columns_ + column)];
        metres = std::min(metres, static_cast<float>(distance(p, nearest_on(p, piece.a, piece.b))));
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
  Contour(const Field& field, double far) : field_(field), far_(static_cast<float>(far)) {
    for (std::int64_t row = 0; row + 1 < field.rows(); ++row)
      for (std::int64_t column = 0; column + 1 < field.columns(); ++column) add_cell(column, row);
  }

  std::vector<std::vector<Point>> rings() {
    std::vector<std::vector<Point>> rings;
    for (const Side first : order_) {
      if (next_.find(first) == next_.end()) continue;
      std::vector<Point>& ring = rings.emplace_back();
      for (auto link = next_.find(first); link != next_.end(); link = next_.find(link_after_)) {
        ring.push_back(crossing(link->first));
        link_after_ = link->second;
        next_.erase(link);
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

  void link(Side from, Side to) {
    next_.emplace(from, to);
    order_.push_back(from);
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
  std::unordered_map<Side, Side> next_;
  std::vector<Side> order_;
  Side link_after_ = 0;
};

double signed_area(const std::vector<Point>& ring) {
  double twice = 0;
  for (std::size_t i = 1; i < ring.size(); ++i)
    twice +=
        (ring[i - 1].x - ring[0].x) * (ring[i].y - ring[0].y) - (ring[i].x - ring[0].x) * (ring[i - 1].y - ring[0].y);
  return twice / 2;
}

/// Outer rings run against the clock; each hole goes to the smallest outer ring around it.
Geometry assembled(std::vector<std::vector<Point>> rings) {
  struct Outer {
    double size;
    Geometry shape;
    Box box;
    std::vector<std::size_t> holes;
  };
  std::vector<Outer> outers;
  std::vector<std::size_t> holes;
  for (std::size_t i = 0; i < rings.size(); ++i) {
    const double size = signed_area(rings[i]);
    if (size <= 0) {
      if (size < 0) holes.push_back(i);
      continue;
    }
    Geometry shape = make_area(rings[i]);
    const Box box = bounds(shape);
    outers.push_back({size, std::move(shape), box, {}});
  }
  std::stable_sort(outers.begin(), outers.end(), [](const Outer& a, const Outer& b) { return a.size < b.size; });
  for (const std::size_t hole : holes) {
    const Point p = rings[hole].front();
    const auto around = std::find_if(outers.begin(), outers.end(), [&](const Outer& outer) {
      return outer.box.contains(p) && locate(p, outer.shape) != Side::outside;
    });
    if (around != outers.end()) around->holes.push_back(hole);
  }
  Geometry area;
  area.kind = GeometryKind::area;
  const auto add = [&area](const auto& ring) {
    area.points.insert(area.points.end(), ring.begin(), ring.end());
    area.path_ends.push_back(static_cast<std::uint32_t>(area.points.size()));
  };
  for (const Outer& outer : outers) {
    add(outer.shape.points);
    for (const std::size_t hole : outer.holes) add(rings[hole]);
    area.part_ends.push_back(static_cast<std::uint32_t>(area.path_ends.size()));
  }
  return area;
}

}  // namespace

Geometry near_lines(const Geometry& lines, double far, double step) {
  Geometry none;
  none.kind = GeometryKind::area;
  if (lines.points.empty() || !is_finite(lines)) return none;
  const Field field(lines, far, step);
  return assembled(Contour(field, far).rings());
}

}  // namespace smile
