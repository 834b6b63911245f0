#include "gis/analysis/network.h"

#include <boost/test/unit_test.hpp>
#include <set>

#include "tests/support/networks.h"

using namespace smile;
using namespace smile::tests;

BOOST_AUTO_TEST_SUITE(walk_network)

BOOST_AUTO_TEST_CASE(every_edge_is_a_link_at_both_its_ends) {
  std::mt19937 chance(7);
  for (int round = 0; round < 20; ++round) {
    const WalkNetwork network = network_of_lines(random_streets(chance));
    std::multiset<std::tuple<std::uint32_t, std::uint32_t, Millimetres>> wanted, found;
    for (const WalkNetwork::Edge& edge : network.edges) {
      wanted.insert({edge.from, edge.to, edge.length});
      if (edge.from != edge.to) wanted.insert({edge.to, edge.from, edge.length});
    }
    for (std::uint32_t node = 0; node < network.nodes.size(); ++node)
      for (const WalkNetwork::Link& link : network.links_of(node)) found.insert({node, link.to, link.length});
    BOOST_TEST((wanted == found));
    for (std::uint32_t edge = 0; edge < network.edges.size(); ++edge) {
      BOOST_TEST((network.path_of(edge).front() == network.nodes[network.edges[edge].from]));
      BOOST_TEST((network.path_of(edge).back() == network.nodes[network.edges[edge].to]));
    }
  }
}

BOOST_AUTO_TEST_CASE(parts_dead_ends_and_the_shortest_edge_are_said) {
  // A square with a blind alley, and an island of a tenth of it.
  const WalkNetwork network = network_of_lines(
      {{{0, 0}, {100, 0}, {100, 100}, {0, 100}, {0, 0}}, {{100, 100}, {150, 100}}, {{500, 0}, {550, 0}}});
  const Connectivity found = connectivity(network);
  BOOST_TEST(found.components == 2);
  BOOST_TEST(found.nodes == 5);  // where the square's line begins is a node, too
  BOOST_TEST(found.edges == 4);
  BOOST_TEST(found.length == 500'000);
  BOOST_TEST(found.largest_share == 0.9);
  BOOST_TEST(found.dead_ends == 3);
  BOOST_TEST(found.shortest == 50'000U);
  const Issues issues = issues_of(found, "wege.gpkg");
  BOOST_REQUIRE(issues.size() == 1U);
  BOOST_TEST((issues[0].severity == Severity::warning));  // a tenth can't be reached
  BOOST_TEST(in(Language::english, issues[0].message).find("2 parts") != std::string::npos);
  BOOST_TEST(in(Language::german, issues[0].message).find("zerfällt in 2 Teile") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_network_in_one_piece_is_a_note) {
  const Connectivity found = connectivity(network_of_lines({{{0, 0}, {10, 0}}}));
  BOOST_TEST(found.components == 1);
  BOOST_TEST((issues_of(found, "").at(0).severity == Severity::note));
}

BOOST_AUTO_TEST_CASE(a_layer_whose_columns_somebody_changed_is_refused_with_a_sentence) {
  const LayerData good = edges_of({{{0, 0}, {10, 0}}});
  const auto refused = [](LayerData data) {
    try {
      network_of(data);
      return false;
    } catch (const Error& error) {
      return error.kind() == ErrorKind::refused;
    }
  };
  BOOST_TEST(!refused(good));
  LayerData data = good;
  data.features.columns[0].name = "a";
  BOOST_TEST(refused(data));
  for (const double length : {0.0, -1.0, 1e9, std::numeric_limits<double>::quiet_NaN()}) {
    data = good;
    data.features.columns[2].reals[0] = length;
    BOOST_TEST(refused(data), "length " << length);
  }
  data = good;
  data.features.columns[1].null[0] = true;
  BOOST_TEST(refused(data));
  BOOST_TEST(refused(LayerData{}));
}

BOOST_AUTO_TEST_CASE(node_numbers_of_the_layer_may_be_any) {
  LayerData data = edges_of({{{0, 0}, {10, 0}}, {{10, 0}, {20, 0}}});
  for (const std::size_t column : {0U, 1U})
    for (std::int64_t& number : data.features.columns[column].integers) number = 7'000'000'000'000 - 5 * number;
  const WalkNetwork network = network_of(data);
  BOOST_TEST(network.nodes.size() == 3U);
  BOOST_TEST(connectivity(network).components == 1);
}

BOOST_AUTO_TEST_SUITE_END()
