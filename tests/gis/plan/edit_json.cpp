#include "gis/plan/edit_json.h"

#include <boost/test/unit_test.hpp>

using namespace smile;

namespace {

Plan start() {
  Plan plan;
  plan.crs = crs_from_epsg(25833);
  plan.levels = {{plan.next_id++, "Stadtbereiche", 0}};
  auto district = std::make_shared<District>();
  district->id = plan.next_id++;
  district->level = plan.levels[0].id;
  district->code = "K";
  district->name = "Kröpeliner-Tor-Vorstadt";
  district->geometry = make_area({{0, 0}, {1, 0}, {1, 1}, {0, 1}});
  plan.districts = {district};
  Measure first;
  first.number = "17";
  first.title = "Mitfahrbank";
  Measure second;
  second.title = "Wasserspiel";
  return add_measures({first, second}).apply(plan);
}

Plan after(std::initializer_list<const char*> lines) {
  Plan plan = start();
  for (const char* line : lines) plan = edit_from_json(line, plan).apply(plan);
  return plan;
}

const Measure& last(const Plan& plan) {
  return *plan.measures.back();
}
const Measure& first(const Plan& plan) {
  return *plan.measures.front();
}

}  // namespace

BOOST_AUTO_TEST_SUITE(edit_json)

BOOST_AUTO_TEST_CASE(a_measure_is_added_with_fields_and_place) {
  const Plan plan =
      after({R"({"edit":"add","measure":{"title":"Straßenbaum „ö“","phase":"idea","cost":1200.5,"partners":["A","B"],
      "start":"2025-Q3","end":2027,"note":null,"lon":12.0990,"lat":54.0924}})"});
  BOOST_TEST(last(plan).title == "Straßenbaum „ö“");
  BOOST_TEST((last(plan).phase == Phase::idea));
  BOOST_TEST(last(plan).cost.likely->cents == 120050);
  BOOST_TEST(last(plan).partners.size() == 2);
  BOOST_TEST(to_iso(*last(plan).start) == "2025-Q3");
  BOOST_TEST(to_iso(*last(plan).end) == "2027");
  BOOST_TEST((last(plan).location.placement == Placement::point));
  BOOST_TEST(last(plan).location.geometry.points[0].x == 310000, boost::test_tools::tolerance(0.02));
  BOOST_TEST(last(plan).location.geometry.points[0].y == 5998000, boost::test_tools::tolerance(0.001));
}

BOOST_AUTO_TEST_CASE(a_measure_is_named_by_number_or_by_id) {
  const std::string id = std::to_string(first(start()).id);
  const Plan plan = after({R"({"edit":"set","measure":"17","field":"phase","value":"decided"})",
                           (R"({"edit":"set","measure":)" + id + R"(,"field":"lead","value":"Amt 66"})").c_str()});
  BOOST_TEST((first(plan).phase == Phase::decided));
  BOOST_TEST(first(plan).lead == "Amt 66");
  BOOST_TEST(first(plan).phase_history.size() == 1);
}

BOOST_AUTO_TEST_CASE(amounts_are_exact_to_the_cent_and_null_is_missing_not_zero) {
  Plan plan = after({R"({"edit":"set","measure":"17","field":"cost","value":123973.82})"});
  BOOST_TEST(first(plan).cost.likely->cents == 12397382);
  plan = after({R"({"edit":"set","measure":"17","field":"cost","value":"0.07"})"});
  BOOST_TEST(first(plan).cost.likely->cents == 7);
  plan = after({R"({"edit":"set","measure":"17","field":"cost","value":0})"});
  BOOST_TEST(first(plan).cost.likely->cents == 0);
  plan = after({R"({"edit":"set","measure":"17","field":"cost","value":5})",
                R"({"edit":"set","measure":"17","field":"cost","value":null})"});
  BOOST_TEST(!first(plan).cost.likely.has_value());
}

BOOST_AUTO_TEST_CASE(a_measure_is_placed_in_every_way) {
  BOOST_TEST((first(after({R"({"edit":"place","measure":"17","x":310000,"y":5998000})"})).location.geometry ==
              make_point({310000, 5998000})));
  const Plan in_district = after({R"({"edit":"place","measure":"17","district":"k"})"});
  BOOST_TEST((first(in_district).location.placement == Placement::district));
  BOOST_TEST(first(in_district).location.districts[0] == in_district.districts[0]->id);
  BOOST_TEST((first(after({R"({"edit":"place","measure":"17","city":true})"})).location.placement == Placement::city));
  BOOST_TEST((
      first(after({R"({"edit":"place","measure":"17","city":true})", R"({"edit":"place","measure":"17","none":true})"}))
          .location.placement == Placement::none));
  const auto geometry = [](const std::string& json) {
    return first(after({(R"({"edit":"place","measure":"17","geometry":)" + json + "}").c_str()})).location;
  };
  BOOST_TEST(
      (geometry(R"({"type":"MultiPoint","coordinates":[[12.1,54.1],[12.2,54.1]]})").placement == Placement::sites));
  BOOST_TEST(
      (geometry(R"({"type":"LineString","coordinates":[[12.1,54.1],[12.2,54.1]]})").placement == Placement::line));
  const Location area =
      geometry(R"({"type":"Polygon","coordinates":[[[12.1,54.1],[12.2,54.1],[12.2,54.2],[12.1,54.1]]]})");
  BOOST_TEST((area.placement == Placement::area));
  BOOST_TEST(area.geometry.part_ends.size() == 1);
  BOOST_TEST(area.geometry.points.size() == 4);
}

