#include "viewer/window/deck_commands.h"

#include <QApplication>
#include <QDockWidget>
#include <QFileDialog>
#include <QTimer>
#include <filesystem>

#include "tests/viewer/presenter/presenting.h"
#include "viewer/tasks.h"
#include "viewer/window/message_strip.h"

using namespace smile;
using namespace smile::tests;
using namespace smile::viewer;

BOOST_AUTO_TEST_SUITE(deck_commands)

BOOST_FIXTURE_TEST_CASE(the_presentation_is_written_while_the_work_goes_on_and_the_window_says_where, Presented) {
  for (const char* name : {"a.pdf", "a.odp", "a.html"}) {
    write_deck_file(window, {folder / name, false, true});
    BOOST_REQUIRE(wait_for([this] { return !window.tasks().busy(); }));
    BOOST_TEST(std::filesystem::exists(folder / name), name);
    BOOST_TEST(window.strip().sentence().contains(name), name);
  }
}

BOOST_FIXTURE_TEST_CASE(what_was_written_is_called_what_it_is, Presented) {
  const auto said = [&](const char* name, bool handout, bool notes) {
    write_deck_file(window, {folder / name, handout, true, notes});
    BOOST_REQUIRE(wait_for([this] { return !window.tasks().busy(); }));
    return window.strip().sentence();
  };
  BOOST_TEST(said("a.pdf", false, false).startsWith("The presentation is in "));
  BOOST_TEST(said("h.pdf", true, false).startsWith("The handout is in "));
  BOOST_TEST(said("h.pdf", true, true).startsWith("The handout is in "));
  BOOST_TEST(said("a.odp", false, true).startsWith("The slides are in "));
  BOOST_TEST(said("a.html", false, false).startsWith("The web page is in "));
  BOOST_TEST(!said("a.html", false, false).contains("notes"));
}

BOOST_FIXTURE_TEST_CASE(the_kind_that_is_chosen_says_whether_the_notes_go_along, Presented) {
  const std::vector<DeckKind> kinds = deck_kinds(false), handouts = deck_kinds(true);
  const auto notes = [&](const std::string& named, const std::vector<DeckKind>& of, std::size_t chosen) {
    return layers::holds_notes(deck_file(named, of, of[chosen].filter));
  };
  BOOST_TEST(deck_file("a", kinds, kinds[1].filter).file == "a.html");
  BOOST_TEST(!notes("a", kinds, 0));
  BOOST_TEST(!notes("a.html", kinds, 1));
  BOOST_TEST(notes("a.html", kinds, 2));
  BOOST_TEST(notes("a", kinds, 3));
  BOOST_TEST(!notes("a", kinds, 4));
  BOOST_TEST(!notes("a.html", kinds, 3), "another ending than the kind's: to be given away");
  for (const char* named : {"a.odp", "a.ODP", "a.pdf"}) BOOST_TEST(!notes(named, kinds, 1), named);
  BOOST_TEST(notes("a.pdf", handouts, 0));
  BOOST_TEST(!notes("a.pdf", handouts, 1));
  BOOST_TEST(deck_file("a.pdf", handouts, handouts[1].filter).handout);
  write_deck_file(window, deck_file((folder / "n").string(), kinds, kinds[2].filter));
  BOOST_REQUIRE(wait_for([this] { return !window.tasks().busy(); }));
  BOOST_TEST(window.strip().sentence().contains("with the notes"));
}

BOOST_FIXTURE_TEST_CASE(the_name_in_the_dialog_follows_the_kind_that_is_chosen, Presented) {
  QStringList named;
  QTimer::singleShot(0, &window, [&] {
    auto* dialog = qobject_cast<QFileDialog*>(QApplication::activeModalWidget());
    BOOST_REQUIRE(dialog != nullptr);
    named << dialog->selectedFiles();
    for (const std::size_t chosen : {2U, 3U}) {
      const QString filter = deck_kinds(false)[chosen].filter;
      dialog->selectNameFilter(filter);
      emit dialog->filterSelected(filter);
      named << dialog->selectedFiles();
    }
    dialog->reject();
  });
  window.action("export_deck")->trigger();
  BOOST_TEST_REQUIRE(named.size() == 3);
  BOOST_TEST(named[0].endsWith("/Presentation.pdf"));
  BOOST_TEST(named[1].endsWith("/Presentation.html"));
  BOOST_TEST(named[2].endsWith("/Presentation.odp"));
}

BOOST_FIXTURE_TEST_CASE(what_can_not_be_written_is_said, Presented) {
  write_deck_file(window, {folder / "none" / "a.pdf", true, true});
  BOOST_REQUIRE(wait_for([this] { return !window.tasks().busy(); }));
  BOOST_TEST(window.strip().sentence().contains("a.pdf"));
}

BOOST_FIXTURE_TEST_CASE(without_steps_the_panel_that_makes_them_is_shown, Presented) {
  auto* dock = window.findChild<QDockWidget*>("dock_steps");
  for (const StepPtr& step : plan()->steps) document().apply(remove_steps({step->id}));
  dock->hide();
  window.action("export_deck")->trigger();
  BOOST_TEST(dock->isVisible());
  dock->hide();
  window.action("export_handout")->trigger();
  BOOST_TEST(dock->isVisible());
}

BOOST_AUTO_TEST_SUITE_END()
