#include "viewer/panels/table_text.h"

#include <boost/test/unit_test.hpp>

using namespace smile;
using namespace smile::viewer;

BOOST_AUTO_TEST_SUITE(table_text)

BOOST_AUTO_TEST_CASE(a_text_that_a_spreadsheet_would_run_is_disarmed) {
  for (const char* formula : {"=1+1", "+SUM(A1)", "-cmd|' /C calc'!A0", "@x", "=HYPERLINK(\"http://x\")"})
    BOOST_TEST((spreadsheet_cell(formula).startsWith('\'') || spreadsheet_cell(formula).startsWith("\"'")));
}

BOOST_AUTO_TEST_CASE(numbers_stay_numbers) {
  BOOST_TEST(spreadsheet_cell("-12,50").toStdString() == "-12,50");
  BOOST_TEST(spreadsheet_cell("+7").toStdString() == "+7");
  BOOST_TEST(spreadsheet_cell("123973,82").toStdString() == "123973,82");
}

BOOST_AUTO_TEST_CASE(tabs_quotes_and_line_breaks_stay_in_their_cell) {
  BOOST_TEST(spreadsheet_cell("a\tb").toStdString() == "\"a\tb\"");
  BOOST_TEST(spreadsheet_cell("say \"yes\"").toStdString() == "\"say \"\"yes\"\"\"");
  BOOST_TEST(spreadsheet_text({"A", "B"}, {{"1\n2", "3"}}).toStdString() == "A\tB\n\"1\n2\"\t3\n");
}

BOOST_AUTO_TEST_CASE(amounts_are_written_as_the_language_writes_numbers) {
  BOOST_TEST(spreadsheet_money(Language::german, {12397382}).toStdString() == "123973,82");
  BOOST_TEST(spreadsheet_money(Language::english, {12397382}).toStdString() == "123973.82");
  BOOST_TEST(spreadsheet_number(Language::german, 10.4312, 3).toStdString() == "10,431");
}

BOOST_AUTO_TEST_SUITE_END()
