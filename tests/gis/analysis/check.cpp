#include "gis/analysis/check.h"

#include <boost/test/unit_test.hpp>

#include "tests/gis/analysis/city.h"

using namespace smile;
using namespace smile::tests;

BOOST_AUTO_TEST_SUITE(check)

namespace {
Plan city() {
  return plan_of({district(1, "A", square(0, 0, 100)), district(2, "B", square(100, 0, 100))});
}
std::vector<std::string> kinds(const Plan& plan) {
  std::vector<std::string> out;
  for (const Issue& issue : check_plan(plan)) {
    out.push_back(std::string(severity_word(issue.severity)) + " " + issue.kind);
    BOOST_TEST(!in(Language::german, issue.message).empty());
    BOOST_TEST(!german(issue.message.english).empty());
  }
  return out;
}
void expect(const Plan& plan, const std::vector<std::string>& expected) {
  BOOST_TEST(kinds(plan) == expected, boost::test_tools::per_element());
}
}  // namespace

BOOST_AUTO_TEST_CASE(a_sound_plan_has_nothing_to_say) {
  Plan plan = city();
  add(plan, measure(10, Placement::point, make_point({50, 50})));
  add(plan, measure(11, Placement::city, {}));
  expect(plan, {});
}

BOOST_AUTO_TEST_CASE(places_that_are_missing_outside_or_on_a_border_are_found) {
  Plan plan = city();
  add(plan, measure(10, Placement::none, {}));
  add(plan, measure(11, Placement::point, make_point({500, 50})));
  add(plan, measure(12, Placement::point, make_point({100, 50})));
  expect(plan, {"note no_place", "warning outside", "note on_border"});
}

BOOST_AUTO_TEST_CASE(a_place_that_only_a_coarser_level_knows_is_not_outside) {
  Plan plan = city();
  plan.levels.push_back({2, "Parts", 1});
  plan.districts.push_back(district(11, "01", square(0, 0, 50), 2, 1));
  add(plan, measure(10, Placement::point, make_point({90, 90})));
  expect(plan, {});
}

BOOST_AUTO_TEST_CASE(a_named_district_that_is_not_where_it_lies_is_found) {
  Plan plan = city();
  Measure named = measure(10, Placement::point, make_point({50, 50}));
  named.district_hint = "District B";
  add(plan, named);
  named.district_hint = "District A";
  add(plan, named);
  named.district_hint = "elsewhere";
  add(plan, named);
  expect(plan, {"note district_differs"});
}

BOOST_AUTO_TEST_CASE(numbers_dates_and_costs_are_checked) {
  Plan plan = city();
  Measure wrong = measure(10, Placement::city, {}, 5000);
  wrong.number = "7";
  wrong.start = Date{2026, DatePrecision::month, 5, 0};
  wrong.end = Date{2026, DatePrecision::month, 4, 0};
  wrong.cost.high = Money{4000};
  add(plan, wrong);
  Measure right = measure(11, Placement::city, {}, 5000);
  right.number = "7";
  right.start = Date{2026, DatePrecision::quarter, 2, 0};
  right.end = Date{2026, DatePrecision::year, 0, 0};
  right.cost.low = Money{4000};
  add(plan, right);
  expect(plan, {"warning duplicate_number", "warning end_before_start", "warning cost_order"});
}

BOOST_AUTO_TEST_CASE(missing_and_suppressed_inhabitants_are_told_apart) {
  Plan plan = city();
  Statistic people;
  people.level = 1;
  people.inhabitants = true;
  people.figures = {{1, {Figure::State::suppressed, 0}}};
  plan.statistics.push_back(std::make_shared<const Statistic>(people));
  expect(plan, {"note inhabitants_suppressed", "note inhabitants_missing"});
}

BOOST_AUTO_TEST_SUITE_END()
