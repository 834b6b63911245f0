#include "gis/jobs/side_by_side.h"

#include <boost/test/unit_test.hpp>
#include <stdexcept>
#include <string>

using namespace smile;

BOOST_AUTO_TEST_SUITE(side_by_side_)

BOOST_AUTO_TEST_CASE(everything_is_done_once_and_stands_where_it_belongs) {
  std::vector<int> done(1000, 0);
  side_by_side(done.size(), [&](std::size_t i) { done[i] += static_cast<int>(i) + 1; });
  for (std::size_t i = 0; i < done.size(); ++i) BOOST_REQUIRE_EQUAL(done[i], static_cast<int>(i) + 1);
}

BOOST_AUTO_TEST_CASE(nothing_to_do_is_done_at_once) {
  side_by_side(0, [](std::size_t) { throw std::runtime_error("never"); });
}

BOOST_AUTO_TEST_CASE(the_first_problem_is_told_and_the_rest_is_done_all_the_same) {
  std::vector<int> done(100, 0);
  try {
    side_by_side(done.size(), [&](std::size_t i) {
      if (i == 30 || i == 70) throw std::runtime_error(std::to_string(i));
      done[i] = 1;
    });
    BOOST_ERROR("no problem was told");
  } catch (const std::runtime_error& problem) {
    BOOST_TEST(problem.what() == std::string("30"));
  }
  for (std::size_t i = 0; i < done.size(); ++i) BOOST_TEST(done[i] == (i == 30 || i == 70 ? 0 : 1));
}

BOOST_AUTO_TEST_SUITE_END()
