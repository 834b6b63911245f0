#include "gis/analysis/reach.h"

#include <algorithm>
#include <cmath>

#include "gis/analysis/needed.h"
#include "gis/geometry/cell_index.h"
#include "gis/geometry/nearest.h"

namespace smile {
namespace {

constexpr std::size_t between_checks = 1024;

/// A piece of a place's shape between two points; a point is a piece of no length.
struct Piece {
  Point a, b;
};

struct Pieces {
  std::vector<Piece> pieces;
  std::vector<Box> boxes;
  std::vector<const Geometry*> areas;
  std::vector<Box> area_boxes;

  explicit Pieces(const Places& places) {
    for (const Geometry& shape : places.shapes) {
      if (shape.kind == GeometryKind::area) areas.push_back(&shape), area_boxes.push_back(bounds(shape));
      if (shape.kind == GeometryKind::point)
        for (const Point& p : shape.points) add({p, p});
      for (std::size_t k = 0; k < shape.paths(); ++k) {
        const auto path = shape.path(k);
        for (std::size_t i = 1; i < path.size(); ++i) add({path[i - 1], path[i]});
      }
    }
  }
  void add(const Piece& piece) {
    pieces.push_back(piece);
    Box& box = boxes.emplace_back();
    box.add(piece.a), box.add(piece.b);
  }
  bool inside(Point p) const {
    for (std::size_t i = 0; i < areas.size(); ++i)
      if (area_boxes[i].contains(p) && locate(p, *areas[i]) != Side::outside) return true;
    return false;
  }
};

}  // namespace

Millimetres millimetres(double metres) {
  const double most = static_cast<double>(unreached - 1);
  return static_cast<Millimetres>(std::llround(std::clamp(metres * 1000, 0.0, most)));
}

Distances straight_distances(std::span<const Point> homes, const Places& places, Millimetres limit,
                             const Progress& progress) {
  const Pieces of(places);
  const CellIndex index(of.boxes);
  Distances out(homes.size(), unreached);
  for (std::size_t i = 0; i < homes.size(); ++i) {
    if (i % between_checks == 0) progress.check();
    const auto away = [&](std::uint32_t k) {
      return distance(homes[i], nearest_on(homes[i], of.pieces[k].a, of.pieces[k].b));
    };
    const std::uint32_t nearest = index.nearest(homes[i], away);
    if (nearest == CellIndex::nothing) continue;
    const Millimetres far = of.inside(homes[i]) ? 0 : millimetres(away(nearest));
    if (far <= limit) out[i] = far;
  }
  return out;
}

Distances walked_distances(const WalkNetwork& network, std::span<const Point> homes, const Places& places,
                           Millimetres limit, JoinBy join, const Progress& progress) {
  const WalkedHomes joined(network, homes, join, progress);
  WalkSearch search(network);
  return walked_distances(joined, search, places, limit, progress);
}

Distances walked_distances(const WalkedHomes& homes, WalkSearch& search, const Places& places, Millimetres limit,
                           const Progress& progress) {
  std::vector<WalkStart> starts;
  for (const Geometry& shape : places.shapes) {
    progress.check();
    for (const WalkStart& start : homes.starts(shape, limit)) starts.push_back(start);
  }
  search.run(starts, limit);
  Distances out(homes.size());
  for (std::size_t i = 0; i < out.size(); ++i) out[i] = homes.to(i, search, limit);
  return out;
}

WalkedHomes::WalkedHomes(const WalkNetwork& network, std::span<const Point> homes, JoinBy join,
                         const Progress& progress)
    : network_(network), join_(join), index_(network, progress) {
  homes_.reserve(homes.size());
  for (std::size_t i = 0; i < homes.size(); ++i) {
    if (i % between_checks == 0) progress.check();
    homes_.push_back(joined(homes[i]));
  }
}

Attachment WalkedHomes::joined(Point p) const {
  if (network_.edges.empty()) return {};
  return join_ == JoinBy::edge ? index_.nearest(p) : at_node(network_, index_.nearest_node(p));
}

Millimetres WalkedHomes::way_to_network(const Attachment& at) const {
  return join_ == JoinBy::node ? 0 : millimetres(at.distance);
}

std::vector<WalkStart> WalkedHomes::starts(const Geometry& place, Millimetres limit) const {
  std::vector<WalkStart> starts;
  for (const Point& p : entrances(place)) {
    const Attachment at = joined(p);
    const Millimetres way = way_to_network(at);
    if (at.edge != no_edge && way <= limit) starts.push_back({at, way});
  }
  return starts;
}

Millimetres WalkedHomes::to(std::size_t home, const WalkSearch& search, Millimetres limit) const {
  const Attachment& at = homes_[home];
  if (at.edge == no_edge) return unreached;
  const Millimetres way = way_to_network(at), along = search.to(at);
  return along != unreached && way <= limit && along <= limit - way ? along + way : unreached;
}

void needs_network(DistanceBy by, bool has_network) {
  if (by == DistanceBy::walk && !has_network) throw needs_network();
}

Text how_far_it_is(DistanceBy by, JoinBy join) {
  if (by == DistanceBy::line)
    return text("Straight distance in the plan's system; people at the middle of their cell, block or building.");
  if (join == JoinBy::edge)
    return text(
        "Walked along the network, the way from the door to the nearest street included; people at the "
        "middle of their cell, block or building.");
  return text("Walked along the network from node to node; people and places at their nearest node.");
}

WalkSearch walk_from(const WalkNetwork& network, const Places& places, Millimetres limit, JoinBy join,
                     const Progress& progress) {
  WalkSearch search(network);
  if (!network.edges.empty())
    walked_distances(WalkedHomes(network, {}, join, progress), search, places, limit, progress);
  return search;
}

}  // namespace smile
