// Whom places reach, on the command line.

#include <boost/test/unit_test.hpp>
#include <fstream>

#include "tests/program/program.h"

using namespace smile::tests;

namespace {

/// One square district, three cells with people, one street, one playground.
struct Town {
  TemporaryFolder folder;
  std::string plan = (folder / "plan.gpkg").string();

  Town() {
    const std::string districts = file(
        "district.geojson", R"({"name":"Mitte","code":"M"})",
        R"("Polygon","coordinates":[[[305000,6000000],[307000,6000000],[307000,6002000],[305000,6002000],[305000,6000000]]])");
    BOOST_REQUIRE(smileplaces({"new", plan, "--districts", districts, "--plan-crs", "EPSG:25833"}).exit <= 1);
    const std::string cells = (folder / "zellen.geojson").string();
    std::ofstream(cells) << R"({"type":"FeatureCollection",)" << crs << R"("features":[)" << cell(305100, 12, 4) << ","
                         << cell(305500, 30, 6) << "," << cell(306500, 58, -1) << "]}";
    const auto added = smileplaces({"add", plan, "population", cells, "--name", "Einwohner", "--json"}).json();
    BOOST_REQUIRE(added["people"] == 100);
    BOOST_TEST(added["secret"] == 1);
    BOOST_TEST(added["age_groups"][0]["to"] == 17);
    const std::string street =
        file("weg.geojson", "{}", R"("LineString","coordinates":[[305000,6001000],[307000,6001000]])");
    BOOST_REQUIRE(smileplaces({"add", plan, "network", street}).exit <= 1);
    const std::string playground =
        file("spielplatz.geojson", R"({"name":"Am Teich"})", R"("Point","coordinates":[305050,6001000])");
    BOOST_REQUIRE(smileplaces({"add", plan, "layer", playground, "--name", "Spielplätze", "--into-plan"}).exit <= 1);
  }

