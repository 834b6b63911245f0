#include <array>
#include <cstdio>
#include <fstream>
#include <set>
#include <sstream>

#include "gis/exports/codebook.h"
#include "gis/exports/export.h"
#include "tests/gis/exports/plans.h"
#include "tests/support/places.h"

using namespace smile;
using namespace smile::tests;

namespace {

ExportSettings to(const std::filesystem::path& folder, ExportFormat format = ExportFormat::shapefile) {
  ExportSettings settings;
  settings.format = format;
  settings.folder = folder;
  return settings;
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

std::string ogrinfo(const std::filesystem::path& file) {
  return output_of("ogrinfo -al '" + file.string() + "' 2>&1");
}

std::string bytes_of(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::ostringstream content;
  content << in.rdbuf();
  return content.str();
}

std::set<std::string> names_in(const std::filesystem::path& folder) {
  std::set<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) names.insert(entry.path().filename().string());
  return names;
}

bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

int count_of(const Issues& issues, const std::string& kind) {
  return static_cast<int>(std::count_if(issues.begin(), issues.end(), [&](const Issue& i) { return i.kind == kind; }));
}

/// Changes one thing in a written shapefile, as a colleague does in QGIS.
void edit_with_sql(const std::filesystem::path& file, const std::string& sql) {
  const std::string out = output_of("ogrinfo '" + file.string() + "' -dialect SQLite -sql \"" + sql + "\" 2>&1");
  BOOST_REQUIRE_MESSAGE(!contains(out, "ERROR"), out);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(shapefile)

BOOST_AUTO_TEST_CASE(comes_back_as_the_same_plan) {
  const TemporaryFolder folder;
  const Plan plan = small_plan();
  export_plan(plan, to(folder / "out"));
  const Plan back = plan_from_shapefiles(folder / "out");
  BOOST_TEST(same_content(plan, back));
  BOOST_TEST(has_codebook(folder / "out"));
  BOOST_TEST(has_codebook(folder.path() / "out" / "measures_points.shp"));
  BOOST_TEST(!has_codebook(folder.path()));
}

BOOST_AUTO_TEST_CASE(random_plans_come_back_as_they_were) {
  for (unsigned seed = 1; seed <= 25; ++seed) {
    const TemporaryFolder folder;
    const Plan plan = random_plan(seed);
    export_plan(plan, to(folder.path()));
    const Plan back = plan_from_shapefiles(folder.path());
    BOOST_TEST(same_content(plan, back), "seed " << seed);
    for (std::size_t i = 0; i < std::min(plan.measures.size(), back.measures.size()); ++i)
      BOOST_TEST((*plan.measures[i] == *back.measures[i]),
                 "seed " << seed << " measure " << i << " " << plan.measures[i]->title);
  }
}

BOOST_AUTO_TEST_CASE(other_programs_read_system_encoding_names_and_umlauts) {
  const TemporaryFolder folder;
  export_plan(small_plan(), to(folder.path()));
  const std::string districts = ogrinfo(folder / "districts_stadtbereiche.shp");
  BOOST_TEST(contains(districts, "25833"), districts);
  BOOST_TEST(bytes_of(folder / "districts_stadtbereiche.cpg") == "UTF-8");
  BOOST_TEST(contains(districts, "NAME (String) = Warnemünde"), districts);
  BOOST_TEST(contains(districts, "COST (Real) = "), districts);
  const std::string points = ogrinfo(folder / "measures_points.shp");
  BOOST_TEST(contains(points, "Feature Count: 4"), points);
  BOOST_TEST(contains(points, "START (String) = 2025-Q3"), points);
  BOOST_TEST(contains(points, "START_D (Date) = 2025/07/01"), points);
  BOOST_TEST(contains(points, "SITE (Integer64) = 3"), points);
  const std::string areas = ogrinfo(folder / "measures_areas.shp");
  BOOST_TEST(contains(areas, "PLACEMENT (String) = city"), areas);
  BOOST_TEST(contains(ogrinfo(folder / "measures_without_place.dbf"), "DISTR_HINT (String) = Südstadt"));
}

BOOST_AUTO_TEST_CASE(short_names_are_at_most_ten_bytes_unique_and_the_same_in_every_language) {
  const Plan plan = small_plan();
  const Preflight english = preflight(plan, to("nowhere"));
  set_language(Language::german);
  const Preflight german = preflight(plan, to("nowhere"));
  set_language(Language::english);
  std::set<std::pair<std::string, std::string>> seen;
  for (const FieldName& name : english.names) {
    BOOST_TEST(name.short_name.size() <= 10U, name.short_name);
    BOOST_TEST(!name.short_name.empty(), name.field);
    BOOST_TEST(seen.emplace(name.file, name.short_name).second, name.file << " " << name.short_name);
  }
  BOOST_REQUIRE_EQUAL(english.names.size(), german.names.size());
  for (std::size_t i = 0; i < german.names.size(); ++i)
    BOOST_TEST(english.names[i].short_name == german.names[i].short_name);
}

BOOST_AUTO_TEST_CASE(a_further_statistic_renames_no_other) {
  Plan plan = small_plan();
  const auto names = [](const Plan& p) {
    std::map<std::string, std::string> result;
    for (const FieldName& name : preflight(p, to("nowhere")).names)
      if (name.file == "districts_stadtbereiche.shp") result[name.field] = name.short_name;
    return result;
  };
  const auto before = names(plan);
  Statistic further;
  further.level = plan.levels.front().id;
  further.name = "anteil kinder";
  const auto after = names(add_statistics({further}).apply(plan));
  BOOST_TEST(after.size() == before.size() + 1);
  for (const auto& [key, name] : before) BOOST_TEST(after.at(key) == name);
}

BOOST_AUTO_TEST_CASE(preflight_lists_exactly_the_files_that_are_written_and_writes_nothing) {
  for (const ExportFormat format :
       {ExportFormat::shapefile, ExportFormat::gpkg, ExportFormat::geojson, ExportFormat::csv, ExportFormat::xlsx}) {
    const TemporaryFolder folder;
    const Plan plan = small_plan();
    const Preflight before = preflight(plan, to(folder / "out", format));
    BOOST_TEST(!std::filesystem::exists(folder / "out"));
    export_plan(plan, to(folder / "out", format));
    BOOST_TEST(names_in(folder / "out") == std::set<std::string>(before.files.begin(), before.files.end()),
               word(format));
    const Preflight again = preflight(plan, to(folder / "out", format));
    BOOST_TEST(again.already_there.size() == before.files.size());
  }
}

BOOST_AUTO_TEST_CASE(preflight_names_what_does_not_fit) {
  const Issues issues = preflight(small_plan(), to("nowhere")).issues;
  BOOST_TEST(count_of(issues, "text_cut") == 1);
  BOOST_TEST(count_of(issues, "date_written_as_text") == 2);
  BOOST_TEST(count_of(issues, "null_figures") == 2);
  BOOST_TEST(count_of(issues, "mixed_geometry") == 1);
  BOOST_TEST(count_of(issues, "sites_as_records") == 1);
  BOOST_TEST(count_of(issues, "area_of_district") == 1);
  BOOST_TEST(count_of(issues, "extra_in_codebook") == 2);
  BOOST_TEST(count_of(issues, "name_shortened") > 5);
}

BOOST_AUTO_TEST_CASE(cut_text_ends_at_a_whole_character_and_stands_whole_beside) {
  const TemporaryFolder folder;
  export_plan(small_plan(), to(folder.path()));
  BOOST_TEST(contains(bytes_of(folder / "codebook_texts.csv"), long_text()));
  const std::string points = ogrinfo(folder / "measures_points.shp");
  BOOST_TEST(!contains(points, "\xEF\xBF\xBD"));
}

BOOST_AUTO_TEST_CASE(the_codebook_tells_names_in_both_languages) {
  const TemporaryFolder folder;
  export_plan(small_plan(), to(folder.path()));
  const std::string codebook = bytes_of(folder / "codebook.csv");
  BOOST_TEST(contains(codebook, "measures_points.shp;FIELD;field_of_action;Handlungsfeld;Field of action"));
  BOOST_TEST(contains(codebook, "Einwohner (Hauptwohnung) (2023)"));
}

BOOST_AUTO_TEST_CASE(the_same_plan_gives_the_same_bytes) {
  for (const ExportFormat format :
       {ExportFormat::shapefile, ExportFormat::gpkg, ExportFormat::geojson, ExportFormat::csv, ExportFormat::xlsx}) {
    const TemporaryFolder folder;
    const Plan plan = small_plan();
    const auto first = export_plan(plan, to(folder / "a", format)).files;
    const auto second = export_plan(plan, to(folder / "b", format)).files;
    BOOST_REQUIRE_EQUAL(first.size(), second.size());
    for (std::size_t i = 0; i < first.size(); ++i)
      BOOST_TEST((bytes_of(first[i]) == bytes_of(second[i])), first[i].string());
  }
}

BOOST_AUTO_TEST_CASE(what_a_colleague_changed_holds) {
  const TemporaryFolder folder;
  const Plan plan = small_plan();
  export_plan(plan, to(folder.path()));
  edit_with_sql(folder / "measures_points.shp", "UPDATE measures_points SET TITLE='Neue Bänke' WHERE NUMBER='2'");
  edit_with_sql(folder / "measures_lines.shp",
                "UPDATE measures_lines SET geometry=ShiftCoords(geometry, 10, 0), COST=99.5");
  edit_with_sql(folder / "measures_points.shp", "UPDATE measures_points SET SUMMARY='kurz' WHERE NUMBER<>'2'");
  const Plan back = plan_from_shapefiles(folder.path());
  BOOST_TEST(find_measure_by_number(back, "2")->title == "Neue Bänke");
  BOOST_TEST(find_measure_by_number(back, "3")->cost.likely->cents == 9950);
  BOOST_TEST(find_measure_by_number(back, "3")->location.geometry.points.front().x == 310010);
  const Measure* rich = find_measure_by_number(back, "M/01/VII");
  BOOST_TEST(rich->summary == "kurz");
  BOOST_TEST((rich->partners == find_measure_by_number(plan, "M/01/VII")->partners));
  BOOST_TEST(rich->location.geometry.points.size() == 3U);
  BOOST_REQUIRE_EQUAL(back.reports.size(), plan.reports.size() + 1);
  BOOST_TEST(back.reports.back()->issues.front().kind == "cut_text_changed");
}

BOOST_AUTO_TEST_CASE(deleted_and_added_records_are_measures_gone_and_new) {
  const TemporaryFolder folder;
  const Plan plan = small_plan();
  export_plan(plan, to(folder.path()));
  edit_with_sql(folder / "measures_points.shp", "DELETE FROM measures_points WHERE NUMBER='2'");
  edit_with_sql(folder / "measures_lines.shp",
                "INSERT INTO measures_lines (geometry, TITLE) SELECT geometry, 'Noch ein Weg' FROM measures_lines");
  const Plan back = plan_from_shapefiles(folder.path());
  BOOST_TEST(!find_measure_by_number(back, "2"));
  BOOST_TEST(back.measures.size() == plan.measures.size());
  BOOST_TEST(back.measures.back()->title == "Noch ein Weg");
  BOOST_TEST(back.measures.back()->id >= plan.next_id);
  BOOST_TEST((back.measures.back()->location.placement == Placement::line));
}

BOOST_AUTO_TEST_CASE(a_damaged_or_hostile_codebook_is_refused_with_a_sentence) {
  const TemporaryFolder folder;
  BOOST_CHECK_THROW(plan_from_shapefiles(folder.path()), Error);
  export_plan(small_plan(), to(folder / "out"));
  const std::string good = bytes_of(folder.path() / "out" / "codebook.json");
  for (std::size_t cut = 0; cut < good.size(); cut += good.size() / 40) {
    std::ofstream(folder.path() / "out" / "codebook.json", std::ios::binary) << good.substr(0, cut);
    BOOST_CHECK_THROW(plan_from_shapefiles(folder / "out"), Error);
  }
  std::string outside = good;
  outside.replace(outside.find("measures_lines.shp"), 18, "../easures_lin.shp");
  std::ofstream(folder.path() / "out" / "codebook.json", std::ios::binary) << outside;
  BOOST_CHECK_THROW(plan_from_shapefiles(folder / "out"), Error);
}

BOOST_AUTO_TEST_CASE(a_codebook_with_wrong_bytes_is_read_or_refused_but_never_crashes) {
  const TemporaryFolder folder;
  export_plan(small_plan(), to(folder.path()));
  const std::string good = bytes_of(folder / "codebook.json");
  std::mt19937 random(11);
  for (int i = 0; i < 150; ++i) {
    std::string bad = good;
    for (int k = 0; k < 3; ++k) bad[random() % bad.size()] = "0179-\"[]{},:ae"[random() % 15];
    std::ofstream(folder / "codebook.json", std::ios::binary) << bad;
    try {
      for (const MeasurePtr& m : plan_from_shapefiles(folder.path()).measures)
        BOOST_TEST(is_finite(m->location.geometry));
    } catch (const Error& error) {
      BOOST_TEST(!error.sentence().empty());
    }
  }
}

BOOST_AUTO_TEST_CASE(a_missing_file_of_the_folder_is_named) {
  const TemporaryFolder folder;
  export_plan(small_plan(), to(folder.path()));
  std::filesystem::remove(folder / "measures_lines.shp");
  BOOST_CHECK_EXCEPTION(plan_from_shapefiles(folder.path()), Error,
                        [](const Error& e) { return contains(e.what(), "measures_lines.shp"); });
}

BOOST_AUTO_TEST_CASE(a_plan_with_nothing_in_it_is_handed_over_and_comes_back) {
  const TemporaryFolder folder;
  const Plan plan;
  export_plan(plan, to(folder.path()));
  BOOST_TEST(same_content(plan, plan_from_shapefiles(folder.path())));
}

BOOST_AUTO_TEST_SUITE_END()
