#include <algorithm>
#include <set>

#include "gis/intake/statistics_cells.h"
#include "gis/intake/statistics_join.h"

namespace smile {
namespace {

const std::string& cell(const TextRow& row, int column) {
  static const std::string none;
  return column >= 0 && static_cast<std::size_t>(column) < row.cells.size()
             ? row.cells[static_cast<std::size_t>(column)]
             : none;
}

/// An unnamed column that counts the rows, as R and spreadsheets write it: it would match codes that are numbers.
bool counts_rows(const TextTable& table, int column) {
  const std::string letter(1, static_cast<char>('A' + column % 26));
  if (table.header[static_cast<std::size_t>(column)] != letter || table.rows.size() < 2) return false;
  for (std::size_t i = 0; i < table.rows.size(); ++i)
    if (cell(table.rows[i], column) != std::to_string(i + 1)) return false;
  return true;
}

struct Score {
  KeyColumns keys;
  std::size_t agreeing = 0;
};

/// Per column the districts its cells name, once as codes and once as names.
struct Readings {
  std::vector<std::vector<const District*>> codes, names;
};
Readings read_all(const TextTable& table, const DistrictNames& names, const std::vector<int>& columns) {
  Readings readings;
  for (const int column : columns) {
    auto& by_code = readings.codes.emplace_back();
    auto& by_name = readings.names.emplace_back();
    for (const TextRow& row : table.rows) {
      by_code.push_back(names.by_code(cell(row, column)));
      by_name.push_back(names.by_name(cell(row, column)).district);
    }
  }
  return readings;
}

/// Figures may look like codes of digits, names and letters hardly.
std::size_t weight(const District& district, bool by_code) {
  return by_code && district.code.find_first_not_of("0123456789") == std::string::npos ? 1 : 4;
}

/// Districts that are meant, each once; both columns count where they agree, none where they don't.
std::size_t agreement(const std::vector<const District*>* codes, const std::vector<const District*>* names) {
  std::size_t score = 0;
  std::set<const District*> seen;
  const std::size_t rows = codes != nullptr ? codes->size() : names->size();
  for (std::size_t i = 0; i < rows; ++i) {
    const District* by_code = codes != nullptr ? (*codes)[i] : nullptr;
    const District* by_name = names != nullptr ? (*names)[i] : nullptr;
    if (by_code != nullptr && by_name != nullptr && by_code != by_name) continue;
    if (const District* either = by_code != nullptr ? by_code : by_name;
        either == nullptr || !seen.insert(either).second)
      continue;
    if (by_code != nullptr) score += weight(*by_code, true);
    if (by_name != nullptr) score += weight(*by_name, false);
  }
  return score;
}

/// A column of keys alone says nothing.
bool leaves_figures(const TextTable& table, int code, int name) {
  for (const TextRow& row : table.rows)
    for (int column = 0; column < static_cast<int>(row.cells.size()); ++column)
      if (column != code && column != name &&
          (number_in(cell(row, column), true) || number_in(cell(row, column), false)))
        return true;
  return false;
}

Score best_of_level(const TextTable& table, const DistrictNames& names, Id level, const std::vector<int>& columns) {
  const Readings readings = read_all(table, names, columns);
  Score best;
  best.keys.level = level;
  const auto consider = [&](std::ptrdiff_t code, std::ptrdiff_t name) {
    const std::size_t score = agreement(code < 0 ? nullptr : &readings.codes[static_cast<std::size_t>(code)],
                                        name < 0 ? nullptr : &readings.names[static_cast<std::size_t>(name)]);
    const int code_column = code < 0 ? -1 : columns[static_cast<std::size_t>(code)];
    const int name_column = name < 0 ? -1 : columns[static_cast<std::size_t>(name)];
    if (score <= best.agreeing || !leaves_figures(table, code_column, name_column)) return;
    best.agreeing = score;
    best.keys.code = code_column;
    best.keys.name = name_column;
  };
  const auto count = std::ssize(columns);
  for (std::ptrdiff_t name = 0; name < count; ++name) consider(-1, name);
  for (std::ptrdiff_t code = 0; code < count; ++code) consider(code, -1);
  for (std::ptrdiff_t code = 0; code < count; ++code)
    for (std::ptrdiff_t name = 0; name < count; ++name)
      if (code != name) consider(code, name);
  return best;
}

int chosen_column(const TextTable& table, const std::string& file, const std::string& field) {
  const auto found = std::find(table.header.begin(), table.header.end(), field);
  if (found == table.header.end()) throw Error(ErrorKind::usage, text("“{1}” has no column “{2}”.", file, field));
  return static_cast<int>(found - table.header.begin());
}

std::vector<Id> levels_to_try(const StatisticsOptions& options, const Plan& plan) {
  std::vector<Id> levels;
  if (options.level) {
    const Level* level = find_level(plan, *options.level);
    if (level == nullptr) throw Error(ErrorKind::not_found, text("The plan has no level “{1}”.", *options.level));
    return {level->id};
  }
  for (const Level& level : plan.levels) levels.push_back(level.id);
  return levels;
}

}  // namespace

KeyColumns find_keys(const TextTable& table, const std::string& file, const StatisticsOptions& options,
                     const Plan& plan) {
  if (plan.districts.empty())
    throw Error(ErrorKind::usage, text("The plan has no districts yet: add districts before statistics."));
  int row_number = -1;
  std::vector<int> columns;
  constexpr int most_columns = 24;  // keys stand in front
  for (int column = 0; column < std::min(static_cast<int>(table.header.size()), most_columns); ++column)
    if (counts_rows(table, column))
      row_number = column;
    else
      columns.push_back(column);
  if (options.key_field) columns = {chosen_column(table, file, *options.key_field)};
  Score best;
  for (const Id level : levels_to_try(options, plan)) {
    const Score score = best_of_level(table, DistrictNames(plan, level, options.aliases), level, columns);
    if (score.agreeing > best.agreeing) best = score;
  }
  if (best.agreeing == 0)
    throw Error(ErrorKind::needs_answer, text("No row of “{1}” names a district of the plan: say with --key-field "
                                              "which column has codes or names, and with --level which districts.",
                                              file));
  best.keys.row_number = row_number;
  return best.keys;
}

}  // namespace smile
