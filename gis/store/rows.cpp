#include "gis/store/rows.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstring>
#include <limits>

#include "gis/plan/fields.h"
#include "gis/plan/plan_json.h"

namespace smile::store {
namespace {

using database::Statement;

// --- lists: JSON arrays, so that an item may hold anything ---

std::vector<std::string> Measure::*list_member(std::string_view key) {
  return key == "partners" ? &Measure::partners : &Measure::links;
}

template <class T>
void bind_list(Statement& statement, int parameter, const std::vector<T>& list) {
  if (list.empty())
    statement.bind_null(parameter);
  else
    statement.bind(parameter, to_json(list));
}

template <class T>
std::vector<T> read_list(const Statement& row, int column) {
  return row.is_null(column) ? std::vector<T>{} : from_json<std::vector<T>>(row.text(column));
}

// --- amounts: units of the currency, so that QGIS reads and sums them ---

double to_units(Money money) {
  const double units = static_cast<double>(money.cents) / 100;
  if (std::abs(units) > 9e12 || std::llround(units * 100) != money.cents)
    throw Error(ErrorKind::usage, text("The amount {1} is too large for a plan; check its digits.", units));
  return units;
}

std::optional<Money> from_units(double units) {
  if (!(std::abs(units) < 9e13)) return std::nullopt;
  return Money{std::llround(units * 100)};
}

// --- dates: the ISO form is taken apart here without detours; anything else people write goes to parse_date ---

std::optional<int> digits(std::string_view text, std::size_t from, std::size_t count) {
  int number = 0;
  if (from + count > text.size()) return std::nullopt;
  const char* end = text.data() + from + count;
  const auto result = std::from_chars(text.data() + from, end, number);
  return result.ec == std::errc{} && result.ptr == end && number >= 0 ? std::optional(number) : std::nullopt;
}

std::optional<Date> read_date(std::string_view text) {
  const auto year = digits(text, 0, 4);
  const bool dashed = text.size() == 4 || (text.size() > 4 && text[4] == '-');
  if (!year || *year < 1000 || !dashed) return parse_date(text);
  if (text.size() == 4) return Date{*year, DatePrecision::year, 0, 0};
  const auto part = text.size() == 7 && (text[5] == 'Q' || text[5] == 'H') ? digits(text, 6, 1) : digits(text, 5, 2);
  if (!part || *part < 1 || *part > 12) return parse_date(text);
  if (text.size() == 7 && text[5] == 'Q' && *part <= 4) return Date{*year, DatePrecision::quarter, *part, 0};
  if (text.size() == 7 && text[5] == 'H' && *part <= 2) return Date{*year, DatePrecision::half, *part, 0};
  if (text.size() == 7 && text[5] <= '1') return Date{*year, DatePrecision::month, *part, 0};
  const auto day = text.size() == 10 && text[7] == '-' ? digits(text, 8, 2) : std::nullopt;
  if (day && *day >= 1 && *day <= 28) return Date{*year, DatePrecision::day, *part, *day};
  return parse_date(text);
}

// --- the history of phases: "proposed 2026-Q3; decided 2026-11-22", for people who read it in QGIS ---

std::string history_text(const std::vector<PhaseChange>& history) {
  std::string out;
  for (const PhaseChange& change : history) {
    const std::string_view phase = change.phase == Phase::none ? "none" : word(change.phase);
    out.append(out.empty() ? "" : "; ").append(phase).append(" ").append(to_iso(change.date));
  }
  return out;
}

std::optional<std::vector<PhaseChange>> read_history(std::string_view text) {
  std::vector<PhaseChange> history;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find("; "), text.size());
    const std::string_view entry = text.substr(0, end);
    const std::size_t space = std::min(entry.find(' '), entry.size());
    const std::string_view name = entry.substr(0, space);
    const auto phase = name == "none" ? std::optional(Phase::none) : phase_from_word(name);
    const auto date = read_date(entry.substr(std::min(space + 1, entry.size())));
    if (!phase || !date) return std::nullopt;
    history.push_back({*phase, *date});
    text.remove_prefix(std::min(end + 2, text.size()));
  }
  return history;
}

