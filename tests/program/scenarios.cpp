// Scenarios on the command line: made by edits, listed, compared, drawn.

#include <boost/test/unit_test.hpp>
#include <fstream>

#include "tests/program/program.h"

using namespace smile::tests;

namespace {

/// One square district, two points with people, a measure beside each.
struct Town {
  TemporaryFolder folder;
  std::string plan = (folder / "plan.gpkg").string();

  Town() {
    const std::string districts = file("district.geojson", {R"({"name":"Mitte","code":"M"})"},
                                       {R"({"type":"Polygon","coordinates":[[[305000,6000000],[309000,6000000],)"
                                        R"([309000,6004000],[305000,6004000],[305000,6000000]]]})"});
    BOOST_REQUIRE(smileplaces({"new", plan, "--districts", districts, "--plan-crs", "EPSG:25833"}).exit <= 1);
    const std::string homes = file(
        "homes.geojson", {R"({"einwohner":120})", R"({"einwohner":80})"},
        {R"({"type":"Point","coordinates":[306000,6001000]})", R"({"type":"Point","coordinates":[308000,6003000]})"});
    BOOST_REQUIRE(smileplaces({"add", plan, "population", homes, "--name", "Einwohner"}).exit <= 1);
    edit(R"({"edit":"add","measure":{"number":"1","title":"Bank","cost":500,"x":306050,"y":6001000}}
{"edit":"add","measure":{"number":"2","title":"Brunnen","cost":2500.5,"x":308050,"y":6003000}}
{"edit":"add","measure":{"number":"3","title":"Idee"}}
{"edit":"scenario","name":"A","measures":["1"]}
{"edit":"scenario","name":"B","measures":["1","2"],"on":["3"]}
)");
  }

