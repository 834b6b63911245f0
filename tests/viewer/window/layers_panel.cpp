#include "viewer/window/layers_panel.h"

#include <QApplication>
#include <QComboBox>
#include <QDropEvent>
#include <QLineEdit>
#include <QMimeData>
#include <QTest>
#include <QToolButton>
#include <QTreeWidget>
#include <boost/test/unit_test.hpp>
#include <fstream>

#include "gis/intake/layers.h"
#include "gis/plan/stack.h"
#include "tests/viewer/panels/panel_support.h"
#include "tests/viewer/window/desk.h"
#include "viewer/dialogs/histogram.h"
#include "viewer/dialogs/layer_style_dialog.h"
#include "viewer/layer_store.h"
#include "viewer/map/map_view.h"
#include "viewer/tasks.h"
#include "viewer/window/layer_commands.h"
#include "viewer/window/layer_tree.h"
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

BOOST_FIXTURE_TEST_CASE(limits_of_classes_are_dragged_in_the_histogram_as_one_step, WithParks) {
  open_layer_style(window, park);
  auto* dialog = window.findChild<QWidget*>("layer_style");
  auto& method = part<QComboBox>(*dialog, "style_method");
  method.setCurrentIndex(method.findData(static_cast<int>(StyleMethod::classes)));
  emit method.activated(method.currentIndex());
  BOOST_TEST(plan().layers.front()->style.field == "ha");
  auto& histogram = part<Histogram>(*dialog, "histogram");
  BOOST_REQUIRE(histogram.limits().size() == 3U);
  QApplication::processEvents();
  const auto at = [&](double value) {
    return QPoint(static_cast<int>(std::lround(histogram.position_of(value))), histogram.height() / 2);
  };
  QTest::mousePress(&histogram, Qt::LeftButton, {}, at(histogram.limits()[1]));
  for (const double value : {8.0, 9.0, 10.0}) QTest::mouseMove(&histogram, at(value));
  QTest::mouseRelease(&histogram, Qt::LeftButton, {}, at(10));
  const LayerStyle& style = plan().layers.front()->style;
  BOOST_TEST((style.class_method == ClassMethod::manual));
  BOOST_TEST(style.limits.at(1) == 10, boost::test_tools::tolerance(0.05));
  window.document()->undo();
  BOOST_TEST((plan().layers.front()->style.class_method == ClassMethod::natural_breaks));
}

BOOST_FIXTURE_TEST_CASE(limits_can_be_typed, WithParks) {
  open_layer_style(window, park);
  auto* dialog = window.findChild<QWidget*>("layer_style");
  auto& method = part<QComboBox>(*dialog, "style_method");
  method.setCurrentIndex(method.findData(static_cast<int>(StyleMethod::classes)));
  emit method.activated(method.currentIndex());
  auto& limits = part<QLineEdit>(*dialog, "limits");
  limits.setText("0; 5; 20");
  emit limits.editingFinished();
  BOOST_TEST(plan().layers.front()->style.limits == (std::vector<double>{0, 5, 20}), boost::test_tools::per_element());
  limits.setText("viele");
  emit limits.editingFinished();
  BOOST_TEST(plan().layers.front()->style.limits.size() == 3U);
}

BOOST_FIXTURE_TEST_CASE(patterns_labels_and_scales_are_chosen_and_undone, WithParks) {
  open_layer_style(window, park);
  auto* dialog = window.findChild<QWidget*>("layer_style");
  const auto choose = [&](const char* name, const QVariant& value) {
    auto& list = part<QComboBox>(*dialog, name);
    BOOST_REQUIRE(list.findData(value) >= 0);
    list.setCurrentIndex(list.findData(value));
    emit list.activated(list.currentIndex());
  };
  choose("style_pattern", static_cast<int>(Pattern::hatched));
  choose("style_label", "art");
  choose("farthest", 40000);
  BOOST_TEST((plan().layers.front()->style.pattern == Pattern::hatched));
  BOOST_TEST(plan().layers.front()->style.label_field == "art");
  double farthest = 0;
  for (const LayerSettings& settings : plan().style.layers)
    if (layer_of_key(settings.layer) == park) farthest = settings.farthest;
  BOOST_TEST(farthest == 40000);
  for (int i = 0; i < 3; ++i) window.document()->undo();
  BOOST_TEST((plan().layers.front()->style.pattern == Pattern::solid));
  BOOST_TEST(plan().layers.front()->style.label_field == "");
}

