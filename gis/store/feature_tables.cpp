#include "gis/store/feature_tables.h"

#include <algorithm>
#include <charconv>
#include <optional>

#include "gis/plan/plan_json.h"
#include "gis/store/rows.h"
#include "gis/store/schema.h"

namespace smile::store {
namespace {

using database::Connection;
using database::quoted_name;
using database::Statement;

const std::string prefix = "layer_";

/// Columns of a table in their order: key, geometry, then values.
struct Shape {
  std::vector<std::string> names;
  std::vector<std::string> types;
};

std::string type_name(ValueColumn::Kind kind) {
  switch (kind) {
    case ValueColumn::Kind::integer:
      return "INTEGER";
    case ValueColumn::Kind::real:
      return "DOUBLE";
    case ValueColumn::Kind::boolean:
      return "BOOLEAN";
    case ValueColumn::Kind::date:
      return "DATE";
    case ValueColumn::Kind::date_time:
      return "DATETIME";
    case ValueColumn::Kind::text:
      break;
  }
  return "TEXT";
}

std::string lower(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? c + 32 : c; });
  return text;
}

/// SQLite does not tell "Name" from "NAME": the later one gets a number.
std::string unused(const std::string& wanted, std::set<std::string>& taken) {
  std::string name = wanted;
  for (int i = 2; !taken.insert(lower(name)).second; ++i) name = wanted + "_" + std::to_string(i);
  return name;
}

Shape shape_of(const FeatureColumns& features, GeometryKind kind) {
  Shape shape{{"", ""}, {"INTEGER PRIMARY KEY NOT NULL", multi_name(kind)}};
  std::set<std::string> taken;
  for (const ValueColumn& column : features.columns) {
    shape.names.push_back(unused(column.name.empty() ? "column" : column.name, taken));
    shape.types.push_back(type_name(column.kind));
  }
  shape.names[0] = unused("fid", taken);  // the values keep their names, whatever these two are called then
  shape.names[1] = unused("geom", taken);
  return shape;
}

std::string creation_sql(const std::string& table, const Shape& shape) {
  std::string sql = "CREATE TABLE " + table + " (";
  for (std::size_t i = 0; i < shape.names.size(); ++i)
    sql += (i == 0 ? "" : ", ") + quoted_name(shape.names[i]) + " " + shape.types[i];
  return sql + ")";
}

/// A name in double quotes at `at`, which moves behind it.
std::optional<std::string> take_quoted(const std::string& sql, std::size_t& at) {
  if (at >= sql.size() || sql[at] != '"') return std::nullopt;
  std::string name;
  for (++at; at < sql.size(); ++at) {
    if (sql[at] != '"')
      name += sql[at];
    else if (at + 1 < sql.size() && sql[at + 1] == '"')
      name += sql[at++];
    else
      return ++at, name;
  }
  return std::nullopt;
}

/// What `sql` says, if it is just what creation_sql writes.
std::optional<Shape> shape_in(const std::string& table, const std::string& sql) {
  static const std::set<std::string> values = {"INTEGER", "DOUBLE", "TEXT", "BOOLEAN", "DATE", "DATETIME"};
  static const std::set<std::string> geometries = {"MULTIPOINT", "MULTILINESTRING", "MULTIPOLYGON"};
  Shape shape;
  std::size_t at = ("CREATE TABLE " + table + " (").size();
  while (at < sql.size()) {
    const auto name = take_quoted(sql, at);
    const std::size_t end = sql.find_first_of(",)", at);
    if (!name || end == std::string::npos || end == at) return std::nullopt;
    shape.names.push_back(*name);
    shape.types.push_back(sql.substr(at + 1, end - at - 1));
    at = end + 2;
  }
  if (shape.names.size() < 2 || !geometries.contains(shape.types[1])) return std::nullopt;
  shape.types[0] = "INTEGER PRIMARY KEY NOT NULL";
  const bool plain = std::all_of(shape.types.begin() + 2, shape.types.end(),
                                 [&](const std::string& type) { return values.contains(type); });
  return plain && creation_sql(table, shape) == sql ? std::optional(shape) : std::nullopt;
}

std::map<std::string, Shape> feature_tables(Connection& connection) {
  std::map<std::string, Shape> tables;
  Statement entry = connection.prepare("SELECT name, sql FROM sqlite_master WHERE type = 'table' AND rootpage > 0");
  while (entry.step()) {
    const std::string name(entry.text(0));
    if (!is_feature_table(name)) continue;
    if (auto shape = shape_in(name, std::string(entry.text(1)))) tables.emplace(name, std::move(*shape));
  }
  return tables;
}

std::string insert_sql(const std::string& table, std::size_t columns) {
  std::string sql = "INSERT INTO " + table + " VALUES (?";
  for (std::size_t i = 1; i < columns; ++i) sql += ", ?";
  return sql + ")";
}

