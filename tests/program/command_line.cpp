// The command line as PRODUCT describes it, on the embedded city: runs everywhere, without real data.

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <fstream>
#include <set>

#include "tests/program/program.h"

using namespace smile::tests;
namespace fs = std::filesystem;

BOOST_AUTO_TEST_SUITE(command_line)

BOOST_AUTO_TEST_CASE(the_demo_writes_a_plan_a_map_shapefiles_a_table_and_sheets_and_says_where) {
  const TemporaryFolder folder;
  const Run run = smileplaces({"demo", (folder / "out").string()});
  BOOST_TEST(run.exit == 0, run.err);
  for (const char* name : {"rostock.gpkg", "map.png", "map.pdf", "shapefile", "tables/districts.csv", "results.pdf",
                           "sheets.pdf", "deck.pdf", "deck.odp", "deck.html"}) {
    BOOST_TEST(fs::exists(folder / "out" / name), name);
    BOOST_TEST(run.out.find((folder / "out" / name).string()) != std::string::npos, name);
  }
  const Run again = smileplaces({"demo", (folder / "out").string()});
  BOOST_TEST(again.exit == 2);
  BOOST_TEST(again.err.find("--overwrite") != std::string::npos);
  BOOST_TEST(smileplaces({"demo", (folder / "out").string(), "--overwrite"}).exit == 0);
}

BOOST_AUTO_TEST_CASE(sheets_of_the_demo_need_no_more_pages_upright_than_across) {
  const TemporaryFolder folder;
  const std::string plan = (folder / "out" / "rostock.gpkg").string();
  BOOST_REQUIRE(smileplaces({"demo", (folder / "out").string()}).exit == 0);
  const auto pages = [&](const char* orientation) {
    return smileplaces(
               {"sheets", plan, (folder / orientation).string() + ".pdf", "--orientation", orientation, "--json"})
        .json()["pages"]
        .get<int>();
  };
  // Cover, city, contents, 21 districts, three of measures, sources.
  BOOST_TEST(pages("landscape") == 28);
  BOOST_TEST(pages("portrait") == 28);
}

BOOST_AUTO_TEST_CASE(the_demo_replaces_no_sheets_unasked_and_lists_them) {
  const TemporaryFolder folder;
  fs::create_directories(folder / "out");
  std::ofstream(folder / "out" / "results.pdf") << "mine";
  const Run refused = smileplaces({"demo", (folder / "out").string()});
  BOOST_TEST(refused.exit == 2);
  BOOST_TEST(refused.err.find("results.pdf") != std::string::npos, refused.err);
  BOOST_TEST(!fs::exists(folder / "out" / "rostock.gpkg"));
  const auto files = smileplaces({"demo", (folder / "out").string(), "--overwrite", "--json"}).json()["files"];
  BOOST_TEST(std::count(files.begin(), files.end(), (folder / "out" / "results.pdf").string()) == 1);
  std::string begin(4, ' ');
  std::ifstream(folder / "out" / "results.pdf").read(begin.data(), 4);
  BOOST_TEST(begin == "%PDF");
}