BOOST_FIXTURE_TEST_CASE(layers_are_grouped_shown_together_and_taken_apart_by_undo, WithParks) {
  MapLayer second = *plan().layers.front();
  second.id = 0, second.name = "Wald";
  window.document()->apply(add_layer(second, plan().crs));
  const Id wood = plan().layers.back()->id;
  emit dynamic_cast<LayerTree&>(tree()).moved(q(layer_key(wood)), q(layer_key(park)), true, "");
  QCoreApplication::processEvents();
  for (const Id id : {park, wood}) {
    window.document()->apply(
        set_style(put_in_group(plan().style, layer_key(id), "Natur"), text("Group “{1}”", "Natur")));
  }
  const auto group = tree().findItems("Natur", Qt::MatchExactly);
  BOOST_REQUIRE(group.size() == 1);
  BOOST_TEST(group.front()->childCount() == 2);
  group.front()->setCheckState(0, Qt::Unchecked);
  QCoreApplication::processEvents();
  for (const LayerSettings& settings : plan().style.layers)
    if (layer_of_key(settings.layer) != 0) BOOST_TEST(!settings.visible);
  window.document()->undo();
  BOOST_TEST((tree().findItems("Natur", Qt::MatchExactly).front()->checkState(0) == Qt::Checked));
  tree().findItems("Natur", Qt::MatchExactly).front()->setText(0, "Grün");
  QCoreApplication::processEvents();
  BOOST_TEST(tree().findItems("Grün", Qt::MatchExactly).size() == 1);
  BOOST_TEST(plan().style.layers[3].group == "Grün");
  for (int k = 0; k < 3; ++k) window.document()->undo();
  QCoreApplication::processEvents();
  BOOST_TEST(tree().findItems("Natur", Qt::MatchExactly).isEmpty());
}

