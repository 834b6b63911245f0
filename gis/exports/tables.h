#pragma once
// What is handed over, before any format touches it: tables of districts and of measures with whole values. Each format
// then writes what it can hold.

#include <string>
#include <variant>
#include <vector>

#include "gis/jobs/progress.h"
#include "gis/plan/fields.h"
#include "gis/plan/plan.h"

namespace smile::exports {

/// first_day: the first day of what a date says, for formats with real dates.
enum class CellType : std::uint8_t { text, integer, real, money, date, first_day };

/// A figure the source keeps secret: null in GIS formats, "." in tables for people.
struct Suppressed {
  bool operator==(const Suppressed&) const = default;
};

/// monostate: no value.
using Cell = std::variant<std::monostate, std::string, std::int64_t, double, Money, Date, Suppressed>;

struct Field {
  std::string key;         ///< long name, the same in every language: "field_of_action"
  std::string short_name;  ///< at most 10 bytes, ASCII
  Text label;
  CellType type = CellType::text;
  std::string unit;
  Text meaning;
  bool derived = false;  ///< computed from the rest of the plan: not read back
  const MeasureField* measure_field = nullptr;
  Id statistic = 0;  ///< column of this statistic
};

struct Row {
  Id id = 0;                ///< of the district or measure
  std::int64_t site = 0;    ///< from 1 where each site has its own row
  std::vector<Cell> cells;  ///< one per field
  Geometry geometry;        ///< plan's system
};

enum class TableKind : std::uint8_t { districts, measures };

struct Table {
  std::string name;  ///< "districts_stadtbereiche", "measures_points": file or layer, without ending
  Text title;
  TableKind kind = TableKind::measures;
  GeometryKind geometry = GeometryKind::none;
  Id level = 0;
  std::vector<Field> fields;
  std::vector<Row> rows;
};

/// Position of a field by key; the table must have it.
std::size_t field_index(const Table& table, std::string_view key);
/// Number as in JSON, ISO date, "" for no value.
std::string cell_text(const Cell& cell);

/// One table per level, with the figures of gis/analysis/district_figures.h and each statistic of the level as a
/// column.
std::vector<Table> district_tables(const Plan& plan, const Progress& progress);
/// The districts of all levels in one table, for spreadsheets: a figure of the same name is the same column.
Table all_districts(const Plan& plan, const Progress& progress);
/// measures_points (a row per site), measures_lines, measures_areas (a district or the city has its area),
/// measures_without_place. Without empty ones.
std::vector<Table> measure_tables(const Plan& plan, const Progress& progress);
/// One row per measure, whatever its place.
Table all_measures(const Plan& plan, const Progress& progress);
/// The same for spreadsheets: position as longitude and latitude where it is one point, the district to place it in,
/// the source's further columns.
Table measure_list(const Plan& plan, const Progress& progress);

/// The plan with these measures only (empty: all). Throws Error{not_found}.
Plan chosen(const Plan& plan, const std::vector<Id>& measures);

}  // namespace smile::exports
