#include "gis/exports/make_codebook.h"

#include <algorithm>
#include <set>
#include <unordered_map>

#include "gis/exports/records.h"
#include "gis/exports/vector_tables.h"

namespace smile::exports {
namespace {

CodebookFile file_of(const Table& table) {
  CodebookFile file{shapefile_main_file(table), table.kind, table.level, {}};
  for (const Field& field : table.fields) file.columns.push_back({field.short_name, field.key, field.statistic});
  return file;
}

/// What of a measure no shapefile holds.
Measure rest_of(const Measure& measure) {
  Measure rest;
  rest.id = measure.id;
  rest.phase_history = measure.phase_history;
  rest.extra = measure.extra;
  rest.location = measure.location;
  return rest;
}

void note_field(const Field& field, const VectorCell& cell, const Measure& measure, Measure& rest, Codebook& codebook) {
  const MeasureField& measured = *field.measure_field;
  const CellKey key{TableKind::measures, measure.id, field.key};
  if (field.type == CellType::first_day) {
    if (!cell_text(cell).empty()) codebook.cells[key] = {cell_text(cell), {}};
    return;
  }
  Measure changed = measure;
  measured.set(changed, value_from(measured, cell).value_or(Value{}));
  const bool date = measured.type == FieldType::date && measured.get(measure) != Value{};
  if (changed == measure && !date) return;
  codebook.cells[key] = {cell_text(cell), stored_form(measured.get(measure))};
  if (measured.key == "partners") rest.partners = measure.partners;
  if (measured.key == "links") rest.links = measure.links;
}

void note_measure(const Table& table, const Record& record, const Row& row, const Measure& measure, Measure& rest,
                  Codebook& codebook) {
  for (std::size_t i = 0; i < table.fields.size(); ++i)
    if (table.fields[i].measure_field) note_field(table.fields[i], record.cells[i], measure, rest, codebook);
  if (table.geometry == GeometryKind::none) return;
  const bool own = measure.location.placement != Placement::district && measure.location.placement != Placement::city;
  if (own) rest.location.geometry = {};
  if (table.geometry != GeometryKind::point)
    codebook.geometries[{TableKind::measures, measure.id}] = difference_of(record.geometry, row.geometry);
}

using Measures = std::unordered_map<Id, std::pair<const Measure*, Measure>>;

void note_measures(const Table& table, const RecordFile& read, Measures& measures, Codebook& codebook) {
  std::set<Id> seen;
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    auto& [measure, rest] = measures.at(table.rows[i].id);
    if (seen.insert(measure->id).second) note_measure(table, read.records[i], table.rows[i], *measure, rest, codebook);
  }
}

void note_text(const std::string& key, const VectorCell& cell, const std::string& whole, Id district,
               Codebook& codebook) {
  if (cell_text(cell) != whole) codebook.cells[{TableKind::districts, district, key}] = {cell_text(cell), whole};
}

void note_figure(const Field& field, const VectorCell& cell, Id district, Statistic& rest, Codebook& codebook) {
  const auto figure = rest.figures.find(district);
  if (figure == rest.figures.end() || figure->second.state != Figure::State::value) return;
  if (number_from(cell) == figure->second.value)
    rest.figures.erase(figure);
  else
    codebook.cells[{TableKind::districts, district, field.key}] = {cell_text(cell), {}};
}

void note_district(const Table& table, const Record& record, const District& district,
                   std::unordered_map<Id, Statistic>& statistics, Codebook& codebook) {
  const auto& cells = record.cells;
  note_text("code", cells[field_index(table, "code")], district.code, district.id, codebook);
  note_text("name", cells[field_index(table, "name")], district.name, district.id, codebook);
  const VectorCell& official = cells[field_index(table, "official_area_m2")];
  if (number_from(official) != district.official_area_m2)
    codebook.cells[{TableKind::districts, district.id, "official_area_m2"}] = {
        cell_text(official), cell_text(Cell{*district.official_area_m2})};
  codebook.geometries[{TableKind::districts, district.id}] = difference_of(record.geometry, district.geometry);
  for (std::size_t i = 0; i < table.fields.size(); ++i)
    if (const Id statistic = table.fields[i].statistic; statistic != 0)
      note_figure(table.fields[i], cells[i], district.id, statistics.at(statistic), codebook);
}

/// Blank where the shapefile speaks; what note_district put aside comes from the codebook's cells.
District rest_of(const District& district) {
  District rest;
  rest.id = district.id;
  rest.level = district.level;
  rest.parent = district.parent;
  rest.area_m2 = district.area_m2;
  return rest;
}

template <class Record>
std::vector<std::shared_ptr<const Record>> shared(std::vector<Record> records) {
  std::vector<std::shared_ptr<const Record>> result;
  for (Record& record : records) result.push_back(std::make_shared<const Record>(std::move(record)));
  return result;
}

void set_rest(Codebook& codebook, const Plan& plan, Measures& measures, std::unordered_map<Id, Statistic>& statistics) {
  codebook.rest = plan;
  std::vector<Measure> rest_measures;
  for (const MeasurePtr& measure : plan.measures) rest_measures.push_back(std::move(measures.at(measure->id).second));
  codebook.rest.measures = shared(std::move(rest_measures));
  std::vector<Statistic> rest_statistics;
  for (const StatisticPtr& statistic : plan.statistics)
    rest_statistics.push_back(std::move(statistics.at(statistic->id)));
  codebook.rest.statistics = shared(std::move(rest_statistics));
  std::vector<District> rest_districts;
  for (const DistrictPtr& district : plan.districts) rest_districts.push_back(rest_of(*district));
  codebook.rest.districts = shared(std::move(rest_districts));
}

}  // namespace

Codebook make_codebook(const Plan& plan, const std::vector<Table>& tables, const std::filesystem::path& folder,
                       const Progress& progress) {
  Codebook codebook;
  Measures measures;
  for (const MeasurePtr& measure : plan.measures) measures[measure->id] = {measure.get(), rest_of(*measure)};
  std::unordered_map<Id, Statistic> statistics;
  for (const StatisticPtr& statistic : plan.statistics) statistics[statistic->id] = *statistic;
  std::unordered_map<Id, const District*> districts;
  for (const DistrictPtr& district : plan.districts) districts[district->id] = district.get();
  for (const Table& table : tables) {
    codebook.files.push_back(file_of(table));
    const RecordFile read = read_records(folder, codebook.files.back(), progress);
    if (table.kind == TableKind::measures)
      note_measures(table, read, measures, codebook);
    else
      for (std::size_t i = 0; i < table.rows.size(); ++i)
        note_district(table, read.records[i], *districts.at(table.rows[i].id), statistics, codebook);
  }
  set_rest(codebook, plan, measures, statistics);
  return codebook;
}

}  // namespace smile::exports
