#include "gis/analysis/catchment.h"

#include <boost/test/unit_test.hpp>
#include <random>

#include "gis/analysis/gaps.h"
#include "gis/geometry/nearest.h"
#include "tests/support/lived_city.h"

using namespace smile;
using namespace smile::tests;

namespace {

struct City : LivedCity {
  static CatchmentSettings within(std::vector<double> distances) {
    CatchmentSettings settings;
    settings.distances_m = std::move(distances);
    return settings;
  }
  const CatchmentCount& of(const Catchment& result, const std::string& code) const {
    return row_of(result.districts, code);
  }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(catchments, City)

BOOST_AUTO_TEST_CASE(people_are_counted_once_by_their_nearest_place) {
  live(305000, 6005000, 10);
  live(305000, 6005400, 20);
  live(305000, 6005900, 40);
  place(make_point({305000, 6005000}));
  place(make_point({305000, 6005100}));
  const Catchment result = catchment(within({300, 500}), input());
  BOOST_TEST(result.places == 2);
  BOOST_TEST(result.all.people == 70);
  BOOST_TEST(result.all.within[0] == 30);
  BOOST_TEST(result.all.within[1] == 30);
  BOOST_TEST(of(result, "K").within[1] == 30);
  BOOST_TEST(of(result, "L").people == 0);
}

BOOST_AUTO_TEST_CASE(exactly_as_far_counts_and_a_millimetre_more_does_not) {
  live(305000, 6005000, 1);
  place(make_point({305800, 6005000}));
  BOOST_TEST(catchment(within({800}), input()).all.within[0] == 1);
  BOOST_TEST(catchment(within({799.999}), input()).all.within[0] == 0);
}

BOOST_AUTO_TEST_CASE(an_area_is_reached_at_its_border_and_within) {
  live(305050, 6005050, 1);    // inside
  live(305150, 6005050, 10);   // 50 m beside
  live(305170, 6005170, 100);  // 99 m off its corner
  place(make_area({{305000, 6005000}, {305100, 6005000}, {305100, 6005100}, {305000, 6005100}}));
  BOOST_TEST(catchment(within({10}), input()).all.within[0] == 1);
  BOOST_TEST(catchment(within({50}), input()).all.within[0] == 11);
  BOOST_TEST(catchment(within({98, 99}), input()).all.within[0] == 11);
  BOOST_TEST(catchment(within({98, 99}), input()).all.within[1] == 111);
}

BOOST_AUTO_TEST_CASE(straight_distances_are_those_of_trying_every_place) {
  std::mt19937 random(3);
  std::uniform_real_distribution<double> x(300000, 320000), y(5990000, 6010000);
  for (int i = 0; i < 1000; ++i) live(x(random), y(random), 1);
  for (int i = 0; i < 40; ++i) place(make_point({x(random), y(random)}));
  const Distances found = straight_distances(people.at, places, millimetres(2000));
  for (std::size_t i = 0; i < found.size(); ++i) {
    double least = INFINITY;
    for (const Geometry& shape : places.shapes) least = std::min(least, distance(people.at[i], shape.points[0]));
    BOOST_REQUIRE_EQUAL(found[i], millimetres(least) <= 2'000'000 ? millimetres(least) : unreached);
  }
}

BOOST_AUTO_TEST_CASE(walking_follows_the_street_and_counts_the_way_to_it) {
  const WalkNetwork network = network_of(street(10));
  live(305050, 6000030, 1);   // 30 m off the street
  live(305950, 6000000, 10);  // on it, 850 m along from the place
  place(make_point({305100, 6000020}));
  CatchmentSettings settings = within({100, 870});
  settings.by = DistanceBy::walk;
  const Catchment result = catchment(settings, input(&network));
  BOOST_TEST(result.nearest[0] == 100'000U);  // 20 + 50 + 30 m
  BOOST_TEST(result.nearest[1] == 870'000U);
  BOOST_TEST(result.all.within[0] == 1);
  BOOST_TEST(result.all.within[1] == 11);
  settings.join = JoinBy::node;
  const Catchment at_nodes = catchment(settings, input(&network));
  BOOST_TEST(at_nodes.nearest[1] == 800'000U);  // of 305900 and 306000 the lower node, from 305100
}

BOOST_AUTO_TEST_CASE(without_a_network_nobody_walks_and_it_is_said) {
  live(305000, 6005000, 1);
  place(make_point({305000, 6005000}));
  CatchmentSettings settings = within({100});
  settings.by = DistanceBy::walk;
  BOOST_CHECK_THROW(catchment(settings, input()), Error);
  BOOST_CHECK_THROW(catchment(within({}), input()), Error);
  BOOST_CHECK_THROW(catchment(within({0}), input()), Error);
  BOOST_CHECK_THROW(catchment(within({500, 300}), input()), Error);
}

BOOST_AUTO_TEST_CASE(a_world_without_places_or_people_gives_zeros) {
  BOOST_TEST(catchment(within({100}), input()).all.within[0] == 0);
  live(305000, 6005000, 1);
  const Catchment nobody_near = catchment(within({100}), input());
  BOOST_TEST(nobody_near.all.people == 1);
  BOOST_TEST(nobody_near.all.within[0] == 0);
  plan = {};
  BOOST_TEST(catchment(within({100}), input()).districts.empty());
}

BOOST_AUTO_TEST_CASE(who_lives_outside_the_city_stands_in_a_line_of_its_own) {
  live(250000, 6005000, 7);
  live(305000, 6005000, 1);
  const Catchment result = catchment(within({100}), input());
  BOOST_TEST(result.districts.size() == 5U);
  BOOST_TEST(result.districts.back().district == 0);
  BOOST_TEST(result.districts.back().people == 7);
}

BOOST_AUTO_TEST_CASE(gaps_are_homes_that_lie_together_the_largest_first) {
  place(make_point({301000, 6001000}));
  live(301010, 6001000, 50);                             // reached
  live(305000, 6005000, 30), live(305150, 6005000, 30);  // a gap in K
  live(315000, 6005000, 200);                            // one in M
  const Catchment result = catchment(within({500}), input());
  const Gaps gaps = gaps_of(result, input(), 0);
  BOOST_TEST(gaps.not_reached == 260);
  BOOST_REQUIRE(gaps.gaps.size() == 2U);
  BOOST_TEST(gaps.gaps[0].people == 200);
  BOOST_TEST(gaps.gaps[0].name == "Stadtmitte");
  BOOST_TEST(gaps.gaps[1].people == 60);
  BOOST_TEST(gaps.gaps[1].name == "Kröpeliner-Tor-Vorstadt");
  BOOST_TEST(gaps.gaps[1].at.y == 6005000);
}

BOOST_AUTO_TEST_CASE(the_map_of_gaps_shows_the_cells_of_those_who_are_missed) {
  LayerData population;
  population.kind = GeometryKind::point;
  population.features.columns.emplace_back().name = "einwohner";
  population.features.columns.back().kind = ValueColumn::Kind::integer;
  for (const double x : {301000.0, 305000.0, 309000.0})
    append_feature(population.features, make_point({x, 6005000}), {x == 305000 ? "0" : "12"});
  MapLayer layer;
  layer.use.total_field = "einwohner";
  people = people_of(layer, population);
  place(make_point({301000, 6005000}));
  const Catchment result = catchment(within({500}), input());
  const LayerData shown = gap_features(result, people, population);
  BOOST_REQUIRE(shown.features.size() == 1U);
  BOOST_TEST(shown.features.points_of(0)[0].x == 309000);
  BOOST_TEST(shown.features.columns[0].reals[0] == 12);
}

BOOST_AUTO_TEST_CASE(a_gap_across_districts_is_not_said_to_lie_in_one) {
  place(make_point({301000, 6001000}));
  live(309950, 6005000, 30), live(310050, 6005000, 200);  // both sides of the border of K and M
  const Gaps gaps = gaps_of(catchment(within({500}), input()), input(), 0);
  BOOST_REQUIRE(gaps.gaps.size() == 1U);
  BOOST_TEST(gaps.gaps[0].people == 230);
  BOOST_TEST(gaps.gaps[0].name == "Stadtmitte");
  BOOST_TEST(gaps.gaps[0].more == 1);
  BOOST_TEST(place_in_words(gaps.gaps[0]) == "Stadtmitte and 1 more");
  BOOST_TEST(place_in_words({30, {}, {}, 1, "Biestow"}) == "Biestow");
  BOOST_TEST(place_in_words({}) == "outside");
}

BOOST_AUTO_TEST_SUITE_END()
