#include "gis/plan/steps.h"

#include <boost/test/unit_test.hpp>

using namespace smile;

namespace {

Step step_called(const std::string& title) {
  Step step;
  step.title = title;
  return step;
}

Plan plan_of_steps(std::initializer_list<const char*> titles) {
  Plan plan;
  for (const char* title : titles) plan = add_step(step_called(title)).apply(plan);
  return plan;
}

std::string titles(const std::vector<StepPtr>& steps) {
  std::string out;
  for (const StepPtr& step : steps) out += step->title;
  return out;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(steps)

BOOST_AUTO_TEST_CASE(a_step_comes_last_or_behind_another_and_gets_an_id) {
  Plan plan = plan_of_steps({"a", "c"});
  plan = add_step(step_called("b"), plan.steps[0]->id).apply(plan);
  BOOST_TEST(titles(plan.steps) == "abc");
  BOOST_TEST(plan.steps[1]->id != 0);
  BOOST_TEST(find_step(plan, plan.steps[1]->id)->title == "b");
  BOOST_CHECK_THROW(add_step({}, 999).apply(plan), Error);
}

BOOST_AUTO_TEST_CASE(steps_are_moved_doubled_and_deleted) {
  Plan plan = plan_of_steps({"a", "b", "c"});
  plan = move_step(plan.steps[0]->id, 2).apply(plan);
  BOOST_TEST(titles(plan.steps) == "bca");
  plan = move_step(plan.steps[2]->id, 0).apply(plan);
  BOOST_TEST(titles(plan.steps) == "abc");
  plan = move_step(plan.steps[1]->id, 99).apply(plan);
  BOOST_TEST(titles(plan.steps) == "acb");
  plan = duplicate_step(plan.steps[0]->id).apply(plan);
  BOOST_TEST(titles(plan.steps) == "aacb");
  BOOST_TEST(plan.steps[0]->id != plan.steps[1]->id);
  const Id gone = plan.steps[2]->id;
  plan = remove_step(gone).apply(plan);
  BOOST_TEST(titles(plan.steps) == "aab");
  BOOST_CHECK_THROW(remove_step(gone).apply(plan), Error);
  BOOST_CHECK_THROW(move_step(gone, 0).apply(plan), Error);
}

BOOST_AUTO_TEST_CASE(hidden_steps_are_passed_over) {
  Plan plan = plan_of_steps({"a", "b", "c"});
  plan = hide_step(plan.steps[1]->id, true).apply(plan);
  BOOST_TEST(titles(shown_steps(plan)) == "ac");
  plan = hide_step(plan.steps[1]->id, false).apply(plan);
  BOOST_TEST(titles(shown_steps(plan)) == "abc");
}

BOOST_AUTO_TEST_CASE(marks_gather_on_a_step_until_they_are_wiped_away) {
  Plan plan = plan_of_steps({"a"});
  const Id id = plan.steps[0]->id;
  plan = add_mark(id, {{{1, 2}, {3, 4}}, "#D00000", 4}).apply(plan);
  plan = add_mark(id, {{{5, 6}}, "#D00000", 4}).apply(plan);
  BOOST_TEST(plan.steps[0]->marks.size() == 2U);
  plan = wipe_marks(id).apply(plan);
  BOOST_TEST(plan.steps[0]->marks.empty());
}

BOOST_AUTO_TEST_CASE(a_step_points_out_only_measures_that_are_still_there) {
  Plan plan = add_measures({Measure{}, Measure{}}).apply({});
  Step step = step_called("a");
  step.measures = {plan.measures[0]->id, plan.measures[1]->id};
  plan = remove_measures({plan.measures[0]->id}).apply(plan);
  BOOST_TEST((measures_of(plan, step) == std::vector<Id>{plan.measures[0]->id}));
}

BOOST_AUTO_TEST_CASE(a_step_shows_the_plan_with_its_own_look) {
  Step step = step_called("a");
  step.style.measure_colours = MeasureColours::phase;
  const Plan plan;
  BOOST_TEST((as_in_step(plan, step).style.measure_colours == MeasureColours::phase));
  BOOST_TEST((plan.style.measure_colours == MeasureColours::block));
}

BOOST_AUTO_TEST_SUITE_END()
