#include <boost/test/unit_test.hpp>

#include "gis/analysis/supply_question.h"
#include "tests/gis/questions/asked_city.h"

using namespace smile;
using namespace smile::tests;

namespace {

/// Kitas: 5 and 3 seats in K, none in L, one in M of which nobody knows.
struct City : AskedCity {
  std::string kitas;
  Question question{"supply", {}};

  City() {
    people();
    kitas = places("Kitas", {{301100, 6005000, {"5"}}, {301200, 6005000, {"3"}}, {315000, 6005100, {""}}});
    question.options = {{"places", kitas}, {"capacity", "plaetze"}, {"unit", "seats"}, {"ages", "0-5"}};
  }
  Finding finding() { return answer(question).finding; }
};

const FindingColumn& column(const FindingTable& table, const std::string& name) {
  const auto found = std::find_if(table.columns.begin(), table.columns.end(),
                                  [&](const FindingColumn& one) { return str(one.name) == name; });
  BOOST_TEST_REQUIRE((found != table.columns.end()), name);
  return *found;
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(asking_for_supply, City)

BOOST_AUTO_TEST_CASE(the_sentences_say_how_much_there_is_and_where_it_lacks) {
  question.options["target"] = "0.5";
  const Finding found = finding();
  BOOST_TEST(in_one(found.sentences) ==
             "32 inhabitants of 0 to 5 years have 8 seats: 0.25 seats per person. "
             "Orientation value: 0.5 seats per person. There is 50.0 % of what is needed (16 seats). "
             "6 seats are missing, all of it in Südstadt. "
             "1 of 3 places doesn't say how much it holds; it is left out, not taken for 0.");
}

BOOST_AUTO_TEST_CASE(small_figures_keep_two_digits_that_say_something) {
  for (const auto& [value, digits] :
       {std::pair{412.3, 0}, {16.2, 1}, {1.53, 2}, {0.25, 2}, {0.0014, 4}, {1e-9, 6}, {0.0, 0}})
    BOOST_TEST(digits_read(value) == digits);
}

BOOST_AUTO_TEST_CASE(in_german_too) {
  question.options["target"] = "0.5";
  set_language(Language::german);
  const std::string german = in_one(finding().sentences, Language::german);
  set_language(Language::english);
  BOOST_TEST(german.find("32 Einwohnern von 0 bis 5 Jahren stehen 8 seats zur Verfügung: 0,25 seats je Person.") == 0U,
             german);
}

BOOST_AUTO_TEST_CASE(the_table_has_a_row_for_each_district_and_everybody) {
  question.options["target"] = "50";
  question.options["per"] = "100";
  const FindingTable table = finding().tables.front();
  BOOST_TEST(table.total);
  BOOST_TEST_REQUIRE(table.districts.size() == 5U);
  const auto& coverage = column(table, "Coverage, %").figures;
  BOOST_TEST(coverage[0].value() == 8.0 / 5);
  BOOST_TEST(coverage[1].value() == 0);
  BOOST_TEST(!coverage[2]);  // nobody knows what its place holds
  BOOST_TEST(!coverage[3]);  // nobody lives there
  BOOST_TEST(column(table, "Missing, seats").figures.back().value() == 6);
  BOOST_TEST(column(table, "seats per 100 people").figures[0].value() == 80);
  for (const FindingColumn& one : table.columns)
    BOOST_TEST(one.figures.size() + one.words.size() == table.districts.size());
}

BOOST_AUTO_TEST_CASE(several_rules_are_one_table_and_one_more_for_each) {
  question.options.erase("ages");
  question.options["preset"] = "din-playground-0-5";
  BOOST_TEST(finding().tables.size() == 1U);
  question.options["preset"] = "din-playground-0-5;sdg-bus";
  question.options["by"] = "line";
  BOOST_TEST(refused(question).find("--by walk") != std::string::npos);
  question.options["preset"] = "din-playground-0-5;region-bus";
  const Finding found = finding();
  BOOST_TEST_REQUIRE(found.tables.size() == 3U);
  BOOST_TEST(column(found.tables[0], "ages 0-5 within 175 m, %").figures[0].value() == 1);
  BOOST_TEST(column(found.tables[0], "ages all within 600 m, %").figures.back().value() == 0.7);
  BOOST_TEST(says(found.method, "DIN 18034-1:2020-10"));
  BOOST_TEST(says(found.method, "regional public transport plan"));
}

BOOST_AUTO_TEST_CASE(the_bars_show_what_is_missing_else_who_is_reached_else_the_ratio) {
  const auto shown = [&] {
    const Finding found = finding();
    return str(found.tables.front().columns[static_cast<std::size_t>(found.chart.y)].name);
  };
  BOOST_TEST(shown() == "seats per person");
  question.options["minutes"] = "6";
  BOOST_TEST(shown() == "within 6 minutes (500 m), %");
  question.options["target"] = "1";
  BOOST_TEST(shown() == "Missing, seats");
}

BOOST_AUTO_TEST_CASE(the_map_shows_districts_by_coverage_and_leaves_out_what_nobody_knows) {
  question.options["target"] = "0.5";
  const Answer found = answer(question);
  BOOST_TEST_REQUIRE(found.map.has_value());
  BOOST_TEST(found.map->layer.style.field == "coverage");
  BOOST_TEST((found.map->layer.style.limits == std::vector<double>{0, 25, 50, 75, 100, 200}));
  const FeatureColumns& features = found.map->data.features;
  BOOST_TEST_REQUIRE(features.size() == 4U);
  BOOST_TEST(features.columns[2].name == "coverage");
  BOOST_TEST(features.columns[2].reals[0] == 160);
  BOOST_TEST(features.columns[2].null[2]);
  BOOST_TEST(area(features.geometry(0)) == 1e8);
}

BOOST_AUTO_TEST_CASE(a_kept_answer_is_outdated_when_the_column_of_capacity_changes) {
  question.options.erase("capacity");
  BOOST_TEST(refused(question).find("choose the column") != std::string::npos);  // points have no ground
  MapLayer layer = *file.plan()->layers.back();
  layer.use.kind = LayerUse::Kind::places;
  layer.use.capacity_field = "plaetze";
  file.save(std::make_shared<const Plan>(change_layer(layer, {}).apply(*file.plan())));
  const Answer found = answer(question);
  BOOST_TEST(!outdated(found.finding, *file.plan()));
  layer.use.capacity_field = "seats";
  file.save(std::make_shared<const Plan>(change_layer(layer, {}).apply(*file.plan())));
  BOOST_TEST(outdated(found.finding, *file.plan()));
}

BOOST_AUTO_TEST_CASE(a_column_of_square_metres_is_counted_in_them) {
  LayerUse use;
  use.capacity_field = "flaeche_m2";
  MapLayer layer;
  layer.name = "Spielplätze";
  layer.use = use;
  take(layer, {"flaeche_m2"}, {{301000, 6005000, {"800"}}});
  question.options = {{"places", std::to_string(file.plan()->layers.back()->id)}};
  BOOST_TEST(says(finding().sentences, "200 inhabitants have 800 m²: 4 m² per person"));
}

BOOST_AUTO_TEST_CASE(measures_count_as_places) {
  Measure measure;
  measure.location = {Placement::point, make_point({301000, 5995000}), {}, {}};
  file.save(std::make_shared<const Plan>(add_measures({measure}).apply(*file.plan())));
  question.options = {{"places", kitas + ";measures"}, {"capacity", "count"}};
  BOOST_TEST(says(finding().sentences, "200 inhabitants have 4 sites"));
}

BOOST_AUTO_TEST_CASE(what_is_odd_is_said_in_one_sentence) {
  question.options["places"] = "";
  BOOST_TEST(refused(question).find("--places") != std::string::npos);
  question.options["places"] = kitas;
  question.options["capacity"] = "Plätze";
  BOOST_TEST(refused(question) == "Layer “Kitas” has no column “Plätze” with numbers. It has: plaetze.");
  question.options["capacity"] = "area";
  BOOST_TEST(refused(question).find("None of the 3 places") == 0U);
  question.options["capacity"] = "count";
  question.options["distance"] = "200;400";
  BOOST_TEST(!refused(question).empty());
  question.options["distance"] = "200", question.options["minutes"] = "3";
  BOOST_TEST(refused(question).find("not both") != std::string::npos);
  question.options.erase("minutes");
  question.options["by"] = "walk";
  BOOST_TEST(refused(question).find("no network") != std::string::npos);
  LayerUse by_column;
  by_column.capacity_field = "plaetze";
  const std::string other = places("Horte", {{1, 1, {"5"}}}, by_column);
  question.options = {{"places", kitas + ";" + other}};
  BOOST_TEST(refused(question).find("count different things") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(nothing_on_the_map_is_no_capacity_and_nobody_of_an_age_no_division) {
  question.options["places"] = "measures";
  question.options["target"] = "1";
  BOOST_TEST(says(finding().sentences, "None of these has a place on the map"));
  BOOST_TEST(says(finding().sentences, "There is 0.0 % of what is needed"));
  MapLayer nobody = *population_layer(*file.plan());
  nobody.use.age_groups = {{"none", 0, 5}};
  take(nobody, {"ew", "none"}, {{301000, 6005000, {"100", "0"}}});
  BOOST_TEST(says(finding().sentences, "There are no inhabitants of 0 to 5 years in the plan"));
}

BOOST_AUTO_TEST_SUITE_END()
