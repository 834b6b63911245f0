#include "viewer/window/present_commands.h"

#include <QApplication>
#include <QListWidget>
#include <QMenu>
#include <QTimer>

#include "tests/viewer/presenter/presenting.h"
#include "viewer/presenter/reached.h"
#include "viewer/window/message_strip.h"

using namespace smile;
using namespace smile::tests;
using namespace smile::viewer;

BOOST_AUTO_TEST_SUITE(present_commands)

BOOST_FIXTURE_TEST_CASE(the_offer_to_continue_goes_when_somebody_presents, Presented) {
  keep_reached(document().path(), plan()->steps[2]->id);
  offer_to_continue(window);
  BOOST_TEST(window.strip().sentence().toStdString() == "The presentation was not ended.");
  start();
  press(Qt::Key_Escape);
  BOOST_TEST(window.strip().sentence().isEmpty());
}

BOOST_FIXTURE_TEST_CASE(shift_f5_presents_from_the_chosen_step, Presented) {
  window.findChild<QListWidget*>("steps_list")->setCurrentRow(4);
  window.action("present_from_here")->trigger();
  BOOST_TEST(presenter().number() == 5);
  press(Qt::Key_Right);
  press(Qt::Key_Escape);
  BOOST_TEST(window.findChild<QListWidget*>("steps_list")->currentRow() == 5, "the panel follows");
}

BOOST_FIXTURE_TEST_CASE(without_steps_the_panel_is_shown_that_makes_them, Presented) {
  while (!plan()->steps.empty()) document().apply(remove_steps({plan()->steps.front()->id}));
  window.action("present")->trigger();
  BOOST_TEST(!presenter().running());
  BOOST_TEST(window.findChild<QWidget*>("dock_steps")->isVisible());
}

BOOST_FIXTURE_TEST_CASE(the_menu_makes_steps_for_the_selected_district, Presented) {
  document().select_district(plan()->districts.front()->id);
  window.action("district_steps")->trigger();
  BOOST_TEST_REQUIRE(plan()->steps.size() > 12U);
  BOOST_TEST(plan()->steps[12]->title == "We are talking about Westen");
  BOOST_TEST(window.findChild<QWidget*>("dock_steps")->isVisible());
}

BOOST_FIXTURE_TEST_CASE(where_no_district_is_selected_the_panel_asks_which, Presented) {
  window.findChild<QWidget*>("dock_steps")->hide();
  window.action("district_steps")->trigger();
  BOOST_TEST(plan()->steps.size() == 12U);
  QStringList offered;
  QTimer::singleShot(0, &window, [&] {
    auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
    BOOST_REQUIRE(menu != nullptr);
    for (const QAction* action : menu->actions()) offered << action->text();
    menu->close();
  });
  BOOST_TEST(wait_for([&] { return offered.contains("Westen"); }));
}

BOOST_FIXTURE_TEST_CASE(the_menu_makes_steps_for_the_whole_city, Presented) {
  document().select_district(plan()->districts.front()->id);
  window.action("city_steps")->trigger();
  BOOST_TEST_REQUIRE(plan()->steps.size() > 12U);
  BOOST_TEST(plan()->steps[12]->district == 0);
}

BOOST_AUTO_TEST_SUITE_END()
