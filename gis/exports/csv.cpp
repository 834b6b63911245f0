#include "gis/exports/csv.h"

#include <algorithm>
#include <array>

#include "gis/exports/writers.h"

namespace smile::exports {
namespace {

std::string csv_quoted(std::string_view text) {
  if (text.find_first_of(";\"\r\n,\t") == std::string_view::npos) return std::string(text);
  std::string out = "\"";
  for (const char c : text) {
    out += c;
    if (c == '"') out += c;
  }
  return out + '"';
}

std::string with_comma(std::string number) {
  std::replace(number.begin(), number.end(), '.', ',');
  return number;
}

/// Whole amounts without cents: every spreadsheet reads them, whatever its decimal sign.
std::string money_text(const Money& money) {
  return money.cents % 100 == 0 ? std::to_string(money.cents / 100) : with_comma(cell_text(Cell{money}));
}

std::string csv_cell(const Cell& cell) {
  if (const auto* money = std::get_if<Money>(&cell)) return money_text(*money);
  if (const auto* text_value = std::get_if<std::string>(&cell)) return guarded(*text_value);
  if (std::holds_alternative<Suppressed>(cell)) return ".";
  return std::holds_alternative<double>(cell) ? with_comma(cell_text(cell)) : cell_text(cell);
}

}  // namespace

std::string guarded(std::string_view text) {
  constexpr std::array<std::string_view, 11> starts = {"=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"};
  const bool formula =
      std::any_of(starts.begin(), starts.end(), [&](std::string_view s) { return text.starts_with(s); });
  return (formula ? "'" : "") + std::string(text);
}

std::string csv_line(const std::vector<std::string>& cells) {
  std::string line;
  for (std::size_t i = 0; i < cells.size(); ++i) line += (i == 0 ? "" : ";") + csv_quoted(cells[i]);
  return line + "\r\n";
}

std::string csv_text_line(const std::vector<std::string>& cells) {
  std::vector<std::string> safe;
  for (const std::string& cell : cells) safe.push_back(guarded(cell));
  return csv_line(safe);
}

void write_csv(const Table& table, const std::filesystem::path& file, const Progress& progress) {
  std::vector<std::string> header;
  for (const Field& field : table.fields) header.push_back(field.key);
  std::string content = std::string(byte_order_mark) + csv_text_line(header);
  for (const Row& row : table.rows) {
    progress.check();
    std::vector<std::string> cells;
    for (const Cell& cell : row.cells) cells.push_back(csv_cell(cell));
    content += csv_line(cells);
  }
  write_file(file, content);
}

}  // namespace smile::exports
