#include "gis/analysis/reach.h"

#include <algorithm>
#include <cmath>

#include "gis/analysis/walk.h"
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

/// What is walked between the place itself and the network.
Millimetres way_to_network(const Attachment& at, JoinBy join) {
  return join == JoinBy::node ? 0 : millimetres(at.distance);
}

Attachment joined(const WalkNetwork& network, const NetworkIndex& index, Point p, JoinBy join) {
  return join == JoinBy::edge ? index.nearest(p) : at_node(network, index.nearest_node(p));
}

WalkSearch walk_from(const WalkNetwork& network, const NetworkIndex& index, const Places& places, Millimetres limit,
                     JoinBy join, const Progress& progress) {
  std::vector<WalkStart> starts;
  for (const Geometry& shape : places.shapes) {
    progress.check();
    for (const Point& p : entrances(shape)) {
      const Attachment at = joined(network, index, p, join);
      if (const Millimetres way = way_to_network(at, join); way <= limit) starts.push_back({at, way});
    }
  }
  WalkSearch search(network);
  search.run(starts, limit);
  return search;
}

}  // namespace

WalkSearch walk_from(const WalkNetwork& network, const Places& places, Millimetres limit, JoinBy join,
                     const Progress& progress) {
  if (network.edges.empty()) return WalkSearch(network);
  return walk_from(network, NetworkIndex(network), places, limit, join, progress);
}

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
  Distances out(homes.size(), unreached);
  if (network.edges.empty()) return out;
  const NetworkIndex index(network);
  const WalkSearch search = walk_from(network, index, places, limit, join, progress);
  for (std::size_t i = 0; i < homes.size(); ++i) {
    if (i % between_checks == 0) progress.check();
    const Attachment at = joined(network, index, homes[i], join);
    const Millimetres way = way_to_network(at, join), along = search.to(at);
    if (along != unreached && way <= limit && along <= limit - way) out[i] = along + way;
  }
  return out;
}

}  // namespace smile
