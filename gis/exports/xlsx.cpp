#include <xlsxwriter.h>

#include <algorithm>
#include <cmath>
#include <ctime>
#include <memory>

#include "gis/exports/names.h"
#include "gis/exports/vector_tables.h"
#include "gis/exports/writers.h"
#include "gis/words/issue.h"
#include "gis/words/numbers.h"

namespace smile::exports {
namespace {

constexpr std::size_t longest_cell = 32000;  // Excel holds 32,767 characters

struct Formats {
  lxw_format* header;
  lxw_format* text;
  lxw_format* integer;
  lxw_format* real;
  lxw_format* money;
  lxw_format* day;
  lxw_format* wrapped;
};

lxw_format* with_number(lxw_workbook* book, const char* number) {
  lxw_format* format = workbook_add_format(book);
  format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
  if (number) format_set_num_format(format, number);
  return format;
}

Formats make_formats(lxw_workbook* book) {
  Formats formats{with_number(book, nullptr),    with_number(book, "@"),        with_number(book, "#,##0"),
                  with_number(book, "#,##0.00"), with_number(book, "#,##0.00"), with_number(book, "dd.mm.yyyy"),
                  with_number(book, nullptr)};
  format_set_bold(formats.header);
  format_set_bg_color(formats.header, 0xE6EEF2);
  format_set_bottom(formats.header, LXW_BORDER_THIN);
  format_set_text_wrap(formats.wrapped);
  return formats;
}

struct Position {
  lxw_row_t row;
  lxw_col_t column;
};

void write_text(lxw_worksheet* sheet, Position at, const std::string& value, lxw_format* format) {
  worksheet_write_string(sheet, at.row, at.column, cut_utf8(value, longest_cell).c_str(), format);
}

void write_date(lxw_worksheet* sheet, Position at, const Date& date, const Formats& formats) {
  if (date.precision != DatePrecision::day || date.year < 1900 || date.year > 9999) {
    write_text(sheet, at, to_iso(date), formats.text);  // "2025-Q3" is no day
    return;
  }
  const Day day = first_day(date);
  lxw_datetime when = {day.year, day.month, day.day, 0, 0, 0};
  worksheet_write_datetime(sheet, at.row, at.column, &when, formats.day);
}

void write_cell(lxw_worksheet* sheet, Position at, const Cell& cell, const Formats& formats) {
  if (const auto* text_value = std::get_if<std::string>(&cell)) write_text(sheet, at, *text_value, formats.text);
  if (std::holds_alternative<Suppressed>(cell)) write_text(sheet, at, ".", formats.text);
  if (const auto* integer = std::get_if<std::int64_t>(&cell))
    worksheet_write_number(sheet, at.row, at.column, static_cast<double>(*integer), formats.integer);
  if (const auto* money = std::get_if<Money>(&cell))
    worksheet_write_number(sheet, at.row, at.column, static_cast<double>(money->cents) / 100.0, formats.money);
  if (const auto* date = std::get_if<Date>(&cell)) write_date(sheet, at, *date, formats);
  const auto* real = std::get_if<double>(&cell);
  if (!real || !std::isfinite(*real)) return;
  worksheet_write_number(sheet, at.row, at.column, *real, *real == std::floor(*real) ? formats.integer : formats.real);
}

std::size_t letters(const std::string& text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

double column_width(const Table& table, std::size_t column) {
  std::size_t widest = letters(table.fields[column].key) + 3;  // room for the filter's arrow
  for (const Row& row : table.rows) widest = std::max(widest, letters(cell_text(row.cells[column])) + 1);
  return static_cast<double>(std::clamp<std::size_t>(widest, 8, 48));
}

void finish_sheet(lxw_worksheet* sheet, std::size_t rows, std::size_t columns) {
  worksheet_freeze_panes(sheet, 1, 0);
  worksheet_autofilter(sheet, 0, 0, static_cast<lxw_row_t>(std::max<std::size_t>(rows, 1)),
                       static_cast<lxw_col_t>(columns - 1));
  worksheet_set_landscape(sheet);
  worksheet_repeat_rows(sheet, 0, 0);
  worksheet_fit_to_pages(sheet, 1, 0);
}

lxw_worksheet* add_sheet(lxw_workbook* book, const std::string& name) {
  return workbook_add_worksheet(book, name.c_str());
}

void write_sheet(lxw_workbook* book, const std::string& name, const Table& table, const Formats& formats,
                 const Progress& progress) {
  lxw_worksheet* sheet = add_sheet(book, name);
  for (std::size_t i = 0; i < table.fields.size(); ++i) {
    const auto column = static_cast<lxw_col_t>(i);
    worksheet_set_column(sheet, column, column, column_width(table, i), nullptr);
    write_text(sheet, {0, column}, table.fields[i].key, formats.header);
  }
  lxw_row_t at = 1;
  for (const Row& row : table.rows) {
    progress.check();
    for (std::size_t i = 0; i < row.cells.size(); ++i)
      write_cell(sheet, {at, static_cast<lxw_col_t>(i)}, row.cells[i], formats);
    ++at;
  }
  finish_sheet(sheet, table.rows.size(), table.fields.size());
}

/// What the columns are called and mean, in both languages.
void write_codebook_sheet(lxw_workbook* book, const std::vector<std::pair<std::string, const Table*>>& sheets,
                          const Formats& formats) {
  lxw_worksheet* sheet = add_sheet(book, "codebook");
  const char* header[] = {"sheet", "column", "name_de", "name_en", "unit", "meaning_de", "meaning_en"};
  const double widths[] = {24, 24, 30, 30, 8, 60, 60};
  for (lxw_col_t i = 0; i < 7; ++i) {
    worksheet_set_column(sheet, i, i, widths[i], nullptr);
    write_text(sheet, {0, i}, header[i], formats.header);
  }
  lxw_row_t at = 1;
  for (const auto& [name, table] : sheets)
    for (const Field& field : table->fields) {
      const std::string cells[] = {name,
                                   field.key,
                                   in(Language::german, field.label),
                                   in(Language::english, field.label),
                                   field.unit,
                                   in(Language::german, field.meaning),
                                   in(Language::english, field.meaning)};
      for (lxw_col_t i = 0; i < 7; ++i) write_text(sheet, {at, i}, cells[i], formats.wrapped);
      ++at;
    }
  finish_sheet(sheet, at, 7);
}

/// Lines of text, the tables, and how they were made, one below the other.
class FindingWriter {
public:
  FindingWriter(lxw_worksheet* sheet, const Formats& formats) : sheet_(sheet), formats_(formats) {}

  void write(const FindingSheet& from) {
    const Finding& finding = *from.finding;
    line(finding.name, formats_.header);
    if (from.outdated) line(say("outdated"), formats_.header);
    for (const Text& sentence : finding.sentences) line(str(sentence), formats_.text);
    const std::vector<Table> tables = finding_tables(from);
    for (const Table& table : tables) write(table);
    ++row_;
    for (const Text& sentence : finding.method) line(str(sentence), formats_.text);
    for (const std::string& source : finding.sources) line(say("Source") + ": " + source, formats_.text);
    line(say("Asked on") + ": " + format_date(language(), finding.found), formats_.text);
    line(say("Question") + ": " + from.question, formats_.text);
    if (!tables.empty()) widths(tables);
  }

private:
  void line(const std::string& words, lxw_format* format) { write_text(sheet_, {row_++, 0}, words, format); }
  void write(const Table& table) {
    ++row_;
    line(str(table.title), formats_.header);
    for (std::size_t i = 0; i < table.fields.size(); ++i)
      write_text(sheet_, {row_, static_cast<lxw_col_t>(i)}, table.fields[i].key, formats_.header);
    ++row_;
    for (const Row& row : table.rows) {
      for (std::size_t i = 0; i < row.cells.size(); ++i)
        write_cell(sheet_, {row_, static_cast<lxw_col_t>(i)}, row.cells[i], formats_);
      ++row_;
    }
  }
  /// Each as wide as the widest of all tables.
  void widths(const std::vector<Table>& tables) {
    std::vector<double> widest;
    for (const Table& table : tables)
      for (std::size_t i = 0; i < table.fields.size(); ++i) {
        if (i == widest.size()) widest.push_back(0);
        widest[i] = std::max(widest[i], column_width(table, i));
      }
    for (std::size_t i = 0; i < widest.size(); ++i)
      worksheet_set_column(sheet_, static_cast<lxw_col_t>(i), static_cast<lxw_col_t>(i), widest[i], nullptr);
    worksheet_set_landscape(sheet_);
    worksheet_fit_to_pages(sheet_, 1, 0);
  }

  lxw_worksheet* sheet_;
  const Formats& formats_;
  lxw_row_t row_ = 0;
};

void write_book(lxw_workbook* book, const Handover& handover, const Progress& progress) {
  lxw_doc_properties properties = {};
  properties.created = 946684800;  // 2000-01-01: the same bytes on each run
  workbook_set_properties(book, &properties);
  const Formats formats = make_formats(book);
  UniqueNames names(31);  // Excel's limit
  names.take("codebook");
  std::vector<std::pair<std::string, const Table*>> sheets;
  for (const Table& table : handover.tables) {
    sheets.emplace_back(names.take(table.name), &table);
    write_sheet(book, sheets.back().first, table, formats, progress);
  }
  for (const FindingSheet& sheet : handover.findings)
    FindingWriter(add_sheet(book, names.take(sheet.name)), formats).write(sheet);
  if (!sheets.empty()) write_codebook_sheet(book, sheets, formats);
}

}  // namespace

void write_xlsx(const Handover& handover, const std::filesystem::path& file, const Progress& progress) {
  lxw_workbook* book = workbook_new(file.c_str());
  if (!book) throw std::bad_alloc();
  try {
    write_book(book, handover, progress);
  } catch (...) {
    workbook_close(book);  // frees it; the file goes with the folder it is written in
    throw;
  }
  const lxw_error error = workbook_close(book);
  if (error != LXW_NO_ERROR)
    throw Error(ErrorKind::disk, text("“{1}” could not be written ({2}); free some space or choose another folder.",
                                      file.filename().string(), std::string(lxw_strerror(error))));
}

}  // namespace smile::exports
