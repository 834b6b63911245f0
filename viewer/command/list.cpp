#include <algorithm>
#include <cstdio>
#include <iostream>
#include <nlohmann/json.hpp>

#include "gis/analysis/which_district.h"
#include "gis/geometry/overlay.h"
#include "gis/plan/fields.h"
#include "gis/plan/pursued.h"
#include "gis/plan/steps.h"
#include "gis/store/plan_file.h"
#include "gis/words/numbers.h"
#include "viewer/command/command.h"

namespace smile::viewer::command {
namespace {

using Json = nlohmann::ordered_json;

Json nullable(const std::optional<double>& value) {
  return value ? Json(*value) : Json();
}

Json to_json(const Value& value) {
  if (std::holds_alternative<std::monostate>(value)) return {};
  if (const auto* money = std::get_if<Money>(&value)) return static_cast<double>(money->cents) / 100;
  return stored_form(value);
}

Json figure_to_json(const Figure& figure) {
  switch (figure.state) {
    case Figure::State::value:
      return figure.value;
    case Figure::State::suppressed:
      return "suppressed";
    case Figure::State::missing:
      break;
  }
  return {};
}

Json district_to_json(const Plan& plan, const District& district) {
  const District* parent = find_district(plan, district.parent);
  const Level* level = find_level(plan, district.level);
  Json item = {{"id", district.id},
               {"code", district.code},
               {"name", district.name},
               {"level", level ? Json(level->name) : Json()},
               {"parent", parent ? Json(parent->code) : Json()},
               {"area_m2", district.area_m2},
               {"inhabitants", nullable(inhabitants(plan, district.id))}};
  if (district.official_area_m2) item["official_area_m2"] = *district.official_area_m2;
  return item;
}

Json districts(const Plan& plan, Id level) {
  Json list = Json::array();
  for (const DistrictPtr& district : plan.districts)
    if (level == 0 || district->level == level) list.push_back(district_to_json(plan, *district));
  return {{"districts", list}};
}

Json measure_to_json(const Plan& plan, const Measure& measure, const DistrictIndex& index, const Transform* degrees) {
  Json item = {{"id", measure.id}};
  for (const MeasureField& field : measure_fields()) item[std::string(field.key)] = to_json(field.get(measure));
  item["placement"] = word(measure.location.placement);
  item["districts"] = Json::array();
  for (const DistrictShare& share : districts_of_measure(measure, plan, index)) {
    const District* district = find_district(plan, share.district);
    Json part = {{"code", district->code}, {"name", district->name}, {"share", share.share}};
    if (share.on_border) part["on_border"] = true;
    item["districts"].push_back(part);
  }
  std::optional<Point> position;
  if (degrees && !measure.location.geometry.empty()) position = (*degrees)(label_point(measure.location.geometry));
  item["lon"] = position ? Json(position->x) : Json();
  item["lat"] = position ? Json(position->y) : Json();
  item["currency"] = plan.currency;
  if (plan.currency == "EUR") item["cost_eur"] = item["cost"];
  item["extra"] = Json::object();
  for (const auto& [column, value] : measure.extra) item["extra"][column] = value;
  return item;
}

Json measures(const Plan& plan, Id level) {
  const auto index = district_index(plan, level);
  std::optional<Transform> degrees;
  if (plan.crs.known()) degrees.emplace(plan.crs, crs_from_epsg(4326));
  Json list = Json::array();
  for (const MeasurePtr& measure : plan.measures)
    list.push_back(measure_to_json(plan, *measure, *index, degrees ? &*degrees : nullptr));
  return {{"measures", list}};
}

Json statistics(const Plan& plan) {
  Json list = Json::array();
  for (const StatisticPtr& statistic : plan.statistics) {
    const Level* level = find_level(plan, statistic->level);
    Json item = {{"id", statistic->id},
                 {"name", statistic->name},
                 {"year", statistic->year == 0 ? Json() : Json(statistic->year)},
                 {"level", level ? Json(level->name) : Json()},
                 {"inhabitants", statistic->inhabitants},
                 {"source", statistic->source},
                 {"figures", Json::object()}};
    for (const auto& [id, figure] : statistic->figures)
      if (const District* district = find_district(plan, id)) item["figures"][district->code] = figure_to_json(figure);
    list.push_back(std::move(item));
  }
  return {{"statistics", list}};
}

std::string_view source_word(LayerSource::Kind kind) {
  constexpr std::string_view words[] = {"file", "plan", "wms", "wmts", "xyz"};
  return words[static_cast<std::size_t>(kind)];
}

Json layer_list(const Plan& plan) {
  Json list = Json::array();
  for (const LayerSettings& settings : plan.style.layers) {
    const MapLayer* layer = find_layer(plan, layer_of_key(settings.layer));
    Json item = {{"name", layer != nullptr ? layer->name : settings.layer},
                 {"visible", settings.visible},
                 {"opacity", settings.opacity}};
    if (layer != nullptr) {
      item["id"] = layer->id;
      item["source"] = source_word(layer->source.kind);
      item["file"] = layer->source.file;
      item["layer"] = layer->source.layer;
      item["topic"] = word(layer->style.topic);
      item["use"] = word(layer->use.kind);
      item["features"] = layer->features;
      item["credit"] = layer->credit;
      item["offline"] = layer->source.offline;
    }
    list.push_back(std::move(item));
  }
  return {{"layers", list}};
}

Json reports(const Plan& plan) {
  Json list = Json::array();
  for (const ReportPtr& r : plan.reports)
    list.push_back({{"verb", r->verb},
                    {"file", r->file},
                    {"when", r->when},
                    {"driver", r->driver},
                    {"encoding", r->encoding},
                    {"crs", r->crs},
                    {"declared", r->declared},
                    {"read", r->read},
                    {"repaired", r->repaired},
                    {"skipped", r->skipped},
                    {"issues", command::to_json(r->issues)}});
  return {{"reports", list}};
}

Json scenarios(const Plan& plan) {
  Json list = Json::array();
  for (const Scenario& scenario : plan.scenarios) {
    const CostOfMeasures cost = cost_of(measures_of(plan, scenario.id));
    list.push_back({{"id", scenario.id},
                    {"name", scenario.name},
                    {"shown", scenario.id == plan.style.scenario},
                    {"count", scenario.measures.size()},
                    {"cost", static_cast<double>(cost.sum.cents) / 100},
                    {"currency", plan.currency},
                    {"without_cost", cost.without_cost},
                    {"rejected", cost.rejected},
                    {"measures", scenario.measures}});
  }
  return {{"scenarios", list}};
}

Json steps(const Plan& plan) {
  Json list = Json::array();
  for (std::size_t i = 0; i < plan.steps.size(); ++i) {
    const Step& step = *plan.steps[i];
    const District* district = find_district(plan, step.district);
    const Finding* finding = find_finding(plan, step.finding);
    list.push_back({{"id", step.id},
                    {"number", i + 1},
                    {"title", step.title},
                    {"body", step.body},
                    {"notes", step.notes},
                    {"district", district ? Json(district->code) : Json()},
                    {"panel", word(step.panel)},
                    {"finding", finding ? Json(finding->name) : Json()},
                    {"extent", {step.ground.min_x, step.ground.min_y, step.ground.max_x, step.ground.max_y}},
                    {"measures", step.measures},
                    {"hidden", step.hidden},
                    {"marks", step.marks.size()}});
  }
  return {{"steps", list}};
}

Json versions(const PlanFile& file) {
  Json list = Json::array();
  for (const NamedVersion& version : file.versions())
    list.push_back({{"id", version.id}, {"name", version.name}, {"when", version.when}});
  return {{"versions", list}};
}

Json list_of(const PlanFile& file, const std::string& what, const Call& call) {
  const Plan& plan = *file.plan();
  if (what == "districts") return districts(plan, level_option(call, plan));
  if (what == "measures") return measures(plan, level_option(call, plan));
  if (what == "statistics") return statistics(plan);
  if (what == "layers") return layer_list(plan);
  if (what == "scenarios") return scenarios(plan);
  if (what == "steps") return steps(plan);
  if (what == "reports") return reports(plan);
  if (what == "versions") return versions(file);
  throw Error(
      ErrorKind::usage,
      text("“{1}” can't be listed; say measures, districts, statistics, layers, scenarios, steps, reports or versions.",
           what));
}

/// In the order they first appear; lists and objects are left to --json.
std::vector<std::string> columns_of(const Json& records) {
  std::vector<std::string> columns;
  for (const Json& record : records)
    for (const auto& [key, value] : record.items())
      if (!value.is_structured() && std::find(columns.begin(), columns.end(), key) == columns.end())
        columns.push_back(key);
  return columns;
}

/// No more digits than are true.
std::string number_words(const std::string& key, double value) {
  const int decimals = key.ends_with("area_m2") ? 1 : key == "lon" || key == "lat" ? 7 : key == "inhabitants" ? 0 : 2;
  char buffer[64];
  std::snprintf(buffer, sizeof buffer, "%.*f", decimals, value);
  std::string words = buffer;
  if (decimals == 2 && words.ends_with(".00")) words.resize(words.size() - 3);
  return words;
}

std::string cell(const std::string& key, const Json& record) {
  const auto found = record.find(key);
  if (found == record.end() || found->is_null() || found->is_structured()) return {};
  if (found->is_number_float()) return number_words(key, found->get<double>());
  if (!found->is_string()) return found->dump();
  std::string words = found->get<std::string>();
  std::replace_if(
      words.begin(), words.end(), [](char c) { return c == '\t' || c == '\n' || c == '\r'; }, ' ');
  return words;
}

/// A header, then one record a line, cells parted by tabulators: what a terminal and a spreadsheet can both take.
void print_lines(const Json& records) {
  const std::vector<std::string> columns = columns_of(records);
  const auto print = [&](auto&& cell_of) {
    for (std::size_t i = 0; i < columns.size(); ++i) std::cout << (i > 0 ? "\t" : "") << cell_of(columns[i]);
    std::cout << "\n";
  };
  if (!columns.empty()) print([](const std::string& key) { return key; });
  for (const Json& record : records) print([&](const std::string& key) { return cell(key, record); });
}

}  // namespace

int run_list(const Call& call) {
  const PlanFile file = PlanFile::open(call.words[0], PlanFile::Mode::read);
  const Json list = list_of(file, call.words[1], call);
  if (call.json())
    print_json(list);
  else
    print_lines(list.begin().value());
  return 0;
}

}  // namespace smile::viewer::command
