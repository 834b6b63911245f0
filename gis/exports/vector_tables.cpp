#include "gis/exports/vector_tables.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "gis/exports/names.h"

namespace smile::exports {
namespace {

constexpr int number_width = 24;
constexpr double exact_integers = 9e15;

struct ToVectorCell {
  CellType type;
  VectorCell operator()(std::monostate) const { return {}; }
  VectorCell operator()(const std::string& value) const { return value; }
  VectorCell operator()(std::int64_t value) const { return value; }
  VectorCell operator()(double value) const { return std::isfinite(value) ? VectorCell{value} : VectorCell{}; }
  VectorCell operator()(const Money& value) const { return static_cast<double>(value.cents) / 100.0; }
  VectorCell operator()(Suppressed) const { return {}; }
  VectorCell operator()(const Date& value) const {
    if (type == CellType::first_day) return first_day(value);
    return to_iso(value);
  }
};

VectorType vector_type(CellType type) {
  switch (type) {
    case CellType::integer:
      return VectorType::integer;
    case CellType::real:
    case CellType::money:
      return VectorType::real;
    case CellType::first_day:
      return VectorType::day;
    case CellType::text:
    case CellType::date:
      break;
  }
  return VectorType::text;
}

VectorTable converted(const Table& table, const Crs& crs) {
  VectorTable result;
  result.name = table.name;
  result.kind = table.geometry;
  result.crs = crs;
  for (const Field& field : table.fields) result.columns.push_back({field.key, vector_type(field.type)});
  for (const Row& row : table.rows) {
    VectorRow converted_row;
    for (std::size_t i = 0; i < row.cells.size(); ++i)
      converted_row.cells.push_back(std::visit(ToVectorCell{table.fields[i].type}, row.cells[i]));
    converted_row.geometry = row.geometry;
    result.rows.push_back(std::move(converted_row));
  }
  return result;
}

/// As many decimals as the largest number leaves room for: a DBF writes numbers as digits.
int decimals_that_fit(const VectorTable& table, std::size_t column) {
  double largest = 1;
  for (const VectorRow& row : table.rows)
    if (const auto* value = std::get_if<double>(&row.cells[column])) largest = std::max(largest, std::abs(*value));
  const int digits = static_cast<int>(std::log10(largest)) + 1;
  return std::clamp(number_width - 2 - digits, 0, 15);
}

bool holds_integers(const VectorTable& table, std::size_t column) {
  bool any = false;
  for (const VectorRow& row : table.rows)
    if (const auto* value = std::get_if<double>(&row.cells[column])) {
      if (*value != std::floor(*value) || std::abs(*value) > exact_integers) return false;
      any = true;
    }
  return any;
}

void make_integers(VectorTable& table, std::size_t column) {
  for (VectorRow& row : table.rows)
    if (const auto* value = std::get_if<double>(&row.cells[column]))
      row.cells[column] = static_cast<std::int64_t>(*value);
  table.columns[column].type = VectorType::integer;
}

void fit_column(VectorTable& table, const Field& field, std::size_t index) {
  VectorColumn& column = table.columns[index];
  column.name = field.short_name;
  // Counts of a source are whole numbers: shown so, and short.
  const bool counts = field.statistic != 0 || field.key == "inhabitants";
  if (counts && holds_integers(table, index)) make_integers(table, index);
  if (column.type == VectorType::text)
    column.width = field.type == CellType::date ? 10 : static_cast<int>(dbf_text_bytes);
  if (column.type == VectorType::integer) column.width = 18;
  if (column.type != VectorType::real) return;
  column.width = field.type == CellType::money ? 20 : number_width;
  column.decimals = field.type == CellType::money ? 2 : decimals_that_fit(table, index);
  // Our own figures are not more exact than that; the codebook keeps every digit.
  if (field.statistic == 0) column.decimals = std::min(column.decimals, 3);
}

}  // namespace

VectorTable as_shapefile(const Table& table, const Crs& crs) {
  VectorTable result = converted(table, crs);
  for (std::size_t i = 0; i < table.fields.size(); ++i) fit_column(result, table.fields[i], i);
  for (VectorRow& row : result.rows)
    for (VectorCell& cell : row.cells)
      if (auto* text_value = std::get_if<std::string>(&cell)) *text_value = cut_utf8(*text_value, dbf_text_bytes);
  return result;
}

VectorTable as_geopackage(const Table& table, const Crs& crs) {
  return converted(table, crs);
}

std::string shapefile_main_file(const Table& table) {
  return table.name + (table.geometry == GeometryKind::none ? ".dbf" : ".shp");
}

std::vector<std::string> shapefile_files(const Table& table, const Crs& crs) {
  if (table.geometry == GeometryKind::none) return {table.name + ".dbf", table.name + ".cpg"};
  std::vector<std::string> files = {table.name + ".shp", table.name + ".shx", table.name + ".dbf"};
  if (crs.known()) files.push_back(table.name + ".prj");
  files.push_back(table.name + ".cpg");
  return files;
}

std::string cell_text(const VectorCell& cell) {
  if (const auto* day = std::get_if<Day>(&cell))
    return to_iso(Date{day->year, DatePrecision::day, day->month, day->day});
  if (const auto* text_value = std::get_if<std::string>(&cell)) return *text_value;
  if (const auto* integer = std::get_if<std::int64_t>(&cell)) return std::to_string(*integer);
  if (const auto* real = std::get_if<double>(&cell)) return cell_text(Cell{*real});
  return {};
}

Day first_day(const Date& date) {
  const int key = sort_key(date);
  return {key / 10000, key / 100 % 100, key % 100};
}

}  // namespace smile::exports
