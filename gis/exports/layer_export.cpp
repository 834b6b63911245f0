#include "gis/exports/layer_export.h"

#include <algorithm>

#include "gis/exports/names.h"
#include "gis/exports/publish.h"
#include "gis/exports/vector_tables.h"
#include "gis/exports/writers.h"

namespace smile {
namespace {

namespace fs = std::filesystem;
using exports::Cell;
using exports::CellType;
using exports::Table;

CellType cell_type(ValueColumn::Kind kind) {
  switch (kind) {
    case ValueColumn::Kind::integer:
    case ValueColumn::Kind::boolean:
      return CellType::integer;
    case ValueColumn::Kind::real:
      return CellType::real;
    case ValueColumn::Kind::date:
      return CellType::first_day;
    case ValueColumn::Kind::text:
    case ValueColumn::Kind::date_time:
      break;
  }
  return CellType::text;
}

Cell cell_of(const ValueColumn& column, std::size_t row) {
  if (column.null[row]) return {};
  const CellType type = cell_type(column.kind);
  if (type == CellType::integer) return column.integers[row];
  if (type == CellType::real) return column.reals[row];
  std::string value = cell_text(column, row);
  if (type == CellType::text) return value;
  const std::optional<Date> date = parse_date(value);
  return date ? Cell(*date) : Cell();
}

/// "fid" and "geom" belong to GeoPackages.
std::vector<exports::Field> fields_of(const FeatureColumns& features) {
  exports::UniqueNames names(200), short_names(10);
  for (const char* taken : {"fid", "geom"}) names.take(taken);
  std::vector<exports::Field> fields;
  for (const ValueColumn& column : features.columns) {
    exports::Field& field = fields.emplace_back();
    field.key = names.take(column.name.empty() ? "field" : column.name);
    const std::string latin = exports::slug(column.name);
    field.short_name = short_names.take(latin.empty() ? "field" : latin);
    field.type = cell_type(column.kind);
    field.statistic = static_cast<Id>(fields.size());  // as figures of a source: every digit is written
  }
  return fields;
}

const char* plural(GeometryKind kind) {
  return kind == GeometryKind::point ? "points" : kind == GeometryKind::line ? "lines" : "areas";
}

/// Features without a shape go with the first kind.
Table table_of(const FeatureColumns& features, const std::vector<GeometryKind>& kinds, std::string name, bool rest,
               const Progress& progress) {
  Table table;
  table.name = std::move(name);
  table.geometry = kinds.front();
  table.fields = fields_of(features);
  for (std::size_t i = 0; i < features.size(); ++i) {
    if (i % 1024 == 0) progress.check();
    const GeometryKind kind = features.kinds[i];
    const bool in = kind == GeometryKind::none ? rest : std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
    if (!in) continue;
    exports::Row& row = table.rows.emplace_back();
    row.id = static_cast<Id>(i) + 1;
    for (const ValueColumn& column : features.columns) row.cells.push_back(cell_of(column, i));
    if (kind != GeometryKind::none) row.geometry = features.geometry(i);
  }
  return table;
}

std::vector<GeometryKind> kinds_in(const FeatureColumns& features) {
  std::vector<GeometryKind> kinds;
  for (const GeometryKind kind : {GeometryKind::point, GeometryKind::line, GeometryKind::area})
    if (std::find(features.kinds.begin(), features.kinds.end(), kind) != features.kinds.end()) kinds.push_back(kind);
  return kinds;
}

std::vector<Table> tables_by_kind(const FeatureColumns& features, const std::vector<GeometryKind>& kinds,
                                  const std::string& name, const Progress& progress) {
  std::vector<Table> tables;
  for (const GeometryKind kind : kinds)
    tables.push_back(
        table_of(features, {kind}, kinds.size() == 1 ? name : name + "_" + plural(kind), tables.empty(), progress));
  return tables;
}

Issues what_dbf_cuts(const std::vector<Table>& tables, const std::string& file) {
  std::int64_t texts = 0;
  bool renamed = false;
  for (const Table& table : tables) {
    for (const exports::Field& field : table.fields) renamed = renamed || field.key != field.short_name;
    for (const exports::Row& row : table.rows)
      for (const Cell& cell : row.cells)
        if (const auto* value = std::get_if<std::string>(&cell)) texts += value->size() > exports::dbf_text_bytes;
  }
  Issues issues;
  const auto say_that = [&](const char* kind, Text message) {
    Issue& issue = issues.emplace_back();
    issue.severity = Severity::warning;
    issue.kind = kind;
    issue.file = file;
    issue.message = std::move(message);
    issue.proposal = text("Save it as a GeoPackage to keep everything.");
  };
  if (renamed) say_that("name_shortened", text("Shapefiles have names of at most 10 letters: columns were renamed."));
  if (texts > 0)
    say_that("text_cut", text_n(texts, "{1} text is longer than the 254 bytes of a shapefile and was cut.",
                                "{1} texts are longer than the 254 bytes of a shapefile and were cut.", texts));
  return issues;
}

/// What is written into the empty folder, and its names.
std::vector<std::string> write_into(const fs::path& folder, const fs::path& file, const LayerData& data,
                                    const std::string& name, const Crs& crs, Issues& issues, const Progress& progress) {
  const std::vector<GeometryKind> kinds = kinds_in(data.features);
  const std::string ending = file.extension().string();
  const std::string plain = file.filename().string();
  if (ending == ".geojson") {
    exports::write_geojson(table_of(data.features, kinds, name, true, progress), crs, folder / plain, progress);
    return {plain};
  }
  if (ending == ".gpkg") {
    std::vector<VectorTable> tables;
    for (const Table& table : tables_by_kind(data.features, kinds, name, progress))
      tables.push_back(exports::as_geopackage(table, crs));
    write_geopackage(tables, {}, folder / plain, progress);
    return {plain};
  }
  std::vector<std::string> names;
  const std::vector<Table> tables = tables_by_kind(data.features, kinds, file.stem().string(), progress);
  for (const Table& table : tables) {
    write_shapefile(exports::as_shapefile(table, crs), folder, progress);
    for (std::string& one : exports::shapefile_files(table, crs)) names.push_back(std::move(one));
  }
  issues = what_dbf_cuts(tables, plain);
  return names;
}

}  // namespace

ExportResult export_layer(const LayerData& data, const std::string& name, const Crs& crs, const fs::path& file,
                          bool overwrite, const Progress& progress) {
  const std::string ending = file.extension().string();
  if (ending != ".gpkg" && ending != ".geojson" && ending != ".shp")
    throw Error(ErrorKind::usage, text("“{1}” names no format for a layer; end it in .gpkg, .geojson or .shp.",
                                       file.filename().string()));
  if (kinds_in(data.features).empty())
    throw Error(ErrorKind::refused, text("Layer “{1}” has no shapes that could be saved.", name));
  progress.report(text("Writing {1}", file.filename().string()), -1);
  ExportResult result;
  exports::Staging staging(fs::absolute(file).parent_path());
  const std::vector<std::string> names = write_into(staging.path(), file, data, name, crs, result.issues, progress);
  progress.check();
  result.files = staging.publish(names, exports::stale_indexes(names), overwrite);
  return result;
}

}  // namespace smile
