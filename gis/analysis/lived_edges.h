#pragma once
// Edges that somebody lives at, found from the nodes a search has reached: the way from distances at nodes to the homes
// between them.

#include <cstdint>
#include <span>
#include <vector>

#include "gis/analysis/walk.h"

namespace smile {

class LivedEdges {
public:
  LivedEdges() = default;
  /// homes: the edge of each, rising.
  LivedEdges(const WalkNetwork& network, std::span<const std::uint32_t> edge_of_home);

  /// Calls visit(first, end) with the range of homes of every edge that the search has come to, each edge once.
  template <class Visit>
  void each_reached(const WalkSearch& search, Visit visit) const {
    const WalkNetwork& network = search.network();
    // From its `from` if that is reached, else from its `to`, else from a start upon it.
    for (const std::uint32_t node : search.reached())
      for (std::uint32_t i = node == 0 ? 0 : lived_ends_[node - 1]; i < lived_ends_[node]; ++i) {
        const std::uint32_t from = network.edges[lived_[i]].from;
        if (from == node || search.to_node(from) == unreached) visit(first_home(lived_[i]), home_ends_[lived_[i]]);
      }
    std::uint32_t before = no_edge;
    for (const WalkStart& start : search.starts()) {
      const WalkNetwork::Edge& edge = network.edges[start.at.edge];
      const bool alone = search.to_node(edge.from) == unreached && search.to_node(edge.to) == unreached;
      if (alone && start.at.edge != before) visit(first_home(start.at.edge), home_ends_[start.at.edge]);
      before = start.at.edge;
    }
  }

private:
  std::uint32_t first_home(std::uint32_t edge) const { return edge == 0 ? 0 : home_ends_[edge - 1]; }

  std::vector<std::uint32_t> home_ends_;   ///< of each edge: one past its last home
  std::vector<std::uint32_t> lived_ends_;  ///< of each node: one past its last edge with homes
  std::vector<std::uint32_t> lived_;       ///< edges with homes, by node
};

}  // namespace smile
