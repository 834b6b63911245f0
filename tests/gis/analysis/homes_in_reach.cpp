#include "gis/analysis/homes_in_reach.h"

#include <boost/test/unit_test.hpp>
#include <random>

#include "tests/support/networks.h"

using namespace smile;
using namespace smile::tests;

namespace {

/// Homes and places scattered over the streets of networks.h and beyond them.
struct World {
  std::mt19937 chance;
  std::vector<Point> homes;
  Places places;

  explicit World(unsigned seed) : chance(seed) {
    for (int i = 0; i < 200; ++i) homes.push_back(somewhere());
    for (int i = 0; i < 12; ++i) add(make_point(somewhere()));
    for (int i = 0; i < 3; ++i) add(make_line({somewhere(), somewhere()}));
    const Point p = somewhere();
    add(make_area({p, {p.x + 60, p.y}, {p.x + 60, p.y + 40}, {p.x, p.y + 40}}));
  }
  Point somewhere() {
    std::uniform_real_distribution<double> at(-50, 450);
    return {at(chance), at(chance)};
  }
  void add(Geometry shape) {
    places.shapes.push_back(std::move(shape));
    places.names.emplace_back();
  }
  /// Each place by itself, against all homes.
  template <class Far>
  void check(const HomesInReach& found, Far far) const {
    BOOST_TEST_REQUIRE(found.size() == places.size());
    for (std::size_t k = 0; k < places.size(); ++k) {
      const Distances alone = far(Places{{places.shapes[k]}, {""}});
      std::vector<ReachedHome> expected;
      for (std::uint32_t i = 0; i < homes.size(); ++i)
        if (alone[i] != unreached) expected.push_back({i, alone[i]});
      BOOST_TEST((found[k] == expected));
    }
  }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(homes_that_places_reach)

BOOST_AUTO_TEST_CASE(straight_they_are_those_that_each_place_alone_reaches) {
  for (unsigned seed = 1; seed <= 20; ++seed) {
    const World world(seed);
    const Millimetres limit = 40'000 + seed * 7'000;
    world.check(homes_in_reach(world.homes, world.places, limit, DistanceBy::line),
                [&](const Places& one) { return straight_distances(world.homes, one, limit); });
  }
}

BOOST_AUTO_TEST_CASE(walked_too_where_parts_do_not_join_and_streets_are_bent) {
  for (unsigned seed = 1; seed <= 20; ++seed) {
    World world(seed);
    const WalkNetwork network = network_of_lines(random_streets(world.chance));
    const Millimetres limit = 60'000 + seed * 11'000;
    world.check(homes_in_reach(world.homes, world.places, limit, DistanceBy::walk, &network),
                [&](const Places& one) { return walked_distances(network, world.homes, one, limit); });
  }
}

BOOST_AUTO_TEST_CASE(exactly_as_far_is_within) {
  const std::vector<Point> homes = {{0, 0}, {100, 0}, {100.002, 0}};
  const Places places{{make_point({0, 0})}, {""}};
  BOOST_TEST(homes_in_reach(homes, places, 100'000, DistanceBy::line)[0].size() == 2U);
}

BOOST_AUTO_TEST_CASE(without_homes_places_or_streets_there_is_nothing) {
  const World world(1);
  const WalkNetwork nothing;
  BOOST_TEST(homes_in_reach(world.homes, {}, 1000, DistanceBy::line).empty());
  for (const auto& homes : homes_in_reach({}, world.places, 1000, DistanceBy::line)) BOOST_TEST(homes.empty());
  for (const auto& homes : homes_in_reach(world.homes, world.places, 1000, DistanceBy::walk, &nothing))
    BOOST_TEST(homes.empty());
}

BOOST_AUTO_TEST_CASE(it_can_be_given_up) {
  const World world(1);
  std::stop_source stop;
  stop.request_stop();
  BOOST_CHECK_THROW(
      homes_in_reach(world.homes, world.places, 1000, DistanceBy::line, nullptr, Progress(stop.get_token(), {})),
      Error);
}

BOOST_AUTO_TEST_SUITE_END()
