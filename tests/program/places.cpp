// Places people walk to on the command line: files, OpenStreetMap, timetables.

#include <boost/test/unit_test.hpp>
#include <fstream>

#include "tests/program/program.h"

using namespace smile::tests;

namespace {

struct WithPlaces {
  TemporaryFolder folder;
  std::string plan = (folder / "plan.gpkg").string();
  std::string kitas = (folder / "kitas.geojson").string();
  std::string feed = (folder / "fahrplan").string();

  WithPlaces() {
    std::ofstream(kitas) << R"({"type":"FeatureCollection","features":[
{"type":"Feature","properties":{"name":"Möwe","plaetze":80,"art":"Kita"},"geometry":{"type":"Point","coordinates":[12.10,54.10]}},
{"type":"Feature","properties":{"name":"Anker","plaetze":60,"art":"Hort"},"geometry":{"type":"Point","coordinates":[12.11,54.10]}}]})";
    std::filesystem::create_directory(feed);
    std::ofstream(feed + "/stops.txt") << "stop_id,stop_name,stop_lat,stop_lon\nA,Markt,54.1,12.1\nB,Fern,x,12.1\n";
    BOOST_REQUIRE(smileplaces({"new", plan, "--title", "Orte"}).exit == 0);
  }
  nlohmann::json layer(const std::string& name) {
    const nlohmann::json list = smileplaces({"list", plan, "layers", "--json"}).json();
    for (const auto& one : list["layers"])
      if (one.contains("name") && one["name"] == name) return one;
    return {};
  }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(places)

BOOST_FIXTURE_TEST_CASE(a_file_becomes_places_that_can_be_asked_about, WithPlaces) {
  const Run dry = smileplaces({"add", plan, "places", kitas, "--dry-run", "--json"});
  BOOST_TEST(dry.exit == 0, dry.err);
  BOOST_TEST(dry.json()["places"] == 2);
  BOOST_TEST(layer("Kitas").is_null());
  const Run run = smileplaces({"add", plan, "places", kitas, "--where", "art=Kita", "--where", "art=Hort", "--json"});
  BOOST_TEST(run.exit == 0, run.err);
  const auto json = run.json();
  BOOST_TEST(json["added"] == 1);
  BOOST_TEST(json["kind"] == "kita");
  BOOST_TEST(json["capacity_field"] == "plaetze");
  BOOST_TEST(json["layers"] == nlohmann::json({"Kitas"}));
  BOOST_TEST(json["service_day"].is_null());
  BOOST_TEST(layer("Kitas")["use"] == "places");
  BOOST_TEST(layer("Kitas")["source"] == "plan");
  BOOST_TEST(layer("Kitas")["features"] == 2);
  BOOST_TEST(smileplaces({"list", plan, "reports", "--json"}).out.find("places") != std::string::npos);
}

BOOST_FIXTURE_TEST_CASE(a_timetable_is_added_and_checked_with_its_bad_rows, WithPlaces) {
  const Run run = smileplaces({"add", plan, "places", feed, "--name", "Halte", "--json"});
  BOOST_TEST(run.exit == 1, run.err);  // a row that can't be read is a warning
  BOOST_TEST(run.json()["places"] == 1);
  BOOST_TEST(run.json()["issues"][0]["row"] == 3);
  BOOST_TEST(layer("Halte")["topic"] == "stops");
  const Run check = smileplaces({"check", feed, "--json"});
  BOOST_TEST(check.exit == 1, check.err);
  BOOST_TEST(check.json()["issues"][0]["kind"] == "stop_unreadable");
  BOOST_TEST(smileplaces({"check", kitas, "--as", "places"}).exit == 0);
}

BOOST_FIXTURE_TEST_CASE(what_cannot_be_added_is_one_sentence_and_changes_nothing, WithPlaces) {
  const std::string osm = (folder / "stadt.osm").string();
  std::ofstream(osm) << R"(<?xml version="1.0"?><osm version="0.6"></osm>)";
  const std::vector<std::vector<std::string>> calls = {
      {"add", plan, "places"},
      {"add", plan, "places", (folder / "weg.geojson").string()},
      {"add", plan, "places", kitas, "--capacity", "sitze"},
      {"add", plan, "places", kitas, "--where", "art"},
      {"add", plan, "places", kitas, "--where", "art=Zoo"},
      {"add", plan, "places", osm},
      {"add", plan, "places", osm, "--kind", "playground"},
  };
  for (auto call : calls) {
    const Run english = smileplaces(call);
    call.insert(call.end(), {"--language", "de"});
    const Run german = smileplaces(call);
    BOOST_TEST(english.exit == 2, call.back());
    BOOST_TEST(std::count(english.err.begin(), english.err.end(), '\n') == 1, english.err);
    BOOST_TEST(english.err != german.err, english.err);
  }
  BOOST_TEST(layer("Kitas").is_null());
}

BOOST_AUTO_TEST_SUITE_END()
