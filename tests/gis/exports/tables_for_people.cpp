#include <array>
#include <cstdio>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "gis/exports/csv.h"
#include "gis/exports/export.h"
#include "gis/formats/text_table.h"
#include "gis/intake/measures.h"
#include "tests/gis/exports/plans.h"
#include "tests/support/places.h"

using namespace smile;
using namespace smile::tests;

namespace {

std::string read(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::ostringstream content;
  content << in.rdbuf();
  return content.str();
}

std::string output_of(const std::string& command) {
  std::string output;
  FILE* pipe = ::popen(command.c_str(), "r");
  BOOST_REQUIRE(pipe);
  std::array<char, 4096> buffer{};
  while (const std::size_t n = std::fread(buffer.data(), 1, buffer.size(), pipe)) output.append(buffer.data(), n);
  ::pclose(pipe);
  return output;
}

void hand_over(const Plan& plan, ExportFormat format, const std::filesystem::path& folder) {
  ExportSettings settings;
  settings.format = format;
  settings.folder = folder;
  export_plan(plan, settings);
}

std::string cell(const TextTable& table, std::size_t row, const std::string& column) {
  const auto found = std::find(table.header.begin(), table.header.end(), column);
  BOOST_REQUIRE_MESSAGE(found != table.header.end(), column);
  return table.rows.at(row).cells[static_cast<std::size_t>(found - table.header.begin())];
}

bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

double signed_area(const nlohmann::json& ring) {
  double sum = 0;
  for (std::size_t i = 0; i + 1 < ring.size(); ++i)
    sum += ring[i][0].get<double>() * ring[i + 1][1].get<double>() -
           ring[i + 1][0].get<double>() * ring[i][1].get<double>();
  return sum;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(tables_for_people)

BOOST_AUTO_TEST_CASE(texts_that_look_like_formulas_are_guarded) {
  for (const char* text : {"=1+1", "+49 381", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1"})
    BOOST_TEST(exports::guarded(text) == "'" + std::string(text));
  for (const char* text : {"", "a=1", "1-2", "'=1", " =1", "Ä"}) BOOST_TEST(exports::guarded(text) == text);
}

BOOST_AUTO_TEST_CASE(csv_has_no_formula_cell_and_numbers_stay_numbers) {
  const TemporaryFolder folder;
  hand_over(small_plan(), ExportFormat::csv, folder.path());
  BOOST_TEST(read(folder / "measures.csv")
                 .starts_with("\xEF\xBB\xBF"
                              "number;title;"));
  const TextTable table = read_text_table(folder / "measures.csv");
  BOOST_TEST(table.delimiter == ';');
  BOOST_REQUIRE_EQUAL(table.rows.size(), 7U);
  BOOST_TEST(cell(table, 1, "title") == "'=HYPERLINK(\"http://x\")");
  BOOST_TEST(cell(table, 1, "note") == "'-1+1");
  BOOST_TEST(cell(table, 2, "cost") == "-12,99");
  BOOST_TEST(cell(table, 0, "cost") == "12500");
  BOOST_TEST(cell(table, 0, "cost_low") == "12000,50");
  BOOST_TEST(cell(table, 0, "start") == "2025-Q3");
  BOOST_TEST(cell(table, 0, "summary") == long_text());
  BOOST_TEST(cell(table, 0, "Ämter") == "66, 67");
  BOOST_TEST(cell(table, 5, "district") == "Gesamtstadt");
  BOOST_TEST(cell(table, 4, "district") == "A");
}

BOOST_AUTO_TEST_CASE(a_point_has_longitude_and_latitude_to_the_centimetre) {
  const TemporaryFolder folder;
  hand_over(small_plan(), ExportFormat::csv, folder.path());
  const TextTable table = read_text_table(folder / "measures.csv");
  std::string longitude = cell(table, 1, "longitude");
  std::string latitude = cell(table, 1, "latitude");
  std::replace(longitude.begin(), longitude.end(), ',', '.');
  std::replace(latitude.begin(), latitude.end(), ',', '.');
  const auto back = Transform(crs_from_epsg(4326), crs_from_epsg(25833))({std::stod(longitude), std::stod(latitude)});
  BOOST_REQUIRE(back);
  BOOST_TEST(std::abs(back->x - 310050.25) < 0.02);
  BOOST_TEST(std::abs(back->y - 6000050.75) < 0.02);
  BOOST_TEST(cell(table, 2, "longitude") == "");
}

BOOST_AUTO_TEST_CASE(districts_of_all_levels_stand_in_one_table_with_three_kinds_of_nothing) {
  const TemporaryFolder folder;
  hand_over(small_plan(), ExportFormat::csv, folder.path());
  const TextTable table = read_text_table(folder / "districts.csv");
  BOOST_REQUIRE_EQUAL(table.rows.size(), 3U);
  BOOST_TEST(cell(table, 0, "anteil_kinder") == ".");
  BOOST_TEST(cell(table, 2, "anteil_kinder") == "");
  BOOST_TEST(cell(table, 1, "einwohner_hauptwohnung_2023") == "0");
  BOOST_TEST(cell(table, 2, "level") == "Ortsteile");
  BOOST_TEST(cell(table, 2, "parent_code") == "A");
}

BOOST_AUTO_TEST_CASE(a_workbook_holds_text_as_text_and_numbers_as_numbers) {
  const TemporaryFolder folder;
  hand_over(small_plan(), ExportFormat::xlsx, folder.path());
  const TextTable table = read_text_table(folder / "smile-places.xlsx");
  BOOST_REQUIRE_EQUAL(table.rows.size(), 7U);
  BOOST_TEST(cell(table, 1, "title") == "=HYPERLINK(\"http://x\")");
  BOOST_TEST(cell(table, 2, "cost") == "-12.99");
  BOOST_TEST(cell(table, 0, "end") == "2026-02-28");
  const std::string sheet =
      output_of("unzip -p '" + (folder / "smile-places.xlsx").string() + "' 'xl/worksheets/*.xml'");
  BOOST_TEST(!contains(sheet, "<f>"));
  BOOST_TEST(contains(sheet, "<v>-12.99</v>"));
  BOOST_TEST(contains(sheet, "state=\"frozen\""));
}

BOOST_AUTO_TEST_CASE(our_own_lists_are_read_again_with_every_column_known) {
  for (const ExportFormat format : {ExportFormat::csv, ExportFormat::xlsx}) {
    const TemporaryFolder folder;
    const Plan plan = small_plan();
    hand_over(plan, format, folder.path());
    const TextTable table =
        read_text_table(folder / (format == ExportFormat::csv ? "measures.csv" : "smile-places.xlsx"));
    const MeasureMapping mapping = guess_mapping(table, plan);
    for (std::size_t i = 0; i < table.header.size(); ++i) {
      const std::string& name = table.header[i];
      const std::map<std::string, std::string> others = {{"placement", "ignore"}, {"in_districts", "ignore"},
                                                         {"longitude", "x"},      {"latitude", "y"},
                                                         {"Ämter", "extra"},      {"leer", "extra"}};
      const auto other = others.find(name);
      BOOST_TEST(mapping.targets[i] == (other == others.end() ? name : other->second), word(format) << " " << name);
    }
  }
}

BOOST_AUTO_TEST_CASE(our_own_list_brought_back_says_the_same) {
  for (const ExportFormat format : {ExportFormat::csv, ExportFormat::xlsx}) {
    const TemporaryFolder folder;
    const Plan plan = small_plan();
    hand_over(plan, format, folder.path());
    const TextTable table =
        read_text_table(folder / (format == ExportFormat::csv ? "measures.csv" : "smile-places.xlsx"));
    Plan empty = plan;
    empty.measures.clear();
    const Plan back = intake_measures(table, "list", {}, empty).edit.apply(empty);
    BOOST_REQUIRE_EQUAL(back.measures.size(), plan.measures.size());
    for (std::size_t i = 0; i < plan.measures.size(); ++i)
      for (const MeasureField& field : measure_fields()) {
        const bool negative = field.key == "cost" && i == 2;  // no amount an idea pool may ask for
        if (field.type == FieldType::list || negative) continue;
        std::string before = stored_form(field.get(*plan.measures[i]));
        while (before.ends_with(' ')) before.pop_back();
        BOOST_TEST(stored_form(field.get(*back.measures[i])) == before, word(format) << " " << field.key);
      }
    BOOST_TEST((back.measures[4]->location == plan.measures[4]->location ||
                back.measures[4]->location.placement == Placement::district));
    BOOST_TEST((back.measures[5]->location.placement == Placement::city));
  }
}

BOOST_AUTO_TEST_CASE(geojson_follows_the_standard) {
  const TemporaryFolder folder;
  hand_over(small_plan(), ExportFormat::geojson, folder.path());
  const auto json = nlohmann::json::parse(read(folder / "measures.geojson"));
  BOOST_TEST(json["type"] == "FeatureCollection");
  BOOST_TEST(!json.contains("crs"));
  const auto& features = json["features"];
  BOOST_REQUIRE_EQUAL(features.size(), 7U);
  BOOST_TEST(features[0]["geometry"]["type"] == "MultiPoint");
  BOOST_TEST(features[6]["geometry"].is_null());
  BOOST_TEST(features[2]["properties"]["cost"] == -12.99);
  BOOST_TEST(features[0]["properties"]["start"] == "2025-Q3");
  BOOST_TEST(features[0]["properties"]["start_date"] == "2025-07-01");
  const auto& zone = features[3]["geometry"];
  BOOST_REQUIRE_EQUAL(zone["type"], "MultiPolygon");
  BOOST_TEST(signed_area(zone["coordinates"][0][0]) > 0);
  BOOST_TEST(signed_area(zone["coordinates"][0][1]) < 0);
  const double longitude = features[1]["geometry"]["coordinates"][0];
  BOOST_TEST((longitude > 12.0 && longitude < 12.3));
}

BOOST_AUTO_TEST_CASE(a_geopackage_is_read_by_other_programs_with_styles_and_whole_texts) {
  const TemporaryFolder folder;
  hand_over(small_plan(), ExportFormat::gpkg, folder.path());
  const std::string info = output_of("ogrinfo -al '" + (folder / "smile-places.gpkg").string() + "' 2>&1");
  BOOST_TEST(contains(info, "25833"));
  BOOST_TEST(contains(info, "Layer name: districts_stadtbereiche"));
  BOOST_TEST(contains(info, "Layer name: measures_without_place"));
  BOOST_TEST(contains(info, "field_of_action (String)"));
  BOOST_TEST(contains(info, long_text()));
  BOOST_TEST(contains(info, "<qgis "));
  BOOST_TEST(!contains(info, "ERROR"));
}

namespace {

/// A finding with a secret, a missing and a shared figure, and words that look like a formula.
Plan plan_with_results() {
  Finding finding;
  finding.question = {"districts", {}};
  finding.sentences = {text("There are no measures yet.")};
  finding.method = {text("By district")};
  finding.sources = {"=SUM(A1)"};
  finding.found = {2026, DatePrecision::day, 11, 26};
  FindingTable table;
  table.title = text("By district");
  table.columns.resize(3);
  table.columns[0].name = text("District");
  table.columns[0].words = {"=1+1", "Mitte", "Nord"};
  table.columns[1].name = text("Inhabitants");
  table.columns[1].figures = {12345.678, std::nullopt, std::nullopt};
  table.columns[1].secret = {1};
  table.columns[2].name = text("not reached");
  table.columns[2].figures = {0.56521, 1, std::nullopt};
  table.columns[2].share = true;
  table.columns[2].digits = 1;
  finding.tables = {table, table};
  Plan plan = small_plan();
  for (const char* name : {"Lücken", "lücken!"}) {
    finding.name = name;
    plan = keep_finding(finding).apply(plan);
  }
  return plan;
}

}  // namespace

BOOST_AUTO_TEST_CASE(results_are_a_file_for_each_table) {
  const TemporaryFolder folder;
  hand_over(plan_with_results(), ExportFormat::csv, folder.path());
  BOOST_TEST(std::filesystem::exists(folder / "measures.csv"));
  BOOST_TEST(std::filesystem::exists(folder / "result_luecken_2.csv"));
  BOOST_TEST(std::filesystem::exists(folder / "result_luecken_2_1.csv"));
  const TextTable table = read_text_table(folder / "result_luecken_1.csv");
  BOOST_REQUIRE_EQUAL(table.rows.size(), 3U);
  BOOST_TEST(cell(table, 0, "District") == "'=1+1");
  BOOST_TEST(cell(table, 0, "Inhabitants") == "12346");
  BOOST_TEST(cell(table, 1, "Inhabitants") == ".");
  BOOST_TEST(cell(table, 2, "Inhabitants") == "");
  BOOST_TEST(cell(table, 0, "not reached") == "56,5");
}

BOOST_AUTO_TEST_CASE(a_result_is_a_sheet_with_everything_that_is_needed_to_trust_it) {
  const TemporaryFolder folder;
  ExportSettings settings;
  settings.format = ExportFormat::xlsx;
  settings.folder = folder.path();
  settings.result = "Lücken";
  BOOST_TEST(export_plan(plan_with_results(), settings).files.size() == 1U);
  const std::string book = (folder / "smile-places.xlsx").string();
  const std::string words = output_of("unzip -p '" + book + "' xl/sharedStrings.xml");
  for (const char* part : {"Lücken", "outdated", "There are no measures yet.", "=1+1", "Source: =SUM(A1)", "districts",
                           "Asked on: 26"})
    BOOST_TEST(contains(words, part), part);
  const std::string sheet = output_of("unzip -p '" + book + "' xl/worksheets/sheet1.xml");
  BOOST_TEST(!contains(sheet, "<f>"));
  BOOST_TEST(contains(sheet, "<v>56.5</v>"));
  BOOST_TEST(contains(output_of("unzip -p '" + book + "' xl/workbook.xml"), "result_luecken"));
}

BOOST_AUTO_TEST_CASE(one_result_alone_is_named_as_among_all) {
  const TemporaryFolder folder;
  ExportSettings settings;
  settings.format = ExportFormat::csv;
  settings.folder = folder.path();
  settings.result = "lücken!";
  BOOST_TEST((preflight(plan_with_results(), settings).files ==
              std::vector<std::string>{"result_luecken_2_1.csv", "result_luecken_2_2.csv"}));
  BOOST_TEST(preflight(plan_with_results(), settings).issues.empty());
  settings.result = "Gärten";
  BOOST_CHECK_EXCEPTION(export_plan(plan_with_results(), settings), Error,
                        [](const Error& error) { return contains(str(error.sentence()), "Lücken, lücken!"); });
  settings.format = ExportFormat::gpkg;
  BOOST_CHECK_THROW(export_plan(plan_with_results(), settings), Error);
}

BOOST_AUTO_TEST_CASE(some_measures_are_handed_over_without_results_of_all) {
  ExportSettings settings;
  settings.format = ExportFormat::csv;
  settings.measures = {plan_with_results().measures.front()->id};
  for (const std::string& file : preflight(plan_with_results(), settings).files)
    BOOST_TEST(!contains(file, "result"), file);
}

BOOST_AUTO_TEST_SUITE_END()
