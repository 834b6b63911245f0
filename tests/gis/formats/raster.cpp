#include "gis/formats/raster.h"

#include <cpl_conv.h>
#include <gdalwarper.h>

#include <boost/test/unit_test.hpp>
#include <fstream>

#include "gis/words/issue.h"
#include "tests/gis/formats/raster_files.h"
#include "tests/support/places.h"

using namespace smile;
using namespace smile::tests;

namespace {

/// West red, east blue; the two halves of 1000 m each begin at 308000 and 309000… of a picture of 200 × 80 pixels.
double two_halves(int x, int, int band) {
  const bool west = x < 100;
  return band == 0 ? (west ? 200 : 10) : band == 2 ? (west ? 10 : 200) : 10;
}
constexpr Rgba west{200, 10, 10, 255};
constexpr Rgba east{10, 10, 200, 255};
constexpr Rgba nothing{0, 0, 0, 0};

RasterSource file_source(const std::filesystem::path& file) {
  RasterSource source;
  source.file = file;
  return source;
}

/// The colour at a place, read in the middle of a window of 100 m around it.
Rgba colour_at(const RasterSource& source, Point place, const Crs& crs = crs_from_epsg(25833), double reach = 50) {
  const Box box{place.x - reach, place.y - reach, place.x + reach, place.y + reach};
  const RasterImage image = read_raster(source, box, crs, 11, 11);
  const std::size_t middle = (5 * 11 + 5) * 4;
  return {image.rgba[middle], image.rgba[middle + 1], image.rgba[middle + 2], image.rgba[middle + 3]};
}

std::string wkt_of(int epsg) {
  OGRSpatialReferenceH system = OSRNewSpatialReference(nullptr);
  OSRImportFromEPSG(system, epsg);
  char* wkt = nullptr;
  OSRExportToWkt(system, &wkt);
  std::string text = wkt;
  CPLFree(wkt);
  OSRRelease(system);
  return text;
}

Point in(const Crs& to, Point p) {
  return *Transform(crs_from_epsg(25833), to)(p);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(raster)

BOOST_AUTO_TEST_CASE(a_geotiff_has_its_colours_where_they_lie_on_the_ground) {
  const TemporaryFolder folder;
  write_picture(folder / "zwei.tif", {.width = 200}, two_halves);
  const RasterSource source = file_source(folder / "zwei.tif");
  const RasterInfo info = raster_info(source);
  BOOST_TEST(info.driver == "GTiff");
  BOOST_TEST(info.crs.epsg == 25833);
  BOOST_TEST(info.box.min_x == 308000);
  BOOST_TEST(info.box.max_x == 310000);
  BOOST_TEST(info.box.min_y == 6001200);
  BOOST_TEST(is_like(colour_at(source, {308500, 6001600}), west));
  BOOST_TEST(is_like(colour_at(source, {309500, 6001600}), east));
  BOOST_TEST(is_like(colour_at(source, {307500, 6001600}), nothing));
  // North is up, and the edge stands at 309000 to the metre.
  BOOST_TEST(is_like(colour_at(source, {308990, 6001600}, crs_from_epsg(25833), 5), west));
  BOOST_TEST(is_like(colour_at(source, {309010, 6001600}, crs_from_epsg(25833), 5), east));
}

BOOST_AUTO_TEST_CASE(a_picture_is_warped_into_another_system) {
  const TemporaryFolder folder;
  write_picture(folder / "zwei.tif", {.width = 200}, two_halves);
  const RasterSource source = file_source(folder / "zwei.tif");
  const Crs mercator = crs_from_epsg(3857);
  BOOST_TEST(is_like(colour_at(source, in(mercator, {308900, 6001600}), mercator), west));
  BOOST_TEST(is_like(colour_at(source, in(mercator, {309100, 6001600}), mercator), east));
  const Crs degrees = crs_from_epsg(4326);
  BOOST_TEST(is_like(colour_at(source, in(degrees, {308900, 6001600}), degrees, 0.0005), west));
  // Half a world away there is nothing, and no error.
  BOOST_TEST(is_like(colour_at(source, {-120, 40}, degrees, 0.0005), nothing));
}

BOOST_AUTO_TEST_CASE(no_data_is_transparent_and_palettes_have_their_colours) {
  const TemporaryFolder folder;
  write_picture(
      folder / "grau.tif", {.bands = 1}, [](int x, int, int) { return x < 50 ? 255 : 120; },
      [](GDALDatasetH d) { GDALSetRasterNoDataValue(GDALGetRasterBand(d, 1), 255); });
  BOOST_TEST(is_like(colour_at(file_source(folder / "grau.tif"), {308250, 6001600}), nothing));
  BOOST_TEST(is_like(colour_at(file_source(folder / "grau.tif"), {308750, 6001600}), {120, 120, 120, 255}));
  write_picture(
      folder / "palette.tif", {.bands = 1}, [](int x, int, int) { return x < 50 ? 7 : 8; },
      [](GDALDatasetH d) {
        GDALColorTableH table = GDALCreateColorTable(GPI_RGB);
        const GDALColorEntry green{0, 180, 40, 255};
        const GDALColorEntry clear{9, 9, 9, 0};
        GDALSetColorEntry(table, 7, &green);
        GDALSetColorEntry(table, 8, &clear);
        GDALSetRasterColorTable(GDALGetRasterBand(d, 1), table);
        GDALDestroyColorTable(table);
      });
  BOOST_TEST(is_like(colour_at(file_source(folder / "palette.tif"), {308250, 6001600}), {0, 180, 40, 255}));
}

BOOST_AUTO_TEST_CASE(values_that_are_no_bytes_are_stretched_and_that_is_said) {
  const TemporaryFolder folder;
  // Heights from 0 to 99 m in steps from west to east, and one wild one.
  write_picture(folder / "hoehen.tif", {.bands = 1, .type = GDT_Float32},
                [](int x, int y, int) { return x == 0 && y == 0 ? 9999 : x; });
  const RasterInfo info = raster_info(file_source(folder / "hoehen.tif"));
  BOOST_REQUIRE(info.stretch.has_value());
  BOOST_TEST(info.stretch->second < 100);
  BOOST_REQUIRE(info.report.issues.size() == 1U);
  BOOST_TEST(info.report.issues[0].kind == "raster_stretched");
  const Rgba low = colour_at(file_source(folder / "hoehen.tif"), {308050, 6001600});
  const Rgba high = colour_at(file_source(folder / "hoehen.tif"), {308950, 6001600});
  BOOST_TEST(low[0] < 20);
  BOOST_TEST(high[0] > 235);
}

BOOST_AUTO_TEST_CASE(from_afar_overviews_are_used_and_close_up_the_finest_pixels) {
  const TemporaryFolder folder;
  const std::filesystem::path file = folder / "gross.tif";
  write_picture(file, {.width = 1024, .height = 1024, .pixel = 1, .options = {"TILED=YES"}},
                [](int x, int y, int) { return (x + y) % 2 == 0 ? 0 : 250; });  // seen from afar: grey
  GDALDatasetH dataset = GDALOpen(file.c_str(), GA_Update);
  int factors[] = {2, 4, 8};
  BOOST_REQUIRE(GDALBuildOverviews(dataset, "AVERAGE", 3, factors, 0, nullptr, nullptr, nullptr) == CE_None);
  // What overviews hold is told from what the picture holds.
  for (int band = 1; band <= 3; ++band)
    GDALFillRaster(GDALGetOverview(GDALGetRasterBand(dataset, band), 2), band == 1 ? 222 : 11, 0);
  GDALClose(dataset);
  BOOST_TEST(raster_info(file_source(file)).overviews == 3);
  const Box box{308000, 6000976, 309024, 6002000};
  const RasterImage afar = read_raster(file_source(file), box, crs_from_epsg(25833), 128, 128);
  BOOST_TEST(afar.rgba[(64 * 128 + 64) * 4] == 222);
  const Rgba close = colour_at(file_source(file), {308100.5, 6001899.5}, crs_from_epsg(25833), 5.5);
  BOOST_TEST(is_like(close, {0, 0, 0, 255}));
}

BOOST_AUTO_TEST_CASE(pictures_with_a_world_file_need_a_system_that_is_guessed_or_told) {
  const TemporaryFolder folder;
  const std::string png = png_of({10, 20, 30, 255}, 100);
  std::ofstream(folder / "luft.png", std::ios::binary) << png;
  BOOST_CHECK_THROW(raster_info(file_source(folder / "luft.png")), Error);  // no place on the ground
  std::ofstream(folder / "luft.pgw") << "10\n0\n0\n-10\n308005\n6001995\n";
  const RasterInfo guessed = raster_info(file_source(folder / "luft.png"));
  BOOST_TEST(guessed.crs_guessed);
  BOOST_TEST(guessed.crs.epsg == 25833);
  RasterSource told = file_source(folder / "luft.png");
  BOOST_CHECK_THROW(read_raster(told, {308000, 6001000, 309000, 6002000}, crs_from_epsg(25833), 10, 10), Error);
  told.crs = "EPSG:25833";
  BOOST_TEST(is_like(colour_at(told, {308500, 6001500}), {10, 20, 30, 255}));
}

BOOST_AUTO_TEST_CASE(what_is_a_picture_is_told_by_its_content) {
  const TemporaryFolder folder;
  write_picture(folder / "zwei.tif", {.width = 200}, two_halves);
  std::filesystem::copy(folder / "zwei.tif", folder / "zwei.dat");
  BOOST_TEST(is_raster_file(folder / "zwei.dat"));
  std::ofstream(folder / "text.tif") << "kein Bild";
  BOOST_TEST(!is_raster_file(folder / "text.tif"));
  BOOST_TEST(!is_raster_file(folder / "fehlt.tif"));
  BOOST_CHECK_THROW(raster_info(file_source(folder / "text.tif")), Error);
  // Half a file is an error, not a half picture.
  std::filesystem::resize_file(folder / "zwei.dat", 20000);
  BOOST_CHECK_THROW(colour_at(file_source(folder / "zwei.dat"), {309500, 6001300}), Error);
}

BOOST_AUTO_TEST_CASE(pictures_in_a_geopackage_are_found_beside_features) {
  const TemporaryFolder folder;
  write_picture(folder / "zwei.tif", {.width = 200}, two_halves);
  const auto add = [&](const char* table, bool append) {
    const std::string name = std::string("RASTER_TABLE=") + table;
    const char* const options[] = {name.c_str(), append ? "APPEND_SUBDATASET=YES" : "APPEND_SUBDATASET=NO", nullptr};
    GDALDatasetH from = GDALOpen((folder / "zwei.tif").c_str(), GA_ReadOnly);
    GDALClose(GDALCreateCopy(GDALGetDriverByName("GPKG"), (folder / "zwei.gpkg").c_str(), from, 0,
                             const_cast<char**>(options), nullptr, nullptr));
    GDALClose(from);
  };
  add("eins", false);
  BOOST_TEST(is_raster_file(folder / "zwei.gpkg"));
  BOOST_TEST(is_like(colour_at(file_source(folder / "zwei.gpkg"), {308500, 6001600}), west, 12));
  add("noch eins", true);
  const std::vector<std::string> both = rasters_in(folder / "zwei.gpkg");
  BOOST_REQUIRE(both.size() == 2U);
  RasterSource second = file_source(folder / "zwei.gpkg");
  second.layer = both[1];
  BOOST_TEST(is_like(colour_at(second, {309500, 6001600}), east, 12));
}

BOOST_AUTO_TEST_CASE(mbtiles_are_pictures) {
  const TemporaryFolder folder;
  write_picture(folder / "zwei.tif", {.width = 200}, two_halves);
  GDALDatasetH from = GDALOpen((folder / "zwei.tif").c_str(), GA_ReadOnly);
  GDALDatasetH mercator =
      GDALAutoCreateWarpedVRT(from, nullptr, wkt_of(3857).c_str(), GRA_NearestNeighbour, 0, nullptr);
  GDALClose(GDALCreateCopy(GDALGetDriverByName("MBTiles"), (folder / "zwei.mbtiles").c_str(), mercator, 0, nullptr,
                           nullptr, nullptr));
  GDALClose(mercator);
  GDALClose(from);
  BOOST_TEST(is_raster_file(folder / "zwei.mbtiles"));
  BOOST_TEST(raster_info(file_source(folder / "zwei.mbtiles")).crs.epsg == 3857);
  BOOST_TEST(is_like(colour_at(file_source(folder / "zwei.mbtiles"), {308500, 6001600}), west, 12));
  BOOST_TEST(is_like(colour_at(file_source(folder / "zwei.mbtiles"), {309500, 6001600}), east, 12));
}

BOOST_AUTO_TEST_CASE(a_picture_is_not_changed_and_nothing_is_written_beside_it) {
  const TemporaryFolder folder;
  write_picture(folder / "hoehen.tif", {.bands = 1, .type = GDT_Float32}, [](int x, int, int) { return x; });
  const auto before = std::filesystem::last_write_time(folder / "hoehen.tif");
  raster_info(file_source(folder / "hoehen.tif"));
  colour_at(file_source(folder / "hoehen.tif"), {308050, 6001600});
  BOOST_TEST((std::filesystem::last_write_time(folder / "hoehen.tif") == before));
  const auto files = std::distance(std::filesystem::directory_iterator(folder.path()), {});
  BOOST_TEST(files == 1);
}

BOOST_AUTO_TEST_CASE(reading_stops_when_it_is_told_to) {
  const TemporaryFolder folder;
  write_picture(folder / "zwei.tif", {.width = 200}, two_halves);
  std::stop_source stop;
  stop.request_stop();
  BOOST_CHECK_THROW(read_raster(file_source(folder / "zwei.tif"), {308000, 6001200, 310000, 6002000},
                                crs_from_epsg(25833), 100, 100, Progress(stop.get_token(), {})),
                    Error);
}

BOOST_AUTO_TEST_SUITE_END()
