#include "gis/analysis/lived_edges.h"

#include <numeric>

namespace smile {

LivedEdges::LivedEdges(const WalkNetwork& network, std::span<const std::uint32_t> edge_of_home)
    : home_ends_(network.edges.size()) {
  for (const std::uint32_t edge : edge_of_home) ++home_ends_[edge];
  std::vector<std::uint32_t> next(network.nodes.size() + 1);
  std::partial_sum(home_ends_.begin(), home_ends_.end(), home_ends_.begin());
  const auto each_end = [&](auto use) {
    for (std::uint32_t e = 0; e < network.edges.size(); ++e) {
      if (home_ends_[e] == first_home(e)) continue;
      use(network.edges[e].from, e);
      if (network.edges[e].to != network.edges[e].from) use(network.edges[e].to, e);
    }
  };
  each_end([&](std::uint32_t node, std::uint32_t) { ++next[node + 1]; });
  std::partial_sum(next.begin(), next.end(), next.begin());
  lived_ends_.assign(next.begin() + 1, next.end());
  lived_.resize(next.back());
  each_end([&](std::uint32_t node, std::uint32_t edge) { lived_[next[node]++] = edge; });
}

}  // namespace smile
