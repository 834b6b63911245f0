#include "gis/analysis/attach.h"

#include <cmath>

#include "gis/geometry/nearest.h"

namespace smile {
namespace {

std::vector<Box> boxes_of_pieces(const WalkNetwork& network, std::vector<std::uint32_t>& edge_of,
                                 std::vector<std::uint32_t>& point_of) {
  std::vector<Box> boxes;
  std::uint32_t point = 0;
  for (std::uint32_t edge = 0; edge < network.edges.size(); ++edge, ++point)
    for (; point + 1 < network.path_ends[edge]; ++point) {
      boxes.emplace_back().add(network.points[point]);
      boxes.back().add(network.points[point + 1]);
      edge_of.push_back(edge);
      point_of.push_back(point);
    }
  return boxes;
}

std::vector<Box> boxes_of_nodes(const WalkNetwork& network) {
  std::vector<Box> boxes;
  for (const Point& node : network.nodes) boxes.emplace_back().add(node);
  return boxes;
}

/// A cancel is heard between the parts of the work.
std::vector<Box> checked(std::vector<Box> boxes, const Progress& progress) {
  progress.check();
  return boxes;
}

}  // namespace

NetworkIndex::NetworkIndex(const WalkNetwork& network, const Progress& progress)
    : network_(network),
      pieces_(checked(boxes_of_pieces(network, edge_of_, point_of_), progress)),
      nodes_(checked(boxes_of_nodes(network), progress)) {}

Attachment NetworkIndex::nearest(Point place) const {
  const auto on_piece = [&](std::uint32_t piece) {
    const Point* points = &network_.points[point_of_[piece]];
    return nearest_on(place, points[0], points[1]);
  };
  const std::uint32_t piece = pieces_.nearest(place, [&](std::uint32_t p) { return distance(place, on_piece(p)); });
  if (piece == CellIndex::nothing) return {};
  const Point at = on_piece(piece);
  const std::uint32_t edge = edge_of_[piece];
  const std::span<const Point> path = network_.path_of(edge);
  double before = 0, whole = 0;
  for (std::size_t i = 1; i < path.size(); ++i) {
    if (&path[i - 1] == &network_.points[point_of_[piece]]) before = whole + distance(path[i - 1], at);
    whole += distance(path[i - 1], path[i]);
  }
  const Millimetres length = network_.edges[edge].length;
  const double along = whole > 0 ? std::round(before / whole * length) : 0;
  return {edge, std::min(length, static_cast<Millimetres>(along)), distance(place, at)};
}

std::uint32_t NetworkIndex::nearest_node(Point place) const {
  return nodes_.nearest(place, [&](std::uint32_t node) { return distance(place, network_.nodes[node]); });
}

Attachment at_node(const WalkNetwork& network, std::uint32_t node, double distance) {
  const std::uint32_t edge = network.edge_of_link[network.first_link(node)];
  const WalkNetwork::Edge& ends = network.edges[edge];
  return {edge, ends.from == node ? 0 : ends.length, distance};
}

}  // namespace smile
