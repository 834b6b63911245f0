#include "gis/formats/map_service.h"

#include <boost/test/unit_test.hpp>
#include <cmath>
#include <fstream>
#include <numbers>

#include "gis/database/sqlite.h"
#include "gis/formats/tile_package.h"
#include "gis/words/issue.h"
#include "tests/gis/formats/raster_files.h"
#include "tests/support/http_server.h"
#include "tests/support/places.h"

using namespace smile;
using namespace smile::tests;

namespace {

constexpr Point rostock{12.1, 54.1};

/// "/12/2185/1316.png" → 12, 2185, 1316.
std::array<int, 3> tile_of(const std::string& path) {
  std::array<int, 3> tile{};
  std::sscanf(path.c_str(), "/%d/%d/%d.png", &tile[0], &tile[1], &tile[2]);
  return tile;
}

/// Tiles whose colour tells their zoom.
Answer tile_by_zoom(const std::string& path) {
  const auto zoom = static_cast<std::uint8_t>(tile_of(path)[0]);
  return {png_of({static_cast<std::uint8_t>(zoom * 10), 100, 50, 255}), "image/png"};
}

struct Tiles {
  TemporaryFolder folder;
  HttpServer server{tile_by_zoom};
  RasterSource source{RasterSource::Kind::xyz, {},   server.address() + "/{z}/{x}/{y}.png", "0-18", {},
                      folder / "tiles",        false};
};

Box around(Point degrees, const Crs& crs, double reach) {
  const Point p = *Transform(crs_from_epsg(4326), crs)(degrees);
  return {p.x - reach, p.y - reach, p.x + reach, p.y + reach};
}

Rgba middle_of(const RasterImage& image) {
  const auto at = static_cast<std::size_t>((image.height / 2 * image.width + image.width / 2) * 4);
  return {image.rgba[at], image.rgba[at + 1], image.rgba[at + 2], image.rgba[at + 3]};
}

RasterImage look(const RasterSource& source, double reach = 400, int pixels = 400) {
  const Crs crs = crs_from_epsg(25833);
  return read_raster(source, around(rostock, crs, reach), crs, pixels, pixels);
}

std::string sentence_of(const std::function<void()>& work) {
  try {
    work();
  } catch (const Error& error) {
    return error.what();
  }
  return {};
}

const char wms_capabilities[] = R"(<?xml version="1.0"?><WMS_Capabilities version="1.3.0"><Capability>
<Layer><Title>Alles</Title><CRS>EPSG:25833</CRS><Layer><Name>stadtplan</Name><Title>Stadtplan &amp; mehr</Title></Layer>
<Layer><Name>luftbild</Name><Title>Luftbild</Title></Layer><Layer><Name>a,b</Name><Title>böse</Title></Layer></Layer>
</Capability></WMS_Capabilities>)";

std::string matrix_set(const char* name, const char* crs, const char* corner) {
  std::string set = std::string("<TileMatrixSet><ows:Identifier>") + name + "</ows:Identifier><ows:SupportedCRS>" +
                    crs + "</ows:SupportedCRS>";
  // 8 m and 2 m a pixel.
  for (const auto& [id, scale, size] : {std::tuple{"grob", "28571.428571", "250"}, {"fein", "7142.857143", "1000"}})
    set += std::string("<TileMatrix><ows:Identifier>") + id + "</ows:Identifier><ScaleDenominator>" + scale +
           "</ScaleDenominator><TopLeftCorner>" + corner +
           "</TopLeftCorner><TileWidth>256</TileWidth><TileHeight>256</TileHeight><MatrixWidth>" + size +
           "</MatrixWidth><MatrixHeight>" + size + "</MatrixHeight></TileMatrix>";
  return set + "</TileMatrixSet>";
}

/// One layer in the world's system and in the plan's.
std::string wmts_capabilities(const std::string& address) {
  return R"(<?xml version="1.0"?><Capabilities xmlns="http://www.opengis.net/wmts/1.0" xmlns:ows="http://www.opengis.net/ows/1.1" version="1.0.0"><Contents>
<Layer><ows:Title>Stadtkarte</ows:Title><ows:Identifier>karte</ows:Identifier><Style isDefault="true"><ows:Identifier>default</ows:Identifier></Style><Format>image/png</Format>
<TileMatrixSetLink><TileMatrixSet>welt</TileMatrixSet></TileMatrixSetLink><TileMatrixSetLink><TileMatrixSet>utm</TileMatrixSet></TileMatrixSetLink>
<ResourceURL format="image/png" resourceType="tile" template=")" +
         address + R"(/{TileMatrixSet}/{TileMatrix}/{TileRow}/{TileCol}.png"/></Layer>)" +
         matrix_set("welt", "urn:ogc:def:crs:EPSG::3857", "1200000 7300000") +
         matrix_set("utm", "urn:ogc:def:crs:EPSG::25833", "100000 6200000") + "</Contents></Capabilities>";
}

