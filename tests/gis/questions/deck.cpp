#include "gis/questions/deck.h"

#include <algorithm>

#include <boost/test/unit_test.hpp>

#include "gis/analysis/step_facts.h"
#include "gis/plan/steps.h"
#include "tests/support/stepped_city.h"

using namespace smile;

namespace {

std::string panels_of(const std::vector<Step>& steps) {
  static constexpr const char* words[] = {"-", "people", "measures", "result", "costs"};
  std::string out;
  for (const Step& step : steps) out += std::string(words[static_cast<std::size_t>(step.panel)]) + " ";
  return out;
}

/// With a result of reach and one of gaps, each with a map.
Plan asked_city() {
  Plan plan = tests::stepped_city();
  for (const auto& [id, kind] : {std::pair<Id, const char*>{151, "catchment"}, {152, "gaps"}}) {
    Finding finding = *plan.findings.front();
    finding.id = id;
    finding.name = kind;
    finding.question.kind = kind;
    finding.method = {text("straight")};
    finding.layer = id + 10;
    plan.style.layers.push_back({layer_key(finding.layer)});
    plan.findings.push_back(std::make_shared<const Finding>(finding));
  }
  return plan;
}

bool shows(const Step& step, const std::string& key) {
  const auto& layers = step.style.layers;
  return std::any_of(layers.begin(), layers.end(),
                     [&](const LayerSettings& one) { return one.layer == key && one.visible; });
}

class German {
public:
  German() { set_language(Language::german); }
  ~German() { set_language(Language::english); }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(decks)

BOOST_AUTO_TEST_CASE(a_district_is_told_from_where_it_is_to_what_is_asked) {
  const auto steps = deck_for(asked_city(), 11);
  BOOST_TEST(panels_of(steps) == "- people measures result result costs - ");
  BOOST_TEST(steps[0].title == "We are talking about Kröpeliner-Tor-Vorstadt");
  BOOST_TEST(steps[1].title == "Who lives in Kröpeliner-Tor-Vorstadt");
  BOOST_TEST(steps[2].title == "Ideas for Kröpeliner-Tor-Vorstadt");
  BOOST_TEST(steps[3].title == "catchment – Kröpeliner-Tor-Vorstadt");
  BOOST_TEST(steps[4].title == "gaps – Kröpeliner-Tor-Vorstadt");
  BOOST_TEST(steps[3].notes == "straight", "how it was counted stands in the notes");
  BOOST_TEST(steps[3].finding == 151);
  BOOST_TEST(steps[4].finding == 152);
  for (const Step& step : steps) {
    BOOST_TEST(step.district == 11);
    BOOST_TEST(!step.title.empty());
    BOOST_TEST(step.style.choropleth.figure.empty());
  }
}

BOOST_AUTO_TEST_CASE(a_districts_own_measures_are_counted_and_come_before_those_for_the_city) {
  Plan plan = asked_city();
  std::rotate(plan.measures.begin(), plan.measures.begin() + 6, plan.measures.end());  // the city's first
  const auto steps = deck_for(plan, 10);
  const auto meant = measures_meant(plan, steps[2]);
  BOOST_TEST_REQUIRE(meant.size() == 2U);
  BOOST_TEST(meant.front().measure->number == "1");
}

BOOST_AUTO_TEST_CASE(a_drag_promises_figures_only_where_a_kept_result_follows_measures) {
  Plan plan = asked_city();
  const auto promised = [&] { return deck_for(plan, 11)[2].notes.find("dragged") != std::string::npos; };
  BOOST_TEST(!promised());
  Finding reach = *plan.findings.front();
  reach.question = {"catchment", {{"places", "measures"}, {"distance", "500"}}};
  plan.findings.push_back(std::make_shared<const Finding>(reach));
  BOOST_TEST(promised());
}

BOOST_AUTO_TEST_CASE(titles_hold_no_figures_that_the_plan_may_contradict_later) {
  for (const Id district : {Id{0}, Id{11}})
    for (const Step& step : deck_for(asked_city(), district))
      BOOST_TEST(step.title.find_first_of("0123456789%") == std::string::npos, step.title);
}

BOOST_AUTO_TEST_CASE(only_the_result_that_is_spoken_of_lies_on_the_map) {
  const auto steps = deck_for(asked_city(), 11);
  BOOST_TEST((shows(steps[3], "layer:161") && !shows(steps[3], "layer:162")));
  BOOST_TEST((shows(steps[4], "layer:162") && !shows(steps[4], "layer:161")));
  BOOST_TEST(!shows(steps[2], "layer:161"));
  BOOST_TEST(!shows(steps[1], "measures"));
  BOOST_TEST(shows(steps[2], "measures"));
}

BOOST_AUTO_TEST_CASE(what_the_plan_can_not_say_is_left_out) {
  Plan plan = asked_city();
  plan.findings.clear();
  BOOST_TEST(panels_of(deck_for(plan, 11)) == "- people measures costs - ");
  plan.measures.clear();
  BOOST_TEST(panels_of(deck_for(plan, 11)) == "- people - ");
  plan.statistics.clear();
  BOOST_TEST(panels_of(deck_for(plan, 11)) == "- - ");
  BOOST_TEST(panels_of(deck_for(Plan{}, 0)) == "- - ");
  BOOST_CHECK_THROW(deck_for(plan, 999), Error);
}

BOOST_AUTO_TEST_CASE(the_whole_city_has_a_deck_of_its_own) {
  Plan plan = asked_city();
  const auto steps = deck_for(plan, 0);
  BOOST_TEST(panels_of(steps) == "- people measures result result costs - ");
  BOOST_TEST(steps[2].title == "The idea pool");
  BOOST_TEST(steps[3].title == "catchment");
  for (const Step& step : steps) BOOST_TEST(step.district == 0);
}

BOOST_AUTO_TEST_CASE(a_deck_is_made_in_the_language_of_the_program) {
  const German german;
  const auto steps = deck_for(asked_city(), 11);
  BOOST_TEST(steps[0].title == "Es geht um Kröpeliner-Tor-Vorstadt");
  BOOST_TEST(steps.back().title == "Was meinen Sie?");
}

BOOST_AUTO_TEST_CASE(a_deck_comes_behind_the_steps_that_are_there_as_one_edit) {
  Plan plan = asked_city();
  plan = add_deck(plan, 10).apply(plan);
  const std::size_t first = plan.steps.size();
  plan = add_deck(plan, 11).apply(plan);
  BOOST_TEST(plan.steps.size() > first);
  BOOST_TEST(plan.steps[first]->district == 11);
  for (std::size_t i = 1; i < plan.steps.size(); ++i) BOOST_TEST(plan.steps[i]->id > plan.steps[i - 1]->id);
}

BOOST_AUTO_TEST_CASE(a_deck_is_asked_for_as_a_line_of_json) {
  const Plan plan = asked_city();
  const auto after = [&](const char* line) { return edit_from_json(line, plan, deck_edits()).apply(plan); };
  BOOST_TEST(after(R"({"edit":"deck","district":"B"})").steps.front()->district == 11);
  BOOST_TEST(after(R"({"edit":"deck"})").steps.front()->district == 0);
  BOOST_CHECK_THROW(after(R"({"edit":"deck","district":"nowhere"})"), Error);
  BOOST_CHECK_THROW(after(R"({"edit":"deck","who":"B"})"), Error);
}

BOOST_AUTO_TEST_SUITE_END()
