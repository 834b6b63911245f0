#include "gis/intake/rasters.h"

#include <boost/test/unit_test.hpp>
#include <fstream>

#include "tests/gis/formats/raster_files.h"
#include "tests/support/http_server.h"
#include "tests/support/places.h"

using namespace smile;
using namespace smile::tests;

namespace {

/// Two squares near Rostock, 2 km each; the cache is the test's own.
struct City {
  TemporaryFolder folder;
  Plan plan;
  RasterView view{{308000, 6000000, 312000, 6002000}, 400, 200, 40000};

  City() {
    ::setenv("XDG_CACHE_HOME", (folder / "cache").c_str(), 1);
    std::vector<District> districts(2);
    for (int i = 0; i < 2; ++i) {
      District& d = districts[static_cast<std::size_t>(i)];
      d.code = d.name = i == 0 ? "A" : "B";
      const double x = 308000 + 2000 * i;
      d.geometry = make_area({{x, 6000000}, {x + 2000, 6000000}, {x + 2000, 6002000}, {x, 6002000}});
      d.area_m2 = 4e6;
    }
    plan = set_level("Stadtbereiche", districts, crs_from_epsg(25833)).apply(Plan{});
  }
  ~City() { ::unsetenv("XDG_CACHE_HOME"); }
  City(const City&) = delete;
  City& operator=(const City&) = delete;

  void add(const Intake& intake) { plan = intake.edit.apply(plan); }
  const MapLayer& layer() const { return *plan.layers.back(); }
  LoadedRasters look() const { return load_rasters(plan, folder.path(), view); }
};

Answer green_tile(const std::string&) {
  return {png_of({20, 160, 60, 255}), "image/png"};
}

Rgba middle_of(const RasterImage& image) {
  const auto at = static_cast<std::size_t>((image.height / 2 * image.width + image.width / 2) * 4);
  return {image.rgba[at], image.rgba[at + 1], image.rgba[at + 2], image.rgba[at + 3]};
}

}  // namespace

BOOST_AUTO_TEST_SUITE(rasters)

BOOST_FIXTURE_TEST_CASE(a_picture_becomes_a_layer_below_everything, City) {
  write_picture(folder / "luft_bild.tif", {.width = 400, .height = 200}, [](int, int, int band) { return 50 * band; });
  const Intake intake = intake_raster(folder / "luft_bild.tif", {}, plan, folder.path());
  BOOST_TEST(intake.added == 1);
  BOOST_TEST(intake.report.driver == "GTiff");
  add(intake);
  BOOST_TEST(layer().name == "Luft bild");
  BOOST_TEST((layer().content == LayerContent::raster));
  BOOST_TEST(layer().source.file == "luft_bild.tif");
  BOOST_TEST(layer().source.crs.empty());
  BOOST_TEST(plan.style.layers.back().layer == layer_key(layer().id));
  const LoadedRasters loaded = look();
  BOOST_REQUIRE(loaded.rasters.size() == 1U);
  BOOST_TEST(loaded.issues.empty());
  BOOST_TEST(is_like(middle_of(*loaded.rasters.begin()->second.front()), {0, 50, 100, 255}));
  BOOST_TEST(load_layers(plan, PlanPlace{folder / "plan.gpkg"}).issues.empty());  // it is not read as features
}

BOOST_FIXTURE_TEST_CASE(a_guessed_system_is_kept_and_a_plan_without_one_takes_the_pictures_zone, City) {
  write_picture(folder / "ohne.tif", {.epsg = 0}, [](int, int, int) { return 90; });
  const Plan made = intake_raster(folder / "ohne.tif", {}, Plan{}, folder.path()).edit.apply(Plan{});
  BOOST_TEST(made.layers.front()->source.crs == "EPSG:25833");
  BOOST_TEST(made.crs.epsg == 25833);
  LayerOptions told;
  told.read.crs = "EPSG:25832";
  BOOST_TEST(intake_raster(folder / "ohne.tif", told, plan, folder.path()).edit.apply(plan).layers.back()->source.crs ==
             "EPSG:25832");
  write_picture(folder / "nirgends.tif", {.epsg = 0, .left = 5, .top = -900000}, [](int, int, int) { return 90; });
  BOOST_CHECK_THROW(intake_raster(folder / "nirgends.tif", {}, plan, folder.path()), Error);
}

BOOST_FIXTURE_TEST_CASE(grey_is_read_grey, City) {
  write_picture(folder / "bunt.tif", {.width = 400, .height = 200},
                [](int, int, int band) { return band == 0 ? 250 : 0; });
  add(intake_raster(folder / "bunt.tif", {}, plan, folder.path()));
  MapLayer grey = layer();
  grey.style.grey = true;
  plan = change_layer(grey, text("Style of layer “{1}”", grey.name)).apply(plan);
  const LoadedRasters loaded = look();
  const Rgba colour = middle_of(*loaded.rasters.at(grey.id).front());
  BOOST_TEST(colour[0] == colour[2]);
  BOOST_TEST(colour[0] > 50);
}