std::string value_of(const std::string& path, std::string key) {
  std::string low;
  for (const char c : path) low += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  key += "=";
  const std::size_t at = low.find(key);
  if (at == std::string::npos) return {};
  return path.substr(at + key.size(), path.find('&', at) - at - key.size());
}

/// Speaks only the older version, and only the plan's system and the world's.
Answer wms(const std::string& path) {
  if (path.find("GetCapabilities") != std::string::npos) return {wms_capabilities, "text/xml"};
  const bool known = value_of(path, "layers") == "stadtplan" || value_of(path, "layers") == "luft%20bild";
  if (value_of(path, "srs") != "EPSG:3857" || !known)
    return {
        R"(<?xml version="1.0"?><ServiceExceptionReport><ServiceException code="LayerNotDefined">Die Ebene gibt es nicht</ServiceException></ServiceExceptionReport>)",
        "text/xml"};
  return {png_of({5, 150, 90, 255}, 512), "image/png"};
}

}  // namespace

BOOST_AUTO_TEST_SUITE(map_service)

BOOST_AUTO_TEST_CASE(only_plain_web_addresses_are_asked) {
  for (const char* good : {"https://tile.example.org/{z}/{x}/{y}.png", "http://localhost:8080/wms?map=a.qgs&x=1,2"})
    BOOST_CHECK_NO_THROW(check_address(good));
  for (const char* bad :
       {"", "ftp://example.org/x", "file:///etc/passwd", "/vsicurl/http://example.org", "WMS:http://example.org",
        "https://", "https://a b", "https://a\"b", "https://a<b>", "<GDAL_WMS>", "https://name:secret@example.org/wms",
        "https://example.org/$(x)", "https://example.org/\n"})
    BOOST_CHECK_THROW(check_address(bad), Error);
  for (const char* bad : {"", "a,b", "<Layer>", "a&REQUEST=GetFeatureInfo", "a\"b", "x=y", "a\nb"})
    BOOST_CHECK_THROW(check_service_layer(bad), Error);
  BOOST_CHECK_NO_THROW(check_service_layer("Straßen und Wege"));
}

BOOST_FIXTURE_TEST_CASE(tiles_are_read_at_the_zoom_that_is_seen_and_kept, Tiles) {
  const RasterImage close = look(source);  // 2 m a pixel: zoom 16 is 1.4 m here
  BOOST_TEST(is_like(middle_of(close), {160, 100, 50, 255}));
  const RasterImage afar = look(source, 12800);  // 64 m: zoom 11 is 45 m
  BOOST_TEST(is_like(middle_of(afar), {110, 100, 50, 255}));
  const int asked = server.requests();
  BOOST_TEST(asked < 40);
  look(source);
  BOOST_TEST(server.requests() == asked);  // the second time nobody is asked
  BOOST_TEST(!std::filesystem::exists("gdalwmscache"));
  BOOST_TEST(!std::filesystem::exists(std::filesystem::temp_directory_path() / "gdalwmscache"));
}

BOOST_FIXTURE_TEST_CASE(a_server_that_is_gone_is_said_and_what_is_kept_is_still_drawn, Tiles) {
  look(source);
  server.stop();
  BOOST_TEST(is_like(middle_of(look(source)), {160, 100, 50, 255}));  // all of it is kept
  const std::string sentence = sentence_of([&] { look(source, 4000); });
  BOOST_TEST(sentence.find("does not answer") != std::string::npos);
  BOOST_TEST(sentence.find("127.0.0.1") != std::string::npos);
  RasterSource kept = source;
  kept.only_cache = true;
  BOOST_TEST(is_like(middle_of(look(kept)), {160, 100, 50, 255}));
  BOOST_TEST(
      is_like(middle_of(look(kept, 100)), {160, 100, 50, 255}));  // closer: the coarser one is better than nothing
  BOOST_TEST(look(kept, 8000).empty());
}