void bind_value(Statement& insert, int parameter, const ValueColumn& column, std::size_t row) {
  if (column.null[row]) {
    insert.bind_null(parameter);
    return;
  }
  switch (column.kind) {
    case ValueColumn::Kind::integer:
    case ValueColumn::Kind::boolean:
      insert.bind(parameter, column.integers[row]);
      break;
    case ValueColumn::Kind::real:
      insert.bind(parameter, column.reals[row]);
      break;
    default:
      insert.bind(parameter, column.text(row));
  }
}

void register_table(Connection& connection, const std::string& table, const std::string& title, GeometryKind kind,
                    const Box& box, const Crs& crs) {
  put_srs(connection, crs);
  Statement contents = connection.prepare(
      "INSERT INTO gpkg_contents (table_name, data_type, identifier, description, last_change, min_x, min_y, max_x, "
      "max_y, srs_id) VALUES (?, 'features', ?, ?, ?, ?, ?, ?, ?, ?)");
  contents.bind(1, table).bind(2, table).bind(3, title).bind(4, now_utc());
  int parameter = 5;
  for (const double edge : {box.min_x, box.min_y, box.max_x, box.max_y})
    box.empty() ? contents.bind_null(parameter++) : contents.bind(parameter++, edge);
  contents.bind(9, srs_id(crs)).run();
  connection.prepare("INSERT INTO gpkg_geometry_columns VALUES (?, ?, ?, ?, 0, 0)")
      .bind(1, table)
      .bind(2, std::string_view("geom"))
      .bind(3, multi_name(kind))
      .bind(4, srs_id(crs))
      .run();
}

/// Letters that a table's name may have: "Gewässer (2023)" → "gewaesser_2023".
std::string plain_name(const std::string& text) {
  static const std::map<std::string, std::string> spelled = {{"ä", "ae"}, {"ö", "oe"}, {"ü", "ue"}, {"ß", "ss"},
                                                             {"Ä", "ae"}, {"Ö", "oe"}, {"Ü", "ue"}};
  std::string out;
  for (std::size_t i = 0; i < text.size() && out.size() < 40; ++i) {
    const auto letter = spelled.find(text.substr(i, 2));
    const auto c = static_cast<unsigned char>(text[i]);
    if (letter != spelled.end())
      out += letter->second, ++i;
    else if (c < 0x80 && std::isalnum(c) != 0)
      out += static_cast<char>(std::tolower(c));
    else if (!out.empty() && out.back() != '_')
      out += '_';
  }
  while (!out.empty() && out.back() == '_') out.pop_back();
  return out;
}

/// Its number, 0 for what is no table of features.
std::int64_t number_of(const std::string& name) {
  if (!name.starts_with(prefix)) return 0;
  std::int64_t number = 0;
  const char* end = name.data() + name.size();
  const auto [rest, failed] = std::from_chars(name.data() + prefix.size(), end, number);
  const bool plain =
      std::all_of(rest, end, [](char c) { return c == '_' || std::isalnum(static_cast<unsigned char>(c)); });
  return failed == std::errc() && number > 0 && plain && (rest == end || *rest == '_') ? number : 0;
}

void add_tables_of(const Plan& plan, std::set<std::string>& tables) {
  for (const MapLayerPtr& layer : plan.layers)
    if (layer->source.kind == LayerSource::Kind::plan) tables.insert(layer->source.layer);
}

void copy_rows(Connection& from, Connection& to, const std::string& table, std::size_t columns) {
  Statement row = from.prepare("SELECT * FROM " + table);
  Statement insert = to.prepare(insert_sql(table, columns));
  while (row.step()) {
    for (int i = 0; i < static_cast<int>(columns); ++i) switch (row.type(i)) {
        case Statement::Type::null:
          insert.bind_null(i + 1);
          break;
        case Statement::Type::integer:
          insert.bind(i + 1, row.integer(i));
          break;
        case Statement::Type::real:
          insert.bind(i + 1, row.real(i));
          break;
        case Statement::Type::text:
          insert.bind(i + 1, row.text(i));
          break;
        case Statement::Type::blob:
          insert.bind_blob(i + 1, row.blob(i));
          break;
      }
    insert.run();
  }
}

/// Rows of a list of the GeoPackage that speak of the table.
void copy_entries(Connection& from, Connection& to, const std::string& list, const std::string& columns,
                  const std::string& where, const std::string& value) {
  Statement row = from.prepare("SELECT " + columns + " FROM " + list + " WHERE " + where);
  row.bind(1, value);
  while (row.step()) {
    std::string places = "?";
    for (int i = 1; i < row.columns(); ++i) places += ", ?";
    Statement insert = to.prepare("INSERT OR IGNORE INTO " + list + " (" + columns + ") VALUES (" + places + ")");
    for (int i = 0; i < row.columns(); ++i) {
      if (row.type(i) == Statement::Type::null)
        insert.bind_null(i + 1);
      else if (row.type(i) == Statement::Type::integer)
        insert.bind(i + 1, row.integer(i));
      else if (row.type(i) == Statement::Type::real)
        insert.bind(i + 1, row.real(i));
      else
        insert.bind(i + 1, row.text(i));
    }
    insert.run();
  }
}

}  // namespace

