#include "viewer/presenter/live_layers.h"

#include <QMenu>

#include "gis/plan/edits.h"
#include "tests/viewer/presenter/presenting.h"
#include "viewer/presenter/screen_step.h"

using namespace smile;
using namespace smile::tests;
using namespace smile::viewer;

BOOST_AUTO_TEST_SUITE(live_layers)

BOOST_FIXTURE_TEST_CASE(layers_of_the_live_map_are_switched_and_the_plan_keeps_its_look, Presented) {
  start();
  press(Qt::Key_V);
  BOOST_TEST(stage().findChild<QMenu*>("live_layers") == nullptr, "only of the live map");
  press(Qt::Key_Z);
  press(Qt::Key_V);
  auto* menu = stage().findChild<QMenu*>("live_layers");
  BOOST_REQUIRE(menu != nullptr);
  const auto actions = menu->actions();
  const auto districts =
      std::find_if(actions.begin(), actions.end(), [](const QAction* action) { return action->text() == "Districts"; });
  BOOST_REQUIRE((districts != actions.end()));
  BOOST_TEST((*districts)->isChecked());
  const auto shown = [&] {
    for (const LayerSettings& layer : stage().map()->settings().style.layers)
      if (layer.layer == "districts") return layer.visible;
    return false;
  };
  BOOST_TEST(shown());
  (*districts)->trigger();
  BOOST_TEST(!shown());
  for (const LayerSettings& layer : document().plan()->style.layers) BOOST_TEST(layer.visible, layer.layer);
  menu->close();
  press(Qt::Key_R);
  press(Qt::Key_Z);
  BOOST_TEST(shown(), "the step has its own look again");
  press(Qt::Key_Escape);
  press(Qt::Key_Escape);
}

BOOST_FIXTURE_TEST_CASE(a_layer_of_the_planner_stands_in_the_menu_by_its_plain_name, Presented) {
  MapLayer layer;
  layer.name = "Stadtbahn & Bus <2026>";
  document().apply(add_layer(layer, plan()->crs));
  document().apply(add_step(step_of_screen(*window.map())));
  start();
  press(Qt::Key_End);
  drawn();
  press(Qt::Key_Z);
  press(Qt::Key_V);
  QStringList names;
  for (const QAction* action : stage().findChild<QMenu*>("live_layers")->actions()) names << action->text();
  BOOST_TEST(names.contains("Stadtbahn && Bus <2026>"), names.join(", ").toStdString());
}

BOOST_AUTO_TEST_SUITE_END()
