// How even, similar, dense or in conflict, on the command line.

#include <boost/test/unit_test.hpp>
#include <cmath>
#include <fstream>

#include "tests/program/program.h"

using namespace smile::tests;

namespace {

const auto nearly = boost::test_tools::tolerance(1e-6);

std::string ring(int x, int y, int wide, int high) {
  const auto corner = [](int cx, int cy) { return "[" + std::to_string(cx) + "," + std::to_string(cy) + "]"; };
  return "[[" + corner(x, y) + "," + corner(x + wide, y) + "," + corner(x + wide, y + high) + "," +
         corner(x, y + high) + "," + corner(x, y) + "]]";
}

std::string feature(const std::string& properties, const std::string& kind, const std::string& coordinates) {
  return R"({"type":"Feature","properties":)" + properties + R"(,"geometry":{"type":")" + kind + R"(","coordinates":)" +
         coordinates + "}}";
}

/// Four districts of 1 km² side by side with 100, 200, 300 and 400 inhabitants, a protected area across two of them.
struct Town {
  TemporaryFolder folder;
  std::string plan = (folder / "plan.gpkg").string();

  Town() {
    std::string districts;
    for (int i = 0; i < 4; ++i)
      districts += (i == 0 ? "" : ",") + feature(R"({"name":"Nr )" + std::to_string(i + 1) + R"(","code":"D)" +
                                                     std::to_string(i + 1) + R"("})",
                                                 "Polygon", ring(305000 + 1000 * i, 6000000, 1000, 1000));
    BOOST_REQUIRE(
        smileplaces({"new", plan, "--districts", file("stadt.geojson", districts), "--plan-crs", "EPSG:25833"}).exit <=
        1);
    std::ofstream(folder / "ew.csv") << "Code;Einwohner\nD1;100\nD2;200\nD3;300\nD4;400\n";
    std::ofstream(folder / "autos.csv") << "Code;Autos\nD1;10\nD2;.\nD3;60\nD4;80\n";
    for (const char* name : {"ew.csv", "autos.csv"})
      BOOST_REQUIRE(smileplaces({"add", plan, "statistics", (folder / name).string(), "--year", "2024"}).exit <= 1);
    const std::string measures =
        feature(R"({"nummer":"1","titel":"Platz"})", "Polygon", ring(305900, 6000400, 200, 100)) + "," +
        feature(R"({"nummer":"2","titel":"Bank"})", "Polygon", ring(306100, 6000450, 10, 10)) + "," +
        feature(R"({"nummer":"3","titel":"Brunnen"})", "Polygon", ring(308500, 6000500, 10, 10));
    BOOST_REQUIRE(smileplaces({"add", plan, "measures", file("massnahmen.geojson", measures)}).exit <= 1);
    const std::string areas = feature(R"({"bezeichnung":"Moor"})", "Polygon", ring(306000, 6000000, 500, 1000)) + "," +
                              feature(R"({"bezeichnung":"Wald"})", "Polygon", ring(306050, 6000000, 500, 1000));
    BOOST_REQUIRE(
        smileplaces({"add", plan, "layer", file("schutz.geojson", areas), "--name", "Schutz", "--credit", "Land"})
            .exit <= 1);
  }

  std::string file(const std::string& name, const std::string& features) {
    std::ofstream(folder / name)
        << R"({"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::25833"}},)"
        << R"("features":[)" << features << "]}";
    return (folder / name).string();
  }

  Run ask(std::vector<std::string> question) const {
    question.insert(question.begin(), {"analyse", plan});
    return smileplaces(question);
  }
  bool refused(const std::vector<std::string>& question, const std::string& words) const {
    const Run run = ask(question);
    return run.exit == 2 && run.err.find(words) != std::string::npos;
  }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(figures, Town)

BOOST_AUTO_TEST_CASE(equity_comes_with_curve_quartiles_method_and_sources) {
  const Run run = ask({"equity", "--figure", "density", "--json"});
  BOOST_TEST(run.exit == 0, run.err);
  const auto json = run.json();
  BOOST_TEST(json["gini"].get<double>() == 0.25, nearly);
  BOOST_TEST(json["lorenz"].size() == 5U);
  BOOST_TEST(json["quartiles"][3]["districts"] == 1);
  BOOST_TEST(json["districts"][0]["code"] == "D1");
  BOOST_TEST(json["median"].get<double>() == 250.0, nearly);
  BOOST_TEST(!json["method"].get<std::string>().empty());
  BOOST_TEST(json["sources"].size() == 2U);
  const auto cars = ask({"equity", "--figure", "Autos", "--weight", "per-head", "--json"}).json();
  BOOST_TEST(cars["suppressed"] == 1);
  BOOST_TEST(cars["mean"].get<double>() == 150.0 / 800, nearly);
}

