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

const auto at_most(std::size_t count) {
  return [count](const std::vector<DateTick>& ticks) { return ticks.size() <= count; };
}

constexpr Date on(int year, int month, int day) {
  return {year, DatePrecision::day, month, day};
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

BOOST_AUTO_TEST_CASE(days_are_counted_from_1970_and_dates_begin_with_their_first_day) {
  BOOST_TEST(day_number(on(1970, 1, 1)) == 0);
  BOOST_TEST(day_number(on(2000, 3, 1)) == 11017);
  BOOST_TEST(day_number({2025, DatePrecision::quarter, 3, 0}) == day_number(on(2025, 7, 1)));
  BOOST_TEST(day_number({2025, DatePrecision::half, 2, 0}) == day_number(on(2025, 7, 1)));
  BOOST_TEST(day_number({2025, DatePrecision::year, 0, 0}) == day_number(on(2025, 1, 1)));
}

BOOST_AUTO_TEST_CASE(a_time_axis_takes_months_then_quarters_then_years) {
  const int first = day_number(on(2024, 2, 15)), last = day_number(on(2026, 11, 25));
  BOOST_TEST(date_ticks(first, last, at_most(40)).size() == 33U);
  const auto quarters = date_ticks(first, last, at_most(12));
  BOOST_TEST((quarters.front().date == Date{2024, DatePrecision::month, 4, 0}));
  BOOST_TEST(quarters.front().day == day_number(on(2024, 4, 1)));
  const auto years = date_ticks(first, last, at_most(3));
  BOOST_TEST(years.size() == 2U);
  BOOST_TEST((years.front().date == Date{2025, DatePrecision::year, 0, 0}));
  BOOST_TEST(date_ticks(first, last, at_most(0)).size() <= 1U);
}

BOOST_AUTO_TEST_SUITE_END()
