#include "tests/gis/questions/town.h"

using namespace smile;
using namespace smile::tests;

BOOST_FIXTURE_TEST_SUITE(asking_for_similar_districts, Town)

BOOST_AUTO_TEST_CASE(the_reference_then_those_like_it_then_the_others) {
  const Finding finding =
      answer({"similar", {{"district", "L"}, {"figure", "inhabitants;Bäume"}, {"tolerance", "40"}}}).finding;
  BOOST_TEST(finding.name == "Districts like Südstadt");
  const FindingTable& table = finding.tables.front();
  BOOST_TEST((column(table, "Similar").words == std::vector<std::string>{"reference", "similar", "", ""}));
  BOOST_TEST((column(table, "Code").words == std::vector<std::string>{"L", "M", "K", "N"}));
  const FindingColumn& off = column(table, "Bäume, off by %");
  BOOST_TEST(off.share);
  BOOST_TEST(off.figures[1].value() == -1.0 / 3, boost::test_tools::tolerance(1e-9));
  BOOST_TEST(cell_in_words(Language::english, column(table, "Inhabitants"), 3) == "secret");
  BOOST_TEST((finding.chart.kind == FindingChart::Kind::scatter));
  BOOST_TEST(str(table.columns.at(static_cast<std::size_t>(finding.chart.y)).name) == "Bäume");
}

BOOST_AUTO_TEST_CASE(limits_need_no_reference_and_one_figure_is_shown_as_bars) {
  const Finding finding = answer({"similar", {{"figure", "Bäume"}, {"between", "15,30"}}}).finding;
  BOOST_TEST(
      (column(finding.tables.front(), "Similar").words == std::vector<std::string>{"similar", "similar", "", ""}));
  BOOST_TEST((finding.chart.kind == FindingChart::Kind::bars));
}

BOOST_AUTO_TEST_CASE(what_does_not_fit_together_is_refused) {
  for (const Question& question :
       {Question{"similar", {{"figure", "Bäume"}, {"between", "5"}}},
        Question{"similar", {{"figure", "Bäume"}, {"district", "X"}}},
        Question{"similar", {{"figure", "Bäume"}, {"district", "L"}, {"between", "1,2"}, {"tolerance", "3"}}}})
    BOOST_CHECK_THROW(answer(question), Error);
}

BOOST_AUTO_TEST_SUITE_END()