BOOST_AUTO_TEST_CASE(similar_districts_say_how_far_off_they_are) {
  const auto json = ask({"similar", "--district", "D3", "--figure", "inhabitants", "--figure", "Autos", "--tolerance",
                         "34", "--json"})
                        .json();
  BOOST_REQUIRE(json["similar"].size() == 1U);
  BOOST_TEST(json["similar"][0]["code"] == "D4");
  BOOST_TEST(json["similar"][0]["figures"][1]["off_percent"].get<double>() == 100.0 / 3, nearly);
  BOOST_TEST(json["suppressed"] == 1);
  const auto between = ask({"similar", "--figure", "inhabitants", "--between", "200,300", "--json"}).json();
  BOOST_TEST(between["similar"].size() == 2U);
}

BOOST_AUTO_TEST_CASE(conflicts_are_listed_with_area_and_share) {
  const Run run = ask({"conflicts", "--layer", "Schutz", "--json"});
  BOOST_TEST(run.exit == 0, run.err);
  const auto json = run.json();
  BOOST_TEST(json["compared"] == 3);
  BOOST_REQUIRE(json["conflicts"].size() == 2U);
  BOOST_TEST(json["conflicts"][0]["title"] == "Bank");
  BOOST_TEST(json["conflicts"][0]["share"].get<double>() == 1.0, nearly);
  BOOST_TEST(json["conflicts"][1]["amount"].get<double>() == 10000.0, nearly);
  BOOST_TEST(json["conflicts"][1]["share"].get<double>() == 0.5, nearly);
  BOOST_TEST(json["conflicts"][1]["areas"][0]["name"] == "Moor");
  BOOST_TEST(json["conflicts"][1]["areas"][1]["amount"].get<double>() == 5000.0, nearly);
  BOOST_TEST(json["sources"][0] == "Schutz: Land");
}

BOOST_AUTO_TEST_CASE(density_names_the_densest_place_and_becomes_a_layer) {
  const Run run =
      ask({"density", "--places", "measures", "--radius", "400", "--cell", "50", "--layer-name", "Dichte", "--json"});
  BOOST_TEST(run.exit == 0, run.err);
  const auto json = run.json();
  BOOST_TEST(json["counted"] == 3);
  BOOST_TEST(json["cell_m"] == 50);
  BOOST_TEST(std::abs(json["x"].get<double>() - 306050) <= 50);
  BOOST_TEST(json["districts"].size() == 4U);
  const Run list = smileplaces({"list", plan, "layers"});
  BOOST_TEST(list.out.find("Dichte") != std::string::npos, list.out);
}

BOOST_AUTO_TEST_CASE(an_answer_is_a_sentence_in_both_languages) {
  const auto begins = [&](std::vector<std::string> question, const char* language, const std::string& words) {
    question.insert(question.end(), {"--language", language});
    return ask(question).out.find(words) == 0;
  };
  const std::vector<std::string> equity = {"equity", "--figure", "density"};
  BOOST_TEST(
      begins(equity, "en", "Population density: Gini coefficient 0.25 (0: all have the same, 1: one has everything)."));
  BOOST_TEST(begins(equity, "de",
                    "Bevölkerungsdichte: Gini-Koeffizient 0,25 (0: alle haben gleich viel, 1: einer hat alles)."));
  const std::vector<std::string> conflicts = {"conflicts", "--layer", "Schutz"};
  BOOST_TEST(begins(conflicts, "en", "2 of 3 measures lie at least partly in “Schutz”, wholly: 1."));
  BOOST_TEST(begins(conflicts, "de", "2 von 3 Maßnahmen liegen wenigstens teilweise in „Schutz“, ganz darin: 1."));
  BOOST_TEST(begins({"similar", "--district", "D3", "--figure", "density", "--tolerance", "40"}, "de",
                    "2 von 3 Stadtteilen ähneln „Nr 3“."));
  BOOST_TEST(begins({"density", "--places", "measures"}, "de", "Am dichtesten ist es in Nr 2 mit "));
}

BOOST_AUTO_TEST_CASE(what_can_not_be_answered_says_what_to_do) {
  BOOST_TEST(refused({"equity"}, "--figure"));
  BOOST_TEST(refused({"equity", "--figure", "Fahrräder"}, "Autos"));
  BOOST_TEST(refused({"equity", "--figure", "cost", "--weight", "heads"}, "per-head"));
  BOOST_TEST(refused({"similar", "--figure", "Autos", "--district", "D2"}, "secret"));
  BOOST_TEST(refused({"similar", "--figure", "Autos", "--between", "1-2"}, "10,20"));
  BOOST_TEST(refused({"similar", "--figure", "Autos", "--district", "Nirgendwo"}, "list PLAN districts"));
  BOOST_TEST(refused({"conflicts"}, "--layer"));
  BOOST_TEST(refused({"conflicts", "--layer", "Flut"}, "Schutz"));
  BOOST_TEST(refused({"density"}, "--places"));
  BOOST_TEST(refused({"density", "--places", "measures", "--radius", "0"}, "radius"));
}

