#include "gis/analysis/supply.h"

#include <boost/test/unit_test.hpp>
#include <random>

#include "gis/geometry/nearest.h"
#include "tests/support/lived_city.h"

using namespace smile;
using namespace smile::tests;
namespace tt = boost::test_tools;

namespace {

struct City : LivedCity {
  Capacities capacities;
  SupplySettings settings;

  void hold(Geometry shape, std::optional<double> capacity) {
    place(std::move(shape));
    capacities.push_back(capacity);
  }
  Supply found(const WalkNetwork* network = nullptr) const { return supply(settings, input(network), capacities); }
  const DistrictSupply& of(const Supply& result, const std::string& code) const {
    return row_of(result.districts, code);
  }
};

Geometry square_at(double x, double y, double side) {
  return make_area({{x, y}, {x + side, y}, {x + side, y + side}, {x, y + side}});
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(supplies, City)

BOOST_AUTO_TEST_CASE(capacity_stands_against_need_by_district) {
  live(305000, 6005000, 100), live(305000, 5995000, 50);  // K, L
  hold(make_point({304000, 6004000}), 150);
  hold(make_point({306000, 6006000}), 10);
  hold(make_point({305000, 5995000}), 300);
  settings.target = 2;
  const Supply result = found();
  const DistrictSupply& k = of(result, "K");
  BOOST_TEST(k.people == 100);
  BOOST_TEST(k.places == 2);
  BOOST_TEST(k.capacity.value() == 160);
  BOOST_TEST(k.ratio.value() == 1.6);
  BOOST_TEST(k.need.value() == 200);
  BOOST_TEST(k.missing.value() == 40);
  BOOST_TEST(k.coverage.value() == 0.8);
  BOOST_TEST(of(result, "L").coverage.value() == 3);
  BOOST_TEST(of(result, "L").missing.value() == 0);
}

BOOST_AUTO_TEST_CASE(too_much_in_one_district_does_not_fill_up_another) {
  live(305000, 6005000, 100), live(305000, 5995000, 50);
  hold(make_point({305000, 5995000}), 300);
  settings.target = 2;
  const Supply result = found();
  BOOST_TEST(result.all.coverage.value() == 1);   // as much as is needed,
  BOOST_TEST(result.all.missing.value() == 200);  // but all of it elsewhere
}

BOOST_AUTO_TEST_CASE(ratio_and_target_speak_of_so_many_people) {
  live(305000, 6005000, 500);
  hold(make_point({305000, 6005000}), 30);
  settings.per = 100, settings.target = 8;
  const DistrictSupply all = found().all;
  BOOST_TEST(all.ratio.value() == 6);
  BOOST_TEST(all.need.value() == 40);
  BOOST_TEST(all.coverage.value() == 0.75);
}

BOOST_AUTO_TEST_CASE(an_area_counts_in_each_district_by_its_part_and_outside_too) {
  live(305000, 6005000, 1);
  hold(square_at(309900, 6005000, 200), 80);  // half in K, half in M
  hold(square_at(299900, 6005000, 200), 40);  // half in K, half outside
  const Supply result = found();
  BOOST_TEST(of(result, "K").capacity.value() == 60, tt::tolerance(1e-9));
  BOOST_TEST(of(result, "M").capacity.value() == 40, tt::tolerance(1e-9));
  BOOST_TEST(of(result, "K").places == 2);
  BOOST_TEST(result.districts.back().district == 0);
  BOOST_TEST(result.districts.back().capacity.value() == 20, tt::tolerance(1e-9));
  BOOST_TEST(result.all.capacity.value() == 120);
  BOOST_TEST(result.all.places == 2);
}

BOOST_AUTO_TEST_CASE(what_nobody_knows_is_not_none) {
  live(305000, 6005000, 100), live(305000, 5995000, 100), live(315000, 6005000, 100);
  hold(make_point({305000, 6005000}), std::nullopt);
  hold(make_point({305000, 5995000}), 0);
  hold(make_point({305000, 5995001}), std::nullopt);
  settings.target = 1;
  const Supply result = found();
  const DistrictSupply& unknown = of(result, "K");
  BOOST_TEST(unknown.unknown == 1);
  BOOST_TEST((!unknown.capacity && !unknown.ratio && !unknown.missing && !unknown.coverage));
  BOOST_TEST(unknown.need.value() == 100);
  BOOST_TEST(of(result, "L").capacity.value() == 0);  // one holds nothing, of the other nobody knows
  BOOST_TEST(of(result, "L").unknown == 1);
  BOOST_TEST(of(result, "M").capacity.value() == 0);  // there is none
  BOOST_TEST(of(result, "M").coverage.value() == 0);
  BOOST_TEST(result.all.missing.value() == 200);
}

BOOST_AUTO_TEST_CASE(worlds_without_people_places_or_districts_divide_by_nothing) {
  settings.target = 2, settings.distance_m = 500;
  const DistrictSupply empty = found().all;
  BOOST_TEST(empty.capacity.value() == 0);
  BOOST_TEST((!empty.ratio && !empty.coverage && !empty.in_reach));
  hold(make_point({305000, 6005000}), 10);
  BOOST_TEST(!found().all.ratio);
  BOOST_TEST(of(found(), "K").missing.value() == 0);
  live(305000, 6005000, 4);
  plan = {};
  const Supply lone = found();
  BOOST_TEST(lone.districts.empty());
  BOOST_TEST(lone.all.ratio.value() == 2.5);
  BOOST_TEST(lone.all.in_reach.value() == 2.5);
  BOOST_TEST(lone.all.missing.value() == 0);
}

BOOST_AUTO_TEST_CASE(a_target_of_nothing_is_met_and_nonsense_is_refused) {
  live(305000, 6005000, 4);
  settings.target = 0;
  BOOST_TEST(found().all.missing.value() == 0);
  BOOST_TEST(!found().all.coverage);
  settings.target = -1;
  BOOST_CHECK_THROW(found(), Error);
  settings.target = 1, settings.per = 0;
  BOOST_CHECK_THROW(found(), Error);
  settings.per = 1, settings.distance_m = 100, settings.by = DistanceBy::walk;
  BOOST_CHECK_THROW(found(), Error);
}

BOOST_AUTO_TEST_CASE(in_reach_a_place_is_shared_and_a_home_has_the_sum_of_its_places) {
  // Two homes beside the first place, the second of them beside the second place too.
  live(301000, 6001000, 10), live(301100, 6001000, 30);
  hold(make_point({301040, 6001000}), 80);
  hold(make_point({301190, 6001000}), 60);
  settings.distance_m = 95;
  const DistrictSupply all = found().all;
  // 80 / 40 = 2 for each at the first; 60 / 30 = 2 more for those of the second: (10 × 2 + 30 × 4) / 40
  BOOST_TEST(all.in_reach.value() == 3.5);
  BOOST_TEST(all.reached == 40);
}

BOOST_AUTO_TEST_CASE(a_place_of_unknown_capacity_is_reached_but_gives_nothing) {
  live(301000, 6001000, 10);
  hold(make_point({301000, 6001000}), std::nullopt);
  hold(make_point({308000, 6001000}), 50);
  settings.distance_m = 100;
  BOOST_TEST(found().all.reached == 10);
  BOOST_TEST(found().all.in_reach.value() == 0);
}

BOOST_AUTO_TEST_CASE(what_is_in_reach_is_given_out_whole_and_as_trying_everything_says) {
  std::mt19937 random(11);
  std::uniform_real_distribution<double> x(300000, 320000), y(5990000, 6010000), count(0, 40);
  for (int i = 0; i < 400; ++i) live(x(random), y(random), i % 7 == 0 ? 0 : std::floor(count(random)));
  for (int i = 0; i < 60; ++i)
    hold(make_point({x(random), y(random)}), i % 9 == 0 ? std::nullopt : std::optional(std::floor(count(random) * 10)));
  settings.distance_m = 1500, settings.per = 10, settings.target = 3;
  const Supply result = found();
  std::vector<double> gets(people.size(), 0.0);
  double given_out = 0;
  const auto within = [&](std::size_t i, std::size_t k) {
    return millimetres(distance(people.at[i], places.shapes[k].points[0])) <= 1'500'000;
  };
  for (std::size_t k = 0; k < places.size(); ++k) {
    double sharers = 0;
    for (std::size_t i = 0; i < people.size(); ++i) sharers += within(i, k) ? people.all[i] : 0;
    if (!capacities[k] || sharers == 0) continue;
    given_out += *capacities[k];
    for (std::size_t i = 0; i < people.size(); ++i) gets[i] += within(i, k) ? *capacities[k] / sharers : 0;
  }
  for (const char* code : {"K", "L", "M", "N"}) {
    const Geometry& ground = find_district(plan, code)->geometry;
    double sum = 0, reached = 0, all = 0;
    for (std::size_t i = 0; i < people.size(); ++i) {
      if (locate(people.at[i], ground) == Side::outside) continue;
      bool any = false;
      for (std::size_t k = 0; k < places.size(); ++k) any = any || within(i, k);
      all += people.all[i], sum += people.all[i] * gets[i], reached += any ? people.all[i] : 0;
    }
    BOOST_TEST(of(result, code).people == all, tt::tolerance(1e-12));
    BOOST_TEST(of(result, code).reached == reached, tt::tolerance(1e-12));
    BOOST_TEST(of(result, code).in_reach.value() == sum / all * 10, tt::tolerance(1e-9));
  }
  BOOST_TEST(result.all.in_reach.value() * result.all.people / 10 == given_out, tt::tolerance(1e-9));
  double capacity = 0;
  for (const DistrictSupply& row : result.districts) capacity += row.capacity.value_or(0);
  BOOST_TEST(result.all.capacity.value() == capacity, tt::tolerance(1e-12));
}

BOOST_AUTO_TEST_CASE(walking_reaches_along_the_street) {
  const WalkNetwork network = network_of(street(10));
  live(305050, 6000030, 5);   // 100 m from the place, the ways to the street included
  live(305950, 6000000, 10);  // 870 m
  hold(make_point({305100, 6000020}), 20);
  settings.by = DistanceBy::walk;
  settings.distance_m = 100;
  BOOST_TEST(found(&network).all.reached == 5);
  settings.distance_m = 99.999;
  BOOST_TEST(found(&network).all.reached == 0);
  settings.distance_m = 870;
  BOOST_TEST(found(&network).all.in_reach.value() == 20.0 / 15, tt::tolerance(1e-12));
}

BOOST_AUTO_TEST_SUITE_END()
