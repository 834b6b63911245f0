#include "gis/intake/census_grid.h"

#include <algorithm>
#include <charconv>

#include "gis/intake/cell_words.h"

namespace smile {
namespace {

/// Digits at the front of `rest`, which loses them.
std::optional<double> take_number(std::string_view& rest) {
  double value = 0;
  const auto [end, problem] = std::from_chars(rest.data(), rest.data() + rest.size(), value, std::chars_format::fixed);
  if (problem != std::errc()) return std::nullopt;
  rest.remove_prefix(static_cast<std::size_t>(end - rest.data()));
  return value;
}

bool take_word(std::string_view& rest, std::string_view word) {
  if (!rest.starts_with(word)) return false;
  rest.remove_prefix(word.size());
  return true;
}

/// "100m", "1km".
std::optional<double> take_size(std::string_view& rest) {
  const auto count = take_number(rest);
  if (!count || *count <= 0) return std::nullopt;
  if (take_word(rest, "km")) return *count * 1000;
  return take_word(rest, "m") ? count : std::nullopt;
}

std::optional<double> number_of(std::string_view cell) {
  std::string point(cell);
  std::replace(point.begin(), point.end(), ',', '.');
  std::string_view rest = point;
  const auto value = take_number(rest);
  return value && rest.empty() ? value : std::nullopt;
}

}  // namespace

std::optional<Box> census_cell(std::string_view name) {
  const bool metres = take_word(name, "CRS3035RES");
  const auto size = take_size(name);
  if (!size || !take_word(name, "N")) return std::nullopt;
  const auto north = take_number(name);
  if (!north || !take_word(name, "E")) return std::nullopt;
  const auto east = take_number(name);
  if (!east || !name.empty()) return std::nullopt;
  // Some publishers write metres in short names too: no cell of Europe counted in cells has so many digits.
  const double unit = metres || *north * *size > 8e6 ? 1 : *size;
  return Box{*east * unit, *north * unit, *east * unit + *size, *north * unit + *size};
}

CensusColumns census_columns(const TextTable& table) {
  CensusColumns columns;
  for (int i = 0; i < static_cast<int>(table.header.size()); ++i) {
    const std::string name = word_form(table.header[static_cast<std::size_t>(i)]);
    const auto cell_in_first_rows = [&] {
      const auto end = table.rows.begin() + std::min<std::ptrdiff_t>(20, std::ssize(table.rows));
      const auto cells = std::count_if(table.rows.begin(), end, [&](const TextRow& row) {
        return census_cell(row.cells[static_cast<std::size_t>(i)]).has_value();
      });
      return 2 * cells > end - table.rows.begin();
    };
    if (columns.cell < 0 && cell_in_first_rows()) columns.cell = i;
    if (!name.starts_with("x mp") && !name.starts_with("y mp")) continue;
    (name[0] == 'x' ? columns.x : columns.y) = i;
    std::string_view rest = std::string_view(name).substr(4);
    if (rest.starts_with(' ')) rest.remove_prefix(1);
    if (const auto size = take_size(rest)) columns.size_m = *size;
  }
  if (columns.size_m <= 0) columns.x = columns.y = -1;
  return columns;
}

std::optional<Box> census_cell(const CensusColumns& columns, const TextRow& row) {
  if (columns.cell >= 0) return census_cell(row.cells[static_cast<std::size_t>(columns.cell)]);
  const auto x = number_of(row.cells[static_cast<std::size_t>(columns.x)]);
  const auto y = number_of(row.cells[static_cast<std::size_t>(columns.y)]);
  if (!x || !y) return std::nullopt;
  return Box{*x, *y, *x, *y}.grown(columns.size_m / 2);
}

}  // namespace smile
