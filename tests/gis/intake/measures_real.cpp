// The real idea pools, whole: what a planner drops on the window has to come in as it was meant.
#include <boost/test/unit_test.hpp>
#include <cmath>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>

#include "gis/formats/encoding.h"
#include "gis/intake/measures.h"
#include "tests/support/cities.h"
#include "tests/support/spreadsheets.h"

using namespace smile;

namespace {

std::map<std::string, int> kinds(const Issues& issues, Severity severity) {
  std::map<std::string, int> counts;
  for (const Issue& issue : issues)
    if (issue.severity == severity) ++counts[issue.kind];
  return counts;
}

std::filesystem::path pool() {
  return tests::shared_data() / "rostock" / "ideenpool.csv";
}

nlohmann::json truth() {
  nlohmann::json all;
  std::ifstream(tests::shared_data() / "rostock" / "ideenpool_truth.json") >> all;
  return all;
}

/// Code of the district a measure is in, "" for none.
std::string district_code(const Plan& plan, const Measure& measure) {
  if (measure.location.placement == Placement::district)
    return find_district(plan, measure.location.districts.front())->code;
  if (measure.location.placement != Placement::point) return {};
  for (const DistrictPtr& district : plan.districts)
    if (locate(measure.location.geometry.points.front(), district->geometry) != Side::outside) return district->code;
  return {};
}

void check_against_truth(const Plan& plan) {
  const nlohmann::json rows = truth();
  BOOST_TEST_REQUIRE(plan.measures.size() == rows.size());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const nlohmann::json& row = rows[i];
    const Measure& measure = *plan.measures[i];
    BOOST_TEST(measure.number == std::to_string(row["row"].get<int>()));
    BOOST_TEST(measure.title == row["title"].get<std::string>());
    const double cost = measure.cost.likely ? static_cast<double>(measure.cost.likely->cents) / 100 : 0.0;
    BOOST_TEST(std::llround(cost * 100) == std::llround(row["cost_eur"].get<double>() * 100));
    const std::string code = row["district_code"].is_null() ? "" : row["district_code"].get<std::string>();
    BOOST_TEST(district_code(plan, measure) == code, "row " << row["row"]);
    const std::string placed = row["placed"].get<std::string>();
    BOOST_TEST((measure.location.placement == Placement::city) == (placed == "city"));
    BOOST_TEST((measure.location.placement == Placement::none) == (placed == "none"));
  }
}

