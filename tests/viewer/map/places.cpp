#include "viewer/map/places.h"

#include <boost/test/unit_test.hpp>

#include "tests/viewer/support.h"

using namespace smile;
using namespace smile::tests;
using namespace smile::viewer;

BOOST_AUTO_TEST_SUITE(places_on_the_map)

BOOST_AUTO_TEST_CASE(a_box_picks_measures_by_their_coordinates_only) {
  Plan plan = small_plan();
  Measure city = named("Überall");
  city.location.placement = Placement::city;
  plan = applied(plan, add_measures({city, named_at("Weit weg", 400000, 6000000)}));
  const auto inside = measures_in({308900, 6000900, 309100, 6001100}, plan);
  BOOST_REQUIRE(inside.size() == 1u);
  BOOST_TEST(find_measure(plan, inside.front())->title == "Mitfahrbank");
  BOOST_TEST(measures_in({0, 0, 1, 1}, plan).empty());
}

BOOST_AUTO_TEST_CASE(the_ground_of_a_place_is_its_geometry_its_districts_or_the_city) {
  const Plan plan = small_plan();
  Location location;
  BOOST_TEST(ground_of(location, plan).empty());
  location.placement = Placement::district;
  location.districts = {plan.districts.front()->id};
  BOOST_TEST((ground_of(location, plan) == Box{308000, 6000000, 310000, 6002000}));
  location = {Placement::city, {}, {}, {}};
  BOOST_TEST((ground_of(location, plan) == extent(plan)));
  location = {Placement::point, make_point({1, 2}), {}, {}};
  BOOST_TEST((ground_of(location, plan) == Box{1, 2, 1, 2}));
}

BOOST_AUTO_TEST_CASE(the_corner_of_a_ring_moves_and_the_ring_stays_closed) {
  const Geometry square = make_area({{0, 0}, {10, 0}, {10, 10}, {0, 10}});
  const auto corner = corner_at(square, {0.5, 0.5}, 2);
  BOOST_REQUIRE(corner.has_value());
  const Geometry moved = with_corner(square, *corner, {-5, -5});
  BOOST_TEST((moved.points.front() == Point{-5, -5}));
  BOOST_TEST((moved.points.back() == Point{-5, -5}));
  BOOST_TEST((with_corner(square, square.points.size() - 1, {-5, -5}) == moved));
  BOOST_TEST(!corner_at(square, {5, 5}, 2).has_value());
}

BOOST_AUTO_TEST_CASE(only_places_with_coordinates_of_their_own_can_be_moved) {
  for (const auto placement : {Placement::point, Placement::sites, Placement::line, Placement::area})
    BOOST_TEST(can_move(Location{placement, {}, {}, {}}));
  for (const auto placement : {Placement::none, Placement::district, Placement::city})
    BOOST_TEST(!can_move(Location{placement, {}, {}, {}}));
  BOOST_TEST(!has_corners(Location{Placement::point, {}, {}, {}}));
}

BOOST_AUTO_TEST_CASE(long_titles_are_cut_between_letters_not_bytes) {
  BOOST_TEST(short_title(named("Öffentliche Bücherschränke"), 12) == "Öffentliche…");
  BOOST_TEST(short_title(named("Bänke"), 12) == "Bänke");
  Measure untitled = named("");
  untitled.number = "17";
  BOOST_TEST(short_title(untitled) == "17");
}

BOOST_AUTO_TEST_SUITE_END()
