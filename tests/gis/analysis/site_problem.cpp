#include "gis/analysis/site_problem.h"

#include <boost/test/unit_test.hpp>

#include "gis/analysis/site_search.h"
#include "tests/gis/analysis/sites.h"

using namespace smile;
using namespace smile::tests;

BOOST_AUTO_TEST_SUITE(site_problem)

namespace {

std::vector<SiteFate> all_open(const SiteProblem& problem) {
  return std::vector<SiteFate>(problem.sites(), SiteFate::open);
}

using List = std::vector<std::int32_t>;

}  // namespace

BOOST_AUTO_TEST_CASE(points_that_the_same_sites_reach_become_one_and_sites_that_others_replace_go) {
  SiteQuestion question;
  question.people = {1, 2, 4, 8, 0, 16};
  question.candidates.add(List{0, 1});  // all of these and more are at the next
  question.candidates.add(List{0, 1, 2, 4});
  question.candidates.add(List{2, 3});
  question.candidates.add(List{3, 2});  // the same again
  question.count = 2;
  const SiteProblem raw = problem_of(question);
  const SmallerProblem smaller = reduced(raw, all_open(raw));
  BOOST_TEST(smaller.problem.origin == (List{1, 2}));
  BOOST_TEST(smaller.problem.people == (std::vector<double>{3, 4, 8}));
  BOOST_TEST(smaller.demand_of == (List{0, 0, 1, 2, -1, -1}));
  BOOST_TEST(smaller.problem.whole);
  BOOST_TEST(!smaller.problem.limited);
}

BOOST_AUTO_TEST_CASE(what_is_reached_already_is_gained_and_gone) {
  SiteQuestion question;
  question.people = {1, 2, 4};
  question.existing.add(List{0, 1});
  question.candidates.add(List{1, 2});
  question.candidates.add(List{0});
  question.count = 2;
  const SiteProblem raw = problem_of(question);
  const SiteProblem smaller = folded(raw, all_open(raw));
  BOOST_TEST(smaller.base == 3);
  BOOST_TEST(smaller.fixed == 0u);
  BOOST_TEST(smaller.origin == List{1});
  BOOST_TEST(smaller.count == 1u);
}

BOOST_AUTO_TEST_CASE(a_site_short_of_seats_is_never_replaced) {
  SiteQuestion question;
  question.people = {5, 5};
  question.candidates.add(List{0, 1});
  question.candidates.add(List{0});
  question.candidates.seats = {6, 100};
  question.count = 2;
  const SiteProblem raw = problem_of(question);
  const SiteProblem smaller = reduced(raw, all_open(raw)).problem;
  BOOST_TEST(smaller.limited);
  BOOST_TEST(smaller.sites() == 2u);
  BOOST_TEST(smaller.seats[1] == SiteProblem::no_limit);  // 100 seats for 5 people
}

BOOST_AUTO_TEST_CASE(every_choice_gains_the_same_in_the_smaller_problem) {
  SiteWorld world(41);
  for (int round = 0; round < 200; ++round) {
    const SiteQuestion question = world.question({.goal = round % 2 == 0 ? Goal::coverage : Goal::distance,
                                                  .points = 25,
                                                  .candidates = 8,
                                                  .existing = 2,
                                                  .seats = round % 3 == 0});
    const SiteProblem raw = problem_of(question);
    std::vector<SiteFate> fates = all_open(raw);
    fates[3] = SiteFate::chosen;
    fates[5] = SiteFate::closed;
    const SiteProblem smaller = reduced(raw, fates).problem;
    List chosen, named{1};  // the candidate behind two existing places that was chosen above
    for (std::size_t s = smaller.fixed; s < smaller.sites(); s += 2) {
      chosen.push_back(static_cast<std::int32_t>(s));
      named.push_back(raw.origin[static_cast<std::size_t>(smaller.origin[s])]);
    }
    BOOST_TEST(std::fabs(gain_of(smaller, chosen) - PlainWorth(question, named).gain()) < 1e-6);
  }
}

BOOST_AUTO_TEST_SUITE_END()
