// The main job on a real city's files, through the program as a planner would run it. Skipped where the data are
// absent.

#include <boost/test/unit_test.hpp>
#include <cmath>
#include <set>

#include "tests/program/program.h"

using namespace smile::tests;
namespace fs = std::filesystem;

BOOST_AUTO_TEST_SUITE(rostock)

namespace {

std::string rostock(const std::string& name) {
  return (shared_data() / "rostock" / name).string();
}

std::string make_plan(const TemporaryFolder& folder) {
  const std::string plan = (folder / "rostock.gpkg").string();
  BOOST_REQUIRE(smileplaces({"new", plan, "--districts", rostock("stadtbereiche.shp")}).exit == 0);
  BOOST_REQUIRE(smileplaces({"add", plan, "statistics", rostock("einwohner/insgesamt_2023.csv")}).exit == 0);
  BOOST_REQUIRE(smileplaces({"add", plan, "measures", rostock("ideenpool.csv")}).exit == 1);
  return plan;
}

nlohmann::json read_json(const std::string& path) {
  return nlohmann::json::parse(std::ifstream(path));
}

}  // namespace

BOOST_AUTO_TEST_CASE(districts_and_inhabitants_come_in_whole) {
  if (!have_shared_data()) return;
  const TemporaryFolder folder;
  const std::string plan = make_plan(folder);
  const auto districts = smileplaces({"list", plan, "districts", "--json"}).json()["districts"];
  double area = 0;
  double people = 0;
  for (const auto& district : districts) {
    area += district["area_m2"].get<double>();
    people += district["inhabitants"].get<double>();
  }
  BOOST_TEST(districts.size() == 21u);
  BOOST_TEST(std::abs(area / 1e6 - 181.369) <= 0.001);
  BOOST_TEST(people == 211692);
}

BOOST_AUTO_TEST_CASE(the_idea_pool_comes_in_with_no_option_and_lands_where_the_truth_says) {
  if (!have_shared_data()) return;
  const TemporaryFolder folder;
  const std::string plan = (folder / "p.gpkg").string();
  smileplaces({"new", plan, "--districts", rostock("stadtbereiche.shp")});
  const Run run = smileplaces({"add", plan, "measures", rostock("ideenpool.csv"), "--json"});
  const auto answer = run.json();
  BOOST_TEST(run.exit == 1);
  BOOST_TEST(answer["added"] == 120);
  BOOST_TEST(answer["rows"] == 120);
  std::map<std::string, int> warnings;
  for (const auto& issue : answer["issues"])
    if (issue["severity"] != "note") ++warnings[issue["kind"].get<std::string>()];
  BOOST_TEST(warnings.size() == 2u);
  BOOST_TEST(warnings["coordinates_swapped"] == 4);
  BOOST_TEST(warnings["position_outside"] == 2);

  const auto measures = smileplaces({"list", plan, "measures", "--json"}).json()["measures"];
  const auto truth = read_json(rostock("ideenpool_truth.json"));
  BOOST_REQUIRE(measures.size() == truth.size());
  for (std::size_t i = 0; i < truth.size(); ++i) {
    const auto& m = measures[i];
    BOOST_TEST(m["title"] == truth[i]["title"]);
    const double cost = m["cost"].is_null() ? 0.0 : m["cost"].get<double>();
    BOOST_TEST(std::llround(cost * 100) == std::llround(truth[i]["cost_eur"].get<double>() * 100), m["title"]);
    if (truth[i]["district_code"].is_null()) continue;
    BOOST_REQUIRE_MESSAGE(m["districts"].size() == 1u, m["title"]);
    BOOST_TEST(m["districts"][0]["code"] == truth[i]["district_code"], m["title"]);
  }
  const auto again = smileplaces({"add", plan, "measures", rostock("ideenpool.csv"), "--json"}).json();
  BOOST_TEST(again["unchanged"] == 120);
  BOOST_TEST(again["added"] == 0);
}

