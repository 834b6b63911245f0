#include "gis/formats/features.h"

#include <boost/test/unit_test.hpp>
#include <cmath>
#include <random>

#include "gis/words/issue.h"
#include "tests/gis/formats/nasty_files.h"
#include "tests/support/places.h"

using namespace smile;
using namespace smile::tests;

namespace {

const Box rostock{11.998, 54.051, 12.295, 54.245};

std::int64_t count(const FeatureTable& table, const std::string& kind) {
  return std::count_if(table.report.issues.begin(), table.report.issues.end(),
                       [&](const Issue& issue) { return issue.kind == kind; });
}

const Issue& first(const FeatureTable& table, const std::string& kind) {
  const auto found = std::find_if(table.report.issues.begin(), table.report.issues.end(),
                                  [&](const Issue& issue) { return issue.kind == kind; });
  BOOST_REQUIRE_MESSAGE(found != table.report.issues.end(), "no issue " << kind);
  return *found;
}

ReadOptions in(const std::string& crs) {
  ReadOptions options;
  options.crs = crs;
  return options;
}

bool throws(ErrorKind kind, const std::filesystem::path& file, const ReadOptions& options = {}) {
  try {
    read_features(file, options);
  } catch (const Error& error) {
    BOOST_TEST_MESSAGE(error.what());
    return error.kind() == kind;
  }
  return false;
}

std::string square_json(double x, double y, double size, const std::string& more = {}) {
  const auto pair = [](double a, double b) { return "[" + std::to_string(a) + "," + std::to_string(b) + "]"; };
  return R"({"type":"FeatureCollection",)" + more +
         R"("features":[{"type":"Feature","properties":{"name":"Straße","n":7,"share":0.1,"when":"2021-01-07"},"geometry":{"type":"Polygon","coordinates":[[)" +
         pair(x, y) + "," + pair(x + size, y) + "," + pair(x + size, y + size) + "," + pair(x, y + size) + "," +
         pair(x, y) + "]]}}]}";
}

}  // namespace

BOOST_AUTO_TEST_SUITE(features)

BOOST_AUTO_TEST_CASE(a_whole_shapefile_is_read_without_a_warning_and_stays_byte_identical) {
  const TemporaryFolder folder;
  write_shapefile(folder / "d.shp", three_squares());
  const std::string before = read_file(folder / "d.shp") + read_file(folder / "d.shx") + read_file(folder / "d.dbf");
  const FeatureTable table = read_features(folder / "d.shp", in("EPSG:25833"));
  BOOST_REQUIRE_EQUAL(table.features.size(), 3);
  BOOST_TEST(table.features[1].row == 2);
  BOOST_TEST(table.features[1].cells.at(0) == "Neustadt");
  BOOST_TEST(area(table.features[1].geometry) == 1e6);
  BOOST_TEST(table.report.declared == 3);
  BOOST_TEST(table.report.read == 3);
  BOOST_TEST(table.report.skipped == 0);
  BOOST_TEST(table.report.issues.empty());
  BOOST_TEST(read_file(folder / "d.shp") + read_file(folder / "d.shx") + read_file(folder / "d.dbf") == before);
  BOOST_TEST(std::distance(std::filesystem::directory_iterator(folder.path()), {}) == 3);
}

BOOST_AUTO_TEST_CASE(a_missing_index_is_rebuilt_in_a_copy) {
  const TemporaryFolder folder;
  write_shapefile(folder / "d.shp", three_squares());
  std::filesystem::remove(folder / "d.shx");
  const FeatureTable table = read_features(folder / "d.shp", in("25833"));
  BOOST_TEST(table.features.size() == 3);
  BOOST_TEST(count(table, "index_rebuilt") == 1);
  BOOST_TEST(!std::filesystem::exists(folder / "d.shx"));
}

BOOST_AUTO_TEST_CASE(a_cut_shapefile_says_what_is_lost) {
  const TemporaryFolder folder;
  write_shapefile(folder / "d.shp", three_squares());
  std::filesystem::resize_file(folder / "d.shp", std::filesystem::file_size(folder / "d.shp") - 40);
  const FeatureTable table = read_features(folder / "d.shp", in("25833"));
  BOOST_TEST(table.report.declared == 3);
  BOOST_TEST(count(table, "length_wrong") == 1);
  BOOST_TEST(count(table, "index_wrong") == 1);
  BOOST_TEST(table.report.read + table.report.skipped == 3);
  BOOST_TEST((count(table, "records_lost") == 1 || count(table, "geometry_null") == 1));
}

