#include "gis/analysis/reach_of_one.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "gis/analysis/attach.h"
#include "gis/geometry/nearest.h"

namespace smile {
namespace {

/// A home where it joins the network.
struct Joined {
  Attachment at;
  Millimetres way = 0;  ///< from the door to it
  std::uint32_t home = 0;
};

Attachment joined(const NetworkIndex& index, const WalkNetwork& network, Point p, JoinBy join) {
  return join == JoinBy::edge ? index.nearest(p) : at_node(network, index.nearest_node(p));
}

Millimetres way_of(const Attachment& at, JoinBy join) {
  return join == JoinBy::edge ? millimetres(at.distance) : 0;
}

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

struct ReachOfOne::Walked {
  const WalkNetwork& network;
  Millimetres limit;
  JoinBy join;
  NetworkIndex index;
  std::vector<Joined> homes;  ///< by edge
  LivedEdges lived;
  WalkSearch search;
  std::vector<WalkStart> starts;

  Walked(std::span<const Point> at, const WalkNetwork& walked, Millimetres far, JoinBy by, const Progress& progress)
      : network(walked), limit(far), join(by), index(walked), search(walked) {
    constexpr std::uint32_t between_checks = 1024;
    for (std::uint32_t i = 0; i < at.size(); ++i) {
      if (i % between_checks == 0) progress.check();
      const Attachment place = joined(index, network, at[i], join);
      if (place.edge != no_edge) homes.push_back({place, way_of(place, join), i});
    }
    std::stable_sort(homes.begin(), homes.end(),
                     [](const Joined& a, const Joined& b) { return a.at.edge < b.at.edge; });
    std::vector<std::uint32_t> edges;
    for (const Joined& home : homes) edges.push_back(home.at.edge);
    lived = LivedEdges(network, edges);
  }

  void run(const Geometry& shape) {
    starts.clear();
    if (network.edges.empty()) return;
    for (const Point& p : entrances(shape)) {
      const Attachment at = joined(index, network, p, join);
      if (const Millimetres way = way_of(at, join); way <= limit) starts.push_back({at, way});
    }
    search.run(starts, limit);
  }

  std::vector<ReachedHome> reached() const {
    std::vector<ReachedHome> out;
    if (starts.empty()) return out;
    lived.each_reached(search, [&](std::uint32_t first, std::uint32_t end) {
      for (std::uint32_t i = first; i < end; ++i) {
        const Millimetres along = search.to(homes[i].at), way = homes[i].way;
        if (along != unreached && way <= limit && along <= limit - way) out.push_back({homes[i].home, along + way});
      }
    });
    return out;
  }
};

/// Homes by easting: those beside a shape lie together.
struct ReachOfOne::Straight {
  std::vector<Point> at;
  std::vector<std::uint32_t> order;
  Millimetres limit;

  Straight(std::span<const Point> homes, Millimetres far)
      : at(homes.begin(), homes.end()), order(homes.size()), limit(far) {
    std::iota(order.begin(), order.end(), 0U);
    std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) { return at[a].x < at[b].x; });
  }

  std::vector<ReachedHome> of(const Geometry& shape) const {
    std::vector<ReachedHome> out;
    Box box = bounds(shape);
    const double far = static_cast<double>(limit) / 1000 + 0.001;
    const auto begin = std::lower_bound(order.begin(), order.end(), box.min_x - far,
                                        [&](std::uint32_t home, double x) { return at[home].x < x; });
    for (auto i = begin; i != order.end() && at[*i].x <= box.max_x + far; ++i) {
      if (at[*i].y < box.min_y - far || at[*i].y > box.max_y + far) continue;
      const Millimetres distance = millimetres(distance_to(at[*i], shape));
      if (distance <= limit) out.push_back({*i, distance});
    }
    return out;
  }
};

ReachOfOne::ReachOfOne(std::span<const Point> homes, Millimetres limit)
    : straight_(std::make_unique<Straight>(homes, limit)) {}
ReachOfOne::ReachOfOne(std::span<const Point> homes, const WalkNetwork& network, Millimetres limit, JoinBy join,
                       const Progress& progress)
    : walked_(std::make_unique<Walked>(homes, network, limit, join, progress)) {}
ReachOfOne::~ReachOfOne() = default;
ReachOfOne::ReachOfOne(ReachOfOne&&) noexcept = default;

std::vector<ReachedHome> ReachOfOne::of(const Geometry& shape) {
  if (straight_) return shape.empty() ? std::vector<ReachedHome>{} : straight_->of(shape);
  walked_->run(shape);
  return walked_->reached();
}

Geometry ReachOfOne::streets() const {
  if (!walked_ || walked_->starts.empty()) return Geometry{GeometryKind::line, {}, {}, {}};
  return reached_streets(walked_->search, walked_->limit);
}

Geometry reached_streets(const WalkSearch& search, Millimetres limit) {
  Geometry lines;
  lines.kind = GeometryKind::line;
  const WalkNetwork& network = search.network();
  append_around_starts(lines, search, limit);
  for (const std::uint32_t node : search.reached()) {
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
