#include "gis/formats/osm.h"

#include <boost/test/unit_test.hpp>
#include <fstream>
#include <map>

#include "tests/support/places.h"

using namespace smile;
using tests::TemporaryFolder;

namespace {

bool walks(const std::map<std::string, std::string>& tags) {
  return may_walk([&](const char* key) -> std::string_view {
    const auto found = tags.find(key);
    return found == tags.end() ? std::string_view() : std::string_view(found->second);
  });
}

constexpr const char* head = R"(<?xml version="1.0"?><osm version="0.6">)";

/// A street in two ways, a bridge across it without a common node, and a canal nobody walks along.
std::string town() {
  return std::string(head) + R"(
<node id="1" version="1" lat="54.10" lon="12.10"/><node id="2" version="1" lat="54.10" lon="12.11"/>
<node id="3" version="1" lat="54.10" lon="12.12"/><node id="-4" version="1" lat="54.09" lon="12.11"/>
<node id="5" version="1" lat="54.11" lon="12.11"/>
<way id="10" version="1"><nd ref="1"/><nd ref="2"/><tag k="highway" v="residential"/><tag k="name" v="Straße"/></way>
<way id="11" version="1"><nd ref="2"/><nd ref="3"/><tag k="highway" v="steps"/></way>
<way id="12" version="1"><nd ref="-4"/><nd ref="5"/><tag k="highway" v="footway"/><tag k="bridge" v="yes"/></way>
<way id="13" version="1"><nd ref="1"/><nd ref="5"/><tag k="waterway" v="canal"/></way>
</osm>)";
}

std::filesystem::path written(const TemporaryFolder& folder, const std::string& text, const char* name = "stadt.osm") {
  std::ofstream(folder / name, std::ios::binary) << text;
  return folder / name;
}

