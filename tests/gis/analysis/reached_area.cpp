#include "gis/analysis/reached_area.h"

#include <boost/test/unit_test.hpp>
#include <numbers>
#include <random>

#include "gis/analysis/attach.h"
#include "gis/geometry/overlay.h"
#include "tests/gis/analysis/city.h"
#include "tests/support/networks.h"

using namespace smile;
using namespace smile::tests;

namespace {

struct Ground {
  Plan plan;
  People people;
  Places places;
  CatchmentSettings settings;

  void place(Geometry shape) {
    places.shapes.push_back(std::move(shape));
    places.names.emplace_back();
  }
  std::vector<Geometry> areas(const WalkNetwork* network = nullptr) const {
    return reached_areas(settings, {plan, people, places, network});
  }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(reached_area, Ground)

BOOST_AUTO_TEST_CASE(a_straight_distance_is_a_disc_around_a_point_and_overlaps_count_once) {
  settings.distances_m = {100, 300};
  place(make_point({0, 0}));
  const auto one = areas();
  BOOST_TEST_REQUIRE(one.size() == 2U);
  BOOST_TEST(std::abs(area(one[1]) / (std::numbers::pi * 300 * 300) - 1) < 0.04);
  place(make_point({0, 0}));
  place(make_point({5000, 0}));
  const auto three = areas();
  BOOST_TEST(std::abs(area(three[1]) - 2 * area(one[1])) < 1);
}

BOOST_AUTO_TEST_CASE(a_walk_is_its_streets_with_what_lies_beside_them) {
  settings.distances_m = {50, 150};
  settings.by = DistanceBy::walk;
  place(make_point({400, 0}));
  const WalkNetwork network = network_of_lines({{{0, 0}, {500, 0}, {1000, 0}}, {{500, 0}, {500, 300}}});
  const auto found = areas(&network);
  const Box near = bounds(found[0]), far = bounds(found[1]);
  BOOST_TEST(std::abs(near.min_x - (350 - beside_street_m)) < 1);
  BOOST_TEST(std::abs(far.max_x - (550 + beside_street_m)) < 1);
  BOOST_TEST(std::abs(far.max_y - (50 + beside_street_m)) < 1);
}

BOOST_AUTO_TEST_CASE(a_home_beside_a_reached_street_lies_in_the_area_and_nearer_areas_in_farther_ones) {
  for (unsigned seed = 1; seed <= 20; ++seed) {
    std::mt19937 chance(seed);
    std::uniform_real_distribution<double> anywhere(0, 400);
    const WalkNetwork network = network_of_lines(random_streets(chance));
    Ground city;
    city.settings.distances_m = {80, 200};
    city.settings.by = DistanceBy::walk;
    city.place(make_point({anywhere(chance), anywhere(chance)}));
    for (int i = 0; i < 40; ++i) city.people.at.push_back({anywhere(chance), anywhere(chance)});
    const auto found = city.areas(&network);
    const Distances far = walked_distances(network, city.people.at, city.places, 200'000);
    for (std::size_t i = 0; i < far.size(); ++i)
      if (far[i] != unreached && NetworkIndex(network).nearest(city.people.at[i]).distance < beside_street_m - 5)
        BOOST_TEST((locate(city.people.at[i], found[1]) != Side::outside), "seed " << seed << ", home " << i);
    BOOST_TEST(area(difference(found[0], found[1])) < 0.01 * area(found[0]));
  }
}

BOOST_AUTO_TEST_CASE(features_come_farthest_first_and_say_how_far) {
  settings.distances_m = {100, 300};
  place(make_point({0, 0}));
  const LayerData data = area_features(areas(), settings.distances_m);
  BOOST_TEST_REQUIRE(data.features.size() == 2U);
  BOOST_TEST(data.features.columns[0].reals[0] == 300.0);
  BOOST_TEST(data.features.columns[0].reals[1] == 100.0);
}

BOOST_AUTO_TEST_CASE(without_places_nothing_is_reached) {
  settings.distances_m = {100};
  BOOST_TEST(areas()[0].empty());
  settings.by = DistanceBy::walk;
  const WalkNetwork network = network_of_lines({{{0, 0}, {500, 0}}});
  BOOST_TEST(areas(&network)[0].empty());
  BOOST_TEST(area_features(areas(&network), {100}).features.size() == 0U);
}

BOOST_AUTO_TEST_SUITE_END()
