#include "gis/analysis/attach.h"

#include <boost/test/unit_test.hpp>

#include "gis/geometry/nearest.h"
#include "tests/support/networks.h"

using namespace smile;
using namespace smile::tests;

namespace {

/// By looking at everything.
double nearest_by_hand(const WalkNetwork& network, Point place) {
  double least = 1e300;
  for (std::uint32_t edge = 0; edge < network.edges.size(); ++edge) {
    const auto path = network.path_of(edge);
    for (std::size_t i = 1; i < path.size(); ++i)
      least = std::min(least, distance(place, nearest_on(place, path[i - 1], path[i])));
  }
  return least;
}

/// The place an attachment means.
Point on_network(const WalkNetwork& network, const Attachment& at) {
  const auto path = network.path_of(at.edge);
  double rest = at.along / 1000.0;
  for (std::size_t i = 1; i < path.size(); ++i) {
    const double piece = distance(path[i - 1], path[i]);
    if (rest <= piece || i + 1 == path.size()) {
      const double t = piece > 0 ? std::min(1.0, rest / piece) : 0;
      return {path[i - 1].x + t * (path[i].x - path[i - 1].x), path[i - 1].y + t * (path[i].y - path[i - 1].y)};
    }
    rest -= piece;
  }
  return path.front();
}

}  // namespace

BOOST_AUTO_TEST_SUITE(attach)

BOOST_AUTO_TEST_CASE(a_place_joins_the_nearest_point_of_the_nearest_edge) {
  std::mt19937 chance(11);
  std::uniform_real_distribution<double> somewhere(-300, 1300);
  for (int round = 0; round < 20; ++round) {
    const WalkNetwork network = network_of_lines(random_streets(chance));
    const NetworkIndex index(network);
    for (int i = 0; i < 100; ++i) {
      const Point place{somewhere(chance), somewhere(chance)};
      const Attachment at = index.nearest(place);
      BOOST_TEST(at.distance == nearest_by_hand(network, place), boost::test_tools::tolerance(1e-12));
      BOOST_TEST(distance(place, on_network(network, at)) - at.distance < 0.002);
      double least = 1e300;
      for (const Point& node : network.nodes) least = std::min(least, distance(place, node));
      BOOST_TEST(distance(place, network.nodes[index.nearest_node(place)]) == least);
    }
  }
}

BOOST_AUTO_TEST_CASE(a_place_in_the_water_joins_the_shore_however_far_it_is) {
  const WalkNetwork network = network_of_lines({{{0, 0}, {100, 0}}, {{0, 0}, {0, 100}}});
  const NetworkIndex index(network);
  const Attachment far = index.nearest({40, -50'000});
  BOOST_TEST(far.distance == 50'000);
  BOOST_TEST(far.along == 40'000U);
  BOOST_TEST(index.nearest({33.3336, 5}).along == 33'334U);  // to the nearest millimetre
  BOOST_TEST(index.nearest({-1e6, 100}).distance == 1e6);
}

BOOST_AUTO_TEST_CASE(a_network_in_one_line_is_a_network) {
  const WalkNetwork network = network_of_lines({{{0, 0}, {100, 0}}, {{100, 0}, {5000, 0}}});
  const NetworkIndex index(network);
  BOOST_TEST(index.nearest({3000, 7}).distance == 7);
  BOOST_TEST((network.nodes[index.nearest_node({90, 5})] == Point{100, 0}));
}

BOOST_AUTO_TEST_CASE(at_a_node_nothing_of_the_edge_is_walked) {
  const WalkNetwork network = network_of_lines({{{0, 0}, {100, 0}}, {{100, 0}, {100, 70}}});
  for (std::uint32_t node = 0; node < network.nodes.size(); ++node) {
    const Point place = on_network(network, at_node(network, node));
    BOOST_TEST((place == network.nodes[node]));
  }
}

BOOST_AUTO_TEST_SUITE_END()
