#include "viewer/window/layers_panel.h"

#include <QComboBox>
#include <QTest>
#include <QToolButton>
#include <QTreeWidget>
#include <boost/test/unit_test.hpp>
#include <fstream>

#include "gis/intake/layers.h"
#include "tests/viewer/panels/panel_support.h"
#include "tests/viewer/window/desk.h"
#include "viewer/dialogs/layer_style_dialog.h"
#include "viewer/layer_store.h"
#include "viewer/map/map_view.h"
#include "viewer/window/main_window.h"
#include "viewer/window/opening.h"

using namespace smile;
using namespace smile::tests;
using namespace smile::viewer;

namespace {

/// A plan with a layer of two parks, open in the window.
struct WithParks : Desk {
  MainWindow window;
  Id park = 0;

  WithParks() {
    std::ofstream(folder / "parks.geojson")
        << R"({"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::25833"}},"features":[
{"type":"Feature","properties":{"art":"Wald","ha":12},"geometry":{"type":"Polygon","coordinates":[[[308100,6000100],[308900,6000100],[308900,6000900],[308100,6000900],[308100,6000100]]]}},
{"type":"Feature","properties":{"art":"Wiese","ha":3},"geometry":{"type":"Polygon","coordinates":[[[310100,6000100],[310900,6000100],[310900,6000900],[310100,6000900],[310100,6000100]]]}}]})";
    Plan plan = small_plan();
    plan = intake_layer(folder / "parks.geojson", {}, plan, folder.path()).edit.apply(plan);
    park = plan.layers.front()->id;
    PlanFile::create(folder / "probe.gpkg", plan);
    window.resize(1366, 768);
    window.show();
    open_plan(window, folder / "probe.gpkg");
    BOOST_REQUIRE(wait_for([&] { return window.document() != nullptr; }));
    BOOST_REQUIRE(wait_for([&] { return !window.layers()->is_reading(park); }));
  }
  QTreeWidget& tree() { return part<QTreeWidget>(window, "layers"); }
  QTreeWidgetItem& row() {
    const auto found = tree().findItems("Parks", Qt::MatchExactly);
    BOOST_REQUIRE(!found.isEmpty());
    return *found.front();
  }
  const Plan& plan() const { return *window.document()->plan(); }
  QToolButton& button(const char* name) { return part<QToolButton>(window, name); }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(layers_panel)

BOOST_FIXTURE_TEST_CASE(a_layer_is_listed_read_and_shown, WithParks) {
  BOOST_TEST(window.layers()->problem_of(park).isEmpty());
  BOOST_TEST(window.map()->shown_layers().size() == 1U);
  BOOST_TEST((row().checkState(0) == Qt::Checked));
  BOOST_TEST(row().toolTip(0).contains("parks.geojson"));
  row().setCheckState(0, Qt::Unchecked);
  BOOST_TEST(window.document()->can_undo());
  window.document()->undo();
  BOOST_TEST((row().checkState(0) == Qt::Checked));
}

BOOST_FIXTURE_TEST_CASE(a_layer_can_be_removed_and_comes_back_with_undo, WithParks) {
  tree().setCurrentItem(&row());
  QTest::mouseClick(&button("remove_layer"), Qt::LeftButton);
  BOOST_TEST(plan().layers.empty());
  BOOST_TEST(tree().findItems("Parks", Qt::MatchExactly).isEmpty());
  window.document()->undo();
  BOOST_TEST(plan().layers.size() == 1U);
  row();
}

BOOST_FIXTURE_TEST_CASE(buttons_of_a_layer_wait_for_one_to_be_chosen, WithParks) {
  tree().setCurrentItem(tree().topLevelItem(0));
  for (const char* name : {"layer_style", "layer_up", "layer_down", "remove_layer"})
    BOOST_TEST(!button(name).isEnabled());
  BOOST_TEST(button("add_layer").isEnabled());
  tree().setCurrentItem(&row());
  BOOST_TEST(button("layer_style").isEnabled());
}

BOOST_FIXTURE_TEST_CASE(the_style_by_kind_takes_the_values_of_a_field, WithParks) {
  open_layer_style(window, park);
  auto* dialog = window.findChild<QWidget*>("layer_style");
  BOOST_REQUIRE(dialog != nullptr);
  auto& method = part<QComboBox>(*dialog, "style_method");
  method.setCurrentIndex(method.findData(static_cast<int>(StyleMethod::categories)));
  emit method.activated(method.currentIndex());
  const LayerStyle& style = plan().layers.front()->style;
  BOOST_TEST((style.method == StyleMethod::categories));
  BOOST_TEST(style.field == "art");
  BOOST_TEST(style.categories.size() == 2U);
  window.document()->undo();
  BOOST_TEST((plan().layers.front()->style.method == StyleMethod::single));
  BOOST_TEST(method.currentIndex() == 0);
}

BOOST_FIXTURE_TEST_CASE(a_layer_whose_file_has_gone_says_so_and_offers_to_find_it, WithParks) {
  std::filesystem::rename(folder / "parks.geojson", folder / "anlagen.geojson");
  window.layers()->read_again(park);
  BOOST_REQUIRE(wait_for([&] { return !window.layers()->is_reading(park); }));
  BOOST_TEST(!window.layers()->problem_of(park).isEmpty());
  BOOST_TEST(row().toolTip(0).contains("parks.geojson"));
  BOOST_TEST(words_on(window).contains("parks.geojson"));
  // Found again.
  MapLayer found = *plan().layers.front();
  found.source.file = "anlagen.geojson";
  window.document()->apply(change_layer(found, text("Find the file of layer “{1}”", found.name)));
  BOOST_REQUIRE(wait_for([&] { return window.map()->shown_layers().size() == 1U; }));
  BOOST_TEST(window.layers()->problem_of(park).isEmpty());
}

BOOST_AUTO_TEST_SUITE_END()