BOOST_AUTO_TEST_CASE(a_missing_table_still_gives_the_shapes) {
  const TemporaryFolder folder;
  write_shapefile(folder / "d.shp", three_squares());
  std::filesystem::remove(folder / "d.dbf");
  const FeatureTable table = read_features(folder / "d.shp", in("25833"));
  BOOST_TEST(table.features.size() == 3);
  BOOST_TEST(count(table, "dbf_missing") == 1);
}

BOOST_AUTO_TEST_CASE(each_part_of_a_shapefile_stands_for_the_whole) {
  const TemporaryFolder folder;
  write_shapefile(folder / "d.shp", three_squares());
  BOOST_TEST(read_features(folder / "d.dbf", in("25833")).features.size() == 3);
}

BOOST_AUTO_TEST_CASE(text_without_code_page_is_read_as_cp1252_and_the_guess_is_listed) {
  const TemporaryFolder folder;
  auto shapes = three_squares();
  shapes[0].name = "L\xFCtten Klein";
  write_shapefile(folder / "d.shp", shapes);
  const FeatureTable table = read_features(folder / "d.shp", in("25833"));
  BOOST_TEST(table.features[0].cells[0] == "Lütten Klein");
  BOOST_TEST(table.encoding_guessed);
  BOOST_TEST(table.report.encoding == "CP1252");
  BOOST_CHECK(first(table, "encoding_guessed").severity == Severity::note);
}

BOOST_AUTO_TEST_CASE(the_code_page_file_and_the_language_byte_decide) {
  const TemporaryFolder folder;
  auto shapes = three_squares();
  shapes[0].name = "L\x81tten Klein";
  write_shapefile(folder / "d.shp", shapes, 0x02);
  BOOST_TEST(read_features(folder / "d.shp", in("25833")).features[0].cells[0] == "Lütten Klein");
  shapes[0].name = "Lütten Klein";
  write_shapefile(folder / "d.shp", shapes, 0x02);
  write_file(folder / "d.cpg", "UTF-8\r\n");
  const FeatureTable table = read_features(folder / "d.shp", in("25833"));
  BOOST_TEST(table.features[0].cells[0] == "Lütten Klein");
  BOOST_TEST(!table.encoding_guessed);
}

BOOST_AUTO_TEST_CASE(the_user_knows_the_encoding_best) {
  const TemporaryFolder folder;
  auto shapes = three_squares();
  shapes[0].name = "L\x81tten Klein";
  write_shapefile(folder / "d.shp", shapes);
  ReadOptions options = in("25833");
  options.encoding = "CP850";
  BOOST_TEST(read_features(folder / "d.shp", options).features[0].cells[0] == "Lütten Klein");
  options.encoding = "KLINGON-8";
  BOOST_TEST(throws(ErrorKind::usage, folder / "d.shp", options));
}

BOOST_AUTO_TEST_CASE(cells_that_were_encoded_twice_are_repaired_and_counted_once_for_the_file) {
  const TemporaryFolder folder;
  auto shapes = three_squares();
  shapes[0].name = "KÃ¶sterbeck";
  shapes[1].name = "Lütten Klein";
  shapes[2].name = "GroÃŸ Klein";
  write_shapefile(folder / "d.shp", shapes);
  write_file(folder / "d.cpg", "UTF-8");
  const FeatureTable table = read_features(folder / "d.shp", in("25833"));
  BOOST_TEST(table.features[0].cells[0] == "Kösterbeck");
  BOOST_TEST(table.features[1].cells[0] == "Lütten Klein");
  BOOST_TEST(table.features[2].cells[0] == "Groß Klein");
  BOOST_TEST(count(table, "encoded_twice") == 1);
  BOOST_CHECK(first(table, "encoded_twice").severity == Severity::note);
  BOOST_TEST(str(first(table, "encoded_twice").message) ==
             "2 texts were encoded twice, as “KÃ¶sterbeck”; they were read as “Kösterbeck”.");
}

