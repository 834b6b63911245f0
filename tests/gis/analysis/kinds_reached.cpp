#include "gis/analysis/kinds_reached.h"

#include <boost/test/unit_test.hpp>
#include <random>

#include "gis/geometry/nearest.h"
#include "tests/support/lived_city.h"

using namespace smile;
using namespace smile::tests;
namespace tt = boost::test_tools;

namespace {

struct City : LivedCity {
  std::vector<PlaceKind> kinds;
  KindsSettings settings;

  City() { settings.by = DistanceBy::line, settings.distance_m = 500; }
  void kind(const std::string& name, std::vector<Point> at) {
    kinds.push_back({name, {}});
    for (const Point& p : at)
      kinds.back().places.shapes.push_back(make_point(p)), kinds.back().places.names.emplace_back();
  }
  KindsReached found(const WalkNetwork* network = nullptr) const {
    return kinds_reached(settings, kinds, plan, people, network);
  }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(kinds_within_reach, City)

BOOST_AUTO_TEST_CASE(the_index_is_the_mean_share_of_kinds_over_people) {
  live(301000, 6001000, 30);  // K: both kinds
  live(305000, 6005000, 10);  // K: one
  live(315000, 6005000, 60);  // M: none
  kind("Kita", {{301100, 6001000}, {301200, 6001000}});
  kind("Markt", {{301000, 6001300}, {305000, 6005500}});
  const KindsReached result = found();
  BOOST_TEST(result.of_home == (std::vector<std::uint16_t>{2, 1, 0}), tt::per_element());
  BOOST_TEST(result.everybody.index.value() == (30 * 1 + 10 * 0.5) / 100);
  BOOST_TEST(result.everybody.all == 30);
  BOOST_TEST(result.everybody.none == 60);
  BOOST_TEST(result.everybody.by_kind[0] == 30);
  BOOST_TEST(result.everybody.by_kind[1] == 40);
  BOOST_TEST(row_of(result.districts, "K").index.value() == 0.875);
  BOOST_TEST(row_of(result.districts, "M").index.value() == 0);
  BOOST_TEST(!row_of(result.districts, "L").index);  // nobody lives there
}

BOOST_AUTO_TEST_CASE(many_places_of_a_kind_are_one_kind) {
  live(301000, 6001000, 1);
  kind("Kita", std::vector<Point>(5, Point{301000, 6001000}));
  kind("Markt", {});
  BOOST_TEST(found().everybody.index.value() == 0.5);
  BOOST_TEST(found().everybody.all == 0);
}

BOOST_AUTO_TEST_CASE(exactly_as_far_is_within) {
  live(301000, 6001000, 1);
  kind("Kita", {{301500, 6001000}});
  BOOST_TEST(found().everybody.all == 1);
  settings.distance_m = 499.999;
  BOOST_TEST(found().everybody.none == 1);
}

BOOST_AUTO_TEST_CASE(worlds_without_people_have_no_index_and_without_kinds_no_question) {
  BOOST_CHECK_THROW(found(), Error);
  kind("Kita", {{301500, 6001000}});
  BOOST_TEST(!found().everybody.index);
  live(301000, 6001000, 0);
  BOOST_TEST(!found().everybody.index);
  plan = {};
  BOOST_TEST(found().districts.empty());
  settings.by = DistanceBy::walk;
  BOOST_CHECK_THROW(found(), Error);  // no network
}

BOOST_AUTO_TEST_CASE(who_lives_outside_stands_in_a_line_of_its_own) {
  live(250000, 6001000, 3), live(301000, 6001000, 1);
  kind("Kita", {{301000, 6001000}});
  BOOST_TEST(found().districts.back().district == 0);
  BOOST_TEST(found().districts.back().none == 3);
}

BOOST_AUTO_TEST_CASE(walked_it_is_what_a_catchment_of_each_kind_says) {
  const WalkNetwork network = network_of(street(30));
  std::mt19937 random(5);
  std::uniform_real_distribution<double> x(304900, 308100), y(5999900, 6000100);
  for (int i = 0; i < 100; ++i) live(x(random), y(random), i);
  for (const char* name : {"a", "b", "c"}) kind(name, {{x(random), y(random)}, {x(random), y(random)}});
  settings.by = DistanceBy::walk;
  const KindsReached result = found(&network);
  double sum = 0;
  for (std::size_t k = 0; k < kinds.size(); ++k) {
    CatchmentSettings one;
    one.distances_m = {500}, one.by = DistanceBy::walk;
    const Catchment alone = catchment(one, {plan, people, kinds[k].places, &network});
    BOOST_TEST(result.everybody.by_kind[k] == alone.all.within[0]);
    sum += alone.all.within[0];
  }
  BOOST_TEST(result.everybody.index.value() == sum / result.everybody.people / 3, tt::tolerance(1e-12));
}

BOOST_AUTO_TEST_CASE(straight_it_is_what_trying_everything_says) {
  std::mt19937 random(7);
  std::uniform_real_distribution<double> x(300000, 320000), y(5990000, 6010000);
  for (int i = 0; i < 300; ++i) live(x(random), y(random), 1 + i % 5);
  for (int k = 0; k < 4; ++k) {
    std::vector<Point> at;
    for (int i = 0; i < 10 * k; ++i) at.push_back({x(random), y(random)});
    kind(std::to_string(k), at);
  }
  settings.distance_m = 2000;
  const KindsReached result = found();
  for (std::size_t i = 0; i < people.size(); ++i) {
    int count = 0;
    for (const PlaceKind& one : kinds)
      count += std::any_of(one.places.shapes.begin(), one.places.shapes.end(), [&](const Geometry& shape) {
        return millimetres(distance(people.at[i], shape.points[0])) <= 2'000'000;
      });
    BOOST_REQUIRE_EQUAL(result.of_home[i], count);
  }
}

BOOST_AUTO_TEST_SUITE_END()
