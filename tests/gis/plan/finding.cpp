#include "gis/plan/finding.h"

#include <boost/test/unit_test.hpp>

#include "gis/plan/plan_json.h"

using namespace smile;

namespace {

/// A figure, a secret one, one nobody knows.
FindingColumn shares() {
  FindingColumn column;
  column.share = true;
  column.digits = 1;
  column.figures = {0.125, std::nullopt, std::nullopt};
  column.secret = {1};
  return column;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(finding_cells)

BOOST_AUTO_TEST_CASE(secret_missing_and_zero_are_three_things) {
  const FindingColumn column = shares();
  BOOST_TEST((figure_at(column, 0) == Figure{Figure::State::value, 0.125}));
  BOOST_TEST((figure_at(column, 1).state == Figure::State::suppressed));
  BOOST_TEST((figure_at(column, 2).state == Figure::State::missing));
  BOOST_TEST((figure_at(column, 99).state == Figure::State::missing));
}

BOOST_AUTO_TEST_CASE(cells_read_as_people_write_them_in_both_languages) {
  const FindingColumn column = shares();
  BOOST_TEST(cell_in_words(Language::english, column, 0) == "12.5 %");
  BOOST_TEST(cell_in_words(Language::german, column, 0) == "12,5 %");
  BOOST_TEST(cell_in_words(Language::german, column, 1) == "geheim");
  BOOST_TEST(cell_in_words(Language::german, column, 2) == "–");
  FindingColumn words;
  words.words = {"Mitte"};
  BOOST_TEST(cell_in_words(Language::german, words, 0) == "Mitte");
}

BOOST_AUTO_TEST_CASE(a_table_has_as_many_rows_as_its_longest_column) {
  FindingTable table;
  BOOST_TEST(rows_of(table) == 0U);
  table.columns = {FindingColumn{}, shares()};
  BOOST_TEST(rows_of(table) == 3U);
}

BOOST_AUTO_TEST_CASE(what_is_secret_is_kept_in_the_plan_file) {
  Finding finding;
  finding.tables.push_back({text("By district"), {shares()}, {}, {}, false});
  BOOST_TEST((from_json<Finding>(to_json(finding)) == finding));
}

BOOST_AUTO_TEST_SUITE_END()
