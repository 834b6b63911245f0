#include "viewer/raster_store.h"

#include <QBuffer>
#include <QComboBox>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QTest>
#include <QTreeWidget>
#include <boost/test/unit_test.hpp>
#include <condition_variable>
#include <fstream>

#include "tests/support/http_server.h"
#include "tests/viewer/panels/panel_support.h"
#include "tests/viewer/window/desk.h"
#include "viewer/dialogs/layer_style_dialog.h"
#include "viewer/dialogs/map_service_dialog.h"
#include "viewer/dialogs/offline_dialog.h"
#include "viewer/dialogs/scale_range.h"
#include "viewer/layer_store.h"
#include "viewer/map/map_view.h"
#include "viewer/panels/plan_issues.h"
#include "viewer/window/layer_commands.h"
#include "viewer/window/main_window.h"
#include "viewer/window/opening.h"
#include "viewer/window/raster_commands.h"

using namespace smile;
using namespace smile::tests;
using namespace smile::viewer;

namespace {

const QColor green(20, 160, 60);

std::string png_of(const QColor& colour, int side = 256) {
  QImage image(side, side, QImage::Format_RGB32);
  image.fill(colour);
  QByteArray bytes;
  QBuffer buffer(&bytes);
  buffer.open(QIODevice::WriteOnly);
  image.save(&buffer, "PNG");
  return bytes.toStdString();
}

/// A map service that can be told to hang.
class Service {
public:
  HttpServer server{[this](const std::string& path) { return answer(path); }};

  void hang(bool on) {
    {
      const std::lock_guard lock(mutex_);
      hangs_ = on;
    }
    free_.notify_all();
  }
  std::string tiles() const { return server.address() + "/{z}/{x}/{y}.png"; }
  ~Service() { hang(false); }

private:
  Answer answer(const std::string& path) {
    std::unique_lock lock(mutex_);
    free_.wait(lock, [this] { return !hangs_; });
    if (path.find("GetCapabilities") == std::string::npos)
      return {png_of(green, path.find("512") == std::string::npos ? 256 : 512), "image/png"};
    return {R"(<?xml version="1.0"?><WMS_Capabilities version="1.3.0"><Capability><Layer><Title>Alle</Title>
<Layer><Name>plan</Name><Title>Stadtplan</Title></Layer><Layer><Name>luft</Name><Title>Luftbild</Title></Layer></Layer></Capability></WMS_Capabilities>)",
            "text/xml"};
  }
  std::mutex mutex_;
  std::condition_variable free_;
  bool hangs_ = false;
};

struct WithWindow : Desk {
  Service service;
  MainWindow window;

