#include "gis/store/schema.h"

#include <algorithm>
#include <chrono>
#include <ctime>
#include <set>

#include "gis/plan/fields.h"
#include "gis/store/feature_tables.h"

namespace smile::store {
namespace {

using database::Connection;
using database::quoted_name;
using database::Statement;

const std::string district_prefix = "districts_";

/// Tables that every GeoPackage has, as the standard writes them, and ours. By name.
const std::map<std::string, std::string>& fixed_tables() {
  static const std::map<std::string, std::string> tables = {
      {"gpkg_spatial_ref_sys",
       "CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT NOT NULL, srs_id INTEGER NOT NULL PRIMARY KEY, organization "
       "TEXT "
       "NOT NULL, organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, description TEXT, "
       "definition_12_063 TEXT NOT NULL)"},
      {"gpkg_contents",
       "CREATE TABLE gpkg_contents (table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT "
       "UNIQUE, "
       "description TEXT DEFAULT '', last_change DATETIME NOT NULL, min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y "
       "DOUBLE, "
       "srs_id INTEGER, CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id))"},
      {"gpkg_geometry_columns",
       "CREATE TABLE gpkg_geometry_columns (table_name TEXT NOT NULL, column_name TEXT NOT NULL, geometry_type_name "
       "TEXT "
       "NOT NULL, srs_id INTEGER NOT NULL, z TINYINT NOT NULL, m TINYINT NOT NULL, CONSTRAINT pk_geom_cols PRIMARY KEY "
       "(table_name, column_name), CONSTRAINT uk_gc_table_name UNIQUE (table_name), CONSTRAINT fk_gc_tn FOREIGN KEY "
       "(table_name) REFERENCES gpkg_contents(table_name), CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES "
       "gpkg_spatial_ref_sys (srs_id))"},
      {"gpkg_extensions",
       "CREATE TABLE gpkg_extensions (table_name TEXT, column_name TEXT, extension_name TEXT NOT NULL, definition TEXT "
       "NOT "
       "NULL, scope TEXT NOT NULL, CONSTRAINT ge_tce UNIQUE (table_name, column_name, extension_name))"},
      {"layer_styles",
       "CREATE TABLE layer_styles (id INTEGER PRIMARY KEY NOT NULL, f_table_catalog TEXT(256), f_table_schema "
       "TEXT(256), "
       "f_table_name TEXT(256), f_geometry_column TEXT(256), styleName TEXT(30), styleQML TEXT, styleSLD TEXT, "
       "useAsDefault "
       "BOOLEAN, description TEXT, owner TEXT(30), ui TEXT(30), update_time DATETIME)"},
      {"smile_settings", "CREATE TABLE smile_settings (key TEXT PRIMARY KEY NOT NULL, value TEXT NOT NULL)"},
      {"smile_statistics",
       "CREATE TABLE smile_statistics (position INTEGER PRIMARY KEY NOT NULL, record TEXT NOT NULL)"},
      {"smile_reports", "CREATE TABLE smile_reports (position INTEGER PRIMARY KEY NOT NULL, record TEXT NOT NULL)"},
      {"smile_steps", "CREATE TABLE smile_steps (position INTEGER PRIMARY KEY NOT NULL, record TEXT NOT NULL)"},
      {"smile_findings", "CREATE TABLE smile_findings (position INTEGER PRIMARY KEY NOT NULL, record TEXT NOT NULL)"},
      {"smile_versions",
       "CREATE TABLE smile_versions (id INTEGER PRIMARY KEY NOT NULL, name TEXT NOT NULL, created_at TEXT NOT NULL, "
       "plan "
       "TEXT NOT NULL)"},
  };
  return tables;
}

/// Things other programs may leave in a GeoPackage that are plain data and never in our way.
const std::set<std::string>& harmless_tables() {
  static const std::set<std::string> names = {"qgis_projects", "sqlite_sequence", "sqlite_stat1", "sqlite_stat4"};
  return names;
}

std::string field_type(const std::string& column) {
  const MeasureField* field = find_field(column);
  if (column == "position") return "INTEGER";
  return field && field->type == FieldType::money ? "DOUBLE" : "TEXT";
}

std::string create_measures(GeometryKind kind) {
  std::string sql = "CREATE TABLE " + measures_table(kind) + " (id INTEGER PRIMARY KEY NOT NULL";
  for (const std::string& column : measure_columns(kind)) {
    if (column == "id") continue;
    sql += ", " + quoted_name(column) + " " + (column == "geom" ? multi_name(kind) : field_type(column));
  }
  return sql + ")";
}

std::string create_districts(const std::string& table) {
  return "CREATE TABLE " + table +
         " (id INTEGER PRIMARY KEY NOT NULL, geom MULTIPOLYGON, code TEXT, name TEXT, parent INTEGER, area_m2 DOUBLE, "
         "official_area_m2 DOUBLE, inhabitants DOUBLE, position INTEGER)";
}

bool is_districts_table(const std::string& name) {
  if (!name.starts_with(district_prefix)) return false;
  const std::string digits = name.substr(district_prefix.size());
  return !digits.empty() && digits.size() < 19 && digits.find_first_not_of("0123456789") == std::string::npos;
}

/// The statement that makes a table of ours, "" for any other name.
std::string creation_of(const std::string& name) {
  const auto fixed = fixed_tables().find(name);
  if (fixed != fixed_tables().end()) return fixed->second;
  for (const GeometryKind kind : measure_kinds())
    if (measures_table(kind) == name) return create_measures(kind);
  return is_districts_table(name) ? create_districts(name) : std::string();
}

void insert_srs(Connection& connection, const std::string& name, std::int64_t id, const std::string& organization,
                std::int64_t code, const std::string& wkt) {
  connection.prepare("INSERT OR REPLACE INTO gpkg_spatial_ref_sys VALUES (?,?,?,?,?,NULL,?)")
      .bind(1, name)
      .bind(2, id)
      .bind(3, organization)
      .bind(4, code)
      .bind(5, wkt)
      .bind(6, wkt)
      .run();
}

const char* const wgs84 =
    R"(GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563,AUTHORITY["EPSG","7030"]],AUTHORITY["EPSG","6326"]],PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],AXIS["Latitude",NORTH],AXIS["Longitude",EAST],AUTHORITY["EPSG","4326"]])";

}  // namespace

std::string multi_name(GeometryKind kind) {
  switch (kind) {
    case GeometryKind::point:
      return "MULTIPOINT";
    case GeometryKind::line:
      return "MULTILINESTRING";
    case GeometryKind::area:
      return "MULTIPOLYGON";
    case GeometryKind::none:
      break;
  }
  return {};
}

std::string districts_table(Id level) {
  return district_prefix + std::to_string(level);
}

std::string measures_table(GeometryKind kind) {
  switch (kind) {
    case GeometryKind::point:
      return "measures_points";
    case GeometryKind::line:
      return "measures_lines";
    case GeometryKind::area:
      return "measures_areas";
    case GeometryKind::none:
      break;
  }
  return "measures_without_place";
}

const std::vector<GeometryKind>& measure_kinds() {
  static const std::vector<GeometryKind> kinds = {GeometryKind::point, GeometryKind::line, GeometryKind::area,
                                                  GeometryKind::none};
  return kinds;
}

std::vector<std::string> measure_columns(GeometryKind kind) {
  std::vector<std::string> columns = {"id"};
  if (kind != GeometryKind::none) columns.emplace_back("geom");
  for (const MeasureField& field : measure_fields()) columns.emplace_back(field.key);
  for (const char* name : {"placement", "placement_districts", "as_written", "phase_history", "extra", "position"})
    columns.emplace_back(name);
  return columns;
}

std::vector<std::string> district_columns() {
  return {"id", "geom", "code", "name", "parent", "area_m2", "official_area_m2", "inhabitants", "position"};
}

std::vector<Layer> layers_of(const Plan& plan) {
  std::vector<Layer> layers;
  std::set<std::string> taken;
  for (const Level& level : plan.levels) {
    // Two levels may be called alike, or like a table: what the GeoPackage lists has to be unique.
    const std::string table = districts_table(level.id);
    const bool usable = !level.name.empty() && creation_of(level.name).empty() && !is_feature_table(level.name) &&
                        taken.insert(level.name).second;
    layers.push_back({table, GeometryKind::area, usable ? level.name : table, level.name});
  }
  for (const GeometryKind kind : measure_kinds())
    layers.push_back({measures_table(kind), kind, measures_table(kind), plan.title});
  return layers;
}

std::int64_t srs_id(const Crs& crs) {
  if (crs.epsg != 0) return crs.epsg;
  return crs.known() ? 100000 : -1;
}

void create_schema(Connection& connection, const Plan& plan) {
  connection.execute("PRAGMA application_id = " + std::to_string(application_id));
  connection.execute("PRAGMA user_version = " + std::to_string(geopackage_version));
  for (const auto& [name, sql] : fixed_tables()) connection.execute(sql);
  insert_srs(connection, "Undefined Cartesian SRS", -1, "NONE", -1, "undefined");
  insert_srs(connection, "Undefined geographic SRS", 0, "NONE", 0, "undefined");
  insert_srs(connection, "WGS 84 geodetic", 4326, "EPSG", 4326, wgs84);
  put_srs(connection, plan.crs);
  connection.execute(
      "INSERT INTO gpkg_extensions VALUES ('gpkg_spatial_ref_sys', 'definition_12_063', 'gpkg_crs_wkt', "
      "'http://www.geopackage.org/spec120/#extension_crs_wkt', 'read-write')");
  connection.execute(
      "INSERT INTO gpkg_contents (table_name, data_type, identifier, last_change, srs_id) VALUES "
      "('layer_styles', 'attributes', 'layer_styles', '" +
      now_utc() + "', 0)");
  for (const Layer& layer : layers_of(plan)) add_layer(connection, layer, plan.crs);
}

void put_srs(Connection& connection, const Crs& crs) {
  if (!crs.known() || crs.epsg == 4326) return;
  const std::string wkt = crs.wkt.empty() ? "undefined" : crs.wkt;
  const std::string name = crs.epsg != 0 ? "EPSG:" + std::to_string(crs.epsg) : "Plan";
  insert_srs(connection, name, srs_id(crs), crs.epsg != 0 ? "EPSG" : "NONE", srs_id(crs), wkt);
}

void add_layer(Connection& connection, const Layer& layer, const Crs& crs) {
  connection.execute(creation_of(layer.table));
  Statement contents = connection.prepare(
      "INSERT INTO gpkg_contents (table_name, data_type, identifier, description, last_change, srs_id) VALUES "
      "(?,?,?,?,?,?)");
  const bool spatial = layer.kind != GeometryKind::none;
  contents.bind(1, layer.table).bind(2, std::string_view(spatial ? "features" : "attributes"));
  contents.bind(3, layer.identifier).bind(4, layer.description).bind(5, now_utc());
  contents.bind(6, spatial ? srs_id(crs) : 0).run();
  if (!spatial) return;
  connection.prepare("INSERT INTO gpkg_geometry_columns VALUES (?, 'geom', ?, ?, 0, 0)")
      .bind(1, layer.table)
      .bind(2, multi_name(layer.kind))
      .bind(3, srs_id(crs))
      .run();
}

void drop_layer(Connection& connection, const std::string& table) {
  for (const char* list : {"gpkg_geometry_columns", "gpkg_contents"})
    connection.prepare(std::string("DELETE FROM ") + list + " WHERE table_name = ?").bind(1, table).run();
  connection.prepare("DELETE FROM layer_styles WHERE f_table_name = ?").bind(1, table).run();
  connection.execute("DROP TABLE " + quoted_name(table));
}

bool has_table(Connection& connection, const std::string& table) {
  Statement entry = connection.prepare("SELECT count(*) FROM sqlite_master WHERE name = ?");
  entry.bind(1, table);
  return entry.step() && entry.integer(0) > 0;
}

void ensure_table(Connection& connection, const std::string& table) {
  if (!has_table(connection, table)) connection.execute(creation_of(table));
}

std::string first_stranger(Connection& connection) {
  Statement entry = connection.prepare("SELECT type, name, sql, rootpage FROM sqlite_master");
  while (entry.step()) {
    const std::string name(entry.text(1));
    const bool automatic = entry.text(0) == "index" && entry.is_null(2);  // made by PRIMARY KEY and UNIQUE
    const bool plain = entry.text(0) == "table" && entry.integer(3) > 0;
    const std::string expected = creation_of(name);
    const std::string sql(entry.text(2));
    const bool ours = plain && (expected.empty() ? is_feature_table(name, sql) : sql == expected);
    if (!automatic && !ours && !(plain && harmless_tables().contains(name))) return name.empty() ? "?" : name;
  }
  return {};
}

void require_tables(Connection& connection, const std::string& file) {
  std::set<std::string> plain;
  Statement entry = connection.prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND rootpage > 0");
  while (entry.step()) plain.emplace(entry.text(0));
  std::vector<std::string> needed = {"smile_settings", "smile_statistics", "smile_reports", "smile_versions"};
  for (const GeometryKind kind : measure_kinds()) needed.push_back(measures_table(kind));
  for (const std::string& name : needed)
    if (!plain.contains(name))
      throw Error(ErrorKind::unreadable,
                  text("“{1}” lacks the table “{2}” of a plan; take the last good copy of it.", file, name));
}

std::string now_utc() {
  const auto now = std::chrono::system_clock::now();
  const auto milliseconds = std::chrono::duration_cast<std::chrono::milliseconds>(now.time_since_epoch()).count();
  const std::time_t seconds = static_cast<std::time_t>(milliseconds / 1000);
  std::tm parts{};
  gmtime_r(&seconds, &parts);
  char buffer[48];
  const std::size_t length = std::strftime(buffer, sizeof buffer, "%Y-%m-%dT%H:%M:%S", &parts);
  std::snprintf(buffer + length, sizeof buffer - length, ".%03dZ", static_cast<int>(milliseconds % 1000));
  return buffer;
}

}  // namespace smile::store