ErrorKind refusal(const std::filesystem::path& file) {
  try {
    read_osm_ways(file, {});
  } catch (const Error& error) {
    BOOST_TEST(!error.sentence().empty());
    return error.kind();
  }
  return ErrorKind::usage;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(osm)

BOOST_AUTO_TEST_CASE(people_walk_along_streets_paths_and_steps) {
  for (const char* highway :
       {"footway", "pedestrian", "path", "steps", "living_street", "residential", "service", "track", "unclassified",
        "tertiary", "secondary", "primary", "primary_link", "road", "platform"})
    BOOST_TEST(walks({{"highway", highway}}), highway);
  for (const char* highway : {"motorway", "motorway_link", "trunk", "trunk_link", "cycleway", "bridleway", "proposed",
                              "construction", "raceway", "bus_guideway", ""})
    BOOST_TEST(!walks({{"highway", highway}}), highway);
  BOOST_TEST(!walks({{"railway", "rail"}, {"foot", "yes"}}));
}

BOOST_AUTO_TEST_CASE(what_is_forbidden_is_not_walked_unless_foot_says_so) {
  BOOST_TEST(!walks({{"highway", "path"}, {"foot", "no"}}));
  BOOST_TEST(!walks({{"highway", "path"}, {"foot", "private"}}));
  BOOST_TEST(!walks({{"highway", "secondary"}, {"foot", "use_sidepath"}}));
  BOOST_TEST(!walks({{"highway", "service"}, {"access", "private"}}));
  BOOST_TEST(!walks({{"highway", "service"}, {"access", "no"}}));
  BOOST_TEST(walks({{"highway", "service"}, {"access", "no"}, {"foot", "yes"}}));
  BOOST_TEST(walks({{"highway", "service"}, {"access", "private"}, {"foot", "designated"}}));
  BOOST_TEST(walks({{"highway", "track"}, {"access", "forestry"}}));
}

BOOST_AUTO_TEST_CASE(fast_roads_need_a_pavement_and_cycleways_a_word) {
  BOOST_TEST(walks({{"highway", "trunk"}, {"foot", "yes"}}));
  BOOST_TEST(walks({{"highway", "trunk"}, {"sidewalk", "right"}}));
  BOOST_TEST(walks({{"highway", "motorway"}, {"sidewalk:left", "yes"}}));
  BOOST_TEST(!walks({{"highway", "trunk"}, {"sidewalk", "separate"}}));
  BOOST_TEST(!walks({{"highway", "primary"}, {"motorroad", "yes"}}));
  BOOST_TEST(walks({{"highway", "cycleway"}, {"foot", "designated"}}));
  BOOST_TEST(walks({{"highway", "cycleway"}, {"segregated", "yes"}}));
}

BOOST_AUTO_TEST_CASE(bridges_tunnels_and_squares_are_walked_like_any_way) {
  BOOST_TEST(walks({{"highway", "footway"}, {"bridge", "yes"}, {"layer", "1"}}));
  BOOST_TEST(walks({{"highway", "footway"}, {"tunnel", "yes"}}));
  BOOST_TEST(walks({{"highway", "pedestrian"}, {"area", "yes"}}));
}

BOOST_AUTO_TEST_CASE(ways_share_their_nodes_and_a_bridge_shares_none) {
  const TemporaryFolder folder;
  const OsmWays ways = read_osm_ways(written(folder, town()), {});
  BOOST_REQUIRE(ways.lines.size() == 3U);
  BOOST_TEST(ways.lines.vertices.size() == 5U);
  BOOST_TEST(ways.lines.references == (std::vector<std::uint32_t>{0, 1, 1, 2, 3, 4}), boost::test_tools::per_element());
  BOOST_TEST(ways.lines.names[0] == "Straße");
  BOOST_TEST(ways.lines.kinds[1] == "steps");
  BOOST_TEST(ways.lines.vertices[1].x == 12.11);
  BOOST_TEST(ways.report.declared == 4);
  BOOST_TEST(ways.report.read == 3);
  BOOST_TEST(ways.report.skipped == 1);
  BOOST_TEST(ways.report.issues.empty());
}

BOOST_AUTO_TEST_CASE(only_ways_around_the_city_come_in) {
  const TemporaryFolder folder;
  const OsmWays ways = read_osm_ways(written(folder, town()), {12.115, 54.0, 12.2, 54.2});
  BOOST_REQUIRE(ways.lines.size() == 1U);
  BOOST_TEST(ways.lines.kinds[0] == "steps");
  BOOST_TEST(ways.lines.vertices.size() == 2U);
}

BOOST_AUTO_TEST_CASE(a_way_is_cut_where_the_extract_lacks_a_node) {
  const TemporaryFolder folder;
  const OsmWays ways = read_osm_ways(written(folder, std::string(head) + R"(
<node id="1" version="1" lat="54.10" lon="12.10"/><node id="2" version="1" lat="54.10" lon="12.11"/>
<node id="4" version="1" lat="54.10" lon="12.13"/><node id="5" version="1" lat="54.10" lon="12.14"/>
<way id="10" version="1"><nd ref="1"/><nd ref="2"/><nd ref="3"/><nd ref="4"/><nd ref="5"/><nd ref="6"/>
<tag k="highway" v="path"/></way></osm>)"),
                                     {});
  BOOST_TEST(ways.lines.size() == 2U);
  BOOST_REQUIRE(ways.report.issues.size() == 1U);
  BOOST_TEST(ways.report.issues[0].kind == "osm_nodes_missing");
  BOOST_TEST((ways.report.issues[0].severity == Severity::note));
}

BOOST_AUTO_TEST_CASE(what_is_no_such_file_or_damaged_is_said) {
  const TemporaryFolder folder;
  BOOST_TEST((refusal(folder / "none.osm.pbf") == ErrorKind::not_found));
  BOOST_TEST((refusal(folder.path()) == ErrorKind::refused));
  BOOST_TEST((refusal(written(folder, "PK\x03\x04 something", "a.osm.pbf")) == ErrorKind::refused));
  BOOST_TEST((refusal(written(folder, "", "empty.osm")) == ErrorKind::refused));
  BOOST_TEST((refusal(written(folder, town().substr(0, 500))) == ErrorKind::unreadable));
  const std::string bomb = R"(<?xml version="1.0"?><!DOCTYPE osm [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>)";
  BOOST_TEST((refusal(written(folder, bomb + R"(<osm version="0.6"><node id="1" user="&b;"/></osm>)")) ==
              ErrorKind::unreadable));
  std::string pbf(200, '\x7f');
  pbf.replace(0, 15, std::string("\0\0\0\x0d\x0a\x09OSMHeader", 15));
  BOOST_TEST((refusal(written(folder, pbf, "b.osm.pbf")) == ErrorKind::unreadable));
}

BOOST_AUTO_TEST_CASE(files_of_openstreetmap_are_known_by_their_first_bytes) {
  const TemporaryFolder folder;
  BOOST_TEST(is_osm_file(written(folder, town(), "strassen.xml")));
  BOOST_TEST(!is_osm_file(written(folder, R"({"type":"FeatureCollection"})", "a.osm")));
  if (!tests::have_shared_data()) return;
  BOOST_TEST(is_osm_file(tests::shared_data() / "osm" / "herrenberg-minimal.osm.pbf"));
  BOOST_TEST(is_osm_file(tests::shared_data() / "osm" / "north-bayreuth.osm.gz"));
}

BOOST_AUTO_TEST_CASE(real_extracts_of_both_formats_are_read) {
  if (!tests::have_shared_data()) return;
  for (const char* file : {"herrenberg-minimal.osm.pbf", "north-bayreuth.osm.gz"}) {
    const OsmWays ways = read_osm_ways(tests::shared_data() / "osm" / file, {});
    BOOST_TEST(ways.lines.size() > 500U, file);
    for (const std::uint32_t vertex : ways.lines.references) BOOST_REQUIRE(vertex < ways.lines.vertices.size());
  }
}

BOOST_AUTO_TEST_SUITE_END()
