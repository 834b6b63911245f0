// What strangers, other programs and the disk do to a plan file.

#include <sys/resource.h>
#include <csignal>

#include <boost/test/unit_test.hpp>
#include <cstdio>

#include "gis/plan/edits.h"
#include "tests/gis/store/files.h"
#include "tests/support/plans.h"

using namespace smile;
using namespace smile::tests;

BOOST_AUTO_TEST_SUITE(plan_file_in_trouble)

// --- strangers and damage ---

BOOST_AUTO_TEST_CASE(what_is_no_plan_is_refused_with_a_sentence) {
  TemporaryFolder folder;
  BOOST_TEST((kind_of([&] { open_read(folder / "none.gpkg"); }) == ErrorKind::not_found));
  BOOST_TEST((kind_of([&] { open_read(folder.path()); }) == ErrorKind::refused));
  std::ofstream(folder / "empty.gpkg").flush();
  BOOST_TEST((kind_of([&] { open_write(folder / "empty.gpkg"); }) == ErrorKind::refused));
  std::ofstream(folder / "text.gpkg") << std::string(9999, 'x');
  BOOST_TEST((kind_of([&] { open_read(folder / "text.gpkg"); }) == ErrorKind::refused));
  database::Connection(folder / "other.gpkg", database::Access::create)
      .execute("PRAGMA application_id=1196444487; CREATE TABLE t (a)");
  BOOST_TEST((kind_of([&] { open_read(folder / "other.gpkg"); }) == ErrorKind::refused));
  BOOST_TEST((kind_of([&] { open_write(folder / "other.gpkg"); }) == ErrorKind::refused));
}

BOOST_AUTO_TEST_CASE(a_file_of_a_newer_version_is_refused) {
  TemporaryFolder folder;
  PlanFile::create(folder / "a.gpkg", random_plan(1));
  execute(folder / "a.gpkg", "UPDATE smile_settings SET value = '99' WHERE key = 'format'");
  BOOST_TEST((kind_of([&] { open_write(folder / "a.gpkg"); }) == ErrorKind::refused));
  BOOST_TEST((kind_of([&] { open_read(folder / "a.gpkg"); }) == ErrorKind::refused));
}

BOOST_AUTO_TEST_CASE(a_strangers_triggers_views_and_tables_are_never_run_and_close_the_file_to_writing) {
  for (const std::string sql :
       {"CREATE TRIGGER t AFTER UPDATE ON smile_settings BEGIN DELETE FROM measures_points; END",
        "CREATE VIEW v AS SELECT load_extension('x')", "CREATE TABLE extra (a)",
        "CREATE INDEX i ON measures_points (hex(title))", "CREATE VIRTUAL TABLE f USING fts5(a)",
        "ALTER TABLE measures_points ADD COLUMN evil TEXT AS (hex(title))"}) {
    TemporaryFolder folder;
    PlanFile::create(folder / "a.gpkg", random_plan(1));
    execute(folder / "a.gpkg", sql);
    const std::string before = bytes_of(folder / "a.gpkg");
    BOOST_TEST((kind_of([&] { open_write(folder / "a.gpkg"); }) == ErrorKind::refused), sql);
    PlanFile file = PlanFile::open(folder / "a.gpkg", PlanFile::Mode::read);
    BOOST_TEST(same_content(*file.plan(), random_plan(1)), sql);
    BOOST_TEST((bytes_of(folder / "a.gpkg") == before), sql);
    file.save_copy(folder / "clean.gpkg");
    open_write(folder / "clean.gpkg");
  }
}

BOOST_AUTO_TEST_CASE(a_table_that_is_really_a_view_is_refused_even_for_reading) {
  TemporaryFolder folder;
  PlanFile::create(folder / "a.gpkg", random_plan(1));
  execute(folder / "a.gpkg",
          "ALTER TABLE measures_points RENAME TO hidden; CREATE VIEW measures_points AS SELECT * FROM hidden");
  BOOST_TEST((kind_of([&] { open_read(folder / "a.gpkg"); }) == ErrorKind::unreadable));
}

