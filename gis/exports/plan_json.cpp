#include "gis/exports/plan_json.h"

#include <charconv>
#include <nlohmann/json.hpp>

#include "gis/plan/fields.h"

namespace smile {

using Json = nlohmann::ordered_json;

// The pairs to_json and from_json stand in the namespace of the types, where the library looks for them.
namespace {

template <class T>
void put(Json& json, const char* key, const T& value) {
  if (value != T{}) json[key] = value;
}
template <class T>
void get(const Json& json, const char* key, T& value) {
  if (const auto found = json.find(key); found != json.end()) found->get_to(value);
}
template <class T>
void put(Json& json, const char* key, const std::optional<T>& value) {
  if (value) json[key] = *value;
}
template <class T>
void get(const Json& json, const char* key, std::optional<T>& value) {
  if (const auto found = json.find(key); found != json.end()) value = found->template get<T>();
}

}  // namespace

void to_json(Json& json, const Date& date) {
  json = Json::array({date.year, static_cast<int>(date.precision), date.part, date.day});
}
void from_json(const Json& json, Date& date) {
  date = {json.at(0), static_cast<DatePrecision>(std::min(json.at(1).get<unsigned>(), 4U)), json.at(2), json.at(3)};
}

void to_json(Json& json, const PhaseChange& change) {
  json = Json{{"phase", word(change.phase)}, {"date", change.date}};
}
void from_json(const Json& json, PhaseChange& change) {
  change.phase = phase_from_word(json.at("phase").get<std::string>()).value_or(Phase::none);
  json.at("date").get_to(change.date);
}

void to_json(Json& json, const Geometry& geometry) {
  json = exports::geometry_to_hex(geometry);
}
void from_json(const Json& json, Geometry& geometry) {
  geometry = exports::geometry_from_hex(json.get<std::string>());
}

void to_json(Json& json, const Location& location) {
  json = Json{{"placement", word(location.placement)}};
  put(json, "geometry", location.geometry);
  put(json, "districts", location.districts);
  put(json, "as_written", location.as_written);
}
void from_json(const Json& json, Location& location) {
  location.placement = placement_from_word(json.at("placement").get<std::string>()).value_or(Placement::none);
  get(json, "geometry", location.geometry);
  get(json, "districts", location.districts);
  get(json, "as_written", location.as_written);
}

void to_json(Json& json, const Measure& measure) {
  json = Json{{"id", measure.id}};
  Json values = Json::object();
  for (const MeasureField& field : measure_fields())
    if (const std::string stored = stored_form(field.get(measure)); !stored.empty() && field.type != FieldType::list)
      values[std::string(field.key)] = stored;
  put(json, "values", values);
  put(json, "partners", measure.partners);
  put(json, "links", measure.links);
  put(json, "phase_history", measure.phase_history);
  put(json, "extra", measure.extra);
  put(json, "location", measure.location);
}
void from_json(const Json& json, Measure& measure) {
  json.at("id").get_to(measure.id);
  if (const auto values = json.find("values"); values != json.end())
    for (const auto& [key, value] : values->items())
      if (const MeasureField* field = find_field(key))
        field->set(measure, parse_stored(*field, value.get<std::string>()).value_or(Value{}));
  get(json, "partners", measure.partners);
  get(json, "links", measure.links);
  get(json, "phase_history", measure.phase_history);
  get(json, "extra", measure.extra);
  get(json, "location", measure.location);
}

void to_json(Json& json, const Level& level) {
  json = Json{{"id", level.id}, {"name", level.name}, {"rank", level.rank}};
}
void from_json(const Json& json, Level& level) {
  level = {json.at("id"), json.at("name"), json.at("rank")};
}

void to_json(Json& json, const District& district) {
  json = Json{{"id", district.id}, {"level", district.level}};
  put(json, "parent", district.parent);
  put(json, "code", district.code);
  put(json, "name", district.name);
  put(json, "area_m2", district.area_m2);
  put(json, "official_area_m2", district.official_area_m2);
}
void from_json(const Json& json, District& district) {
  json.at("id").get_to(district.id);
  json.at("level").get_to(district.level);
  get(json, "parent", district.parent);
  get(json, "code", district.code);
  get(json, "name", district.name);
  get(json, "area_m2", district.area_m2);
  get(json, "official_area_m2", district.official_area_m2);
}

void to_json(Json& json, const Figure& figure) {
  if (figure.state == Figure::State::value)
    json = figure.value;
  else
    json = figure.state == Figure::State::suppressed ? "suppressed" : "missing";
}
void from_json(const Json& json, Figure& figure) {
  if (json.is_number())
    figure = {Figure::State::value, json.get<double>()};
  else
    figure = {json == "suppressed" ? Figure::State::suppressed : Figure::State::missing, 0};
}

void to_json(Json& json, const Statistic& statistic) {
  json = Json{{"id", statistic.id}, {"level", statistic.level}, {"name", statistic.name}};
  put(json, "year", statistic.year);
  put(json, "inhabitants", statistic.inhabitants);
  put(json, "source", statistic.source);
  for (const auto& [district, figure] : statistic.figures) json["figures"][std::to_string(district)] = figure;
}
void from_json(const Json& json, Statistic& statistic) {
  json.at("id").get_to(statistic.id);
  json.at("level").get_to(statistic.level);
  json.at("name").get_to(statistic.name);
  get(json, "year", statistic.year);
  get(json, "inhabitants", statistic.inhabitants);
  get(json, "source", statistic.source);
  if (const auto figures = json.find("figures"); figures != json.end())
    for (const auto& [district, figure] : figures->items())
      statistic.figures[std::stoll(district)] = figure.get<Figure>();
}

void to_json(Json& json, const Alias& alias) {
  json = Json{{"name", alias.name}, {"district", alias.district}};
}
void from_json(const Json& json, Alias& alias) {
  alias = {json.at("name"), json.at("district")};
}

void to_json(Json& json, const Source& source) {
  json = Json{{"what", source.what}};
  put(json, "holder", source.holder);
  put(json, "licence", source.licence);
  put(json, "date", source.date);
  put(json, "schematic", source.schematic);
}
void from_json(const Json& json, Source& source) {
  get(json, "what", source.what);
  get(json, "holder", source.holder);
  get(json, "licence", source.licence);
  get(json, "date", source.date);
  get(json, "schematic", source.schematic);
}

void to_json(Json& json, const ColumnMapping& mapping) {
  json = Json{{"header", mapping.header}, {"fields", mapping.fields}};
}
void from_json(const Json& json, ColumnMapping& mapping) {
  json.at("header").get_to(mapping.header);
  json.at("fields").get_to(mapping.fields);
}

void to_json(Json& json, const Text& sentence) {
  json = Json{{"english", sentence.english}};
  for (const Argument& argument : sentence.arguments)
    std::visit([&](const auto& value) { json["arguments"].push_back(value); }, argument);
}
void from_json(const Json& json, Text& sentence) {
  json.at("english").get_to(sentence.english);
  if (const auto arguments = json.find("arguments"); arguments != json.end())
    for (const Json& argument : *arguments) {
      if (argument.is_number_integer())
        sentence.arguments.emplace_back(argument.get<std::int64_t>());
      else if (argument.is_number())
        sentence.arguments.emplace_back(argument.get<double>());
      else
        sentence.arguments.emplace_back(argument.get<std::string>());
    }
}

void to_json(Json& json, const Issue& issue) {
  json = Json{{"severity", severity_word(issue.severity)}, {"kind", issue.kind}};
  put(json, "file", issue.file);
  put(json, "row", issue.row);
  put(json, "column", issue.column);
  put(json, "value", issue.value);
  put(json, "message", issue.message);
  put(json, "proposal", issue.proposal);
  put(json, "measure", issue.measure);
  put(json, "district", issue.district);
}
void from_json(const Json& json, Issue& issue) {
  const auto severity = json.at("severity").get<std::string>();
  issue.severity = severity == "error" ? Severity::error : severity == "warning" ? Severity::warning : Severity::note;
  json.at("kind").get_to(issue.kind);
  get(json, "file", issue.file);
  get(json, "row", issue.row);
  get(json, "column", issue.column);
  get(json, "value", issue.value);
  get(json, "message", issue.message);
  get(json, "proposal", issue.proposal);
  get(json, "measure", issue.measure);
  get(json, "district", issue.district);
}

void to_json(Json& json, const Report& report) {
  json = Json{{"id", report.id}, {"verb", report.verb}, {"file", report.file}, {"when", report.when}};
  put(json, "driver", report.driver);
  put(json, "encoding", report.encoding);
  put(json, "crs", report.crs);
  put(json, "declared", report.declared);
  put(json, "read", report.read);
  put(json, "repaired", report.repaired);
  put(json, "skipped", report.skipped);
  put(json, "issues", report.issues);
}
void from_json(const Json& json, Report& report) {
  get(json, "id", report.id);
  get(json, "verb", report.verb);
  get(json, "file", report.file);
  get(json, "when", report.when);
  get(json, "driver", report.driver);
  get(json, "encoding", report.encoding);
  get(json, "crs", report.crs);
  get(json, "declared", report.declared);
  get(json, "read", report.read);
  get(json, "repaired", report.repaired);
  get(json, "skipped", report.skipped);
  get(json, "issues", report.issues);
}

void to_json(Json& json, const LayerSettings& layer) {
  json = Json{{"layer", layer.layer}, {"visible", layer.visible}, {"opacity", layer.opacity}};
}
void from_json(const Json& json, LayerSettings& layer) {
  layer = {json.at("layer"), json.at("visible"), json.at("opacity")};
}

void to_json(Json& json, const MapStyle& style) {
  json = Json{{"figure", style.choropleth.figure},
              {"classes", style.choropleth.classes},
              {"method", static_cast<int>(style.choropleth.method)},
              {"level", style.level},
              {"measure_labels", style.measure_labels},
              {"layers", style.layers}};
}
void from_json(const Json& json, MapStyle& style) {
  json.at("figure").get_to(style.choropleth.figure);
  json.at("classes").get_to(style.choropleth.classes);
  style.choropleth.method = static_cast<ClassMethod>(std::min(json.at("method").get<unsigned>(), 3U));
  json.at("level").get_to(style.level);
  json.at("measure_labels").get_to(style.measure_labels);
  json.at("layers").get_to(style.layers);
}

namespace exports {
namespace {

template <class Record>
Json records_json(const std::vector<std::shared_ptr<const Record>>& records) {
  Json json = Json::array();
  for (const auto& record : records) json.push_back(*record);
  return json;
}
template <class Record>
void read_records(const Json& json, std::vector<std::shared_ptr<const Record>>& records) {
  for (const Json& item : json) records.push_back(std::make_shared<const Record>(item.get<Record>()));
}

Crs crs_from_json(const Json& json) {
  if (const int epsg = json.value("epsg", 0); epsg != 0) return crs_from_epsg(epsg);
  const auto wkt = json.value("wkt", std::string{});
  return wkt.empty() ? Crs{} : crs_from_text(wkt).value_or(Crs{});
}

Plan read_plan(const Json& json) {
  Plan plan;
  json.at("title").get_to(plan.title);
  json.at("currency").get_to(plan.currency);
  plan.crs = crs_from_json(json.at("crs"));
  json.at("levels").get_to(plan.levels);
  read_records(json.at("districts"), plan.districts);
  read_records(json.at("statistics"), plan.statistics);
  json.at("aliases").get_to(plan.aliases);
  read_records(json.at("measures"), plan.measures);
  json.at("sources").get_to(plan.sources);
  read_records(json.at("reports"), plan.reports);
  json.at("mappings").get_to(plan.mappings);
  json.at("style").get_to(plan.style);
  json.at("next_id").get_to(plan.next_id);
  return plan;
}

}  // namespace

std::string geometry_to_hex(const Geometry& geometry) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string out;
  for (const char c : to_wkb(geometry)) {
    out += digits[static_cast<unsigned char>(c) >> 4];
    out += digits[static_cast<unsigned char>(c) & 15];
  }
  return out;
}

Geometry geometry_from_hex(std::string_view digits) {
  std::string bytes;
  for (std::size_t i = 0; i + 1 < digits.size(); i += 2) {
    unsigned byte = 0;
    if (std::from_chars(&digits[i], &digits[i] + 2, byte, 16).ec != std::errc{}) return {};
    bytes += static_cast<char>(byte);
  }
  return from_wkb(bytes).value_or(Geometry{});
}

std::string plan_to_json(const Plan& plan) {
  Json json = {{"title", plan.title}, {"currency", plan.currency}, {"next_id", plan.next_id}};
  json["crs"] = Json{{"epsg", plan.crs.epsg}, {"wkt", plan.crs.epsg != 0 ? std::string{} : plan.crs.wkt}};
  json["levels"] = plan.levels;
  json["districts"] = records_json(plan.districts);
  json["statistics"] = records_json(plan.statistics);
  json["aliases"] = plan.aliases;
  json["measures"] = records_json(plan.measures);
  json["sources"] = plan.sources;
  json["reports"] = records_json(plan.reports);
  json["mappings"] = plan.mappings;
  json["style"] = plan.style;
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Plan plan_from_json(std::string_view json) {
  try {
    return read_plan(Json::parse(json));
  } catch (const std::exception& e) {
    throw Error(ErrorKind::unreadable,
                text("The codebook is damaged ({1}); ask for a fresh copy of the folder.", std::string(e.what())));
  }
}

}  // namespace exports
}  // namespace smile
