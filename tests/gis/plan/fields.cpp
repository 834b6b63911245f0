#include "gis/plan/fields.h"

#include <boost/test/unit_test.hpp>
#include <set>

using namespace smile;

BOOST_AUTO_TEST_SUITE(fields)

static Value example(const MeasureField& field) {
  switch (field.type) {
    case FieldType::money: return Money{-12397305};
    case FieldType::date: return Date{2025, DatePrecision::quarter, 3, 0};
    case FieldType::choice: return std::string(field.choices.back().word);
    case FieldType::list: return std::string("RSAG; WIRO");
    case FieldType::text:
    case FieldType::long_text: break;
  }
  return std::string("Größe „ä“");
}

BOOST_AUTO_TEST_CASE(every_field_gives_back_what_was_set_and_nothing_when_cleared) {
  for (const MeasureField& field : measure_fields()) {
    Measure measure;
    BOOST_TEST(field.get(measure).index() == 0u, field.key);
    field.set(measure, example(field));
    BOOST_TEST((field.get(measure) == example(field)), field.key);
    field.set(measure, Value{});
    BOOST_TEST((measure == Measure{}), field.key);
  }
}

BOOST_AUTO_TEST_CASE(every_value_reads_back_from_its_stored_form) {
  for (const MeasureField& field : measure_fields()) {
    const auto back = parse_stored(field, stored_form(example(field)));
    BOOST_REQUIRE(back);
    BOOST_TEST((*back == example(field)), field.key);
  }
}

BOOST_AUTO_TEST_CASE(short_names_fit_a_shapefile_and_are_unique) {
  std::set<std::string_view> names;
  for (const MeasureField& field : measure_fields()) {
    BOOST_TEST(field.short_name.size() <= 10u, field.short_name);
    BOOST_TEST(names.insert(field.short_name).second, field.short_name);
  }
}

BOOST_AUTO_TEST_CASE(a_missing_cost_is_not_zero) {
  Measure measure;
  const MeasureField& cost = *find_field("cost");
  cost.set(measure, Money{0});
  BOOST_TEST(measure.cost.likely.has_value());
  BOOST_TEST(stored_form(cost.get(measure)) == "0.00");
  BOOST_TEST(format_value(Language::german, cost, Value{}, "EUR").empty());
}

BOOST_AUTO_TEST_CASE(choices_are_shown_in_the_language_and_stored_as_their_word) {
  BOOST_TEST(format_value(Language::german, *find_field("phase"), Value{std::string("in_progress")}, "EUR") == "In Umsetzung");
  BOOST_TEST(!parse_stored(*find_field("phase"), "somehow"));
}

BOOST_AUTO_TEST_SUITE_END()
