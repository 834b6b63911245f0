// How much there is for whom, and what people have near, on the command line.

#include <boost/test/unit_test.hpp>
#include <fstream>

#include "tests/program/program.h"

using namespace smile::tests;

namespace {

constexpr const char* crs = R"("crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::25833"}},)";

std::string feature(const std::string& properties, const std::string& geometry) {
  return R"({"type":"Feature","properties":)" + properties + R"(,"geometry":{"type":)" + geometry + "}}";
}

std::string point(int x, int y) {
  return R"("Point","coordinates":[)" + std::to_string(x) + "," + std::to_string(y) + "]";
}

/// A square of 2 km in two districts, a street along it, 60 and 40 people, playgrounds in the west alone.
struct Town {
  TemporaryFolder folder;
  std::string plan = (folder / "plan.gpkg").string();

  Town() {
    const std::string districts = file("districts", {district("West", "W", 305000), district("Ost", "O", 306000)});
    add({"new", plan, "--districts", districts, "--plan-crs", "EPSG:25833"});
    const std::string homes = file("homes", {feature(R"({"einwohner":60,"u6":6})", point(305500, 6001000)),
                                             feature(R"({"einwohner":40,"u6":10})", point(306500, 6001000))});
    add({"add", plan, "population", homes, "--name", "Einwohner"});
    add({"add", plan, "network",
         file("weg", {feature("{}", R"("LineString","coordinates":[[305000,6001000],[307000,6001000]])")})});
    add({"add", plan, "layer",
         file("spielplaetze", {feature(R"({"name":"a","groesse":16})", point(305400, 6001000)),
                               feature(R"({"name":"b","groesse":null})", point(305700, 6001000))}),
         "--name", "Spielplätze"});
    add({"add", plan, "layer", file("kitas", {feature("{}", point(306000, 6001000))}), "--name", "Kitas"});
  }
  void add(const std::vector<std::string>& call) {
    const Run run = smileplaces(call);
    BOOST_REQUIRE_MESSAGE(run.exit <= 1, run.err);
  }
  std::string file(const std::string& name, const std::vector<std::string>& features) {
    const std::string path = (folder / (name + ".geojson")).string();
    std::ofstream out(path);
    out << R"({"type":"FeatureCollection",)" << crs << R"("features":[)";
    for (std::size_t i = 0; i < features.size(); ++i) out << (i == 0 ? "" : ",") << features[i];
    out << "]}";
    return path;
  }
  static std::string district(const std::string& name, const std::string& code, int x) {
    const auto corner = [&](int dx, int y) { return "[" + std::to_string(x + dx) + "," + std::to_string(y) + "]"; };
    return feature(R"({"name":")" + name + R"(","code":")" + code + R"("})",
                   R"("Polygon","coordinates":[[)" + corner(0, 6000000) + "," + corner(1000, 6000000) + "," +
                       corner(1000, 6002000) + "," + corner(0, 6002000) + "," + corner(0, 6000000) + "]]");
  }
  Run ask(std::vector<std::string> words) const {
    words.insert(words.begin(), {"analyse", plan});
    return smileplaces(words);
  }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(supply_and_reach)

BOOST_FIXTURE_TEST_CASE(supply_reads_as_a_planner_says_it, Town) {
  const Run run = ask({"supply", "--places", "Spielplätze", "--capacity", "groesse", "--unit", "m²", "--ages", "0-5",
                       "--target", "2", "--distance", "100"});
  BOOST_TEST(run.exit == 0, run.err);
  BOOST_TEST(
      run.out.find("16 inhabitants of 0 to 5 years have 16 m²: 1 m² per person.\n"
                   "Orientation value: 2 m² per person. There is 50.0 % of what is needed (32 m²).\n"
                   "20 m² are missing, all of it in Ost.\n"
                   "6 of them (37.5 %) live within 100 m, straight, of a place; on average 1 m² per person are in "
                   "reach.\n"
                   "1 of 2 places doesn't say how much it holds; it is left out, not taken for 0.\n") == 0U,
      run.out);
  BOOST_TEST(run.out.find("O\tOst\t10\t0\t0\t0.00\t20\t20\t0.0 %\t0\t0.0 %\t0.00\t0\n") != std::string::npos, run.out);
  const Run german =
      ask({"supply", "--places", "Spielplätze", "--capacity", "groesse", "--target", "2", "--language", "de"});
  BOOST_TEST(german.out.find("100 Einwohnern stehen 16 groesse zur Verfügung: 0,16 groesse je Person.") == 0U,
             german.out);
}

BOOST_FIXTURE_TEST_CASE(supply_as_json_keeps_what_nobody_knows_apart_from_0, Town) {
  const auto json = ask({"supply", "--places", "Spielplätze", "--capacity", "groesse", "--target", "2", "--per", "10",
                         "--minutes", "6", "--by", "walk", "--json"})
                        .json();
  BOOST_TEST(json["places_of_unknown_capacity"] == 1);
  BOOST_TEST(json["by"] == "walk");
  const auto group = json["groups"][0];
  BOOST_TEST(group["distance_m"] == 500);
  BOOST_TEST(group["need"] == 20);
  BOOST_TEST(group["coverage"] == 0.8);
  BOOST_TEST(group["reached"] == 60);
  BOOST_TEST(group["districts"][1]["name"] == "West");
  BOOST_TEST(group["districts"][1]["places_of_unknown_capacity"] == 1);
  BOOST_TEST(group["districts"][0]["capacity"] == 0);
  const auto counted = ask({"supply", "--places", "Kitas", "--capacity", "count", "--json"}).json();
  BOOST_TEST(counted["groups"][0]["capacity"] == 1);
  BOOST_TEST(!counted["groups"][0].contains("need"));
}

BOOST_FIXTURE_TEST_CASE(kinds_in_reach_have_an_index_and_a_map, Town) {
  const Run run = ask({"reach", "--places", "Spielplätze", "--places", "Kitas", "--minutes", "6", "--layer-name", "Nah",
                       "--keep", "Kurze Wege"});
  BOOST_TEST(run.exit == 0, run.err);
  BOOST_TEST(run.out.find("On average, 80.0 % of the 2 kinds of places are at most 6 minutes (500 m) on foot away.\n"
                          "Of 100 inhabitants 60 (60.0 %) have every kind in reach, 0 (0.0 %) none.\n"
                          "The lowest index has Ost: 50.0 %.\n") == 0U,
             run.out);
  BOOST_TEST(run.out.find("W\tWest\t60\t100.0 %\t60\t0\t100.0 %\t100.0 %\n") != std::string::npos, run.out);
  BOOST_TEST(smileplaces({"list", plan, "layers"}).out.find("Nah") != std::string::npos);
  const auto json =
      ask({"reach", "--places", "Spielplätze", "--places", "Kitas", "--distance", "500", "--by", "line", "--json"})
          .json();
  BOOST_TEST(json["index"] == 0.8);
  BOOST_TEST(json["kinds"][1]["kind"] == "Kitas");
  BOOST_TEST(json["kinds"][1]["places"] == 1);
  BOOST_TEST(json["districts"][0]["with_all"] == 0);
  const auto again = ask({"again", "--json"}).json();
  BOOST_TEST(again["results"][0]["outdated"] == false);
  BOOST_TEST(again["results"][0]["kind"] == "reach");
}

BOOST_FIXTURE_TEST_CASE(a_catchment_and_its_gaps_can_be_asked_in_minutes, Town) {
  const Run run = ask({"catchment", "--places", "Kitas", "--minutes", "6", "--by", "walk"});
  BOOST_TEST(
      run.out.find("100 of 100 inhabitants (100.0 %) have at most 6 minutes (500 m) to walk to the one place.") == 0U,
      run.out);
  const auto json = ask({"catchment", "--places", "Kitas", "--minutes", "6", "--speed", "4.8", "--json"}).json();
  BOOST_TEST(json["bands"][0]["minutes"] == 6);
  BOOST_TEST(json["distance_m"] == 480);
  BOOST_TEST(json["people"] == 0);
  const Run gaps = ask({"gaps", "--places", "Spielplätze", "--preset", "din-playground-0-5"});
  BOOST_TEST(gaps.out.find("10 of 16 inhabitants of 0 to 5 years (62.5 %) are not reached within 175 m.") == 0U,
             gaps.out);
}

BOOST_FIXTURE_TEST_CASE(a_layer_is_told_once_what_it_holds_and_of_which_kind, Town) {
  const std::string path = (folder / "spielplaetze.geojson").string();
  add({"add", plan, "places", path, "--name", "Plätze", "--capacity", "groesse", "--kind", "play"});
  add({"add", plan, "places", (folder / "kitas.geojson").string(), "--name", "Horte", "--kind", "play"});
  const auto supply = ask({"supply", "--places", "Plätze", "--json"}).json();
  BOOST_TEST(supply["unit"] == "groesse");
  BOOST_TEST(supply["groups"][0]["capacity"] == 16);
  const auto reach = ask({"reach", "--places", "Plätze", "--places", "Horte", "--by", "line", "--json"}).json();
  BOOST_TEST_REQUIRE(reach["kinds"].size() == 1U);
  BOOST_TEST(reach["kinds"][0]["kind"] == "play");
  BOOST_TEST(reach["kinds"][0]["places"] == 3);
  const Run odd = smileplaces({"add", plan, "places", path, "--capacity", "size"});
  BOOST_TEST(odd.exit == 2);
  BOOST_TEST(odd.err.find("it has: name, groesse") != std::string::npos, odd.err);
}

BOOST_FIXTURE_TEST_CASE(what_can_not_be_answered_says_what_to_do, Town) {
  const auto refused = [&](std::vector<std::string> call, const std::string& words) {
    const Run run = ask(std::move(call));
    return run.exit == 2 && run.err.find(words) != std::string::npos;
  };
  BOOST_TEST(refused({"supply"}, "--places"));
  BOOST_TEST(refused({"reach"}, "--places"));
  BOOST_TEST(refused({"supply", "--places", "Kitas"}, "--capacity FIELD"));
  BOOST_TEST(refused({"supply", "--places", "Spielplätze", "--capacity", "size"}, "groesse"));
  BOOST_TEST(refused({"supply", "--places", "Kitas", "--preset", "din"}, "din-playground-0-5"));
  BOOST_TEST(refused({"reach", "--places", "Kitas", "--minutes", "5", "--distance", "100"}, "not both"));
}

BOOST_AUTO_TEST_SUITE_END()
