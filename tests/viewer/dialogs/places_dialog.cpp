#include "viewer/dialogs/places_dialog.h"

#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>
#include <boost/test/unit_test.hpp>
#include <fstream>

#include "tests/viewer/panels/panel_support.h"
#include "tests/viewer/support.h"

using namespace smile;
using namespace smile::tests;
using namespace smile::viewer;

namespace {

/// A plan near Rostock, a file of kitas, and one of OpenStreetMap with a playground.
struct Adding {
  TemporaryFolder folder;
  Document document{PlanFile::create(folder / "probe.gpkg", small_plan())};
  std::unique_ptr<QDialog> dialog;

  Adding() {
    std::ofstream(folder / "kitas.geojson") << R"({"type":"FeatureCollection","features":[
{"type":"Feature","properties":{"name":"Möwe","art":"Kita","plaetze":80},"geometry":{"type":"Point","coordinates":[12.08,54.11]}},
{"type":"Feature","properties":{"name":"Anker","art":"Hort","plaetze":60},"geometry":{"type":"Point","coordinates":[12.08,54.11]}}]})";
    std::ofstream(folder / "stadt.osm") << R"(<?xml version="1.0"?><osm version="0.6">
<node id="1" version="1" lat="54.11" lon="12.08"><tag k="leisure" v="playground"/></node></osm>)";
  }
  void open(const char* file) {
    dialog.reset(open_places_dialog(document, nullptr, QString::fromStdString((folder / file).string())));
    dialog->setAttribute(Qt::WA_DeleteOnClose, false);
  }
  void add() { QTest::mouseClick(&part<QPushButton>(*dialog, "add"), Qt::LeftButton); }
  QString added() { return part<QLabel>(*dialog, "added").text(); }
  bool says(const char* words) {
    for (const QLabel* label : dialog->findChildren<QLabel*>())
      if (label->text().contains(words)) return true;
    return false;
  }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(places_dialog)

BOOST_FIXTURE_TEST_CASE(a_file_becomes_a_layer_in_use_that_undo_takes_away, Adding) {
  open("kitas.geojson");
  part<QLineEdit>(*dialog, "where").setText("art=Kita");
  add();
  BOOST_REQUIRE(wait_for([&] { return !added().isEmpty(); }));
  BOOST_TEST(added().toStdString() == "1 place in the layer “Kitas”.");
  const MapLayer& layer = *document.plan()->layers.back();
  BOOST_TEST((layer.use.kind == LayerUse::Kind::places));
  BOOST_TEST(layer.use.place_kind == "kita");
  BOOST_TEST(layer.use.capacity_field == "plaetze");
  document.undo();
  BOOST_TEST(document.plan()->layers.empty());
}

BOOST_FIXTURE_TEST_CASE(of_openstreetmap_the_kind_is_chosen, Adding) {
  open("stadt.osm");
  add();
  BOOST_TEST(says("choose the kind of places"));
  auto& kind = part<QComboBox>(*dialog, "kind");
  kind.setCurrentIndex(kind.findText("Playgrounds"));
  add();
  BOOST_REQUIRE(wait_for([&] { return !added().isEmpty(); }));
  BOOST_TEST(document.plan()->layers.back()->use.place_kind == "playground");
  BOOST_TEST(document.plan()->layers.back()->name == "Playgrounds");
}

BOOST_FIXTURE_TEST_CASE(what_can_not_be_read_is_said_and_changes_nothing, Adding) {
  open("kitas.geojson");
  part<QLineEdit>(*dialog, "where").setText("art");
  add();
  BOOST_TEST(says("an equals sign"));
  part<QLineEdit>(*dialog, "where").setText("art=Zoo");
  add();
  BOOST_TEST(wait_for([&] { return says("none of these places"); }));
  part<QLineEdit>(*dialog, "file").clear();
  BOOST_TEST(!part<QPushButton>(*dialog, "add").isEnabled());
  BOOST_TEST(document.plan()->layers.empty());
}

BOOST_AUTO_TEST_SUITE_END()
