#include "gis/analysis/site_proof.h"

#include <boost/test/unit_test.hpp>
#include <chrono>
#include <thread>

#include "gis/analysis/site_bound.h"
#include "gis/analysis/site_program.h"
#include "tests/gis/analysis/sites.h"

using namespace smile;
using namespace smile::tests;

BOOST_AUTO_TEST_SUITE(site_proof)

namespace {

SiteProblem small_problem(const SiteQuestion& question) {
  const SiteProblem raw = problem_of(question);
  return reduced(raw, std::vector<SiteFate>(raw.sites(), SiteFate::open)).problem;
}

const SiteWish wishes[] = {
    {.points = 500, .candidates = 60, .existing = 4, .count = 9, .reach = 130},
    {.goal = Goal::distance, .points = 120, .candidates = 40, .existing = 2, .count = 6, .fractions = true},
    {.points = 120, .candidates = 30, .existing = 2, .count = 6, .reach = 200, .seats = true},
    {.points = 600, .candidates = 80, .count = 14, .reach = 160},
    {.goal = Goal::distance, .points = 100, .candidates = 25, .existing = 2, .count = 5, .seats = true},
};

}  // namespace

BOOST_AUTO_TEST_CASE(our_own_search_and_the_solver_prove_the_same) {
  const Progress progress;
  for (const SiteWish& wish : wishes)
    for (unsigned seed = 1; seed <= 5; ++seed) {
      const SiteProblem problem = small_problem(SiteWorld(seed).question(wish));
      const SiteClock clock(progress, 60);
      SiteChoice own, solver;
      const SiteProof by_search = prove(problem, own, clock, {false, 1000000, 0}, {});
      const SiteProof by_solver = prove(problem, solver, clock, {false, 1, 10000000}, {});
      BOOST_TEST(by_search.proven);
      BOOST_TEST(by_solver.proven);
      BOOST_TEST(by_solver.parts == 1u);
      BOOST_TEST(own.gain == solver.gain, boost::test_tools::tolerance(1e-7));
      BOOST_TEST(gain_of(problem, own.sites) == own.gain, boost::test_tools::tolerance(1e-9));
      BOOST_TEST(by_search.bound == own.gain);
    }
}

BOOST_AUTO_TEST_CASE(both_halves_of_every_branch_are_looked_at) {
  const Progress progress;
  const SiteClock clock(progress, 60);
  std::size_t parts = 0;
  for (unsigned seed = 1; seed <= 40; ++seed) {
    const SiteProblem problem =
        small_problem(SiteWorld(seed).question({.points = 600, .candidates = 80, .count = 14, .reach = 160}));
    SiteChoice own, solver;
    const SiteProof proof = prove(problem, own, clock, {false, 1000000, 0}, {});
    prove(problem, solver, clock, {false, 1, 10000000}, {});
    parts += proof.parts;
    BOOST_TEST(own.gain == solver.gain);
  }
  BOOST_TEST(parts > 400u);  // else this has not tested much
}

BOOST_AUTO_TEST_CASE(a_search_cut_short_has_a_bound_that_holds) {
  const Progress progress;
  for (const SiteWish& wish : wishes)
    for (unsigned seed = 1; seed <= 5; ++seed) {
      const SiteProblem problem = small_problem(SiteWorld(seed).question(wish));
      const SiteClock clock(progress, 60);
      SiteChoice best, little;
      prove(problem, best, clock, {}, {});
      for (const std::size_t parts : {1U, 2U, 3U, 5U}) {
        const SiteProof proof = prove(problem, little, clock, {false, parts, 0}, {});
        BOOST_TEST(proof.bound >= best.gain * (1 - 1e-9));
        BOOST_TEST(little.gain <= best.gain * (1 + 1e-9));
        BOOST_TEST(proof.proven == (proof.bound == little.gain));
        little = {};
      }
    }
}

BOOST_AUTO_TEST_CASE(cancel_reaches_the_solver_too) {
  const SiteProblem problem = small_problem(
      SiteWorld(5).question({.points = 3000, .candidates = 250, .count = 40, .reach = 110, .fractions = true}));
  for (const int wait : {250, 500, 900}) {
    std::stop_source source;
    std::chrono::steady_clock::time_point asked;
    std::jthread other([&] {
      std::this_thread::sleep_for(std::chrono::milliseconds(wait));
      asked = std::chrono::steady_clock::now();
      source.request_stop();
    });
    const Progress progress(source.get_token(), {});
    SiteChoice best;
    const SiteProof proof = prove(problem, best, SiteClock(progress, 60), {false, 1, 10000000}, {});
    const std::chrono::duration<double> late = std::chrono::steady_clock::now() - asked;
    other.join();
    BOOST_TEST(!proof.proven);
    BOOST_TEST(proof.bound >= best.gain);
    BOOST_TEST_MESSAGE("cancelled after " << late.count() << " s");
  }
}

BOOST_AUTO_TEST_CASE(any_prices_give_a_bound_and_what_they_prove_about_sites_holds) {
  const Progress progress;
  const SiteClock clock(progress, 60);
  SiteWorld world(77);
  for (const SiteWish& wish : wishes)
    for (int round = 0; round < 5; ++round) {
      const SiteProblem problem = small_problem(world.question(wish));
      SiteChoice best;
      prove(problem, best, clock, {}, {});
      for (const std::size_t steps : {0U, 3U, 40U, 400U}) {
        std::vector<double> prices;
        for (const double people : problem.people) prices.push_back(people * world.between(0, 99) / 99.0);
        const SiteBound bound = upper_bound(problem, prices, {steps, 0, 1, 10}, clock);
        BOOST_TEST(bound.bound >= best.gain * (1 - 1e-9));
        // one person less known: what is proven then holds for every best choice, so for this one
        const auto fates = proven_fates(problem, bound, best.gain - 1);
        for (const std::int32_t s : best.sites) BOOST_TEST((fates[static_cast<std::size_t>(s)] != SiteFate::closed));
        for (std::size_t s = 0; s < fates.size(); ++s)
          if (fates[s] == SiteFate::chosen)
            BOOST_TEST(
                (std::find(best.sites.begin(), best.sites.end(), static_cast<std::int32_t>(s)) != best.sites.end()));
      }
    }
}

BOOST_AUTO_TEST_CASE(the_programme_of_a_problem_has_its_optimum) {
  const Progress progress;
  const SiteClock clock(progress, 60);
  for (const SiteWish& wish : wishes) {
    const SiteProblem problem = small_problem(SiteWorld(3).question(wish));
    SiteChoice best;
    prove(problem, best, clock, {}, {});
    const ProgramAnswer answer = solve(site_program(problem), {}, {});
    BOOST_TEST(answer.total + problem.base == best.gain, boost::test_tools::tolerance(1e-7));
  }
}

BOOST_AUTO_TEST_SUITE_END()
