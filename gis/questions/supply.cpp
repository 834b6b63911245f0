// How much there is for whom.

#include <algorithm>

#include "gis/analysis/walking_time.h"
#include "gis/questions/kinds.h"
#include "gis/questions/presets.h"

namespace smile {
namespace {

using Figures = std::vector<std::optional<double>>;

AskedCapacity capacity_option(const QuestionOptions& options) {
  const std::string word = options.word("capacity");
  if (word.empty()) return {};
  if (word == "area") return {CapacityBy::area, {}};
  if (word == "count") return {CapacityBy::count, {}};
  return {CapacityBy::field, word};
}

/// One for each preset, or the one that the options spell out.
std::vector<SupplySettings> groups_of(const QuestionOptions& options, const SupplySettings& common) {
  const auto with = [&](const Preset* preset) {
    SupplySettings group = common;
    group.ages = options.ages();
    AskedDistances far = options.distances();
    if (far.metres.size() > 1)
      throw Error(ErrorKind::usage, text("Supply counts within one distance; ask again for another."));
    if (preset) take_preset(*preset, group.by, far, group.ages);
    if (!far.metres.empty()) group.distance_m = far.metres.front(), group.speed_kmh = far.speed_kmh;
    return group;
  };
  std::vector<SupplySettings> groups;
  for (const Preset& preset : presets_of(options)) groups.push_back(with(&preset));
  if (groups.empty()) groups.push_back(with(nullptr));
  return groups;
}

/// Of a column of capacity per head: small figures are told apart too.
int digits_for(const std::optional<double>& figure) {
  return std::max(2, digits_read(figure.value_or(0)));
}

/// The districts and everybody.
std::vector<DistrictSupply> rows_of(const Supply& supply) {
  std::vector<DistrictSupply> rows = supply.districts;
  rows.push_back(supply.all);
  return rows;
}

FindingTable begin_table(const std::vector<DistrictSupply>& rows, const Plan& plan) {
  std::vector<Id> ids;
  for (const DistrictSupply& row : rows) ids.push_back(row.district);
  ids.pop_back();
  return district_table(plan, std::move(ids), true);
}

template <class Get>
Figures figures(const std::vector<DistrictSupply>& rows, Get get) {
  Figures out;
  for (const DistrictSupply& row : rows) out.emplace_back(get(row));
  return out;
}

Figures people_of_rows(const std::vector<DistrictSupply>& rows) {
  return figures(rows, [](const auto& row) { return row.people; });
}
Figures reached_of_rows(const std::vector<DistrictSupply>& rows) {
  return figures(rows, [](const auto& row) { return row.reached; });
}

void add_target_columns(FindingTable& table, const std::vector<DistrictSupply>& rows, const std::string& unit) {
  table.columns.push_back(
      figures_column(text("Needed, {1}", unit), figures(rows, [](const auto& row) { return row.need; })));
  table.columns.push_back(
      figures_column(text("Missing, {1}", unit), figures(rows, [](const auto& row) { return row.missing; })));
  FindingColumn coverage =
      figures_column(text("Coverage, %"), figures(rows, [](const auto& row) { return row.coverage; }), 1);
  coverage.share = true;
  table.columns.push_back(std::move(coverage));
}

void add_reach_columns(FindingTable& table, const std::vector<DistrictSupply>& rows, const SupplySettings& settings,
                       const std::string& unit) {
  const std::string far = far_in_words(settings.distance_m, settings.speed_kmh);
  table.columns.push_back(figures_column(text("within {1}", far), reached_of_rows(rows)));
  table.columns.push_back(share_column(text("within {1}, %", far), reached_of_rows(rows), people_of_rows(rows)));
  table.columns.push_back(figures_column(text("{1} {2} in reach", unit, per_in_words(settings.per)),
                                         figures(rows, [](const auto& row) { return row.in_reach; }),
                                         digits_for(rows.back().in_reach)));
}

std::string ages_word(AgeRange ages) {
  return ages.everybody() ? say("all") : written(ages);
}

FindingTable table_of(const SupplyAnswer& found, std::size_t group, const Plan& plan) {
  const std::vector<DistrictSupply> rows = rows_of(found.groups[group]);
  const SupplySettings& settings = found.question.groups[group];
  FindingTable table = begin_table(rows, plan);
  if (found.groups.size() > 1) table.title = text("By district, ages {1}", ages_word(settings.ages));
  table.columns.push_back(figures_column(text("People"), people_of_rows(rows)));
  table.columns.push_back(
      figures_column(text("Number of places"), figures(rows, [](const auto& row) { return row.places; })));
  table.columns.push_back(
      figures_column(text("Capacity, {1}", found.unit), figures(rows, [](const auto& row) { return row.capacity; })));
  table.columns.push_back(figures_column(text("{1} {2}", found.unit, per_in_words(settings.per)),
                                         figures(rows, [](const auto& row) { return row.ratio; }),
                                         digits_for(rows.back().ratio)));
  if (settings.target) add_target_columns(table, rows, found.unit);
  if (settings.distance_m > 0) add_reach_columns(table, rows, settings, found.unit);
  if (found.unknown > 0)
    table.columns.push_back(
        figures_column(text("Places of unknown capacity"), figures(rows, [](const auto& row) { return row.unknown; })));
  return table;
}

/// All groups side by side: people, and how many of them are reached.
FindingTable overview(const SupplyAnswer& found, const Plan& plan) {
  FindingTable table;
  for (std::size_t group = 0; group < found.groups.size(); ++group) {
    const SupplySettings& settings = found.question.groups[group];
    const std::vector<DistrictSupply> rows = rows_of(found.groups[group]);
    if (group == 0) table = begin_table(rows, plan);
    const std::string ages = ages_word(settings.ages);
    const std::string far = far_in_words(settings.distance_m, settings.speed_kmh);
    table.columns.push_back(figures_column(text("People, ages {1}", ages), people_of_rows(rows)));
    table.columns.push_back(
        share_column(text("ages {1} within {2}, %", ages, far), reached_of_rows(rows), people_of_rows(rows)));
  }
  return table;
}

/// The bars: what is missing, else who is reached, else the ratio.
int column_to_show(const SupplyAnswer& found) {
  if (found.groups.size() > 1) return 3;
  const SupplySettings& settings = found.question.groups.front();
  return settings.target ? 7 : settings.distance_m > 0 ? 7 : 5;
}

}  // namespace

SupplyQuestion supply_question(const QuestionOptions& options) {
  SupplyQuestion question;
  question.places = options.places("places");
  if (question.places.none())
    throw Error(ErrorKind::usage, text("Say which places people need: --places LAYER, or --places measures."));
  question.capacity = capacity_option(options);
  question.unit = options.word("unit");
  SupplySettings common;
  if (options.has("target")) common.target = options.number("target", 0);
  common.per = options.number("per", 1);
  common.by = options.by();
  common.level = options.level();
  question.groups = groups_of(options, common);
  return question;
}

Answer ask_supply(const AskedPlan& asked) {
  return told(answer(supply_question(asked.options), asked.plan, asked.place, asked.progress), asked.options);
}

Answer told(const SupplyAnswer& found, const QuestionOptions& options) {
  const Plan& plan = options.plan();
  Answer out;
  Finding& finding = out.finding;
  finding.name = str(text("{1}: how much there is for whom", in_words(found.question.places, plan)));
  finding.sentences = sentences_of(found, plan);
  finding.method = found.method;
  add_presets(finding.method, options);
  finding.sources = found.sources;
  if (found.groups.size() > 1) finding.tables.push_back(overview(found, plan));
  for (std::size_t group = 0; group < found.groups.size(); ++group)
    finding.tables.push_back(table_of(found, group, plan));
  finding.chart = {FindingChart::Kind::bars, 1, 0, column_to_show(found)};
  LayerData districts = supply_features(found, plan);
  if (districts.features.size() > 0) out.map = FoundLayer{layer_of_supply(found, finding.name), std::move(districts)};
  return out;
}

}  // namespace smile
