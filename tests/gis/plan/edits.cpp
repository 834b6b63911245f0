#include "gis/plan/edits.h"

#include <boost/test/unit_test.hpp>
#include <random>

#include "gis/plan/history.h"

using namespace smile;

BOOST_AUTO_TEST_SUITE(edits)

static Measure titled(const std::string& title) {
  Measure measure;
  measure.title = title;
  measure.location = {Placement::point, make_point({307845, 6005103}), {}, {}};
  return measure;
}

static Plan plan_with(int measures) {
  Plan plan;
  std::vector<Measure> list;
  for (int i = 0; i < measures; ++i) list.push_back(titled("M" + std::to_string(i)));
  return add_measures(list).apply(plan);
}

static District square(const std::string& code, double x, double y, double side) {
  District district;
  district.code = code;
  district.name = "District " + code;
  district.geometry = make_area({{x, y}, {x + side, y}, {x + side, y + side}, {x, y + side}});
  district.area_m2 = side * side;
  return district;
}

BOOST_AUTO_TEST_CASE(an_edit_leaves_the_plan_it_was_given_as_it_was_and_shares_the_rest) {
  const Plan before = plan_with(3);
  const Plan after = set_field({before.measures[1]->id}, "title", std::string("New")).apply(before);
  BOOST_TEST(before.measures[1]->title == "M1");
  BOOST_TEST(after.measures[1]->title == "New");
  BOOST_TEST(after.measures[0] == before.measures[0]);
}

BOOST_AUTO_TEST_CASE(a_change_of_phase_is_dated) {
  const Plan before = plan_with(1);
  const Id id = before.measures[0]->id;
  const Date day{2026, DatePrecision::day, 5, 1};
  const Plan after = set_field({id}, "phase", std::string("decided"), day).apply(before);
  BOOST_REQUIRE(after.measures[0]->phase_history.size() == 1u);
  BOOST_TEST((after.measures[0]->phase_history[0] == PhaseChange{Phase::decided, day}));
  const Plan same = set_field({id}, "phase", std::string("decided"), day).apply(after);
  BOOST_TEST(same.measures[0]->phase_history.size() == 1u);
}

BOOST_AUTO_TEST_CASE(ids_are_never_used_again) {
  Plan plan = plan_with(2);
  const Id last = plan.measures[1]->id;
  plan = remove_measures({last}).apply(plan);
  plan = add_measures({titled("later")}).apply(plan);
  BOOST_TEST(plan.measures[1]->id > last);
}

BOOST_AUTO_TEST_CASE(an_edit_that_cannot_be_applied_throws_and_says_which_measure) {
  const Plan plan = plan_with(1);
  BOOST_CHECK_THROW(remove_measures({99}).apply(plan), Error);
  BOOST_CHECK_THROW(set_field({1}, "no_such_field", Value{}), Error);
  BOOST_CHECK_THROW(set_field({1}, "cost", std::string("much")), Error);
  BOOST_CHECK_THROW(move_measure(plan.measures[0]->id, std::numeric_limits<double>::quiet_NaN(), 0).apply(plan), Error);
}

BOOST_AUTO_TEST_CASE(a_reloaded_level_keeps_the_ids_of_districts_that_stay) {
  const Crs crs{25833, {}};
  Plan plan = set_level("Stadtbereiche", {square("A", 0, 0, 10), square("B", 10, 0, 10)}, crs).apply(Plan{});
  const Id b = find_district(plan, "B")->id;
  plan = add_measures({titled("x")}).apply(plan);
  plan = place(plan.measures[0]->id, {Placement::district, {}, {b}, {}}).apply(plan);
  plan = set_level("Stadtbereiche", {square("B", 10, 0, 10), square("C", 20, 0, 10)}, crs).apply(plan);
  BOOST_TEST(find_district(plan, "B")->id == b);
  BOOST_TEST(plan.measures[0]->location.districts.size() == 1u);
  plan = set_level("Stadtbereiche", {square("C", 20, 0, 10)}, crs).apply(plan);
  BOOST_TEST((plan.measures[0]->location.placement == Placement::none));
}

BOOST_AUTO_TEST_CASE(finer_districts_find_the_one_they_lie_in) {
  const Crs crs{25833, {}};
  Plan plan = set_level("fine", {square("1", 0, 0, 4.9), square("2", 9.8, 0, 5)}, crs).apply(Plan{});
  plan = set_level("coarse", {square("A", 0, 0, 10), square("B", 10, 0, 10)}, crs).apply(plan);
  BOOST_TEST(plan.levels[0].name == "coarse");
  BOOST_TEST(find_district(plan, "1")->parent == find_district(plan, "A")->id);
  BOOST_TEST(find_district(plan, "2")->parent == find_district(plan, "B")->id);
}

BOOST_AUTO_TEST_CASE(undo_takes_back_any_series_of_edits_and_redo_brings_it_again) {
  std::mt19937 random(7);
  History history(std::make_shared<const Plan>(plan_with(5)));
  std::vector<PlanPtr> seen = {history.current()};
  for (int i = 0; i < 200; ++i) {
    const auto& measures = history.current()->measures;
    const Id id = measures.empty() ? 0 : measures[random() % measures.size()]->id;
    switch (measures.empty() ? 0 : random() % 5) {
      case 0: history.apply(add_measures({titled("new")})); break;
      case 1: history.apply(set_field({id}, "cost", Money{static_cast<std::int64_t>(random() % 1000)})); break;
      case 2: history.apply(move_measure(id, 1, 2)); break;
      case 3: history.apply(remove_measures({id})); break;
      default: history.apply(duplicate_measures({id})); break;
    }
    seen.push_back(history.current());
  }
  for (std::size_t i = seen.size() - 1; i > 0; --i) BOOST_TEST((history.undo() == seen[i - 1]));
  BOOST_TEST(!history.can_undo());
  for (std::size_t i = 1; i < seen.size(); ++i) BOOST_TEST((history.redo() == seen[i]));
}

BOOST_AUTO_TEST_CASE(a_drag_is_one_step_of_undo) {
  History history(std::make_shared<const Plan>(plan_with(1)));
  const Id id = history.current()->measures[0]->id;
  const Point start = history.current()->measures[0]->location.geometry.points[0];
  for (int i = 0; i < 30; ++i) history.apply(move_measure(id, 1, 0, "drag 1"));
  history.seal();
  history.apply(move_measure(id, 5, 0, "drag 1"));
  history.undo();
  BOOST_TEST(history.current()->measures[0]->location.geometry.points[0].x == start.x + 30);
  history.undo();
  BOOST_TEST((history.current()->measures[0]->location.geometry.points[0] == start));
}

BOOST_AUTO_TEST_CASE(districts_are_found_by_code_name_and_alias_whatever_the_case) {
  Plan plan = set_level("Stadtbereiche", {square("K", 0, 0, 10)}, Crs{25833, {}}).apply(Plan{});
  plan = add_alias({"Kröpeliner Vorstadt", find_district(plan, "K")->id}).apply(plan);
  BOOST_TEST(find_district(plan, " k ") != nullptr);
  BOOST_TEST(find_district(plan, "district K") != nullptr);
  BOOST_TEST(find_district(plan, "KRÖPELINER VORSTADT") != nullptr);
  BOOST_TEST(find_district(plan, "Kröpelin") == nullptr);
}

BOOST_AUTO_TEST_SUITE_END()