BOOST_FIXTURE_TEST_CASE(several_files_dropped_on_the_window_become_layers_in_one_step, WithParks) {
  std::filesystem::copy_file(folder / "parks.geojson", folder / "wald.geojson");
  std::ofstream(folder / "kaputt.geojson") << "{";
  QMimeData data;
  data.setUrls({QUrl::fromLocalFile(q((folder / "wald.geojson").string())),
                QUrl::fromLocalFile(q((folder / "kaputt.geojson").string())),
                QUrl::fromLocalFile(q((folder / "parks.geojson").string()))});
  QDragEnterEvent enter(QPoint(300, 300), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
  QCoreApplication::sendEvent(&window, &enter);
  QDropEvent drop(QPointF(300, 300), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
  QCoreApplication::sendEvent(&window, &drop);
  BOOST_REQUIRE(wait_for([&] { return plan().layers.size() == 3U; }));
  BOOST_TEST(words_on(window).contains("kaputt.geojson"));
  window.document()->undo();
  BOOST_TEST(plan().layers.size() == 1U);
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

BOOST_FIXTURE_TEST_CASE(a_layer_is_taken_into_the_plan_and_back_to_its_file_by_undo, WithParks) {
  BOOST_TEST((take_into_plan_label(window, park) == "Take into the plan (less than 1 MB)"));
  take_into_plan(window, park);
  BOOST_REQUIRE(wait_for([&] { return plan().layers.front()->source.kind == LayerSource::Kind::plan; }));
  BOOST_REQUIRE(wait_for([&] { return !window.layers()->is_reading(park); }));
  BOOST_TEST(plan().layers.front()->source.layer == "layer_1_parks");
  BOOST_TEST(window.layers()->problem_of(park).isEmpty());
  BOOST_TEST(row().toolTip(0).contains("in the plan"));
  std::filesystem::remove(folder / "parks.geojson");
  window.layers()->read_again(park);  // needs the file no more
  BOOST_REQUIRE(wait_for([&] { return !window.layers()->is_reading(park); }));
  BOOST_TEST(window.layers()->layers().at(park)->features.size() == 2U);
  window.document()->undo();
  BOOST_TEST((plan().layers.front()->source.kind == LayerSource::Kind::file));
  window.document()->redo();
  BOOST_TEST((plan().layers.front()->source.kind == LayerSource::Kind::plan));
  window.document()->wait_until_saved();
}

BOOST_FIXTURE_TEST_CASE(a_removed_layer_stays_in_memory_until_it_is_needed, WithParks) {
  LayerStore& store = *window.layers();
  BOOST_TEST(store.bytes() > 0U);
  remove_layer_of(window, park);
  BOOST_TEST(store.layers().count(park) == 1U);  // undo shows it at once
  store.set_budget(10);
  BOOST_TEST(store.layers().empty());
  BOOST_TEST(store.bytes() == 0U);
  store.set_budget(1'000'000);
  window.document()->undo();
  BOOST_REQUIRE(wait_for([&] { return store.layers().count(park) == 1U; }));
}

BOOST_FIXTURE_TEST_CASE(a_hidden_layer_makes_room_and_is_read_again_when_shown, WithParks) {
  LayerStore& store = *window.layers();
  row().setCheckState(0, Qt::Unchecked);
  BOOST_TEST(store.layers().count(park) == 1U);
  store.set_budget(10);
  BOOST_TEST(store.layers().empty());
  store.set_budget(1'000'000);
  row().setCheckState(0, Qt::Checked);
  BOOST_REQUIRE(wait_for([&] { return store.layers().count(park) == 1U; }));
}

BOOST_FIXTURE_TEST_CASE(a_layer_over_the_budget_waits_and_is_read_when_somebody_says_so, WithParks) {
  LayerStore& store = *window.layers();
  row().setCheckState(0, Qt::Unchecked);
  store.set_budget(10);
  row().setCheckState(0, Qt::Checked);
  BOOST_TEST(store.waits(park));
  BOOST_TEST(!store.is_reading(park));
  BOOST_REQUIRE(wait_for([&] { return words_on(window).contains("would take about"); }));
  BOOST_TEST(row().toolTip(0).contains("would take about"));
  BOOST_REQUIRE(store.issues().size() == 1U);
  BOOST_TEST(str(store.issues().front().proposal).find("Read it now") != std::string::npos);
  store.read_now(park);
  BOOST_REQUIRE(wait_for([&] { return store.layers().count(park) == 1U; }));
  BOOST_TEST(!store.waits(park));
  BOOST_TEST(store.issues().empty());
}

BOOST_FIXTURE_TEST_CASE(a_waiting_layer_is_read_once_there_is_room, WithParks) {
  LayerStore& store = *window.layers();
  row().setCheckState(0, Qt::Unchecked);
  store.set_budget(10);
  row().setCheckState(0, Qt::Checked);
  BOOST_REQUIRE(store.waits(park));
  store.set_budget(1'000'000'000);
  BOOST_REQUIRE(wait_for([&] { return store.layers().count(park) == 1U; }));
  BOOST_TEST(store.problem_of(park).isEmpty());
}

BOOST_FIXTURE_TEST_CASE(a_layer_in_the_plan_is_saved_as_a_file, WithParks) {
  take_into_plan(window, park);
  BOOST_REQUIRE(wait_for([&] { return plan().layers.front()->source.kind == LayerSource::Kind::plan; }));
  BOOST_REQUIRE(wait_for([&] { return !window.layers()->is_reading(park); }));
  save_layer_to(window, park, q((folder / "gespeichert.gpkg").string()));
  BOOST_REQUIRE(wait_for([&] { return words_on(window).contains("Saved as"); }));
  const LayerData back = read_layer_data(folder / "gespeichert.gpkg", {}, plan().crs);
  BOOST_TEST(back.features.size() == 2U);
  BOOST_TEST(cell_text(back.features.columns[0], 0) == "Wald");
  save_layer_to(window, park, q((folder / "gespeichert.txt").string()));  // no such format: said, nothing written
  BOOST_REQUIRE(wait_for([&] { return words_on(window).contains("names no format"); }));
  BOOST_TEST(!std::filesystem::exists(folder / "gespeichert.txt"));
  window.document()->wait_until_saved();
}

namespace {

/// A million points in the plan's own file, one every ten metres.
LayerData million_points() {
  LayerData data;
  ValueColumn& number = data.features.columns.emplace_back();
  number.name = "number";
  number.kind = ValueColumn::Kind::integer;
  data.kind = GeometryKind::point;
  for (int i = 0; i < 1'000'000; ++i)
    append_feature(data.features, make_point({305000.0 + 10 * (i % 1000), 5995000.0 + 10 * (i / 1000)}),
                   {std::to_string(i)});
  data.source_crs = crs_from_epsg(25833);
  data.box = {305000, 5995000, 314990, 6004990};
  return data;
}

}  // namespace

BOOST_FIXTURE_TEST_CASE(a_layer_of_a_million_features_shows_its_progress_and_can_be_cancelled, WithParks) {
  Document& document = *window.document();
  LayerStore& store = *window.layers();
  const auto tables = document.take_features(million_points(), "Punkte", plan().crs, {});
  MapLayer layer;
  layer.name = "Punkte";
  layer.source.kind = LayerSource::Kind::plan;
  layer.source.layer = tables.front().table;
  layer.kind = GeometryKind::point;
  layer.features = 1'000'000;
  double share = 0;
  QObject::connect(&window.tasks(), &Tasks::progressed, &window,
                   [&](const QString&, double now) { share = std::max(share, now); });
  document.apply(add_layer(layer, plan().crs));
  const Id points = plan().layers.back()->id;
  BOOST_TEST(store.is_reading(points));
  BOOST_REQUIRE(wait_for([&] { return share > 0; }));
  BOOST_REQUIRE(store.is_reading(points));  // it has only begun
  QTest::mouseClick(&part<QToolButton>(window, "cancel"), Qt::LeftButton);
  BOOST_REQUIRE(wait_for([&] { return !store.is_reading(points); }, 1000));
  BOOST_TEST(share < 1);
  BOOST_TEST(store.waits(points));
  BOOST_TEST(store.layers().count(points) == 0U);
  BOOST_TEST(words_on(window).contains("was not read to its end"));
  store.read_now(points);
  BOOST_REQUIRE(wait_for([&] { return store.layers().count(points) == 1U; }, 60000));
  BOOST_TEST(store.layers().at(points)->features.size() == 1'000'000U);
  BOOST_TEST(store.bytes() > 16'000'000U);
  BOOST_TEST(words_on(window).contains(" MB"));
}

BOOST_AUTO_TEST_SUITE_END()
