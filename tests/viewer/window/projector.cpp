// The window for a room: large, alone, and back again.

#include <QAction>
#include <QDockWidget>
#include <QFontInfo>
#include <QMenu>

#include "tests/viewer/panels/panel_support.h"
#include "tests/viewer/window/desk.h"
#include "viewer/map/map_view.h"
#include "viewer/window/look.h"
#include "viewer/window/main_window.h"

using namespace smile;
using namespace smile::tests;
using namespace smile::viewer;

namespace {

struct Room : Desk {
  MainWindow window;
  Room() {
    window.resize(1280, 800);
    window.show();
    window.show_plan(PlanFile::create(folder / "probe.gpkg", small_plan()));
    settle();
  }
  ~Room() {
    set_for_projector(false);
    apply_look(layers::Theme::light);
  }
  void settle() {
    BOOST_REQUIRE(wait_for([this] { return window.map()->renderer().scene() && window.map()->renderer().idle(); }));
  }
  int docks() const {
    int shown = 0;
    for (const QDockWidget* dock : window.findChildren<QDockWidget*>()) shown += dock->isHidden() ? 0 : 1;
    return shown;
  }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(projector)

BOOST_FIXTURE_TEST_CASE(nothing_that_is_read_is_smaller_than_eighteen_pixels, Room) {
  const int height = window.height();
  window.action("projector")->trigger();
  settle();
  BOOST_TEST(docks() == 0);
  BOOST_TEST(window.height() == height);  // large fonts in panels that are not shown ask for no room
  BOOST_TEST(window.action("projector")->isChecked());
  for (const QWidget* widget : window.findChildren<QWidget*>())
    if (widget->isVisible() && QFontInfo(widget->font()).pixelSize() < 18)
      BOOST_ERROR(widget->metaObject()->className()
                  << " " << widget->objectName().toStdString() << " has " << QFontInfo(widget->font()).pixelSize());
  BOOST_TEST(projector_magnification * 10 >= 18);  // the smallest texts of the map have ten pixels
}

BOOST_FIXTURE_TEST_CASE(colours_stand_out_strongly, Room) {
  const double before = layers::contrast(window.palette().text().color(), window.palette().window().color());
  window.action("projector")->trigger();
  const QPalette strong = QApplication::palette();
  BOOST_TEST(layers::contrast(strong.text().color(), strong.window().color()) > before);
  BOOST_TEST(layers::contrast(strong.text().color(), strong.window().color()) >= 15);
  BOOST_TEST(layers::contrast(strong.placeholderText().color(), strong.base().color()) >= 7);
}

BOOST_FIXTURE_TEST_CASE(the_same_key_brings_the_panels_back, Room) {
  const int before = docks();
  window.findChild<QDockWidget*>("dock_legend")->hide();
  const int fonts = window.font().pointSize();
  window.action("projector")->trigger();
  settle();
  window.action("projector")->trigger();
  settle();
  BOOST_TEST(docks() == before - 1);  // as they were
  BOOST_TEST(window.findChild<QDockWidget*>("dock_legend")->isHidden());
  BOOST_TEST(window.font().pointSize() == fonts);
  BOOST_TEST(!window.action("projector")->isChecked());
}

BOOST_FIXTURE_TEST_CASE(panels_come_back_as_wide_as_they_were, Room) {
  const auto width = [&](const char* dock) { return window.findChild<QDockWidget*>(dock)->width(); };
  const int layers = width("dock_layers"), inspector = width("dock_inspector");
  window.action("projector")->trigger();
  settle();
  window.action("projector")->trigger();
  settle();
  const auto near = [](int a, int b) { return std::abs(a - b) <= 30; };  // a longer word may take a little
  wait_for([&] { return near(width("dock_layers"), layers) && near(width("dock_inspector"), inspector); });
  BOOST_TEST(near(width("dock_layers"), layers));
  BOOST_TEST(near(width("dock_inspector"), inspector));
}

BOOST_FIXTURE_TEST_CASE(a_comparison_goes_on_for_the_projector, Room) {
  window.action("swipe")->trigger();
  window.action("projector")->trigger();
  settle();
  BOOST_TEST((window.map()->swipe().kind == SwipeChoice::Kind::without_colours));
  BOOST_TEST(window.map()->findChild<SwipeDivider*>("swipe_divider")->isVisible());
  BOOST_REQUIRE(wait_for([&] { return window.action("swipe")->isChecked(); }));
}

BOOST_FIXTURE_TEST_CASE(the_menu_of_the_comparison_marks_what_is_compared, Room) {
  auto* menu = window.findChild<QMenu*>("swipe_menu");
  window.action("swipe")->trigger();
  BOOST_TEST((window.map()->swipe().kind == SwipeChoice::Kind::without_colours));  // there is no layer of context
  BOOST_REQUIRE(wait_for([&] { return menu->actions().at(3)->isChecked(); }));
  BOOST_TEST(window.action("swipe")->isChecked());
  window.action("swipe")->trigger();
  BOOST_TEST((window.map()->swipe().kind == SwipeChoice::Kind::none));
}

BOOST_AUTO_TEST_SUITE_END()
