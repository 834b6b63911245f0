#include "gis/plan/edit_json.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <nlohmann/json.hpp>

#include "gis/geometry/overlay.h"
#include "gis/plan/edit_json_parts.h"

namespace smile {
namespace {

using namespace edit_json;

// --- values of fields ---

Money money_from(const Json& json, const std::string& key) {
  const double hundredths = json.get<double>() * 100;
  const double whole = std::round(hundredths);
  if (!(std::abs(whole) < 9e14) || std::abs(hundredths - whole) > 1e-4) throw wrong_value(key);
  return {static_cast<std::int64_t>(whole)};
}

std::string joined(const Json& list, const std::string& key) {
  std::string out;
  for (const Json& item : list) {
    if (!item.is_string()) throw wrong_value(key);
    out += (out.empty() ? "" : "; ") + item.get<std::string>();
  }
  return out;
}

Error wrong_choice(const MeasureField& field, const std::string& given) {
  return usage(text("“{1}” is no value for “{2}”; say one of: {3}.", given, std::string(field.key),
                    in_one_line(field.choices, [](const Choice& choice) { return choice.word; })));
}

/// As it was read, before it is looked at whether it makes sense.
Value read_value(const MeasureField& field, const Json& json) {
  const std::string key(field.key);
  if (json.is_null()) return {};
  if (field.type == FieldType::money && json.is_number()) return money_from(json, key);
  if (field.type == FieldType::list && json.is_array()) return joined(json, key);
  const bool bare_year = field.type == FieldType::date && json.is_number_integer();
  if (!json.is_string() && !bare_year) throw wrong_value(key);
  const std::string given = bare_year ? json.dump() : json.get<std::string>();
  const auto value = parse_stored(field, given);
  if (!value && field.type == FieldType::choice) throw wrong_choice(field, given);
  if (!value) throw wrong_value(key);
  return *value;
}

Value value_from(const MeasureField& field, const Json& json) {
  const Value value = read_value(field, json);
  const auto* money = std::get_if<Money>(&value);
  if (money != nullptr && money->cents < 0)
    throw usage(text("The value of “{1}” is an amount; it can't be negative.", std::string(field.key)));
  return value;
}

const MeasureField& field_of(const std::string& key) {
  const MeasureField* field = find_field(key);
  if (!field)
    throw usage(text("A measure has no field “{1}”; it has: {2}.", key,
                     in_one_line(measure_fields(), [](const MeasureField& one) { return one.key; })));
  return *field;
}

// --- places ---

Crs plan_crs(const Plan& plan) {
  if (!plan.crs.known())
    throw usage(text("The plan has no coordinate system yet; load districts first or make it with --plan-crs."));
  return plan.crs;
}

Geometry to_plan(const Geometry& geometry, const Plan& plan) {
  const auto moved = Transform(crs_from_epsg(4326), plan_crs(plan))(geometry);
  if (!moved || !is_finite(*moved))
    throw usage(text("The place lies where the plan's coordinate system is not defined."));
  return *moved;
}

Point point_from(const Json& pair) {
  if (!pair.is_array() || pair.size() < 2 || !pair[0].is_number() || !pair[1].is_number())
    throw wrong_value("geometry");
  return {pair[0].get<double>(), pair[1].get<double>()};
}

void add_path(Geometry& geometry, const Json& path, std::size_t fewest) {
  if (!path.is_array() || path.size() < fewest) throw wrong_value("geometry");
  const std::size_t begin = geometry.points.size();
  for (const Json& pair : path) geometry.points.push_back(point_from(pair));
  const Point first = geometry.points[begin];
  if (geometry.kind == GeometryKind::area && !(geometry.points.back() == first)) geometry.points.push_back(first);
  geometry.path_ends.push_back(static_cast<std::uint32_t>(geometry.points.size()));
}

void add_polygon(Geometry& geometry, const Json& rings) {
  if (!rings.is_array() || rings.empty()) throw wrong_value("geometry");
  for (const Json& ring : rings) add_path(geometry, ring, 3);
  geometry.part_ends.push_back(static_cast<std::uint32_t>(geometry.path_ends.size()));
}

/// GeoJSON: Point, LineString, Polygon and their Multi forms.
Geometry geometry_from(const Json& json) {
  static const std::map<std::string, GeometryKind> kinds = {
      {"Point", GeometryKind::point},     {"MultiPoint", GeometryKind::point},
      {"LineString", GeometryKind::line}, {"MultiLineString", GeometryKind::line},
      {"Polygon", GeometryKind::area},    {"MultiPolygon", GeometryKind::area}};
  if (!json.is_object()) throw wrong_value("geometry");
  const std::string type = text_member(json, "type");
  const auto kind = kinds.find(type);
  if (kind == kinds.end()) throw usage(text("A place is a point, a line or an area; “{1}” is none of these.", type));
  const Json coordinates = member(json, "coordinates");
  const Json parts = type.starts_with("Multi") ? coordinates : Json::array({coordinates});
  if (!parts.is_array() || parts.empty()) throw wrong_value("geometry");
  Geometry geometry;
  geometry.kind = kind->second;
  for (const Json& part : parts) {
    if (geometry.kind == GeometryKind::point) geometry.points.push_back(point_from(part));
    if (geometry.kind == GeometryKind::line) add_path(geometry, part, 2);
    if (geometry.kind == GeometryKind::area) add_polygon(geometry, part);
  }
  return geometry;
}

Location drawn(Geometry geometry) {
  if (!is_finite(geometry)) throw usage(text("The place has coordinates that are no numbers; give them again."));
  const Validity valid = validity(geometry);
  if (!valid.valid) throw usage(text("The area is not drawn properly ({1}); draw it again.", valid.reason));
  Location location;
  switch (geometry.kind) {
    case GeometryKind::point:
      location.placement = geometry.points.size() == 1 ? Placement::point : Placement::sites;
      break;
    case GeometryKind::line:
      location.placement = Placement::line;
      break;
    case GeometryKind::area:
      location.placement = Placement::area;
      break;
    case GeometryKind::none:
      break;
  }
  location.geometry = std::move(geometry);
  return location;
}

Location in_districts(const Json& value, const Plan& plan) {
  Location location;
  location.placement = Placement::district;
  const Json list = value.is_array() ? value : Json::array({value});
  for (const Json& one : list) {
    if (!one.is_string()) throw wrong_value("district");
    const District* district = find_district(plan, one.get<std::string>());
    if (!district) throw usage(text("The plan has no district “{1}”.", one.get<std::string>()));
    location.districts.push_back(district->id);
  }
  if (location.districts.empty()) throw wrong_value("district");
  return location;
}

Location whole(const Json& value, const char* key, Placement placement) {
  if (value != true) throw wrong_value(key);
  Location location;
  location.placement = placement;
  return location;
}

/// std::nullopt where the object says nothing about a place.
std::optional<Location> location_from(const Json& json, const Plan& plan) {
  const int said = json.contains("lon") + json.contains("x") + json.contains("district") + json.contains("city") +
                   json.contains("none") + json.contains("geometry");
  if (said == 0) {
    if (json.contains("lat") || json.contains("y")) throw wrong_value(json.contains("lat") ? "lon" : "x");
    return std::nullopt;
  }
  if (said > 1) throw usage(text("Say in one way only where the measure is."));
  if (json.contains("district")) return in_districts(json["district"], plan);
  if (json.contains("city")) return whole(json["city"], "city", Placement::city);
  if (json.contains("none")) return whole(json["none"], "none", Placement::none);
  if (json.contains("geometry")) return drawn(to_plan(geometry_from(json["geometry"]), plan));
  if (json.contains("x")) return drawn(make_point({number_member(json, "x"), number_member(json, "y")}));
  return drawn(to_plan(make_point({number_member(json, "lon"), number_member(json, "lat")}), plan));
}

// --- the edits ---

bool says_place(const std::string& key) {
  static constexpr std::string_view keys[] = {"lon", "lat", "x", "y", "district", "city", "none", "geometry"};
  return std::find(std::begin(keys), std::end(keys), key) != std::end(keys);
}

Edit add_from(const Json& edit, const Plan& plan) {
  allow_only(edit, {"edit", "measure"});
  const Json& json = member(edit, "measure");
  if (!json.is_object()) throw wrong_value("measure");
  Measure measure;
  for (const auto& [key, value] : json.items()) {
    if (says_place(key)) continue;
    const MeasureField& field = field_of(key);
    field.set(measure, value_from(field, value));
  }
  if (const auto location = location_from(json, plan)) measure.location = *location;
  return add_measures({std::move(measure)});
}

Edit set_from(const Json& edit, const Plan& plan) {
  allow_only(edit, {"edit", "measure", "measures", "field", "value"});
  const std::string key = text_member(edit, "field");
  const Value value = value_from(field_of(key), member(edit, "value"));
  return set_field(edit.contains("measures") ? measures_of(edit, plan) : std::vector{measure_of(edit, plan)}, key,
                   value);
}

Edit place_from(const Json& edit, const Plan& plan) {
  allow_only(edit, {"edit", "measure", "lon", "lat", "x", "y", "district", "city", "none", "geometry"});
  const auto location = location_from(edit, plan);
  if (!location) throw wrong_value("lon");
  return place(measure_of(edit, plan), *location);
}

Edit move_from(const Json& edit, const Plan& plan) {
  allow_only(edit, {"edit", "measure", "dx", "dy"});
  return move_measure(measure_of(edit, plan), number_member(edit, "dx"), number_member(edit, "dy"));
}

Edit remove_from(const Json& edit, const Plan& plan) {
  allow_only(edit, {"edit", "measures"});
  return remove_measures(measures_of(edit, plan));
}

Edit duplicate_from(const Json& edit, const Plan& plan) {
  allow_only(edit, {"edit", "measures"});
  return duplicate_measures(measures_of(edit, plan));
}

Edit title_from(const Json& edit, const Plan&) {
  allow_only(edit, {"edit", "value"});
  return set_title(text_member(edit, "value"));
}

Edit currency_from(const Json& edit, const Plan&) {
  allow_only(edit, {"edit", "value"});
  return set_currency(text_member(edit, "value"));
}

Edit alias_from(const Json& edit, const Plan& plan) {
  allow_only(edit, {"edit", "name", "district"});
  const std::string wanted = text_member(edit, "district");
  const District* district = find_district(plan, wanted);
  if (!district) throw usage(text("The plan has no district “{1}”.", wanted));
  return add_alias({text_member(edit, "name"), district->id});
}

}  // namespace

Edit edit_from_json(std::string_view line, const Plan& plan, const OtherEdits& others) {
  using Reader = Edit (*)(const Json&, const Plan&);
  static const std::map<std::string, Reader> readers = {{"add", add_from},
                                                        {"set", set_from},
                                                        {"place", place_from},
                                                        {"move", move_from},
                                                        {"remove", remove_from},
                                                        {"duplicate", duplicate_from},
                                                        {"title", title_from},
                                                        {"currency", currency_from},
                                                        {"alias", alias_from},
                                                        {"scenario", scenario_from},
                                                        {"remove_scenario", remove_scenario_from},
                                                        {"show_scenario", show_scenario_from},
                                                        {"step", step_from},
                                                        {"remove_step", remove_step_from}};
  const Json json = Json::parse(line, nullptr, false);
  if (!json.is_object())
    throw usage(
        text("This is no JSON object; write one edit a line, for example {1}.", R"({"edit":"title","value":"…"})"));
  const std::string kind = text_member(json, "edit");
  if (const auto other = others.find(kind); other != others.end()) return other->second(line, plan);
  if (const auto reader = readers.find(kind); reader != readers.end()) return reader->second(json, plan);
  const auto first = [](const auto& known) { return known.first; };
  std::string known = in_one_line(readers, first);
  if (!others.empty()) known += ", " + in_one_line(others, first);
  throw usage(text("There is no edit “{1}”; say one of: {2}.", kind, known));
}

}  // namespace smile
