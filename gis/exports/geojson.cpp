#include <algorithm>
#include <cstdio>
#include <nlohmann/json.hpp>

#include "gis/exports/writers.h"

namespace smile::exports {
namespace {

std::string quoted(const std::string& text) {
  using Json = nlohmann::json;
  return Json(text).dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string degrees(double value) {
  char buffer[40];
  std::snprintf(buffer, sizeof buffer, "%.7f", value);
  std::string digits = buffer;
  digits.erase(digits.find_last_not_of('0') + 1);
  if (digits.back() == '.') digits.pop_back();
  return digits == "-0" ? "0" : digits;
}

std::string position(Point p) {
  return "[" + degrees(p.x) + "," + degrees(p.y) + "]";
}

std::string positions(std::span<const Point> points, bool turned) {
  std::string out = "[";
  for (std::size_t i = 0; i < points.size(); ++i)
    out += (i == 0 ? "" : ",") + position(points[turned ? points.size() - 1 - i : i]);
  return out + "]";
}

double signed_area(std::span<const Point> ring) {
  double sum = 0;
  for (std::size_t i = 0; i + 1 < ring.size(); ++i)
    sum +=
        (ring[i].x - ring[0].x) * (ring[i + 1].y - ring[0].y) - (ring[i + 1].x - ring[0].x) * (ring[i].y - ring[0].y);
  return sum;
}

/// The right-hand rule: shells counter-clockwise, holes clockwise.
std::string polygon(const Geometry& geometry, std::size_t part) {
  const std::uint32_t begin = part == 0 ? 0 : geometry.part_ends[part - 1];
  std::string out = "[";
  for (std::uint32_t ring = begin; ring < geometry.part_ends[part]; ++ring) {
    const bool counter_clockwise = signed_area(geometry.path(ring)) > 0;
    const bool shell = ring == begin;
    out += (shell ? "" : ",") + positions(geometry.path(ring), counter_clockwise != shell);
  }
  return out + "]";
}

std::string part_of(const Geometry& geometry, std::size_t part) {
  if (geometry.kind == GeometryKind::point) return position(geometry.points[part]);
  return geometry.kind == GeometryKind::line ? positions(geometry.path(part), false) : polygon(geometry, part);
}

std::string geometry_json(const Geometry& geometry) {
  if (geometry.empty()) return "null";
  const std::string type = geometry.kind == GeometryKind::point  ? "Point"
                           : geometry.kind == GeometryKind::line ? "LineString"
                                                                 : "Polygon";
  if (geometry.parts() == 1) return R"({"type":")" + type + R"(","coordinates":)" + part_of(geometry, 0) + "}";
  std::string parts;
  for (std::size_t i = 0; i < geometry.parts(); ++i) parts += (i == 0 ? "" : ",") + part_of(geometry, i);
  return R"({"type":"Multi)" + type + R"(","coordinates":[)" + parts + "]}";
}

std::string value_json(const Field& field, const Cell& cell) {
  if (std::holds_alternative<std::monostate>(cell) || std::holds_alternative<Suppressed>(cell)) return "null";
  if (const auto* date = std::get_if<Date>(&cell); date && field.type == CellType::first_day) {
    const int key = sort_key(*date);
    return quoted(to_iso(Date{key / 10000, DatePrecision::day, key / 100 % 100, key % 100}));
  }
  const std::string value = cell_text(cell);
  const bool text = std::holds_alternative<std::string>(cell) || std::holds_alternative<Date>(cell);
  return text ? quoted(value) : value.empty() ? "null" : value;
}

std::string feature_json(const Table& table, const Row& row, const Transform* transform) {
  std::string properties;
  for (std::size_t i = 0; i < row.cells.size(); ++i)
    properties += (i == 0 ? "" : ",") + quoted(table.fields[i].key) + ":" + value_json(table.fields[i], row.cells[i]);
  Geometry geometry;
  if (transform && !row.geometry.empty()) geometry = (*transform)(row.geometry).value_or(Geometry{});
  return R"({"type":"Feature","id":)" + std::to_string(row.id) + R"(,"properties":{)" + properties +
         R"(},"geometry":)" + geometry_json(geometry) + "}";
}

}  // namespace

void write_geojson(const Table& table, const Crs& crs, const std::filesystem::path& file, const Progress& progress) {
  std::optional<Transform> transform;
  if (crs.known()) transform.emplace(crs, crs_from_epsg(4326));
  std::string content = R"({"type":"FeatureCollection","name":)" + quoted(table.name) + ",\"features\":[\n";
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    progress.check();
    content += (i == 0 ? "" : ",\n") + feature_json(table, table.rows[i], transform ? &*transform : nullptr);
  }
  write_file(file, content + "\n]}\n");
}

}  // namespace smile::exports
