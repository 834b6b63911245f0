#include <algorithm>

#include "gis/analysis/district_figures.h"
#include "gis/exports/names.h"
#include "gis/exports/tables.h"

namespace smile::exports {
namespace {

// A DBF has at most 255 columns; what is beyond stays in the codebook.
constexpr std::size_t most_columns = 255;

constexpr std::string_view block_shorts[] = {"B_NONE", "B_CITIZENS", "B_GOVERN", "B_PLACES", "B_EXCHANGE"};
constexpr std::string_view phase_shorts[] = {"P_NONE",  "P_IDEA",    "P_PROPOSED", "P_CHECKED", "P_MATRIX",
                                             "P_SHORT", "P_DECIDED", "P_PROGRESS", "P_DONE",    "P_REJECTED"};

std::string key_of(std::string_view prefix, std::string_view word) {
  return std::string(prefix) + "_" + (word.empty() ? "none" : std::string(word));
}

Text choice_text(std::span<const Choice> choices, std::string_view word, const Text& otherwise) {
  for (const Choice& choice : choices)
    if (choice.word == word) return Text{std::string(choice.label), {}};
  return otherwise;
}

std::vector<Field> own_fields(const Plan& plan) {
  std::vector<Field> fields;
  fields.push_back(
      {"id", "ID", text("Id"), CellType::integer, "", text("Number of the district in the plan; stays the same")});
  fields.push_back({"code", "CODE", text("Code"), CellType::text, "", text("Code of the district in its level")});
  fields.push_back({"name", "NAME", text("Name"), CellType::text, "", text("Name of the district")});
  fields.push_back({"level", "LEVEL", text("Level"), CellType::text, "", text("Level of the hierarchy"), true});
  fields.push_back({"parent_code", "PARENT", text("Parent"), CellType::text, "",
                    text("Code of the district of the next coarser level to which it belongs")});
  fields.push_back({"area_m2", "AREA_M2", text("Area"), CellType::real, "m²",
                    text("Area of the drawn boundary, planar in the plan's coordinate system"), true});
  fields.push_back({"official_area_m2", "AREA_OFF", text("Official area"), CellType::real, "m²",
                    text("Area that the source states where the boundary is schematic")});
  fields.push_back({"inhabitants", "INHAB", text("Inhabitants"), CellType::real, "",
                    text("The newest figure of all inhabitants"), true});
  fields.push_back({"measures", "MEASURES", text("Measures"), CellType::integer, "",
                    text("Measures that have at least a part here, each counted once; rejected ones are not"), true});
  fields.push_back({"cost", "COST", text("Cost"), CellType::money, plan.currency,
                    text("Likely one-off cost, shared out by sites, length or area, without rejected measures"), true});
  fields.push_back({"cost_per_head", "COST_HEAD", text("Cost per head"), CellType::real, plan.currency,
                    text("Cost divided by inhabitants"), true});
  fields.push_back({"measures_without_cost", "NO_COST", text("Measures without cost"), CellType::integer, "",
                    text("Measures here whose cost is missing; missing is not 0"), true});
  return fields;
}

void add_count_fields(std::vector<Field>& fields) {
  for (std::size_t i = 0; i < std::size(block_shorts); ++i) {
    const std::string_view block = word(static_cast<Block>(i));
    fields.push_back({key_of("block", block), std::string(block_shorts[i]),
                      choice_text(block_choices(), block, text("No building block")), CellType::integer, "",
                      text("Measures of this building block"), true});
  }
  for (std::size_t i = 0; i < std::size(phase_shorts); ++i) {
    const std::string_view phase = word(static_cast<Phase>(i));
    fields.push_back({key_of("phase", phase), std::string(phase_shorts[i]),
                      choice_text(phase_choices(), phase, text("No phase")), CellType::integer, "",
                      text("Measures in this phase"), true});
  }
}

Field statistic_field(const Statistic& statistic, UniqueNames& keys, UniqueNames& shorts) {
  std::string key = slug(statistic.name);
  if (key.empty()) key = "statistic";
  if (statistic.year > 0) key += "_" + std::to_string(statistic.year);
  Field field;
  field.key = keys.take(key);
  field.short_name = shorts.take(statistic_short_name(statistic));
  field.label = statistic.year > 0 ? text("{1} ({2})", statistic.name, std::to_string(statistic.year))
                                   : text("{1}", statistic.name);
  field.type = CellType::real;
  field.meaning = statistic.source.empty() ? text("Statistic") : text("Statistic from “{1}”", statistic.source);
  field.statistic = statistic.id;
  return field;
}

std::vector<Field> district_fields(const Plan& plan, Id level) {
  std::vector<Field> fields = own_fields(plan);
  add_count_fields(fields);
  fields.push_back({"suppressed", "SUPPRESSED", text("Suppressed figures"), CellType::text, "",
                    text("Keys of the statistics that the source keeps secret here; other empty figures are missing"),
                    true});
  UniqueNames keys(120), shorts(10);
  for (const Field& field : fields) {
    keys.take(field.key);
    shorts.take(field.short_name);
  }
  std::vector<const Statistic*> statistics;
  for (const StatisticPtr& statistic : plan.statistics)
    if (statistic->level == level) statistics.push_back(statistic.get());
  // By id: a further statistic has a higher one, so that the names of the others stay.
  std::sort(statistics.begin(), statistics.end(), [](auto* a, auto* b) { return a->id < b->id; });
  for (const Statistic* statistic : statistics)
    if (fields.size() < most_columns) fields.push_back(statistic_field(*statistic, keys, shorts));
  return fields;
}

Cell figure_cell(const Plan& plan, Id statistic, Id district, std::string_view key, std::string& suppressed) {
  const auto found =
      std::find_if(plan.statistics.begin(), plan.statistics.end(), [&](const auto& s) { return s->id == statistic; });
  const auto figure = (*found)->figures.find(district);
  if (figure == (*found)->figures.end()) return {};
  if (figure->second.state == Figure::State::suppressed) {
    suppressed += (suppressed.empty() ? "" : "; ") + std::string(key);
    return Suppressed{};
  }
  return figure->second.state == Figure::State::value ? Cell{figure->second.value} : Cell{};
}

Cell optional_real(const std::optional<double>& value) {
  return value ? Cell{*value} : Cell{};
}

Cell optional_text(const std::string& value) {
  return value.empty() ? Cell{} : Cell{value};
}

void add_figures(std::vector<Cell>& cells, const DistrictFigures& figures) {
  const auto count = [](int n) { return Cell{std::int64_t{n}}; };
  cells.push_back(optional_real(figures.inhabitants));
  cells.push_back(count(figures.measures));
  cells.push_back(figures.cost);
  cells.push_back(optional_real(figures.cost_per_head));
  cells.push_back(count(figures.measures_without_cost));
  for (const int n : figures.by_block) cells.push_back(count(n));
  for (const int n : figures.by_phase) cells.push_back(count(n));
}

Row district_row(const Plan& plan, const Table& table, const District& district, const DistrictFigures& figures) {
  const District* parent = find_district(plan, district.parent);
  const Level* level = find_level(plan, district.level);
  Row row;
  row.id = district.id;
  row.geometry = district.geometry;
  row.cells = {district.id,
               optional_text(district.code),
               optional_text(district.name),
               optional_text(level ? level->name : ""),
               optional_text(parent ? parent->code : ""),
               district.area_m2,
               optional_real(district.official_area_m2)};
  add_figures(row.cells, figures);
  const std::size_t at_suppressed = row.cells.size();
  row.cells.emplace_back();
  std::string suppressed;
  for (std::size_t i = row.cells.size(); i < table.fields.size(); ++i)
    row.cells.push_back(figure_cell(plan, table.fields[i].statistic, district.id, table.fields[i].key, suppressed));
  row.cells[at_suppressed] = optional_text(suppressed);
  return row;
}

Table district_table(const Plan& plan, const Level& level, const std::string& name, const Progress& progress) {
  Table table{name,
              text("Districts: {1}", level.name),
              TableKind::districts,
              GeometryKind::area,
              level.id,
              district_fields(plan, level.id),
              {}};
  const FiguresResult result = district_figures(plan, level.id, progress);
  for (const DistrictPtr& district : districts_of(plan, level.id)) {
    const auto figures = std::find_if(result.districts.begin(), result.districts.end(),
                                      [&](const DistrictFigures& f) { return f.district == district->id; });
    table.rows.push_back(
        district_row(plan, table, *district, figures == result.districts.end() ? DistrictFigures{} : *figures));
  }
  return table;
}

}  // namespace

std::vector<Table> district_tables(const Plan& plan, const Progress& progress) {
  std::vector<Table> tables;
  UniqueNames names(60);
  for (const Level& level : plan.levels) {
    progress.check();
    std::string part = slug(level.name);
    if (part.empty()) part = "level_" + std::to_string(level.rank + 1);
    tables.push_back(district_table(plan, level, names.take("districts_" + part), progress));
  }
  return tables;
}

Table all_districts(const Plan& plan, const Progress& progress) {
  Table all{"districts", text("Districts"), TableKind::districts, GeometryKind::none, 0, {}, {}};
  const std::vector<Table> levels = district_tables(plan, progress);
  for (const Table& table : levels)
    for (const Field& field : table.fields)
      if (field_index(all, field.key) == all.fields.size()) all.fields.push_back(field);
  for (const Table& table : levels)
    for (const Row& row : table.rows) {
      Row wide{row.id, 0, std::vector<Cell>(all.fields.size()), {}};
      for (std::size_t i = 0; i < row.cells.size(); ++i)
        wide.cells[field_index(all, table.fields[i].key)] = row.cells[i];
      all.rows.push_back(std::move(wide));
    }
  return all;
}

}  // namespace smile::exports
