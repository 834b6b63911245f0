#include "gis/formats/table_builder.h"

#include <algorithm>
#include <cstdlib>

namespace smile {
namespace {

constexpr std::size_t most_cells = 20'000'000;   // about 1 GB in memory
constexpr std::size_t most_extra_columns = 64;   // a row may be longer than its header by that many cells
constexpr std::size_t most_columns = 16384;      // what spreadsheets have
constexpr std::int64_t most_listed_rows = 1000;  // of one kind; what is beyond is counted

bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\f' || c == '\v';
}

constexpr std::string_view no_break_space = "\u00a0";

std::size_t leading_space(std::string_view cell) {
  if (!cell.empty() && is_space(cell.front())) return 1;
  return cell.starts_with(no_break_space) ? no_break_space.size() : 0;
}

std::size_t trailing_space(std::string_view cell) {
  if (!cell.empty() && is_space(cell.back())) return 1;
  return cell.ends_with(no_break_space) ? no_break_space.size() : 0;
}

/// "0 - 9", "18-64", "65+": what columns are called that count people by age.
bool is_ages(std::string_view cell) {
  const auto take_years = [&cell] {
    const std::size_t digits = std::min(cell.find_first_not_of("0123456789"), cell.size());
    const std::string_view years = cell.substr(0, digits);
    cell.remove_prefix(digits);
    return digits > 0 && digits <= 3 ? std::atoi(std::string(years).c_str()) : -1;
  };
  const int from = take_years();
  if (from < 0 || cell == "+") return from >= 0;
  cell = trimmed(cell);
  if (!cell.starts_with("-")) return false;
  cell = trimmed(cell.substr(1));
  return take_years() > from && cell.empty();
}

bool is_number_like(std::string_view cell) {
  const bool digits = cell.find_first_of("0123456789") != std::string_view::npos;
  const bool year = cell.size() == 4 && (cell.starts_with("19") || cell.starts_with("20"));
  return digits && !year && !is_ages(cell) && cell.find_first_not_of("0123456789.,-+/:'% eE") == std::string_view::npos;
}

/// A header cell on one line, white space as single blanks.
std::string header_text(std::string_view cell) {
  std::string out;
  for (std::string_view rest = trimmed(cell); !rest.empty();) {
    const std::size_t space = leading_space(rest);
    if (space == 0) out += rest.front();
    if (space != 0 && out.back() != ' ') out += ' ';
    rest.remove_prefix(std::max<std::size_t>(space, 1));
  }
  return out;
}

std::size_t filled_cells(const std::vector<std::string>& cells) {
  return static_cast<std::size_t>(
      std::count_if(cells.begin(), cells.end(), [](const std::string& cell) { return !is_blank(cell); }));
}

/// Cells up to the last filled one.
std::size_t used_width(std::span<const std::string_view> cells) {
  std::size_t width = cells.size();
  while (width > 0 && is_blank(cells[width - 1])) --width;
  return width;
}

}  // namespace

std::string_view trimmed(std::string_view cell) {
  while (const std::size_t space = leading_space(cell)) cell.remove_prefix(space);
  while (const std::size_t space = trailing_space(cell)) cell.remove_suffix(space);
  return cell;
}

bool is_blank(std::string_view cell) {
  return cell.empty() || trimmed(cell).empty();
}

bool is_blank(std::span<const std::string_view> cells) {
  return std::all_of(cells.begin(), cells.end(), [](std::string_view cell) { return is_blank(cell); });
}

std::string column_letters(std::size_t column) {
  std::string letters;
  for (std::size_t rest = column + 1; rest > 0; rest = (rest - 1) / 26)
    letters.insert(letters.begin(), static_cast<char>('A' + (rest - 1) % 26));
  return letters;
}

bool reads_like_header(std::span<const std::string> cells) {
  std::size_t filled = 0;
  std::size_t numbers = 0;
  for (const std::string& cell : cells) {
    const std::string_view text = trimmed(cell);
    if (!text.empty()) ++filled;
    if (is_number_like(text)) ++numbers;
  }
  return filled > 0 && numbers * 3 <= filled;
}

std::int64_t find_header(const std::vector<TextRow>& sample) {
  std::vector<std::size_t> widths;
  for (const TextRow& row : sample)
    if (const std::size_t filled = filled_cells(row.cells)) widths.push_back(filled);
  if (widths.empty()) return 0;
  std::nth_element(widths.begin(), widths.begin() + static_cast<std::ptrdiff_t>(widths.size() / 2), widths.end());
  const std::size_t usual = widths[widths.size() / 2];
  for (const TextRow& row : sample)
    if (filled_cells(row.cells) * 10 >= usual * 6 && filled_cells(row.cells) > 0)
      return reads_like_header(row.cells) ? row.row : 0;
  return 0;
}

TableBuilder::TableBuilder(TextTable& table, std::string file, std::int64_t header_row)
    : table_(table), file_(std::move(file)) {
  table_.header_row = header_row;
  if (header_row == 0)
    note(Severity::note, "header_missing", 0, text("The table has no header row: its columns are called A, B, C …"),
         text("Assign the columns, or say which row is the header."));
}

