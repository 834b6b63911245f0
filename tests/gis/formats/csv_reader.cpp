#include "gis/formats/csv_reader.h"

#include <boost/test/unit_test.hpp>
#include <random>

using namespace smile;
using Cells = std::vector<std::string>;

namespace {

std::vector<Cells> all_records(std::string_view text, char delimiter = ';') {
  CsvReader reader(text, delimiter);
  std::vector<Cells> records;
  std::vector<std::string_view> cells;
  while (reader.next(cells)) records.emplace_back(cells.begin(), cells.end());
  return records;
}

void check_records(std::string_view text, const std::vector<Cells>& expected) {
  const auto records = all_records(text);
  BOOST_TEST_REQUIRE(records.size() == expected.size());
  for (std::size_t i = 0; i < records.size(); ++i)
    BOOST_TEST(records[i] == expected[i], boost::test_tools::per_element());
}

}  // namespace

BOOST_AUTO_TEST_SUITE(csv_reader)

BOOST_AUTO_TEST_CASE(lines_end_with_lf_crlf_or_cr) {
  check_records("a;b\nc;d\r\ne;f\rg;h", {{"a", "b"}, {"c", "d"}, {"e", "f"}, {"g", "h"}});
  check_records("a\n", {{"a"}});
  check_records("", {});
}

BOOST_AUTO_TEST_CASE(a_delimiter_at_the_end_makes_an_empty_cell) {
  check_records("a;\n;\n", {{"a", ""}, {"", ""}});
  check_records("a;", {{"a", ""}});
}

BOOST_AUTO_TEST_CASE(an_empty_line_is_a_record_with_one_empty_cell) {
  check_records("a\n\nb", {{"a"}, {""}, {"b"}});
}

BOOST_AUTO_TEST_CASE(quoted_cells_hold_quotes_delimiters_and_line_breaks) {
  check_records("\"a;b\";\"say \"\"hi\"\"\";\"two\r\nlines\"\n", {{"a;b", "say \"hi\"", "two\r\nlines"}});
  check_records("\"\";\"\"\"\"", {{"", "\""}});
}

BOOST_AUTO_TEST_CASE(quotes_in_plain_text_are_characters) {
  check_records("3\" pipe;54°13'00.0\"N\n", {{"3\" pipe", "54°13'00.0\"N"}});
  check_records("\"a\"b;c", {{"ab", "c"}});
}

BOOST_AUTO_TEST_CASE(a_quote_that_is_never_closed_swallows_nothing) {
  CsvReader reader("a;b\n\"c;d\ne;f\n", ';');
  std::vector<std::string_view> cells;
  int records = 0;
  while (reader.next(cells)) {
    BOOST_TEST(cells.size() == 2u);
    ++records;
  }
  BOOST_TEST(records == 3);
  BOOST_TEST(reader.unclosed_quote() == 2);
}

BOOST_AUTO_TEST_CASE(records_are_counted_as_a_spreadsheet_counts_rows) {
  CsvReader reader("h\n\"two\nlines\"\nlast", ';');
  std::vector<std::string_view> cells;
  while (reader.next(cells)) {
  }
  BOOST_TEST(reader.record() == 3);
}

BOOST_AUTO_TEST_CASE(the_delimiter_is_the_one_that_explains_the_text) {
  BOOST_TEST(guess_delimiter("Nr;Titel;Ort\n1;Bank, grün;54,1\n2;Baum, neu;54,2\n") == ';');
  BOOST_TEST(guess_delimiter("Nr,Titel\n1,a;b\n2,c\n") == ',');
  BOOST_TEST(guess_delimiter("x\ty\n1,5\t2,5\n") == '\t');
  BOOST_TEST(guess_delimiter("a|b|c\n1|2|3\n") == '|');
  BOOST_TEST(guess_delimiter("x;y;z\n1,5;2,5;3,5\n1,5;2,5;3,5\n") == ';');
  BOOST_TEST(guess_delimiter("Titel\nBank\n") == '\t');
  BOOST_TEST(guess_delimiter("Ideenpool 2024\n\nNr;Titel;Lage\n1;Bank;54.1, 12.1\n2;Baum;54.2, 12.2\n") == ';');
}

BOOST_AUTO_TEST_CASE(what_is_written_by_the_rules_is_read_the_same) {
  std::mt19937 random(11);
  constexpr std::string_view letters = "ab;,\"\n\r\t |ä€x1";
  for (int round = 0; round < 300; ++round) {
    std::vector<Cells> table(random() % 6 + 1, Cells(random() % 5 + 1));
    std::string csv;
    for (Cells& row : table) {
      for (std::size_t i = 0; i < row.size(); ++i) {
        for (auto n = random() % 7; n > 0; --n) row[i] += letters[random() % letters.size()];
        std::string quoted;
        for (const char c : row[i]) quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
        csv += (i > 0 ? ";\"" : "\"") + quoted + '"';
      }
      csv += round % 3 == 0 ? "\n" : round % 3 == 1 ? "\r\n" : "\r";
    }
    BOOST_TEST_REQUIRE((all_records(csv) == table));
  }
}

BOOST_AUTO_TEST_SUITE_END()