BOOST_AUTO_TEST_CASE(a_letter_cut_by_the_width_of_the_field_is_left_out_and_listed) {
  const TemporaryFolder folder;
  auto shapes = three_squares();
  shapes[0].name = "Gartenstadt-Sudwes\xC3\xBC";  // 20 bytes
  shapes[1].name = "Gartenstadt-Sudweste\xC3";
  shapes[1].name = shapes[1].name.substr(1);
  write_shapefile(folder / "d.shp", shapes);
  write_file(folder / "d.cpg", "UTF-8");
  const FeatureTable table = read_features(folder / "d.shp", in("25833"));
  BOOST_TEST(table.features[1].cells[0] == "artenstadt-Sudweste");
  BOOST_TEST(count(table, "letter_cut") == 1);
}

BOOST_AUTO_TEST_CASE(bow_ties_nulls_and_twins_are_counted_and_listed) {
  const TemporaryFolder folder;
  auto shapes = three_squares();
  shapes.push_back(
      {"Schleife", {{310000, 6004000}, {310004, 6004004}, {310004, 6004000}, {310000, 6004004}, {310000, 6004000}}});
  shapes.push_back({"Nichts", {}});
  shapes.push_back({"Zwilling", shapes[0].ring});
  write_shapefile(folder / "d.shp", shapes);
  const FeatureTable table = read_features(folder / "d.shp", in("25833"));
  BOOST_TEST(table.features.size() == 6);
  BOOST_TEST(table.report.repaired == 1);
  const Issue& repaired = first(table, "geometry_repaired");
  BOOST_TEST(repaired.row.value() == 4);
  BOOST_TEST(in(Language::english, repaired.message).find("8 m² after") != std::string::npos);
  BOOST_TEST(first(table, "geometry_null").row.value() == 5);
  BOOST_TEST(first(table, "geometry_duplicate").row.value() == 6);
  BOOST_TEST(area(table.features[3].geometry) == 8);
}

BOOST_AUTO_TEST_CASE(areas_of_repairs_are_in_square_metres_also_for_degrees) {
  const TemporaryFolder folder;
  write_file(
      folder / "d.geojson",
      R"({"type":"Feature","properties":{},"geometry":{"type":"Polygon","coordinates":[[[12.1,54.1],[12.11,54.11],[12.11,54.1],[12.1,54.11],[12.1,54.1]]]}})");
  const Issue issue = first(read_features(folder / "d.geojson"), "geometry_repaired");
  const double after = std::get<double>(issue.message.arguments.at(1));
  BOOST_TEST(after > 300000);
  BOOST_TEST(after < 400000);
  BOOST_CHECK(issue.severity == Severity::warning);
}

BOOST_AUTO_TEST_CASE(infinite_and_absurd_coordinates_leave_the_record_without_geometry) {
  const TemporaryFolder folder;
  auto shapes = three_squares();
  shapes[1].ring[2].x = std::numeric_limits<double>::quiet_NaN();
  shapes[2].ring[2].y = 1e300;
  write_shapefile(folder / "d.shp", shapes);
  const FeatureTable table = read_features(folder / "d.shp", in("25833"));
  BOOST_TEST(table.features.size() == 3);
  BOOST_TEST(count(table, "geometry_not_finite") == 2);
  BOOST_TEST(table.features[1].geometry.empty());
  BOOST_TEST(table.features[1].cells[0] == "Neustadt");
}

BOOST_AUTO_TEST_CASE(geojson_keeps_its_values) {
  const TemporaryFolder folder;
  write_file(folder / "d.geojson", square_json(12.1, 54.1, 0.01));
  const FeatureTable table = read_features(folder / "d.geojson");
  BOOST_TEST(table.crs.epsg == 4326);
  BOOST_TEST(!table.crs_guessed);
  BOOST_REQUIRE_EQUAL(table.columns.size(), 4);
  BOOST_CHECK(table.columns[1].type == ColumnType::integer);
  BOOST_CHECK(table.features[0].cells == (std::vector<std::string>{"Straße", "7", "0.1", "2021-01-07"}));
}

