#include "gis/analysis/walk_people.h"

#include <algorithm>
#include <atomic>
#include <numeric>
#include <thread>

#include "gis/jobs/side_by_side.h"

namespace smile {
namespace {

constexpr std::uint32_t none = no_edge;

/// The node a place stands at; none part-way.
std::uint32_t node_of(const WalkNetwork& network, const Attachment& place) {
  const WalkNetwork::Edge& edge = network.edges[place.edge];
  return place.along == 0 ? edge.from : place.along == edge.length ? edge.to : none;
}

/// Numbers of what has an edge, by edge: what lies together on the ground is then worked on one after the other.
template <class EdgeOf>
std::vector<std::uint32_t> by_edge(std::size_t count, EdgeOf edge_of) {
  std::vector<std::uint32_t> order;
  for (std::uint32_t i = 0; i < count; ++i)
    if (edge_of(i) != no_edge) order.push_back(i);
  std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) { return edge_of(a) < edge_of(b); });
  return order;
}

}  // namespace

WalkPeople::WalkPeople(const WalkNetwork& network, std::span<const Attachment> places,
                       std::span<const std::int64_t> counts, std::size_t groups, std::span<const Millimetres> walked)
    : groups_(groups), node_counts_(network.nodes.size(), none) {
  const auto make_room = [&] {
    counts_.resize(counts_.size() + groups);
    return static_cast<std::uint32_t>(counts_.size() - groups);
  };
  for (const std::uint32_t i : by_edge(places.size(), [&](std::uint32_t p) { return places[p].edge; })) {
    const Millimetres before = walked.empty() ? 0 : walked[i];
    const std::uint32_t node = before == 0 ? node_of(network, places[i]) : none;
    std::uint32_t at = node == none ? none : node_counts_[node];
    if (at == none) at = make_room();
    if (node == none)
      homes_.push_back({places[i], before, at});
    else
      node_counts_[node] = at;
    for (std::size_t g = 0; g < groups; ++g) counts_[at + g] += counts[i * groups + g];
  }
  std::vector<std::uint32_t> edges;
  for (const Home& home : homes_) edges.push_back(home.at.edge);
  lived_ = LivedEdges(network, edges);
}

inline void WalkPeople::add(std::uint64_t distance, std::uint32_t counts, std::span<const Millimetres> limits,
                            std::span<std::int64_t> sums) const {
  for (std::size_t k = 0; k < limits.size(); ++k) {
    if (distance > limits[k]) continue;
    for (std::size_t g = 0; g < groups_; ++g) sums[k * groups_ + g] += counts_[counts + g];
  }
}

void WalkPeople::add_reached(const WalkSearch& search, std::span<const Millimetres> limits,
                             std::span<std::int64_t> sums) const {
  for (const std::uint32_t node : search.reached())
    if (node_counts_[node] != none) add(search.to_node(node), node_counts_[node], limits, sums);
  if (homes_.empty()) return;
  lived_.each_reached(search, [&](std::uint32_t first, std::uint32_t end) {
    for (std::uint32_t i = first; i < end; ++i) {
      const Millimetres to = search.to(homes_[i].at);
      if (to != unreached) add(std::uint64_t{to} + homes_[i].walked, homes_[i].counts, limits, sums);
    }
  });
}

std::vector<std::int64_t> people_of_each(const WalkNetwork& network, const WalkPeople& people,
                                         std::span<const WalkStart> starts, std::span<const Millimetres> limits,
                                         unsigned threads, const Progress& progress) {
  const std::size_t width = limits.size() * people.groups();
  std::vector<std::int64_t> sums(starts.size() * width);
  if (width == 0) return sums;
  const std::vector<std::uint32_t> order = by_edge(starts.size(), [&](std::uint32_t i) { return starts[i].at.edge; });
  std::atomic<std::size_t> next = 0;
  const std::size_t cores = threads == 0 ? std::max(1U, std::thread::hardware_concurrency()) : threads;
  side_by_side(std::min(cores, order.size()), [&](std::size_t) {
    WalkSearch search(network);
    for (std::size_t k = next++; k < order.size(); k = next++) {
      progress.check();
      const std::size_t i = order[k];
      search.run(starts.subspan(i, 1), limits.back());
      people.add_reached(search, limits, std::span(sums).subspan(i * width, width));
    }
  });
  return sums;
}

std::vector<std::int64_t> people_of_any(WalkSearch& search, const WalkPeople& people, std::span<const WalkStart> starts,
                                        std::span<const Millimetres> limits) {
  std::vector<std::int64_t> sums(limits.size() * people.groups());
  if (limits.empty()) return sums;
  search.run(starts, limits.back());
  people.add_reached(search, limits, sums);
  return sums;
}

}  // namespace smile