BOOST_AUTO_TEST_CASE(a_colleague_gets_shapefiles_that_come_back_as_the_same_plan) {
  if (!have_shared_data()) return;
  const TemporaryFolder folder;
  const std::string plan = make_plan(folder);
  const std::string out = (folder / "shp").string();
  BOOST_TEST(smileplaces({"export", plan, out, "--format", "shapefile"}).exit != 2);
  const std::string back = (folder / "back.gpkg").string();
  BOOST_TEST(smileplaces({"new", back, "--from", out}).exit != 2);
  for (const char* what : {"measures", "districts", "statistics"})
    BOOST_TEST(
        (smileplaces({"list", plan, what, "--json"}).json() == smileplaces({"list", back, what, "--json"}).json()),
        what);
}

BOOST_AUTO_TEST_CASE(the_three_levels_lie_in_each_other) {
  if (!have_shared_data()) return;
  const TemporaryFolder folder;
  const std::string plan = (folder / "p.gpkg").string();
  smileplaces({"new", plan, "--districts", rostock("stadtbereiche.shp")});
  const Run run =
      smileplaces({"add", plan, "districts", rostock("statistische_bezirke.geojson"), "--level", "Bezirke", "--json"});
  BOOST_TEST(run.json()["added"] == 74);
  int with_parent = 0;
  const auto districts = smileplaces({"list", plan, "districts", "--level", "Bezirke", "--json"}).json()["districts"];
  for (const auto& district : districts) with_parent += district["parent"].is_string();
  BOOST_TEST(with_parent == 74);
}

BOOST_AUTO_TEST_CASE(muenster_reports_subtotals_and_the_misspelt_name) {
  if (!have_shared_data()) return;
  const TemporaryFolder folder;
  const std::string plan = (folder / "ms.gpkg").string();
  const auto muenster = shared_data() / "muenster";
  const auto made = smileplaces(
      {"new", plan, "--districts", (muenster / "gebietsgliederung" / "Ebene_2_Stadtteil.geojson").string(), "--json"});
  BOOST_TEST(made.json()["added"] == 45);
  const auto joined =
      smileplaces({"add", plan, "statistics", (muenster / "ms_wohnberechtigte.csv").string(), "--json"}).json();
  bool subtotal = false;
  bool misspelt = false;
  for (const auto& issue : joined["issues"]) {
    subtotal |= issue["kind"].get<std::string>().find("subtotal") != std::string::npos;
    misspelt |= issue.dump().find("Düesberg") != std::string::npos;
  }
  BOOST_TEST(subtotal);
  BOOST_TEST(misspelt);
}

BOOST_AUTO_TEST_CASE(katowice_is_a_plan_without_districts_in_zloty) {
  if (!have_shared_data()) return;
  const TemporaryFolder folder;
  const std::string plan = (folder / "k.gpkg").string();
  smileplaces({"new", plan, "--currency", "PLN"});
  for (const char* name : {"katowice_2020_projects.csv"}) {
    const Run run = smileplaces({"add", plan, "measures", (shared_data() / "katowice" / name).string(), "--json"});
    BOOST_TEST(run.exit != 2, run.err);
    BOOST_TEST(run.json()["added"] == 413);
    BOOST_TEST(run.json()["placed"] == 413);
  }
  const auto measures = smileplaces({"list", plan, "measures", "--json"}).json()["measures"];
  for (const auto& measure : measures) {
    BOOST_TEST(measure["currency"] == "PLN");
    BOOST_TEST(measure["cost"].is_number());
    BOOST_TEST(measure["lon"].is_number());
  }
}

BOOST_AUTO_TEST_CASE(hard_files_are_read_with_a_report_or_refused_with_a_sentence) {
  if (!have_shared_data()) return;
  int files = 0;
  for (const auto& entry : fs::recursive_directory_iterator(shared_data() / "nasty")) {
    const auto extension = entry.path().extension();
    if (extension != ".shp" && extension != ".zip") continue;
    ++files;
    const Run run = smileplaces({"check", entry.path().string(), "--json"});
    BOOST_TEST((run.exit == 0 || run.exit == 1 || run.exit == 2), entry.path().filename().string());
    if (run.exit == 2)
      BOOST_TEST(std::count(run.err.begin(), run.err.end(), '\n') == 1, run.err);
    else
      BOOST_TEST(run.json()["issues"].is_array());
  }
  BOOST_TEST(files > 20);
}

BOOST_AUTO_TEST_SUITE_END()
