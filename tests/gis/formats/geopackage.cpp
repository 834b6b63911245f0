#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <cstdlib>

#include "gis/database/sqlite.h"
#include "gis/formats/geopackage_columns.h"
#include "gis/formats/raw_layer.h"
#include "tests/gis/formats/nasty_files.h"
#include "tests/support/places.h"

using namespace smile;
using namespace smile::tests;

namespace {

/// By the tools of the trade; false where they are not installed.
bool converted(const std::filesystem::path& from, const std::filesystem::path& to, const std::string& more = {}) {
  const std::string call = "ogr2ogr -q -f GPKG " + more + " '" + to.string() + "' '" + from.string() + "' 2>/dev/null";
  if (std::system(call.c_str()) == 0) return true;
  BOOST_TEST_MESSAGE("skipped: ogr2ogr is not there");
  return false;
}

void check_same(const std::filesystem::path& gpkg) {
  const Dataset dataset{Format::geopackage, gpkg, gpkg.stem().string()};
  const auto ours = list_layers(dataset);
  const auto theirs = list_layers_with_ogr(dataset);
  BOOST_REQUIRE_EQUAL(ours.size(), theirs.size());
  for (std::size_t i = 0; i < ours.size(); ++i) {
    BOOST_TEST(ours[i].name == theirs[i].name);
    BOOST_TEST(ours[i].features == theirs[i].features);
    IssueList ignored("");
    const RawLayer a = read_layer(dataset, ours[i].name, ignored, {});
    const RawLayer b = read_layer_with_ogr(dataset, ours[i].name, ignored, {});
    BOOST_TEST(a.crs.value_or(Crs{}).epsg == b.crs.value_or(Crs{}).epsg);
    BOOST_REQUIRE_EQUAL(a.columns.size(), b.columns.size());
    for (std::size_t c = 0; c < a.columns.size(); ++c) {
      BOOST_TEST(a.columns[c].name == b.columns[c].name);
      BOOST_CHECK(a.columns[c].type == b.columns[c].type);
    }
    BOOST_REQUIRE_EQUAL(a.features.size(), b.features.size());
    for (std::size_t f = 0; f < a.features.size(); ++f) {
      BOOST_REQUIRE(a.features[f].cells == b.features[f].cells);
      BOOST_REQUIRE(a.features[f].geometry == b.features[f].geometry);
    }
  }
}

/// A table of every type, points, lines, areas, nulls.
void write_sample(const std::filesystem::path& file) {
  write_file(file,
             R"({"type":"FeatureCollection","features":[
{"type":"Feature","properties":{"t":"Straße","i":7,"r":0.1,"d":"2021-01-07","dt":"2021-01-07T12:30:00","b":true},"geometry":{"type":"Polygon","coordinates":[[[12,54],[12.1,54],[12.1,54.1],[12,54]],[[12.05,54.01],[12.06,54.01],[12.06,54.02],[12.05,54.01]]]}},
{"type":"Feature","properties":{"t":null,"i":null,"r":null,"d":null,"dt":null,"b":null},"geometry":null},
{"type":"Feature","properties":{"t":"","i":-9007199254740993,"r":1e22,"d":"1999-12-31","dt":"1999-12-31T00:00:00","b":false},"geometry":{"type":"MultiPolygon","coordinates":[[[[12,54],[12.1,54],[12.1,54.1],[12,54]]],[[[13,54],[13.1,54],[13.1,54.1],[13,54]]]]}},
{"type":"Feature","properties":{"t":"x","i":0,"r":-3.25,"d":"2021-01-07","dt":"2021-01-07T12:30:00","b":true},"geometry":{"type":"MultiLineString","coordinates":[[[12,54],[12.1,54]],[[12,54,5],[12.1,54.2,6]]]}},
{"type":"Feature","properties":{"t":"y","i":1,"r":2,"d":"2021-01-07","dt":"2021-01-07T12:30:00","b":true},"geometry":{"type":"Point","coordinates":[12,54]}}]})");
}

}  // namespace

BOOST_AUTO_TEST_SUITE(geopackage)

BOOST_AUTO_TEST_CASE(the_fast_way_and_ogr_read_the_same) {
  const TemporaryFolder folder;
  write_sample(folder / "d.geojson");
  if (!converted(folder / "d.geojson", folder / "d.gpkg", "-nlt GEOMETRY")) return;
  check_same(folder / "d.gpkg");
  const std::string before = read_file(folder / "d.gpkg");
  const FeatureTable table = read_features(folder / "d.gpkg");
  BOOST_TEST(table.features.size() == 5);
  BOOST_TEST(table.report.driver == "GPKG");
  BOOST_TEST(read_file(folder / "d.gpkg") == before);
  BOOST_TEST(std::distance(std::filesystem::directory_iterator(folder.path()), {}) == 2);
}

