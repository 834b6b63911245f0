#include "gis/intake/measures.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <unordered_map>

#include "gis/intake/measure_places.h"
#include "gis/intake/measure_rows.h"
#include "gis/intake/measure_update.h"

namespace smile {
namespace {

Issue file_issue(Severity severity, std::string kind, const std::string& file, Text message) {
  Issue issue;
  issue.severity = severity;
  issue.kind = std::move(kind);
  issue.file = file;
  issue.message = std::move(message);
  return issue;
}

MeasureMapping checked_mapping(const TextTable& table, const std::string& file, const MeasureOptions& options,
                               const Plan& plan) {
  if (table.rows.empty()) throw Error(ErrorKind::refused, text("“{1}” has no rows that could become measures.", file));
  MeasureMapping mapping = options.mapping ? *options.mapping : guess_mapping(table, plan);
  if (mapping.targets.size() != table.header.size())
    throw Error(ErrorKind::usage, text("The columns assigned don't fit the columns of “{1}”.", file));
  return mapping;
}

void note_columns(const TextTable& table, const MeasureMapping& mapping, const std::string& file, Issues& issues) {
  for (std::size_t k = 0; k < mapping.targets.size(); ++k) {
    const bool kept = mapping.targets[k] == target::extra;
    Issue issue =
        file_issue(Severity::note, "column_guessed", file,
                   kept ? text("The column fits no field; it is kept with each measure as it is.")
                        : text("The column was taken for the field “{1}”.", say(target_label(mapping.targets[k]))));
    issue.column = table.header[k];
    issue.value = mapping.targets[k];
    issues.push_back(std::move(issue));
  }
  if (std::find(mapping.targets.begin(), mapping.targets.end(), "title") == mapping.targets.end())
    issues.push_back(file_issue(Severity::warning, "no_title_column", file, text("No column looks like a title.")));
}

ColumnMapping kept_mapping(const TextTable& table, const MeasureMapping& mapping) {
  ColumnMapping kept;
  for (std::size_t k = 0; k < table.header.size(); ++k) {
    kept.header += (k == 0 ? "" : "\x1f") + table.header[k];
    kept.fields[table.header[k]] = mapping.targets[k];
  }
  return kept;
}

/// What the rows of one import need on their way.
struct Import {
  const TextTable& table;
  const std::string& file;
  const MeasureOptions& options;
  const Plan& plan;
  const Progress& progress;
  std::vector<Geometry> geometries = {};  ///< of a layer, one per row, in `crs`
  Crs crs = {};
};

/// Middles of a layer's features in longitude/latitude, while the plan's system may still be open.
std::vector<Point> middles(const Import& import) {
  std::vector<Point> points;
  if (import.geometries.empty()) return points;
  const Transform degrees(import.crs, crs_from_epsg(4326));
  for (const Geometry& geometry : import.geometries)
    if (const auto point = geometry.empty() ? std::nullopt : degrees(bounds(geometry).centre()))
      points.push_back(*point);
  return points;
}

void bring_geometries(const Import& import, const Crs& plan_crs, std::vector<PlaceCells>& cells, Issues& issues) {
  if (import.geometries.empty() || !plan_crs.known()) return;
  const Transform transform(import.crs, plan_crs);
  for (std::size_t i = 0; i < cells.size(); ++i) {
    auto moved = transform(import.geometries[i]);
    if (moved) cells[i].geometry = std::move(*moved);
    if (moved) continue;
    issues.push_back(file_issue(
        Severity::error, "untransformable", import.file,
        text("The shape of this row can't be brought into the plan's coordinate system; the measure has no place.")));
    issues.back().row = cells[i].row;
  }
}

/// Reads and places every row. Totals are left out.
std::vector<ReadMeasure> read_rows(const Import& import, const RowReader& rows, PlaceReader& places, Report& report) {
  std::vector<PlaceCells> cells;
  for (const TextRow& row : import.table.rows) cells.push_back(rows.place_cells(row));
  places.look_at(cells, middles(import));
  bring_geometries(import, places.plan_crs(), cells, report.issues);
  std::vector<ReadMeasure> read;
  for (std::size_t i = 0; i < import.table.rows.size(); ++i) {
    if (i % 200 == 0) import.progress.check();
    if (i % 200 == 0)
      import.progress.report(text("Reading measures"), static_cast<double>(i) / static_cast<double>(cells.size()));
    ReadMeasure each = rows.read(import.table.rows[i], report.issues);
    if (each.is_total) {
      ++report.skipped;
      continue;
    }
    cells[i].title = each.measure.title;
    Placed placed = places.place(cells[i], report.issues);
    each.measure.location = std::move(placed.location);
    if (!placed.district_hint.empty()) each.measure.district_hint = placed.district_hint;
    if (placed.unread) rows.keep_position(import.table.rows[i], each.measure);
    read.push_back(std::move(each));
  }
  places.conclude(report.issues);
  return read;
}

/// The measures' ids as the plan will give them: the issues can point to them before the edit is applied.
void point_issues(const Merged& merged, Id next_id, Issues& issues) {
  std::unordered_map<std::int64_t, Id> ids;
  for (const auto& [row, id] : merged.measure_of_row) ids.emplace(row, id);
  for (std::size_t i = 0; i < merged.added_rows.size(); ++i)
    ids.emplace(merged.added_rows[i], next_id + static_cast<Id>(i));
  for (Issue& issue : issues)
    if (const auto found = issue.row ? ids.find(*issue.row) : ids.end(); found != ids.end())
      issue.measure = found->second;
}

Edit with_crs(Crs crs) {
  return {text("Choose the plan's coordinate system"), {}, [crs = std::move(crs)](const Plan& plan) {
            Plan next = plan;
            if (!next.crs.known()) next.crs = crs;
            return next;
          }};
}

Edit edit_of(const Import& import, const Merged& merged, const MeasureMapping& mapping, const Crs& plan_crs,
             const Report& report) {
  std::vector<Edit> edits;
  if (plan_crs.known() && !import.plan.crs.known()) edits.push_back(with_crs(plan_crs));
  if (!merged.added.empty()) edits.push_back(add_measures(merged.added));
  if (!merged.updated.empty()) edits.push_back(replace_measures(merged.updated));
  if (import.options.mapping && import.options.keep_mapping)
    edits.push_back(keep_mapping(kept_mapping(import.table, mapping)));
  edits.push_back(add_report(report));
  return together(text("Import measures from “{1}”", import.file), std::move(edits));
}

void count(Intake& intake, const Merged& merged, const std::vector<ReadMeasure>& read) {
  intake.added = static_cast<std::int64_t>(merged.added.size());
  intake.updated = static_cast<std::int64_t>(merged.updated.size());
  intake.unchanged = merged.unchanged;
  for (const ReadMeasure& each : read)
    ++(each.measure.location.placement == Placement::none ? intake.unplaced : intake.placed);
}

Intake run(const Import& import, Report report) {
  const MeasureMapping mapping = checked_mapping(import.table, import.file, import.options, import.plan);
  if (!import.options.mapping && !mapping.from_plan) note_columns(import.table, mapping, import.file, report.issues);
  const RowReader rows(import.table, mapping, import.plan, import.file);
  PlaceReader places(import.plan, import.options, import.file);
  std::vector<ReadMeasure> read = read_rows(import, rows, places, report);
  const auto header_of = [&](std::string_view field) {
    const auto found = std::find(mapping.targets.begin(), mapping.targets.end(), field);
    return found == mapping.targets.end()
               ? std::string(field)
               : import.table.header[static_cast<std::size_t>(found - mapping.targets.begin())];
  };
  const Merged merged = merge_with_plan(read, import.plan, import.file, header_of);
  report.issues.insert(report.issues.end(), merged.issues.begin(), merged.issues.end());
  point_issues(merged, import.plan.next_id, report.issues);
  report.verb = "measures";
  report.file = import.file;
  report.when = now_utc();
  report.read = static_cast<std::int64_t>(read.size());
  report.repaired += places.turned();
  if (report.crs.empty()) report.crs = places.systems();
  Intake intake;
  intake.rows = static_cast<std::int64_t>(import.table.rows.size());
  count(intake, merged, read);
  intake.edit = edit_of(import, merged, mapping, places.plan_crs(), report);
  intake.report = std::move(report);
  return intake;
}

}  // namespace

Intake intake_measures(const TextTable& table, const std::string& file, const MeasureOptions& options, const Plan& plan,
                       const Progress& progress) {
  Report report;
  report.driver = table.format;
  report.encoding = table.encoding;
  report.declared = static_cast<std::int64_t>(table.rows.size());
  report.issues = table.issues;
  for (Issue& issue : report.issues) issue.file = file;
  return run({table, file, options, plan, progress}, std::move(report));
}

Intake intake_measures(const FeatureTable& table, const std::string& file, const MeasureOptions& options,
                       const Plan& plan, const Progress& progress) {
  const TextTable cells = as_text_table(table);
  Import import{cells, file, options, plan, progress};
  import.crs = table.crs;
  for (const Feature& feature : table.features) import.geometries.push_back(feature.geometry);
  return run(import, table.report);
}

TextTable as_text_table(const FeatureTable& table) {
  TextTable cells;
  cells.format = table.report.driver;
  cells.encoding = table.report.encoding;
  cells.encoding_guessed = table.encoding_guessed;
  cells.header_row = 0;
  for (const Column& column : table.columns) cells.header.push_back(column.name);
  for (const Feature& feature : table.features) cells.rows.push_back({feature.row, feature.cells});
  return cells;
}

}  // namespace smile
