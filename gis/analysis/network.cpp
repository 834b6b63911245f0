#include "gis/analysis/network.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <string_view>
#include <tuple>

#include "gis/geometry/morton.h"

namespace smile {
namespace {

constexpr std::size_t between_checks = 4096;

Error no_network() {
  return {ErrorKind::refused, text("This layer is no walking network any more: its columns from_node, to_node and "
                                   "length_m do not fit its lines; add the network again.")};
}

const ValueColumn& column_of(const LayerData& data, std::string_view name, ValueColumn::Kind kind) {
  for (const ValueColumn& column : data.features.columns)
    if (column.name == name && column.kind == kind) return column;
  throw no_network();
}

/// What the layer's rows say, with nodes by the numbers they have there.
struct RawEdge {
  std::int64_t from = 0, to = 0;
  Millimetres length = 0;
  std::size_t row = 0;
};

std::vector<RawEdge> raw_edges(const LayerData& data, const Progress& progress) {
  const ValueColumn& from = column_of(data, "from_node", ValueColumn::Kind::integer);
  const ValueColumn& to = column_of(data, "to_node", ValueColumn::Kind::integer);
  const ValueColumn& metres = column_of(data, "length_m", ValueColumn::Kind::real);
  std::vector<RawEdge> edges;
  for (std::size_t row = 0; row < data.features.size(); ++row) {
    if (row % between_checks == 0) progress.check();
    if (data.features.kinds[row] != GeometryKind::line) continue;
    constexpr double longest = 2e6;  // metres; sums of two stay within 32 bits
    const double length = metres.reals[row];
    const std::uint32_t paths = data.features.path_ends[row] - (row == 0 ? 0 : data.features.path_ends[row - 1]);
    const bool sound = paths == 1 && !from.null[row] && !to.null[row] && !metres.null[row] && length > 0 &&
                       length < longest && data.features.points_of(row).size() > 1;
    if (!sound) throw no_network();
    const auto millimetres = static_cast<Millimetres>(std::max<long long>(1, std::llround(length * 1000)));
    edges.push_back({from.integers[row], to.integers[row], millimetres, row});
  }
  if (edges.empty()) throw no_network();
  return edges;
}

/// Numbers of the layer's nodes, in Z-order of where they lie.
class NodeOrder {
public:
  NodeOrder(const std::vector<RawEdge>& edges, const FeatureColumns& features, const Box& box,
            const Progress& progress) {
    for (const RawEdge& edge : edges) {
      const std::span<const Point> path = features.points_of(edge.row);
      found_.push_back({edge.from, 0, path.front()});
      found_.push_back({edge.to, 0, path.back()});
    }
    progress.check();
    std::stable_sort(found_.begin(), found_.end(), [](const Node& a, const Node& b) { return a.number < b.number; });
    progress.check();
    const auto same = [](const Node& a, const Node& b) { return a.number == b.number; };
    found_.erase(std::unique(found_.begin(), found_.end(), same), found_.end());
    std::vector<std::pair<std::uint64_t, std::uint32_t>> order;
    for (const Node& node : found_) order.emplace_back(morton(node.at, box), static_cast<std::uint32_t>(order.size()));
    progress.check();
    std::sort(order.begin(), order.end());
    for (std::uint32_t place = 0; place < order.size(); ++place) found_[order[place].second].place = place;
  }
  std::uint32_t operator()(std::int64_t number) const {
    return std::lower_bound(found_.begin(), found_.end(), number,
                            [](const Node& node, std::int64_t wanted) { return node.number < wanted; })
        ->place;
  }
  std::vector<Point> places() const {
    std::vector<Point> places(found_.size());
    for (const Node& node : found_) places[node.place] = node.at;
    return places;
  }

private:
  struct Node {
    std::int64_t number;
    std::uint32_t place;
    Point at;
  };
  std::vector<Node> found_;
};

void put_edges(WalkNetwork& network, std::vector<RawEdge>& edges, const FeatureColumns& features,
               const Progress& progress) {
  std::sort(edges.begin(), edges.end(), [](const RawEdge& a, const RawEdge& b) {
    return std::tie(a.from, a.to, a.row) < std::tie(b.from, b.to, b.row);
  });
  progress.check();
  for (const RawEdge& edge : edges) {
    network.edges.push_back({static_cast<std::uint32_t>(edge.from), static_cast<std::uint32_t>(edge.to), edge.length});
    network.rows.push_back(edge.row);
    const std::span<const Point> path = features.points_of(edge.row);
    network.points.insert(network.points.end(), path.begin(), path.end());
    network.path_ends.push_back(static_cast<std::uint32_t>(network.points.size()));
  }
}

void put_links(WalkNetwork& network) {
  std::vector<std::uint32_t> next(network.nodes.size() + 1);
  for (const WalkNetwork::Edge& edge : network.edges) {
    ++next[edge.from + 1];
    if (edge.to != edge.from) ++next[edge.to + 1];
  }
  std::partial_sum(next.begin(), next.end(), next.begin());
  network.link_ends.assign(next.begin() + 1, next.end());
  network.links.resize(next.back());
  network.edge_of_link.resize(next.back());
  for (std::uint32_t i = 0; i < network.edges.size(); ++i) {
    const WalkNetwork::Edge& edge = network.edges[i];
    const auto put = [&](std::uint32_t at, std::uint32_t to) {
      network.links[next[at]] = {to, edge.length};
      network.edge_of_link[next[at]++] = i;
    };
    put(edge.from, edge.to);
    if (edge.to != edge.from) put(edge.to, edge.from);
  }
}

/// Which nodes hang together: union by the smaller number, paths halved.
class Parts {
public:
  explicit Parts(std::size_t nodes) : parent_(nodes) { std::iota(parent_.begin(), parent_.end(), 0U); }
  std::uint32_t of(std::uint32_t node) {
    while (parent_[node] != node) node = parent_[node] = parent_[parent_[node]];
    return node;
  }
  void join(std::uint32_t a, std::uint32_t b) {
    a = of(a), b = of(b);
    parent_[std::max(a, b)] = std::min(a, b);
  }

private:
  std::vector<std::uint32_t> parent_;
};

}  // namespace

WalkNetwork network_of(const LayerData& data, const Progress& progress) {
  std::vector<RawEdge> edges = raw_edges(data, progress);
  const NodeOrder order(edges, data.features, data.box, progress);
  progress.check();
  WalkNetwork network;
  network.nodes = order.places();
  for (std::size_t i = 0; i < edges.size(); ++i) {
    if (i % between_checks == 0) progress.check();
    edges[i].from = order(edges[i].from), edges[i].to = order(edges[i].to);
  }
  put_edges(network, edges, data.features, progress);
  progress.check();
  put_links(network);
  return network;
}

Connectivity connectivity(const WalkNetwork& network) {
  Connectivity found;
  found.nodes = static_cast<std::int64_t>(network.nodes.size());
  found.edges = static_cast<std::int64_t>(network.edges.size());
  found.shortest = unreached;
  Parts parts(network.nodes.size());
  for (const WalkNetwork::Edge& edge : network.edges) parts.join(edge.from, edge.to);
  std::vector<std::int64_t> lengths(network.nodes.size());
  for (const WalkNetwork::Edge& edge : network.edges) {
    found.length += edge.length;
    found.shortest = std::min(found.shortest, edge.length);
    lengths[parts.of(edge.from)] += edge.length;
  }
  for (std::uint32_t node = 0; node < network.nodes.size(); ++node) {
    found.components += parts.of(node) == node ? 1 : 0;
    const auto links = network.links_of(node);
    found.dead_ends += links.size() == 1 && links[0].to != node ? 1 : 0;
  }
  if (found.length > 0)
    found.largest_share =
        static_cast<double>(*std::max_element(lengths.begin(), lengths.end())) / static_cast<double>(found.length);
  return found;
}

Issues issues_of(const Connectivity& found, const std::string& file) {
  Issue issue;
  issue.kind = "network_connectivity";
  issue.file = file;
  const double kilometres = std::round(static_cast<double>(found.length) / 1e5) / 10;
  if (found.components == 1) {
    issue.message = text(
        "The network is {1} km long and hangs together; {2} of its {3} nodes are dead ends, its shortest edge "
        "has {4} m.",
        kilometres, found.dead_ends, found.nodes, found.shortest / 1000.0);
    return {issue};
  }
  constexpr double enough = 0.95;
  issue.severity = found.largest_share < enough ? Severity::warning : Severity::note;
  issue.message = text(
      "The network is {1} km long and falls into {2} parts that no way joins; the largest holds {3} % "
      "of the length. {4} of its {5} nodes are dead ends, its shortest edge has {6} m.",
      kilometres, found.components, std::floor(found.largest_share * 1000) / 10, found.dead_ends, found.nodes,
      found.shortest / 1000.0);
  issue.proposal = text(
      "From a place in a small part only that part is reached; where streets cross without a common "
      "point, join them in the source.");
  return {issue};
}

}  // namespace smile
