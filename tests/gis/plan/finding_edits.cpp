#include <boost/test/unit_test.hpp>

#include "gis/plan/edits.h"
#include "tests/support/plans.h"

using namespace smile;

namespace {

Plan plan_of_measures(std::size_t count) {
  Plan plan;
  for (std::size_t i = 0; i < count; ++i) plan = add_measures({Measure{}}).apply(plan);
  return plan;
}

Finding finding_named(const std::string& name) {
  Finding finding;
  finding.name = name;
  return finding;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(finding_edits)

BOOST_AUTO_TEST_CASE(a_scenario_gets_an_id_and_holds_each_measure_once_in_order) {
  Plan plan = plan_of_measures(3);
  const Id first = plan.measures[0]->id, last = plan.measures[2]->id;
  plan = set_scenarios({{0, "A", {last, first, last}}}, {}).apply(plan);
  BOOST_TEST(plan.scenarios.at(0).id > 0);
  BOOST_TEST((plan.scenarios[0].measures == std::vector<Id>{first, last}));
  const auto measures = measures_of(plan, plan.scenarios[0].id);
  BOOST_TEST_REQUIRE(measures.size() == 2U);
  BOOST_TEST(measures[1]->id == last);
  BOOST_TEST(measures_of(plan, 0).size() == 3U);
}

BOOST_AUTO_TEST_CASE(names_of_scenarios_are_there_and_differ_by_more_than_case) {
  const Plan plan = plan_of_measures(1);
  BOOST_CHECK_THROW(set_scenarios({{0, "", {}}}, {}).apply(plan), Error);
  BOOST_CHECK_THROW(set_scenarios({{0, "Nord", {}}, {0, "NORD", {}}}, {}).apply(plan), Error);
  BOOST_CHECK_THROW(set_scenarios({{0, "A", {999}}}, {}).apply(plan), Error);
}

BOOST_AUTO_TEST_CASE(a_deleted_measure_leaves_its_scenarios_and_a_deleted_scenario_is_shown_no_more) {
  Plan plan = plan_of_measures(2);
  plan = set_scenarios({{0, "A", {plan.measures[0]->id, plan.measures[1]->id}}}, {}).apply(plan);
  MapStyle style = plan.style;
  style.scenario = plan.scenarios[0].id;
  plan = set_style(style, {}).apply(plan);
  plan = remove_measures({plan.measures[0]->id}).apply(plan);
  BOOST_TEST((plan.scenarios[0].measures == std::vector<Id>{plan.measures[0]->id}));
  plan = set_scenarios({}, {}).apply(plan);
  BOOST_TEST(plan.style.scenario == 0);
}

BOOST_AUTO_TEST_CASE(a_finding_takes_the_place_of_the_one_with_its_name) {
  Plan plan = keep_finding(finding_named("Spielplätze")).apply({});
  plan = keep_finding(finding_named("Haltestellen")).apply(plan);
  const Id id = plan.findings[0]->id;
  Finding again = finding_named("spielplätze");
  again.sources = {"census"};
  plan = keep_finding(again).apply(plan);
  BOOST_TEST_REQUIRE(plan.findings.size() == 2U);
  BOOST_TEST(plan.findings[0]->id == id);
  BOOST_TEST(plan.findings[0]->sources.size() == 1U);
}

BOOST_AUTO_TEST_CASE(findings_are_renamed_to_free_names_and_removed_once) {
  Plan plan = keep_finding(finding_named("A")).apply({});
  plan = keep_finding(finding_named("B")).apply(plan);
  const Id a = find_finding(plan, "a")->id;
  BOOST_CHECK_THROW(rename_finding(a, "b").apply(plan), Error);
  BOOST_CHECK_THROW(rename_finding(a, "").apply(plan), Error);
  plan = rename_finding(a, "C").apply(plan);
  BOOST_TEST(find_finding(plan, a)->name == "C");
  plan = remove_finding(a).apply(plan);
  BOOST_TEST(plan.findings.size() == 1U);
  BOOST_CHECK_THROW(remove_finding(a).apply(plan), Error);
}

BOOST_AUTO_TEST_SUITE_END()
