#include "gis/questions/district_results.h"

#include <boost/test/unit_test.hpp>

using namespace smile;

namespace {

DistrictPtr district(Id id, Id level, Id parent) {
  District one;
  one.id = id, one.level = level, one.parent = parent;
  return std::make_shared<const District>(one);
}

/// Two districts of two parts each, and what was found in them: the chart shows the share.
Plan plan_with(std::vector<Id> rows, std::vector<std::optional<double>> shares, bool total) {
  Plan plan;
  plan.levels = {{1, "Stadtbereiche", 0}, {2, "Ortsteile", 1}};
  plan.districts = {district(10, 1, 0),  district(11, 1, 0),  district(20, 2, 10),
                    district(21, 2, 10), district(22, 2, 11), district(23, 2, 11)};
  Finding finding;
  finding.name = "Spielplätze";
  finding.question = {"catchment", {}};
  finding.chart = {FindingChart::Kind::bars, 0, 0, 1};
  FindingTable table;
  table.columns.resize(2);
  table.columns[0].words.resize(rows.size());
  table.columns[1].name = text("{1}", "erreicht");
  table.columns[1].share = true;
  table.columns[1].figures = std::move(shares);
  table.districts = std::move(rows);
  table.total = total;
  finding.tables = {table};
  plan.findings = {std::make_shared<const Finding>(finding)};
  return plan;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(district_results)

BOOST_AUTO_TEST_CASE(a_row_of_the_district_is_said_beside_that_of_everybody) {
  const auto results = results_in(plan_with({10, 11, 0}, {0.25, 0.5, 0.4}, true), 11);
  BOOST_TEST_REQUIRE(results.size() == 1U);
  BOOST_TEST(results[0].here == "50 %");
  BOOST_TEST(results[0].city == "40 %");
  BOOST_TEST(results[0].outdated);  // it has no basis
}

BOOST_AUTO_TEST_CASE(of_its_parts_the_least_and_the_most_are_said) {
  const Plan plan = plan_with({20, 21, 22, 23}, {0.25, 0.5, 0.75, std::nullopt}, false);
  BOOST_TEST(results_in(plan, 10).at(0).here == "25 % – 50 %");
  BOOST_TEST(results_in(plan, 10).at(0).of_parts);
  BOOST_TEST(results_in(plan, 11).at(0).here == "75 %");
  BOOST_TEST(!results_in(plan, 11).at(0).of_parts, "of one part there is no least and most");
  BOOST_TEST(results_in(plan, 11).at(0).city == "");
}

BOOST_AUTO_TEST_CASE(parts_that_add_up_are_put_together_and_people_outside_are_not_the_citys) {
  // 20: 10 of 40, 21: 30 of 60, 22: 5 of 10, outside of all: 5 of 90; together 50 of 200.
  Plan plan = plan_with({20, 21, 22, 0, 0}, {0.25, 0.5, 0.5, 5.0 / 90, 0.25}, true);
  Finding finding = *plan.findings.front();
  FindingColumn reached, people;
  reached.figures = {10, 30, 5, 5, 50};
  people.figures = {40, 60, 10, 90, 200};
  finding.tables.front().columns.push_back(reached);
  finding.tables.front().columns.push_back(people);
  plan.findings = {std::make_shared<const Finding>(finding)};
  const auto share = results_in(plan, 10).at(0);
  BOOST_TEST(share.here == "40 %");  // 40 of 100
  BOOST_TEST(!share.of_parts);
  BOOST_TEST(share.city == "41 %");  // 45 of 110
  finding.chart.y = 2;
  plan.findings = {std::make_shared<const Finding>(finding)};
  BOOST_TEST(results_in(plan, 10).at(0).here == "40");
  BOOST_TEST(results_in(plan, 10).at(0).city == "45");
}

BOOST_AUTO_TEST_CASE(parts_where_nobody_was_counted_add_nothing) {
  // 20: 10 of 40, 21: nobody, 22: 5 of 10; together 15 of 50.
  Plan plan = plan_with({20, 21, 22, 0}, {0.25, std::nullopt, 0.5, 0.3}, true);
  Finding finding = *plan.findings.front();
  FindingColumn reached, people;
  reached.figures = {10, std::nullopt, 5, 15};
  people.figures = {40, 0, 10, 50};
  finding.tables.front().columns.push_back(reached);
  finding.tables.front().columns.push_back(people);
  plan.findings = {std::make_shared<const Finding>(finding)};
  BOOST_TEST(results_in(plan, 10).at(0).here == "25 %");
}

BOOST_AUTO_TEST_CASE(of_the_city_its_own_figure_is_said_without_people_outside) {
  const Plan plan = plan_with({10, 11, 0, 0}, {10, 20, 5, 35}, true);
  FindingTable table = plan.findings.front()->tables.front();
  table.columns[1].share = false;
  table.columns[1].secret = {3};
  const FindingTable inside = of_districts(table);
  BOOST_TEST(inside.districts == (std::vector<Id>{10, 11, 0}), boost::test_tools::per_element());
  BOOST_TEST(*inside.columns[1].figures.back() == 30);
  BOOST_TEST(inside.columns[1].secret.front() == 2);
  BOOST_TEST((of_districts(inside) == inside), "nothing is left to be taken out");
  Finding finding = *plan.findings.front();
  finding.tables = {table};
  BOOST_TEST(result_in(finding, plan, 0)->here == "30");
  BOOST_TEST(result_in(finding, plan, 0)->city == "");
}

BOOST_AUTO_TEST_CASE(a_result_that_says_nothing_of_the_district_is_left_out) {
  BOOST_TEST(results_in(plan_with({22}, {0.25}, false), 10).empty());
  BOOST_TEST(results_in(plan_with({10}, {0.25}, false), 0).empty());
}

BOOST_AUTO_TEST_CASE(figures_per_district_are_told_by_the_sheet_itself) {
  Plan plan = plan_with({10, 11}, {0.25, 0.5}, false);
  Finding finding = *plan.findings.front();
  finding.question.kind = "districts";
  plan.findings = {std::make_shared<const Finding>(finding)};
  BOOST_TEST(results_in(plan, 10).empty());
}

BOOST_AUTO_TEST_CASE(how_districts_stand_to_each_other_is_no_figure_of_one_of_them) {
  Plan plan = plan_with({10, 11}, {0.25, 0.5}, false);
  Finding finding = *plan.findings.front();
  finding.chart.kind = FindingChart::Kind::lorenz;
  plan.findings = {std::make_shared<const Finding>(finding)};
  BOOST_TEST(results_in(plan, 10).empty());
}

BOOST_AUTO_TEST_SUITE_END()
