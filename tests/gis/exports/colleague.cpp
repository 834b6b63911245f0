// A colleague opens the shapefiles in another program, changes something and sends them back.
#include <array>
#include <cstdio>
#include <fstream>

#include "gis/exports/codebook.h"
#include "gis/exports/export.h"
#include "tests/gis/exports/plans.h"
#include "tests/support/places.h"

using namespace smile;
using namespace smile::tests;

namespace {

/// A hand-over in a folder of its own.
struct Handed {
  TemporaryFolder folder;
  Plan plan = small_plan();

  Handed() {
    ExportSettings settings;
    settings.folder = folder.path();
    export_plan(plan, settings);
  }

  void run(const std::string& command) const {
    std::string output;
    FILE* pipe = ::popen(("cd '" + folder.path().string() + "' && " + command + " 2>&1").c_str(), "r");
    BOOST_REQUIRE(pipe);
    std::array<char, 4096> buffer{};
    while (const std::size_t n = std::fread(buffer.data(), 1, buffer.size(), pipe)) output.append(buffer.data(), n);
    BOOST_REQUIRE_MESSAGE(::pclose(pipe) == 0 && output.find("ERROR") == std::string::npos, command + "\n" + output);
  }
  void sql(const std::string& layer, const std::string& statement) const {
    const std::string file = std::filesystem::exists(folder / (layer + ".shp")) ? layer + ".shp" : layer + ".dbf";
    run("ogrinfo " + file + " -dialect SQLite -sql \"" + statement + "\"");
  }
  Plan back() const { return plan_from_shapefiles(folder.path()); }
};

const Measure& number(const Plan& plan, const char* wanted) {
  const Measure* found = find_measure_by_number(plan, wanted);
  BOOST_REQUIRE_MESSAGE(found, wanted);
  return *found;
}

std::string first_issue(const Plan& plan) {
  return plan.reports.back()->issues.empty() ? "" : plan.reports.back()->issues.front().kind;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(colleague)

BOOST_AUTO_TEST_CASE(who_saves_the_layer_in_another_system_moves_nothing) {
  const Handed handed;
  handed.run("ogr2ogr -t_srs EPSG:4326 -lco ENCODING=UTF-8 again.shp measures_lines.shp");
  for (const char* ending : {"shp", "shx", "dbf", "prj"})
    std::filesystem::rename(handed.folder / (std::string("again.") + ending),
                            handed.folder / (std::string("measures_lines.") + ending));
  const Plan back = handed.back();
  const auto& before = number(handed.plan, "3").location.geometry.points;
  const auto& after = number(back, "3").location.geometry.points;
  BOOST_REQUIRE_EQUAL(before.size(), after.size());
  for (std::size_t i = 0; i < before.size(); ++i) {
    BOOST_TEST(std::abs(before[i].x - after[i].x) < 0.001);
    BOOST_TEST(std::abs(before[i].y - after[i].y) < 0.001);
  }
}

BOOST_AUTO_TEST_CASE(a_date_changed_in_either_column_counts) {
  const Handed handed;
  handed.sql("measures_points", "UPDATE measures_points SET START='2027-H1' WHERE NUMBER='M/01/VII'");
  BOOST_TEST(to_iso(*number(handed.back(), "M/01/VII").start) == "2027-H1");
  const Handed other;
  other.sql("measures_points", "UPDATE measures_points SET START_D='2025-09-01' WHERE NUMBER='M/01/VII'");
  BOOST_TEST(to_iso(*number(other.back(), "M/01/VII").start) == "2025-09-01");
  const Handed emptied;
  emptied.sql("measures_points", "UPDATE measures_points SET START=NULL, START_D=NULL WHERE NUMBER='M/01/VII'");
  BOOST_TEST(!number(emptied.back(), "M/01/VII").start);
  const Handed added;
  added.sql("measures_lines", "UPDATE measures_lines SET END_D='2028-05-06'");
  BOOST_TEST(to_iso(*number(added.back(), "3").end) == "2028-05-06");
}

BOOST_AUTO_TEST_CASE(text_that_is_no_date_is_listed_and_missing) {
  const Handed handed;
  handed.sql("measures_points", "UPDATE measures_points SET START='demnächst' WHERE NUMBER='M/01/VII'");
  const Plan back = handed.back();
  BOOST_TEST(!number(back, "M/01/VII").start);
  BOOST_TEST(first_issue(back) == "value_unreadable");
  BOOST_TEST(back.reports.back()->issues.front().value == "demnächst");
}

BOOST_AUTO_TEST_CASE(a_redrawn_district_area_becomes_the_measures_own) {
  const Handed handed;
  handed.sql("measures_areas", "UPDATE measures_areas SET geometry=ShiftCoords(geometry, 5, 5) WHERE NUMBER='5'");
  const Plan back = handed.back();
  BOOST_TEST((number(back, "5").location.placement == Placement::area));
  BOOST_TEST(number(back, "5").location.districts.empty());
  BOOST_TEST(number(back, "5").location.geometry.points.size() == 5U);
  BOOST_TEST((number(back, "6") == number(handed.plan, "6")));
}

BOOST_AUTO_TEST_CASE(a_site_taken_away_or_added_stays_one_measure) {
  const Handed handed;
  handed.sql("measures_points", "DELETE FROM measures_points WHERE SITE=2");
  BOOST_TEST(number(handed.back(), "M/01/VII").location.geometry.points.size() == 2U);
  handed.sql(
      "measures_points",
      "INSERT INTO measures_points (geometry, ID, SITE) SELECT geometry, ID, 9 FROM measures_points WHERE NUMBER='2'");
  const Plan back = handed.back();
  BOOST_TEST((number(back, "2").location.placement == Placement::sites));
  BOOST_TEST(number(back, "2").location.geometry.points.size() == 2U);
  BOOST_TEST(back.measures.size() == handed.plan.measures.size());
}

BOOST_AUTO_TEST_CASE(a_shape_that_crosses_itself_is_repaired_and_listed) {
  const Handed handed;
  handed.sql("measures_areas",
             "UPDATE measures_areas SET geometry=GeomFromText('POLYGON((310000 6000000,310100 6000100,310100 "
             "6000000,310000 6000100,310000 6000000))', 25833) WHERE NUMBER='4'");
  const Plan back = handed.back();
  BOOST_TEST(first_issue(back) == "geometry_repaired");
  BOOST_TEST(std::abs(area(number(back, "4").location.geometry) - 5000) < 1);
}

BOOST_AUTO_TEST_CASE(a_changed_district_has_its_new_name_area_and_figures) {
  const Handed handed;
  handed.sql("districts_stadtbereiche",
             "UPDATE districts_stadtbereiche SET NAME='Warnemünde-Ost', EINWOH23_6=9000, ANTEILKI_7=0.25, "
             "geometry=ST_Buffer(geometry, 0) WHERE CODE='A'");
  handed.sql(
      "districts_stadtbereiche",
      "UPDATE districts_stadtbereiche SET EINWOH23_6=NULL, geometry=ScaleCoords(geometry, 0.5, 0.5) WHERE CODE='B'");
  const Plan back = handed.back();
  const District* a = find_district(back, "A", back.levels.front().id);
  const District* b = find_district(back, "B", back.levels.front().id);
  BOOST_REQUIRE((a && b));
  BOOST_TEST(a->name == "Warnemünde-Ost");
  BOOST_TEST(b->area_m2 == 250000);
  BOOST_TEST((back.statistics[0]->figures.at(a->id) == Figure{Figure::State::value, 9000}));
  BOOST_TEST(!back.statistics[0]->figures.contains(b->id));
  BOOST_TEST((back.statistics[1]->figures.at(a->id) == Figure{Figure::State::value, 0.25}));
  BOOST_TEST((back.statistics[1]->figures.at(b->id) == handed.plan.statistics[1]->figures.at(b->id)));
}

BOOST_AUTO_TEST_CASE(a_district_taken_away_takes_its_figures_and_names_along) {
  const Handed handed;
  handed.sql("districts_stadtbereiche", "DELETE FROM districts_stadtbereiche WHERE CODE='A'");
  const Plan back = handed.back();
  BOOST_TEST(back.districts.size() == handed.plan.districts.size() - 1);
  BOOST_TEST(back.aliases.empty());
  for (const StatisticPtr& statistic : back.statistics)
    for (const auto& [id, figure] : statistic->figures) BOOST_TEST(find_district(back, id));
  BOOST_TEST(find_district(back, "01")->parent == 0);
}

BOOST_AUTO_TEST_CASE(a_removed_column_is_listed_and_an_added_one_does_no_harm) {
  const Handed handed;
  handed.run("ogrinfo measures_lines.shp -sql 'ALTER TABLE measures_lines DROP COLUMN TITLE'");
  handed.run("ogrinfo measures_lines.shp -sql 'ALTER TABLE measures_lines ADD COLUMN MINE VARCHAR(20)'");
  const Plan back = handed.back();
  BOOST_TEST(first_issue(back) == "column_missing");
  BOOST_TEST(number(back, "3").title == "");
  BOOST_TEST(number(back, "3").cost.likely->cents == -1299);
}

BOOST_AUTO_TEST_CASE(a_computed_column_is_not_read_back) {
  const Handed handed;
  handed.sql("districts_stadtbereiche", "UPDATE districts_stadtbereiche SET MEASURES=99, AREA_M2=1");
  BOOST_TEST(same_content(handed.plan, handed.back()));
}

BOOST_AUTO_TEST_CASE(reordered_records_change_nothing) {
  const Handed handed;
  handed.run(
      "ogr2ogr -lco ENCODING=UTF-8 -sql 'SELECT * FROM measures_points ORDER BY SITE DESC, ID DESC' again.shp "
      "measures_points.shp");
  for (const char* ending : {"shp", "shx", "dbf"})
    std::filesystem::rename(handed.folder / (std::string("again.") + ending),
                            handed.folder / (std::string("measures_points.") + ending));
  BOOST_TEST(same_content(handed.plan, handed.back()));
}

BOOST_AUTO_TEST_SUITE_END()
