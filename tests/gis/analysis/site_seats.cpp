#include "gis/analysis/site_seats.h"

#include <boost/test/unit_test.hpp>

#include "tests/gis/analysis/sites.h"

using namespace smile;
using namespace smile::tests;

BOOST_AUTO_TEST_SUITE(site_seats)

namespace {

SiteProblem listed(const SiteQuestion& question) {
  SiteProblem problem = problem_of(question);
  list_by_demand(problem);
  return problem;
}

}  // namespace

BOOST_AUTO_TEST_CASE(seats_are_given_so_that_all_gain_most_whichever_site_opens_first) {
  SiteWorld world(31);
  for (int round = 0; round < 300; ++round) {
    const Goal goal = round % 2 == 0 ? Goal::coverage : Goal::distance;
    const SiteQuestion question =
        world.question({.goal = goal, .points = 20, .candidates = 6, .existing = 1, .reach = 500, .seats = true});
    const SiteProblem problem = listed(question);
    const double best = PlainWorth(question, {0, 1, 2, 3, 4, 5}).gain();
    SeatPlan forwards(problem), backwards(problem);
    for (std::size_t s = 1; s <= 6; ++s) forwards.open(s);
    for (std::size_t s = 6; s >= 1; --s) backwards.open(s);
    BOOST_TEST(std::fabs(forwards.gain() - best) < 1e-7);
    BOOST_TEST(std::fabs(backwards.gain() - best) < 1e-7);
    if (goal == Goal::coverage) BOOST_TEST(forwards.served() == forwards.gain());
  }
}

BOOST_AUTO_TEST_CASE(prices_tell_at_most_what_another_site_adds) {
  SiteWorld world(32);
  for (int round = 0; round < 200; ++round) {
    const Goal goal = round % 2 == 0 ? Goal::coverage : Goal::distance;
    const SiteProblem problem = listed(
        world.question({.goal = goal, .points = 25, .candidates = 7, .existing = 2, .reach = 400, .seats = true}));
    SeatPlan plan(problem);
    for (std::size_t s = 2; s < 6; ++s) plan.open(s);
    const std::vector<double> prices = plan.prices();
    for (std::size_t s = 6; s < problem.sites(); ++s) {
      SeatPlan with = plan;
      with.open(s);
      BOOST_TEST(with.gain() - plan.gain() <= at_most(problem, s, prices) + 1e-6);
    }
    for (std::size_t s = 0; s < 6; ++s)  // open ones have nothing to add
      BOOST_TEST(at_most(problem, s, prices) >= 0);
  }
}

BOOST_AUTO_TEST_SUITE_END()
