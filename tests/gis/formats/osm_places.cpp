#include "gis/formats/osm_places.h"

#include <boost/test/unit_test.hpp>
#include <fstream>

#include "tests/support/places.h"

using namespace smile;
using tests::TemporaryFolder;

namespace {

/// A square of nodes from `first`, its lower left corner and side in thousandths of a degree.
std::string square(int first, double x, double y, double side) {
  std::string nodes;
  const double corners[][2] = {{0, 0}, {side, 0}, {side, side}, {0, side}};
  for (int i = 0; i < 4; ++i)
    nodes += "<node id=\"" + std::to_string(first + i) + "\" version=\"1\" lat=\"" +
             std::to_string(54.1 + (y + corners[i][1]) / 1000) + "\" lon=\"" +
             std::to_string(12.1 + (x + corners[i][0]) / 1000) + "\"/>";
  return nodes;
}

std::string way(int id, const std::vector<int>& nodes, const std::string& tags) {
  std::string text = "<way id=\"" + std::to_string(id) + "\" version=\"1\">";
  for (const int node : nodes) text += "<nd ref=\"" + std::to_string(node) + "\"/>";
  return text + tags + "</way>";
}

constexpr const char* play = R"(<tag k="leisure" v="playground"/>)";
constexpr const char* area_no = R"(<tag k="leisure" v="playground"/><tag k="area" v="no"/>)";

/// A point, a closed way, a multipolygon whose rim is in two ways and has a hole, and things that are something else.
std::string town() {
  return R"(<?xml version="1.0"?><osm version="0.6">)" +
         std::string(R"(<node id="1" version="1" lat="54.1" lon="12.2"><tag k="leisure" v="playground"/>
<tag k="name" v="Am Deich"/></node><node id="2" version="1" lat="54.1" lon="12.2"><tag k="amenity" v="bench"/></node>)") +
         square(10, 0, 0, 1) + square(20, 10, 0, 4) + square(30, 11, 1, 2) + way(100, {10, 11, 12, 13, 10}, play) +
         way(101, {20, 21, 22}, play) + way(102, {22, 23, 20}, "") + way(103, {30, 31, 32, 33, 30}, "") +
         way(104, {10, 12}, play) + way(105, {10, 11, 12, 13, 10}, area_no) +
         R"(<relation id="200" version="1"><member type="way" ref="101" role="outer"/>
<member type="way" ref="102" role="outer"/><member type="way" ref="103" role="inner"/>
<tag k="type" v="multipolygon"/><tag k="leisure" v="playground"/><tag k="name" v="Großer"/></relation>
<relation id="201" version="1"><member type="way" ref="999" role="outer"/>
<tag k="type" v="multipolygon"/><tag k="leisure" v="playground"/></relation></osm>)";
}

OsmPlaces read(const std::string& text) {
  const TemporaryFolder folder;
  std::ofstream(folder / "stadt.osm", std::ios::binary) << text;
  return read_osm_places(folder / "stadt.osm", [](const OsmTags& tags) { return tags("leisure") == "playground"; },
                         {"name"});
}

const OsmPlace& place(const OsmPlaces& found, const std::string& id) {
  const auto at = std::find_if(found.places.begin(), found.places.end(), [&](const auto& p) { return p.id == id; });
  BOOST_REQUIRE_MESSAGE(at != found.places.end(), id);
  return *at;
}

constexpr double square_degrees = 1e-6;  ///< a thousandth of a degree, squared

}  // namespace

BOOST_AUTO_TEST_SUITE(osm_places)

BOOST_AUTO_TEST_CASE(points_ways_and_multipolygons_are_places) {
  const OsmPlaces found = read(town());
  BOOST_TEST(found.places.size() == 5U);
  BOOST_TEST((place(found, "node/1").shape.kind == GeometryKind::point));
  BOOST_TEST(place(found, "node/1").values[0] == "Am Deich");
  BOOST_TEST((place(found, "way/100").shape.kind == GeometryKind::area));
  BOOST_TEST(area(place(found, "way/100").shape) == square_degrees, boost::test_tools::tolerance(1e-3));
  const OsmPlace& large = place(found, "relation/200");
  BOOST_TEST(large.values[0] == "Großer");
  BOOST_TEST(large.shape.paths() == 2U);
  BOOST_TEST(area(large.shape) == 12 * square_degrees, boost::test_tools::tolerance(1e-3));
}

BOOST_AUTO_TEST_CASE(a_way_that_does_not_close_or_says_it_is_none_is_a_line) {
  const OsmPlaces found = read(town());
  BOOST_TEST((place(found, "way/104").shape.kind == GeometryKind::line));
  BOOST_TEST((place(found, "way/105").shape.kind == GeometryKind::line));
}

BOOST_AUTO_TEST_CASE(the_rim_of_a_multipolygon_is_counted_with_it) {
  for (const OsmPlace& one : read(town()).places) BOOST_TEST(one.id != "way/101");
}

BOOST_AUTO_TEST_CASE(what_an_extract_cut_is_left_out_and_said) {
  const OsmPlaces found = read(town());
  BOOST_TEST(found.report.declared == 6);
  BOOST_TEST(found.report.skipped == 1);  // relation 201, whose way is not in the file
  BOOST_REQUIRE(found.report.issues.size() == 1U);
  BOOST_TEST(found.report.issues[0].kind == "osm_without_shape");
}

BOOST_AUTO_TEST_CASE(what_is_no_openstreetmap_is_refused) {
  BOOST_CHECK_THROW(read("{}"), Error);
  BOOST_CHECK_THROW(read(R"(<?xml version="1.0"?><osm version="0.6"><node id="1")"), Error);
}

BOOST_AUTO_TEST_CASE(a_real_country_has_as_many_as_gdal_counts) {
  if (!tests::have_shared_data()) return;
  const OsmPlaces found = read_osm_places(tests::shared_data() / "osm" / "liechtenstein-latest.osm.pbf",
                                          [](const OsmTags& tags) { return tags("amenity") == "school"; }, {});
  const auto areas = std::count_if(found.places.begin(), found.places.end(),
                                   [](const OsmPlace& one) { return one.shape.kind == GeometryKind::area; });
  BOOST_TEST(areas == 12);  // ogrinfo: 12 multipolygons and 7 points
  BOOST_TEST(std::ssize(found.places) - areas == 7);
}

BOOST_AUTO_TEST_SUITE_END()