  std::string file(const std::string& name, const std::string& properties, const std::string& geometry) {
    std::ofstream(folder / name) << R"({"type":"FeatureCollection",)" << crs
                                 << R"("features":[{"type":"Feature","properties":)" << properties
                                 << R"(,"geometry":{"type":)" << geometry << "}}]}";
    return (folder / name).string();
  }
  static std::string cell(int x, int people, int children) {
    const auto corner = [&](int dx, int dy) {
      return "[" + std::to_string(x + dx) + "," + std::to_string(6000950 + dy) + "]";
    };
    return R"({"type":"Feature","properties":{"einwohner":)" + std::to_string(people) + R"(,"u18":)" +
           std::to_string(children) + R"(},"geometry":{"type":"Polygon","coordinates":[[)" + corner(0, 0) + "," +
           corner(100, 0) + "," + corner(100, 100) + "," + corner(0, 100) + "," + corner(0, 0) + "]]}}";
  }
  static constexpr const char* crs = R"("crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::25833"}},)";
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(reach, Town)

BOOST_AUTO_TEST_CASE(a_catchment_is_counted_by_distance_district_and_age) {
  const Run run = smileplaces({"analyse", plan, "catchment", "--places", "Spielplätze", "--distance", "200",
                               "--distance", "600", "--by", "walk", "--json"});
  BOOST_TEST(run.exit == 0, run.err);
  const auto json = run.json();
  BOOST_TEST(json["people"] == 42);
  BOOST_TEST(json["places"] == 1);
  BOOST_TEST(json["distance_m"] == 600);
  BOOST_TEST(json["bands"][0]["people"] == 12);
  BOOST_TEST(json["districts"][0]["name"] == "Mitte");
  BOOST_TEST(json["districts"][0]["bands"][1]["share"] == 0.42);
  BOOST_TEST(!json["method"].get<std::string>().empty());
  BOOST_TEST(json["sources"].size() == 3U);
  const auto children = smileplaces({"analyse", plan, "catchment", "--places", "Spielplätze", "--distance", "600",
                                     "--ages", "0-17", "--json"})
                            .json();
  BOOST_TEST(children["people"] == 10);
}

BOOST_AUTO_TEST_CASE(gaps_are_named_and_become_a_layer_of_the_plan) {
  const Run run = smileplaces(
      {"analyse", plan, "gaps", "--places", "Spielplätze", "--distance", "200", "--layer-name", "Weit weg", "--json"});
  BOOST_TEST(run.exit == 0, run.err);
  const auto json = run.json();
  BOOST_TEST(json["not_reached"] == 88);
  BOOST_TEST(json["gaps"][0]["people"] == 58);
  BOOST_TEST(json["gaps"][0]["district"] == "Mitte");
  const Run list = smileplaces({"list", plan, "layers"});
  BOOST_TEST(list.out.find("Weit weg") != std::string::npos, list.out);
}

BOOST_AUTO_TEST_CASE(the_best_of_candidate_sites_is_chosen_with_its_proof) {
  const std::string sites = (folder / "standorte.geojson").string();
  std::ofstream(sites) << R"({"type":"FeatureCollection",)" << crs << R"("features":[
{"type":"Feature","properties":{"name":"West"},"geometry":{"type":"Point","coordinates":[305200,6001000]}},
{"type":"Feature","properties":{"name":"Ost"},"geometry":{"type":"Point","coordinates":[306500,6001000]}}]})";
  BOOST_REQUIRE(smileplaces({"add", plan, "layer", sites, "--name", "Standorte"}).exit <= 1);
  const auto json = smileplaces({"analyse", plan, "sites", "--candidates", "Standorte", "--places", "Spielplätze",
                                 "--distance", "200", "--by", "walk", "--layer-name", "Gewählt", "--json"})
                        .json();
  BOOST_TEST(json["chosen"][0]["name"] == "Ost");
  BOOST_TEST(json["reached_before"] == 12);
  BOOST_TEST(json["reached"] == 70);
  BOOST_TEST(json["proven"] == true);
  BOOST_TEST(smileplaces({"list", plan, "layers"}).out.find("Gewählt") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(an_answer_is_a_sentence_in_both_languages) {
  const std::vector<std::string> ask = {"analyse", plan, "catchment", "--places", "Spielplätze", "--distance", "600"};
  const auto in = [&](const char* language) {
    std::vector<std::string> call = ask;
    call.insert(call.end(), {"--language", language});
    return smileplaces(call).out;
  };
  BOOST_TEST(in("en").find("42 of 100 inhabitants (42.0 %) live within 600 m") == 0U, in("en"));
  BOOST_TEST(in("de").find("42 von 100 Einwohnern (42,0 %) wohnen höchstens 600 m") == 0U, in("de"));
}

BOOST_AUTO_TEST_CASE(what_can_not_be_answered_says_what_to_do) {
  const auto refused = [&](std::vector<std::string> call, const std::string& words) {
    const Run run = smileplaces(call);
    return run.exit == 2 && run.err.find(words) != std::string::npos;
  };
  BOOST_TEST(refused({"analyse", plan, "catchment"}, "--places"));
  BOOST_TEST(refused({"analyse", plan, "catchment", "--places", "Kitas"}, "Spielplätze"));
  BOOST_TEST(refused({"analyse", plan, "catchment", "--places", "measures", "--ages", "18-30"}, "ages"));
  BOOST_TEST(refused({"analyse", plan, "catchment", "--places", "measures", "--distance", "-5"}, "metres"));
  BOOST_TEST(refused({"analyse", plan, "catchment", "--places", "measures", "--by", "bus"}, "line, walk"));
  const std::string empty = (folder / "leer.gpkg").string();
  BOOST_REQUIRE(smileplaces({"new", empty}).exit == 0);
  BOOST_TEST(refused({"analyse", empty, "catchment", "--places", "measures"}, "add PLAN population"));
}

BOOST_AUTO_TEST_CASE(figures_of_districts_are_spread_over_homes) {
  std::ofstream(folder / "ew.csv") << "Code;Einwohner\nM;1000\n";
  BOOST_REQUIRE(smileplaces({"add", plan, "statistics", (folder / "ew.csv").string(), "--year", "2024"}).exit <= 1);
  const std::string house = file(
      "haus.geojson", R"({"nutzung":"Wohnen"})",
      R"("Polygon","coordinates":[[[305000,6000000],[305010,6000000],[305010,6000010],[305000,6000010],[305000,6000000]]])");
  const auto json = smileplaces({"add", plan, "population", house, "--spread", "floor-area", "--json"}).json();
  BOOST_TEST(json["people"] == 1000);
  BOOST_TEST(json["features"] == 1);
  const auto all = smileplaces({"analyse", plan, "catchment", "--places", "Spielplätze", "--json"}).json();
  BOOST_TEST(all["inhabitants"] == 1000);  // the population that was added last
}

BOOST_AUTO_TEST_CASE(what_the_plan_lacks_comes_with_the_command_that_adds_it) {
  const std::string empty = (folder / "leer.gpkg").string();
  BOOST_REQUIRE(smileplaces({"new", empty}).exit == 0);
  const auto said = [&](std::vector<std::string> question, const std::string& sentence, const std::string& command) {
    question.insert(question.begin(), {"analyse", empty});
    const Run run = smileplaces(question);
    BOOST_TEST(run.exit == 2);
    BOOST_TEST(run.err == "smileplaces: " + sentence + "\n  smileplaces add PLAN " + command + " FILE\n");
  };
  said({"districts"}, "The plan has no districts yet: add them first.", "districts");
  said({"compare", "--before", "none", "--after", "all"}, "The plan has no measures yet: add them first.", "measures");
  const Run run = smileplaces({"analyse", empty, "density", "--places", "Bänke"});
  BOOST_TEST(run.err == "smileplaces: The plan has no layer “Bänke”; it has none at all.\n");
}

BOOST_AUTO_TEST_SUITE_END()