BOOST_AUTO_TEST_CASE(a_damaged_file_is_refused_or_read_but_never_ends_the_program) {
  TemporaryFolder folder;
  PlanFile::create(folder / "good.gpkg", random_plan(4));
  const std::string good = bytes_of(folder / "good.gpkg");
  std::mt19937 random(1);
  int refused = 0;
  for (int i = 0; i < 300; ++i) {
    std::string bad = good;
    if (i % 3 == 0)
      bad.resize(random() % good.size());
    else
      for (int k = 0; k < 1 + i % 40; ++k) bad[random() % bad.size()] = static_cast<char>(random());
    std::ofstream(folder / "bad.gpkg", std::ios::binary) << bad;
    for (const auto mode : {PlanFile::Mode::read, PlanFile::Mode::write}) {
      try {
        PlanFile::open(folder / "bad.gpkg", mode);
      } catch (const Error& error) {
        ++refused;
        BOOST_TEST(!error.sentence().empty());
      }
    }
  }
  BOOST_TEST(refused > 100);
}

BOOST_AUTO_TEST_CASE(a_place_with_numbers_that_are_none_is_damage) {
  TemporaryFolder folder;
  Plan plan;
  plan.crs = {25833, {}};
  Measure measure;
  measure.id = 1;
  measure.location = {Placement::point, make_point({1, 2}), {}, ""};
  plan.measures = {std::make_shared<const Measure>(measure)};
  plan.next_id = 2;
  PlanFile::create(folder / "a.gpkg", plan);
  execute(folder / "a.gpkg",
          "UPDATE measures_points SET geom = "
          "x'47500001010000000104000000010000000101000000000000000000F87F000000000000F07F'");
  BOOST_TEST((kind_of([&] { open_read(folder / "a.gpkg"); }) == ErrorKind::unreadable));
}

// --- other programs ---

BOOST_AUTO_TEST_CASE(what_a_planner_adds_and_changes_in_qgis_comes_in) {
  TemporaryFolder folder;
  const Plan plan = random_plan(1);
  PlanFile::create(folder / "a.gpkg", plan);
  const std::string taken = std::to_string(plan.measures[0]->id);
  execute(folder / "a.gpkg",
          "INSERT INTO measures_without_place (title, partners, phase) VALUES ('Neu', 'A; B', 'nonsense')");
  for (const char* table : {"measures_points", "measures_lines", "measures_areas"})
    execute(folder / "a.gpkg",
            std::string("INSERT OR IGNORE INTO ") + table + " (id, title) VALUES (" + taken + ", 'Doppelt')");
  std::size_t count = 0;
  {
    const PlanFile file = PlanFile::open(folder / "a.gpkg", PlanFile::Mode::write);
    count = file.plan()->measures.size();
    BOOST_TEST(count >= plan.measures.size() + 3);
    BOOST_TEST(find_measure(*file.plan(), plan.measures[0]->id)->title == plan.measures[0]->title);
    BOOST_TEST(has_warnings(file.notices()));
    const auto added = std::find_if(file.plan()->measures.begin(), file.plan()->measures.end(),
                                    [](const auto& m) { return m->title == "Neu"; });
    BOOST_REQUIRE(added != file.plan()->measures.end());
    BOOST_TEST((*added)->partners.size() == 2);
  }
  const PlanFile again = PlanFile::open(folder / "a.gpkg", PlanFile::Mode::write);
  BOOST_TEST(again.plan()->measures.size() == count);
  BOOST_TEST(again.notices().empty());
}

BOOST_AUTO_TEST_CASE(what_another_program_changed_meanwhile_is_not_overwritten_unseen) {
  TemporaryFolder folder;
  PlanFile file = PlanFile::create(folder / "a.gpkg", random_plan(1));
  const Plan before = *file.plan();
  execute(folder / "a.gpkg", "UPDATE smile_settings SET value = 'anders' WHERE key = 'title'");
  BOOST_TEST((kind_of([&] { file.save(std::make_shared<const Plan>(random_plan(2))); }) == ErrorKind::in_use));
  BOOST_TEST(file.plan()->title == before.title);
  execute(
      folder / "a.gpkg", "INSERT OR REPLACE INTO smile_settings VALUES ('title', CAST(x'" + [&] {
        std::string hex;
        char two[3];
        for (const char c : before.title)
          std::snprintf(two, sizeof two, "%02x", static_cast<unsigned>(static_cast<unsigned char>(c))), hex += two;
        return hex;
      }() + "' AS TEXT))");
  file.save(std::make_shared<const Plan>(random_plan(2)));  // it says again what is known here
  BOOST_TEST(same_content(*PlanFile::open(folder / "a.gpkg", PlanFile::Mode::read).plan(), random_plan(2)));
}

