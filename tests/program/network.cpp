// The walking network on the command line.

#include <boost/test/unit_test.hpp>
#include <fstream>

#include "tests/program/program.h"

using namespace smile::tests;

namespace {

/// A plan without districts, and streets in two parts.
struct WithStreets {
  TemporaryFolder folder;
  std::string plan = (folder / "plan.gpkg").string();
  std::string streets = (folder / "wege.geojson").string();

  WithStreets() {
    std::ofstream(streets) << R"({"type":"FeatureCollection","features":[
{"type":"Feature","properties":{},"geometry":{"type":"LineString","coordinates":[[12.10,54.10],[12.11,54.10],[12.12,54.10]]}},
{"type":"Feature","properties":{},"geometry":{"type":"LineString","coordinates":[[12.11,54.10],[12.11,54.11]]}},
{"type":"Feature","properties":{},"geometry":{"type":"LineString","coordinates":[[12.20,54.10],[12.21,54.10]]}}]})";
    BOOST_REQUIRE(smileplaces({"new", plan, "--title", "Wege"}).exit == 0);
  }
  /// Those of context; the plan's own have no number.
  nlohmann::json layers() {
    nlohmann::json found = nlohmann::json::array();
    const nlohmann::json list = smileplaces({"list", plan, "layers", "--json"}).json();
    for (const auto& layer : list["layers"])
      if (layer.contains("id")) found.push_back(layer);
    return found;
  }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(network)

BOOST_FIXTURE_TEST_CASE(a_network_is_added_counted_and_drawn_quietly, WithStreets) {
  const Run dry = smileplaces({"add", plan, "network", streets, "--dry-run", "--json"});
  BOOST_TEST(dry.json()["edges"] == 4);
  BOOST_TEST(layers().empty());
  const Run run = smileplaces({"add", plan, "network", streets, "--name", "Netz", "--json"});
  BOOST_TEST(run.exit == 1, run.err);  // a fifth of the length can't be reached from the rest
  const auto json = run.json();
  BOOST_TEST(json["added"] == 1);
  BOOST_TEST(json["nodes"] == 6);
  BOOST_TEST(json["edges"] == 4);
  BOOST_TEST(json["components"] == 2);
  BOOST_TEST(json["largest_component_share"].get<double>() == 0.787, boost::test_tools::tolerance(0.01));
  BOOST_TEST(json["length_km"].get<double>() == 3.07, boost::test_tools::tolerance(0.01));
  BOOST_TEST(json["issues"].back()["kind"] == "network_connectivity");
  BOOST_REQUIRE(layers().size() == 1U);
  BOOST_TEST(layers()[0]["name"] == "Netz");
  BOOST_TEST(layers()[0]["source"] == "plan");
  BOOST_TEST(layers()[0]["use"] == "network");
  BOOST_TEST(smileplaces({"map", plan, (folder / "karte.png").string(), "--json"}).exit == 0);
}

BOOST_FIXTURE_TEST_CASE(a_second_network_takes_the_place_of_the_first, WithStreets) {
  for (const char* name : {"Eins", "Zwei"}) smileplaces({"add", plan, "network", streets, "--name", name});
  BOOST_REQUIRE(layers().size() == 2U);
  for (const auto& layer : layers()) BOOST_TEST(layer["use"] == (layer["name"] == "Zwei" ? "network" : "none"));
}

BOOST_FIXTURE_TEST_CASE(what_is_no_network_is_refused_in_both_languages, WithStreets) {
  std::ofstream(streets) << R"({"type":"FeatureCollection","features":[
{"type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":[12.1,54.1]}}]})";
  const Run run = smileplaces({"add", plan, "network", streets});
  BOOST_TEST(run.exit == 2);
  BOOST_TEST(run.err.find("no lines to walk along") != std::string::npos, run.err);
  const Run deutsch = smileplaces({"add", plan, "network", streets, "--language", "de"});
  BOOST_TEST(deutsch.err.find("keine Linien") != std::string::npos, deutsch.err);
  BOOST_TEST(smileplaces({"add", plan, "network"}).exit == 2);
  BOOST_TEST(smileplaces({"add", plan, "network", (folder / "nichts.osm.pbf").string()}).exit == 2);
  BOOST_TEST(layers().empty());
}

BOOST_AUTO_TEST_SUITE_END()
