#include "gis/formats/geopackage_columns.h"

#include <algorithm>
#include <cctype>

#include "gis/database/sqlite.h"
#include "gis/words/issue.h"

namespace smile {
namespace {

using database::Connection;
using database::quoted_name;
using database::Statement;

std::string upper(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(),
                 [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
  return out;
}

GeometryKind kind_from_name(std::string_view name) {
  const std::string type = upper(name);
  if (type.find("POINT") != std::string::npos) return GeometryKind::point;
  if (type.find("LINE") != std::string::npos || type.ends_with("CURVE")) return GeometryKind::line;
  if (type.find("POLYGON") != std::string::npos || type.ends_with("SURFACE")) return GeometryKind::area;
  return GeometryKind::none;
}

std::string crs_from(const Statement& row, int organization, int code, int definition) {
  if (upper(row.text(organization)) == "EPSG" && row.integer(code) > 0)
    return "EPSG:" + std::to_string(row.integer(code));
  const std::string wkt(row.text(definition));
  return wkt == "undefined" ? std::string() : wkt;
}

std::optional<ValueColumn::Kind> kind_of_type(std::string_view declared) {
  const std::string type = upper(declared.substr(0, declared.find('(')));
  using enum ValueColumn::Kind;
  if (type == "BOOLEAN") return boolean;
  if (type == "DATE") return date;
  if (type == "DATETIME") return date_time;
  if (type == "BLOB") return std::nullopt;
  if (type == "FLOAT" || type == "DOUBLE" || type == "REAL") return real;
  if (type.find("INT") != std::string::npos) return integer;
  return text;
}

struct Selection {
  std::vector<ValueColumn> columns;
  std::string sql;  ///< the geometry first, then the columns
};

bool is_needed(const std::string& name, const ColumnNames& columns) {
  return !columns || std::find(columns->begin(), columns->end(), name) != columns->end();
}

Selection selection_of(Connection& connection, const GeoPackageLayer& layer, const ColumnNames& columns) {
  Selection selection;
  selection.sql = "SELECT " + quoted_name(layer.geometry_column);
  Statement info = connection.prepare("PRAGMA table_info(" + quoted_name(layer.name) + ")");
  while (info.step()) {
    const std::string name(info.text(1));
    const auto kind = kind_of_type(info.text(2));
    if (name == layer.geometry_column || info.integer(5) != 0 || !kind || !is_needed(name, columns)) continue;
    selection.columns.emplace_back().name = name;
    selection.columns.back().kind = *kind;
    selection.sql += ", " + quoted_name(name);
  }
  selection.sql += " FROM " + quoted_name(layer.name);
  return selection;
}

void add_value(ValueColumn& column, const Statement& row, int at) {
  const bool null = row.is_null(at);
  column.null.push_back(null);
  switch (column.kind) {
    case ValueColumn::Kind::integer:
    case ValueColumn::Kind::boolean:
      column.integers.push_back(null ? 0 : row.integer(at));
      break;
    case ValueColumn::Kind::real:
      column.reals.push_back(null ? 0 : row.real(at));
      break;
    default:
      if (!null) column.bytes += row.text(at);
      column.ends.push_back(column.bytes.size());
  }
}

/// The WKB inside a GeoPackage geometry, "" if the header isn't one.
std::string_view wkb_of(std::string_view blob) {
  if (blob.size() < 8 || !blob.starts_with("GP")) return {};
  constexpr std::size_t envelopes[] = {0, 32, 48, 48, 64};
  const auto flags = static_cast<unsigned char>(blob[3]);
  const std::size_t kind = (flags >> 1U) & 7U;
  const bool extended = (flags & 0x20U) != 0;
  if (kind > 4 || extended || blob.size() < 8 + envelopes[kind]) return {};
  return blob.substr(8 + envelopes[kind]);
}

/// ISO type of the geometry: 1–7 are plain, 8–14 have arcs; thousands say heights.
std::uint32_t type_of(std::string_view wkb) {
  if (wkb.size() < 5) return 0;
  std::uint32_t type = 0;
  for (std::size_t i = 0; i < 4; ++i) {
    const auto byte = static_cast<unsigned char>(wkb[wkb[0] == 1 ? 4 - i : 1 + i]);
    type = type << 8U | byte;
  }
  return type;
}

void add_geometry(FeatureColumns& out, std::string_view blob, bool null) {
  const std::string_view wkb = null ? std::string_view() : wkb_of(blob);
  const std::uint32_t type = type_of(wkb);
  const std::uint32_t plain = type % 1000;
  GeometryKind kind = GeometryKind::none;
  if (!null && append_wkb(wkb, out.shapes))
    kind = out.shapes.kind;
  else if (!null && plain >= 7 && plain <= 17)
    out.curves.emplace_back(out.kinds.size(), std::string(wkb));
  else if (!null)
    out.unreadable.push_back(out.kinds.size());
  if (type >= 1000) ++out.with_heights;
  out.kinds.push_back(kind);
  out.point_ends.push_back(static_cast<std::uint32_t>(out.shapes.points.size()));
  out.path_ends.push_back(static_cast<std::uint32_t>(out.shapes.path_ends.size()));
  out.part_ends.push_back(static_cast<std::uint32_t>(out.shapes.part_ends.size()));
}

/// What is to come is about as what was read: guessed a little too large, memory grows once instead of by doubling.
void reserve_shapes(Geometry& shapes, std::size_t read, std::size_t rows) {
  const auto guess = [&](auto& list) { list.reserve(list.size() + list.size() * (rows - read) / read * 21 / 20); };
  guess(shapes.points), guess(shapes.path_ends), guess(shapes.part_ends);
}

void reserve(FeatureColumns& out, std::size_t rows) {
  for (auto* ends : {&out.point_ends, &out.path_ends, &out.part_ends}) ends->reserve(rows);
  out.kinds.reserve(rows);
  for (ValueColumn& column : out.columns) {
    column.null.reserve(rows);
    switch (column.kind) {
      case ValueColumn::Kind::integer:
      case ValueColumn::Kind::boolean:
        column.integers.reserve(rows);
        break;
      case ValueColumn::Kind::real:
        column.reals.reserve(rows);
        break;
      default:
        column.ends.reserve(rows);
    }
  }
}

}  // namespace

Connection open_geopackage(const std::filesystem::path& file, Sharing sharing) {
  Connection connection(file, sharing == Sharing::alone ? database::Access::immutable : database::Access::read);
  connection.distrust();
  connection.set_busy_timeout(2000);
  return connection;
}

std::vector<GeoPackageLayer> geopackage_layers(Connection& connection, bool counted) {
  Statement rows = connection.prepare(
      "SELECT g.table_name, g.column_name, g.geometry_type_name, s.organization, s.organization_coordsys_id, "
      "s.definition "
      "FROM gpkg_geometry_columns g JOIN gpkg_contents c ON lower(c.table_name) = lower(g.table_name) "
      "JOIN sqlite_master m ON lower(m.name) = lower(g.table_name) AND m.type = 'table' AND m.sql LIKE 'CREATE TABLE%' "
      "LEFT JOIN gpkg_spatial_ref_sys s ON s.srs_id = g.srs_id WHERE c.data_type = 'features'");
  std::vector<GeoPackageLayer> out;
  while (rows.step())
    out.push_back({std::string(rows.text(0)), std::string(rows.text(1)), kind_from_name(rows.text(2)),
                   crs_from(rows, 3, 4, 5), -1});
  for (GeoPackageLayer& layer : out)
    if (counted) layer.features = connection.read_integer("SELECT count(*) FROM " + quoted_name(layer.name));
  return out;
}

FeatureColumns read_geopackage_columns(Connection& connection, const GeoPackageLayer& layer, const Progress& progress,
                                       const ColumnNames& columns) {
  Selection selection = selection_of(connection, layer, columns);
  FeatureColumns out;
  out.columns = std::move(selection.columns);
  const std::int64_t all =
      layer.features > 0 ? layer.features : connection.read_integer("SELECT count(*) FROM " + quoted_name(layer.name));
  reserve(out, static_cast<std::size_t>(std::max<std::int64_t>(all, 0)));
  Statement rows = connection.prepare(selection.sql);
  while (rows.step()) {
    if (out.size() % 4096 == 0) {
      progress.check();
      const double share = static_cast<double>(out.size()) / static_cast<double>(std::max<std::int64_t>(all, 1));
      progress.report(text("Reading features"), std::min(share, 1.0));
      if (out.size() == 4096 && share < 1) reserve_shapes(out.shapes, out.size(), static_cast<std::size_t>(all));
    }
    add_geometry(out, rows.blob(0), rows.is_null(0));
    for (std::size_t i = 0; i < out.columns.size(); ++i) add_value(out.columns[i], rows, static_cast<int>(i) + 1);
  }
  return out;
}

}  // namespace smile
