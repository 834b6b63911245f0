#include "gis/intake/column_contents.h"

#include <algorithm>
#include <set>

#include "gis/formats/table_builder.h"
#include "gis/intake/cell_words.h"
#include "gis/intake/district_names.h"
#include "gis/intake/money_cell.h"
#include "gis/intake/written_position.h"

namespace smile {
namespace {

constexpr std::size_t sample_rows = 400;

bool is_number(std::string_view cell) {
  return cell.find_first_of("0123456789") != std::string_view::npos &&
         cell.find_first_not_of("0123456789.,-+ ") == std::string_view::npos;
}

/// A pair with decimals, signs or metres: "54 / 12" could be anything.
bool is_position(std::string_view cell) {
  const auto written = take_position_apart(cell);
  if (!written) return false;
  const bool metres = written->first > 10'000 && written->second > 10'000;
  const bool fine = cell.find_first_of(".,") != std::string_view::npos;
  return written->angles || written->zone != 0 || metres ||
         (fine && std::abs(written->first) <= 180 && std::abs(written->second) <= 180);
}

void look_at(std::string_view cell, const std::vector<DistrictNames>& levels, ColumnContents& contents) {
  ++contents.filled;
  contents.mean_length += static_cast<double>(cell.size());
  if (is_position(cell)) ++contents.positions;
  if (is_number(cell)) ++contents.numbers;
  const auto money = money_from_cell(cell, {});
  if (money) ++contents.money;
  if (money && !money->currency.empty()) ++contents.amounts;
  const auto date = date_from_cell(cell, true);
  if (date) ++contents.dates_or_years;
  if (date && date->precision != DatePrecision::year) ++contents.dates;
  for (const std::string_view key : {"phase", "persona", "block"})
    if (choice_from_cell(*find_field(key), cell)) ++contents.choices[std::string(key)];
  const bool district = std::any_of(levels.begin(), levels.end(), [&](const DistrictNames& names) {
    return names.by_name(cell).district != nullptr;
  });
  if (district || means_whole_city(cell)) ++contents.districts;
}

template <class Look>
void look_at_cells(const TextTable& table, Look&& look) {
  for (std::size_t i = 0; i < std::min(table.rows.size(), sample_rows); ++i)
    for (const std::string& cell : table.rows[i].cells) look(trimmed(cell));
}

}  // namespace

std::vector<ColumnContents> column_contents(const TextTable& table, const Plan& plan) {
  std::vector<DistrictNames> levels;
  for (const Level& level : plan.levels) levels.emplace_back(plan, level.id);
  std::vector<ColumnContents> all(table.header.size());
  std::vector<std::set<std::string_view>> values(table.header.size());
  for (std::size_t i = 0; i < std::min(table.rows.size(), sample_rows); ++i)
    for (std::size_t k = 0; k < all.size(); ++k) {
      const std::string_view cell = trimmed(table.rows[i].cells[k]);
      if (is_missing(cell)) continue;
      look_at(cell, levels, all[k]);
      values[k].insert(cell);
    }
  for (std::size_t k = 0; k < all.size(); ++k) {
    all[k].distinct = static_cast<int>(values[k].size());
    if (all[k].filled > 0) all[k].mean_length /= all[k].filled;
  }
  return all;
}

bool has_decimal_comma(const TextTable& table) {
  int comma = 0;
  int point = 0;
  look_at_cells(table, [&](std::string_view cell) {
    const std::size_t end = cell.find_last_of("0123456789");
    if (end == std::string_view::npos || cell.size() > 30) return;
    const std::size_t sign = cell.find_last_of(".,", end);
    if (sign == std::string_view::npos || sign == 0) return;
    const bool once = cell.find(cell[sign]) == sign;
    const bool all_digits = cell.substr(sign + 1, end - sign).find_first_not_of("0123456789") == std::string_view::npos;
    const bool number = cell.substr(0, sign).find_first_not_of("0123456789.,- ") == std::string_view::npos;
    if (!once || !all_digits || !number || end - sign == 3) return;
    ++(cell[sign] == ',' ? comma : point);
  });
  return comma == point ? table.delimiter != ',' || table.format != "CSV" : comma > point;
}

bool has_day_first(const TextTable& table) {
  bool day_first = true;
  look_at_cells(table, [&](std::string_view cell) {
    const std::size_t slash = cell.find('/');
    if (slash == std::string_view::npos || slash == 0 || slash > 2 || cell.size() > 10) return;
    if (!date_from_cell(cell, true) && date_from_cell(cell, false)) day_first = false;
  });
  return day_first;
}

}  // namespace smile
