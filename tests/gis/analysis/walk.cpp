// Distances against Boost.Graph's Dijkstra, and against counting by hand.

#include "gis/analysis/walk.h"

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/dijkstra_shortest_paths.hpp>
#include <boost/test/unit_test.hpp>

#include "gis/intake/network.h"
#include "tests/support/networks.h"
#include "tests/support/places.h"

using namespace smile;
using namespace smile::tests;

namespace {

using Weight = boost::property<boost::edge_weight_t, double>;
using Graph = boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS, boost::no_property, Weight>;

Graph graph_of(const WalkNetwork& network) {
  Graph graph(network.nodes.size());
  for (const WalkNetwork::Edge& edge : network.edges) boost::add_edge(edge.from, edge.to, edge.length / 1000.0, graph);
  return graph;
}

/// Metres from a node to all others.
std::vector<double> by_boost(const Graph& graph, std::uint32_t from) {
  std::vector<double> metres(boost::num_vertices(graph));
  boost::dijkstra_shortest_paths(
      graph, from,
      boost::distance_map(boost::make_iterator_property_map(metres.begin(), get(boost::vertex_index, graph))));
  return metres;
}

/// Largest difference in metres between ours and Boost's over all nodes, and nodes that only one of them reaches.
struct Difference {
  double metres = 0;
  int reached_by_one = 0;
};

void compare(const WalkNetwork& network, const Graph& graph, std::uint32_t from, Millimetres limit,
             Difference& difference) {
  WalkSearch search(network);
  const WalkStart start{at_node(network, from)};
  search.run({&start, 1}, limit);
  const std::vector<double> metres = by_boost(graph, from);
  for (std::uint32_t node = 0; node < network.nodes.size(); ++node) {
    const bool near = metres[node] < 4e6 && std::llround(metres[node] * 1000) <= limit;
    if (near != (search.to_node(node) != unreached)) ++difference.reached_by_one;
    if (near && search.to_node(node) != unreached)
      difference.metres = std::max(difference.metres, std::abs(search.to_node(node) / 1000.0 - metres[node]));
  }
}

void compare_from_many(const WalkNetwork& network) {
  const Graph graph = graph_of(network);
  Difference difference;
  constexpr std::uint32_t sources = 12;
  for (std::uint32_t i = 0; i < sources; ++i) {
    const auto from = static_cast<std::uint32_t>(network.nodes.size() / sources * i);
    compare(network, graph, from, unreached, difference);
    compare(network, graph, from, 800'000, difference);
  }
  BOOST_TEST(difference.metres <= 1e-9);
  BOOST_TEST(difference.reached_by_one == 0);
}

Attachment somewhere_on(const WalkNetwork& network, std::mt19937& chance) {
  const auto edge = static_cast<std::uint32_t>(chance() % network.edges.size());
  return {edge, static_cast<Millimetres>(chance() % (network.edges[edge].length + 1)), 0};
}

/// The network with an edge cut in two at a place: then the place is a node, and no rule for partial edges is needed.
struct Cut {
  std::vector<WalkNetwork::Edge> edges;
  std::uint32_t nodes;
  std::vector<std::uint32_t> places;
};

Cut cut_at(const WalkNetwork& network, const std::vector<Attachment>& places) {
  Cut cut{{}, static_cast<std::uint32_t>(network.nodes.size()), std::vector<std::uint32_t>(places.size())};
  for (std::uint32_t e = 0; e < network.edges.size(); ++e) {
    std::vector<std::size_t> on;
    for (std::size_t i = 0; i < places.size(); ++i)
      if (places[i].edge == e) on.push_back(i);
    std::sort(on.begin(), on.end(), [&](auto a, auto b) { return places[a].along < places[b].along; });
    std::uint32_t last = network.edges[e].from;
    Millimetres at = 0;
    for (const std::size_t i : on) {
      cut.places[i] = cut.nodes++;
      cut.edges.push_back({last, cut.places[i], places[i].along - at});
      last = cut.places[i], at = places[i].along;
    }
    cut.edges.push_back({last, network.edges[e].to, network.edges[e].length - at});
  }
  return cut;
}

Graph graph_of(const Cut& cut) {
  Graph graph(cut.nodes);
  for (const WalkNetwork::Edge& edge : cut.edges) boost::add_edge(edge.from, edge.to, edge.length / 1000.0, graph);
  return graph;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(walk)

BOOST_AUTO_TEST_CASE(distances_are_those_of_boost_graph_on_small_networks) {
  std::mt19937 chance(1);
  Difference difference;
  for (int round = 0; round < 100; ++round) {
    const WalkNetwork network = network_of_lines(random_streets(chance));
    const Graph graph = graph_of(network);
    const auto from = static_cast<std::uint32_t>(chance() % network.nodes.size());
    compare(network, graph, from, unreached, difference);
    compare(network, graph, from, static_cast<Millimetres>(chance() % 500'000), difference);
  }
  BOOST_TEST(difference.metres <= 1e-9);
  BOOST_TEST(difference.reached_by_one == 0);
}

BOOST_AUTO_TEST_CASE(part_way_along_edges_distances_are_exact_at_both_ends_and_on_one_edge) {
  std::mt19937 chance(2);
  for (int round = 0; round < 300; ++round) {
    const WalkNetwork network = network_of_lines(random_streets(chance, 3));
    std::vector<Attachment> places;
    for (int i = 0; i < 12; ++i) places.push_back(somewhere_on(network, chance));
    places.push_back({places[0].edge, network.edges[places[0].edge].length / 3, 0});  // two on one edge
    const Cut cut = cut_at(network, places);
    const std::vector<double> metres = by_boost(graph_of(cut), cut.places[0]);
    WalkSearch search(network);
    const WalkStart start{places[0]};
    const Millimetres limit = round % 2 == 0 ? unreached : static_cast<Millimetres>(chance() % 300'000);
    search.run({&start, 1}, limit);
    for (std::size_t i = 0; i < places.size(); ++i) {
      const bool near = metres[cut.places[i]] < 4e6 && std::llround(metres[cut.places[i]] * 1000) <= limit;
      BOOST_TEST(near == (search.to(places[i]) != unreached), "round " << round << ", place " << i);
      if (near) BOOST_TEST(std::abs(search.to(places[i]) / 1000.0 - metres[cut.places[i]]) <= 1e-9);
    }
  }
}

BOOST_AUTO_TEST_CASE(the_nearest_of_many_is_the_least_of_each_alone) {
  std::mt19937 chance(3);
  for (int round = 0; round < 100; ++round) {
    const WalkNetwork network = network_of_lines(random_streets(chance));
    std::vector<WalkStart> starts;
    for (int i = 0; i < 4; ++i)
      starts.push_back({somewhere_on(network, chance), static_cast<Millimetres>(chance() % 90'000)});
    starts.push_back({});  // a place that joins no edge
    const Attachment home = somewhere_on(network, chance);
    WalkSearch search(network);
    Millimetres least = unreached;
    for (const WalkStart& start : starts) {
      search.run({&start, 1}, 250'000);
      least = std::min(least, search.to(home));
    }
    search.run(starts, 250'000);
    BOOST_TEST(search.to(home) == least);
  }
}

BOOST_AUTO_TEST_CASE(exactly_at_the_limit_is_within_and_a_millimetre_beyond_is_not) {
  const WalkNetwork network = network_of_lines({{{0, 0}, {500, 0}}, {{500, 0}, {800, 0}}, {{800, 0}, {800.002, 0}}});
  const NetworkIndex index(network);
  WalkSearch search(network);
  const WalkStart start{index.nearest({0, 0})};
  search.run({&start, 1}, 800'000);
  BOOST_TEST(search.to(index.nearest({800, 0})) == 800'000U);
  BOOST_TEST(search.to(index.nearest({800.001, 0})) == unreached);
  BOOST_TEST(search.reached().size() == 3U);
  search.run({&start, 1}, 0);  // what was reached before is forgotten
  BOOST_TEST(search.reached().size() == 1U);
  BOOST_TEST(search.to(index.nearest({500, 0})) == unreached);
}

BOOST_AUTO_TEST_CASE(another_part_of_the_network_is_not_reached) {
  const WalkNetwork network = network_of_lines({{{0, 0}, {100, 0}}, {{0, 10}, {100, 10}}});
  const NetworkIndex index(network);
  WalkSearch search(network);
  const WalkStart start{index.nearest({50, 1})};
  search.run({&start, 1}, unreached);
  BOOST_TEST(search.to(index.nearest({50, 9})) == unreached);
  BOOST_TEST(search.to(index.nearest({20, 0})) == 30'000U);
}

BOOST_AUTO_TEST_CASE(distances_are_those_of_boost_graph_on_all_nodes_of_liechtenstein) {
  if (!have_shared_data()) return;
  const auto file = shared_data() / "osm" / "liechtenstein-latest.osm.pbf";
  const NetworkIntake intake = intake_network(file, {}, Plan{}, shared_data());
  BOOST_TEST(intake.crs.epsg == 25832);
  const WalkNetwork network = network_of(intake.edges);
  BOOST_TEST(network.nodes.size() > 5000U);
  BOOST_TEST(connectivity(network).largest_share > 0.9);
  compare_from_many(network);
}

BOOST_AUTO_TEST_CASE(distances_are_those_of_boost_graph_on_all_nodes_of_the_synthetic_city) {
  const auto script = source_folder().parent_path() / "shared" / "peers" / "make_city.py";
  const TemporaryFolder folder;
  const std::string made =
      "/usr/bin/python3 " + script.string() + " " + folder.path().string() + "/city --scale 0.2 --seed 1";
  if (!std::filesystem::exists(script) || std::system((made + " >/dev/null 2>&1").c_str()) != 0) {
    BOOST_TEST_MESSAGE("skipped: no synthetic city, " + script.string() + " is absent or does not run");
    return;
  }
  LayerOptions options;
  options.read.layer = "streets";
  Plan plan;
  plan.crs = crs_from_epsg(25833);
  const NetworkIntake intake = intake_network(folder / "city/city.gpkg", options, plan, folder.path());
  const WalkNetwork network = network_of(intake.edges);
  BOOST_TEST(network.nodes.size() > 3000U);
  compare_from_many(network);
}

BOOST_AUTO_TEST_SUITE_END()
