#include <boost/test/unit_test.hpp>

#include "gis/intake/column_contents.h"
#include "gis/intake/header_words.h"
#include "gis/intake/measures.h"
#include "tests/support/square_city.h"

using namespace smile;
using Targets = std::vector<std::string>;

namespace {

Targets guess(std::string_view csv, const Plan& plan = tests::square_city()) {
  return guess_mapping(parse_csv(csv, "x"), plan).targets;
}

void check_guess(std::string_view csv, const Targets& expected) {
  BOOST_TEST(guess(csv) == expected, boost::test_tools::per_element());
}

}  // namespace

BOOST_AUTO_TEST_SUITE(column_guess)

BOOST_AUTO_TEST_CASE(german_headers_are_understood) {
  check_guess(
      "Nr.;Titel der Maßnahme;Baustein;Handlungsfeld;Status;Federführung;eingebracht von;Kosten "
      "(brutto);Beginn;Ende;Lage;Stadtbereich;Bemerkung\n",
      {"number", "title", "block", "field_of_action", "phase", "lead", "persona", "cost", "start", "end", "position",
       "district", "note"});
}

BOOST_AUTO_TEST_CASE(english_headers_are_understood) {
  check_guess("project_id,name,cost,latitude,longitude,district,votes,description,website,annual cost\n",
              {"number", "title", "cost", "y", "x", "district", "extra", "summary", "links", "yearly_cost"});
}

BOOST_AUTO_TEST_CASE(keys_and_labels_of_the_program_are_understood) {
  for (const MeasureField& field : measure_fields()) {
    if (field.type != FieldType::text && field.type != FieldType::long_text) continue;
    BOOST_TEST(guess("Titelx;" + std::string(field.key) + "\nbla;bla\n").at(1) == field.key);
    BOOST_TEST(guess("Titelx;" + std::string(german(field.label)) + "\nbla;bla\n").at(1) == field.key);
  }
}

BOOST_AUTO_TEST_CASE(the_most_telling_header_wins) {
  check_guess("Kosten pro Jahr;Kosten;Kosten min\n", {"yearly_cost", "cost", "cost_low"});
  check_guess("Name;Titel\na;b\n", {"extra", "title"});
}

BOOST_AUTO_TEST_CASE(contents_speak_where_headers_are_silent) {
  check_guess(
      "a;b;c;d;e;f\n"
      "1;Bank am Markt;in Umsetzung;54.1, 12.1;100 €;Südstadt\n"
      "2;Baum im Hof;Idee;54.2, 12.2;1.500,50 €;Stadtmitte\n"
      "3;Brunnen;beschlossen;54.3, 12.1;20 €;Südstadt\n",
      {"number", "title", "phase", "position", "cost", "district"});
}

BOOST_AUTO_TEST_CASE(contents_speak_against_headers) {
  check_guess("Titel;Status;Standort;Beginn\nBank;17;Lange Straße 5;bald\nBaum;23;Kurze Straße 2;später\n",
              {"title", "extra", "extra", "extra"});
}

BOOST_AUTO_TEST_CASE(one_coordinate_alone_is_no_place) {
  check_guess("Titel;lat\nBank;54.1\n", {"title", "extra"});
}

BOOST_AUTO_TEST_CASE(a_level_of_the_plan_is_a_district_column) {
  Plan plan = set_level("Planungsräume", {tests::square("1", "Nord", 0, 0)}, crs_from_epsg(25833)).apply(Plan{});
  BOOST_TEST(guess("Titel;Planungsraum;Ortsteil\na;Nord;x\n", plan)[1] == "district");
}

BOOST_AUTO_TEST_CASE(styles_of_numbers_and_dates_are_found) {
  BOOST_TEST(has_decimal_comma(parse_csv("a;b\nx;12,5\n", "x")));
  BOOST_TEST(!has_decimal_comma(parse_csv("a;b\nx;12.5\n", "x")));
  BOOST_TEST(has_decimal_comma(parse_csv("a;b\nx;y\n", "x")));
  BOOST_TEST(!has_decimal_comma(parse_csv("a,b\nx,y\n", "x")));
  BOOST_TEST(has_day_first(parse_csv("a;b\nx;3/4/2025\n", "x")));
  BOOST_TEST(!has_day_first(parse_csv("a;b\nx;3/25/2025\n", "x")));
}

BOOST_AUTO_TEST_CASE(a_kept_mapping_wins_for_the_same_header_only) {
  Plan plan = tests::square_city();
  plan.mappings.push_back({"Titel\x1fOrt", {{"Titel", "note"}, {"Ort", "title"}}});
  const MeasureMapping kept = guess_mapping(parse_csv("Titel;Ort\na;b\n", "x"), plan);
  BOOST_TEST(kept.from_plan);
  BOOST_TEST(kept.targets == (Targets{"note", "title"}), boost::test_tools::per_element());
  BOOST_TEST(!guess_mapping(parse_csv("Titel;Ort;x\na;b;c\n", "x"), plan).from_plan);
}

BOOST_AUTO_TEST_CASE(what_the_user_says_stands_over_the_guess) {
  const TextTable table = parse_csv("Titel;Was;Kosten\na;b;1\n", "x");
  const MeasureMapping guess = guess_mapping(table, {});
  const MeasureMapping mapping = with_user_targets(guess, table, {{"was", "title"}, {"Kosten", "ignore"}});
  BOOST_TEST(mapping.targets == (Targets{"extra", "title", "ignore"}), boost::test_tools::per_element());
  const auto usage = [](const Error& error) { return error.kind() == ErrorKind::usage; };
  BOOST_CHECK_EXCEPTION(with_user_targets(guess, table, {{"Ort", "title"}}), Error, usage);
  BOOST_CHECK_EXCEPTION(with_user_targets(guess, table, {{"Was", "place"}}), Error, [&](const Error& error) {
    return usage(error) &&
           std::string(error.what()).find("position, x, y, district, extra, ignore") != std::string::npos;
  });
}

BOOST_AUTO_TEST_CASE(each_target_has_a_label_in_both_languages) {
  for (const std::string_view target : all_targets()) {
    BOOST_TEST(!target_label(target).empty(), target);
    BOOST_TEST(!german(target_label(target)).empty(), target);
  }
  BOOST_TEST(target_label("nonsense").empty());
}

BOOST_AUTO_TEST_SUITE_END()
