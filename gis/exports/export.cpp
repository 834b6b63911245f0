#include "gis/exports/export.h"

#include "gis/exports/preflight_issues.h"
#include "gis/exports/publish.h"
#include "gis/exports/writers.h"

namespace smile {
namespace {

constexpr std::pair<ExportFormat, std::string_view> formats[] = {{ExportFormat::shapefile, "shapefile"},
                                                                 {ExportFormat::gpkg, "gpkg"},
                                                                 {ExportFormat::geojson, "geojson"},
                                                                 {ExportFormat::csv, "csv"},
                                                                 {ExportFormat::xlsx, "xlsx"}};

std::vector<FieldName> short_names(const exports::Handover& handover) {
  std::vector<FieldName> names;
  if (handover.format != ExportFormat::shapefile) return names;
  for (const exports::Table& table : handover.tables)
    for (const exports::Field& field : table.fields)
      names.push_back({table.name + (table.geometry == GeometryKind::none ? ".dbf" : ".shp"), field.key,
                       str(field.label), field.short_name});
  return names;
}

/// part: the plan with the measures that are handed over. Results speak of the whole plan.
exports::Handover handover_of(const Plan& plan, const Plan& part, const ExportSettings& settings,
                              const Progress& progress) {
  const bool tables = settings.format == ExportFormat::csv || settings.format == ExportFormat::xlsx;
  if (!settings.result.empty() && !tables)
    throw Error(ErrorKind::usage, text("A result is written as csv or xlsx; its map is a layer of the plan: --layer."));
  std::vector<exports::FindingSheet> findings;
  if (tables && settings.measures.empty()) findings = exports::finding_sheets(plan, settings.result);
  return settings.result.empty() ? exports::handover(part, settings.format, std::move(findings), progress)
                                 : exports::handover(settings.format, std::move(findings));
}

}  // namespace

std::optional<ExportFormat> export_format_from_word(std::string_view wanted) {
  for (const auto& [format, name] : formats)
    if (name == wanted) return format;
  return std::nullopt;
}

std::string_view word(ExportFormat wanted) {
  for (const auto& [format, name] : formats)
    if (format == wanted) return name;
  return {};
}

Preflight preflight(const Plan& plan, const ExportSettings& settings) {
  const Plan part = exports::chosen(plan, settings.measures);
  const exports::Handover handover = handover_of(plan, part, settings, {});
  Preflight result;
  result.files = handover.files;
  result.already_there = exports::already_there(settings.folder, handover.files);
  result.names = short_names(handover);
  if (settings.result.empty()) result.issues = exports::preflight_issues(part, handover, settings.folder);
  return result;
}

ExportResult export_plan(const Plan& plan, const ExportSettings& settings, const Progress& progress) {
  const Plan part = exports::chosen(plan, settings.measures);
  progress.report(text("Collecting the figures"), 0);
  const exports::Handover handover = handover_of(plan, part, settings, progress);
  // Said before anything is written; Staging says it again should a file have come in between.
  if (const auto there = exports::already_there(settings.folder, handover.files); !settings.overwrite && !there.empty())
    throw Error(
        ErrorKind::exists,
        text("“{1}” is already there; choose another folder, or say that it may be overwritten.", there.front()));
  ExportResult result;
  if (settings.result.empty()) result.issues = exports::preflight_issues(part, handover, settings.folder);
  exports::Staging staging(settings.folder);
  exports::write_handover(handover, part, staging.path(), progress);
  progress.check();
  result.files = staging.publish(handover.files, exports::stale_indexes(handover.files), settings.overwrite);
  return result;
}

}  // namespace smile