BOOST_AUTO_TEST_CASE(tiles_that_are_missing_are_holes_and_errors_are_said) {
  const TemporaryFolder folder;
  bool broken = false;
  HttpServer server([&](const std::string& path) {
    if (broken) return Answer{"<html>Wartung</html>", "text/html"};
    return tile_of(path)[1] % 2 == 0 ? tile_by_zoom(path) : Answer{};
  });
  const RasterSource source{
      RasterSource::Kind::xyz, {}, server.address() + "/{z}/{x}/{y}.png", {}, {}, folder / "t", false};
  const RasterImage image = look(source, 1600, 800);
  std::size_t holes = 0;
  for (std::size_t i = 3; i < image.rgba.size(); i += 4) holes += image.rgba[i] == 0 ? 1U : 0U;
  BOOST_TEST(holes > image.rgba.size() / 4 / 4);
  BOOST_TEST(holes < image.rgba.size() / 4 / 4 * 3);
  broken = true;
  BOOST_TEST(sentence_of([&] { look(source, 6000); }).find("no picture") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_wms_names_its_layers_and_is_asked_as_it_can_be) {
  const TemporaryFolder folder;
  HttpServer server(wms);
  RasterSource service{RasterSource::Kind::wms,
                       {},
                       server.address() + "/wms?map=/a.qgs&SERVICE=WMS&REQUEST=GetCapabilities",
                       "stadtplan",
                       {},
                       folder / "tiles",
                       false};
  const std::vector<ServiceLayer> layers = layers_of_service(service);
  BOOST_REQUIRE(layers.size() == 2U);  // the one with a comma in its name can't be asked for
  BOOST_TEST(layers[0].name == "stadtplan");
  BOOST_TEST(layers[0].title == "Stadtplan & mehr");
  const RasterSource chosen = chosen_service(service, crs_from_epsg(25833), rostock);
  BOOST_TEST(chosen.address.find("map=/a.qgs") != std::string::npos);
  BOOST_TEST(chosen.address.find("CRS=EPSG") != std::string::npos);
  BOOST_TEST(chosen.address.find("3857") != std::string::npos);
  BOOST_TEST(chosen.address.find("GetCapabilities") == std::string::npos);
  BOOST_TEST(is_like(middle_of(look(chosen)), {5, 150, 90, 255}));
  service.layer = "luft bild";
  BOOST_CHECK_NO_THROW(chosen_service(service, crs_from_epsg(25833), rostock));
  service.layer = "gibtsnicht";
  BOOST_TEST(sentence_of([&] {
               chosen_service(service, crs_from_epsg(25833), rostock);
             }).find("Die Ebene gibt es nicht") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_wmts_is_drawn_in_the_plans_system_and_without_its_server_from_what_is_kept) {
  const TemporaryFolder folder;
  std::string address;
  HttpServer server([&](const std::string& path) -> Answer {
    if (path.find("Capabilities") != std::string::npos) return {wmts_capabilities(address), "text/xml"};
    if (path.find("/utm/") == std::string::npos) return {};
    return {png_of({static_cast<std::uint8_t>(path.find("/utm/fein/") != std::string::npos ? 200 : 90), 30, 60, 255}),
            "image/png"};
  });
  address = server.address();
  RasterSource service{RasterSource::Kind::wmts, {},   address + "/WMTSCapabilities.xml", "karte", {},
                       folder / "tiles",         false};
  const std::vector<ServiceLayer> layers = layers_of_service(service);
  BOOST_REQUIRE(layers.size() == 1U);
  BOOST_TEST(layers[0].title == "Stadtkarte");
  const RasterSource chosen = chosen_service(service, crs_from_epsg(25833), rostock);
  BOOST_TEST(chosen.address.find("TILEMATRIXSET=utm") != std::string::npos);
  BOOST_TEST(is_like(middle_of(look(chosen, 400, 400)), {200, 30, 60, 255}));  // 2 m a pixel
  BOOST_TEST(is_like(middle_of(look(chosen, 2000, 400)), {90, 30, 60, 255}));  // 10 m
  BOOST_TEST(sentence_of([&] { look(chosen, 60000, 400); }).find("come closer") != std::string::npos);
  server.stop();
  RasterSource kept = chosen;
  kept.only_cache = true;
  BOOST_TEST(is_like(middle_of(look(kept, 400, 400)), {200, 30, 60, 255}));
  service.layer = "gibtsnicht";
  BOOST_CHECK_THROW(chosen_service(service, crs_from_epsg(25833), rostock), Error);
}

BOOST_FIXTURE_TEST_CASE(a_city_is_taken_offline_with_every_zoom_as_it_was_drawn, Tiles) {
  const Crs crs = crs_from_epsg(25833);
  const TilePackage package{source, "Karte", around(rostock, crs, 3000), crs, 4, 16};
  const PackageSize size = size_of(package);
  BOOST_TEST(server.requests() == 0);
  BOOST_TEST(size.zooms == 4);
  BOOST_TEST(size.tiles > 60);
  BOOST_TEST(size.bytes > size.tiles * 1000);
  write_package(package, folder / "karte.gpkg");
  BOOST_TEST(server.requests() == size.tiles);
  server.stop();
  RasterSource offline;
  offline.file = folder / "karte.gpkg";
  BOOST_TEST(is_like(middle_of(look(offline, 600, 400)), {150, 100, 50, 255}));   // 3 m a pixel
  BOOST_TEST(is_like(middle_of(look(offline, 3000, 400)), {130, 100, 50, 255}));  // 15 m a pixel
  BOOST_TEST(raster_info(offline).crs.epsg == 3857);
}

BOOST_FIXTURE_TEST_CASE(a_city_taken_offline_as_mbtiles_has_the_tiles_of_web_maps_at_their_numbers, Tiles) {
  const Crs crs = crs_from_epsg(25833);
  const TilePackage package{source, "Karte", around(rostock, crs, 3000), crs, 4, 16};
  write_package(package, folder / "karte.mbtiles");
  const int requests = server.requests();
  server.stop();
  RasterSource offline;
  offline.file = folder / "karte.mbtiles";
  BOOST_TEST(is_like(middle_of(look(offline, 600, 400)), {150, 100, 50, 255}));   // 3 m a pixel
  BOOST_TEST(is_like(middle_of(look(offline, 3000, 400)), {130, 100, 50, 255}));  // 15 m a pixel
  BOOST_TEST(raster_info(offline).crs.epsg == 3857);
  database::Connection file(folder / "karte.mbtiles", database::Access::read);
  BOOST_TEST(file.read_integer("SELECT count(*) FROM tiles") == requests);
  BOOST_TEST(file.read_text("SELECT value FROM metadata WHERE name = 'format'") == "png");
  const auto zoom = file.read_integer("SELECT value FROM metadata WHERE name = 'maxzoom'");
  BOOST_TEST(file.read_integer("SELECT max(zoom_level) FROM tiles") == zoom);
  // Where everybody else looks for Rostock.
  const double n = std::exp2(static_cast<double>(zoom));
  const double latitude = rostock.y * std::numbers::pi / 180;
  const auto column = static_cast<std::int64_t>((rostock.x + 180) / 360 * n);
  const auto row = static_cast<std::int64_t>((1 + std::asinh(std::tan(latitude)) / std::numbers::pi) / 2 * n);
  BOOST_TEST(file.read_integer("SELECT count(*) FROM tiles WHERE zoom_level = " + std::to_string(zoom) +
                               " AND tile_column = " + std::to_string(column) +
                               " AND tile_row = " + std::to_string(row)) == 1);
}

BOOST_FIXTURE_TEST_CASE(a_package_that_fails_or_is_cancelled_leaves_nothing, Tiles) {
  const Crs crs = crs_from_epsg(25833);
  const TilePackage package{source, "Karte", around(rostock, crs, 3000), crs, 4, 16};
  std::ofstream(folder / "karte.gpkg") << "was da war";
  std::stop_source stop;
  int reports = 0;
  const Progress progress(stop.get_token(), [&](const Text&, double share) {
    BOOST_TEST(share <= 1);
    if (++reports == 3) stop.request_stop();
  });
  BOOST_TEST(sentence_of([&] { write_package(package, folder / "karte.gpkg", progress); }).find("Cancelled") == 0U);
  server.stop();
  TilePackage larger = package;
  larger.ground = around(rostock, crs, 6000);
  BOOST_TEST(sentence_of([&] { write_package(larger, folder / "karte.gpkg"); }).find("does not answer") !=
             std::string::npos);
  larger.finest = 0.2;
  larger.ground = around(rostock, crs, 60000);
  BOOST_TEST(sentence_of([&] { write_package(larger, folder / "karte.gpkg"); }).find("too many") != std::string::npos);
  for (const auto& entry : std::filesystem::directory_iterator(folder.path()))
    BOOST_TEST((entry.path().filename() == "tiles" || entry.path().filename() == "karte.gpkg"));
  std::string content;
  std::ifstream(folder / "karte.gpkg") >> content;
  BOOST_TEST(content == "was");
}

BOOST_AUTO_TEST_CASE(what_is_kept_longest_goes_first) {
  const TemporaryFolder folder;
  for (const char* name : {"alt", "neu"}) std::ofstream(folder / name) << std::string(1000, 'x');
  std::filesystem::last_write_time(folder / "alt",
                                   std::filesystem::file_time_type::clock::now() - std::chrono::hours(9));
  trim_cache(folder.path(), 2000);
  BOOST_TEST(std::filesystem::exists(folder / "alt"));
  trim_cache(folder.path(), 1500);
  BOOST_TEST(!std::filesystem::exists(folder / "alt"));
  BOOST_TEST(std::filesystem::exists(folder / "neu"));
}

BOOST_AUTO_TEST_SUITE_END()