BOOST_FIXTURE_TEST_CASE(hidden_layers_and_other_scales_ask_nobody, City) {
  HttpServer server(green_tile);
  add(intake_service({LayerSource::Kind::xyz, server.address() + "/{z}/{x}/{y}.png", "0-18", "Karte", "© Test"}, plan));
  BOOST_TEST((layer().source.kind == LayerSource::Kind::xyz));
  BOOST_TEST(layer().credit == "© Test");
  const int asked = server.requests();
  const auto settings = [&]() -> LayerSettings& { return plan.style.layers.back(); };
  settings().visible = false;
  BOOST_TEST(look().rasters.empty());
  settings().visible = true;
  settings().farthest = 10000;
  BOOST_TEST(look().rasters.empty());
  BOOST_TEST(server.requests() == asked);
  settings().farthest = 0;
  BOOST_TEST(look().rasters.size() == 1U);
  BOOST_TEST(server.requests() > asked);
  BOOST_TEST(std::filesystem::exists(tile_cache()));
  BOOST_TEST(tile_cache().string().starts_with((folder / "cache").string()));
}

BOOST_FIXTURE_TEST_CASE(a_silent_service_is_a_warning_and_what_is_kept_is_drawn, City) {
  HttpServer server(green_tile);
  add(intake_service({LayerSource::Kind::xyz, server.address() + "/{z}/{x}/{y}.png", {}, {}, {}}, plan));
  look();
  server.stop();
  BOOST_TEST(look().issues.empty());  // all of it is kept
  view.ground = view.ground.grown(2000);
  const LoadedRasters loaded = look();
  BOOST_REQUIRE(loaded.issues.size() == 1U);
  BOOST_TEST(loaded.issues[0].kind == "service_silent");
  BOOST_REQUIRE(loaded.rasters.size() == 1U);
  BOOST_TEST(is_like(middle_of(*loaded.rasters.begin()->second.front()), {20, 160, 60, 255}));
}

BOOST_FIXTURE_TEST_CASE(what_can_not_be_asked_is_not_added, City) {
  HttpServer server([](const std::string&) { return Answer{}; });
  const std::string address = server.address();
  const auto add_service = [&](LayerSource::Kind kind, const std::string& where, const std::string& name) {
    return intake_service({kind, where, name, {}, {}}, plan);
  };
  BOOST_CHECK_THROW(add_service(LayerSource::Kind::xyz, "file:///etc/{z}/{x}/{y}", ""), Error);
  BOOST_CHECK_THROW(add_service(LayerSource::Kind::xyz, address + "/{z}.png", ""), Error);
  BOOST_CHECK_THROW(add_service(LayerSource::Kind::xyz, address + "/{z}/{x}/{y}.png", "x-y"), Error);
  BOOST_CHECK_THROW(add_service(LayerSource::Kind::wms, address, "a,b"), Error);
  BOOST_TEST(server.requests() == 0);
  BOOST_CHECK_THROW(add_service(LayerSource::Kind::wmts, address + "/x.xml", "karte"), Error);
  BOOST_CHECK_THROW(intake_service({LayerSource::Kind::wms, address, "karte", {}, {}}, Plan{}), Error);
}

BOOST_FIXTURE_TEST_CASE(taken_offline_the_plan_asks_nobody_and_can_go_back, City) {
  HttpServer server(green_tile);
  add(intake_service({LayerSource::Kind::xyz, server.address() + "/{z}/{x}/{y}.png", {}, "Karte", {}}, plan));
  const TilePackage package = package_of(layer(), plan, 25000);
  BOOST_TEST(package.ground.width() > 4000);  // a margin
  write_package(package, folder / "karte.gpkg");
  const Plan online = plan;
  plan = use_offline(layer(), folder / "karte.gpkg", folder.path()).apply(plan);
  BOOST_TEST(layer().source.offline == "karte.gpkg");
  BOOST_TEST(!is_service(layer().source));
  const int asked = server.requests();
  view.width = 123;  // nothing of it is kept
  view.height = 61;
  const LoadedRasters loaded = look();
  BOOST_REQUIRE(loaded.rasters.size() == 1U);
  BOOST_TEST(is_like(middle_of(*loaded.rasters.begin()->second.front()), {20, 160, 60, 255}));
  std::filesystem::rename(folder / "karte.gpkg", folder / "weg.gpkg");
  BOOST_REQUIRE(look().issues.size() == 1U);  // no secret way to the server
  BOOST_TEST(look().issues[0].kind == "layer_missing");
  BOOST_TEST(server.requests() == asked);
  plan = use_offline(layer(), {}, {}).apply(plan);
  BOOST_TEST(is_service(layer().source));
  BOOST_TEST((layer().source == online.layers.back()->source));
}

BOOST_FIXTURE_TEST_CASE(files_are_offline_already, City) {
  write_picture(folder / "a.tif", {}, [](int, int, int) { return 90; });
  add(intake_raster(folder / "a.tif", {}, plan, folder.path()));
  BOOST_CHECK_THROW(package_of(layer(), plan, 5000), Error);
}

BOOST_AUTO_TEST_SUITE_END()
