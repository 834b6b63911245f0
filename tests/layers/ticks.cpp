#include "layers/ticks.h"

#include <boost/test/unit_test.hpp>
#include <cmath>
#include <random>

using namespace smile;
using namespace smile::layers;

namespace {

bool is_round(double step) {
  const double digit = step / std::pow(10.0, std::floor(std::log10(step) + 1e-9));
  return std::abs(digit - 1) < 1e-6 || std::abs(digit - 2) < 1e-6 || std::abs(digit - 5) < 1e-6;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(ticks_suite)

BOOST_AUTO_TEST_CASE(an_axis_of_rostocks_districts_has_steps_of_five_thousand) {
  const Ticks ticks = round_ticks(0, 21279, 5);
  BOOST_TEST(ticks.step == 5000);
  BOOST_TEST(ticks.values == (std::vector<double>{0, 5000, 10000, 15000, 20000}), boost::test_tools::per_element());
  BOOST_TEST(ticks.above == 25000);
  BOOST_TEST(ticks.decimals == 0);
}

BOOST_AUTO_TEST_CASE(fractions_are_written_exactly) {
  const Ticks ticks = round_ticks(0, 0.62, 7);
  BOOST_TEST(ticks.step == 0.1);
  BOOST_TEST(ticks.decimals == 1);
  BOOST_TEST(ticks.values[3] == 0.3);  // not 0.30000000000000004
  BOOST_TEST(round_ticks(0, 0.0062, 4).decimals == 3);
}

BOOST_AUTO_TEST_CASE(differences_have_their_zero) {
  const Ticks ticks = round_ticks(-340, 120, 6);
  BOOST_TEST(ticks.values == (std::vector<double>{-300, -200, -100, 0, 100}), boost::test_tools::per_element());
  BOOST_TEST(!std::signbit(ticks.values[3]));
}

BOOST_AUTO_TEST_CASE(equal_ends_still_make_an_axis) {
  BOOST_TEST(round_ticks(0, 0, 4).above == 1);
  BOOST_TEST(round_ticks(40, 40, 4).below == 0);
  BOOST_TEST(round_ticks(40, 40, 4).above == 40);
  BOOST_TEST(round_ticks(-40, -40, 4).above == 0);
}

BOOST_AUTO_TEST_CASE(steps_are_always_round_and_never_too_many) {
  std::mt19937 chance(7);
  std::uniform_real_distribution<double> size(-3, 14), share(-1, 1);
  for (int i = 0; i < 5000; ++i) {
    const double scale = std::pow(10, size(chance));
    double low = share(chance) * scale, high = share(chance) * scale;
    if (low > high) std::swap(low, high);
    const int most = 1 + i % 10;
    const Ticks ticks = round_ticks(low, high, most);
    BOOST_REQUIRE(is_round(ticks.step));
    BOOST_REQUIRE(ticks.values.size() <= static_cast<std::size_t>(std::max(most, 2)) + 1);
    BOOST_REQUIRE(ticks.below <= low + ticks.step * 1e-6);
    BOOST_REQUIRE(ticks.above >= high - ticks.step * 1e-6);
    for (const double value : ticks.values) BOOST_REQUIRE(value >= low - ticks.step * 1e-6);
  }
}

BOOST_AUTO_TEST_CASE(years_are_whole_and_round) {
  BOOST_TEST(year_ticks(2005, 2023, 19).size() == 19U);
  BOOST_TEST(year_ticks(2005, 2023, 4) == (std::vector<int>{2005, 2010, 2015, 2020}), boost::test_tools::per_element());
  BOOST_TEST(year_ticks(2005, 2023, 2) == (std::vector<int>{2010, 2020}), boost::test_tools::per_element());
  BOOST_TEST(year_ticks(2023, 2023, 3) == std::vector<int>{2023}, boost::test_tools::per_element());
  BOOST_TEST(year_ticks(2021, 2029, 1).size() == 1U);  // no round year may be left: one is shown all the same
}

BOOST_AUTO_TEST_SUITE_END()
