#include "gis/analysis/site_search.h"

#include <boost/test/unit_test.hpp>

#include "tests/gis/analysis/sites.h"

using namespace smile;
using namespace smile::tests;

BOOST_AUTO_TEST_SUITE(site_search)

BOOST_AUTO_TEST_CASE(after_the_exchange_no_swap_of_two_sites_gains) {
  const Progress progress;
  const SiteClock clock(progress, 60);
  SiteWorld world(51);
  for (int round = 0; round < 60; ++round) {
    const SiteProblem raw = problem_of(world.question({.goal = round % 2 == 0 ? Goal::coverage : Goal::distance,
                                                       .points = 60,
                                                       .candidates = 20,
                                                       .existing = 1,
                                                       .count = 5,
                                                       .reach = 350,
                                                       .seats = round % 4 >= 2}));
    const SiteProblem problem = reduced(raw, std::vector<SiteFate>(raw.sites(), SiteFate::open)).problem;
    SiteChoice choice;
    for (std::size_t s = problem.fixed; choice.sites.size() < problem.count; ++s)
      choice.sites.push_back(static_cast<std::int32_t>(s));
    choice.gain = gain_of(problem, choice.sites);
    double last = choice.gain;
    exchange(problem, choice, clock, [&](const SiteChoice& better) {
      BOOST_TEST(better.gain > last);
      last = better.gain;
    });
    BOOST_TEST(std::fabs(gain_of(problem, choice.sites) - choice.gain) < 1e-6);
    for (std::int32_t& site : choice.sites) {
      const std::int32_t kept = site;
      for (std::size_t s = problem.fixed; s < problem.sites(); ++s) {
        if (std::count(choice.sites.begin(), choice.sites.end(), static_cast<std::int32_t>(s)) > 0) continue;
        site = static_cast<std::int32_t>(s);
        BOOST_TEST(gain_of(problem, choice.sites) <= choice.gain + 0.5);
        site = kept;
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(greedy_takes_what_adds_most_each_time) {
  const Progress progress;
  const SiteClock clock(progress, 60);
  SiteWorld world(52);
  for (int round = 0; round < 60; ++round) {
    const SiteProblem raw = problem_of(world.question(
        {.points = 40, .candidates = 12, .existing = 1, .count = 4, .reach = 350, .seats = round % 2 == 0}));
    const SiteProblem problem = reduced(raw, std::vector<SiteFate>(raw.sites(), SiteFate::open)).problem;
    const SiteChoice choice = greedy_choice(problem, clock);
    std::vector<std::int32_t> chosen;
    for (const std::int32_t next : choice.sites) {
      chosen.push_back(next);
      const double with = gain_of(problem, chosen);
      for (std::size_t s = problem.fixed; s < problem.sites(); ++s) {
        chosen.back() = static_cast<std::int32_t>(s);
        BOOST_TEST(gain_of(problem, chosen) <= with + 1e-7);
      }
      chosen.back() = next;
    }
    BOOST_TEST(std::fabs(gain_of(problem, chosen) - choice.gain) < 1e-7);
  }
}

BOOST_AUTO_TEST_SUITE_END()