BOOST_AUTO_TEST_CASE(ogrinfo_lists_the_layers_and_reads_their_umlauts) {
  if (std::system("ogrinfo --version > /dev/null 2>&1") != 0) return;
  TemporaryFolder folder;
  Plan plan = random_plan(1);
  plan.levels[0].name = "Stadtbereiche";
  Measure measure = *plan.measures[0];
  measure.title = "Kröpeliner Straße „grün“";
  measure.location = {Placement::point, make_point({307845, 6005103}), {}, ""};
  plan.measures[0] = std::make_shared<const Measure>(measure);
  PlanFile::create(folder / "a.gpkg", plan);
  const std::string out = (folder / "out.txt").string();
  const std::string file = (folder / "a.gpkg").string();
  BOOST_REQUIRE(std::system(("ogrinfo -ro -al " + file + " > " + out + " 2>&1").c_str()) == 0);
  const std::string said = bytes_of(out);
  for (const char* word : {"Layer name: measures_points", "Layer name: measures_lines", "Layer name: measures_areas",
                           "Layer name: measures_without_place", "Geometry: Multi Polygon", "Kröpeliner Straße „grün“",
                           "ID[\"EPSG\",25833]", "307845 6005103", "cost (Real", "FID Column = id"})
    BOOST_TEST((said.find(word) != std::string::npos), word);
  BOOST_TEST((said.find("ERROR") == std::string::npos), said.substr(0, 2000));
  BOOST_TEST((said.find("Warning") == std::string::npos), said.substr(0, 2000));
  BOOST_TEST((said.find("Layer name: smile_") == std::string::npos));
}

// --- the disk ---

BOOST_AUTO_TEST_CASE(a_full_disk_is_said_and_the_last_good_state_stays) {
  TemporaryFolder folder;
  const Plan plan = random_plan(1);
  Plan larger = plan;
  Measure measure = *plan.measures[0];
  measure.note = std::string(400000, 'n');
  larger.measures[0] = std::make_shared<const Measure>(measure);
  PlanFile file = PlanFile::create(folder / "a.gpkg", plan);
  file.save(std::make_shared<const Plan>(plan));
  rlimit before{};
  getrlimit(RLIMIT_FSIZE, &before);
  std::signal(SIGXFSZ, SIG_IGN);
  const rlimit tight{std::filesystem::file_size(folder / "a.gpkg") + 4096, before.rlim_max};
  setrlimit(RLIMIT_FSIZE, &tight);
  const ErrorKind kind = kind_of([&] { file.save(std::make_shared<const Plan>(larger)); });
  const ErrorKind version = kind_of([&] {
    for (int i = 0; i < 50; ++i) file.save_version("x");
  });
  setrlimit(RLIMIT_FSIZE, &before);
  BOOST_TEST((kind == ErrorKind::disk));
  BOOST_TEST((version == ErrorKind::disk));
  BOOST_TEST(same_content(*file.plan(), plan));
  BOOST_TEST(same_content(*PlanFile::open(folder / "a.gpkg", PlanFile::Mode::read).plan(), plan));
  file.save(std::make_shared<const Plan>(larger));  // and goes on once there is room
  BOOST_TEST(same_content(*PlanFile::open(folder / "a.gpkg", PlanFile::Mode::read).plan(), larger));
}

BOOST_AUTO_TEST_CASE(a_copy_that_finds_no_room_leaves_nothing_behind) {
  TemporaryFolder folder;
  PlanFile file = PlanFile::create(folder / "a.gpkg", random_plan(1));
  rlimit before{};
  getrlimit(RLIMIT_FSIZE, &before);
  std::signal(SIGXFSZ, SIG_IGN);
  const rlimit tight{20000, before.rlim_max};
  setrlimit(RLIMIT_FSIZE, &tight);
  const ErrorKind kind = kind_of([&] { file.save_copy(folder / "b.gpkg"); });
  setrlimit(RLIMIT_FSIZE, &before);
  BOOST_TEST((kind == ErrorKind::disk));
  BOOST_TEST(files_in(folder) == 2);  // the plan and its lock
}

BOOST_AUTO_TEST_SUITE_END()
