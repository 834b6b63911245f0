#include <boost/test/unit_test.hpp>

#include "gis/plan/scenarios.h"
#include "gis/questions/ask.h"
#include "gis/questions/options.h"
#include "gis/store/plan_file.h"
#include "tests/support/places.h"
#include "tests/support/square_city.h"

using namespace smile;
using namespace smile::tests;

namespace {

/// One measure in K for 100 euros; scenarios with and without it.
struct City {
  TemporaryFolder folder;
  Plan plan = square_city();
  Id with = 0, without = 0;

  City() {
    Measure measure;
    measure.title = "Brunnen";
    measure.cost.likely = Money{10000};
    measure.location = {Placement::point, make_point({305000, 6005000}), {}, {}};
    plan = add_measures({measure}).apply(plan);
    plan = set_scenarios({{0, "Mit", {plan.measures[0]->id}}, {0, "Ohne", {}}}, {}).apply(plan);
    with = plan.scenarios[0].id, without = plan.scenarios[1].id;
  }
  Question asked(const std::string& before, const std::string& after) const {
    return {"compare", {{"before", before}, {"after", after}}};
  }
  Question scenarios() const {
    return asked("scenario:" + std::to_string(without), "scenario:" + std::to_string(with));
  }
  Answer answer(const Question& question) const { return ask(question, plan, place_of(folder / "plan.gpkg")); }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(asking_compare)

BOOST_FIXTURE_TEST_CASE(a_table_by_district_with_the_city_as_its_last_row, City) {
  const Finding finding = answer(scenarios()).finding;
  BOOST_TEST(finding.name == "Comparison: “Ohne” → “Mit”");
  const FindingTable& table = finding.tables.at(0);
  BOOST_TEST(table.total);
  BOOST_TEST_REQUIRE(table.districts.size() == 5U);
  for (const FindingColumn& column : table.columns)
    BOOST_TEST(column.figures.size() + column.words.size() == table.districts.size());
  BOOST_TEST(str(table.columns[7].name) == "Costs, difference, EUR");
  BOOST_TEST(table.columns[7].figures.back().value() == 100);
  BOOST_TEST(table.columns[7].figures.front().value() == 100);
  BOOST_TEST(table.columns[1].words.back() == "City");
  BOOST_TEST(finding.tables.at(1).columns[2].words.at(0) == "Brunnen");
}

BOOST_FIXTURE_TEST_CASE(options_name_scenarios_all_and_none, City) {
  const Question question = asked("none", "all");
  const ComparisonQuestion read = comparison_question({question, plan});
  BOOST_TEST(!read.before.has_value());
  BOOST_TEST(read.after.value() == 0);
  BOOST_CHECK_THROW(answer(asked("none", "scenario:999")), Error);
  BOOST_CHECK_THROW(answer({"compare", {{"before", "all"}}}), Error);
  Question places = question;
  places.options["places"] = "measures";
  BOOST_CHECK_THROW(answer(places), Error);
  BOOST_TEST(as_command(scenarios(), plan) == "compare --after Mit --before Ohne");
}

BOOST_FIXTURE_TEST_CASE(it_is_outdated_when_a_scenario_or_a_measure_in_it_has_changed, City) {
  const Finding of_scenarios = answer(scenarios()).finding, of_all = answer(asked("none", "all")).finding;
  Measure more = *plan.measures[0];
  plan = add_measures({more}).apply(plan);
  BOOST_TEST(!outdated(of_scenarios, plan));
  BOOST_TEST(outdated(of_all, plan));
  plan = switch_measures(with, {plan.measures[1]->id}, true).apply(plan);
  BOOST_TEST(outdated(of_scenarios, plan));
}

BOOST_FIXTURE_TEST_CASE(nothing_is_compared_with_itself_or_without_measures, City) {
  BOOST_CHECK_THROW(answer(asked("all", "all")), Error);
  plan.measures.clear(), plan.scenarios.clear();
  BOOST_CHECK_THROW(answer(asked("none", "all")), Error);
}

BOOST_AUTO_TEST_SUITE_END()