BOOST_AUTO_TEST_CASE(a_missing_system_is_proposed_from_the_city) {
  const TemporaryFolder folder;
  write_shapefile(folder / "d.shp", three_squares());
  ReadOptions options;
  options.city = rostock;
  const FeatureTable table = read_features(folder / "d.shp", options);
  BOOST_TEST(table.crs.epsg == 25833);
  BOOST_TEST(table.crs_guessed);
  BOOST_TEST(!table.crs_proposals.empty());
  BOOST_CHECK(first(table, "crs_guessed").severity == Severity::note);
}

BOOST_AUTO_TEST_CASE(a_wrong_system_is_answered_with_a_proposal) {
  const TemporaryFolder folder;
  write_shapefile(folder / "d.shp", three_squares());
  write_file(folder / "d.prj", crs_esri_wkt(crs_from_epsg(4326)));
  const FeatureTable table = read_features(folder / "d.shp");
  BOOST_TEST(table.crs_guessed);
  BOOST_TEST(count(table, "crs_wrong") == 1);
  ReadOptions options;
  options.city = rostock;
  BOOST_TEST(read_features(folder / "d.shp", options).crs.epsg == 25833);
}

BOOST_AUTO_TEST_CASE(exchanged_axes_are_found_and_put_right) {
  const TemporaryFolder folder;
  write_file(folder / "d.geojson", square_json(54.1, 12.1, 0.01));
  for (const Box& city : {Box{}, rostock}) {
    ReadOptions options;
    options.city = city;
    const FeatureTable table = read_features(folder / "d.geojson", options);
    BOOST_TEST(count(table, "axes_swapped") == 1);
    BOOST_TEST(std::abs(bounds(table.features[0].geometry).min_x - 12.1) < 1e-9);
  }
}

BOOST_AUTO_TEST_CASE(where_no_system_fits_the_sentence_names_the_option) {
  const TemporaryFolder folder;
  write_shapefile(folder / "d.shp", {{"a", square_ring(1296367, 228199, 1000)}});
  BOOST_TEST(throws(ErrorKind::needs_answer, folder / "d.shp"));
  try {
    read_features(folder / "d.shp");
  } catch (const Error& error) {
    BOOST_TEST(std::string(error.what()).find("--crs EPSG:n") != std::string::npos);
  }
  ReadOptions look;
  look.without_crs = true;
  const FeatureTable table = read_features(folder / "d.shp", look);
  BOOST_TEST(!table.crs.known());
  BOOST_TEST(count(table, "crs_unknown") == 1);
}

BOOST_AUTO_TEST_CASE(a_layer_without_features_is_read_as_such) {
  const TemporaryFolder folder;
  write_file(folder / "d.geojson", R"({"type":"FeatureCollection","features":[]})");
  BOOST_TEST(read_features(folder / "d.geojson").features.empty());
}

BOOST_AUTO_TEST_CASE(a_table_is_transformed_as_a_whole) {
  const TemporaryFolder folder;
  write_shapefile(folder / "d.shp", three_squares());
  FeatureTable table = read_features(folder / "d.shp", in("25833"));
  transform(table, crs_from_epsg(4326));
  BOOST_TEST(table.crs.epsg == 4326);
  BOOST_TEST(rostock.contains(bounds(table.features[0].geometry).centre()));
  BOOST_TEST(count(table, "not_transformable") == 0);
}

BOOST_AUTO_TEST_CASE(a_cancelled_reading_stops) {
  const TemporaryFolder folder;
  write_shapefile(folder / "d.shp", std::vector<Shape>(2000, three_squares()[0]));
  std::stop_source stop;
  bool said = false;
  const Progress progress(stop.get_token(), [&](const Text&, double) {
    said = true;
    stop.request_stop();
  });
  BOOST_CHECK_EXCEPTION(read_features(folder / "d.shp", in("25833"), progress), Error,
                        [](const Error& error) { return error.kind() == ErrorKind::cancelled; });
  BOOST_TEST(said);
}

