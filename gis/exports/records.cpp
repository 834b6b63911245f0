#include "gis/exports/records.h"

#include <algorithm>
#include <cmath>

#include "gis/exports/vector_tables.h"

namespace smile::exports {
namespace {

constexpr std::size_t gone = static_cast<std::size_t>(-1);

/// Where each column of the codebook stands in the file: QGIS may have moved it.
std::vector<std::size_t> positions(const CodebookFile& file, const VectorTable& table,
                                   std::vector<std::string>& missing) {
  std::vector<std::size_t> result;
  for (const CodebookColumn& column : file.columns) {
    const auto found = std::find_if(table.columns.begin(), table.columns.end(),
                                    [&](const VectorColumn& c) { return c.name == column.short_name; });
    if (found == table.columns.end()) missing.push_back(column.short_name);
    result.push_back(found == table.columns.end() ? gone : static_cast<std::size_t>(found - table.columns.begin()));
  }
  return result;
}

Id integer_from(const VectorCell* cell) {
  if (!cell) return 0;
  const auto number = number_from(*cell);
  return number && *number > 0 && *number < 9e15 ? static_cast<Id>(*number) : 0;
}

}  // namespace

RecordFile read_records(const std::filesystem::path& folder, const CodebookFile& file, const Progress& progress) {
  ShapefileContent content = read_shapefile(folder / file.name, progress);
  RecordFile result{file, {}, content.prj, {}};
  const std::vector<std::size_t> columns = positions(file, content.table, result.missing_columns);
  for (VectorRow& row : content.table.rows) {
    Record record;
    for (const std::size_t column : columns)
      record.cells.push_back(column == gone ? VectorCell{} : std::move(row.cells[column]));
    record.geometry = std::move(row.geometry);
    result.records.push_back(std::move(record));
  }
  for (Record& record : result.records) {
    record.id = integer_from(cell_of(result, record, "id"));
    record.site = integer_from(cell_of(result, record, "site"));
  }
  return result;
}

const VectorCell* cell_of(const RecordFile& file, const Record& record, std::string_view key) {
  for (std::size_t i = 0; i < file.file.columns.size(); ++i)
    if (file.file.columns[i].key == key) return &record.cells[i];
  return nullptr;
}

std::optional<double> number_from(const VectorCell& cell) {
  if (const auto* real = std::get_if<double>(&cell)) return *real;
  if (const auto* integer = std::get_if<std::int64_t>(&cell)) return static_cast<double>(*integer);
  return std::nullopt;
}

std::optional<Value> value_from(const MeasureField& field, const VectorCell& cell) {
  if (std::holds_alternative<std::monostate>(cell)) return Value{};
  if (field.type == FieldType::money) {
    const auto number = number_from(cell);
    if (!number || std::abs(*number) > 9e15) return std::nullopt;
    return Value{Money{std::llround(*number * 100.0)}};
  }
  if (const auto* day = std::get_if<Day>(&cell); day && field.type == FieldType::date)
    return Value{Date{day->year, DatePrecision::day, day->month, day->day}};
  return parse_stored(field, cell_text(cell));
}

}  // namespace smile::exports
