#include "viewer/document.h"

#include <sys/stat.h>
#include <QObject>
#include <QStringList>
#include <boost/test/unit_test.hpp>

#include "tests/viewer/support.h"

using namespace smile;
using namespace smile::tests;
using smile::viewer::Document;

namespace {

struct Opened {
  TemporaryFolder folder;
  std::filesystem::path file = folder / "probe.gpkg";
  Document document{PlanFile::create(file, small_plan())};
  Id bench = document.plan()->measures.front()->id;
  const Measure& measure() const { return *find_measure(*document.plan(), bench); }
};

Edit titled(Id measure, const std::string& title) {
  return set_field({measure}, "title", Value(title));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(document)

BOOST_FIXTURE_TEST_CASE(an_edit_applies_at_once_and_is_durable_a_moment_later, Opened) {
  int changes = 0;
  QList<bool> told;
  QObject::connect(&document, &Document::plan_changed, [&] { ++changes; });
  QObject::connect(&document, &Document::saved_changed, [&](bool saved) { told << saved; });
  BOOST_TEST(document.saved());
  BOOST_TEST(document.apply(titled(bench, "Bank")));
  BOOST_TEST(measure().title == "Bank");
  BOOST_TEST(changes == 1);
  document.wait_until_saved();
  BOOST_TEST(document.saved());
  BOOST_TEST((told.isEmpty() || told.last()));
  const PlanFile again = PlanFile::open(file, PlanFile::Mode::read);
  BOOST_TEST(find_measure(*again.plan(), bench)->title == "Bank");
}

BOOST_FIXTURE_TEST_CASE(undo_restores_the_very_plan_and_redo_brings_the_edit_back, Opened) {
  const PlanPtr before = document.plan();
  document.apply(titled(bench, "Bank"));
  const PlanPtr after = document.plan();
  BOOST_TEST(document.can_undo());
  BOOST_TEST(!document.undo_name().isEmpty());
  document.undo();
  BOOST_TEST((document.plan() == before));
  BOOST_TEST(!document.can_undo());
  BOOST_TEST(document.can_redo());
  document.redo();
  BOOST_TEST((document.plan() == after));
  document.undo();
  document.wait_until_saved();
  BOOST_TEST(find_measure(*PlanFile::open(file, PlanFile::Mode::read).plan(), bench)->title == "Mitfahrbank");
}

BOOST_FIXTURE_TEST_CASE(a_drag_is_one_step_until_it_is_sealed, Opened) {
  for (int i = 0; i < 10; ++i) document.apply(move_measure(bench, 10, 0, "drag"));
  document.seal();
  document.apply(move_measure(bench, 1000, 0, "drag"));
  BOOST_TEST(measure().location.geometry.points[0].x == 310100);
  document.undo();
  BOOST_TEST(measure().location.geometry.points[0].x == 309100);
  document.undo();
  BOOST_TEST(measure().location.geometry.points[0].x == 309000);
  BOOST_TEST(!document.can_undo());
}

BOOST_FIXTURE_TEST_CASE(an_impossible_edit_says_why_and_changes_nothing, Opened) {
  QStringList sentences;
  QObject::connect(&document, &Document::failed, [&](const QString& sentence) { sentences << sentence; });
  const PlanPtr before = document.plan();
  const Edit impossible{text("Nothing"), {}, [](const Plan&) -> Plan {
                          throw Error(ErrorKind::not_found, text("There is no such measure."));
                        }};
  BOOST_TEST(!document.apply(impossible));
  BOOST_TEST((document.plan() == before));
  BOOST_TEST(sentences.size() == 1);
  BOOST_TEST(!document.can_undo());
}

BOOST_FIXTURE_TEST_CASE(many_edits_reach_the_disk_as_the_last_one, Opened) {
  for (int i = 0; i < 300; ++i) document.apply(titled(bench, "Bank " + std::to_string(i)));
  document.wait_until_saved();
  BOOST_TEST(document.saved());
  BOOST_TEST(find_measure(*PlanFile::open(file, PlanFile::Mode::read).plan(), bench)->title == "Bank 299");
}

BOOST_AUTO_TEST_CASE(closing_waits_until_everything_is_on_disk) {
  TemporaryFolder folder;
  const auto file = folder / "probe.gpkg";
  Id id = 0;
  {
    Document document{PlanFile::create(file, small_plan())};
    id = document.plan()->measures.front()->id;
    document.apply(titled(id, "Zuletzt"));
  }
  BOOST_TEST(find_measure(*PlanFile::open(file, PlanFile::Mode::read).plan(), id)->title == "Zuletzt");
}

BOOST_AUTO_TEST_CASE(a_plan_opened_for_reading_refuses_edits_with_a_sentence) {
  TemporaryFolder folder;
  const auto file = folder / "probe.gpkg";
  PlanFile::create(file, small_plan());
  Document document{PlanFile::open(file, PlanFile::Mode::read)};
  QStringList sentences;
  QObject::connect(&document, &Document::failed, [&](const QString& sentence) { sentences << sentence; });
  BOOST_TEST(document.read_only());
  BOOST_TEST(!document.apply(set_title("Anders")));
  BOOST_TEST(document.plan()->title == "Probe");
  BOOST_TEST(sentences.size() == 1);
  BOOST_TEST(document.saved());
}

BOOST_FIXTURE_TEST_CASE(going_back_to_a_version_is_an_edit_that_can_be_undone, Opened) {
  document.save_version("Vor dem Workshop");
  document.apply(titled(bench, "Bank"));
  document.apply(add_measures({named("Neu")}));
  const PlanPtr late = document.plan();
  const auto versions = document.versions();
  BOOST_REQUIRE(versions.size() == 1u);
  document.go_back_to(versions.front().id);
  BOOST_TEST(measure().title == "Mitfahrbank");
  BOOST_TEST(document.plan()->measures.size() == 2u);
  BOOST_TEST(document.plan()->next_id == late->next_id);
  BOOST_TEST(document.undo_name().contains("Vor dem Workshop"));
  document.undo();
  BOOST_TEST((document.plan() == late));
  document.wait_until_saved();
  BOOST_TEST(same_content(*PlanFile::open(file, PlanFile::Mode::read).plan(), *late));
}

BOOST_FIXTURE_TEST_CASE(a_copy_holds_the_latest_edit_and_is_a_file_of_its_own, Opened) {
  document.apply(titled(bench, "Bank"));
  const auto copy = folder / "copy.gpkg";
  document.save_copy(copy, false);
  BOOST_TEST(find_measure(*PlanFile::open(copy, PlanFile::Mode::read).plan(), bench)->title == "Bank");
  BOOST_CHECK_THROW(document.save_copy(copy, false), Error);
  document.apply(titled(bench, "Später"));
  document.save_copy(copy, true);
  BOOST_TEST(find_measure(*PlanFile::open(copy, PlanFile::Mode::read).plan(), bench)->title == "Später");
}

BOOST_FIXTURE_TEST_CASE(selection_is_one_thing, Opened) {
  int changes = 0;
  QObject::connect(&document, &Document::selection_changed, [&] { ++changes; });
  document.select_measures({bench});
  document.select_measures({bench});
  BOOST_TEST(changes == 1);
  document.select_district(document.plan()->districts.front()->id);
  BOOST_TEST(document.selected_measures().empty());
  BOOST_TEST(changes == 2);
  document.select_measures({bench});
  BOOST_TEST(document.selected_district() == 0);
  BOOST_TEST(changes == 3);
  document.apply(remove_measures({bench}));
  BOOST_TEST(document.selected_measures().empty());
  BOOST_TEST(changes == 4);
}

BOOST_AUTO_TEST_SUITE_END()
