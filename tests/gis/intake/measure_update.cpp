#include "gis/intake/measure_update.h"

#include <boost/test/unit_test.hpp>

using namespace smile;

namespace {

ReadMeasure read_measure(std::int64_t row, std::string number, std::string title) {
  ReadMeasure read;
  read.row = row;
  read.measure.number = std::move(number);
  read.measure.title = std::move(title);
  return read;
}

Merged merge(std::vector<ReadMeasure> read, const Plan& plan) {
  return merge_with_plan(std::move(read), plan, "ideas.csv",
                         [](std::string_view field) { return "column of " + std::string(field); });
}

Plan plan_of(std::vector<ReadMeasure> read) {
  return add_measures(merge(std::move(read), {}).added).apply(Plan{});
}

}  // namespace

BOOST_AUTO_TEST_SUITE(measure_update)

BOOST_AUTO_TEST_CASE(new_changed_and_equal_rows_are_told_apart) {
  const Plan plan = plan_of({read_measure(2, "1", "a"), read_measure(3, "2", "b")});
  const Merged merged = merge({read_measure(2, "1", "a"), read_measure(3, "2", "bb"), read_measure(4, "3", "c")}, plan);
  BOOST_TEST(merged.unchanged == 1);
  BOOST_TEST(merged.updated.size() == 1u);
  BOOST_TEST(merged.added.size() == 1u);
  BOOST_TEST(merged.added_rows.at(0) == 4);
  BOOST_TEST(merged.updated.at(0).id == plan.measures[1]->id);
}

BOOST_AUTO_TEST_CASE(a_change_names_column_old_and_new) {
  const Plan plan = plan_of({read_measure(2, "1", "a")});
  const Merged merged = merge({read_measure(7, "1", "b")}, plan);
  BOOST_TEST_REQUIRE(merged.issues.size() == 1u);
  const Issue& issue = merged.issues[0];
  BOOST_TEST(issue.column == "column of title");
  BOOST_TEST(in(Language::english, issue.message) == "Updated from “a” to “b”.");
  BOOST_TEST(*issue.row == 7);
  BOOST_TEST((issue.severity == Severity::note));
}

BOOST_AUTO_TEST_CASE(an_empty_cell_wipes_out_nothing) {
  ReadMeasure full = read_measure(2, "1", "a");
  full.measure.lead = "Bauamt";
  full.measure.cost.likely = Money{100};
  full.measure.location.placement = Placement::city;
  const Plan plan = plan_of({full});
  BOOST_TEST(merge({read_measure(2, "1", "a")}, plan).unchanged == 1);
}

BOOST_AUTO_TEST_CASE(columns_without_field_are_updated_too) {
  ReadMeasure old = read_measure(2, "1", "a");
  old.measure.extra = {{"votes", "1"}, {"unit", "x"}};
  const Plan plan = plan_of({old});
  ReadMeasure now = read_measure(2, "1", "a");
  now.measure.extra = {{"votes", "2"}, {"score", "3"}};
  const Merged merged = merge({now}, plan);
  const std::vector<std::pair<std::string, std::string>> expected = {{"votes", "2"}, {"unit", "x"}, {"score", "3"}};
  BOOST_TEST((merged.updated.at(0).extra == expected));
  BOOST_TEST(merged.issues.size() == 2u);
}

BOOST_AUTO_TEST_CASE(a_hint_is_forgotten_once_the_file_places_the_measure) {
  ReadMeasure old = read_measure(2, "1", "a");
  old.measure.district_hint = "Südstadt";
  const Plan plan = plan_of({old});
  ReadMeasure now = read_measure(2, "1", "a");
  now.measure.location = {Placement::point, make_point({1, 2}), {}, "1 / 2"};
  BOOST_TEST(merge({now}, plan).updated.at(0).district_hint.empty());
}

BOOST_AUTO_TEST_CASE(a_repeated_number_avoids_numbers_of_the_file) {
  const Merged merged =
      merge({read_measure(2, "17", "a"), read_measure(3, "17-2", "b"), read_measure(4, "17", "c")}, {});
  BOOST_TEST(merged.added.at(2).number == "17-3");
  BOOST_TEST_REQUIRE(merged.issues.size() == 1u);
  BOOST_TEST(merged.issues[0].value == "17");
  BOOST_TEST(*merged.issues[0].row == 4);
}

BOOST_AUTO_TEST_CASE(a_changed_phase_goes_into_the_history) {
  ReadMeasure old = read_measure(2, "1", "a");
  old.measure.phase = Phase::idea;
  const Plan plan = plan_of({old});
  ReadMeasure now = read_measure(2, "1", "a");
  now.measure.phase = Phase::decided;
  const auto history = merge({now}, plan).updated.at(0).phase_history;
  BOOST_TEST_REQUIRE(history.size() == 2u);
  BOOST_TEST((history.back().phase == Phase::decided));
  BOOST_TEST((history.back().date == today()));
}

BOOST_AUTO_TEST_CASE(another_list_whose_numbers_also_start_at_one_overwrites_nothing) {
  Plan plan = plan_of({read_measure(2, "1", "Bürgerwerkstatt Hafenschuppen"),
                       read_measure(3, "2", "Digitale Hafenrundfahrt"), read_measure(4, "3", "Grüne Wand am Markt")});
  const std::vector<ReadMeasure> read = {
      read_measure(2, "1", "Sensorik für Regenwasser"), read_measure(3, "2", "Mitfahrbank Dorfstraße"),
      read_measure(4, "3", "Spielplatz Nordufer"), read_measure(5, "4", "Lastenräder")};
  const Merged merged = merge(read, plan);
  BOOST_TEST(merged.updated.empty());
  BOOST_REQUIRE(merged.added.size() == 4U);
  BOOST_TEST(merged.added[0].number == "1-2");
  BOOST_TEST(merged.added[3].number == "4");  // was free
  BOOST_REQUIRE(merged.issues.size() == 1U);
  BOOST_TEST(merged.issues[0].kind == "other_list");
  // The same list once more: everything is known.
  plan = add_measures(merged.added).apply(plan);
  const Merged again = merge(read, plan);
  BOOST_TEST(again.added.empty());
  BOOST_TEST(again.unchanged == 4);
}

BOOST_AUTO_TEST_CASE(one_quite_new_title_updates_and_asks) {
  const Plan plan = plan_of({read_measure(2, "1", "Lesebank"), read_measure(3, "2", "Brunnen am Markt")});
  const Merged merged = merge({read_measure(2, "1", "Lesebank"), read_measure(3, "2", "Mitfahrbank")}, plan);
  BOOST_TEST(merged.updated.size() == 1U);
  BOOST_TEST(merged.unchanged == 1);
  BOOST_TEST(merged.issues.front().kind == "title_replaced");
  BOOST_TEST((merged.issues.front().severity == Severity::warning));
}

BOOST_AUTO_TEST_SUITE_END()
