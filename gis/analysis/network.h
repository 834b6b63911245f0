#pragma once
// The network people walk along, as compact arrays: built once, never changed, beside the plan. Both directions of an
// edge are walked. Lengths are whole millimetres (planar in the plan's system, as PostGIS, QGIS and networkx measure),
// so that sums are exact and "within 800 m" means the same on every machine.

#include <cstdint>
#include <limits>
#include <memory>
#include <span>
#include <vector>

#include "gis/formats/layer_data.h"

namespace smile {

using Millimetres = std::uint32_t;
constexpr Millimetres unreached = std::numeric_limits<Millimetres>::max();
constexpr std::uint32_t no_edge = std::numeric_limits<std::uint32_t>::max();

struct WalkNetwork {
  struct Edge {
    std::uint32_t from = 0, to = 0;  ///< nodes; the same for a loop
    Millimetres length = 0;          ///< at least 1
  };
  struct Link {
    std::uint32_t to = 0;
    Millimetres length = 0;
  };

  std::vector<Point> nodes;                 ///< plan's system, in Z-order
  std::vector<Edge> edges;                  ///< by `from`, then `to`
  std::vector<std::size_t> rows;            ///< of each edge: its feature in the layer
  std::vector<std::uint32_t> link_ends;     ///< of each node: one past its last link
  std::vector<Link> links;                  ///< each edge twice, a loop once
  std::vector<std::uint32_t> edge_of_link;  ///< beside links
  std::vector<std::uint32_t> path_ends;     ///< of each edge: one past its last point
  std::vector<Point> points;                ///< the lines of the edges, from `from` to `to`

  std::size_t first_link(std::uint32_t node) const { return node == 0 ? 0 : link_ends[node - 1]; }
  std::span<const Link> links_of(std::uint32_t node) const {
    return std::span(links).subspan(first_link(node), link_ends[node] - first_link(node));
  }
  std::span<const Point> path_of(std::uint32_t edge) const {
    const std::uint32_t begin = edge == 0 ? 0 : path_ends[edge - 1];
    return std::span(points).subspan(begin, path_ends[edge] - begin);
  }
};
using WalkNetworkPtr = std::shared_ptr<const WalkNetwork>;

/// From the edges a layer in use as a network holds: lines with from_node, to_node and length_m. Throws Error{refused}
/// where these are missing or make no sense, Error{cancelled}.
WalkNetwork network_of(const LayerData& data, const Progress& progress = {});

/// How well a network holds together.
struct Connectivity {
  std::int64_t nodes = 0;
  std::int64_t edges = 0;
  std::int64_t length = 0;      ///< millimetres, of all edges
  std::int64_t components = 0;  ///< parts that no edge joins
  double largest_share = 0;     ///< of the length, 0–1, that the largest component holds
  std::int64_t dead_ends = 0;   ///< nodes with one link
  Millimetres shortest = 0;     ///< edge
};
Connectivity connectivity(const WalkNetwork& network);
/// The same in sentences: a note, or a warning where a good part of the network can't be reached from the rest.
Issues issues_of(const Connectivity& connectivity, const std::string& file);

}  // namespace smile
