#include "gis/intake/districts.h"

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <cmath>
#include <set>

#include "gis/intake/district_columns.h"
#include "gis/words/issue.h"
#include "tests/support/places.h"

using namespace smile;
using namespace smile::tests;

namespace {

FeatureTable table_of(std::vector<std::string> columns, std::vector<std::vector<std::string>> rows) {
  FeatureTable table;
  table.crs = crs_from_epsg(25833);
  table.layer = "bezirke";
  table.report.file = "bezirke.geojson";
  for (std::string& name : columns) table.columns.push_back({std::move(name), ColumnType::text});
  double x = 307000;
  for (auto& cells : rows) {
    Feature& feature = table.features.emplace_back();
    feature.row = static_cast<std::int64_t>(table.features.size());
    feature.cells = std::move(cells);
    feature.geometry = make_area({{x, 6004000}, {x + 100, 6004000}, {x + 100, 6004100}, {x, 6004100}});
    x += 100;
  }
  return table;
}

std::int64_t count(const Issues& issues, const std::string& kind) {
  return std::count_if(issues.begin(), issues.end(), [&](const Issue& issue) { return issue.kind == kind; });
}

Plan with(const Plan& plan, const std::filesystem::path& file, Issues* issues = nullptr) {
  const Intake intake = intake_districts(read_features(file), {}, plan);
  if (issues != nullptr) *issues = intake.report.issues;
  return intake.edit.apply(plan);
}

std::string code_column(const FeatureTable& table) {
  const int column = guess_district_columns(table).code;
  return column < 0 ? "" : table.columns[static_cast<std::size_t>(column)].name;
}
std::string name_column(const FeatureTable& table) {
  const int column = guess_district_columns(table).name;
  return column < 0 ? "" : table.columns[static_cast<std::size_t>(column)].name;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(districts)

BOOST_AUTO_TEST_CASE(levels_are_named_after_what_the_file_is_called) {
  BOOST_TEST(level_name_from("stadtbereiche") == "Stadtbereiche");
  BOOST_TEST(level_name_from("statistische_bezirke") == "Statistische Bezirke");
  BOOST_TEST(level_name_from("ortsteile_dissolved") == "Ortsteile");
  BOOST_TEST(level_name_from("Ebene_1_Stadtbezirke") == "Stadtbezirke");
  BOOST_TEST(level_name_from("Stadtteile_2023_EPSG_25833") == "Stadtteile");
  BOOST_TEST(level_name_from("Ebene_3").empty());
}

BOOST_AUTO_TEST_CASE(codes_are_ordered_as_people_count) {
  std::vector<std::string> codes = {"10", "2", "A10", "A2", "01", "1", "B"};
  std::sort(codes.begin(), codes.end(), natural_less);
  BOOST_CHECK(codes == (std::vector<std::string>{"01", "1", "2", "10", "A2", "A10", "B"}));
}

BOOST_AUTO_TEST_CASE(constant_columns_and_identifiers_of_programs_are_no_names) {
  const auto table = table_of({"uuid", "gem_name", "fid", "nr", "bez"},
                              {{"331e819e-8c48-11e5-8b2e-0050569b7e95", "Rostock", "1", "7", "Altstadt"},
                               {"331ecf6e-8c48-11e5-8b30-0050569b7e95", "Rostock", "2", "8", "Neustadt"},
                               {"331ecf6e-8c48-11e5-8b30-0050569b7e96", "Rostock", "3", "9", "Hafen"}});
  BOOST_TEST(name_column(table) == "bez");
  BOOST_TEST(code_column(table) == "nr");
}

BOOST_AUTO_TEST_CASE(without_names_and_codes_the_row_is_the_code) {
  const auto table = table_of({"flaeche"}, {{"1.5"}, {"2.5"}});
  BOOST_TEST(name_column(table) == "");
  const Plan plan = intake_districts(table, {}, {}).edit.apply({});
  BOOST_REQUIRE_EQUAL(plan.districts.size(), 2);
  BOOST_TEST(plan.districts[1]->code == "2");
  BOOST_TEST(plan.districts[1]->name == "2");
}

BOOST_AUTO_TEST_CASE(named_fields_win_and_unknown_ones_are_refused) {
  const auto table = table_of({"name", "code", "alt"}, {{"Altstadt", "1", "x"}, {"Neustadt", "2", "y"}});
  DistrictOptions options;
  options.code_field = "ALT";
  const Plan plan = intake_districts(table, options, {}).edit.apply({});
  BOOST_TEST(plan.districts[0]->code == "x");
  options.code_field = "nirgends";
  BOOST_CHECK_THROW(intake_districts(table, options, {}), Error);
}

BOOST_AUTO_TEST_CASE(parts_with_the_same_code_are_joined_and_listed) {
  const auto table = table_of({"code", "name"}, {{"A", "Altstadt"}, {"B", "Hafen"}, {"A", "Altstadt"}});
  const Intake intake = intake_districts(table, {}, {});
  const Plan plan = intake.edit.apply({});
  BOOST_REQUIRE_EQUAL(plan.districts.size(), 2);
  BOOST_TEST(plan.districts[0]->area_m2 == 20000);
  BOOST_TEST(count(intake.report.issues, "parts_joined") == 1);
}

BOOST_AUTO_TEST_CASE(the_same_code_for_two_names_is_a_warning) {
  DistrictOptions options;
  options.code_field = "code";
  const Intake intake = intake_districts(table_of({"code", "name"}, {{"A", "Altstadt"}, {"A", "Hafen"}}), options, {});
  const Plan plan = intake.edit.apply({});
  BOOST_REQUIRE_EQUAL(plan.districts.size(), 2);
  BOOST_TEST(plan.districts[1]->code == "A-2");
  BOOST_TEST(count(intake.report.issues, "code_twice") == 1);
}

BOOST_AUTO_TEST_CASE(records_without_area_stay_out_with_a_reason) {
  auto table = table_of({"name"}, {{"Altstadt"}, {"Hafen"}});
  table.features[1].geometry = make_point({307000, 6004000});
  const Intake intake = intake_districts(table, {}, {});
  BOOST_TEST(intake.added == 1);
  BOOST_TEST(count(intake.report.issues, "no_area") == 1);
  table.features[0].geometry = {};
  BOOST_CHECK_THROW(intake_districts(table, {}, {}), Error);
}

BOOST_AUTO_TEST_CASE(adding_a_level_again_counts_what_changed) {
  auto table = table_of({"code", "name"}, {{"A", "Altstadt"}, {"B", "Hafen"}, {"C", "Süd"}});
  const Plan plan = intake_districts(table, {}, {}).edit.apply({});
  table.features[1].cells[1] = "Stadthafen";
  table.features.pop_back();
  const Intake again = intake_districts(table, {}, plan);
  BOOST_TEST(again.added == 0);
  BOOST_TEST(again.updated == 1);
  BOOST_TEST(again.unchanged == 1);
  BOOST_TEST(count(again.report.issues, "district_gone") == 1);
  const Plan next = again.edit.apply(plan);
  BOOST_TEST(next.levels.size() == 1);
  BOOST_REQUIRE_EQUAL(next.districts.size(), 2);
  BOOST_TEST(next.districts[0]->id == plan.districts[0]->id);
}

BOOST_AUTO_TEST_CASE(official_areas_come_only_from_their_own_column) {
  const auto table = table_of({"code", "area", "official_area_m2"}, {{"A", "5", "12345.6"}, {"B", "6", ""}});
  const Plan plan = intake_districts(table, {}, {}).edit.apply({});
  BOOST_TEST(plan.districts[0]->official_area_m2.value() == 12345.6);
  BOOST_TEST(!plan.districts[1]->official_area_m2.has_value());
}

BOOST_AUTO_TEST_CASE(overlaps_and_gaps_are_measured) {
  auto table = table_of({"code"}, {{"1"}, {"2"}});
  table.features[1].geometry = moved(table.features[1].geometry, -10, 0);
  const Intake intake = intake_districts(table, {}, {});
  BOOST_TEST(count(intake.report.issues, "districts_overlap") == 1);
  BOOST_TEST(count(intake.report.issues, "districts_overlap_pair") == 1);
  BOOST_CHECK(has_warnings(intake.report.issues));
}

BOOST_AUTO_TEST_CASE(a_plan_in_degrees_is_refused) {
  DistrictOptions options;
  options.plan_crs = crs_from_epsg(4326);
  BOOST_CHECK_THROW(intake_districts(table_of({"code"}, {{"1"}}), options, {}), Error);
  options.plan_crs = crs_from_epsg(25832);
  BOOST_TEST(intake_districts(table_of({"code"}, {{"1"}}), options, {}).edit.apply({}).crs.epsg == 25832);
}

BOOST_AUTO_TEST_CASE(rostocks_districts_are_whole_and_right) {
  if (!have_shared_data()) return;
  Issues issues;
  const Plan plan = with({}, shared_data() / "rostock" / "stadtbereiche.shp", &issues);
  BOOST_TEST(plan.crs.epsg == 25833);
  BOOST_REQUIRE_EQUAL(plan.districts.size(), 21);
  BOOST_TEST(plan.levels.at(0).name == "Stadtbereiche");
  double sum = 0;
  for (const DistrictPtr& district : plan.districts) sum += district->area_m2;
  BOOST_TEST(std::abs(sum / 1e6 - 181.369) <= 0.001);
  BOOST_TEST(plan.districts[0]->code == "A");
  BOOST_TEST(plan.districts[0]->name == "Warnemünde");
  BOOST_TEST(plan.districts[20]->code == "U");
  BOOST_CHECK(!has_warnings(issues));
  for (const Issue& issue : issues) BOOST_TEST_MESSAGE(issue.kind + ": " + in(Language::english, issue.message));
}

BOOST_AUTO_TEST_CASE(rostocks_three_levels_lie_in_each_other) {
  if (!have_shared_data()) return;
  Issues issues;
  Plan plan = with({}, shared_data() / "rostock" / "stadtbereiche.shp");
  plan = with(plan, shared_data() / "rostock" / "ortsteile_dissolved.geojson", &issues);
  for (const Issue& issue : issues) BOOST_TEST_MESSAGE(issue.kind + ": " + in(Language::english, issue.message));
  plan = with(plan, shared_data() / "rostock" / "statistische_bezirke.geojson", &issues);
  for (const Issue& issue : issues) BOOST_TEST_MESSAGE(issue.kind + ": " + in(Language::english, issue.message));
  BOOST_REQUIRE_EQUAL(plan.levels.size(), 3);
  BOOST_TEST(plan.levels[0].name == "Stadtbereiche");
  BOOST_TEST(plan.levels[1].name == "Ortsteile");
  BOOST_TEST(plan.levels[2].name == "Statistische Bezirke");
  BOOST_TEST(districts_of(plan, plan.levels[1].id).size() == 31);
  for (const DistrictPtr& district : districts_of(plan, plan.levels[2].id)) {
    const District* parent = find_district(plan, district->parent);
    BOOST_REQUIRE(parent != nullptr);
    BOOST_TEST(parent->code == district->code.substr(0, 2));
    BOOST_TEST(district->code.size() == 3);
  }
  const auto overlap =
      std::find_if(issues.begin(), issues.end(), [](const Issue& issue) { return issue.kind == "districts_overlap"; });
  BOOST_REQUIRE(overlap != issues.end());
  BOOST_CHECK(overlap->severity == Severity::note);
  BOOST_TEST(std::get<std::int64_t>(overlap->message.arguments.at(0)) == 64);
  BOOST_TEST(std::abs(std::get<double>(overlap->message.arguments.at(1)) - 2983.1) < 0.15);  // as Shapely says
}

BOOST_AUTO_TEST_CASE(muensters_levels_are_guessed_right) {
  if (!have_shared_data()) return;
  Plan plan;
  for (const char* file : {"Ebene_1_Stadtbezirke", "Ebene_2_Stadtteil", "Ebene_3_Stadtzellen"})
    plan = with(plan, shared_data() / "muenster" / "gebietsgliederung" / (std::string(file) + ".geojson"));
  BOOST_TEST(plan.crs.epsg == 25832);
  BOOST_REQUIRE_EQUAL(plan.levels.size(), 3);
  const std::size_t counts[] = {9, 45, 174};
  for (std::size_t i = 0; i < 3; ++i) BOOST_TEST(districts_of(plan, plan.levels[i].id).size() == counts[i]);
  BOOST_TEST(plan.levels[1].name == "Stadtteil");
  BOOST_TEST(find_district(plan, "Handorf", plan.levels[1].id)->code == "77");
}

BOOST_AUTO_TEST_SUITE_END()