BOOST_AUTO_TEST_CASE(the_demo_asks_and_keeps_what_it_found_in_both_languages) {
  const TemporaryFolder folder;
  const std::string plan = (folder / "out" / "rostock.gpkg").string();
  const auto english = smileplaces({"demo", (folder / "out").string(), "--json"}).json();
  const auto german =
      smileplaces({"demo", (folder / "out").string(), "--overwrite", "--json", "--language", "de"}).json();
  BOOST_REQUIRE(english["answers"].size() == german["answers"].size());
  for (std::size_t i = 0; i < english["answers"].size(); ++i) BOOST_TEST(english["answers"][i] != german["answers"][i]);
  const std::string first = english["answers"][0], playgrounds = english["answers"][2];
  BOOST_TEST(first.find("Stops: ") == 0U, first);
  BOOST_TEST(playgrounds.find("inhabitants of 0 to 5 years") != std::string::npos, playgrounds);
  BOOST_TEST(english["results"].size() >= 2U);
  const auto kept = smileplaces({"analyse", plan, "results", "--json"}).json()["results"];
  BOOST_REQUIRE(kept.size() == german["results"].size());
  for (std::size_t i = 0; i < kept.size(); ++i) {
    BOOST_TEST(kept[i]["name"] == german["results"][i]);
    BOOST_TEST(kept[i]["outdated"] == false);
  }
  const auto layers = smileplaces({"list", plan, "layers", "--json"}).json()["layers"];
  for (const auto& layer : layers)  // the answers' maps wait in the list until somebody wants to see them
    if (std::find(german["results"].begin(), german["results"].end(), layer["name"]) != german["results"].end())
      BOOST_TEST(layer["visible"] == false, layer["name"]);
}

BOOST_AUTO_TEST_CASE(a_plan_may_start_without_districts_in_any_currency) {
  const TemporaryFolder folder;
  const std::string plan = (folder / "katowice.gpkg").string();
  const Run made = smileplaces({"new", plan, "--currency", "PLN", "--json"});
  BOOST_TEST(made.exit == 0, made.err);
  BOOST_TEST(made.json()["added"] == 0);
  const Run edited = smileplaces({"edit", plan, "-"}, R"({"edit":"add","measure":{"title":"Łąka","cost":12.5}})"
                                                      "\n");
  BOOST_TEST(edited.exit == 0, edited.err);
  const auto measure = smileplaces({"list", plan, "measures", "--json"}).json()["measures"][0];
  BOOST_TEST(measure["title"] == "Łąka");
  BOOST_TEST(measure["cost"] == 12.5);
  BOOST_TEST(measure["currency"] == "PLN");
  BOOST_TEST(!measure.contains("cost_eur"));
  BOOST_TEST(measure["placement"] == "none");
  BOOST_TEST(measure["lon"].is_null());
}

BOOST_AUTO_TEST_CASE(what_cannot_be_done_is_one_sentence_and_exit_code_2) {
  const TemporaryFolder folder;
  const std::string plan = (folder / "p.gpkg").string();
  BOOST_REQUIRE(smileplaces({"new", plan}).exit == 0);
  const std::vector<std::vector<std::string>> calls = {
      {"new", plan},
      {"new", (folder / "q.gpkg").string(), "--currency", "euro"},
      {"new", (folder / "q.gpkg").string(), "--plan-crs", "EPSG:4326"},
      {"new", (folder / "q.gpkg").string(), "--districts", (folder / "no.shp").string()},
      {"add", plan, "ghosts", "x.csv"},
      {"add", plan, "measures", (folder / "no.csv").string()},
      {"list", plan, "ghosts"},
      {"list", (folder / "no.gpkg").string(), "measures"},
      {"map", plan, (folder / "m.bmp").string()},
      {"map", plan, (folder / "m.png").string(), "--scale", "tiny"},
      {"export", plan, (folder / "x").string(), "--format", "word"},
      {"analyse", plan, "weather"},
      {"edit", plan},
      {"list", plan, "measures", "--nonsense"},
  };
  for (const auto& call : calls) {
    const Run run = smileplaces(call);
    const std::string what = call[0] + " " + call.back();
    BOOST_TEST(run.exit == 2, what);
    BOOST_TEST(std::count(run.err.begin(), run.err.end(), '\n') == 1, what + ": " + run.err);
    BOOST_TEST(run.out.empty(), what);
  }
  BOOST_TEST(!fs::exists(folder / "q.gpkg"));
}

