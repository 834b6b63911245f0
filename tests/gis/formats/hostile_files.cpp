#include <zlib.h>

#include <boost/test/unit_test.hpp>
#include <random>

#include "gis/formats/archive.h"
#include "gis/formats/features.h"
#include "gis/words/issue.h"
#include "tests/gis/formats/nasty_files.h"
#include "tests/support/places.h"

using namespace smile;
using namespace smile::tests;

namespace {

/// What became of a file: a report or a sentence, and nothing else.
std::string outcome(const std::filesystem::path& file, const ReadOptions& options = {}) {
  try {
    const FeatureTable table = read_features(file, options);
    for (const Feature& feature : table.features) BOOST_REQUIRE(is_finite(feature.geometry));
    return "read";
  } catch (const Error& error) {
    BOOST_TEST(!error.sentence().empty());
    return error.kind() == ErrorKind::refused        ? "refused"
           : error.kind() == ErrorKind::needs_answer ? "asks"
                                                     : "unreadable";
  }
}

std::string deflated(const std::string& bytes) {
  z_stream stream{};
  deflateInit2(&stream, 9, Z_DEFLATED, -15, 9, Z_DEFAULT_STRATEGY);
  std::string out(bytes.size() / 100 + 100000, '\0');
  std::string in = bytes;
  stream.next_in = reinterpret_cast<Bytef*>(in.data());
  stream.avail_in = static_cast<uInt>(in.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  deflate(&stream, Z_FINISH);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

std::vector<ZipEntry> zipped_shapefile(const std::filesystem::path& folder, const std::string& prefix) {
  write_shapefile(folder / "z.shp", three_squares());
  std::vector<ZipEntry> out;
  for (const char* ending : {".shp", ".shx", ".dbf"}) {
    const std::string bytes = read_file(folder / (std::string("z") + ending));
    out.push_back({prefix + ending, deflated(bytes), 8, static_cast<std::uint32_t>(bytes.size()), 0});
  }
  return out;
}

ReadOptions utm() {
  ReadOptions options;
  options.crs = "EPSG:25833";
  return options;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(hostile_files)

BOOST_AUTO_TEST_CASE(only_regular_files_of_allowed_kinds_are_opened) {
  const TemporaryFolder folder;
  const std::string vrt =
      "<OGRVRTDataSource><OGRVRTLayer "
      "name=\"x\"><SrcDataSource>/etc/passwd</SrcDataSource></OGRVRTLayer></OGRVRTDataSource>";
  for (const char* name : {"d.geojson", "d.gpkg", "d.kml", "d.gml", "d.shp", "d.vrt", "d.dxf", "d.fgb"}) {
    write_file(folder / name, vrt);
    BOOST_TEST_CONTEXT(name) BOOST_TEST(outcome(folder / name) == "refused");
  }
  for (const char* name :
       {"PG:dbname=x", "/vsicurl/http://127.0.0.1:9/x.geojson", "/vsimem/x", "http://127.0.0.1:9/x.geojson",
        "/vsizip//tmp/x.zip", "{\"type\":\"FeatureCollection\",\"features\":[]}", "WFS:http://127.0.0.1:9"})
    BOOST_TEST_CONTEXT(name) BOOST_TEST(outcome(name) == "unreadable");
  BOOST_TEST(outcome(folder.path()) == "refused");
  BOOST_TEST(outcome("/dev/null") == "refused");
  write_file(folder / "empty.shp", "");
  BOOST_TEST(outcome(folder / "empty.shp") == "unreadable");
  for (const char* text : {"hello", "PK", "SQLite format 3", "name;x;y\n1;2;3\n", "%PDF-1.4",
                           "\x7f"
                           "ELF"}) {
    write_file(folder / "d.gpkg", text);
    BOOST_TEST_CONTEXT(text) BOOST_TEST(outcome(folder / "d.gpkg") != "read");
  }
}

BOOST_AUTO_TEST_CASE(xml_that_declares_entities_is_refused) {
  const TemporaryFolder folder;
  const std::string body =
      "<kml "
      "xmlns=\"http://www.opengis.net/kml/2.2\"><Document><Placemark><name>&lol9;</name></Placemark></Document></kml>";
  const std::string bomb = "<!DOCTYPE lolz [<!ENTITY lol \"lol\"><!ENTITY lol9 \"&lol;&lol;\">]>";
  for (const std::string& begin : {std::string("<?xml version=\"1.0\"?>"), std::string("\xEF\xBB\xBF"),
                                   std::string("<!-- " + std::string(3000, 'x') + " -->"), std::string(" \n")}) {
    write_file(folder / "d.kml", begin + bomb + body);
    BOOST_TEST(outcome(folder / "d.kml") == "refused");
  }
  std::string wide = "\xFF\xFE";
  for (const char c : bomb + body) wide += std::string{c, '\0'};
  write_file(folder / "d.kml", wide);
  BOOST_TEST(outcome(folder / "d.kml") == "refused");
  std::string deep = "<kml xmlns=\"http://www.opengis.net/kml/2.2\">";
  for (int i = 0; i < 100000; ++i) deep += "<Folder>";
  write_file(folder / "d.kml", deep);
  BOOST_TEST(outcome(folder / "d.kml") == "refused");
}

BOOST_AUTO_TEST_CASE(markup_inside_descriptions_is_no_declaration) {
  const TemporaryFolder folder;
  write_file(folder / "d.kml",
             "<kml "
             "xmlns=\"http://www.opengis.net/kml/2.2\"><Document><Placemark><name>x</"
             "name><description><![CDATA[<!DOCTYPE html><p>a]]>"
             "</description><Point><coordinates>12.1,54.1</coordinates></Point></Placemark></Document></kml>");
  BOOST_TEST(outcome(folder / "d.kml") == "read");
}

BOOST_AUTO_TEST_CASE(a_shapefile_is_read_inside_an_archive_and_layers_in_folders_have_names) {
  const TemporaryFolder folder;
  write_file(folder / "a.zip", zip_of(zipped_shapefile(folder.path(), "Daten/Bezirke")));
  const FeatureTable table = read_features(folder / "a.zip", utm());
  BOOST_TEST(table.features.size() == 3);
  BOOST_TEST(table.layer == "Bezirke");
  auto both = zipped_shapefile(folder.path(), "2023/Bezirke");
  for (ZipEntry& entry : zipped_shapefile(folder.path(), "2024/Bezirke")) both.push_back(std::move(entry));
  both.push_back({"liesmich.txt", "hallo"});
  write_file(folder / "b.zip", zip_of(both));
  const auto layers = layers_in(folder / "b.zip");
  BOOST_REQUIRE_EQUAL(layers.size(), 2);
  BOOST_TEST(layers[0].name == "2023/Bezirke");
  BOOST_CHECK(layers[0].kind == GeometryKind::area);
  BOOST_TEST(layers[0].features == 3);
  ReadOptions options = utm();
  options.layer = "2024/Bezirke";
  BOOST_TEST(read_features(folder / "b.zip", options).layer == "2024/Bezirke");
  options.layer = "2025/Bezirke";
  BOOST_CHECK_THROW(read_features(folder / "b.zip", options), Error);
}

BOOST_AUTO_TEST_CASE(names_that_lead_out_of_the_archive_are_refused) {
  const TemporaryFolder folder;
  for (const char* name : {"../../evil.shp", "/etc/evil.shp", "a/../../evil.shp", "..\\evil.shp", "C:\\evil.shp",
                           "a/..", "\\\\server\\x.shp"}) {
    auto entries = zipped_shapefile(folder.path(), "d");
    entries.push_back({name, "x"});
    write_file(folder / "a.zip", zip_of(entries));
    BOOST_TEST_CONTEXT(name) BOOST_TEST(outcome(folder / "a.zip", utm()) == "refused");
  }
}

BOOST_AUTO_TEST_CASE(bombs_are_refused_whether_they_admit_their_size_or_not) {
  const TemporaryFolder folder;
  const std::string bomb = deflated(std::string(150U << 20, '\0'));
  for (const std::uint32_t declared : {150U << 20, 1000U}) {
    write_file(folder / "a.zip", zip_of({{"d.geojson", bomb, 8, declared, 0}}));
    BOOST_TEST(outcome(folder / "a.zip") == "refused");
  }
  write_file(folder / "a.zip", zip_of({{"d.geojson", "{}", 0, 0xF0000000U, 0}}));
  BOOST_TEST(outcome(folder / "a.zip") == "refused");
  write_file(folder / "a.zip", zip_of({{"d.geojson", "{}", 0, 0, 1}}));
  BOOST_TEST(outcome(folder / "a.zip") == "refused");
  ArchiveLimits small;
  small.entries = 2;
  write_file(folder / "a.zip", zip_of({{"a", "x"}, {"b", "x"}, {"c", "x"}}));
  BOOST_CHECK_THROW(extract_archive(folder / "a.zip", folder.path(), {"shp"}, {}, small), Error);
}

BOOST_AUTO_TEST_CASE(cut_and_flipped_archives_never_crash) {
  const TemporaryFolder folder;
  const std::string whole = zip_of(zipped_shapefile(folder.path(), "d"));
  std::mt19937 random(11);
  for (int i = 0; i < 60; ++i) {
    std::string mutant = whole;
    if (i % 2 == 0) mutant.resize(random() % mutant.size());
    for (int n = 0; n < 3 && !mutant.empty(); ++n) mutant[random() % mutant.size()] = static_cast<char>(random());
    write_file(folder / "m.zip", mutant);
    outcome(folder / "m.zip", utm());
  }
}

BOOST_AUTO_TEST_CASE(two_hundred_damaged_shapefiles_end_in_a_report_or_a_sentence) {
  const TemporaryFolder folder;
  auto shapes = three_squares();
  for (int i = 0; i < 20; ++i)
    shapes.push_back({"Bezirk " + std::to_string(i), square_ring(307000 + 100 * i, 6006000, 90)});
  write_shapefile(folder / "d.shp", shapes);
  std::mt19937 random(3);
  const std::vector<std::string> endings = {".shp", ".shx", ".dbf"};
  for (int i = 0; i < 200; ++i) {
    for (const std::string& ending : endings) write_file(folder / ("m" + ending), read_file(folder / ("d" + ending)));
    const std::filesystem::path victim = folder / ("m" + endings[random() % endings.size()]);
    std::string bytes = read_file(victim);
    if (i % 3 == 0) bytes.resize(random() % bytes.size());
    for (int n = 0; n < 1 + i % 5 && !bytes.empty(); ++n) {
      const bool in_header = random() % 3 == 0;
      bytes[random() % std::min<std::size_t>(bytes.size(), in_header ? 200 : bytes.size())] =
          static_cast<char>(random());
    }
    write_file(victim, bytes);
    try {
      const FeatureTable table = read_features(folder / "m.shp", utm());
      const bool all_there = table.features.size() == shapes.size();
      BOOST_TEST_CONTEXT("mutant " << i << " of " << victim << ": " << table.features.size())
      BOOST_CHECK(all_there || !table.report.issues.empty());
    } catch (const Error& error) {
      BOOST_TEST(!error.sentence().empty());
    }
  }
}

BOOST_AUTO_TEST_CASE(damaged_json_xml_and_geopackages_never_crash) {
  const TemporaryFolder folder;
  const std::string json =
      R"({"type":"FeatureCollection","crs":{"type":"link","properties":{"href":"http://127.0.0.1:9/crs"}},"features":[{"type":"Feature","properties":{"a":[1,2]},"geometry":{"type":"Polygon","coordinates":[[[12.1,54.1],[12.2,54.1],[12.2,54.2],[12.1,54.1]]]}}]})";
  write_file(folder / "d.geojson", json);
  BOOST_TEST(outcome(folder / "d.geojson") == "read");
  std::mt19937 random(9);
  for (int i = 0; i < 100; ++i) {
    std::string mutant = json;
    if (i % 2 == 0) mutant.resize(random() % mutant.size());
    for (int n = 0; n < 4 && !mutant.empty(); ++n)
      mutant[random() % mutant.size()] = static_cast<char>(32 + random() % 95);
    write_file(folder / "m.geojson", mutant.empty() ? "x" : mutant);
    outcome(folder / "m.geojson");
  }
  write_file(folder / "m.geojson", "{\"type\":" + std::string(200000, '['));
  outcome(folder / "m.geojson");
}

BOOST_AUTO_TEST_CASE(every_nasty_file_is_read_with_a_report_or_refused_with_a_sentence) {
  if (!have_shared_data()) return;
  int shapes = 0;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(shared_data() / "nasty")) {
    if (!entry.is_regular_file()) continue;
    ReadOptions look;
    look.without_crs = true;
    const std::string what = outcome(entry.path(), look);
    BOOST_TEST_MESSAGE(entry.path().filename().string() + ": " + what);
    if (entry.path().extension() != ".shp") continue;
    BOOST_TEST_CONTEXT(entry.path()) BOOST_TEST(what == "read");
    ++shapes;
  }
  BOOST_TEST(shapes == 23);
}

BOOST_AUTO_TEST_CASE(nulls_and_repairs_are_counted_as_known) {
  if (!have_shared_data()) return;
  struct Known {
    const char* file;
    std::size_t features;
    std::int64_t nulls;
    std::int64_t repaired;
  };
  for (const Known& known : {Known{"shapelib/csah.shp", 124, 24, 0}, Known{"shapelib/3dpoints.shp", 8, 2, 0},
                             Known{"shapelib/polygon.shp", 474, 0, 2}})
    BOOST_TEST_CONTEXT(known.file) {
      const FeatureTable table = read_features(shared_data() / "nasty" / known.file);
      BOOST_TEST(table.features.size() == known.features);
      BOOST_TEST(table.report.repaired == known.repaired);
      BOOST_TEST(std::count_if(table.report.issues.begin(), table.report.issues.end(),
                               [](const Issue& issue) { return issue.kind == "geometry_null"; }) == known.nulls);
    }
}

BOOST_AUTO_TEST_CASE(latin_names_without_index_and_degrees_without_system_are_read) {
  if (!have_shared_data()) return;
  const FeatureTable latin = read_features(shared_data() / "nasty/pyshp/latin1.shp");
  BOOST_TEST(latin.features.size() >= 1);
  const FeatureTable mexico = read_features(shared_data() / "nasty/shapelib/mexico/states.shp");
  BOOST_TEST(mexico.features.size() == 32);
  BOOST_TEST(mexico.crs.epsg == 4326);
  BOOST_TEST(mexico.crs_guessed);
}

BOOST_AUTO_TEST_SUITE_END()