void TableBuilder::note(Severity severity, std::string kind, std::int64_t row, Text message, Text proposal) {
  Issue issue;
  issue.severity = severity;
  issue.kind = std::move(kind);
  issue.file = file_;
  if (row > 0) issue.row = row;
  issue.message = std::move(message);
  issue.proposal = std::move(proposal);
  table_.issues.push_back(std::move(issue));
}

std::string TableBuilder::unique_name(const std::string& name) const {
  const auto taken = [&](const std::string& candidate) {
    return std::find(table_.header.begin(), table_.header.end(), candidate) != table_.header.end();
  };
  std::string unique = name;
  for (int n = 2; taken(unique); ++n) unique = name + " (" + std::to_string(n) + ")";
  return unique;
}

void TableBuilder::widen(std::size_t columns) {
  while (table_.header.size() < columns) {
    table_.header.push_back(unique_name(column_letters(table_.header.size())));
    named_.push_back(false);
    filled_.push_back(false);
  }
}

void TableBuilder::name_columns(std::span<const std::string_view> cells) {
  for (const std::string_view cell : cells) {
    const std::string name = header_text(cell);
    const std::string unique = unique_name(name.empty() ? column_letters(table_.header.size()) : name);
    if (!name.empty() && unique != name)
      note(Severity::note, "header_repeated", table_.header_row,
           text("The header “{1}” stands there twice; the second is called “{2}” here.", name, unique));
    table_.header.push_back(unique);
    named_.push_back(!name.empty());
    filled_.push_back(false);
  }
}

void TableBuilder::note_row_length(std::int64_t row, std::size_t cells, std::size_t used, std::size_t most) {
  if (cells < declared_columns_ && ++short_rows_ == 1) first_short_row_ = row;
  if (used <= declared_columns_ || ++long_rows_ > most_listed_rows) return;
  note(used > most ? Severity::error : Severity::warning, "row_too_long", row,
       text("This row has {1} cells, the header has {2}.", used, declared_columns_),
       text("Check whether a delimiter stands in a cell without quotes."));
}

void TableBuilder::add_data(std::int64_t row, std::span<const std::string_view> cells, std::size_t used) {
  const std::size_t most = header_seen_ ? declared_columns_ + most_extra_columns : most_columns;
  if (header_seen_) note_row_length(row, cells.size(), used, most);
  const std::size_t kept = std::min(used, most);
  widen(kept);
  cells_ += table_.header.size();
  if (cells_ > most_cells)
    throw Error(ErrorKind::refused,
                text("“{1}” has more than {2} cells: split it, or leave out columns.", file_, most_cells));
  TextRow& added = table_.rows.emplace_back();
  added.row = row;
  added.cells.reserve(table_.header.size());
  for (std::size_t i = 0; i < kept; ++i) {
    added.cells.emplace_back(cells[i]);
    if (!named_[i] && !cells[i].empty()) filled_[i] = true;
  }
  added.cells.resize(table_.header.size());
}

void TableBuilder::add(std::int64_t row, std::span<const std::string_view> cells) {
  const std::size_t used = used_width(cells);
  if (row < table_.header_row) {
    rows_above_ += used > 0 ? 1 : 0;
  } else if (row == table_.header_row) {
    name_columns(cells.first(std::min(cells.size(), most_columns)));
    declared_columns_ = table_.header.size();
    header_seen_ = true;
  } else if (used == 0) {
    ++table_.blank_rows;
  } else {
    add_data(row, cells, used);
  }
}

void TableBuilder::note_columns() {
  for (std::size_t i = 0; i < std::min(table_.header.size(), declared_columns_); ++i)
    if (!named_[i])
      note(Severity::note, "header_unnamed", table_.header_row,
           text("Column {1} has no header; it is called “{2}” here.", column_letters(i), table_.header[i]));
}

void TableBuilder::finish() {
  if (table_.header_row > 0 && !header_seen_)
    throw Error(ErrorKind::usage, text("“{1}” has no row {2} that could be the header.", file_, table_.header_row));
  std::size_t columns = table_.header.size();
  while (columns > 0 && !named_[columns - 1] && !filled_[columns - 1]) --columns;
  table_.header.resize(columns);
  for (TextRow& row : table_.rows) row.cells.resize(columns);
  note_columns();
  if (rows_above_ > 0)
    note(Severity::note, "rows_above_header", table_.header_row,
         text_n(rows_above_, "The header was found in row {1}; {2} row above it was left out.",
                "The header was found in row {1}; {2} rows above it were left out.", table_.header_row, rows_above_));
  if (short_rows_ > 0)
    note(Severity::note, "row_too_short", first_short_row_,
         text_n(short_rows_, "{1} row has fewer cells than the header; the missing ones are taken as empty.",
                "{1} rows have fewer cells than the header; the missing ones are taken as empty.", short_rows_));
  if (long_rows_ > most_listed_rows)
    note(Severity::warning, "row_too_long", 0,
         text("{1} more rows have more cells than the header.", long_rows_ - most_listed_rows));
}

}  // namespace smile
