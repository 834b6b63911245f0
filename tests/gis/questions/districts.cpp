#include "tests/gis/questions/town.h"

using namespace smile;
using namespace smile::tests;

BOOST_FIXTURE_TEST_SUITE(asking_for_districts, Town)

BOOST_AUTO_TEST_CASE(the_last_row_is_the_whole_city_and_counts_each_measure_once) {
  const Finding finding = answer({"districts", {}}).finding;
  BOOST_TEST(finding.name == "Stadtbereiche in figures");
  const FindingTable& table = finding.tables.front();
  BOOST_TEST(table.total);
  const std::vector<std::string> names = column(table, "Stadtbereiche").words;
  BOOST_TEST_REQUIRE(names.size() == 6U);
  BOOST_TEST(names[4] == "without a place yet");
  BOOST_TEST(names[5] == "Whole city");
  BOOST_TEST(column(table, "Measures").figures.back().value() == 4.0);
  BOOST_TEST(column(table, "Cost, EUR").figures.back().value() == 6200.0);
  BOOST_TEST(column(table, "Area, km²").figures.back().value() == 400.0);
}

BOOST_AUTO_TEST_CASE(what_is_secret_is_not_summed_up) {
  const FindingTable table = answer({"districts", {}}).finding.tables.front();
  const FindingColumn& people = column(table, "Inhabitants");
  BOOST_TEST((people.secret == std::vector<std::int64_t>{3}));
  BOOST_TEST((column(table, "Cost per head, EUR").secret == std::vector<std::int64_t>{3}));
  BOOST_TEST(!people.figures.back().has_value());
}

BOOST_AUTO_TEST_CASE(the_message_names_where_most_measures_and_most_money_go) {
  const std::vector<Text> sentences = answer({"districts", {}}).finding.sentences;
  BOOST_TEST_REQUIRE(sentences.size() == 3U);
  BOOST_TEST(str(sentences[0]) == "Stadtmitte has the most measures: 2 of 4.");
  BOOST_TEST(str(sentences[2]) == "1 measure has no place yet.");
}

BOOST_AUTO_TEST_SUITE_END()
