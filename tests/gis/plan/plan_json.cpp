#include "gis/plan/plan_json.h"

#include <boost/test/unit_test.hpp>

#include "tests/support/plans.h"

using namespace smile;

BOOST_AUTO_TEST_SUITE(plan_json)

BOOST_AUTO_TEST_CASE(a_plan_comes_back_from_its_json) {
  for (unsigned seed = 1; seed <= 40; ++seed) {
    const Plan plan = tests::random_plan(seed);
    BOOST_TEST(same_content(from_json<Plan>(to_json(plan)), plan), "seed " << seed);
  }
  BOOST_TEST(same_content(from_json<Plan>(to_json(Plan{})), Plan{}));
}

BOOST_AUTO_TEST_CASE(missing_suppressed_and_zero_stay_three_things) {
  Statistic statistic;
  statistic.figures = {
      {1, {Figure::State::value, 0}}, {2, {Figure::State::suppressed, 0}}, {3, {Figure::State::missing, 0}}};
  BOOST_TEST((from_json<Statistic>(to_json(statistic)) == statistic));
  Plan plan;
  Measure measure;
  measure.cost.likely = Money{0};
  plan.measures = {std::make_shared<const Measure>(measure)};
  const Plan read = from_json<Plan>(to_json(plan));
  BOOST_TEST(read.measures[0]->cost.likely.has_value());
  BOOST_TEST(!read.measures[0]->cost.low.has_value());
}

BOOST_AUTO_TEST_CASE(coordinates_come_back_to_the_last_bit) {
  Plan plan;
  Measure measure;
  measure.location = {Placement::sites,
                      make_points({{0.1 + 0.2, 1.0 / 3}, {5e-324, 1.7976931348623157e308}, {-0.0, 33307845.123456789}}),
                      {},
                      ""};
  plan.measures = {std::make_shared<const Measure>(measure)};
  BOOST_TEST(same_content(from_json<Plan>(to_json(plan)), plan));
}

BOOST_AUTO_TEST_CASE(bytes_that_are_no_utf8_do_no_harm) {
  const std::vector<std::string> list = {"gut", "\xff\xfe"};
  const auto read = from_json<std::vector<std::string>>(to_json(list));
  BOOST_TEST(read[0] == "gut");
  BOOST_TEST(read[1] == "\uFFFD\uFFFD");
}

BOOST_AUTO_TEST_CASE(what_is_no_such_json_is_an_error_and_nothing_else) {
  for (const char* bad :
       {"", "{", "[1,2]", "3", "null", "\"x\"", R"({"measures":[{"phase":"nonsense"}]})", R"({"measures":{}})",
        R"({"measures":[{"location":{"geometry":{"kind":2,"xy":[1,2],"path_ends":[7]}}}]})",
        R"({"measures":[{"location":{"geometry":{"kind":9}}}]})", R"({"next_id":"x"})",
        R"({"measures":[{"location":{"geometry":{"kind":1,"xy":[1,2,3]}}}]})"})
    BOOST_CHECK_THROW(from_json<Plan>(bad), Error);
  BOOST_CHECK_THROW(from_json<std::vector<Id>>("[1,\"a\"]"), Error);
  BOOST_CHECK_THROW(from_json<std::vector<std::string>>(std::string(100000, '[')), Error);
}

BOOST_AUTO_TEST_SUITE_END()