  WithWindow() {
    ::setenv("XDG_CACHE_HOME", (folder / "cache").c_str(), 1);
    window.resize(1200, 768);
  }
  ~WithWindow() {
    service.hang(false);
    ::unsetenv("XDG_CACHE_HOME");
  }
  void open(const Plan& plan) {
    PlanFile::create(folder / "probe.gpkg", plan);
    window.show();
    open_plan(window, folder / "probe.gpkg");
    BOOST_REQUIRE(wait_for([&] { return window.document() != nullptr; }));
  }
  Plan with_tiles() {
    Plan plan = small_plan();
    plan.style.choropleth.figure.clear();
    MapLayer layer;
    layer.name = "Karte";
    layer.content = LayerContent::raster;
    layer.source.kind = LayerSource::Kind::xyz;
    layer.source.file = service.tiles();
    layer.credit = "© Probe";
    return add_layer(layer, {}).apply(plan);
  }
  const Plan& plan() const { return *window.document()->plan(); }
  Id layer() const { return plan().layers.front()->id; }
  RasterStore& store() const { return window.layers()->rasters(); }
  bool settles() {
    return wait_for([&] { return !store().is_reading(layer()) && window.map()->renderer().idle(); });
  }
  /// Where no measure, name or border stands.
  QColor colour_on_map() {
    const layers::Frame& frame = window.map()->renderer().frame();
    if (frame.image.isNull()) return {};
    const QPointF at = frame.camera.to_screen({308300, 6000300}) * frame.image.devicePixelRatio();
    return frame.image.pixelColor(at.toPoint());
  }
  void set_visible(bool visible) {
    MapStyle style = plan().style;
    style.layers.back().visible = visible;
    window.document()->apply(set_style(style, text("Show layer “{1}”", "Karte")));
  }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(raster_store)

BOOST_FIXTURE_TEST_CASE(the_map_of_the_plan_stands_at_once_and_pictures_come_when_they_are_there, WithWindow) {
  service.hang(true);
  open(with_tiles());
  BOOST_REQUIRE(wait_for([&] { return service.server.requests() > 0; }));
  BOOST_REQUIRE(wait_for([&] { return window.map()->renderer().idle() && colour_on_map().isValid(); }));
  BOOST_TEST((colour_on_map() == layers::palette(current_theme()).land));
  BOOST_TEST(store().is_reading(layer()));
  service.hang(false);
  BOOST_REQUIRE(wait_for([&] { return colour_on_map() == green; }));
  BOOST_TEST(store().problem_of(layer()).isEmpty());
}

BOOST_FIXTURE_TEST_CASE(closing_does_not_wait_for_a_server_that_hangs, WithWindow) {
  service.hang(true);
  open(with_tiles());
  BOOST_REQUIRE(wait_for([&] { return service.server.requests() > 0; }));
  window.close_plan();  // would stand here until the server answers, which it never does
  BOOST_TEST(window.document() == nullptr);
}

BOOST_FIXTURE_TEST_CASE(a_plan_without_such_a_layer_or_with_a_hidden_one_asks_nobody, WithWindow) {
  Plan hidden = with_tiles();
  hidden.style.layers.back().visible = false;
  open(hidden);
  BOOST_REQUIRE(settles());
  QTest::qWait(200);
  BOOST_TEST(service.server.requests() == 0);
  set_visible(true);
  BOOST_REQUIRE(wait_for([&] { return colour_on_map() == green; }));
  set_visible(false);
  BOOST_REQUIRE(settles());
  const int asked = service.server.requests();
  window.map()->zoom_by(4);
  QTest::qWait(200);
  BOOST_TEST(service.server.requests() == asked);
}

BOOST_FIXTURE_TEST_CASE(a_server_that_stops_is_said_and_the_last_picture_stays, WithWindow) {
  open(with_tiles());
  BOOST_REQUIRE(wait_for([&] { return colour_on_map() == green; }));
  service.server.stop();
  window.map()->zoom_by(3);
  BOOST_REQUIRE(wait_for([&] { return !store().problem_of(layer()).isEmpty(); }));
  BOOST_REQUIRE(settles());
  BOOST_TEST(words_on(window).contains("does not answer"));
  BOOST_REQUIRE(wait_for([&] { return PlanIssues::of(*window.document()).count() == 1; }));
  BOOST_TEST(PlanIssues::of(*window.document()).found().front().issue.kind == "service_silent");
  const layers::Frame& frame = window.map()->renderer().frame();
  const QPoint corner = frame.camera.to_screen(frame.camera.ground().centre()).toPoint() + QPoint(40, 60);
  BOOST_TEST((frame.image.pixelColor(corner) == green));
}

BOOST_FIXTURE_TEST_CASE(a_picture_file_becomes_a_layer_at_once_and_is_found_again, WithWindow) {
  QImage(400, 200, QImage::Format_RGB32).save(q((folder / "luftbild.png").string()));
  QImage picture(400, 200, QImage::Format_RGB32);
  picture.fill(green);
  picture.save(q((folder / "luftbild.png").string()));
  std::ofstream(folder / "luftbild.pgw") << "10\n0\n0\n-10\n308005\n6001995\n";
  Plan plain = small_plan();
  plain.style.choropleth.figure.clear();
  open(plain);
  bring_in(window, q((folder / "luftbild.png").string()));
  BOOST_REQUIRE(wait_for([&] { return plan().layers.size() == 1U; }));
  BOOST_TEST(plan().layers.front()->name == "Luftbild");
  BOOST_TEST(plan().layers.front()->source.crs == "EPSG:25833");  // guessed, and said:
  BOOST_TEST(words_on(window).contains("EPSG:25833"));
  BOOST_REQUIRE(wait_for([&] { return colour_on_map() == green; }));
  std::filesystem::rename(folder / "luftbild.png", folder / "weg.png");
  window.layers()->read_again(layer());
  BOOST_REQUIRE(wait_for([&] { return !store().problem_of(layer()).isEmpty(); }));
  BOOST_TEST(words_on(window).contains("luftbild.png"));
  std::filesystem::rename(folder / "weg.png", folder / "luftbild.png");
  window.layers()->read_again(layer());
  BOOST_REQUIRE(wait_for([&] { return store().problem_of(layer()).isEmpty() && !store().is_reading(layer()); }));
}

BOOST_FIXTURE_TEST_CASE(a_picture_of_which_nobody_knows_the_system_is_asked_about, WithWindow) {
  QImage picture(40, 20, QImage::Format_RGB32);
  picture.fill(green);
  picture.save(q((folder / "karte.png").string()));
  std::ofstream(folder / "karte.pgw") << "1000\n0\n0\n-1000\n5\n-900000\n";
  open(small_plan());
  add_raster(window, q((folder / "karte.png").string()));
  BOOST_REQUIRE(wait_for([&] { return window.findChild<QDialog*>("raster_crs") != nullptr; }));
  auto& dialog = *window.findChild<QDialog*>("raster_crs");
  auto& systems = part<QComboBox>(dialog, "crs");
  systems.setEditText("Unsinn");
  const QList<QPushButton*> buttons = dialog.findChildren<QPushButton*>();
  const auto ok =
      std::find_if(buttons.begin(), buttons.end(), [](const auto* b) { return b->text() == "Add the layer"; });
  QTest::mouseClick(*ok, Qt::LeftButton);
  BOOST_TEST(words_on(dialog).contains("no coordinate system"));
  systems.setEditText("EPSG:3857");
  QTest::mouseClick(*ok, Qt::LeftButton);
  BOOST_REQUIRE(wait_for([&] { return plan().layers.size() == 1U; }));
  BOOST_TEST(plan().layers.front()->source.crs == "EPSG:3857");
}

BOOST_FIXTURE_TEST_CASE(a_service_is_asked_only_by_the_button_and_its_layer_chosen, WithWindow) {
  open(small_plan());
  add_map_service(window);
  auto& dialog = *window.findChild<MapServiceDialog*>("map_service");
  part<QLineEdit>(dialog, "service_address").setText(q(service.server.address() + "/wms"));
  part<QLineEdit>(dialog, "service_credit").setText("© Amt");
  QTest::qWait(50);
  BOOST_TEST(service.server.requests() == 0);
  BOOST_TEST(words_on(dialog).contains("The server sees which part of the map you look at"));
  auto& add = part<QPushButton>(dialog, "add_service_layer");
  BOOST_TEST(!add.isEnabled());
  QTest::mouseClick(&part<QPushButton>(dialog, "ask_server"), Qt::LeftButton);
  auto& list = part<QListWidget>(dialog, "service_layers");
  BOOST_REQUIRE(wait_for([&] { return list.count() == 2; }));
  list.setCurrentRow(1);
  BOOST_REQUIRE(wait_for([&] { return add.isEnabled(); }));
  QTest::mouseClick(&add, Qt::LeftButton);
  BOOST_REQUIRE(wait_for([&] { return plan().layers.size() == 1U; }));
  const MapLayer& added = *plan().layers.front();
  BOOST_TEST(added.name == "Luftbild");
  BOOST_TEST(added.credit == "© Amt");
  BOOST_TEST(added.source.layer == "luft");
  BOOST_TEST((added.source.kind == LayerSource::Kind::wms));
  BOOST_TEST(added.source.file.find("CRS=EPSG") != std::string::npos);
  window.document()->undo();
  BOOST_TEST(plan().layers.empty());
}

BOOST_FIXTURE_TEST_CASE(the_address_says_which_kind_of_service_it_is, WithWindow) {
  open(small_plan());
  add_map_service(window);
  auto& dialog = *window.findChild<MapServiceDialog*>("map_service");
  const auto kind_for = [&](const char* address) {
    part<QLineEdit>(dialog, "service_address").setText(address);
    return static_cast<LayerSource::Kind>(part<QComboBox>(dialog, "service_kind").currentData().toInt());
  };
  BOOST_TEST((kind_for("https://tile.example.org/{z}/{x}/{y}.png") == LayerSource::Kind::xyz));
  BOOST_TEST((kind_for("https://geo.example.org/WMTS/capabilities.xml") == LayerSource::Kind::wmts));
  BOOST_TEST((kind_for("https://geo.example.org/maps") == LayerSource::Kind::wmts));  // as it was chosen
  BOOST_TEST((kind_for("https://geo.example.org/wms?") == LayerSource::Kind::wms));
}

BOOST_FIXTURE_TEST_CASE(an_address_that_is_none_stays_in_the_dialog_with_a_sentence, WithWindow) {
  open(small_plan());
  add_map_service(window);
  auto& dialog = *window.findChild<MapServiceDialog*>("map_service");
  part<QLineEdit>(dialog, "service_address").setText("file:///etc/passwd");
  QTest::mouseClick(&part<QPushButton>(dialog, "ask_server"), Qt::LeftButton);
  BOOST_REQUIRE(wait_for([&] { return words_on(dialog).contains("no web address"); }));
  BOOST_TEST(plan().layers.empty());
}

BOOST_FIXTURE_TEST_CASE(the_city_is_taken_offline_and_then_nobody_is_asked, WithWindow) {
  open(with_tiles());
  BOOST_REQUIRE(wait_for([&] { return colour_on_map() == green; }));
  open_offline_dialog(&window, *window.document(), layer());
  auto& dialog = *window.findChild<OfflineDialog*>("offline");
  auto& take = part<QPushButton>(dialog, "take_offline");
  BOOST_REQUIRE(wait_for([&] { return take.isEnabled(); }));
  BOOST_TEST(part<QLabel>(dialog, "offline_size").text().contains("MB"));
  QTest::mouseClick(&take, Qt::LeftButton);
  BOOST_REQUIRE(wait_for([&] { return !plan().layers.front()->source.offline.empty(); }));
  BOOST_TEST(plan().layers.front()->source.offline == "Karte.gpkg");
  BOOST_TEST(std::filesystem::exists(folder / "Karte.gpkg"));
  BOOST_REQUIRE(settles());
  const int asked = service.server.requests();
  window.map()->zoom_by(2);
  BOOST_REQUIRE(wait_for([&] { return colour_on_map() == green; }));
  BOOST_REQUIRE(settles());
  BOOST_TEST(service.server.requests() == asked);
  window.document()->undo();
  BOOST_TEST(plan().layers.front()->source.offline.empty());
}

BOOST_FIXTURE_TEST_CASE(a_picture_can_be_moved_above_the_districts_and_back, WithWindow) {
  Plan both = with_tiles();
  both.style.layers.back().visible = false;
  MapLayer parks;
  parks.name = "Parks";
  parks.kind = GeometryKind::area;
  parks.source.file = "parks.geojson";
  both = add_layer(parks, {}).apply(both);
  open(both);
  const Id tiles = plan().layers[0]->id;
  const auto order = [&] {
    std::string names;
    for (const LayerSettings& settings : plan().style.layers) {
      const MapLayer* found = find_layer(plan(), layer_of_key(settings.layer));
      names += (found != nullptr ? found->name : settings.layer) + " ";
    }
    return names;
  };
  const std::string below = "measures district_labels district_borders Parks districts Karte ";
  BOOST_TEST(order() == below);
  move_layer(window, tiles, -1);
  BOOST_TEST(order() == "measures district_labels district_borders Parks Karte districts ");
  move_layer(window, tiles, -1);
  BOOST_TEST(order() == "measures district_labels district_borders Karte Parks districts ");
  move_layer(window, tiles, 1);
  move_layer(window, tiles, 1);
  BOOST_TEST(order() == below);
}

BOOST_FIXTURE_TEST_CASE(opacity_and_grey_are_changes_like_any_other, WithWindow) {
  open(with_tiles());
  BOOST_REQUIRE(wait_for([&] { return colour_on_map() == green; }));
  open_layer_style(window, layer());
  auto& dialog = *window.findChild<QDialog*>("raster_style");
  auto& grey = part<QAbstractButton>(dialog, "raster_grey");
  grey.click();
  BOOST_REQUIRE(
      wait_for([&] { return colour_on_map().isValid() && colour_on_map().red() == colour_on_map().green(); }));
  window.document()->undo();
  BOOST_TEST(!grey.isChecked());
  BOOST_REQUIRE(wait_for([&] { return colour_on_map() == green; }));
  part<QSlider>(dialog, "raster_opacity").setValue(40);
  BOOST_TEST(plan().style.layers.back().opacity == 0.4);
  emit part<ScaleRange>(dialog, "raster_range").changed(0, 1000);
  BOOST_TEST(plan().style.layers.back().farthest == 1000);
  BOOST_REQUIRE(wait_for([&] { return colour_on_map() == layers::palette(current_theme()).land; }));
}

BOOST_AUTO_TEST_SUITE_END()
