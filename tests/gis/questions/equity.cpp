#include "tests/gis/questions/town.h"

using namespace smile;
using namespace smile::tests;

BOOST_FIXTURE_TEST_SUITE(asking_for_equity, Town)

BOOST_AUTO_TEST_CASE(the_least_come_first_and_secret_ones_stay_secret) {
  const Finding finding = answer({"equity", {{"figure", "inhabitants"}}}).finding;
  const FindingTable& table = finding.tables.front();
  BOOST_TEST((column(table, "Code").words == std::vector<std::string>{"K", "L", "M", "N"}));
  const FindingColumn& values = column(table, "Inhabitants");
  BOOST_TEST(values.figures[0].value() == 1000.0);
  BOOST_TEST((values.secret == std::vector<std::int64_t>{3}));
  BOOST_TEST(cell_in_words(Language::english, values, 3) == "secret");
  BOOST_TEST(cell_in_words(Language::german, values, 3) == "geheim");
  BOOST_TEST(cell_in_words(Language::english, column(table, "Quarter"), 3) == "–");
  BOOST_TEST((finding.chart.kind == FindingChart::Kind::lorenz));
}

BOOST_AUTO_TEST_CASE(shared_out_among_inhabitants_weight_and_amount_are_those_of_the_curve) {
  const Finding finding = answer({"equity", {{"figure", "Bäume"}, {"weight", "per-head"}}}).finding;
  const FindingTable& table = finding.tables.front();
  const auto& weight = table.columns.at(static_cast<std::size_t>(finding.chart.x));
  const auto& amount = table.columns.at(static_cast<std::size_t>(finding.chart.y));
  BOOST_TEST(str(weight.name) == "Inhabitants");
  BOOST_TEST(str(amount.name) == "Bäume");
  BOOST_TEST(column(table, "Bäume per 1,000 inhabitants").figures.front().value() == 5.0);
  BOOST_TEST(amount.figures.front().value() == 20.0, boost::test_tools::tolerance(1e-9));
  BOOST_TEST(weight.figures.front().value() == 4000.0);
  BOOST_TEST(!weight.figures[3].has_value());
}

BOOST_AUTO_TEST_CASE(quarters_have_a_table_of_their_own) {
  const Finding finding = answer({"equity", {{"figure", "Bäume"}}}).finding;
  BOOST_TEST_REQUIRE(finding.tables.size() == 2U);
  double shares = 0;
  for (const auto& share : column(finding.tables[1], "of the whole, %").figures) shares += share.value_or(0);
  BOOST_TEST(shares == 1.0, boost::test_tools::tolerance(1e-9));
}

BOOST_AUTO_TEST_CASE(no_coefficient_is_called_even_or_uneven) {
  const Finding finding = answer({"equity", {{"figure", "Bäume"}}}).finding;
  BOOST_TEST(str(finding.sentences.front()).find("Gini coefficient 0.") != std::string::npos);
  BOOST_TEST(str(finding.sentences.front()).find("even") == std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()