BOOST_AUTO_TEST_CASE(edits_are_acknowledged_line_by_line_and_a_refused_line_changes_nothing) {
  const TemporaryFolder folder;
  const std::string plan = (folder / "p.gpkg").string();
  smileplaces({"new", plan, "--plan-crs", "EPSG:25833"});
  const Run run =
      smileplaces({"edit", plan, "-"}, R"({"edit":"add","measure":{"number":"1","title":"Bank","lon":12.1,"lat":54.1}})"
                                       "\n"
                                       "not json\n\n"
                                       R"({"edit":"set","measure":"1","field":"phase","value":"decided"})"
                                       "\n"
                                       R"({"edit":"set","measure":"1","field":"phase","value":"perhaps"})"
                                       "\n");
  BOOST_TEST(run.exit == 1);
  BOOST_TEST(run.out.find("\"acknowledged\":1") != std::string::npos, run.out);
  BOOST_TEST(run.out.find("\"refused\":2") != std::string::npos, run.out);
  BOOST_TEST(run.out.find("\"acknowledged\":4") != std::string::npos, run.out);
  BOOST_TEST(run.out.find("\"refused\":5") != std::string::npos, run.out);
  const auto measure = smileplaces({"list", plan, "measures", "--json"}).json()["measures"][0];
  BOOST_TEST(measure["phase"] == "decided");
  BOOST_TEST(std::abs(measure["lon"].get<double>() - 12.1) < 1e-9);
}

BOOST_AUTO_TEST_CASE(every_verb_has_help_in_both_languages) {
  for (const char* verb : {"new", "add", "edit", "check", "list", "analyse", "map", "deck", "export", "demo"}) {
    const Run english = smileplaces({verb, "--help", "--language", "en"});
    const Run german = smileplaces({verb, "--help", "--language", "de"});
    BOOST_TEST(english.exit == 0);
    BOOST_TEST(english.out.find(std::string("smileplaces ") + verb) == 0u);
    std::istringstream english_lines(english.out), german_lines(german.out);
    std::string a, b;
    std::getline(english_lines, a);
    std::getline(german_lines, b);  // the usage line is the same
    while (std::getline(english_lines, a) && std::getline(german_lines, b)) BOOST_TEST((a.empty() || a != b), a);
  }
}

BOOST_AUTO_TEST_CASE(one_layer_of_the_plan_is_exported_by_its_name) {
  const TemporaryFolder folder;
  smileplaces({"demo", (folder / "demo").string()});
  const std::string plan = (folder / "demo" / "rostock.gpkg").string();
  const auto file_of = [&](const std::string& name) { return (folder / "out" / name).string(); };
  const std::string out = (folder / "out").string();
  const Run run = smileplaces({"export", plan, out, "--layer", "Haltestellen", "--format", "gpkg", "--json"});
  BOOST_TEST(run.exit == 0, run.err);
  BOOST_TEST(run.json()["files"] == nlohmann::json({file_of("haltestellen.gpkg")}));
  BOOST_TEST(fs::file_size(file_of("haltestellen.gpkg")) > 0U);
  // Not over what is there, not what is none, not as a spreadsheet.
  BOOST_TEST(smileplaces({"export", plan, out, "--layer", "Haltestellen", "--format", "gpkg"}).exit == 2);
  BOOST_TEST(smileplaces({"export", plan, out, "--layer", "Nirgends", "--format", "gpkg"}).exit == 2);
  BOOST_TEST(smileplaces({"export", plan, out, "--layer", "Haltestellen", "--format", "csv"}).exit == 2);
}

