#include "gis/formats/text_table.h"

#include <boost/test/unit_test.hpp>
#include <fstream>
#include <random>

#include "gis/formats/encoding.h"
#include "tests/support/places.h"

using namespace smile;
using Cells = std::vector<std::string>;

namespace {

std::vector<std::string> kinds(const TextTable& table) {
  std::vector<std::string> all;
  for (const Issue& issue : table.issues) all.push_back(issue.kind);
  return all;
}

bool has_kind(const TextTable& table, const std::string& kind) {
  const auto all = kinds(table);
  return std::find(all.begin(), all.end(), kind) != all.end();
}

void write(const std::filesystem::path& file, std::string_view bytes) {
  std::ofstream(file, std::ios::binary) << bytes;
}

ErrorKind refusal(const std::filesystem::path& file, const TextTableOptions& options = {}) {
  try {
    read_text_table(file, options);
  } catch (const Error& error) {
    BOOST_TEST(!error.sentence().empty());
    return error.kind();
  }
  BOOST_ERROR("was read: " << file);
  return ErrorKind::cancelled;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(text_table)

BOOST_AUTO_TEST_CASE(rows_carry_the_number_a_spreadsheet_shows) {
  const TextTable table = parse_csv("Nr;Text\n1;\"two\nlines\"\n\n3;c\n", "ideas.csv");
  BOOST_TEST_REQUIRE(table.rows.size() == 2u);
  BOOST_TEST(table.rows[0].row == 2);
  BOOST_TEST(table.rows[1].row == 4);
  BOOST_TEST(table.blank_rows == 1);
  BOOST_TEST(table.format == "CSV");
  BOOST_TEST(table.issues.empty());
}

BOOST_AUTO_TEST_CASE(headers_are_trimmed_never_empty_and_unique) {
  const TextTable table = parse_csv(";Kosten\u00a0 ;\"Kosten\";\"Ende\n(geplant)\"\n1;2;3;4\n", "ideas.csv");
  BOOST_TEST(table.header == (Cells{"A", "Kosten", "Kosten (2)", "Ende (geplant)"}), boost::test_tools::per_element());
  BOOST_TEST(has_kind(table, "header_unnamed"));
  BOOST_TEST(has_kind(table, "header_repeated"));
}

BOOST_AUTO_TEST_CASE(empty_columns_at_the_end_are_dropped_and_filled_ones_kept) {
  BOOST_TEST(parse_csv("a;b;;\n1;2;;\n", "x").header.size() == 2u);
  const TextTable table = parse_csv("a;b;\n1;2;3\n", "x");
  BOOST_TEST(table.header == (Cells{"a", "b", "C"}), boost::test_tools::per_element());
  BOOST_TEST(table.rows[0].cells == (Cells{"1", "2", "3"}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_row_longer_than_the_header_loses_nothing_and_is_a_warning) {
  const TextTable table = parse_csv("a;b\n1;2\n1;2;3;4\n", "x");
  BOOST_TEST(table.header == (Cells{"a", "b", "C", "D"}), boost::test_tools::per_element());
  BOOST_TEST(table.rows[0].cells.size() == 4u);
  BOOST_TEST(table.rows[1].cells[3] == "4");
  BOOST_TEST_REQUIRE(table.issues.size() == 1u);
  BOOST_TEST(table.issues[0].kind == "row_too_long");
  BOOST_TEST(*table.issues[0].row == 3);
  BOOST_TEST((table.issues[0].severity == Severity::warning));
}

BOOST_AUTO_TEST_CASE(short_rows_are_filled_up_and_counted_in_a_note) {
  const TextTable table = parse_csv("a;b;c\n1\n1;2\n1;2;3\n", "x");
  BOOST_TEST(table.rows[0].cells == (Cells{"1", "", ""}), boost::test_tools::per_element());
  BOOST_TEST_REQUIRE(table.issues.size() == 1u);
  BOOST_TEST(table.issues[0].kind == "row_too_short");
  BOOST_TEST(in(Language::english, table.issues[0].message).starts_with("2 rows"));
}

BOOST_AUTO_TEST_CASE(lines_above_the_header_are_left_out_and_said) {
  const TextTable table =
      parse_csv("Ideenpool der Stadt\n\nNr;Titel;Lage\n1;Bank;54.1, 12.1\n2;Baum;54.2, 12.2\n", "x");
  BOOST_TEST(table.header_row == 3);
  BOOST_TEST(table.rows.front().row == 4);
  BOOST_TEST(has_kind(table, "rows_above_header"));
}

BOOST_AUTO_TEST_CASE(a_table_of_numbers_has_no_header_but_years_and_ages_are_one) {
  const TextTable numbers = parse_csv("12.1;54.1\n12.2;54.2\n", "x");
  BOOST_TEST(numbers.header_row == 0);
  BOOST_TEST(numbers.header == (Cells{"A", "B"}), boost::test_tools::per_element());
  BOOST_TEST(numbers.rows.size() == 2u);
  BOOST_TEST(has_kind(numbers, "header_missing"));
  BOOST_TEST(parse_csv("Bezirk;2010;2011\nMitte;1;2\n", "x").header_row == 1);
  BOOST_TEST(parse_csv("Bezirk;0 - 9;10-19;20-64;65+\nMitte;1;2;3;4\n", "x").header_row == 1);
  BOOST_TEST(parse_csv("Bezirk;9-3;-5;+4\nMitte;1;2;3\n", "x").header_row == 0);
}

BOOST_AUTO_TEST_CASE(the_callers_answers_win) {
  TextTableOptions options;
  options.delimiter = ',';
  options.header_row = 2;
  options.encoding = "latin1";
  const TextTable table = parse_csv("x;y\nGr\xFCn,b\n1,2\n", "x", options);
  BOOST_TEST(table.header == (Cells{"Grün", "b"}), boost::test_tools::per_element());
  BOOST_TEST(table.encoding == "ISO-8859-1");
  options.header_row = 9;
  BOOST_CHECK_THROW(parse_csv("a,b\n", "x", options), Error);
}

BOOST_AUTO_TEST_CASE(excels_line_that_names_the_delimiter_is_no_row) {
  const TextTable table = parse_csv("sep=|\r\na;x|b\r\n1|2\r\n", "x");
  BOOST_TEST(table.delimiter == '|');
  BOOST_TEST(table.header == (Cells{"a;x", "b"}), boost::test_tools::per_element());
  BOOST_TEST(table.rows[0].row == 2);
}

BOOST_AUTO_TEST_CASE(encodings_are_told_apart_and_guesses_are_notes) {
  const std::string text = "Nr;Titel\n1;Grüner Schulweg – 12 €\n";
  for (const std::string encoding : {"UTF-8", "CP1252", "UTF-16LE", "UTF-16BE"}) {
    const TextTable table = parse_csv(*from_utf8(text, encoding), "x");
    BOOST_TEST(table.encoding == encoding);
    BOOST_TEST(table.rows[0].cells[1] == "Grüner Schulweg – 12 €");
    BOOST_TEST(table.encoding_guessed == (encoding != "UTF-8"));
    BOOST_TEST(has_kind(table, "encoding_guessed") == table.encoding_guessed);
  }
  BOOST_TEST(parse_csv("\xEF\xBB\xBFNr;Titel\n1;a\n", "x").header[0] == "Nr");
  BOOST_TEST(parse_csv("\xFF\xFE" + *from_utf8(text, "UTF-16LE"), "x").header[0] == "Nr");
}

BOOST_AUTO_TEST_CASE(a_file_without_clean_encoding_asks) {
  try {
    parse_csv("Nr;Titel\n1;\x81\xB7\x9D\n", "x");
    BOOST_ERROR("was read");
  } catch (const Error& error) {
    BOOST_TEST((error.kind() == ErrorKind::needs_answer));
    BOOST_TEST(std::string(error.what()).find("--encoding") != std::string::npos);
  }
}

BOOST_AUTO_TEST_CASE(an_unclosed_quote_is_a_warning_with_its_row) {
  const TextTable table = parse_csv("a;b\n1;\"x\n2;y\n", "x");
  BOOST_TEST(table.rows.size() == 2u);
  BOOST_TEST(has_kind(table, "unclosed_quote"));
}

BOOST_AUTO_TEST_CASE(an_empty_text_is_an_empty_table) {
  BOOST_TEST(parse_csv("", "x").rows.empty());
  BOOST_TEST(parse_csv("\n\n", "x").header.empty());
}

BOOST_AUTO_TEST_CASE(files_that_are_not_what_they_say_are_refused) {
  const tests::TemporaryFolder folder;
  write(folder / "a.xlsx", "Nr;Titel\n");
  write(folder / "b.ods", "PK\x03\x04 broken");
  write(folder / "c.csv", std::string_view("PK\x03\x04\0\0\xFF", 7));
  write(folder / "d.xls", "\xD0\xCF\x11\xE0");
  BOOST_TEST((refusal(folder / "a.xlsx") == ErrorKind::refused));
  BOOST_TEST((refusal(folder / "b.ods") == ErrorKind::unreadable));
  BOOST_TEST((refusal(folder / "c.csv") == ErrorKind::needs_answer));
  BOOST_TEST((refusal(folder / "d.xls") == ErrorKind::refused));
  BOOST_TEST((refusal(folder / "none.csv") == ErrorKind::not_found));
  BOOST_TEST((refusal(folder.path()) == ErrorKind::refused));
  BOOST_TEST((refusal("/vsicurl/http://localhost/a.xlsx") == ErrorKind::not_found));
}

BOOST_AUTO_TEST_CASE(mutated_bytes_never_crash_the_reader) {
  std::mt19937 random(5);
  const std::string original =
      "Nr;Titel;Lage\n1;\"Bank \"\"grün\"\"\";54.1, 12.1\r\n2;\"zwei\nZeilen\";\n;;\n3;Gr\xFC;x\n";
  int read = 0;
  for (int round = 0; round < 10'000; ++round) {
    std::string bytes = original;
    for (auto n = random() % 8 + 1; n > 0; --n) {
      const std::size_t at = random() % bytes.size();
      if (random() % 4 == 0)
        bytes.erase(at, random() % 9 + 1);
      else
        bytes[at] = random() % 2 == 0 ? static_cast<char>(random() % 256) : ";\"\n\r,\t"[random() % 6];
      if (bytes.empty()) bytes = "x";
    }
    try {
      const TextTable table = parse_csv(bytes, "x");
      ++read;
      for (const TextRow& row : table.rows) BOOST_TEST_REQUIRE(row.cells.size() == table.header.size());
      for (const TextRow& row : table.rows)
        for (const std::string& cell : row.cells) BOOST_TEST_REQUIRE(is_utf8(cell));
    } catch (const Error&) {
    }
  }
  BOOST_TEST(read > 5000);
}

BOOST_AUTO_TEST_CASE(the_real_pool_is_read_whole) {
  if (!tests::have_shared_data()) return;
  const TextTable table = read_text_table(tests::shared_data() / "rostock" / "ideenpool.csv");
  BOOST_TEST(table.rows.size() == 120u);
  BOOST_TEST(table.encoding == "CP1252");
  BOOST_TEST(table.delimiter == ';');
  BOOST_TEST(table.header.size() == 13u);
  BOOST_TEST(table.header[7] == "Kosten (brutto)");
  BOOST_TEST(table.rows.back().row == 121);
  BOOST_TEST(table.rows.back().cells[0] == "120");
  BOOST_TEST(kinds(table) == std::vector<std::string>{"encoding_guessed"}, boost::test_tools::per_element());
  const TextTable people = read_text_table(tests::shared_data() / "rostock" / "einwohner" / "insgesamt_2011.csv");
  BOOST_TEST(people.header[0] == "A");
  BOOST_TEST(people.rows.size() == 21u);
  const TextTable katowice = read_text_table(tests::shared_data() / "katowice" / "katowice_2020_projects.csv");
  BOOST_TEST(katowice.rows.size() == 413u);
  BOOST_TEST(katowice.delimiter == ',');
  BOOST_TEST(!has_warnings(katowice.issues));
}

BOOST_AUTO_TEST_SUITE_END()
