#include "viewer/window/main_window.h"

#include <QAction>
#include <QApplication>
#include <QCommandLinkButton>
#include <QDialog>
#include <QDockWidget>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QMenuBar>
#include <QScrollArea>
#include <QSettings>
#include <QTest>
#include <QTimer>
#include <QToolBar>
#include <QToolButton>
#include <boost/test/unit_test.hpp>

#include "tests/viewer/support.h"
#include "tests/viewer/window/desk.h"
#include "viewer/map/map_view.h"
#include "viewer/tasks.h"
#include "viewer/text.h"
#include "viewer/window/commands.h"
#include "viewer/window/look.h"
#include "viewer/window/opening.h"
#include "viewer/window/settings.h"

using namespace smile;
using namespace smile::tests;
using namespace smile::viewer;

namespace {

struct Open : Desk {
  std::filesystem::path file = folder / "probe.gpkg";
  MainWindow window;
  Open() {
    PlanFile::create(file, small_plan());
    window.resize(1366, 768);
    window.show();
    open_plan(window, file);
    BOOST_REQUIRE(wait_for([&] { return window.document() != nullptr; }));
  }
  const Plan& plan() const { return *window.document()->plan(); }
  QMenu* menu(int index) const { return window.menuBar()->actions()[index]->menu(); }
};

/// Every text a user can see or hear in the window, with what it is taken from.
QStringList words_of(const MainWindow& window) {
  QStringList words;
  for (const QLabel* label : window.findChildren<QLabel*>()) words << label->text();
  for (const QAbstractButton* button : window.findChildren<QAbstractButton*>())
    words << button->text() << button->accessibleName();
  for (const QAction* action : window.findChildren<QAction*>()) words << action->text() << action->toolTip();
  for (const QMenu* menu : window.findChildren<QMenu*>()) words << menu->title();
  for (const QDockWidget* dock : window.findChildren<QDockWidget*>()) words << dock->windowTitle();
  for (const QLineEdit* field : window.findChildren<QLineEdit*>()) words << field->placeholderText();
  words.removeAll(QString());
  return words;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(main_window)

BOOST_FIXTURE_TEST_CASE(it_starts_with_an_invitation, Desk) {
  MainWindow window;
  window.show();
  BOOST_TEST(window.document() == nullptr);
  for (const char* name : {"start_new", "start_open", "start_demo"}) {
    const auto* button = window.findChild<QCommandLinkButton*>(name);
    BOOST_REQUIRE(button != nullptr);
    BOOST_TEST(button->isVisible());
    BOOST_TEST(!button->accessibleName().isEmpty());
  }
  BOOST_TEST(!window.action("import")->isEnabled());
  BOOST_TEST(window.action("open_plan")->isEnabled());
}

BOOST_FIXTURE_TEST_CASE(the_start_page_opens_the_demo_city, Desk) {
  MainWindow window;
  window.show();
  QTest::mouseClick(window.findChild<QCommandLinkButton*>("start_demo"), Qt::LeftButton);
  BOOST_REQUIRE(wait_for([&] { return window.document() != nullptr; }, 60000));
  BOOST_TEST(window.document()->plan()->districts.size() == 52u);
  BOOST_TEST(!window.strip().sentence().isEmpty());
  BOOST_TEST(recent_plans().size() == 1);
  window.close_plan();
  BOOST_TEST(window.findChild<QListWidget*>("start_recent")->count() == 1);
  open_demo(window);
  BOOST_REQUIRE(wait_for([&] { return window.document() != nullptr; }, 60000));
  BOOST_TEST(recent_plans().size() == 2);  // a fresh copy: the first is never overwritten
}

BOOST_FIXTURE_TEST_CASE(a_plan_that_is_not_there_is_a_sentence_not_a_crash, Desk) {
  MainWindow window;
  window.show();
  open_plan(window, folder / "nothing.gpkg");
  BOOST_TEST(wait_for([&] { return !window.strip().sentence().isEmpty(); }));
  BOOST_TEST(window.document() == nullptr);
}

BOOST_FIXTURE_TEST_CASE(a_plan_in_use_is_offered_for_reading, Desk) {
  const auto file = folder / "probe.gpkg";
  const PlanFile holder = PlanFile::create(file, small_plan());
  MainWindow window;
  window.show();
  open_plan(window, file);
  BOOST_REQUIRE(wait_for([&] { return !window.strip().sentence().isEmpty(); }));
  auto* offer = window.strip().findChild<QToolButton*>("strip_action");
  BOOST_REQUIRE(offer->isVisible());
  QTest::mouseClick(offer, Qt::LeftButton);
  BOOST_REQUIRE(wait_for([&] { return window.document() != nullptr; }));
  BOOST_TEST(window.document()->read_only());
  BOOST_TEST(!window.action("new_measure")->isEnabled());
  BOOST_TEST(window.action("export")->isEnabled());
}

BOOST_FIXTURE_TEST_CASE(undo_and_redo_are_named_and_have_keys, Open) {
  BOOST_TEST(!window.action("undo")->isEnabled());
  window.document()->apply(set_title("Neu & <b>frisch</b>"));
  BOOST_TEST(window.action("undo")->isEnabled());
  BOOST_TEST(window.action("undo")->text() != QString("&Undo"));
  window.map()->setFocus();
  QTest::keyClick(&window, Qt::Key_Z, Qt::ControlModifier);
  BOOST_TEST(plan().title == "Probe");
  BOOST_TEST(window.action("redo")->isEnabled());
  QTest::keyClick(&window, Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
  BOOST_TEST(plan().title == "Neu & <b>frisch</b>");
}

BOOST_FIXTURE_TEST_CASE(measures_are_made_copied_and_deleted_by_key, Open) {
  window.map()->setFocus();
  QTest::keyClick(&window, Qt::Key_M, Qt::ControlModifier);
  BOOST_TEST(plan().measures.size() == 3u);
  BOOST_TEST(window.document()->selected_measures().size() == 1u);
  QTest::keyClick(&window, Qt::Key_D, Qt::ControlModifier);
  BOOST_TEST(plan().measures.size() == 4u);
  QTest::keyClick(window.map(), Qt::Key_Delete);
  BOOST_TEST(plan().measures.size() == 3u);
  window.action("select_all")->trigger();
  BOOST_TEST(window.document()->selected_measures().size() == 3u);
  window.action("remove_place")->trigger();
  for (const MeasurePtr& measure : plan().measures) BOOST_TEST((measure->location.placement == Placement::none));
  window.document()->undo();
  BOOST_TEST((plan().measures.front()->location.placement == Placement::point));
}

BOOST_FIXTURE_TEST_CASE(every_action_has_a_name_and_keys_are_given_once, Open) {
  QStringList seen;
  for (const ActionRow& row : action_rows()) {
    BOOST_TEST(!window.action(row.id)->text().isEmpty());
    for (const QKeySequence& keys : window.action(row.id)->shortcuts()) {
      BOOST_TEST(!seen.contains(keys.toString()), keys.toString().toStdString());
      seen << keys.toString();
    }
  }
}

BOOST_FIXTURE_TEST_CASE(the_menus_are_those_that_have_something, Open) {
  BOOST_REQUIRE(window.menuBar()->actions().size() == 7);
  for (int i = 0; i < 6; ++i) BOOST_TEST(menu(i)->actions().size() >= 2);
}

BOOST_FIXTURE_TEST_CASE(all_tools_fit_beside_each_other_on_a_small_screen_in_german, Open) {
  switch_language(window, Language::german);
  window.resize(1280, 720);
  QTest::qWait(50);
  const auto* bar = window.findChild<QToolBar*>("tools");
  const auto* more = bar->findChild<QToolButton*>("qt_toolbar_ext_button");
  BOOST_TEST((more == nullptr || !more->isVisible()));
}

BOOST_FIXTURE_TEST_CASE(the_search_goes_to_a_measure_and_to_a_district, Open) {
  auto* search = window.findChild<QLineEdit*>("search");
  QTest::keyClick(&window, Qt::Key_F, Qt::ControlModifier);
  search->setFocus();
  QTest::keyClicks(search, "fahrbank");
  QTest::keyClick(search, Qt::Key_Return);
  BOOST_TEST((window.document()->selected_measures() == std::vector<Id>{plan().measures.front()->id}));
  search->setFocus();
  QTest::keyClicks(search, "osten");
  QTest::keyClick(search, Qt::Key_Return);
  BOOST_TEST(window.document()->selected_district() == plan().districts[1]->id);
}

BOOST_FIXTURE_TEST_CASE(the_language_switches_every_word_of_the_open_window, Open) {
  window.document()->select_measures({plan().measures.front()->id});
  const layers::Camera camera = window.map()->camera();
  const QStringList english = words_of(window);
  switch_language(window, Language::german);
  BOOST_TEST(wait_for([&] { return window.map()->renderer().idle(); }));
  BOOST_TEST(window.action("open_plan")->text() == QString("Plan ö&ffnen …"));
  BOOST_TEST(window.document()->selected_measures().size() == 1u);
  BOOST_TEST(std::abs(window.map()->camera().centre.x - camera.centre.x) < 1e-6);
  // No sentence that has a different German stands there in English any more.
  const QStringList shown = words_of(window);
  QStringList also_german;
  for (const Sentence& sentence : all_sentences()) also_german << q(std::string(sentence.german));
  for (const Sentence& sentence : all_sentences()) {
    const QString words = q(std::string(sentence.english));
    if (sentence.english != sentence.german && english.contains(words) && !also_german.contains(words))
      BOOST_TEST(!shown.contains(words), sentence.english);
  }
  BOOST_TEST((kept_language() == Language::german));
  switch_language(window, Language::english);
  BOOST_TEST(window.action("open_plan")->text() == QString("&Open plan…"));
}

BOOST_FIXTURE_TEST_CASE(another_language_leaves_the_borders_where_they_are, Open) {
  window.resize(1366, 768);
  const auto processed = [] {
    for (int i = 0; i < 5; ++i) QCoreApplication::processEvents();
  };
  processed();
  const QSize before = window.map()->size();
  const auto camera = window.map()->camera();
  for (const Language other : {Language::german, Language::english}) {
    set_language(other);
    window.rebuild();
    processed();
    BOOST_TEST(std::abs(window.map()->width() - before.width()) <= 2);
    BOOST_TEST(std::abs(window.map()->height() - before.height()) <= 30);  // a longer word may take a line
    BOOST_TEST(window.map()->shows_all());
  }
  BOOST_TEST(std::abs(window.map()->camera().metres_per_pixel / camera.metres_per_pixel - 1) < 0.1);
}

BOOST_FIXTURE_TEST_CASE(several_changes_of_the_look_at_once_leave_the_borders_too, Open) {
  const auto processed = [] {
    for (int i = 0; i < 5; ++i) QCoreApplication::processEvents();
  };
  processed();
  const QSize before = window.map()->size();
  for (int i = 0; i < 3; ++i) window.rebuild();
  processed();
  BOOST_TEST(std::abs(window.map()->width() - before.width()) <= 2);
  BOOST_TEST(std::abs(window.map()->height() - before.height()) <= 30);
}

BOOST_FIXTURE_TEST_CASE(data_that_look_like_markup_are_shown_literally, Open) {
  const std::string nasty = "<b>fett</b><img src='http://example.org/x.png'>";
  window.document()->apply(set_title(nasty));
  window.document()->apply(set_field({plan().measures.front()->id}, "title", Value(nasty)));
  window.document()->select_measures({plan().measures.front()->id});
  for (const QLabel* label : window.findChildren<QLabel*>())
    if (label->text().contains("<b>fett")) BOOST_TEST((label->textFormat() == Qt::PlainText));
  for (const QAction* action : window.findChildren<QAction*>()) BOOST_TEST(!action->toolTip().contains("<img"));
  for (const QWidget* widget : window.findChildren<QWidget*>()) BOOST_TEST(!widget->toolTip().contains("<img"));
}

BOOST_FIXTURE_TEST_CASE(every_control_can_be_heard_by_name, Open) {
  for (const QAbstractButton* button : window.findChildren<QAbstractButton*>()) {
    const bool named = !button->text().isEmpty() || !button->accessibleName().isEmpty() || !button->toolTip().isEmpty();
    const bool of_qt = button->objectName().startsWith("qt_") || button->inherits("QDockWidgetTitleButton") ||
                       !button->isVisibleTo(&window) || button->parent()->inherits("QLineEdit") ||
                       button->inherits("QTableCornerButton") || button->parent()->inherits("QTabBar");
    BOOST_TEST((named || of_qt), button->metaObject()->className() << " " << button->objectName().toStdString());
  }
}

BOOST_FIXTURE_TEST_CASE(the_map_keeps_at_least_half_of_the_window, Open) {
  window.resize(1366, 768);  // the smallest screen the window is made for
  QCoreApplication::processEvents();
  BOOST_TEST(window.map()->width() * 2 >= window.width());
  BOOST_TEST(window.map()->height() * 2 >= window.height() - 100);
}

BOOST_FIXTURE_TEST_CASE(panels_that_were_hidden_stay_hidden_at_the_next_start, Open) {
  window.findChild<QDockWidget*>("dock_layers")->hide();
  window.close_plan();
  open_plan(window, file);
  BOOST_REQUIRE(wait_for([&] { return window.document() != nullptr; }));
  BOOST_TEST(window.findChild<QDockWidget*>("dock_layers")->isHidden());
  BOOST_TEST(wait_for([&] { return !window.findChild<QDockWidget*>("dock_legend")->isHidden(); }));
}

BOOST_FIXTURE_TEST_CASE(closing_leaves_everything_on_disk, Open) {
  window.document()->apply(set_title("Zuletzt"));
  BOOST_TEST(window.close());
  BOOST_TEST(PlanFile::open(file, PlanFile::Mode::read).plan()->title == "Zuletzt");
}

BOOST_FIXTURE_TEST_CASE(the_windows_keys_win_over_text_fields_that_would_take_them, Open) {
  window.activateWindow();
  auto* search = window.findChild<QLineEdit*>("search");
  search->setFocus();
  search->setText("bank");
  int asked = 0;
  for (const char* id : {"export", "new_measure", "undo", "select_all"}) {
    window.action(id)->disconnect();
    QObject::connect(window.action(id), &QAction::triggered, [&] { ++asked; });
  }
  QTest::keyClick(search, Qt::Key_E, Qt::ControlModifier);
  BOOST_TEST(asked == 1);
  QTest::keyClick(search, Qt::Key_M, Qt::ControlModifier);
  BOOST_TEST(asked == 2);
  QTest::keyClick(search, Qt::Key_A, Qt::ControlModifier);
  QTest::keyClick(search, Qt::Key_Z, Qt::ControlModifier);
  BOOST_TEST(asked == 2);
}

BOOST_FIXTURE_TEST_CASE(keys_and_mouse_fit_a_small_screen_in_both_languages, Open) {
  for (const Language language : {Language::english, Language::german}) {
    switch_language(window, language);
    QSize size, rows;
    QTimer::singleShot(0, &window, [&] {
      auto* dialog = static_cast<QDialog*>(QApplication::activeModalWidget());
      BOOST_REQUIRE(dialog != nullptr);
      size = dialog->size();
      rows = dialog->findChild<QScrollArea*>()->widget()->sizeHint();
      dialog->reject();
    });
    show_keys(window);
    BOOST_TEST(size.height() <= 700);
    BOOST_TEST(rows.height() <= 620);
    BOOST_TEST(rows.width() <= 1280);
  }
}

BOOST_FIXTURE_TEST_CASE(panels_behind_another_tab_rest_until_their_tab_is_chosen, Open) {
  auto* districts = window.findChild<QDockWidget*>("dock_districts");
  auto* issues = window.findChild<QDockWidget*>("dock_issues");
  // Qt makes a tab of a dock once it is shown; one that is raised before has none to come to the front with.
  BOOST_REQUIRE(wait_for([&] { return districts->isVisible() && issues->isVisible(); }));
  issues->raise();
  BOOST_REQUIRE(wait_for([&] { return issues->widget()->isVisible(); }));
  districts->raise();
  BOOST_REQUIRE(wait_for([&] { return districts->widget()->isVisible(); }));
  BOOST_TEST(!issues->widget()->isVisible());
  const QSize room = districts->size();
  issues->raise();
  BOOST_REQUIRE(wait_for([&] { return issues->widget()->isVisible(); }));
  BOOST_TEST(!districts->widget()->isVisible());
  BOOST_TEST((issues->size() == room), "a hidden panel keeps its room");
}

BOOST_FIXTURE_TEST_CASE(the_legend_shows_phases_by_rows_and_says_how_many_have_no_place, Open) {
  BOOST_REQUIRE(wait_for([&] { return window.map()->renderer().idle(); }));
  const auto* legend = window.findChild<QDockWidget*>("dock_legend");
  const auto words = [&] {
    QStringList all;
    for (const QLabel* label : legend->findChildren<QLabel*>()) all << label->text();
    return all;
  };
  BOOST_REQUIRE(wait_for([&] { return words().contains("Phase"); }));
  BOOST_TEST(words().contains("Idea"));
  BOOST_TEST(words().contains("1 without a place yet"));
}

BOOST_FIXTURE_TEST_CASE(the_dialog_for_coordinates_says_where_the_measure_is, Open) {
  window.document()->select_measures({plan().measures.front()->id});
  QString shown;
  QTimer::singleShot(0, &window, [&] {
    auto* dialog = static_cast<QDialog*>(QApplication::activeModalWidget());
    BOOST_REQUIRE(dialog != nullptr);
    for (const QLabel* label : dialog->findChildren<QLabel*>()) shown += label->text() + "\n";
    dialog->reject();
  });
  type_coordinates(window);
  BOOST_TEST(shown.contains("Now at 309,000 / 6,001,000."));
  BOOST_TEST(!shown.contains("Not a position"));
}

BOOST_AUTO_TEST_SUITE_END()
