#include "gis/exports/codebook.h"

#include <algorithm>
#include <fstream>
#include <sstream>

#include "gis/exports/restore.h"
#include "gis/exports/vector_tables.h"
#include "gis/geometry/overlay.h"

namespace smile {
namespace exports {
namespace {

namespace fs = std::filesystem;
constexpr Id largest_sane_id = 1'000'000'000'000'000;  // behind it, counting on could overflow
constexpr std::uintmax_t largest_codebook = 512ULL * 1024 * 1024;

fs::path folder_of(const fs::path& path) {
  std::error_code ignored;
  return fs::is_directory(path, ignored) ? path : path.parent_path();
}

std::string content_of(const fs::path& file) {
  std::error_code error;
  if (!fs::is_regular_file(file, error))
    throw Error(ErrorKind::not_found,
                text("There is no codebook.json in “{1}”; choose the folder that was handed over.",
                     file.parent_path().filename().string()));
  if (fs::file_size(file, error) > largest_codebook)
    throw Error(ErrorKind::refused,
                text("The codebook is larger than any of ours; ask for a fresh copy of the folder."));
  std::ifstream in(file, std::ios::binary);
  std::ostringstream content;
  content << in.rdbuf();
  return content.str();
}

/// A codebook from elsewhere must not lead out of its folder.
void check_name(const std::string& name) {
  const fs::path path(name);
  const bool plain = !name.empty() && path.filename() == path && name != "." && name != "..";
  const bool ours = path.extension() == ".shp" || path.extension() == ".dbf";
  if (!plain || !ours)
    throw Error(ErrorKind::refused, text("The codebook names the file “{1}”, which is none of a hand-over.", name));
}

void list_missing_columns(Restoring& restoring, const RecordFile& file) {
  for (const std::string& column : file.missing_columns)
    list(restoring, Severity::warning, "column_missing", file,
         text("The column “{1}” is gone; its values are missing.", column),
         text("Ask for a copy with the column, if it was not removed on purpose."))
        .column = column;
}

/// A codebook that was edited may give out ids twice: new ones come behind all there are.
Id largest_id(const Plan& plan) {
  Id largest = 0;
  for (const Level& level : plan.levels) largest = std::max(largest, level.id);
  for (const DistrictPtr& district : plan.districts) largest = std::max(largest, district->id);
  for (const StatisticPtr& statistic : plan.statistics) largest = std::max(largest, statistic->id);
  for (const MeasurePtr& measure : plan.measures) largest = std::max(largest, measure->id);
  for (const ReportPtr& report : plan.reports) largest = std::max(largest, report->id);
  return largest;
}

void add_report(Restoring& restoring, const fs::path& folder) {
  if (restoring.issues.empty()) return;
  Report report;
  report.id = new_id(restoring);
  report.verb = "measures";
  report.file = folder.filename().string();
  report.driver = "ESRI Shapefile";
  report.encoding = "UTF-8";
  report.declared = report.read = static_cast<std::int64_t>(restoring.plan.measures.size());
  report.issues = std::move(restoring.issues);
  restoring.plan.reports.push_back(std::make_shared<const Report>(std::move(report)));
}

}  // namespace

Id new_id(Restoring& restoring) {
  return restoring.plan.next_id++;
}

Issue& list(Restoring& restoring, Severity severity, std::string kind, const RecordFile& file, Text message,
            Text proposal) {
  Issue issue;
  issue.severity = severity;
  issue.kind = std::move(kind);
  issue.file = file.file.name;
  issue.message = std::move(message);
  issue.proposal = std::move(proposal);
  restoring.issues.push_back(std::move(issue));
  return restoring.issues.back();
}

Geometry checked_geometry(Restoring& restoring, const RecordFile& file, const Record& record) {
  Geometry geometry = record.geometry;
  if (geometry.empty()) return {};
  const bool finite = is_finite(geometry);
  if (finite && validity(geometry).valid) return geometry;
  geometry = finite ? repaired(geometry) : Geometry{};
  if (geometry.empty())
    list(restoring, Severity::error, "geometry_unusable", file, text("The shape was changed and can't be used."),
         text("Look at it on the map."))
        .value = std::to_string(record.id);
  else
    list(restoring, Severity::warning, "geometry_repaired", file,
         text("The shape was changed, crossed itself and has been repaired."), text("Look at it on the map."))
        .value = std::to_string(record.id);
  return geometry;
}

std::string whole_text(const Restoring& restoring, TableKind kind, const RecordFile& file, const Record& record,
                       std::string_view key) {
  const VectorCell* cell = cell_of(file, record, key);
  const std::string written = cell ? cell_text(*cell) : std::string{};
  const auto entry = restoring.codebook.cells.find({kind, record.id, std::string(key)});
  const bool untouched = entry != restoring.codebook.cells.end() && entry->second.written == written;
  return untouched ? entry->second.whole : written;
}

bool make_whole(const Restoring& restoring, TableKind kind, Id id, Geometry& geometry) {
  const auto entry = restoring.codebook.geometries.find({kind, id});
  if (entry == restoring.codebook.geometries.end()) return false;
  auto whole = restored(entry->second, geometry);
  if (!whole || !is_finite(*whole)) return false;
  geometry = std::move(*whole);
  return true;
}

namespace {

/// A colleague may have saved the layer in another system: back into the plan's.
void to_plan_system(Restoring& restoring, RecordFile& file) {
  const Crs& crs = restoring.plan.crs;
  if (!crs.known() || file.prj.empty() || file.prj == crs_esri_wkt(crs)) return;
  const std::optional<Crs> other = crs_from_text(file.prj);
  if (!other || *other == crs) return;
  const Transform transform(*other, crs);
  for (Record& record : file.records)
    if (!record.geometry.empty()) record.geometry = transform(record.geometry).value_or(Geometry{});
}

std::vector<RecordFile> read_files(Restoring& restoring, const fs::path& folder) {
  std::vector<RecordFile> files;
  for (const CodebookFile& file : restoring.codebook.files) {
    check_name(file.name);
    files.push_back(read_records(folder, file));
    to_plan_system(restoring, files.back());
    list_missing_columns(restoring, files.back());
  }
  return files;
}

}  // namespace
}  // namespace exports

Plan plan_from_shapefiles(const std::filesystem::path& folder) {
  using namespace exports;
  Restoring restoring;
  const std::filesystem::path where = folder_of(folder);
  restoring.codebook = codebook_from_json(content_of(where / codebook_name));
  restoring.plan = restoring.codebook.rest;
  const Id largest = largest_id(restoring.plan);
  if (largest > largest_sane_id || restoring.plan.next_id > largest_sane_id)
    throw Error(ErrorKind::unreadable,
                text("The codebook is damaged ({1}); ask for a fresh copy of the folder.", "id"));
  restoring.plan.next_id = std::max(restoring.plan.next_id, largest + 1);
  const std::vector<RecordFile> files = read_files(restoring, where);
  restore_districts(restoring, files);
  restore_measures(restoring, files);
  add_report(restoring, where);
  return std::move(restoring.plan);
}

bool has_codebook(const std::filesystem::path& path) {
  std::error_code ignored;
  const std::filesystem::path file = exports::folder_of(path) / exports::codebook_name;
  if (!std::filesystem::is_regular_file(file, ignored)) return false;
  std::ifstream in(file, std::ios::binary);
  std::string start(200, '\0');
  in.read(start.data(), static_cast<std::streamsize>(start.size()));
  return start.find("smile_places_codebook") != std::string::npos;
}

}  // namespace smile
