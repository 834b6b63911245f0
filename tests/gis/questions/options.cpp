#include "gis/questions/options.h"

#include <boost/test/unit_test.hpp>

#include "gis/plan/edits.h"

using namespace smile;

namespace {

Plan plan_with(const std::string& layer, const std::string& scenario) {
  Plan plan;
  MapLayer record;
  record.name = layer;
  plan = add_layer(record, {25833, {}}).apply(plan);
  return set_scenarios({{0, scenario, {}}}, {}).apply(plan);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(question_options)

BOOST_AUTO_TEST_CASE(places_are_layers_measures_and_scenarios_together) {
  const Plan plan = plan_with("Spielplätze", "Variante A");
  const std::string layer = std::to_string(plan.layers[0]->id), scenario = std::to_string(plan.scenarios[0].id);
  const Question question{"catchment", {{"places", layer + ";scenario:" + scenario}, {"candidates", "measures"}}};
  const QuestionOptions options(question, plan);
  const AskedPlaces places = options.places("places");
  BOOST_TEST((places.layers == std::vector<Id>{plan.layers[0]->id}));
  BOOST_TEST(places.measures.value() == plan.scenarios[0].id);
  BOOST_TEST(options.places("candidates").measures.value() == 0);
  BOOST_TEST(options.places("areas").none());
  BOOST_TEST(written(places) == layer + ";scenario:" + scenario);
  BOOST_TEST(in_words(places, plan) == "Spielplätze, measures of “Variante A”");
}

BOOST_AUTO_TEST_CASE(what_is_not_in_the_plan_is_said) {
  const Plan plan = plan_with("a", "b");
  for (const char* places : {"999", "scenario:999", "scenario:", "Spielplätze", "99999999999999999999999"}) {
    const Question question{"catchment", {{"places", places}}};
    BOOST_CHECK_THROW(QuestionOptions(question, plan).places("places"), Error);
  }
  const Question level{"catchment", {{"level", "Ortsteile"}}};
  BOOST_CHECK_THROW(QuestionOptions(level, plan).level(), Error);
}

BOOST_AUTO_TEST_CASE(ages_are_a_range_or_open) {
  const Plan plan;
  const auto ages = [&](const char* word) {
    const Question question{"catchment", {{"ages", word}}};
    return QuestionOptions(question, plan).ages();
  };
  BOOST_TEST((ages("0-5") == AgeRange{0, 5}));
  BOOST_TEST((ages("65+") == AgeRange{65, oldest_age}));
  BOOST_TEST(ages("").everybody());
  for (const char* word : {"5-0", "five", "65", "-3", "0-5x", "+", "200-210"}) BOOST_CHECK_THROW(ages(word), Error);
  for (const AgeRange range : {AgeRange{0, 5}, AgeRange{65, oldest_age}, AgeRange{}})
    BOOST_TEST((ages(written(range).c_str()) == range));
}

BOOST_AUTO_TEST_CASE(numbers_are_numbers_and_words_are_of_the_list) {
  const Plan plan;
  const Question question{"x", {{"distance", "200;400.5"}, {"by", "walk"}, {"bad", "12m"}, {"odd", "fly"}}};
  const QuestionOptions options(question, plan);
  BOOST_TEST((options.numbers("distance") == std::vector<double>{200, 400.5}));
  BOOST_TEST(options.number("radius", 300) == 300.0);
  BOOST_TEST((options.by() == DistanceBy::walk));
  BOOST_CHECK_THROW(options.number("bad", 0), Error);
  BOOST_CHECK_THROW(options.one_of("odd", {"line", "walk"}), Error);
}

BOOST_AUTO_TEST_CASE(a_question_about_reach_needs_places) {
  const Plan plan;
  const Question question{"catchment", {{"distance", "400;200"}}};
  BOOST_CHECK_THROW(reach_question({question, plan}), Error);
  const Question measures{"catchment", {{"distance", "400;200"}, {"places", "measures"}}};
  const ReachQuestion read = reach_question({measures, plan});
  BOOST_TEST((read.settings.distances_m == std::vector<double>{200, 400}));
  BOOST_TEST(read.places.measures.value() == 0);
}

BOOST_AUTO_TEST_CASE(distances_are_metres_or_minutes_at_a_speed) {
  const Plan plan;
  using Options = std::map<std::string, std::string>;
  const auto far = [&](const Options& options) {
    const Question question{"catchment", options};
    return QuestionOptions(question, plan).distances();
  };
  BOOST_TEST(far({}).metres.empty());
  BOOST_TEST((far({{"distance", "400;200"}}).metres == std::vector<double>{200, 400}));
  BOOST_TEST(far({{"distance", "400"}}).speed_kmh == 0);
  BOOST_TEST((far({{"minutes", "15;6"}}).metres == std::vector<double>{500, 1250}));
  BOOST_TEST(far({{"minutes", "15"}}).speed_kmh == 5);
  BOOST_TEST((far({{"minutes", "10"}, {"speed", "3"}}).metres == std::vector<double>{500}));
  const std::vector<Options> odd = {{{"minutes", "15"}, {"distance", "500"}},
                                    {{"speed", "4"}},
                                    {{"speed", "4"}, {"distance", "500"}},
                                    {{"minutes", "15"}, {"speed", "0"}},
                                    {{"minutes", "15"}, {"speed", "-5"}},
                                    {{"minutes", "15"}, {"speed", "50"}},
                                    {{"minutes", "-15"}},
                                    {{"minutes", "soon"}},
                                    {{"minutes", "0"}},
                                    {{"minutes", "1e9"}},
                                    {{"distance", "0"}},
                                    {{"distance", "1e9"}}};
  for (const Options& options : odd) BOOST_CHECK_THROW(far(options), Error);
}

BOOST_AUTO_TEST_CASE(a_catchment_in_minutes_remembers_the_speed_and_takes_one_rule) {
  const Plan plan;
  const auto read = [&](std::map<std::string, std::string> options) {
    options["places"] = "measures";
    const Question question{"catchment", options};
    return reach_question({question, plan}).settings;
  };
  const CatchmentSettings minutes = read({{"minutes", "6"}, {"speed", "4"}});
  BOOST_TEST((minutes.distances_m == std::vector<double>{400}));
  BOOST_TEST(minutes.speed_kmh == 4);
  BOOST_TEST((read({}).distances_m == std::vector<double>{500}));
  const CatchmentSettings rule = read({{"preset", "din-playground-6-11"}, {"by", "walk"}});
  BOOST_TEST((rule.distances_m == std::vector<double>{400}));
  BOOST_TEST((rule.ages == AgeRange{6, 11}));
  BOOST_CHECK_THROW(read({{"preset", "din-playground-6-11;din-playground-0-5"}}), Error);
}

BOOST_AUTO_TEST_SUITE_END()