BOOST_AUTO_TEST_CASE(answers_are_kept_handed_over_and_set_on_paper) {
  BOOST_TEST(ask({"conflicts", "--layer", "Schutz", "--keep", "Konflikte"}).exit <= 1);
  BOOST_TEST(ask({"equity", "--figure", "Autos", "--keep", "Autos"}).exit == 0);
  BOOST_TEST(ask({"similar", "--district", "D3", "--figure", "inhabitants", "--figure", "Autos", "--tolerance", "50",
                  "--keep", "Wie Nr 3"})
                 .exit == 0);
  BOOST_TEST(ask({"districts", "--keep", "Zahlen"}).exit <= 1);
  BOOST_TEST(ask({"density", "--places", "measures", "--keep", "Dichte"}).exit == 0);
  const auto results = ask({"results", "--json"}).json()["results"];
  BOOST_REQUIRE(results.size() == 5U);
  BOOST_TEST(results[0]["question"] == "conflicts --layer Schutz");
  BOOST_TEST(results[1]["tables"][0]["columns"][3]["secret"].size() == 1U);
  BOOST_TEST(results[2]["question"] == "similar --district D3 --figure inhabitants;Autos --tolerance 50");
  for (const auto& result : results) BOOST_TEST(result["outdated"] == false);
  const std::string folder_of_tables = (folder / "tables").string();
  const auto files = smileplaces({"export", plan, folder_of_tables, "--format", "csv", "--json"}).json()["files"];
  BOOST_TEST(std::count_if(files.begin(), files.end(), [](const auto& one) {
               return one.template get<std::string>().find("result_") != std::string::npos;
             }) == 8);
  const std::string one_table = (folder / "one").string();
  BOOST_TEST(smileplaces({"export", plan, one_table, "--format", "xlsx", "--result", "Autos"}).exit == 0);
  BOOST_TEST(smileplaces({"export", plan, one_table, "--format", "gpkg", "--result", "Autos"}).exit == 2);
  const std::string pdf = (folder / "ergebnisse.pdf").string();
  const auto written = ask({"results", "--pdf", pdf, "--language", "de", "--json"}).json();
  BOOST_TEST(written["pages"].get<int>() >= 7);
  BOOST_TEST(ask({"results", "--pdf", pdf}).exit == 2);
  BOOST_TEST(ask({"results", "--pdf", pdf, "--overwrite", "--result", "Autos", "--json"}).json()["pages"] == 1);
}

BOOST_AUTO_TEST_CASE(rostock_is_as_its_tables_say) {
  if (!have_shared_data()) return;
  const auto rostock = [](const char* name) { return (shared_data() / "rostock" / name).string(); };
  plan = (folder / "rostock.gpkg").string();
  BOOST_REQUIRE(smileplaces({"new", plan, "--districts", rostock("stadtbereiche.shp")}).exit == 0);
  BOOST_REQUIRE(smileplaces({"add", plan, "statistics", rostock("einwohner/insgesamt_2023.csv")}).exit == 0);
  BOOST_REQUIRE(smileplaces({"add", plan, "measures", rostock("ideenpool.csv")}).exit == 1);
  const std::string quarters = rostock("statistische_bezirke.geojson");
  BOOST_REQUIRE(smileplaces({"add", plan, "layer", quarters, "--name", "Bezirke"}).exit <= 1);
  // Half the mean difference of all pairs, from the list of districts.
  std::vector<double> densities;
  const auto listed = smileplaces({"list", plan, "districts", "--json"}).json();
  for (const auto& one : listed["districts"])
    densities.push_back(one["inhabitants"].get<double>() / one["area_m2"].get<double>());
  double differences = 0, sum = 0;
  for (const double a : densities) {
    sum += a;
    for (const double b : densities) differences += std::abs(a - b);
  }
  const auto equity = ask({"equity", "--figure", "density", "--json"}).json();
  BOOST_TEST(equity["districts"].size() == 21U);
  BOOST_TEST(equity["gini"].get<double>() == differences / (2 * 21 * sum), nearly);
  BOOST_TEST(equity["districts"][0]["name"] == "Rostock-Heide");
  const auto conflicts = ask({"conflicts", "--layer", "Bezirke", "--json"}).json();
  BOOST_TEST(conflicts["areas"] == 74);
  BOOST_TEST(conflicts["compared"].get<int>() + conflicts["without_place"].get<int>() == 120);
  for (const auto& one : conflicts["conflicts"]) {
    BOOST_TEST(!one["areas"][0]["name"].get<std::string>().empty());
    BOOST_TEST(one["share"].get<double>() <= 1.0);
  }
}

BOOST_AUTO_TEST_SUITE_END()
