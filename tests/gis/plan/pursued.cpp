#include "gis/plan/pursued.h"

#include <boost/test/unit_test.hpp>

using namespace smile;

namespace {

MeasurePtr measure(Phase phase, std::optional<Money> cost) {
  auto one = std::make_shared<Measure>();
  one->phase = phase;
  one->cost.likely = cost;
  return one;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(pursued)

BOOST_AUTO_TEST_CASE(costs_are_exact_and_unknown_ones_are_counted_not_added) {
  const CostOfMeasures cost = cost_of(
      {measure(Phase::idea, Money{10000}), measure(Phase::done, Money{25050}), measure(Phase::none, std::nullopt)});
  BOOST_TEST(cost.sum.cents == 35050);
  BOOST_TEST(cost.measures == 3);
  BOOST_TEST(cost.without_cost == 1);
  BOOST_TEST(cost.rejected == 0);
}

BOOST_AUTO_TEST_CASE(a_rejected_measure_is_in_no_number_and_no_sum) {
  const CostOfMeasures cost = cost_of({measure(Phase::idea, Money{10000}), measure(Phase::rejected, Money{25050}),
                                       measure(Phase::rejected, std::nullopt)});
  BOOST_TEST(cost.sum.cents == 10000);
  BOOST_TEST(cost.measures == 1);
  BOOST_TEST(cost.without_cost == 0);
  BOOST_TEST(cost.rejected == 2);
}

BOOST_AUTO_TEST_CASE(how_many_are_rejected_is_said_where_there_are_any) {
  BOOST_TEST(rejected_in_words(0).empty());
  BOOST_TEST(in(Language::english, rejected_in_words(1)) == "One rejected measure is not counted.");
  BOOST_TEST(in(Language::german, rejected_in_words(2)) == "2 abgelehnte Maßnahmen sind nicht mitgezählt.");
}

BOOST_AUTO_TEST_SUITE_END()
