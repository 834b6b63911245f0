#include "viewer/window/present_commands.h"

#include <QListWidget>

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

BOOST_AUTO_TEST_SUITE_END()