  Run edit(const std::string& lines) const { return smileplaces({"edit", plan, "-"}, lines); }
  std::string file(const std::string& name, const std::vector<std::string>& properties,
                   const std::vector<std::string>& geometries) {
    std::ofstream out(folder / name);
    out << R"({"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::25833"}},)"
        << R"("features":[)";
    for (std::size_t i = 0; i < properties.size(); ++i)
      out << (i == 0 ? "" : ",") << R"({"type":"Feature","properties":)" << properties[i] << R"(,"geometry":)"
          << geometries[i] << "}";
    out << "]}";
    return (folder / name).string();
  }
  nlohmann::json listed() const { return smileplaces({"list", plan, "scenarios", "--json"}).json()["scenarios"]; }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(scenarios, Town)

BOOST_AUTO_TEST_CASE(scenarios_are_listed_with_their_measures_and_what_they_cost) {
  const auto list = listed();
  BOOST_TEST_REQUIRE(list.size() == 2U);
  BOOST_TEST(list[0]["name"] == "A");
  BOOST_TEST(list[0]["count"] == 1);
  BOOST_TEST(list[1]["cost"] == 3000.5);
  BOOST_TEST(list[1]["without_cost"] == 1);
  BOOST_TEST(list[1]["measures"].size() == 3U);
  BOOST_TEST(list[1]["shown"] == false);
}

BOOST_AUTO_TEST_CASE(an_added_scenario_is_acknowledged_with_its_id) {
  const Run run = edit(R"({"edit":"scenario","name":"C","measures":[]})");
  BOOST_TEST(run.json()["id"] == listed()[2]["id"]);
  BOOST_TEST(edit(R"({"edit":"remove_scenario","name":"C"})").exit == 0);
  BOOST_TEST(listed().size() == 2U);
  const Run typo = edit(R"({"edit":"scenario","name":"D","on":["1"]})");
  BOOST_TEST(typo.exit == 2);
  BOOST_TEST(typo.out.find("it has: A, B.") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(two_scenarios_are_compared_in_figures_for_the_city_and_its_districts) {
  const Run run = smileplaces({"analyse", plan, "compare", "--before", "A", "--after", "B", "--json"});
  BOOST_TEST(run.exit == 0, run.err);
  const auto json = run.json();
  BOOST_TEST(json["before"] == "A");
  BOOST_TEST(json["reached"]["before"] == 120);
  BOOST_TEST(json["reached"]["after"] == 200);
  BOOST_TEST(json["reached"]["difference"] == 80);
  BOOST_TEST(json["share"]["difference"] == 0.4);
  BOOST_TEST(json["cost"]["difference"] == 2500.5);
  BOOST_TEST(json["measures"]["difference"] == 2);
  BOOST_TEST(json["only_after"].size() == 2U);
  BOOST_TEST(json["districts"][0]["code"] == "M");
  BOOST_TEST(json["districts"][0]["reached"]["difference"] == 80);
  BOOST_TEST(json["districts"][1]["where"] == "no_place");
  BOOST_TEST(json["sentences"][0] ==
             "With “B”, 80 more inhabitants are reached within 500 m than with “A”: 200 instead of 120 (+40.0 "
             "percentage points).");
}

BOOST_AUTO_TEST_CASE(german_has_its_own_order_of_words) {
  const Run run = smileplaces({"analyse", plan, "compare", "--before", "none", "--after", "A", "--language", "de"});
  BOOST_TEST(run.out.find("Von den Einwohnern werden mit „A“ innerhalb von 500 m 120 mehr erreicht als mit keiner "
                          "Maßnahme: 120 statt 0 (+60,0 Prozentpunkte).") != std::string::npos,
             run.out);
}

BOOST_AUTO_TEST_CASE(what_cannot_be_compared_is_said_and_nothing_is_changed) {
  const Run unknown = smileplaces({"analyse", plan, "compare", "--before", "A", "--after", "Z"});
  BOOST_TEST(unknown.exit == 2);
  BOOST_TEST(unknown.err.find("it has: A, B.") != std::string::npos);
  BOOST_TEST(smileplaces({"analyse", plan, "compare", "--before", "A"}).exit == 2);
}

BOOST_AUTO_TEST_CASE(a_kept_comparison_has_a_map_and_is_counted_again_when_the_scenario_changes) {
  BOOST_TEST(smileplaces({"analyse", plan, "compare", "--before", "A", "--after", "B", "--keep", "A und B"}).exit == 0);
  const auto layers = smileplaces({"list", plan, "layers", "--json"}).json()["layers"];
  BOOST_TEST(std::any_of(layers.begin(), layers.end(), [](const auto& layer) { return layer["name"] == "A und B"; }));
  edit(R"({"edit":"scenario","name":"B","off":["2"]})");
  const auto state = [&] { return smileplaces({"analyse", plan, "results", "--json"}).json()["results"][0]; };
  BOOST_TEST(state()["outdated"] == true);
  BOOST_TEST(state()["question"] == "compare --after B --before A");
  BOOST_TEST(smileplaces({"analyse", plan, "again"}).exit == 0);
  BOOST_TEST(state()["outdated"] == false);
}

BOOST_AUTO_TEST_CASE(a_map_is_drawn_with_a_scenario_and_the_plan_stays_as_it_is) {
  const auto drawn = [&](const std::string& scenario) {
    const std::string file = (folder / (scenario + ".svg")).string();
    const Run run = smileplaces({"map", plan, file, "--scenario", scenario});
    BOOST_TEST(run.exit <= 1, run.err);
    std::ifstream in(file);
    return std::string(std::istreambuf_iterator<char>(in), {});
  };
  const std::string all = drawn("all"), a = drawn("A");
  BOOST_TEST(all != a);
  BOOST_TEST(listed()[0]["shown"] == false);
  BOOST_TEST(smileplaces({"map", plan, (folder / "x.svg").string(), "--scenario", "Z"}).exit == 2);
}

BOOST_AUTO_TEST_SUITE_END()
