#include "gis/intake/network.h"

#include <boost/test/unit_test.hpp>
#include <fstream>

#include "gis/analysis/network.h"
#include "gis/plan/edits.h"
#include "gis/store/plan_file.h"
#include "tests/support/places.h"

using namespace smile;
using tests::TemporaryFolder;

namespace {

/// Two streets that meet, and a bridge over one of them; near Rostock, in degrees.
std::filesystem::path write_osm(const TemporaryFolder& folder) {
  std::ofstream(folder / "wege.osm") << R"(<?xml version="1.0"?><osm version="0.6">
<node id="1" version="1" lat="54.10" lon="12.10"/><node id="2" version="1" lat="54.10" lon="12.11"/>
<node id="3" version="1" lat="54.10" lon="12.12"/><node id="4" version="1" lat="54.09" lon="12.115"/>
<node id="5" version="1" lat="54.11" lon="12.115"/>
<way id="10" version="1"><nd ref="1"/><nd ref="2"/><nd ref="3"/><tag k="highway" v="residential"/></way>
<way id="11" version="1"><nd ref="2"/><nd ref="5"/><tag k="highway" v="path"/></way>
<way id="12" version="1"><nd ref="4"/><nd ref="5"/><tag k="highway" v="footway"/><tag k="bridge" v="yes"/></way>
</osm>)";
  return folder / "wege.osm";
}

std::filesystem::path write_lines(const TemporaryFolder& folder, const char* geometry) {
  std::ofstream(folder / "wege.geojson") << R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{
"name":"Am Markt"},"geometry":)" << geometry
                                         << "}]}";
  return folder / "wege.geojson";
}

Plan plan_with_district(double x, double y) {
  District district;
  district.code = district.name = "A";
  district.geometry = make_area({{x, y}, {x + 100, y}, {x + 100, y + 100}, {x, y + 100}});
  return set_level("Stadtteile", {district}, crs_from_epsg(25833)).apply(Plan{});
}

ErrorKind refusal(const std::filesystem::path& file, const Plan& plan) {
  try {
    intake_network(file, {}, plan, file.parent_path());
  } catch (const Error& error) {
    return error.kind();
  }
  return ErrorKind::usage;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(network_intake)

BOOST_AUTO_TEST_CASE(openstreetmap_becomes_edges_in_the_plans_system) {
  const TemporaryFolder folder;
  const NetworkIntake intake = intake_network(write_osm(folder), {}, Plan{}, folder.path());
  BOOST_TEST(intake.crs.epsg == 25833);  // of a plan without system
  BOOST_TEST(intake.edges.features.size() == 4U);
  BOOST_TEST((intake.layer.use.kind == LayerUse::Kind::network));
  BOOST_TEST(!german(intake.layer.use.method).empty());
  BOOST_TEST(intake.layer.credit == "© OpenStreetMap");
  BOOST_TEST(intake.report.verb == "network");
  const Connectivity found = connectivity(network_of(intake.edges));
  BOOST_TEST(found.components == 1);  // by node 5; the bridge meets the street below nowhere
  BOOST_TEST(found.nodes == 5);
  // 0.01 degrees of longitude at 54.1° north are 653.9 m on the ellipsoid; the plane of UTM is off by less than 0.1 %.
  BOOST_TEST(intake.edges.features.columns[2].reals[0] == 653.9, boost::test_tools::tolerance(0.001));
}

BOOST_AUTO_TEST_CASE(what_lies_farther_than_two_kilometres_from_the_districts_is_left_out) {
  const TemporaryFolder folder;
  const auto file = write_osm(folder);
  const Transform to_plan(crs_from_epsg(4326), crs_from_epsg(25833));
  const Point west = to_plan(Point{12.10, 54.10}).value();
  const auto edges_near = [&](double x) {
    return intake_network(file, {}, plan_with_district(x, west.y), folder.path()).edges.features.size();
  };
  BOOST_TEST(edges_near(west.x) == 4U);
  BOOST_TEST(edges_near(west.x - 2050) == 1U);  // the first edge reaches into the ground, the others don't
  BOOST_TEST((refusal(file, plan_with_district(west.x - 9000, west.y)) == ErrorKind::refused));
}

BOOST_AUTO_TEST_CASE(any_layer_of_lines_will_do_and_what_has_none_is_refused) {
  const TemporaryFolder folder;
  const auto lines = write_lines(
      folder,
      R"({"type":"MultiLineString","coordinates":[[[12.10,54.10],[12.11,54.10]],[[12.11,54.10],[12.12,54.11]]]})");
  LayerOptions options;
  options.name = "Wege";
  options.credit = "© Stadt";
  const NetworkIntake intake = intake_network(lines, options, Plan{}, folder.path());
  BOOST_TEST(intake.edges.features.size() == 2U);
  BOOST_TEST(cell_text(intake.edges.features.columns[3], 1) == "Am Markt");
  BOOST_TEST(intake.layer.name == "Wege");
  BOOST_TEST(intake.layer.credit == "© Stadt");
  BOOST_TEST(connectivity(network_of(intake.edges)).components == 1);
  BOOST_TEST(
      (refusal(write_lines(folder, R"({"type":"Point","coordinates":[12.1,54.1]})"), Plan{}) == ErrorKind::refused));
}

BOOST_AUTO_TEST_CASE(taken_into_a_plan_and_read_back_the_network_is_the_same) {
  const TemporaryFolder folder;
  const NetworkIntake intake = intake_network(write_osm(folder), {}, Plan{}, folder.path());
  PlanFile file = PlanFile::create(folder / "plan.gpkg", Plan{});
  const auto tables = file.take_features(intake.edges, intake.layer.name, intake.crs);
  BOOST_REQUIRE(tables.size() == 1U);
  MapLayer layer = intake.layer;
  layer.source.kind = LayerSource::Kind::plan;
  layer.source.layer = tables[0].table;
  file.save(std::make_shared<const Plan>(add_layer(layer, intake.crs).apply(*file.plan())));
  const Plan plan = *file.plan();
  const WalkNetwork before = network_of(intake.edges);
  const WalkNetwork after = network_of(*load_layer(*plan.layers[0], plan, place_of(file.path())));
  BOOST_TEST((before.nodes == after.nodes));
  BOOST_TEST((before.points == after.points));
  BOOST_TEST((before.link_ends == after.link_ends));
  for (std::size_t i = 0; i < before.links.size(); ++i) {
    BOOST_TEST(before.links[i].to == after.links[i].to);
    BOOST_TEST(before.links[i].length == after.links[i].length);
  }
}

BOOST_AUTO_TEST_SUITE_END()