BOOST_AUTO_TEST_CASE(measures_are_moved_removed_and_duplicated) {
  const Plan moved =
      after({R"({"edit":"place","measure":"17","x":10,"y":20})", R"({"edit":"move","measure":"17","dx":1.5,"dy":-2})"});
  BOOST_TEST((first(moved).location.geometry == make_point({11.5, 18})));
  BOOST_TEST(after({R"({"edit":"remove","measures":["17"]})"}).measures.size() == 1);
  BOOST_TEST(after({R"({"edit":"duplicate","measures":["17"]})"}).measures.size() == 3);
}

BOOST_AUTO_TEST_CASE(the_plan_itself_is_edited) {
  const Plan plan = after({R"({"edit":"title","value":"Rostock"})", R"({"edit":"currency","value":"PLN"})",
                           R"({"edit":"alias","name":"KTV","district":"K"})"});
  BOOST_TEST(plan.title == "Rostock");
  BOOST_TEST(plan.currency == "PLN");
  BOOST_TEST(plan.aliases.size() == 1);
  BOOST_TEST(find_district(plan, "ktv") != nullptr);
}

BOOST_AUTO_TEST_CASE(a_line_with_a_fault_is_refused_with_a_sentence) {
  for (
      const char* line :
      {"",
       "nonsense",
       "[]",
       "{}",
       R"({"edit":"fly"})",
       R"({"edit":3})",
       R"({"edit":"title"})",
       R"({"edit":"title","value":3})",
       R"({"edit":"title","value":"a","vlaue":"b"})",
       R"({"edit":"add","measure":{"titel":"x"}})",
       R"({"edit":"add","measure":3})",
       R"({"edit":"add","measure":{"lon":12.1}})",
       R"({"edit":"add","measure":{"lat":54.1}})",
       R"({"edit":"add","measure":{"lon":12.1,"lat":54.1,"city":true}})",
       R"({"edit":"set","measure":"99","field":"title","value":"x"})",
       R"({"edit":"set","measure":12345,"field":"title","value":"x"})",
       R"({"edit":"set","measure":"17","field":"nix","value":"x"})",
       R"({"edit":"set","measure":"17","field":"phase","value":"flying"})",
       R"({"edit":"set","measure":"17","field":"cost","value":"viel"})",
       R"({"edit":"set","measure":"17","field":"cost","value":1.005})",
       R"({"edit":"set","measure":"17","field":"cost","value":1e300})",
       R"({"edit":"set","measure":"17","field":"title","value":7})",
       R"({"edit":"set","measure":"17","field":"start","value":"31.02.2025"})",
       R"({"edit":"place","measure":"17"})",
       R"({"edit":"place","measure":"17","district":"Nirgendwo"})",
       R"({"edit":"place","measure":"17","city":false})",
       R"({"edit":"place","measure":"17","x":1e999,"y":0})",
       R"({"edit":"place","measure":"17","lon":12,"lat":"54"})",
       R"({"edit":"place","measure":"17","geometry":{"type":"Polygon","coordinates":[[[12,54],[12.1,54.1],[12.1,54],[12,54.1],[12,54]]]}})",
       R"({"edit":"place","measure":"17","geometry":{"type":"Circle","coordinates":[1,2]}})",
       R"({"edit":"place","measure":"17","geometry":{"type":"Polygon","coordinates":[]}})",
       R"({"edit":"remove","measures":[]})",
       R"({"edit":"remove","measures":"17"})",
       R"({"edit":"currency","value":"Euro"})",
       R"({"edit":"alias","name":"x","district":"Nirgendwo"})"}) {
    const Plan plan = start();
    try {
      edit_from_json(line, plan).apply(plan);
      BOOST_ERROR("taken: " << line);
    } catch (const Error& error) {
      BOOST_TEST((error.kind() == ErrorKind::usage), line);
    }
  }
}