bool is_feature_table(const std::string& name) {
  return number_of(name) > 0;
}

bool is_feature_table(const std::string& name, const std::string& sql) {
  return is_feature_table(name) && shape_in(name, sql).has_value();
}

std::string free_table_name(Connection& connection, const std::string& layer) {
  std::int64_t last = 0;
  Statement entry = connection.prepare("SELECT name FROM sqlite_master WHERE type = 'table'");
  while (entry.step()) last = std::max(last, number_of(std::string(entry.text(0))));
  const std::string name = plain_name(layer);
  return prefix + std::to_string(last + 1) + (name.empty() ? "" : "_" + name);
}

void write_features(Connection& connection, const std::string& table, const std::string& title, const LayerData& data,
                    GeometryKind kind, bool with_rest, const Crs& crs, const Progress& progress) {
  const FeatureColumns& features = data.features;
  const Shape shape = shape_of(features, kind);
  connection.execute(creation_sql(table, shape));
  Statement insert = connection.prepare(insert_sql(table, shape.names.size()));
  Box box;
  for (std::size_t row = 0; row < features.size(); ++row) {
    if (row % 1024 == 0) {
      progress.check();
      progress.report(text("Writing features"), static_cast<double>(row) / static_cast<double>(features.size()));
    }
    const GeometryKind is = features.kinds[row];
    if (is != kind && !(is == GeometryKind::none && with_rest)) continue;
    insert.bind_null(1);
    if (is == GeometryKind::none)
      insert.bind_null(2);
    else
      insert.bind_blob(2, to_blob(features.geometry(row), srs_id(crs)));
    for (std::size_t i = 0; i < features.columns.size(); ++i)
      bind_value(insert, static_cast<int>(i) + 3, features.columns[i], row);
    insert.run();
    if (is != GeometryKind::none)
      for (const Point& p : features.points_of(row)) box.add(p);
  }
  progress.check();
  register_table(connection, table, title, kind, box, crs);
  if (shape.names[1] != "geom")
    connection.prepare("UPDATE gpkg_geometry_columns SET column_name = ? WHERE table_name = ?")
        .bind(1, shape.names[1])
        .bind(2, table)
        .run();
}

std::set<std::string> referenced_tables(Connection& connection, const Plan& plan) {
  std::set<std::string> tables;
  add_tables_of(plan, tables);
  Statement version = connection.prepare("SELECT plan FROM smile_versions");
  try {
    while (version.step()) add_tables_of(from_json<Plan>(version.text(0)), tables);
  } catch (const Error&) {  // a version that can't be read may refer to any
    for (const auto& [table, shape] : feature_tables(connection)) tables.insert(table);
  }
  return tables;
}

void drop_orphans(Connection& connection, const Plan& plan) {
  const std::map<std::string, Shape> all = feature_tables(connection);
  std::set<std::string> kept;
  add_tables_of(plan, kept);
  if (std::all_of(all.begin(), all.end(), [&](const auto& table) { return kept.contains(table.first); })) return;
  kept = referenced_tables(connection, plan);  // versions are large: only read where something may go
  for (const auto& [table, shape] : all)
    if (!kept.contains(table)) drop_layer(connection, table);
}

void copy_tables(Connection& from, Connection& to, const std::set<std::string>& tables) {
  for (const auto& [table, shape] : feature_tables(from)) {
    if (!tables.contains(table)) continue;
    to.execute(creation_sql(table, shape));
    copy_rows(from, to, table, shape.names.size());
    const std::string system = "srs_id = (SELECT srs_id FROM gpkg_contents WHERE table_name = ?)";
    copy_entries(from, to, "gpkg_spatial_ref_sys",
                 "srs_name, srs_id, organization, organization_coordsys_id, definition, definition_12_063", system,
                 table);
    copy_entries(from, to, "gpkg_contents",
                 "table_name, data_type, identifier, description, last_change, min_x, min_y, max_x, max_y, srs_id",
                 "table_name = ?", table);
    copy_entries(from, to, "gpkg_geometry_columns", "table_name, column_name, geometry_type_name, srs_id, z, m",
                 "table_name = ?", table);
  }
}

std::vector<double> numbers_in(Connection& connection, const std::string& table, const std::string& column) {
  std::vector<double> numbers;
  const std::map<std::string, Shape> all = feature_tables(connection);
  const auto found = all.find(table);
  if (found == all.end() || std::count(found->second.names.begin(), found->second.names.end(), column) == 0)
    return numbers;
  Statement row = connection.prepare("SELECT " + quoted_name(column) + " FROM " + table);
  while (row.step()) {
    const auto type = row.type(0);
    if (type == Statement::Type::integer || type == Statement::Type::real) numbers.push_back(row.real(0));
  }
  return numbers;
}

}  // namespace smile::store
