#include "gis/plan/scenarios.h"

#include <boost/test/unit_test.hpp>

using namespace smile;

namespace {

/// Three measures; a scenario of the first two.
struct Pool {
  Plan plan;
  std::vector<Id> ids;
  Id scenario = 0;

  Pool() {
    for (int i = 0; i < 3; ++i) {
      plan = add_measures({Measure()}).apply(plan);
      ids.push_back(plan.measures.back()->id);
    }
    apply(add_scenario({0, "Variante A", {ids[0], ids[1]}}));
    scenario = plan.scenarios[0].id;
  }
  void apply(const Edit& edit) { plan = edit.apply(plan); }
  const Scenario& the() const { return *find_scenario(plan, scenario); }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(scenarios)

BOOST_FIXTURE_TEST_CASE(a_new_scenario_is_the_one_that_is_shown, Pool) {
  BOOST_TEST(plan.style.scenario == scenario);
  apply(show_scenario(0));
  BOOST_TEST(plan.style.scenario == 0);
  BOOST_CHECK_THROW(show_scenario(9999).apply(plan), Error);
}

BOOST_FIXTURE_TEST_CASE(measures_are_switched_on_and_off_and_twice_is_once, Pool) {
  apply(switch_measures(scenario, {ids[2], ids[0]}, true));
  BOOST_TEST((the().measures == ids));
  apply(switch_measures(scenario, {ids[2], ids[0]}, false));
  apply(switch_measures(scenario, {ids[0]}, false));
  BOOST_TEST((the().measures == std::vector<Id>{ids[1]}));
  BOOST_TEST(is_in(the(), ids[1]));
  BOOST_TEST(!is_in(the(), ids[0]));
  apply(set_scenario_measures(scenario, {ids[2]}));
  BOOST_TEST((the().measures == std::vector<Id>{ids[2]}));
}

BOOST_FIXTURE_TEST_CASE(a_copy_stands_behind_its_original_under_a_free_name, Pool) {
  apply(add_scenario({0, "Letzte", {}}));
  apply(duplicate_scenario(scenario));
  BOOST_TEST_REQUIRE(plan.scenarios.size() == 3U);
  BOOST_TEST(plan.scenarios[1].name == "Variante A 2");
  BOOST_TEST((plan.scenarios[1].measures == the().measures));
  BOOST_TEST(plan.style.scenario == plan.scenarios[1].id);
  apply(duplicate_scenario(plan.scenarios[1].id));
  BOOST_TEST(plan.scenarios[2].name == "Variante A 3");
}

BOOST_FIXTURE_TEST_CASE(a_name_is_free_and_a_deleted_scenario_is_shown_no_more, Pool) {
  apply(add_scenario({0, "B", {}}));
  BOOST_CHECK_THROW(rename_scenario(scenario, "b").apply(plan), Error);
  BOOST_CHECK_THROW(rename_scenario(scenario, "").apply(plan), Error);
  apply(rename_scenario(scenario, "variante a"));
  BOOST_TEST(the().name == "variante a");
  apply(show_scenario(scenario));
  apply(remove_scenario(scenario));
  BOOST_TEST(plan.scenarios.size() == 1U);
  BOOST_TEST(plan.style.scenario == 0);
  BOOST_TEST(plan.measures.size() == 3U);
  BOOST_CHECK_THROW(remove_scenario(scenario).apply(plan), Error);
}

BOOST_FIXTURE_TEST_CASE(the_plan_as_if_there_were_only_the_scenario, Pool) {
  BOOST_TEST(as_if_only(plan, scenario).measures.size() == 2U);
  BOOST_TEST(as_if_only(plan, 0).measures.size() == 3U);
  BOOST_TEST(as_if_none(plan).measures.empty());
  BOOST_TEST(plan.measures.size() == 3U);
}

BOOST_AUTO_TEST_SUITE_END()