BOOST_AUTO_TEST_CASE(real_districts_and_streets_are_the_same_both_ways) {
  if (!have_shared_data()) return;
  const TemporaryFolder folder;
  for (const char* file : {"rostock/stadtbereiche.shp", "rostock/fliessgewaesser.shp",
                           "rostock/wahllokale_rostock_2017.geojson", "muenster/spielplaetze.geojson"}) {
    const std::filesystem::path gpkg = folder / (std::filesystem::path(file).stem().string() + ".gpkg");
    if (!converted(shared_data() / file, gpkg)) return;
    BOOST_TEST_CONTEXT(file) check_same(gpkg);
  }
}

BOOST_AUTO_TEST_CASE(what_stands_only_in_the_log_beside_the_file_is_read_and_nothing_is_changed) {
  const TemporaryFolder folder;
  write_sample(folder / "d.geojson");
  if (!converted(folder / "d.geojson", folder / "d.gpkg", "-nln d -lco SPATIAL_INDEX=NO")) return;
  database::Connection writer(folder / "d.gpkg", database::Access::write);
  writer.execute("PRAGMA journal_mode=WAL; PRAGMA wal_autocheckpoint=0; UPDATE d SET t = 'neu' WHERE fid = 1;");
  const std::string before = read_file(folder / "d.gpkg");
  const FeatureTable table = read_features(folder / "d.gpkg");
  BOOST_TEST(table.features.at(0).cells.at(0) == "neu");
  BOOST_TEST(read_file(folder / "d.gpkg") == before);
}

BOOST_AUTO_TEST_CASE(views_of_a_stranger_never_run) {
  const TemporaryFolder folder;
  write_sample(folder / "d.geojson");
  if (!converted(folder / "d.geojson", folder / "d.gpkg", "-nln d")) return;
  {
    database::Connection writer(folder / "d.gpkg", database::Access::write);
    writer.execute(
        "CREATE VIEW v AS SELECT fid, geom, load_extension('/tmp/x.so') AS t FROM d;"
        "INSERT INTO gpkg_contents (table_name, data_type, srs_id) VALUES ('v', 'features', 4326);"
        "INSERT INTO gpkg_geometry_columns VALUES ('v', 'geom', 'GEOMETRY', 4326, 0, 0);");
  }
  const auto layers = layers_in(folder / "d.gpkg");
  BOOST_REQUIRE_EQUAL(layers.size(), 1);
  BOOST_TEST(layers[0].name == "d");
}

BOOST_AUTO_TEST_CASE(layers_with_quotes_in_their_names_are_only_names) {
  const TemporaryFolder folder;
  write_sample(folder / "d.geojson");
  if (!converted(folder / "d.geojson", folder / "d.gpkg", "-nln 'a\"; DROP TABLE gpkg_contents; --'")) return;
  BOOST_TEST(read_features(folder / "d.gpkg").features.size() == 5);
}

BOOST_AUTO_TEST_CASE(damaged_geometries_and_arcs_are_listed) {
  const TemporaryFolder folder;
  write_sample(folder / "d.geojson");
  if (!converted(folder / "d.geojson", folder / "d.gpkg", "-nln d -lco SPATIAL_INDEX=NO")) return;
  {
    database::Connection writer(folder / "d.gpkg", database::Access::write);
    std::string arc = std::string("GP\0\1\0\0\0\0", 8) + std::string("\1\x08\0\0\0\3\0\0\0", 9);
    for (const double value : {12.0, 54.0, 12.1, 54.1, 12.2, 54.0}) arc += little(value);
    writer.prepare("UPDATE d SET geom = ? WHERE fid = 1").bind_blob(1, arc).run();
    writer.prepare("UPDATE d SET geom = ? WHERE fid = 3").bind_blob(1, "GPxx").run();
  }
  const FeatureTable table = read_features(folder / "d.gpkg");
  const auto count = [&](const std::string& kind) {
    return std::count_if(table.report.issues.begin(), table.report.issues.end(),
                         [&](const Issue& issue) { return issue.kind == kind; });
  };
  BOOST_TEST(count("curves_straightened") == 1);
  BOOST_TEST(count("geometry_unreadable") == 1);
  BOOST_TEST(table.features[0].geometry.points.size() > 10);
}

BOOST_AUTO_TEST_CASE(damaged_files_end_in_a_report_or_a_sentence) {
  const TemporaryFolder folder;
  write_sample(folder / "d.geojson");
  if (!converted(folder / "d.geojson", folder / "d.gpkg", "-nln d")) return;
  const std::string whole = read_file(folder / "d.gpkg");
  std::uint32_t random = 7;
  const auto next = [&] { return random = random * 1664525U + 1013904223U, random >> 8U; };
  for (int i = 0; i < 60; ++i) {
    std::string mutant = whole;
    if (i % 3 == 0) mutant.resize(next() % mutant.size());
    for (int n = 0; n < 40 && !mutant.empty(); ++n) mutant[next() % mutant.size()] = static_cast<char>(next());
    write_file(folder / "m.gpkg", mutant + " ");
    try {
      read_features(folder / "m.gpkg");
    } catch (const Error& error) {
      BOOST_TEST(!error.sentence().empty());
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()