BOOST_AUTO_TEST_CASE(without_a_coordinate_system_longitudes_mean_nothing) {
  Plan plan;
  BOOST_CHECK_THROW(edit_from_json(R"({"edit":"add","measure":{"title":"x","lon":12,"lat":54}})", plan), Error);
}

BOOST_AUTO_TEST_CASE(scenarios_are_made_switched_renamed_shown_and_removed) {
  Plan plan = after({R"({"edit":"scenario","name":"A","measures":["17"]})"});
  const Id first_id = first(plan).id, last_id = last(plan).id;
  BOOST_TEST((plan.scenarios.at(0).measures == std::vector<Id>{first_id}));
  const auto apply = [&plan](const std::string& line) { plan = edit_from_json(line, plan).apply(plan); };
  apply(R"({"edit":"scenario","name":"a","on":[)" + std::to_string(last_id) + R"(],"off":["17"],"rename":"B"})");
  BOOST_TEST(plan.scenarios[0].name == "B");
  BOOST_TEST((plan.scenarios[0].measures == std::vector<Id>{last_id}));
  apply(R"({"edit":"scenario","name":"B","measures":"all"})");
  BOOST_TEST(plan.scenarios[0].measures.size() == 2U);
  BOOST_TEST(plan.scenarios.size() == 1U);
  apply(R"({"edit":"show_scenario","name":"B"})");
  BOOST_TEST(plan.style.scenario == plan.scenarios[0].id);
  apply(R"({"edit":"show_scenario","name":null})");
  BOOST_TEST(plan.style.scenario == 0);
  apply(R"({"edit":"remove_scenario","name":"B"})");
  BOOST_TEST(plan.scenarios.empty());
}

BOOST_AUTO_TEST_CASE(a_scenario_that_is_only_switched_has_to_be_there) {
  BOOST_CHECK_THROW(after({R"({"edit":"scenario","name":"A","on":["17"]})"}), Error);
  BOOST_CHECK_THROW(after({R"({"edit":"scenario","name":"A","measures":["99"]})"}), Error);
  BOOST_CHECK_THROW(after({R"({"edit":"scenario","name":"A","measures":"some"})"}), Error);
  BOOST_CHECK_THROW(after({R"({"edit":"show_scenario","name":"A"})"}), Error);
}

BOOST_AUTO_TEST_CASE(steps_are_made_changed_and_deleted) {
  const Plan plan =
      after({R"({"edit":"step","title":"Hier","district":"K","panel":"measures","measures":["17"]})",
             R"({"edit":"step","title":"Dort","body":"a\nb","notes":"n","extent":[1,2,3,4],"hidden":true})"});
  BOOST_TEST_REQUIRE(plan.steps.size() == 2U);
  const Step &here = *plan.steps[0], &there = *plan.steps[1];
  BOOST_TEST(here.title == "Hier");
  BOOST_TEST(here.district == plan.districts[0]->id);
  BOOST_TEST(here.ground.max_x == 1.0);
  BOOST_TEST((here.panel == StepPanel::measures));
  BOOST_TEST(here.measures.front() == first(plan).id);
  BOOST_TEST(there.body == "a\nb");
  BOOST_TEST((there.ground == Box{1, 2, 3, 4}));
  BOOST_TEST(there.hidden);
  const std::string id = std::to_string(there.id);
  Plan next = edit_from_json(R"({"edit":"step","step":)" + id + R"(,"title":"Neu"})", plan).apply(plan);
  BOOST_TEST(next.steps[1]->title == "Neu");
  BOOST_TEST(next.steps[1]->body == "a\nb", "what isn't named stays");
  next = edit_from_json(R"({"edit":"remove_step","step":)" + id + "}", next).apply(next);
  BOOST_TEST(next.steps.size() == 1U);
  for (const char* line :
       {R"({"edit":"step"})", R"({"edit":"step","title":"a","panel":"x"})",
        R"({"edit":"step","title":"a","extent":[1,2]})", R"({"edit":"step","title":"a","extent":[3,2,1,4]})",
        R"({"edit":"step","title":"a","district":"ZZ"})", R"({"edit":"step","title":"a","finding":"?"})",
        R"({"edit":"step","title":"a","hidden":1})", R"({"edit":"remove_step","step":99})"})
    BOOST_CHECK_THROW(edit_from_json(line, plan).apply(plan), Error);
}

BOOST_AUTO_TEST_CASE(edits_of_other_rooms_come_by_their_word) {
  const Plan plan = start();
  const OtherEdits others = {{"deck", [](std::string_view, const Plan&) { return set_title("other"); }}};
  BOOST_TEST(edit_from_json(R"({"edit":"deck"})", plan, others).apply(plan).title == "other");
  BOOST_CHECK_THROW(edit_from_json(R"({"edit":"deck"})", plan), Error);
}

BOOST_AUTO_TEST_SUITE_END()
