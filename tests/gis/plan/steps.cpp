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
  const Id a = plan.steps[0]->id, b = plan.steps[1]->id, c = plan.steps[2]->id;
  plan = arrange_steps({b, c, a}).apply(plan);
  BOOST_TEST(titles(plan.steps) == "bca");
  plan = arrange_steps({a, c}).apply(plan);
  BOOST_TEST(titles(plan.steps) == "acb", "what is not named comes last");
  plan = duplicate_steps({a}).apply(plan);
  BOOST_TEST(titles(plan.steps) == "aacb");
  BOOST_TEST(plan.steps[0]->id != plan.steps[1]->id);
  plan = remove_steps({c}).apply(plan);
  BOOST_TEST(titles(plan.steps) == "aab");
  BOOST_CHECK_THROW(remove_steps({c}).apply(plan), Error);
  BOOST_CHECK_THROW(duplicate_steps({c}).apply(plan), Error);
  BOOST_CHECK_THROW(arrange_steps({c}).apply(plan), Error);
}

BOOST_AUTO_TEST_CASE(several_steps_are_doubled_and_deleted_in_one_edit) {
  Plan plan = plan_of_steps({"a", "b", "c", "d"});
  const Id a = plan.steps[0]->id, c = plan.steps[2]->id;
  plan = duplicate_steps({c, a}).apply(plan);
  BOOST_TEST(titles(plan.steps) == "abcacd", "behind the last of them, in the order of the plan");
  plan = remove_steps({a, c}).apply(plan);
  BOOST_TEST(titles(plan.steps) == "bacd");
  BOOST_TEST(str(remove_steps({a, c}).name) == "Delete 2 steps");
}

BOOST_AUTO_TEST_CASE(hidden_steps_are_passed_over) {
  Plan plan = plan_of_steps({"a", "b", "c"});
  plan = hide_steps({plan.steps[1]->id, plan.steps[2]->id}, true).apply(plan);
  BOOST_TEST(titles(shown_steps(plan)) == "a");
  plan = hide_steps({plan.steps[1]->id, plan.steps[2]->id}, false).apply(plan);
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