BOOST_AUTO_TEST_CASE(kml_gml_and_lines_of_geojson_are_read) {
  const TemporaryFolder folder;
  write_file(
      folder / "d.kml",
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?><kml "
      "xmlns=\"http://www.opengis.net/kml/2.2\"><Document><Folder><name>Orte</name>"
      "<Placemark><name>Straße</name><Polygon><outerBoundaryIs><LinearRing><coordinates>12.1,54.1,5 12.2,54.1,5 "
      "12.2,54.2,5 "
      "12.1,54.1,5</coordinates></LinearRing></outerBoundaryIs></Polygon></Placemark></Folder></Document></kml>");
  const FeatureTable kml = read_features(folder / "d.kml");
  BOOST_REQUIRE_EQUAL(kml.features.size(), 1);
  BOOST_TEST(kml.layer == "Orte");
  BOOST_TEST(kml.features[0].cells.at(0) == "Straße");
  BOOST_TEST(count(kml, "heights_dropped") == 1);
  write_file(
      folder / "d.gml",
      "<?xml version=\"1.0\"?><f:c xmlns:f=\"http://example.org/f\" "
      "xmlns:gml=\"http://www.opengis.net/gml\"><gml:featureMember><f:ort "
      "fid=\"1\"><f:name>Straße</f:name><f:g><gml:Polygon srsName=\"EPSG:25833\"><gml:outerBoundaryIs><gml:LinearRing>"
      "<gml:coordinates>307000,6004000 308000,6004000 308000,6005000 307000,6004000</gml:coordinates></gml:LinearRing>"
      "</gml:outerBoundaryIs></gml:Polygon></f:g></f:ort></gml:featureMember></f:c>");
  const FeatureTable gml = read_features(folder / "d.gml");
  BOOST_TEST(gml.features.size() == 1);
  BOOST_TEST(gml.crs.epsg == 25833);
  BOOST_TEST(!std::filesystem::exists(folder / "d.gfs"));
  write_file(
      folder / "d.geojsonl",
      "{\"type\":\"Feature\",\"properties\":{\"a\":1},\"geometry\":{\"type\":\"Point\",\"coordinates\":[12.1,54.1]}}\n"
      "{\"type\":\"Feature\",\"properties\":{\"a\":2},\"geometry\":{\"type\":\"Point\",\"coordinates\":[12.2,54.1]}}"
      "\n");
  BOOST_TEST(read_features(folder / "d.geojsonl").features.size() == 2);
}

BOOST_AUTO_TEST_CASE(a_collection_is_no_list_of_lines_though_its_features_stand_in_lines) {
  const TemporaryFolder folder;
  const std::string feature =
      R"({"type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":[12.1,54.1]}})";
  write_file(folder / "d.geojson", R"({"type":"FeatureCollection","features":[)" + feature + ",\n" + feature + "]}");
  BOOST_TEST(read_features(folder / "d.geojson").features.size() == 2);
}

BOOST_AUTO_TEST_CASE(closed_lines_of_a_drawing_are_areas) {
  const TemporaryFolder folder;
  write_file(folder / "d.dxf",
             "  0\nSECTION\n  2\nENTITIES\n  0\nLWPOLYLINE\n  8\nBezirke\n 90\n4\n 70\n1\n 10\n307000\n 20\n6004000\n "
             "10\n308000\n 20\n6004000\n"
             " 10\n308000\n 20\n6005000\n 10\n307000\n 20\n6005000\n  0\nENDSEC\n  0\nEOF\n");
  ReadOptions options;
  options.city = rostock;
  const FeatureTable table = read_features(folder / "d.dxf", options);
  BOOST_REQUIRE_EQUAL(table.features.size(), 1);
  BOOST_CHECK(table.features[0].geometry.kind == GeometryKind::area);
  BOOST_TEST(area(table.features[0].geometry) == 1e6);
}

BOOST_AUTO_TEST_CASE(the_real_districts_come_in_whole) {
  if (!have_shared_data()) return;
  const FeatureTable table = read_features(shared_data() / "rostock" / "stadtbereiche.shp");
  BOOST_TEST(table.features.size() == 21);
  BOOST_TEST(table.crs.epsg == 4326);
  BOOST_TEST(table.report.encoding == "UTF-8");
  BOOST_TEST(table.report.issues.empty());
}

BOOST_AUTO_TEST_SUITE_END()
