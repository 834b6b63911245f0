#include <algorithm>
#include <cmath>
#include <set>

#include "gis/analysis/which_district.h"
#include "gis/exports/names.h"
#include "gis/exports/tables.h"
#include "gis/geometry/overlay.h"

namespace smile::exports {
namespace {

CellType cell_type(FieldType type) {
  if (type == FieldType::money) return CellType::money;
  return type == FieldType::date ? CellType::date : CellType::text;
}

Text meaning_of(const MeasureField& field) {
  switch (field.type) {
    case FieldType::date:
      return text("Date as ISO text in the precision it was given: 2025-01-07, 2025-01, 2025-Q3, 2025-H1, 2025");
    case FieldType::money:
      return text("Amount; empty is missing, not 0");
    case FieldType::list:
      return text("Several values, separated by semicolons");
    case FieldType::choice:
      return text("One of the words of the codebook");
    case FieldType::text:
    case FieldType::long_text:
      break;
  }
  return text("Text");
}

Field day_field(const MeasureField& field) {
  Field day;
  day.key = std::string(field.key) + "_date";
  day.short_name = std::string(field.short_name) + "_D";
  day.label = field.key == "start" ? text("Start (first day)") : text("End (first day)");
  day.type = CellType::first_day;
  day.meaning =
      text("First day of what “{1}” says, as a real date for sorting and filtering", std::string(field.short_name));
  day.measure_field = &field;
  return day;
}

std::vector<Field> measure_columns(const Plan& plan, bool first_days) {
  std::vector<Field> fields;
  for (const MeasureField& field : measure_fields()) {
    fields.push_back({std::string(field.key), std::string(field.short_name), Text{std::string(field.label), {}},
                      cell_type(field.type), field.type == FieldType::money ? plan.currency : std::string{},
                      meaning_of(field), false, &field});
    if (first_days && field.type == FieldType::date) fields.push_back(day_field(field));
  }
  return fields;
}

std::vector<Field> gis_fields(const Plan& plan, bool sites) {
  std::vector<Field> fields;
  fields.push_back({"id", "ID", text("Id"), CellType::integer, "",
                    text("Number of the measure in the plan, the same in every file; stays the same")});
  if (sites)
    fields.push_back(
        {"site", "SITE", text("Site"), CellType::integer, "",
         text("Counts the sites of one measure; records with the same id are one measure and count once")});
  for (Field& field : measure_columns(plan, true)) fields.push_back(std::move(field));
  fields.push_back(
      {"placement", "PLACEMENT", text("Kind of place"), CellType::text, "", text("One of the words of the codebook")});
  fields.push_back({"in_districts", "IN_DISTR", text("Lies in"), CellType::text, "",
                    text("Codes of the districts of the finest level in which it lies, the largest part first"), true});
  return fields;
}

Cell cell_of(const Value& value) {
  if (const auto* text_value = std::get_if<std::string>(&value)) return *text_value;
  if (const auto* money = std::get_if<Money>(&value)) return *money;
  if (const auto* date = std::get_if<Date>(&value)) return *date;
  return {};
}

Cell cell_of(const Field& field, const Measure& measure) {
  return field.measure_field ? cell_of(field.measure_field->get(measure)) : Cell{};
}

/// What building rows needs to know of the whole plan; the index is built once.
struct Context {
  const Plan& plan;
  std::shared_ptr<const DistrictIndex> index;
  Geometry city;

  explicit Context(const Plan& p) : plan(p) {
    if (!p.levels.empty()) index = district_index(p);
    const bool needs_city = std::any_of(p.measures.begin(), p.measures.end(),
                                        [](const auto& m) { return m->location.placement == Placement::city; });
    if (needs_city) city = city_area(p);
  }

  static Geometry city_area(const Plan& p) {
    const Level* level = coarsest_level(p);
    if (!level) return {};
    std::vector<Geometry> areas;
    for (const DistrictPtr& district : districts_of(p, level->id)) areas.push_back(district->geometry);
    return areas.empty() ? Geometry{} : united(areas);
  }