void bind_value(Statement& statement, int parameter, const Value& value) {
  if (const auto* words = std::get_if<std::string>(&value))
    statement.bind(parameter, *words);
  else if (const auto* money = std::get_if<Money>(&value))
    statement.bind(parameter, to_units(*money));
  else if (const auto* date = std::get_if<Date>(&value))
    statement.bind(parameter, to_iso(*date));
  else
    statement.bind_null(parameter);
}

void bind_text(Statement& statement, int parameter, const std::string& text) {
  if (text.empty())
    statement.bind_null(parameter);
  else
    statement.bind(parameter, text);
}

/// A number as bytes, little endian as the header says.
template <class T>
void append(std::string& out, T value) {
  out.append(reinterpret_cast<const char*>(&value), sizeof value);
}

std::uint32_t multi_type(GeometryKind kind) {
  return 3 + static_cast<std::uint32_t>(kind);
}

Error damaged_place(const std::string& file, Id id) {
  return Error(ErrorKind::unreadable,
               text("“{1}” is damaged: the place of the record {2} can't be read. Take the last good copy of it.", file,
                    std::to_string(id)));
}

Geometry read_geometry(const Statement& row, int column, GeometryKind kind, const std::string& file) {
  Geometry geometry;
  if (!row.is_null(column)) {
    std::optional<Geometry> read = from_blob(row.blob(column));
    if (!read || (read->kind != kind && !read->empty())) throw damaged_place(file, row.integer(0));
    geometry = std::move(*read);
  }
  geometry.kind = kind;
  return geometry;
}

}  // namespace

std::string to_blob(const Geometry& geometry, std::int64_t srs) {
  std::string out = "GP";
  out += '\0';  // version
  const bool envelope = !geometry.empty() && geometry.kind != GeometryKind::point;
  out += static_cast<char>(1 | (envelope ? 2 : 0) | (geometry.empty() ? 16 : 0));
  append(out, static_cast<std::int32_t>(srs));
  const Box box = envelope ? bounds(geometry) : Box{};
  if (envelope)
    for (const double edge : {box.min_x, box.max_x, box.min_y, box.max_y}) append(out, edge);
  // The tables are of multi-geometries; to_wkb writes a single part as such.
  if (geometry.empty() || geometry.parts() == 1) {
    out += '\1';
    append(out, multi_type(geometry.kind));
    append(out, static_cast<std::uint32_t>(geometry.empty() ? 0 : 1));
    if (geometry.empty()) return out;
  }
  return out + to_wkb(geometry);
}

std::optional<Geometry> from_blob(std::string_view bytes) {
  if (bytes.size() < 8 || bytes.substr(0, 2) != "GP") return std::nullopt;
  static constexpr std::size_t envelope_sizes[] = {0, 32, 48, 48, 64};
  const unsigned envelope = (static_cast<unsigned char>(bytes[3]) >> 1) & 7U;
  if (envelope > 4 || bytes.size() < 8 + envelope_sizes[envelope]) return std::nullopt;
  std::optional<Geometry> geometry = from_wkb(bytes.substr(8 + envelope_sizes[envelope]));
  if (geometry && !is_finite(*geometry)) return std::nullopt;
  return geometry;
}

void bind_measure(Statement& statement, const Measure& measure, std::int64_t position, std::int64_t srs) {
  int parameter = 1;
  statement.bind(parameter++, measure.id);
  const Location& location = measure.location;
  if (location.geometry.kind != GeometryKind::none) statement.bind_blob(parameter++, to_blob(location.geometry, srs));
  for (const MeasureField& field : measure_fields()) {
    if (field.type == FieldType::list)
      bind_list(statement, parameter++, measure.*list_member(field.key));
    else
      bind_value(statement, parameter++, field.get(measure));
  }
  statement.bind(parameter++, word(location.placement));
  bind_list(statement, parameter++, location.districts);
  bind_text(statement, parameter++, location.as_written);
  bind_text(statement, parameter++, history_text(measure.phase_history));
  bind_list(statement, parameter++, measure.extra);
  statement.bind(parameter, position);
}

