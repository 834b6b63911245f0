#include "gis/intake/places_read.h"

#include <algorithm>
#include <functional>

#include "gis/formats/feature_values.h"
#include "gis/formats/gtfs.h"
#include "gis/formats/issue_list.h"
#include "gis/formats/osm_places.h"
#include "gis/geometry/overlay.h"
#include "gis/plan/date.h"

namespace smile {
namespace {

namespace fs = std::filesystem;

using Conditions = std::vector<std::pair<std::string, std::string>>;
using ValueOf = std::function<std::string(const std::string& name)>;

/// Values of one name are alternatives, all names have to fit.
bool fits(const Conditions& where, const ValueOf& value_of) {
  return std::all_of(where.begin(), where.end(), [&](const auto& condition) {
    const std::string value = value_of(condition.first);
    return std::any_of(where.begin(), where.end(), [&](const auto& other) {
      return other.first == condition.first && (other.second == "*" ? !value.empty() : value == other.second);
    });
  });
}

Crs system_for(const Plan& plan, const std::vector<Point>& degrees) {
  if (plan.crs.known() || degrees.empty()) return plan.crs;
  Box box;
  for (const Point& p : degrees) box.add(p);
  return utm_of(box.centre().x, box.centre().y);
}

// --- OpenStreetMap ---

/// What is kept of a thing; columns without any value go.
std::vector<std::string> osm_keys(const PlaceKind* kind, const PlacesOptions& options) {
  std::vector<std::string> keys = {"name", "access", "operator", "capacity", "wheelchair", "surface", "opening_hours"};
  const auto add = [&](const std::string& key) {
    if (std::find(keys.begin(), keys.end(), key) == keys.end()) keys.push_back(key);
  };
  if (kind != nullptr)
    for (const std::string& key : osm_keys_of(*kind)) add(key);
  for (const auto& [key, value] : options.where) add(key);
  return keys;
}

[[noreturn]] void ask_for_kind(const fs::path& file) {
  std::string known;
  for (const PlaceKind& kind : place_kinds()) known += (known.empty() ? "" : ", ") + std::string(kind.word);
  throw Error(ErrorKind::needs_answer,
              text("“{1}” holds everything there is: say which places with --kind ({2}), or by a tag with "
                   "--where amenity=bench.",
                   file.filename().string(), known));
}

/// A point is enough where nobody asks how large a place is. Degrees: good to draw and to walk to, not to measure.
Geometry reduced(Geometry shape, const PlaceKind* kind) {
  if (shape.kind == GeometryKind::point || (kind != nullptr && kind->by_area)) return shape;
  return make_point(label_point(shape));
}

/// Points in an area of the same kind are the same place, marked twice.
std::size_t drop_points_in_areas(std::vector<OsmPlace>& places) {
  std::vector<const Geometry*> areas;
  std::vector<Box> boxes;
  for (const OsmPlace& place : places)
    if (place.shape.kind == GeometryKind::area) areas.push_back(&place.shape), boxes.push_back(bounds(place.shape));
  std::vector<bool> inside(places.size());
  for (std::size_t i = 0; i < places.size(); ++i)
    for (std::size_t k = 0; k < areas.size() && places[i].shape.kind == GeometryKind::point && !inside[i]; ++k)
      inside[i] =
          boxes[k].contains(places[i].shape.points[0]) && locate(places[i].shape.points[0], *areas[k]) != Side::outside;
  std::vector<OsmPlace> kept;
  for (std::size_t i = 0; i < places.size(); ++i)
    if (!inside[i]) kept.push_back(std::move(places[i]));
  const std::size_t dropped = places.size() - kept.size();
  places = std::move(kept);
  return dropped;
}

void drop_empty_columns(FeatureColumns& table) {
  std::erase_if(table.columns, [](const ValueColumn& column) {
    return column.name != "name" && std::find(column.null.begin(), column.null.end(), false) == column.null.end();
  });
}

FeatureColumns table_of(const std::vector<OsmPlace>& places, const std::vector<std::string>& keys,
                        const PlaceKind* kind, const Crs& crs) {
  FeatureColumns table;
  add_column(table, "osm_id", ValueColumn::Kind::text);
  for (const std::string& key : keys) add_column(table, key, ValueColumn::Kind::text);
  const Transform transform(crs_from_epsg(4326), crs);
  for (const OsmPlace& place : places) {
    const auto shape = transform(reduced(place.shape, kind));
    std::vector<std::string> cells{place.id};
    cells.insert(cells.end(), place.values.begin(), place.values.end());
    append_feature(table, shape.value_or(Geometry{}), cells);
  }
  drop_empty_columns(table);
  return table;
}

PlacesRead from_osm(const fs::path& file, const PlacesOptions& options, const PlaceKind* kind, const Plan& plan,
                    const Progress& progress) {
  if (kind == nullptr && options.where.empty()) ask_for_kind(file);
  std::int64_t closed = 0;
  const OsmWanted wanted = [&](const OsmTags& tags) {
    return (kind == nullptr || !osm_tag_of(*kind, tags).empty()) &&
           fits(options.where, [&](const std::string& key) { return std::string(tags(key.c_str())); });
  };
  const std::vector<std::string> keys = osm_keys(kind, options);
  OsmPlaces found = read_osm_places(file, wanted, keys, progress);
  std::erase_if(found.places, [&](const OsmPlace& place) {
    const std::string& access = place.values[1];
    const bool out = kind != nullptr && kind->closed_to_many && (access == "private" || access == "no");
    closed += out ? 1 : 0;
    return out;
  });
  const auto twice = static_cast<std::int64_t>(drop_points_in_areas(found.places));
  std::vector<Point> corners;
  for (const OsmPlace& place : found.places) corners.push_back(place.shape.points.front());
  PlacesRead out;
  out.crs = system_for(plan, corners);
  out.data.features = table_of(found.places, keys, kind, out.crs);
  out.data.report = std::move(found.report);
  IssueList issues(file.filename().string());
  if (closed > 0)
    issues.add(Severity::note, "place_private",
               text_n(closed, "{1} place is private and left out.", "{1} places are private and left out.", closed));
  if (twice > 0)
    issues.add(Severity::note, "place_twice",
               text_n(twice, "{1} place is marked as a point and as an area; it counts once, as the area.",
                      "{1} places are marked as a point and as an area; they count once, as the area.", twice));
  for (Issue& issue : issues.take()) out.data.report.issues.push_back(std::move(issue));
  out.credit = "© OpenStreetMap";
  out.method = text("Places of OpenStreetMap, by their tags").english;
  return out;
}

// --- GTFS ---

PlacesRead from_gtfs(const fs::path& file, const Plan& plan, const Progress& progress) {
  GtfsStops found = read_gtfs_stops(file, progress);
  PlacesRead out;
  std::vector<Point> places;
  for (const GtfsStop& stop : found.stops) places.push_back(stop.at);
  out.crs = system_for(plan, places);
  FeatureColumns& table = out.data.features;
  const bool counted = !found.service_day.empty();
  for (const char* name : {"stop_id", "stop_name"}) add_column(table, name, ValueColumn::Kind::text);
  add_column(table, "platforms", ValueColumn::Kind::integer);
  if (counted) add_column(table, "departures", ValueColumn::Kind::integer);
  if (counted) add_column(table, "modes", ValueColumn::Kind::text);
  const Transform transform(crs_from_epsg(4326), out.crs);
  for (const GtfsStop& stop : found.stops) {
    std::vector<FeatureValue> values{stop.id, stop.name, std::int64_t{stop.platforms}};
    std::string modes;
    for (const std::string& mode : stop.modes) modes += (modes.empty() ? "" : ", ") + mode;
    if (counted) values.emplace_back(std::int64_t{stop.departures.value_or(0)}), values.emplace_back(modes);
    const auto at = transform(stop.at);
    append_values(table, at ? make_point(*at) : Geometry{}, values);
  }
  out.data.report = std::move(found.report);
  IssueList issues(out.data.report.file);
  if (counted)
    issues.add(Severity::note, "service_day",
               text("Departures are those of {1}, the weekday on which most trips run.",
                    format_date(language(), parse_date(found.service_day).value())));
  else
    issues.add(Severity::note, "service_day",
               text("The timetable doesn't say what runs on which day; the stops come without departures."));
  for (Issue& issue : issues.take()) out.data.report.issues.push_back(std::move(issue));
  out.service_day = found.service_day;
  out.credit = found.agencies + (found.agencies.empty() || !counted ? "" : ", ") + found.service_day;
  out.method = text("Stops of a timetable (GTFS), platforms joined into their station").english;
  return out;
}

// --- geodata ---

std::string value_at(const FeatureColumns& table, const std::string& name, std::size_t row) {
  for (const ValueColumn& column : table.columns)
    if (column.name == name) return cell_text(column, row);
  return {};
}

void require_columns(const FeatureColumns& table, const PlacesOptions& options, const fs::path& file) {
  std::string known;
  for (const ValueColumn& column : table.columns) known += (known.empty() ? "" : ", ") + column.name;
  for (const auto& [name, value] : options.where)
    if (std::none_of(table.columns.begin(), table.columns.end(), [&](const ValueColumn& c) { return c.name == name; }))
      throw Error(ErrorKind::usage,
                  text("“{1}” has no column “{2}”; it has: {3}.", file.filename().string(), name, known));
}

/// Only the features that fit.
FeatureColumns chosen(const FeatureColumns& table, const PlacesOptions& options) {
  FeatureColumns kept;
  for (const ValueColumn& column : table.columns) add_column(kept, column.name, column.kind);
  std::vector<std::string> cells(table.columns.size());
  for (std::size_t i = 0; i < table.size(); ++i) {
    if (!fits(options.where, [&](const std::string& name) { return value_at(table, name, i); })) continue;
    for (std::size_t c = 0; c < cells.size(); ++c) cells[c] = cell_text(table.columns[c], i);
    append_feature(kept, table.geometry(i), cells);
  }
  return kept;
}

PlacesRead from_geodata(const fs::path& file, const PlacesOptions& options, const Plan& plan,
                        const Progress& progress) {
  ReadOptions read = options.read;
  if (read.city.empty()) read.city = city_in_degrees(plan);
  PlacesRead out;
  out.crs = plan_system(plan, file, read, progress);
  out.data = read_layer_data(file, read, out.crs, progress);
  out.method = text("Places as the source has them").english;
  return out;
}

}  // namespace

PlacesRead read_places(const fs::path& file, const PlacesOptions& options, const PlaceKind* kind, const Plan& plan,
                       const Progress& progress) {
  if (is_osm_file(file)) return from_osm(file, options, kind, plan, progress);
  PlacesRead out = is_gtfs(file) ? from_gtfs(file, plan, progress) : from_geodata(file, options, plan, progress);
  require_columns(out.data.features, options, file);
  if (!options.where.empty()) out.data.features = chosen(out.data.features, options);
  return out;
}

}  // namespace smile
