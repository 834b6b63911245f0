#include "viewer/presenter/commands.h"

#include <QKeyEvent>
#include <boost/test/unit_test.hpp>

using namespace smile::viewer;

namespace {

Command command(int key, Qt::KeyboardModifiers modifiers = {}) {
  return command_of(QKeyEvent(QEvent::KeyPress, key, modifiers));
}
int digit(int key, Qt::KeyboardModifiers modifiers = {}) {
  return digit_of(QKeyEvent(QEvent::KeyPress, key, modifiers));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(presentation_keys)

BOOST_AUTO_TEST_CASE(keys_and_clickers_go_on_and_back) {
  for (const int key : {Qt::Key_Right, Qt::Key_Space, Qt::Key_PageDown, Qt::Key_Down})
    BOOST_TEST((command(key) == Command::on));
  for (const int key : {Qt::Key_Left, Qt::Key_PageUp, Qt::Key_Backspace, Qt::Key_Up})
    BOOST_TEST((command(key) == Command::back));
  BOOST_TEST((command(Qt::Key_Home) == Command::first));
  BOOST_TEST((command(Qt::Key_End) == Command::last));
  BOOST_TEST((command(Qt::Key_F5) == Command::first));
  BOOST_TEST((command(Qt::Key_F5, Qt::ShiftModifier) == Command::step));
}

BOOST_AUTO_TEST_CASE(letters_do_one_thing_each) {
  BOOST_TEST((command(Qt::Key_B) == Command::black));
  BOOST_TEST((command(Qt::Key_Period) == Command::black));
  BOOST_TEST((command(Qt::Key_W) == Command::white));
  BOOST_TEST((command(Qt::Key_P) == Command::pen));
  BOOST_TEST((command(Qt::Key_E) == Command::wipe));
  BOOST_TEST((command(Qt::Key_Z) == Command::live));
  BOOST_TEST((command(Qt::Key_R) == Command::step));
  BOOST_TEST((command(Qt::Key_L) == Command::lock));
  BOOST_TEST((command(Qt::Key_Escape) == Command::leave));
  BOOST_TEST((command(Qt::Key_Z, Qt::ControlModifier) == Command::undo));
  BOOST_TEST((command(Qt::Key_B, Qt::ControlModifier) == Command::none), "keys of the window are its own");
}

BOOST_AUTO_TEST_CASE(digits_are_typed_from_both_blocks) {
  BOOST_TEST(digit(Qt::Key_7) == 7);
  BOOST_TEST(digit(Qt::Key_0, Qt::KeypadModifier) == 0);
  BOOST_TEST(digit(Qt::Key_A) == -1);
  BOOST_TEST((command(Qt::Key_Enter, Qt::KeypadModifier) == Command::jump));
}

BOOST_AUTO_TEST_CASE(before_a_locked_audience_it_only_goes_on) {
  BOOST_TEST(goes_when_locked(Command::on));
  BOOST_TEST(goes_when_locked(Command::lock));
  for (const Command command : {Command::live, Command::pen, Command::wipe, Command::leave, Command::black})
    BOOST_TEST(!goes_when_locked(command));
}

BOOST_AUTO_TEST_SUITE_END()