BOOST_AUTO_TEST_CASE(a_dry_run_of_the_export_writes_nothing_and_names_what_the_export_then_writes) {
  const TemporaryFolder folder;
  smileplaces({"demo", (folder / "demo").string()});
  const std::string plan = (folder / "demo" / "rostock.gpkg").string();
  for (const char* format : {"shapefile", "gpkg", "geojson", "csv", "xlsx"}) {
    const std::string target = (folder / (std::string("out-") + format)).string();
    const Run dry = smileplaces({"export", plan, target, "--format", format, "--dry-run", "--json"});
    BOOST_TEST(dry.exit != 2, format << dry.err);
    BOOST_TEST(!fs::exists(target), format);
    const Run wet = smileplaces({"export", plan, target, "--format", format, "--json"});
    BOOST_TEST(wet.exit == dry.exit, format << wet.err);
    std::set<std::string> promised, written;
    const auto files = dry.json()["files"];
    for (const auto& file : files) promised.insert(file.get<std::string>());
    for (const auto& file : fs::directory_iterator(target)) written.insert(file.path().filename().string());
    BOOST_TEST(promised == written, boost::test_tools::per_element());
  }
}

BOOST_AUTO_TEST_CASE(the_same_plan_gives_the_same_bytes) {
  const TemporaryFolder folder;
  smileplaces({"demo", (folder / "a").string()});
  const std::string plan = (folder / "a" / "rostock.gpkg").string();
  for (const std::string name : {"m.png", "m.svg", "m.pdf"}) {
    BOOST_TEST(smileplaces({"map", plan, (folder / ("1" + name)).string()}).exit == 0);
    BOOST_TEST(smileplaces({"map", plan, (folder / ("2" + name)).string()}).exit == 0);
    std::ifstream one(folder / ("1" + name)), two(folder / ("2" + name));
    const std::string bytes1((std::istreambuf_iterator<char>(one)), {}),
        bytes2((std::istreambuf_iterator<char>(two)), {});
    BOOST_TEST(bytes1.size() > 1000u);
    BOOST_TEST((bytes1 == bytes2), name);
  }
}

static std::vector<std::string> cells(const std::string& line) {
  std::vector<std::string> out{""};
  for (const char c : line)
    if (c == '\t')
      out.emplace_back();
    else
      out.back() += c;
  return out;
}

BOOST_AUTO_TEST_CASE(lists_have_a_header_and_every_line_has_its_cells) {
  const TemporaryFolder folder;
  smileplaces({"demo", (folder / "demo").string()});
  const std::string plan = (folder / "demo" / "rostock.gpkg").string();
  for (const std::vector<std::string>& call : std::vector<std::vector<std::string>>{
           {"list", plan, "districts"}, {"list", plan, "measures"}, {"analyse", plan, "districts"}}) {
    std::istringstream lines(smileplaces(call).out);
    std::string header, line;
    std::getline(lines, header);
    BOOST_TEST(cells(header).size() >= 6u, header);
    std::getline(lines, line);
    BOOST_TEST(cells(line).size() == cells(header).size(), line);
  }
  std::istringstream lines(smileplaces({"list", plan, "districts"}).out);
  std::string header, first;
  std::getline(lines, header);
  std::getline(lines, first);
  const auto names = cells(header), values = cells(first);
  for (std::size_t i = 0; i < names.size(); ++i) {
    const std::size_t digits =
        values[i].find('.') == std::string::npos ? 0 : values[i].size() - values[i].find('.') - 1;
    if (names[i] == "area_m2") BOOST_TEST(digits == 1u, values[i]);
    if (names[i] == "inhabitants") BOOST_TEST(digits == 0u, values[i]);
  }
}

BOOST_AUTO_TEST_CASE(a_figure_that_is_none_is_refused_with_those_that_are) {
  const TemporaryFolder folder;
  const std::string plan = (folder / "p.gpkg").string();
  smileplaces({"new", plan});
  const Run run = smileplaces({"map", plan, (folder / "m.png").string(), "--figure", "frog"});
  BOOST_TEST(run.exit == 2);
  BOOST_TEST(run.err.find("measures") != std::string::npos, run.err);
  BOOST_TEST(!fs::exists(folder / "m.png"));
}