  Geometry area_of_districts(const Measure& measure) const {
    std::vector<Geometry> areas;
    for (const Id id : measure.location.districts)
      if (const District* district = find_district(plan, id)) areas.push_back(district->geometry);
    if (areas.empty()) return {};
    return areas.size() == 1 ? areas.front() : united(areas);
  }

  /// Of kind none where there is nothing to draw.
  Geometry geometry_of(const Measure& measure) const {
    Geometry geometry = measure.location.geometry;
    if (measure.location.placement == Placement::city) geometry = city;
    if (measure.location.placement == Placement::district) geometry = area_of_districts(measure);
    return measure.location.placement == Placement::none || geometry.empty() ? Geometry{} : geometry;
  }

  Cell districts_of_row(const Measure& measure) const {
    if (!index || measure.location.placement == Placement::none || measure.location.placement == Placement::city)
      return {};
    std::string codes;
    for (const DistrictShare& share : districts_of_measure(measure, plan, *index))
      if (const District* district = find_district(plan, share.district))
        codes += (codes.empty() ? "" : "; ") + (district->code.empty() ? district->name : district->code);
    return codes.empty() ? Cell{} : Cell{codes};
  }
};

Row measure_row(const Context& context, const Table& table, const Measure& measure) {
  Row row;
  row.id = measure.id;
  row.geometry = context.geometry_of(measure);
  for (const Field& field : table.fields) {
    if (field.key == "id")
      row.cells.emplace_back(measure.id);
    else if (field.key == "placement")
      row.cells.emplace_back(std::string(word(measure.location.placement)));
    else if (field.key == "in_districts")
      row.cells.push_back(context.districts_of_row(measure));
    else
      row.cells.push_back(cell_of(field, measure));
  }
  return row;
}

void add_sites(Table& table, const Row& row) {
  for (std::size_t i = 0; i < row.geometry.points.size(); ++i) {
    Row site = row;
    site.site = static_cast<std::int64_t>(i) + 1;
    site.geometry = make_point(row.geometry.points[i]);
    site.cells[field_index(table, "site")] = site.site;
    table.rows.push_back(std::move(site));
  }
}

Table empty_table(const Plan& plan, std::string name, Text title, GeometryKind kind) {
  return {std::move(name),
          std::move(title),
          TableKind::measures,
          kind,
          0,
          gis_fields(plan, kind == GeometryKind::point),
          {}};
}

// --- the list for spreadsheets ---

std::string district_to_place_in(const Plan& plan, const Measure& measure) {
  if (measure.location.placement == Placement::city) return "Gesamtstadt";
  std::string codes;
  if (measure.location.placement == Placement::district)
    for (const Id id : measure.location.districts)
      if (const District* district = find_district(plan, id))
        codes += (codes.empty() ? "" : "; ") + (district->code.empty() ? district->name : district->code);
  return codes;
}

std::vector<std::string> extra_columns(const Plan& plan) {
  std::vector<std::string> names;
  std::set<std::string> seen;
  for (const MeasurePtr& measure : plan.measures)
    for (const auto& [name, value] : measure->extra)
      if (seen.insert(name).second) names.push_back(name);
  return names;
}

std::string extra_of(const Measure& measure, const std::string& name) {
  for (const auto& [key, value] : measure.extra)
    if (key == name) return value;
  return {};
}

/// Seven digits are a centimetre.
Cell rounded(double degrees) {
  return std::round(degrees * 1e7) / 1e7;
}

void add_list_fields(Table& table, const Plan& plan) {
  table.fields = measure_columns(plan, false);
  table.fields.push_back(
      {"placement", "PLACEMENT", text("Kind of place"), CellType::text, "", text("One of the words of the codebook")});
  table.fields.push_back(
      {"district", "DISTRICT", text("District"), CellType::text, "",
       text("Code of the district for which the measure is as a whole; Gesamtstadt is the whole city")});
  table.fields.push_back(
      {"longitude", "LONGITUDE", text("Longitude"), CellType::real, "°", text("WGS 84; of measures at one point")});
  table.fields.push_back(
      {"latitude", "LATITUDE", text("Latitude"), CellType::real, "°", text("WGS 84; of measures at one point")});
  table.fields.push_back({"in_districts", "IN_DISTR", text("Lies in"), CellType::text, "",
                          text("Codes of the districts of the finest level in which it lies, the largest part first"),
                          true});
}

void set_position(Row& row, const Table& table, const Measure& measure, const Transform* to_degrees) {
  if (!to_degrees || measure.location.placement != Placement::point || measure.location.geometry.points.size() != 1)
    return;
  const auto degrees = (*to_degrees)(measure.location.geometry.points.front());
  if (!degrees) return;
  row.cells[field_index(table, "longitude")] = rounded(degrees->x);
  row.cells[field_index(table, "latitude")] = rounded(degrees->y);
}

}  // namespace

std::size_t field_index(const Table& table, std::string_view key) {
  return static_cast<std::size_t>(
      std::find_if(table.fields.begin(), table.fields.end(), [&](const Field& f) { return f.key == key; }) -
      table.fields.begin());
}

std::vector<Table> measure_tables(const Plan& plan, const Progress& progress) {
  const Context context(plan);
  std::vector<Table> tables;
  tables.push_back(empty_table(plan, "measures_points", text("Measures at points"), GeometryKind::point));
  tables.push_back(empty_table(plan, "measures_lines", text("Measures along lines"), GeometryKind::line));
  tables.push_back(empty_table(plan, "measures_areas", text("Measures in areas"), GeometryKind::area));
  tables.push_back(empty_table(plan, "measures_without_place", text("Measures without place"), GeometryKind::none));
  for (const MeasurePtr& measure : plan.measures) {
    progress.check();
    const GeometryKind kind = context.geometry_of(*measure).kind;
    Table& table = *std::find_if(tables.begin(), tables.end(), [&](const Table& t) { return t.geometry == kind; });
    Row row = measure_row(context, table, *measure);
    if (kind == GeometryKind::point)
      add_sites(table, row);
    else
      table.rows.push_back(std::move(row));
  }
  std::erase_if(tables, [](const Table& table) { return table.rows.empty(); });
  return tables;
}

Table all_measures(const Plan& plan, const Progress& progress) {
  const Context context(plan);
  Table table = empty_table(plan, "measures", text("Measures"), GeometryKind::none);
  for (const MeasurePtr& measure : plan.measures) {
    progress.check();
    table.rows.push_back(measure_row(context, table, *measure));
  }
  return table;
}

Table measure_list(const Plan& plan, const Progress& progress) {
  const Context context(plan);
  Table table{"measures", text("Measures"), TableKind::measures, GeometryKind::none, 0, {}, {}};
  add_list_fields(table, plan);
  const std::vector<std::string> extras = extra_columns(plan);
  const std::optional<Transform> to_degrees =
      plan.crs.known() ? std::optional<Transform>(Transform(plan.crs, crs_from_epsg(4326))) : std::nullopt;
  for (const MeasurePtr& measure : plan.measures) {
    progress.check();
    Row row = measure_row(context, table, *measure);
    const std::string district = district_to_place_in(plan, *measure);
    if (!district.empty()) row.cells[field_index(table, "district")] = district;
    set_position(row, table, *measure, to_degrees ? &*to_degrees : nullptr);
    for (const std::string& name : extras) {
      const std::string value = extra_of(*measure, name);
      row.cells.push_back(value.empty() ? Cell{} : Cell{value});
    }
    table.rows.push_back(std::move(row));
  }
  UniqueNames names(200);
  for (const Field& field : table.fields) names.take(field.key);
  for (const std::string& name : extras)
    table.fields.push_back(
        {names.take(name), "", text("{1}", name), CellType::text, "", text("Further column of the source")});
  return table;
}

Plan chosen(const Plan& plan, const std::vector<Id>& measures) {
  Plan result = plan;
  if (measures.empty()) return result;
  const std::set<Id> wanted(measures.begin(), measures.end());
  for (const Id id : wanted)
    if (!find_measure(plan, id))
      throw Error(ErrorKind::not_found, text("The plan has no measure with the id {1}.", std::to_string(id)));
  std::erase_if(result.measures, [&](const MeasurePtr& m) { return !wanted.contains(m->id); });
  return result;
}

}  // namespace smile::exports
