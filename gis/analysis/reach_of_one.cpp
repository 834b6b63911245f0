#include "gis/analysis/reach_of_one.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "gis/geometry/nearest.h"

namespace smile {
namespace {

double distance_to(Point p, const Geometry& shape) {
  double least = std::numeric_limits<double>::infinity();
  if (shape.kind == GeometryKind::point)
    for (const Point& q : shape.points) least = std::min(least, distance(p, q));
  for (std::size_t k = 0; k < shape.paths(); ++k) {
    const auto path = shape.path(k);
    for (std::size_t i = 1; i < path.size(); ++i)
      least = std::min(least, distance(p, nearest_on(p, path[i - 1], path[i])));
  }
  return shape.kind == GeometryKind::area && locate(p, shape) != Side::outside ? 0 : least;
}

/// Appends the part of a path between two distances from its beginning.
void append_part(Geometry& lines, std::span<const Point> path, double begin, double end) {
  std::vector<Point> part;
  double at = 0;
  for (std::size_t i = 1; i < path.size() && at < end; ++i) {
    const double piece = distance(path[i - 1], path[i]);
    const auto along = [&](double where) {
      const double share = piece > 0 ? std::clamp((where - at) / piece, 0.0, 1.0) : 0;
      return Point{path[i - 1].x + (path[i].x - path[i - 1].x) * share,
                   path[i - 1].y + (path[i].y - path[i - 1].y) * share};
    };
    if (at + piece > begin) {
      if (part.empty()) part.push_back(along(begin));
      part.push_back(along(end));
    }
    at += piece;
  }
  if (part.size() < 2) return;
  lines.points.insert(lines.points.end(), part.begin(), part.end());
  lines.path_ends.push_back(static_cast<std::uint32_t>(lines.points.size()));
  lines.part_ends.push_back(static_cast<std::uint32_t>(lines.path_ends.size()));
}

double metres(std::uint64_t far) {
  return static_cast<double>(far) / 1000;
}

/// What is reached around the starts upon one edge.
void append_around_starts(Geometry& lines, const WalkSearch& search, Millimetres limit) {
  for (const WalkStart& start : search.starts()) {
    if (start.walked > limit) continue;
    const double left = metres(limit - start.walked), at = metres(start.at.along);
    append_part(lines, search.network().path_of(start.at.edge), std::max(0.0, at - left), at + left);
  }
}

/// From the ends of an edge, as far as what is around the starts upon it leaves something to add.
void append_edge(Geometry& lines, const WalkSearch& search, std::uint32_t edge, Millimetres limit) {
  const WalkNetwork::Edge& e = search.network().edges[edge];
  const auto left = [&](std::uint32_t node, bool begin) {
    const Millimetres to = search.to_node(node);
    if (to == unreached || to >= limit) return 0.0;
    const auto upon = std::equal_range(search.starts().begin(), search.starts().end(), WalkStart{{edge, 0, 0}, 0},
                                       [](const WalkStart& a, const WalkStart& b) { return a.at.edge < b.at.edge; });
    for (auto start = upon.first; start != upon.second; ++start)
      if (to == std::uint64_t{start->walked} + (begin ? start->at.along : e.length - start->at.along)) return 0.0;
    return metres(limit - to);
  };
  const double length = metres(e.length), from = left(e.from, true), to = left(e.to, false);
  const auto path = search.network().path_of(edge);
  if (from + to >= length && from > 0 && to > 0) return append_part(lines, path, 0, length);
  if (from > 0) append_part(lines, path, 0, from);
  if (to > 0) append_part(lines, path, std::max(0.0, length - to), length);
}

}  // namespace

HomesToReach::HomesToReach(std::span<const Point> homes) : homes_(homes), order_(homes.size()) {
  std::iota(order_.begin(), order_.end(), 0U);
  std::stable_sort(order_.begin(), order_.end(), [&](auto a, auto b) { return homes[a].x < homes[b].x; });
}

HomesToReach::HomesToReach(std::span<const Point> homes, const WalkNetwork& network, JoinBy join,
                           const Progress& progress)
    : homes_(homes) {
  walked_.emplace(network, homes, join, progress);
  for (std::uint32_t home = 0; home < homes.size(); ++home)
    if (walked_->edge_of(home) != no_edge) order_.push_back(home);
  std::stable_sort(order_.begin(), order_.end(),
                   [&](auto a, auto b) { return walked_->edge_of(a) < walked_->edge_of(b); });
  std::vector<std::uint32_t> edges;
  for (const std::uint32_t home : order_) edges.push_back(walked_->edge_of(home));
  lived_ = LivedEdges(network, edges);
}

ReachOfOne::ReachOfOne(const HomesToReach& homes, Millimetres limit) : homes_(homes), limit_(limit) {
  if (homes.walked_) search_.emplace(homes.walked_->network());
}

std::vector<ReachedHome> ReachOfOne::of(const Geometry& shape) {
  if (shape.empty()) return {};
  if (!search_) return straight(shape);
  search_->run(homes_.walked_->starts(shape, limit_), limit_);
  return walked();
}

/// Homes beside a shape lie together by easting.
std::vector<ReachedHome> ReachOfOne::straight(const Geometry& shape) const {
  const Box box = bounds(shape).grown(static_cast<double>(limit_) / 1000 + 0.001);
  const auto& order = homes_.order_;
  std::vector<ReachedHome> out;
  const auto begin = std::lower_bound(order.begin(), order.end(), box.min_x,
                                      [&](std::uint32_t home, double x) { return homes_.homes_[home].x < x; });
  for (auto home = begin; home != order.end() && homes_.homes_[*home].x <= box.max_x; ++home) {
    const Point at = homes_.homes_[*home];
    if (!box.contains(at)) continue;
    const Millimetres far = millimetres(distance_to(at, shape));
    if (far <= limit_) out.push_back({*home, far});
  }
  return out;
}

std::vector<ReachedHome> ReachOfOne::walked() const {
  std::vector<ReachedHome> out;
  homes_.lived_.each_reached(*search_, [&](std::uint32_t first, std::uint32_t end) {
    for (std::uint32_t i = first; i < end; ++i) {
      const std::uint32_t home = homes_.order_[i];
      const Millimetres far = homes_.walked_->to(home, *search_, limit_);
      if (far != unreached) out.push_back({home, far});
    }
  });
  return out;
}

Geometry ReachOfOne::streets() const {
  if (!search_) return Geometry{GeometryKind::line, {}, {}, {}};
  return reached_streets(*search_, limit_);
}

Geometry reached_streets(const WalkSearch& search, Millimetres limit, const Progress& progress) {
  constexpr std::size_t between_checks = 4096;
  Geometry lines;
  lines.kind = GeometryKind::line;
  const WalkNetwork& network = search.network();
  append_around_starts(lines, search, limit);
  std::size_t done = 0;
  for (const std::uint32_t node : search.reached()) {
    if (done++ % between_checks == 0) progress.check();
    const auto links = network.links_of(node);
    const std::size_t first = network.first_link(node);
    for (std::size_t i = 0; i < links.size(); ++i) {
      const std::uint32_t edge = network.edge_of_link[first + i], from = network.edges[edge].from;
      if (from == node || search.to_node(from) == unreached) append_edge(lines, search, edge, limit);
    }
  }
  return lines;
}

}  // namespace smile