BOOST_AUTO_TEST_CASE(refused_edits_name_the_words_that_are_allowed) {
  const TemporaryFolder folder;
  const std::string plan = (folder / "p.gpkg").string();
  smileplaces({"new", plan});
  smileplaces({"edit", plan, "-"}, R"({"edit":"add","measure":{"number":"1","title":"Bank"}})");
  const auto refusal = [&](const std::string& edit) {
    const Run run = smileplaces({"edit", plan, "-"}, edit);
    BOOST_TEST(run.exit == 2);
    return run.out;
  };
  BOOST_TEST(refusal(R"({"edit":"set","measure":"1","field":"phase","value":"frog"})").find("shortlisted") !=
             std::string::npos);
  BOOST_TEST(refusal(R"({"edit":"set","measure":"1","field":"frog","value":"x"})").find("funding") !=
             std::string::npos);
  BOOST_TEST(refusal(R"({"edit":"frog"})").find("duplicate") != std::string::npos);
  for (const char* cost : {"-5", "\"-5.00\""})
    BOOST_TEST(
        refusal(std::string(R"({"edit":"set","measure":"1","field":"cost","value":)") + cost + "}").find("negative") !=
        std::string::npos);
  BOOST_TEST(smileplaces({"list", plan, "measures", "--json"}).json()["measures"][0]["cost"].is_null());
  const Run help = smileplaces({"edit", "--help"});
  for (const char* word : {"\"place\"", "\"alias\"", "yearly_cost_high", "municipal_companies"})
    BOOST_TEST(help.out.find(word) != std::string::npos, word);
}

BOOST_AUTO_TEST_CASE(what_would_be_overwritten_names_the_option_that_allows_it) {
  const TemporaryFolder folder;
  const std::string plan = (folder / "p.gpkg").string();
  smileplaces({"new", plan, "--plan-crs", "EPSG:25833"});
  smileplaces({"edit", plan, "-"}, R"({"edit":"add","measure":{"title":"Bank"}})");
  const std::string map = (folder / "m.png").string(), out = (folder / "out").string();
  std::ofstream(map) << "mine";
  smileplaces({"export", plan, out, "--format", "csv"});
  for (const std::vector<std::string>& call : std::vector<std::vector<std::string>>{
           {"map", plan, map}, {"export", plan, out, "--format", "csv"}, {"new", plan}}) {
    const Run run = smileplaces(call);
    BOOST_TEST(run.exit == 2, run.err);
    BOOST_TEST(run.err.find("--overwrite") != std::string::npos, run.err);
    BOOST_TEST(std::count(run.err.begin(), run.err.end(), '\n') == 1, run.err);
  }
}

BOOST_AUTO_TEST_CASE(an_import_says_what_is_not_none_and_names_the_columns) {
  const TemporaryFolder folder;
  const std::string plan = (folder / "p.gpkg").string(), pool = (folder / "pool.csv").string();
  smileplaces({"new", plan});
  std::ofstream(pool) << "Nr.;Titel;Status\n1;Bank;Idee\n";
  const Run run = smileplaces({"add", plan, "measures", pool});
  BOOST_TEST(run.out.rfind("1 added, of 1 rows.", 0) == 0u, run.out);
  for (const char* column : {"“Nr.”", "“Titel”", "“Status”"})
    BOOST_TEST(run.out.find(column) != std::string::npos, run.out);
}

BOOST_AUTO_TEST_CASE(without_a_screen_the_program_ends_with_a_sentence) {
  const TemporaryFolder folder;
  const std::string plan = (folder / "p.gpkg").string();
  smileplaces({"new", plan});
  for (const char* word : {"nosuch", "no/such.gpkg", plan.c_str()}) {
    const Run run = without_screen({word});
    BOOST_TEST(run.exit == 2, run.err);
    BOOST_TEST(std::count(run.err.begin(), run.err.end(), '\n') == 1, run.err);
    BOOST_TEST(run.err.find("qt.") == std::string::npos, run.err);
  }
}

BOOST_AUTO_TEST_SUITE_END()