void check_pool(const Intake& intake, const Plan& plan) {
  BOOST_TEST(intake.rows == 120);
  BOOST_TEST(intake.added == 120);
  BOOST_TEST(intake.unplaced == 12);
  const std::map<std::string, int> expected = {{"coordinates_swapped", 4}, {"position_outside", 2}};
  BOOST_TEST((kinds(intake.report.issues, Severity::warning) == expected));
  BOOST_TEST(kinds(intake.report.issues, Severity::error).empty());
  check_against_truth(intake.edit.apply(plan));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(measures_real)

BOOST_AUTO_TEST_CASE(the_idea_pool_of_rostock_comes_in_whole) {
  if (!tests::have_shared_data()) return;
  const Plan plan = tests::rostock_plan();
  const Intake intake = intake_measures(read_text_table(pool()), "ideenpool.csv", {}, plan);
  check_pool(intake, plan);
  const auto notes = kinds(intake.report.issues, Severity::note);
  BOOST_TEST(notes.at("encoding_guessed") == 1);
  BOOST_TEST(notes.at("column_guessed") == 13);
  BOOST_TEST(notes.at("district_in_title") == 12);
  BOOST_TEST(intake.report.encoding == "CP1252");
}

BOOST_AUTO_TEST_CASE(fields_of_the_pool_are_read_as_meant) {
  if (!tests::have_shared_data()) return;
  const Plan empty = tests::rostock_plan();
  const Plan plan = intake_measures(read_text_table(pool()), "ideenpool.csv", {}, empty).edit.apply(empty);
  const Measure& first = *plan.measures[0];
  BOOST_TEST(
      (first.block == Block::exchange && first.phase == Phase::in_progress && first.persona == Persona::politics));
  BOOST_TEST(first.field_of_action == "Mobilität");
  BOOST_TEST(first.lead == "Amt für Mobilität");
  BOOST_TEST(to_iso(*first.start) == "2021-01-07");
  BOOST_TEST(first.district_hint == "Kröpeliner-Tor-Vorstadt");
  BOOST_TEST(!plan.measures[1]->cost.likely.has_value());
  BOOST_TEST(to_iso(*plan.measures[10]->end) == "2025-Q3");
  BOOST_TEST(plan.measures[3]->note == "=1+1");
  BOOST_TEST(plan.measures[9]->note == "mehrzeilig\nmit Umbruch");
  BOOST_TEST(plan.measures[54]->cost.likely->cents == 0);
  for (const MeasurePtr& measure : plan.measures) BOOST_TEST(measure->extra.empty());
}

BOOST_AUTO_TEST_CASE(issues_point_to_rows_and_measures) {
  if (!tests::have_shared_data()) return;
  const Plan empty = tests::rostock_plan();
  const Intake intake = intake_measures(read_text_table(pool()), "ideenpool.csv", {}, empty);
  const Plan plan = intake.edit.apply(empty);
  for (const Issue& issue : intake.report.issues) {
    if (issue.kind != "coordinates_swapped") continue;
    BOOST_TEST(issue.column == "Lage");
    BOOST_TEST(std::to_string(*issue.row - 1) == find_measure(plan, issue.measure)->number);
  }
  BOOST_TEST(plan.reports.size() == 1u);
}

BOOST_AUTO_TEST_CASE(the_same_list_again_changes_nothing) {
  if (!tests::have_shared_data()) return;
  const Plan empty = tests::rostock_plan();
  const TextTable table = read_text_table(pool());
  const Plan once = intake_measures(table, "ideenpool.csv", {}, empty).edit.apply(empty);
  const Intake again = intake_measures(table, "ideenpool.csv", {}, once);
  BOOST_TEST(again.unchanged == 120);
  BOOST_TEST(again.added == 0);
  BOOST_TEST(again.updated == 0);
  BOOST_TEST(again.edit.apply(once).measures.size() == 120u);
}

BOOST_AUTO_TEST_CASE(the_pool_as_spreadsheet_says_the_same) {
  if (!tests::have_shared_data()) return;
  const tests::TemporaryFolder folder;
  const TextTable csv = read_text_table(pool());
  std::vector<std::vector<std::string>> rows = {csv.header};
  for (const TextRow& row : csv.rows) rows.push_back(row.cells);
  const Plan plan = tests::rostock_plan();
  const Plan expected = intake_measures(csv, "ideenpool.csv", {}, plan).edit.apply(plan);
  for (const std::string ending : {"xlsx", "ods"}) {
    tests::write_sheet(folder / ("pool." + ending), ending == "ods" ? "ODS" : "XLSX", rows);
    const Intake intake = intake_measures(read_text_table(folder / ("pool." + ending)), "pool", {}, plan);
    check_pool(intake, plan);
    const Plan read = intake.edit.apply(plan);
    for (std::size_t i = 0; i < 120; ++i)
      BOOST_TEST((*read.measures[i] == *expected.measures[i]), ending << " row " << i);
  }
}

BOOST_AUTO_TEST_CASE(katowice_comes_in_without_districts_in_zloty) {
  if (!tests::have_shared_data()) return;
  Plan plan;
  plan.currency = "PLN";
  const auto file = tests::shared_data() / "katowice" / "katowice_2020_projects.csv";
  const Intake intake = intake_measures(read_text_table(file), "projects.csv", {}, plan);
  BOOST_TEST(intake.added == 413);
  BOOST_TEST(intake.placed == 413);
  BOOST_TEST(!has_warnings(intake.report.issues));
  const Plan next = intake.edit.apply(plan);
  BOOST_TEST(next.crs.epsg == 25834);
  for (const MeasurePtr& measure : next.measures) {
    BOOST_TEST(measure->cost.likely.has_value());
    BOOST_TEST((measure->location.placement == Placement::point));
    BOOST_TEST(!measure->number.empty());
  }
  const Measure* bogucice = find_measure_by_number(next, "L13/06/VII");
  BOOST_TEST_REQUIRE(bogucice != nullptr);
  BOOST_TEST(bogucice->district_hint == "Bogucice");
  BOOST_TEST(bogucice->cost.likely->cents == 11682800);
  const bool votes = std::find(bogucice->extra.begin(), bogucice->extra.end(),
                               std::pair<std::string, std::string>{"votes", "251"}) != bogucice->extra.end();
  BOOST_TEST(votes);
  BOOST_TEST(intake_measures(read_text_table(file), "projects.csv", {}, next).unchanged == 413);
}

BOOST_AUTO_TEST_CASE(katowice_as_a_layer_says_the_same_as_the_table) {
  if (!tests::have_shared_data()) return;
  Plan plan;
  plan.currency = "PLN";
  const auto folder = tests::shared_data() / "katowice";
  const FeatureTable layer = tests::layer_of(folder / "katowice_2020_projects.geojson");
  const Intake intake = intake_measures(layer, "projects.geojson", {}, plan);
  BOOST_TEST(intake.added == 413);
  BOOST_TEST(intake.placed == 413);
  BOOST_TEST(!has_warnings(intake.report.issues));
  const Plan by_layer = intake.edit.apply(plan);
  const Plan by_table =
      intake_measures(read_text_table(folder / "katowice_2020_projects.csv"), "x", {}, plan).edit.apply(plan);
  BOOST_TEST(by_layer.crs.epsg == 25834);
  for (std::size_t i = 0; i < 413; ++i) {
    const Measure& a = *by_layer.measures[i];
    const Measure& b = *by_table.measures[i];
    BOOST_TEST(a.number == b.number);
    BOOST_TEST((a.cost == b.cost));
    BOOST_TEST(std::abs(a.location.geometry.points[0].x - b.location.geometry.points[0].x) < 0.01);
  }
}

BOOST_AUTO_TEST_SUITE_END()
