#include "gis/formats/spreadsheet.h"

#include <cpl_vsi.h>
#include <xlsxwriter.h>

#include <boost/test/unit_test.hpp>

#include "tests/support/places.h"
#include "tests/support/spreadsheets.h"

using namespace smile;
using Cells = std::vector<std::string>;

namespace {

/// An office's sheet: two lines of title, a gap, dates and amounts as numbers, a blank row, and a second sheet.
void write_office_sheet(const std::filesystem::path& file) {
  lxw_workbook* book = workbook_new(file.c_str());
  lxw_worksheet* sheet = workbook_add_worksheet(book, "Ideen");
  lxw_format* date = workbook_add_format(book);
  format_set_num_format(date, "dd.mm.yyyy");
  lxw_format* money = workbook_add_format(book);
  format_set_num_format(money, "#,##0.00 \"EUR\"");
  worksheet_write_string(sheet, 0, 0, "Ideenpool", nullptr);
  const char* header[] = {"Nr.", "Titel", "Beginn", "Kosten"};
  for (lxw_col_t i = 0; i < 4; ++i) worksheet_write_string(sheet, 2, i, header[i], nullptr);
  for (const lxw_row_t row : {3U, 5U}) {
    worksheet_write_number(sheet, row, 0, row, nullptr);
    worksheet_write_string(sheet, row, 1, "Grüner Schulweg", nullptr);
    worksheet_write_number(sheet, row, 2, 45292, date);
    worksheet_write_number(sheet, row, 3, 123973.82, money);
  }
  worksheet_write_number(sheet, 6, 0, 7, nullptr);
  worksheet_write_formula(sheet, 6, 1, "=1+1", nullptr);
  worksheet_write_number(sheet, 6, 3, 0.0123, nullptr);
  lxw_worksheet* other = workbook_add_worksheet(book, "Ämter");
  for (lxw_row_t row = 0; row < 3; ++row) worksheet_write_string(other, row, 0, row == 0 ? "Amt" : "Bauamt", nullptr);
  workbook_close(book);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(spreadsheet)

BOOST_AUTO_TEST_CASE(dates_are_iso_numbers_have_a_point_and_rows_their_numbers) {
  const tests::TemporaryFolder folder;
  write_office_sheet(folder / "pool.xlsx");
  const TextTable table = read_text_table(folder / "pool.xlsx");
  BOOST_TEST(table.format == "XLSX");
  BOOST_TEST(table.sheet == "Ideen");
  BOOST_TEST(table.sheets == (Cells{"Ideen", "Ämter"}), boost::test_tools::per_element());
  BOOST_TEST(table.header_row == 3);
  BOOST_TEST(table.header == (Cells{"Nr.", "Titel", "Beginn", "Kosten"}), boost::test_tools::per_element());
  BOOST_TEST_REQUIRE(table.rows.size() == 3u);
  BOOST_TEST(table.rows[0].row == 4);
  BOOST_TEST(table.rows[1].row == 6);
  BOOST_TEST(table.blank_rows == 1);
  BOOST_TEST(table.rows[1].cells == (Cells{"5", "Grüner Schulweg", "2024-01-01", "123973.82"}),
             boost::test_tools::per_element());
  BOOST_TEST(table.rows[2].cells[3] == "0.0123");
  BOOST_TEST(!has_warnings(table.issues));
}

BOOST_AUTO_TEST_CASE(another_sheet_can_be_asked_for) {
  const tests::TemporaryFolder folder;
  write_office_sheet(folder / "pool.xlsx");
  TextTableOptions options;
  options.sheet = "Ämter";
  BOOST_TEST(read_text_table(folder / "pool.xlsx", options).rows.size() == 2u);
  options.sheet = "Häuser";
  BOOST_CHECK_THROW(read_text_table(folder / "pool.xlsx", options), Error);
  const Sheet sheet = read_sheet(folder / "pool.xlsx", "XLSX", std::nullopt, {});
  BOOST_TEST(sheet.name == "Ideen");
  BOOST_TEST(sheet.all == (Cells{"Ideen", "Ämter"}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(texts_come_through_both_formats_as_they_are) {
  const tests::TemporaryFolder folder;
  const std::vector<Cells> rows = {{"Nr.", "Titel", "Kosten"},
                                   {"1", "zwei\nZeilen", "1.234,50 €"},
                                   {"007", "=1+1", "k. A."},
                                   {"2", "<b>&amp;", "10.05"}};
  for (const std::string format : {"XLSX", "ODS"}) {
    const auto file = folder / ("pool." + std::string(format == "ODS" ? "ods" : "xlsx"));
    tests::write_sheet(file, format.c_str(), rows);
    const TextTable table = read_text_table(file);
    BOOST_TEST(table.format == format);
    BOOST_TEST_REQUIRE(table.rows.size() == 3u);
    for (std::size_t i = 0; i < 3; ++i)
      BOOST_TEST(table.rows[i].cells == rows[i + 1], boost::test_tools::per_element());
  }
}

BOOST_AUTO_TEST_CASE(a_sheet_that_unpacks_to_too_much_is_refused) {
  const tests::TemporaryFolder folder;
  const std::string file = (folder / "bomb.xlsx").string();
  const std::string zeros(1U << 20U, ' ');
  VSILFILE* entry = VSIFOpenL(("/vsizip/" + file + "/xl/workbook.xml").c_str(), "wb");
  BOOST_TEST_REQUIRE(entry != nullptr);
  for (int megabyte = 0; megabyte < 260; ++megabyte) VSIFWriteL(zeros.data(), 1, zeros.size(), entry);
  VSIFCloseL(entry);
  BOOST_CHECK_EXCEPTION(read_text_table(file), Error,
                        [](const Error& error) { return error.kind() == ErrorKind::refused; });
}

BOOST_AUTO_TEST_SUITE_END()
