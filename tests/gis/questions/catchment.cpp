#include <boost/test/unit_test.hpp>

#include "tests/gis/questions/asked_city.h"
#include "tests/support/networks.h"

using namespace smile;
using namespace smile::tests;

namespace {

/// A playground 400 m from the homes of K as the crow flies, 600 m along the street.
struct City : AskedCity {
  Question question{"catchment", {}};

  City() {
    people();
    const std::string playgrounds = places("Spielplätze", {{301400, 6005000, {""}}});
    MapLayer streets;
    streets.name = "Wege";
    streets.use.kind = LayerUse::Kind::network;
    const LayerData edges = edges_of({{{301000, 6005000}, {301000, 6005100}, {301400, 6005100}, {301400, 6005000}},
                                      {{301400, 6005000}, {301800, 6005000}}});
    const Crs crs = file.plan()->crs;
    file.save(std::make_shared<const Plan>(
        add_taken(streets, file.take_features(edges, streets.name, crs), crs).apply(*file.plan())));
    question.options = {{"places", playgrounds}, {"distance", "500"}};
  }
  Finding found(const std::string& by) {
    question.options["by"] = by;
    return answer(question).finding;
  }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(asking_for_catchments, City)

BOOST_AUTO_TEST_CASE(the_map_is_the_ground_that_is_reached) {
  question.options["by"] = "line";
  const Answer found = answer(question);
  BOOST_TEST_REQUIRE(found.map.has_value());
  BOOST_TEST((found.map->data.kind == GeometryKind::area));
  BOOST_TEST(found.map->layer.style.categories.at(0).value == "within 500 m");
  BOOST_TEST(std::abs(area(found.map->data.features.geometry(0)) / (3.14159 * 500 * 500) - 1) < 0.03);
}

BOOST_AUTO_TEST_CASE(circle_and_way_on_foot_stand_beside_each_other) {
  const Finding both = found("both"), straight = found("line"), walked = found("walk");
  BOOST_TEST(says(both.sentences, str(straight.sentences.front())));
  BOOST_TEST(says(both.sentences, str(walked.sentences.front())));
  BOOST_TEST(says(both.sentences, "The circle counts 100 people whom the way on foot does not."));
  const auto& columns = both.tables.front().columns;
  BOOST_TEST_REQUIRE(columns.size() == 7U);
  BOOST_TEST(str(columns[3].name) == "within 500 m, straight");
  BOOST_TEST(str(columns[5].name) == "within 500 m, on foot");
  BOOST_TEST(columns[3].figures.back().value() == 100.0);
  BOOST_TEST(columns[5].figures.back().value() == 0.0);
  BOOST_TEST(both.sources.size() == 3U);
}

BOOST_AUTO_TEST_CASE(for_both_what_they_rest_on_is_read_once) {
  const auto readings = [this](const char* by) {
    question.options["by"] = by;
    int count = 0;
    ask(question, *file.plan(), {file.path(), true},
        Progress({}, [&count](const Text& step, double) { count += step.english == "Reading features" ? 1 : 0; }));
    return count;
  };
  BOOST_TEST(readings("walk") == 3);  // people, places, network
  BOOST_TEST(readings("both") == 3);
}

BOOST_AUTO_TEST_CASE(a_rule_has_its_circle_and_its_way) {
  question.options = {{"places", question.options["places"]}, {"preset", "din-playground-6-11"}};
  const auto columns = found("both").tables.front().columns;
  BOOST_TEST(str(columns[3].name) == "within 350 m, straight");
  BOOST_TEST(str(columns[5].name) == "within 400 m, on foot");
}

BOOST_AUTO_TEST_CASE(a_new_network_makes_it_outdated) {
  Answer kept = answer({"catchment", {{"places", question.options["places"]}, {"by", "both"}}});
  BOOST_TEST(!outdated(kept.finding, *file.plan()));
  Plan other = *file.plan();
  for (MapLayerPtr& layer : other.layers) {
    if (layer->use.kind != LayerUse::Kind::network) continue;
    auto changed = std::make_shared<MapLayer>(*layer);
    changed->features += 1;
    layer = changed;
  }
  BOOST_TEST(outdated(kept.finding, other));
}

BOOST_AUTO_TEST_CASE(where_there_is_no_place_yet_nobody_is_said_to_live_far_from_one) {
  BOOST_TEST(in_one(answer({"catchment", {{"places", "measures"}}}).finding.sentences) ==
             "There is none of these measures on the map yet: nobody of 200 inhabitants is reached.");
}

BOOST_AUTO_TEST_CASE(measures_are_called_measures_and_with_features_of_layers_places) {
  Measure bench;
  bench.location = {Placement::point, make_point({301000, 6005000}), {}, {}};
  file.save(std::make_shared<const Plan>(add_measures({bench}).apply(*file.plan())));
  const auto first = [this](const std::string& places, const char* by) {
    return str(answer({"catchment", {{"places", places}, {"by", by}}}).finding.sentences.front());
  };
  BOOST_TEST(first("measures", "line").ends_with("straight, of the one measure."));
  BOOST_TEST(first("measures", "walk").ends_with("to walk to the one measure."));
  const std::string both = "measures;" + question.options["places"];
  BOOST_TEST(first(both, "line").ends_with("places."));
  set_language(Language::german);
  BOOST_TEST(first("measures", "walk").ends_with("bis zu der einen Maßnahme."));
  set_language(Language::english);
}

BOOST_AUTO_TEST_CASE(who_is_missed_is_counted_by_district_and_drawn_as_bars) {
  const Answer gaps = answer({"gaps", {{"places", question.options["places"]}, {"distance", "500"}}});
  BOOST_TEST((gaps.map.value().layer.style.class_method == ClassMethod::pretty));
  const Finding& found = gaps.finding;
  const FindingTable& table = found.tables.front();
  const FindingColumn& missed = table.columns.at(static_cast<std::size_t>(found.chart.y));
  BOOST_TEST(str(missed.name) == "not reached");
  BOOST_TEST(missed.figures.back().value() == 100.0);
  BOOST_TEST(missed.figures.front().value() == 0.0);
  BOOST_TEST(str(table.columns.at(4).name) == "not reached, %");
  BOOST_TEST(table.columns.at(4).figures.back().value() == 0.5);
  BOOST_TEST(str(table.columns.at(5).name) == "within 500 m");
}

BOOST_AUTO_TEST_CASE(where_nobody_was_counted_nobody_is_said_to_be_missed_or_reached) {
  for (const char* kind : {"gaps", "catchment"}) {
    const FindingTable table = answer({kind, {{"places", question.options["places"]}}}).finding.tables.front();
    std::size_t empty = 0;
    for (std::size_t row = 0; row < table.districts.size(); ++row) {
      if (table.columns.at(2).figures[row] != 0.0) continue;
      ++empty;
      for (std::size_t i = 3; i < table.columns.size(); ++i) BOOST_TEST(!table.columns[i].figures[row].has_value());
    }
    BOOST_TEST(empty == 1U);
  }
}

BOOST_AUTO_TEST_CASE(tables_name_the_level_and_the_ages_that_were_asked_for) {
  const auto heading = [this](const char* kind, const std::string& ages, std::size_t column) {
    const Question asked{kind, {{"places", question.options["places"]}, {"ages", ages}}};
    return str(answer(asked).finding.tables.front().columns.at(column).name);
  };
  for (const char* kind : {"catchment", "gaps"}) {
    BOOST_TEST(heading(kind, "", 1) == "Stadtbereiche");
    BOOST_TEST(heading(kind, "", 2) == "Inhabitants");
    BOOST_TEST(heading(kind, "0-5", 2) == "Inhabitants 0–5");
  }
}

BOOST_AUTO_TEST_CASE(ages_that_nobody_counted_are_answered_with_those_that_were) {
  question.options["ages"] = "3-5";
  BOOST_TEST(refused(question).empty());
  MapLayer layer = *population_layer(*file.plan());
  layer.use.age_groups = {{"u6", 0, 5}, {"ue6", 65, oldest_age}};
  file.save(std::make_shared<const Plan>(change_layer(layer, {}).apply(*file.plan())));
  question.options["ages"] = "3-10";
  BOOST_TEST(refused(question) == "The plan counts people of the ages 0–5, 65+: ask for ages within these.");
}

BOOST_AUTO_TEST_SUITE_END()
