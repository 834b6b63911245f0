// Pictures and map services from the command line, against a server on the loopback.

#include <boost/test/unit_test.hpp>
#include <fstream>

#include "tests/program/program.h"
#include "tests/support/http_server.h"

using namespace smile::tests;
namespace fs = std::filesystem;

namespace {

/// The map of the demo is a picture like any other.
struct WithTiles {
  TemporaryFolder folder;
  std::string tile;
  HttpServer server{[this](const std::string&) { return Answer{tile, "image/png"}; }};
  std::string plan = (folder / "demo" / "rostock.gpkg").string();
  std::string environment = "env XDG_CACHE_HOME=" + quoted((folder / "cache").string()) + " ";

  WithTiles() {
    BOOST_REQUIRE(smileplaces({"demo", (folder / "demo").string()}).exit == 0);
    const std::string small = "gdal_translate -q -of PNG -outsize 256 256 " +
                              quoted((folder / "demo" / "map.png").string()) + " " +
                              quoted((folder / "tile.png").string());
    BOOST_REQUIRE(std::system(small.c_str()) == 0);
    std::ifstream in(folder / "tile.png", std::ios::binary);
    tile.assign(std::istreambuf_iterator<char>(in), {});
  }
  Run run(const std::vector<std::string>& arguments) { return smileplaces(arguments, {}, environment); }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(basemaps)

BOOST_FIXTURE_TEST_CASE(a_picture_is_added_listed_and_drawn, WithTiles) {
  fs::copy(folder / "demo" / "map.png", folder / "demo" / "bild.png");
  const std::string picture = (folder / "demo" / "bild.png").string();
  const Run nowhere = run({"add", plan, "layer", picture});
  BOOST_TEST(nowhere.exit == 2);
  BOOST_TEST(nowhere.err.find("world file") != std::string::npos);
  std::ofstream(folder / "demo" / "bild.pgw") << "20\n0\n0\n-20\n295000\n6015000\n";
  const Run added = run({"add", plan, "layer", picture, "--crs", "EPSG:25833", "--name", "Bild", "--json"});
  BOOST_TEST(added.exit == 0, added.err);
  const auto layers = run({"list", plan, "layers", "--json"}).json()["layers"];
  BOOST_TEST(layers.back()["name"] == "Bild");
  BOOST_TEST(layers.back()["source"] == "file");
  const Run drawn = run({"map", plan, (folder / "karte.png").string(), "--json"});
  BOOST_TEST(drawn.exit == 0, drawn.out);
  fs::remove(picture);
  const Run without = run({"map", plan, (folder / "ohne.png").string(), "--json"});
  BOOST_TEST(without.exit == 1);
  BOOST_TEST(without.json()["issues"][0]["kind"] == "layer_missing");
}

BOOST_FIXTURE_TEST_CASE(tiles_are_added_taken_offline_and_then_nobody_is_asked, WithTiles) {
  const std::string address = server.address() + "/{z}/{x}/{y}.png";
  const Run added =
      run({"add", plan, "layer", "--xyz", address, "--zooms", "0-16", "--name", "Karte", "--credit", "© Amt"});
  BOOST_TEST(added.exit == 0, added.err);
  const int asked = server.requests();
  const Run dry = run({"offline", plan, "Karte", "--scale", "1:100000", "--dry-run", "--json"});
  BOOST_TEST(dry.exit == 0, dry.err);
  BOOST_TEST(dry.json()["tiles"].get<int>() > 10);
  BOOST_TEST(dry.json()["megabytes"].get<double>() >= 1);
  BOOST_TEST(server.requests() == asked);
  const Run refused = run({"offline", plan, "Karte", plan, "--overwrite"});
  BOOST_TEST(refused.exit == 2);
  const Run taken = run({"offline", plan, "Karte", "--scale", "1:100000"});
  BOOST_TEST(taken.exit == 0, taken.err);
  BOOST_TEST(fs::exists(folder / "demo" / "Karte.gpkg"));
  const int before = server.requests();
  const Run drawn = run({"map", plan, (folder / "karte.png").string()});
  BOOST_TEST(drawn.exit == 0, drawn.out);
  BOOST_TEST(server.requests() == before);
  const auto layer = run({"list", plan, "layers", "--json"}).json()["layers"].back();
  BOOST_TEST(layer["offline"] == "Karte.gpkg");
  BOOST_TEST(layer["credit"] == "© Amt");
  BOOST_TEST(run({"offline", plan, "Karte", "--online"}).exit == 0);
  server.stop();
  const Run silent = run({"map", plan, (folder / "still.png").string(), "--json"});
  BOOST_TEST(silent.exit == 1);
  BOOST_TEST(silent.json()["issues"][0]["kind"] == "service_silent");
  BOOST_TEST(!fs::exists("gdalwmscache"));
}

BOOST_FIXTURE_TEST_CASE(a_city_taken_offline_as_mbtiles_is_drawn_from_it_and_can_be_added_to_other_plans, WithTiles) {
  const std::string address = server.address() + "/{z}/{x}/{y}.png";
  BOOST_REQUIRE(run({"add", plan, "layer", "--xyz", address, "--zooms", "0-16", "--name", "Karte"}).exit == 0);
  const std::string tiles = (folder / "karte.mbtiles").string();
  const Run taken = run({"offline", plan, "Karte", tiles, "--scale", "1:100000"});
  BOOST_TEST(taken.exit == 0, taken.err);
  const int asked = server.requests();
  const Run drawn = run({"map", plan, (folder / "karte.png").string()});
  BOOST_TEST(drawn.exit == 0, drawn.out);
  BOOST_TEST(server.requests() == asked);
  const Run added = run({"add", plan, "layer", tiles, "--name", "Kacheln"});
  BOOST_TEST(added.exit == 0, added.err);
}

BOOST_FIXTURE_TEST_CASE(calls_that_are_off_say_how_it_goes, WithTiles) {
  BOOST_TEST(run({"add", plan, "layer"}).exit == 2);
  BOOST_TEST(run({"add", plan, "measures", "--wms", server.address()}).exit == 2);
  BOOST_TEST(run({"add", plan, "layer", "--xyz", "ftp://example.org/{z}/{x}/{y}.png"}).exit == 2);
  BOOST_TEST(run({"offline", plan, "Gibtsnicht"}).exit == 2);
  BOOST_TEST(server.requests() == 0);
}

BOOST_AUTO_TEST_SUITE_END()
