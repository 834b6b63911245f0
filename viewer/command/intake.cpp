#include "viewer/command/intake.h"

#include <algorithm>
#include <iostream>
#include <nlohmann/json.hpp>

#include "gis/formats/map_service.h"
#include "gis/intake/layers.h"
#include "gis/intake/measures.h"
#include "gis/intake/rasters.h"
#include "gis/intake/statistics.h"

namespace smile::viewer::command {
namespace {

std::optional<Crs> crs_option(const Call& call, std::string_view option) {
  const auto given = call.value(option);
  if (!given) return std::nullopt;
  if (auto crs = crs_from_text(*given)) return crs;
  throw Error(ErrorKind::usage, text("“{1}” is no coordinate system; write it as EPSG:25833.", *given));
}

/// "left=right"; the last sign parts them, since names hold equal signs more often than codes do.
std::pair<std::string, std::string> pair_of(const std::string& given, std::string_view option) {
  const std::size_t equals = given.rfind('=');
  if (equals == std::string::npos || equals == 0)
    throw Error(ErrorKind::usage,
                text("“{1}” after {2} needs an equals sign between two words.", given, std::string(option)));
  return {given.substr(0, equals), given.substr(equals + 1)};
}

std::vector<std::pair<std::string, std::string>> pairs(const Call& call, std::string_view option) {
  std::vector<std::pair<std::string, std::string>> all;
  for (const std::string& given : call.values(option)) all.push_back(pair_of(given, option));
  return all;
}

Intake prepare_districts(const std::string& file, const Call& call, const Plan& plan, const Progress& progress) {
  if (is_text_table(file))
    throw Error(ErrorKind::usage, text("{1} is a table without shapes; districts come from a shapefile, GeoPackage, "
                                       "GeoJSON, KML, GML, FlatGeobuf or DXF.",
                                       file));
  DistrictOptions options;
  options.level = call.value("--level").value_or("");
  options.name_field = call.value("--name-field");
  options.code_field = call.value("--code-field");
  options.plan_crs = crs_option(call, "--plan-crs");
  return intake_districts(read_features(file, read_options(call, plan), progress), options, plan, progress);
}

Intake prepare_measures(const std::string& file, const Call& call, const Plan& plan, const Progress& progress) {
  MeasureOptions options;
  options.crs = crs_option(call, "--crs");
  const auto mapping = pairs(call, "--map");
  if (!is_text_table(file)) {
    const FeatureTable table = read_features(file, read_options(call, plan), progress);
    if (!mapping.empty())
      options.mapping = with_user_targets(guess_mapping(as_text_table(table), plan), as_text_table(table), mapping);
    return intake_measures(table, file, options, plan, progress);
  }
  const TextTable table = read_text_table(file, table_options(call), progress);
  if (!mapping.empty()) options.mapping = with_user_targets(guess_mapping(table, plan), table, mapping);
  return intake_measures(table, file, options, plan, progress);
}

Intake prepare_statistics(const std::string& file, const Call& call, const Plan& plan, const Progress& progress) {
  StatisticsOptions options;
  options.level = call.value("--level");
  options.key_field = call.value("--key-field");
  options.inhabitants = call.value("--inhabitants");
  if (const auto year = integer(call, "--year")) options.year = static_cast<int>(*year);
  options.aliases = pairs(call, "--alias");
  const TextTable table = is_text_table(file) ? read_text_table(file, table_options(call), progress)
                                              : as_text_table(read_features(file, read_options(call, plan), progress));
  return intake_statistics(table, file, options, plan, progress);
}

/// What the server offers, for a sentence: the first few.
std::string layers_in_words(const ServiceOptions& options) {
  std::string words;
  int count = 0;
  for (const ServiceLayer& layer : layers_of_service(service_source(options), terminal_progress())) {
    if (++count > 30) return words + ", …";
    words += (words.empty() ? "" : ", ") + layer.name;
  }
  return words;
}

/// A GeoPackage may hold both: then the layer that was named decides.
bool is_raster(const std::string& file, const LayerOptions& options) {
  const std::vector<std::string> rasters = rasters_in(file);
  if (options.read.layer) return std::find(rasters.begin(), rasters.end(), *options.read.layer) != rasters.end();
  return is_raster_file(file);
}

std::optional<ServiceOptions> service_options(const Call& call) {
  ServiceOptions options;
  for (const auto& [option, kind] : {std::pair{"--wms", LayerSource::Kind::wms},
                                     {"--wmts", LayerSource::Kind::wmts},
                                     {"--xyz", LayerSource::Kind::xyz}}) {
    const auto address = call.value(option);
    if (!address) continue;
    options.kind = kind;
    options.address = *address;
    options.layer = call.value(kind == LayerSource::Kind::xyz ? "--zooms" : "--layer").value_or("");
    options.name = call.value("--name").value_or("");
    options.credit = call.value("--credit").value_or("");
    if (options.layer.empty() && kind != LayerSource::Kind::xyz)
      throw Error(ErrorKind::usage, text("{1} needs --layer NAME; it has: {2}.", option, layers_in_words(options)));
    return options;
  }
  return std::nullopt;
}

Intake prepare_layer(const std::string& file, const Call& call, const Plan& plan, const Progress& progress) {
  if (const auto service = service_options(call)) return intake_service(*service, plan, progress);
  const LayerOptions options = layer_options(call, plan);
  const std::filesystem::path folder = std::filesystem::absolute(call.words[0]).parent_path();
  return is_raster(file, options) ? intake_raster(file, options, plan, folder, progress)
                                  : intake_layer(file, options, plan, folder, progress);
}

}  // namespace

ReadOptions read_options(const Call& call, const Plan& plan) {
  ReadOptions options;
  options.layer = call.value("--layer");
  options.crs = call.value("--crs");
  options.encoding = call.value("--encoding");
  options.city = city_in_degrees(plan);
  return options;
}

TextTableOptions table_options(const Call& call) {
  TextTableOptions options;
  options.encoding = call.value("--encoding");
  options.sheet = call.value("--sheet");
  options.header_row = integer(call, "--header-row");
  if (const auto delimiter = call.value("--delimiter")) {
    if (*delimiter != "tab" && delimiter->size() != 1)
      throw Error(ErrorKind::usage, text("“{1}” after {2} is no single character.", *delimiter, "--delimiter"));
    options.delimiter = *delimiter == "tab" ? '\t' : delimiter->front();
  }
  return options;
}

LayerOptions layer_options(const Call& call, const Plan& plan) {
  LayerOptions options;
  options.name = call.value("--name").value_or("");
  options.credit = call.value("--credit").value_or("");
  options.read = read_options(call, plan);
  return options;
}

Kind kind_from_word(const std::string& word) {
  if (word == "districts") return Kind::districts;
  if (word == "measures") return Kind::measures;
  if (word == "statistics") return Kind::statistics;
  if (word == "layer") return Kind::layer;
  throw Error(
      ErrorKind::usage,
      text("“{1}” can't be added; say districts, measures, statistics, population, network, places or layer.", word));
}

Intake prepare(Kind kind, const std::string& file, const Call& call, const Plan& plan) {
  const Progress progress = terminal_progress();
  switch (kind) {
    case Kind::districts:
      return prepare_districts(file, call, plan, progress);
    case Kind::measures:
      return prepare_measures(file, call, plan, progress);
    case Kind::layer:
      return prepare_layer(file, call, plan, progress);
    case Kind::statistics:
      break;
  }
  return prepare_statistics(file, call, plan, progress);
}

Issues look_at(const std::string& file, const Call& call) {
  ReadOptions options = read_options(call, Plan{});
  options.without_crs = true;
  return read_features(file, options, terminal_progress()).report.issues;
}

Kind guess_kind(const std::string& file) {
  if (is_text_table(file)) return Kind::measures;
  for (const LayerInfo& layer : layers_in(file))
    if (layer.kind == GeometryKind::area) return Kind::districts;
  return Kind::measures;
}

/// What is none is not said: "21 added, of 21 rows."
std::string counts_in_words(const Intake& intake) {
  std::string words;
  const auto add = [&](std::int64_t count, const Text& part) {
    if (count > 0) words += (words.empty() ? "" : ", ") + str(part);
  };
  add(intake.added, text("{1} added", intake.added));
  add(intake.updated, text("{1} updated", intake.updated));
  add(intake.unchanged, text("{1} unchanged", intake.unchanged));
  if (words.empty()) words = say("nothing added");
  if (intake.report.verb == "layer") return str(text_n(intake.rows, "{1} feature.", "{1} features.", intake.rows));
  if (intake.report.verb == "statistics")
    return str(text("{1} of {2} rows fit a district. Columns of figures: {3}.", intake.placed, intake.rows, words));
  return str(text("{1}, of {2} rows.", words, intake.rows));
}

int report(const Intake& intake, const Call& call) {
  return report(intake, call, nlohmann::ordered_json::object());
}

int report(const Intake& intake, const Call& call, const nlohmann::ordered_json& more) {
  if (call.json()) {
    const Report& r = intake.report;
    nlohmann::ordered_json json = {{"added", intake.added},         {"updated", intake.updated},
                                   {"unchanged", intake.unchanged}, {"rows", intake.rows},
                                   {"placed", intake.placed},       {"unplaced", intake.unplaced}};
    json.update(more);
    json["issues"] = to_json(r.issues);
    json["report"] = {{"file", r.file},         {"driver", r.driver}, {"encoding", r.encoding}, {"crs", r.crs},
                      {"declared", r.declared}, {"read", r.read},     {"repaired", r.repaired}, {"skipped", r.skipped}};
    print_json(json);
  } else {
    std::cout << counts_in_words(intake) << "\n";
    print_issues(intake.report.issues);
  }
  return exit_code(intake.report.issues);
}

}  // namespace smile::viewer::command
