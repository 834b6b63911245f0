#include "gis/analysis/live_reach.h"

#include <boost/test/unit_test.hpp>
#include <random>

#include "tests/gis/analysis/city.h"
#include "tests/support/networks.h"

using namespace smile;
using namespace smile::tests;

namespace {

/// Homes, two fixed places and four measures on streets of 500 m side, in four districts.
struct LiveCity {
  std::mt19937 chance;
  std::uniform_real_distribution<double> anywhere{-40, 440};
  Plan plan;
  std::shared_ptr<People> people = std::make_shared<People>();
  Places fixed;
  WalkNetworkPtr network;
  ReachQuestion question;

  explicit LiveCity(unsigned seed, DistanceBy by)
      : chance(seed),
        plan(plan_of({district(1, "1", square(-50, -50, 250)), district(2, "2", square(200, -50, 250)),
                      district(3, "3", square(-50, 200, 250))})),
        network(std::make_shared<const WalkNetwork>(network_of_lines(random_streets(chance)))) {
    for (std::uint32_t i = 0; i < 60; ++i) {
      people->rows.push_back(i);
      people->at.push_back(somewhere());
      people->all.push_back(static_cast<double>(chance() % 1000) / 8);
    }
    for (int i = 0; i < 2; ++i) fixed.shapes.push_back(make_point(somewhere())), fixed.names.emplace_back();
    for (Id id = 1; id <= 3; ++id) add(plan, measure(id, Placement::point, make_point(somewhere())));
    add(plan, measure(4, Placement::area, square(somewhere().x, somewhere().y, 60)));
    add(plan, measure(5, Placement::city, {}));
    question.settings.distances_m = {60, 150};
    question.settings.by = by;
    question.places.measures = 0;
  }
  Point somewhere() { return {anywhere(chance), anywhere(chance)}; }

  void move(Id id) {
    const Point to = somewhere();
    for (MeasurePtr& measure : plan.measures) {
      if (measure->id != id) continue;
      auto moved = std::make_shared<Measure>(*measure);
      moved->location.geometry = id == 4 ? square(to.x, to.y, 60) : make_point(to);
      measure = std::move(moved);
    }
  }
  Catchment anew() const {
    Places all = fixed;
    const Places measures = places_of_measures(plan.measures);
    all.shapes.insert(all.shapes.end(), measures.shapes.begin(), measures.shapes.end());
    return catchment(question.settings, {plan, *people, all, network.get()});
  }
};

void same(const Catchment& live, const Catchment& anew) {
  BOOST_TEST(live.places == anew.places);
  BOOST_TEST_REQUIRE(live.districts.size() == anew.districts.size());
  const auto equal = [](const CatchmentCount& a, const CatchmentCount& b) {
    BOOST_TEST(a.district == b.district);
    BOOST_TEST(std::abs(a.people - b.people) < 1e-3);
    for (std::size_t k = 0; k < a.within.size(); ++k) BOOST_TEST(std::abs(a.within[k] - b.within[k]) < 1e-3);
  };
  equal(live.all, anew.all);
  for (std::size_t i = 0; i < live.districts.size(); ++i) equal(live.districts[i], anew.districts[i]);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(live_reach)

BOOST_AUTO_TEST_CASE(after_every_move_the_figures_are_those_of_a_fresh_count) {
  for (unsigned seed = 1; seed <= 60; ++seed) {
    LiveCity city(seed, seed % 2 == 0 ? DistanceBy::walk : DistanceBy::line);
    LiveReach live(city.question, city.plan, city.people, city.fixed, city.network);
    same(live.figures(), city.anew());
    for (int step = 0; step < 8; ++step) {
      city.move(1 + static_cast<Id>(city.chance() % 4));
      live.follow(city.plan);
      same(live.figures(), city.anew());
    }
  }
}

BOOST_AUTO_TEST_CASE(measures_that_come_and_go_are_counted_and_forgotten) {
  LiveCity city(7, DistanceBy::walk);
  LiveReach live(city.question, city.plan, city.people, city.fixed, city.network);
  const Plan before = city.plan;
  city.plan.measures.erase(city.plan.measures.begin());
  live.follow(city.plan);
  same(live.figures(), city.anew());
  BOOST_TEST(!live.part_of(1).has_value());
  city.plan = before;
  live.follow(city.plan);
  same(live.figures(), city.anew());
  BOOST_TEST(live.part_of(1).has_value());
  BOOST_TEST(!live.part_of(5).has_value(), "the whole city has no place on the map");
}

BOOST_AUTO_TEST_CASE(a_rejected_measure_is_followed_no_more) {
  LiveCity city(7, DistanceBy::walk);
  LiveReach live(city.question, city.plan, city.people, city.fixed, city.network);
  auto rejected = std::make_shared<Measure>(*city.plan.measures[1]);
  rejected->phase = Phase::rejected;
  const Id id = rejected->id;
  city.plan.measures[1] = rejected;
  live.follow(city.plan);
  BOOST_TEST(!live.part_of(id).has_value());
  std::erase_if(city.plan.measures, [id](const MeasurePtr& measure) { return measure->id == id; });
  same(live.figures(), city.anew());
}

BOOST_AUTO_TEST_CASE(a_part_says_whom_only_this_measure_reaches) {
  for (unsigned seed = 1; seed <= 20; ++seed) {
    LiveCity city(seed, seed % 2 == 0 ? DistanceBy::walk : DistanceBy::line);
    LiveReach live(city.question, city.plan, city.people, city.fixed, city.network);
    const double with = live.figures().all.within[1];
    const LiveReach::Part part = live.part_of(2).value();
    std::erase_if(city.plan.measures, [](const MeasurePtr& measure) { return measure->id == 2; });
    live.follow(city.plan);
    BOOST_TEST(std::abs(with - live.figures().all.within[1] - part.only[1]) < 1e-3);
    BOOST_TEST(part.only[1] <= part.within[1]);
    BOOST_TEST(part.within[0] <= part.within[1]);
  }
}

BOOST_AUTO_TEST_CASE(the_ground_of_a_walk_is_its_streets_up_to_the_limit) {
  LiveCity city(3, DistanceBy::walk);
  city.network =
      std::make_shared<const WalkNetwork>(network_of_lines({{{0, 0}, {500, 0}, {1000, 0}}, {{500, 0}, {500, 300}}}));
  city.plan.measures.clear();
  add(city.plan, measure(1, Placement::point, make_point({400, 0})));
  LiveReach live(city.question, city.plan, city.people, city.fixed, city.network);
  const Geometry streets = live.ground_of(1);  // 150 m to both sides, and 50 m up at 500
  BOOST_TEST(std::abs(length(streets) - 350) < 0.01);
  BOOST_TEST(bounds(streets).min_x == 250.0);
  BOOST_TEST(std::abs(bounds(streets).max_y - 50) < 0.01);
}

BOOST_AUTO_TEST_CASE(a_question_without_a_network_to_walk_along_is_refused) {
  LiveCity city(1, DistanceBy::walk);
  BOOST_CHECK_THROW(LiveReach(city.question, city.plan, city.people, city.fixed, nullptr), Error);
}

BOOST_AUTO_TEST_SUITE_END()