void bind_district(Statement& statement, const District& district, std::optional<double> inhabitants,
                   std::int64_t position, std::int64_t srs) {
  statement.bind(1, district.id).bind_blob(2, to_blob(district.geometry, srs));
  bind_text(statement, 3, district.code);
  bind_text(statement, 4, district.name);
  statement.bind(5, district.parent).bind(6, district.area_m2);
  const auto bind_number = [&](int parameter, std::optional<double> number) {
    number ? statement.bind(parameter, *number) : statement.bind_null(parameter);
  };
  bind_number(7, district.official_area_m2);
  bind_number(8, inhabitants);
  statement.bind(9, position);
}

MeasureReader::MeasureReader(GeometryKind kind, std::string file, Issues& issues)
    : kind_(kind),
      file_(std::move(file)),
      issues_(issues),
      first_field_(kind == GeometryKind::none ? 1 : 2),
      position_column_(first_field_ + static_cast<int>(measure_fields().size()) + 5) {}

void MeasureReader::not_understood(const Statement& row, int column, std::string_view name) const {
  Issue issue;
  issue.severity = Severity::warning;
  issue.kind = "value_not_understood";
  issue.file = file_;
  issue.column = name;
  issue.value = row.text(column);
  issue.measure = row.integer(0);
  issue.message = text("Another program wrote “{1}” here, which is not a value of this field.", issue.value);
  issue.proposal = text("The field is empty now; choose a value.");
  issues_.push_back(std::move(issue));
}

std::optional<Value> MeasureReader::value_of(const Statement& row, int column, const MeasureField& field) const {
  switch (field.type) {
    case FieldType::text:
    case FieldType::long_text:
      return Value{std::string(row.text(column))};
    case FieldType::money: {
      if (row.type(column) == Statement::Type::text) break;
      const auto money = from_units(row.real(column));
      return money ? std::optional<Value>(*money) : std::nullopt;
    }
    case FieldType::date: {
      const auto date = read_date(row.text(column));
      return date ? std::optional<Value>(*date) : std::nullopt;
    }
    case FieldType::list:
    case FieldType::choice:
      break;
  }
  return parse_stored(field, row.text(column));
}

void MeasureReader::read_field(const Statement& row, int column, const MeasureField& field, Measure& measure) const {
  if (row.is_null(column)) return;
  if (field.type == FieldType::list && row.text(column).starts_with('[')) {
    measure.*list_member(field.key) = from_json<std::vector<std::string>>(row.text(column));
    return;
  }
  if (const auto value = value_of(row, column, field))
    field.set(measure, *value);
  else
    not_understood(row, column, field.key);
}

void MeasureReader::read_location(const Statement& row, int column, Measure& measure) const {
  Location& location = measure.location;
  if (kind_ != GeometryKind::none) location.geometry = read_geometry(row, 1, kind_, file_);
  const auto placement = placement_from_word(row.text(column));
  location.districts = read_list<Id>(row, column + 1);
  location.as_written = row.text(column + 2);
  if (placement) {
    location.placement = *placement;
    return;
  }
  // Drawn in another program, which knows nothing of this column: what was drawn says it.
  static constexpr Placement single[] = {Placement::none, Placement::point, Placement::line, Placement::area};
  location.placement = single[static_cast<int>(kind_)];
  if (kind_ == GeometryKind::point && location.geometry.points.size() > 1) location.placement = Placement::sites;
}

Measure MeasureReader::read(const Statement& row) const {
  Measure measure;
  measure.id = row.integer(0);
  int column = first_field_;
  for (const MeasureField& field : measure_fields()) read_field(row, column++, field, measure);
  read_location(row, column, measure);
  if (auto history = read_history(row.text(column + 3)))
    measure.phase_history = std::move(*history);
  else
    not_understood(row, column + 3, "phase_history");
  measure.extra = read_list<std::pair<std::string, std::string>>(row, column + 4);
  return measure;
}

District read_district(const Statement& row, Id level, const std::string& file) {
  District district;
  district.id = row.integer(0);
  district.level = level;
  district.geometry = read_geometry(row, 1, GeometryKind::area, file);
  district.code = row.text(2);
  district.name = row.text(3);
  district.parent = row.integer(4);
  district.area_m2 = row.real(5);
  if (!row.is_null(6)) district.official_area_m2 = row.real(6);
  return district;
}

}  // namespace smile::store
