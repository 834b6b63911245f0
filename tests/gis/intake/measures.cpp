#include "gis/intake/measures.h"

#include <boost/test/unit_test.hpp>
#include <random>

#include "tests/support/square_city.h"

using namespace smile;

namespace {

Intake import(std::string_view csv, const Plan& plan = tests::square_city(), const MeasureOptions& options = {}) {
  return intake_measures(parse_csv(csv, "ideas.csv"), "ideas.csv", options, plan);
}

Plan imported(std::string_view csv, const Plan& plan = tests::square_city()) {
  return import(csv, plan).edit.apply(plan);
}

const Issue* find_issue(const Intake& intake, std::string_view kind) {
  for (const Issue& issue : intake.report.issues)
    if (issue.kind == kind) return &issue;
  return nullptr;
}

/// Warnings and errors, by kind.
std::vector<std::string> troubles(const Intake& intake) {
  std::vector<std::string> kinds;
  for (const Issue& issue : intake.report.issues)
    if (issue.severity != Severity::note) kinds.push_back(issue.kind);
  return kinds;
}

std::string code_of(const Plan& plan, const Measure& measure) {
  return measure.location.districts.empty() ? "" : find_district(plan, measure.location.districts.front())->code;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(measures)

BOOST_AUTO_TEST_CASE(districts_place_by_name_code_and_spelling) {
  const Plan plan = imported(
      "Nr;Titel;Stadtbereich\n1;a;Südstadt\n2;b;k\n3;c;GARTENSTADT-STADTWEIDE\n4;d;Gesamtstadt\n5;e;Stadtmitte, "
      "Südstadt\n6;f;\n");
  BOOST_TEST(code_of(plan, *plan.measures[0]) == "L");
  BOOST_TEST(code_of(plan, *plan.measures[1]) == "K");
  BOOST_TEST(code_of(plan, *plan.measures[2]) == "N");
  BOOST_TEST((plan.measures[3]->location.placement == Placement::city));
  BOOST_TEST(plan.measures[4]->location.districts.size() == 2u);
  BOOST_TEST((plan.measures[5]->location.placement == Placement::none));
}

BOOST_AUTO_TEST_CASE(a_misspelt_district_is_a_proposal_and_no_place) {
  const Intake intake = import("Nr;Titel;Stadtbereich\n1;a;Südstad\n2;b;Südstadt\n");
  BOOST_TEST(intake.unplaced == 1);
  const Issue* issue = find_issue(intake, "unknown_district");
  BOOST_TEST_REQUIRE(issue != nullptr);
  BOOST_TEST((issue->severity == Severity::warning));
  BOOST_TEST(in(Language::english, issue->proposal) == "Perhaps “Südstadt” is meant.");
  BOOST_TEST(issue->district != 0);
  BOOST_TEST(*issue->row == 2);
  const Plan plan = tests::square_city();
  BOOST_TEST(intake.edit.apply(plan).measures[0]->district_hint == "Südstad");
}

BOOST_AUTO_TEST_CASE(a_district_in_the_title_is_only_a_proposal) {
  const Intake intake = import("Nr;Titel;Stadtbereich\n1;Bank in der Südstadt;\n2;Bank Südstadt;Stadtmitte\n3;Bank;\n");
  const Issue* issue = find_issue(intake, "district_in_title");
  BOOST_TEST_REQUIRE(issue != nullptr);
  BOOST_TEST((issue->severity == Severity::note));
  BOOST_TEST(issue->district != 0);
  const Plan plan = intake.edit.apply(tests::square_city());
  BOOST_TEST(plan.measures[0]->district_hint == "Südstadt");
  BOOST_TEST((plan.measures[0]->location.placement == Placement::none));
  BOOST_TEST(plan.measures[1]->district_hint.empty());
  BOOST_TEST(troubles(intake).empty());
}

BOOST_AUTO_TEST_CASE(a_position_wins_over_the_district_and_a_difference_is_noted) {
  const Intake intake = import(
      "Nr;Titel;Lage;Stadtbereich\n1;a;305000 / 6005000;Südstadt\n2;b;305000 / 6005000;K\n3;c;305000 / "
      "6005000;Gesamtstadt\n");
  const Plan plan = intake.edit.apply(tests::square_city());
  for (const MeasurePtr& measure : plan.measures) BOOST_TEST((measure->location.placement == Placement::point));
  BOOST_TEST(plan.measures[0]->district_hint == "Südstadt");
  BOOST_TEST(*find_issue(intake, "district_differs")->row == 2);
  BOOST_TEST(troubles(intake).empty());
}

BOOST_AUTO_TEST_CASE(swapped_and_outside_positions_are_warnings) {
  const Intake intake = import("Nr;Titel;Lage\n1;a;54.1, 12.1\n2;b;12.1, 54.1\n3;c;48.1, 11.5\n4;d;54.12, 12.11\n");
  BOOST_TEST(troubles(intake) == (std::vector<std::string>{"coordinates_swapped", "position_outside"}),
             boost::test_tools::per_element());
  BOOST_TEST(intake.placed == 4);
  BOOST_TEST(intake.report.repaired == 1);
}

BOOST_AUTO_TEST_CASE(a_file_that_writes_longitude_first_throughout_gets_one_note) {
  const Intake intake = import("Nr;Titel;Lage\n1;a;12.1, 54.1\n2;b;12.11, 54.11\n3;c;54.1, 12.1\n");
  BOOST_TEST(find_issue(intake, "coordinate_order") != nullptr);
  BOOST_TEST(troubles(intake) == std::vector<std::string>{"coordinates_swapped"}, boost::test_tools::per_element());
  BOOST_TEST(*find_issue(intake, "coordinates_swapped")->row == 4);
}

BOOST_AUTO_TEST_CASE(every_unreadable_cell_is_an_issue_and_the_row_still_comes_in) {
  const Intake intake = import(
      "Nr;Titel;Status;Kosten;Beginn;Lage\n1;a;Idee;100 €;2025;54.1, 12.1\n2;b;Idee;5;2026;54.11, "
      "12.1\n3;c;pausiert;viel;bald;Lange Straße 5\n");
  BOOST_TEST(troubles(intake) == (std::vector<std::string>{"unknown_choice", "unreadable_money", "unreadable_date",
                                                           "unreadable_position"}),
             boost::test_tools::per_element());
  const Issue* money = find_issue(intake, "unreadable_money");
  BOOST_TEST(*money->row == 4);
  BOOST_TEST(money->column == "Kosten");
  BOOST_TEST(money->value == "viel");
  BOOST_TEST(intake.added == 3);
  BOOST_TEST(intake.unplaced == 1);
  const Plan plan = intake.edit.apply(tests::square_city());
  BOOST_TEST(plan.measures[2]->extra.size() == 4u);
  BOOST_TEST(plan.measures[2]->extra[0].second == "pausiert");
  BOOST_TEST(!plan.measures[2]->cost.likely.has_value());
}

BOOST_AUTO_TEST_CASE(missing_is_not_zero) {
  const Plan plan = imported("Nr;Titel;Kosten\n1;a;k. A.\n2;b;0,00 €\n3;c;–\n4;d;10–20 T€\n");
  BOOST_TEST(!plan.measures[0]->cost.likely.has_value());
  BOOST_TEST(plan.measures[1]->cost.likely->cents == 0);
  BOOST_TEST(!plan.measures[2]->cost.likely.has_value());
  BOOST_TEST(!plan.measures[3]->cost.likely.has_value());
  BOOST_TEST(plan.measures[3]->cost.low->cents == 1000000);
  BOOST_TEST(plan.measures[3]->cost.high->cents == 2000000);
}

BOOST_AUTO_TEST_CASE(another_currency_is_not_converted) {
  const Intake intake = import("Nr;Titel;Kosten\n1;a;100 zł\n2;b;100 €\n");
  BOOST_TEST(troubles(intake) == std::vector<std::string>{"other_currency"}, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(formula_looking_text_is_text) {
  BOOST_TEST(imported("Nr;Titel;Bemerkung\n1;a;=1+1\n").measures[0]->note == "=1+1");
}

BOOST_AUTO_TEST_CASE(totals_are_left_out_and_listed) {
  const Intake intake = import("Nr;Titel;Kosten\n1;a;100 €\n2;b;50 €\n;Summe;150 €\n");
  BOOST_TEST(intake.added == 2);
  BOOST_TEST(intake.rows == 3);
  BOOST_TEST(intake.report.skipped == 1);
  BOOST_TEST(*find_issue(intake, "total_row")->row == 4);
}

BOOST_AUTO_TEST_CASE(a_row_without_title_is_called_by_its_number) {
  const Intake intake = import("Nr;Titel;Kosten\n17;;100 €\n;;50 €\n18;b;1 €\n");
  const Plan plan = intake.edit.apply(tests::square_city());
  BOOST_TEST(plan.measures[0]->title == "17");
  BOOST_TEST(plan.measures[1]->title == "#3");
  BOOST_TEST(troubles(intake).size() == 2u);
}

BOOST_AUTO_TEST_CASE(the_next_list_updates_by_number_and_says_what_changed) {
  const Plan first = imported("Nr;Titel;Kosten;Status\n1;a;100 €;Idee\n2;b;50 €;Idee\n3;c;1 €;Idee\n");
  const Plan edited = set_field({first.measures[0]->id}, "lead", std::string("Bauamt")).apply(first);
  const Intake intake = import("Nr;Titel;Kosten;Status\n1;a;120 €;beschlossen\n2;b;;Idee\n4;d;9 €;Idee\n", edited);
  BOOST_TEST(intake.updated == 1);
  BOOST_TEST(intake.unchanged == 1);
  BOOST_TEST(intake.added == 1);
  const Plan plan = intake.edit.apply(edited);
  BOOST_TEST(plan.measures.size() == 4u);
  const Measure& measure = *find_measure_by_number(plan, "1");
  BOOST_TEST(measure.lead == "Bauamt");
  BOOST_TEST(measure.cost.likely->cents == 12000);
  BOOST_TEST(measure.phase_history.size() == 2u);
  BOOST_TEST(find_measure_by_number(plan, "2")->cost.likely->cents == 5000);
  const Issue* issue = find_issue(intake, "measure_updated");
  BOOST_TEST_REQUIRE(issue != nullptr);
  BOOST_TEST(issue->measure == measure.id);
  BOOST_TEST(std::count_if(intake.report.issues.begin(), intake.report.issues.end(),
                           [](const Issue& i) { return i.kind == "measure_updated"; }) == 2);
}

BOOST_AUTO_TEST_CASE(a_measure_moved_by_hand_stays_where_it_is_until_its_cell_changes) {
  const std::string_view csv = "Nr;Titel;Lage\n1;a;54.1, 12.1\n2;b;\n";
  Plan plan = imported(csv);
  plan = move_measure(plan.measures[0]->id, 100, 0).apply(plan);
  plan = place(plan.measures[1]->id, {Placement::city, {}, {}, {}}).apply(plan);
  const Geometry moved = plan.measures[0]->location.geometry;
  BOOST_TEST(import(csv, plan).unchanged == 2);
  const Plan next = imported("Nr;Titel;Lage\n1;a;54.15, 12.1\n", plan);
  BOOST_TEST((next.measures[0]->location.geometry != moved));
}

BOOST_AUTO_TEST_CASE(a_number_that_occurs_twice_makes_two_measures_the_same_ones_each_time) {
  const std::string_view csv = "Nr;Titel\n17;a\n17;b\n17;c\n";
  const Intake intake = import(csv);
  const Plan plan = intake.edit.apply(tests::square_city());
  BOOST_TEST(plan.measures[1]->number == "17-2");
  BOOST_TEST(plan.measures[2]->number == "17-3");
  BOOST_TEST(troubles(intake) == (std::vector<std::string>{"number_repeated", "number_repeated"}),
             boost::test_tools::per_element());
  BOOST_TEST(import(csv, plan).unchanged == 3);
}

BOOST_AUTO_TEST_CASE(lists_without_numbers_are_recognised_by_title) {
  const std::string_view csv = "Titel;Status\nBank;Idee\nBank;Idee\nBaum;Idee\n";
  const Plan plan = imported(csv);
  BOOST_TEST(plan.measures.size() == 3u);
  BOOST_TEST(import(csv, plan).unchanged == 3);
}

BOOST_AUTO_TEST_CASE(a_mapping_given_is_kept_in_the_plan) {
  const TextTable table = parse_csv("Titel;Was\na;b\n", "x");
  MeasureOptions options;
  options.mapping = with_user_targets(guess_mapping(table, {}), table, {{"Was", "note"}});
  const Plan empty = tests::square_city();
  const Plan plan = intake_measures(table, "x", options, empty).edit.apply(empty);
  BOOST_TEST(plan.mappings.size() == 1u);
  BOOST_TEST(guess_mapping(table, plan).from_plan);
  BOOST_TEST(imported("Titel;Was\nc;d\n", plan).measures.back()->note == "d");
  options.mapping->targets.pop_back();
  BOOST_CHECK_THROW(intake_measures(table, "x", options, empty), Error);
}

BOOST_AUTO_TEST_CASE(a_layer_is_placed_by_its_geometry) {
  FeatureTable layer;
  layer.crs = crs_from_epsg(4326);
  layer.columns = {{"Titel", ColumnType::text}, {"Kosten", ColumnType::real}};
  layer.report.driver = "GeoJSON";
  layer.features = {{1, {"Punkt", "1234.125"}, make_point({12.1, 54.1})},
                    {2, {"Orte", ""}, make_points({{12.1, 54.1}, {12.11, 54.11}})},
                    {3, {"Weg", ""}, make_line({{12.1, 54.1}, {12.11, 54.11}})},
                    {4, {"Park", ""}, make_area({{12.1, 54.1}, {12.11, 54.11}, {12.11, 54.1}})},
                    {5, {"Nichts", ""}, {}}};
  const Plan empty = tests::square_city();
  const Intake intake = intake_measures(layer, "layer.geojson", {}, empty);
  const Plan plan = intake.edit.apply(empty);
  const Placement expected[] = {Placement::point, Placement::sites, Placement::line, Placement::area, Placement::none};
  for (std::size_t i = 0; i < 5; ++i) BOOST_TEST((plan.measures[i]->location.placement == expected[i]), i);
  BOOST_TEST(plan.measures[0]->location.geometry.points[0].x > 300000);
  BOOST_TEST(plan.measures[0]->cost.likely->cents == 123413);
  BOOST_TEST(intake.unplaced == 1);
  BOOST_TEST(intake_measures(layer, "layer.geojson", {}, plan).unchanged == 5);
}

BOOST_AUTO_TEST_CASE(a_plan_without_anything_takes_the_zone_of_the_places) {
  const Intake intake = import("Nr;Titel;Lage\n1;a;54.1, 12.1\n2;b;54.11, 12.11\n3;c;12.12, 54.12\n", Plan{});
  const Plan plan = intake.edit.apply(Plan{});
  BOOST_TEST(plan.crs.epsg == 25833);
  BOOST_TEST(troubles(intake) == std::vector<std::string>{"coordinates_swapped"}, boost::test_tools::per_element());
  BOOST_TEST(plan.measures[2]->location.geometry.points[0].y > 5'900'000);
}

BOOST_AUTO_TEST_CASE(tables_without_rows_are_refused) {
  BOOST_CHECK_THROW(import("Nr;Titel\n"), Error);
}

BOOST_AUTO_TEST_CASE(random_tables_come_in_without_crash) {
  std::mt19937 random(31);
  const std::vector<std::string> cells = {
      "",         "1", "17",   "Südstadt",     "54.1, 12.1", "12 T€", "k. A.", "Q3 2025",          "=1+1",
      "\"x\ny\"", "–", "Idee", "1e300, 1e300", "nan",        "ä",     "Summe", "99999999 88888888"};
  const std::vector<std::string> headers = {"Nr",  "Titel", "Lage",         "Kosten", "Beginn", "Status",
                                            "lat", "lon",   "Stadtbereich", "x",      ""};
  const Plan plan = tests::square_city();
  for (int round = 0; round < 150; ++round) {
    std::string csv;
    const auto columns = random() % 6 + 1;
    for (auto row = 0U; row < 8; ++row)
      for (auto k = 0U; k < columns; ++k)
        csv += (row == 0 ? headers[random() % headers.size()] : cells[random() % cells.size()]) +
               (k + 1 < columns ? ";" : "\n");
    try {
      const Intake intake = import(csv, plan);
      const Plan next = intake.edit.apply(plan);
      BOOST_TEST_REQUIRE(static_cast<std::int64_t>(next.measures.size()) == intake.added);
      BOOST_TEST_REQUIRE(intake.rows == intake.placed + intake.unplaced + intake.report.skipped);
    } catch (const Error&) {
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()
