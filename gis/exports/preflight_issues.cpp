#include "gis/exports/preflight_issues.h"

#include <algorithm>
#include <map>
#include <set>

#include "gis/exports/csv.h"
#include "gis/exports/vector_tables.h"

namespace smile::exports {
namespace {

constexpr std::size_t most_bytes = 2'000'000'000;

class Findings {
public:
  Findings(const Plan& plan, const Handover& handover, const std::filesystem::path& folder)
      : plan_(plan), handover_(handover), folder_(folder) {}

  Issues shapefile() {
    short_names();
    too_many_columns();
    for (const Table& table : handover_.tables) {
      texts(table);
      nulls(table);
      size(table);
    }
    mixed_geometry();
    kept_in_codebook();
    left_over();
    system();
    return std::move(issues_);
  }
  Issues geopackage() {
    whole_of_areas();
    several_sites();
    partial_dates();
    system();
    return std::move(issues_);
  }
  Issues geojson() {
    if (plan_.crs.known())
      add(Severity::note, "coordinates_rounded", "",
          text("Coordinates are written as longitude and latitude in WGS 84 with seven digits, about a centimetre."),
          text("Take the GeoPackage where every digit counts."));
    whole_of_areas();
    partial_dates();
    system();
    return std::move(issues_);
  }
  Issues list() {
    formulas();
    long_cells();
    geometry_left_out();
    return std::move(issues_);
  }

private:
  Issue& add(Severity severity, std::string kind, std::string file, Text message, Text proposal) {
    Issue issue;
    issue.severity = severity;
    issue.kind = std::move(kind);
    issue.file = std::move(file);
    issue.message = std::move(message);
    issue.proposal = std::move(proposal);
    issues_.push_back(std::move(issue));
    return issues_.back();
  }

  /// Each name once, however many files have it.
  void short_names() {
    std::set<std::string> said;
    for (const Table& table : handover_.tables)
      for (const Field& field : table.fields) {
        if (field.key.size() <= 10 || !said.insert(field.key).second) continue;
        Issue& issue = add(Severity::note, "name_shortened", shapefile_main_file(table),
                           text("The name “{1}” is longer than 10 bytes.", field.key),
                           text("It is written as {1}; the codebook has both.", field.short_name));
        issue.column = field.key;
        issue.value = field.short_name;
      }
  }

  void too_many_columns() {
    for (const Table& table : handover_.tables) {
      if (table.kind != TableKind::districts) continue;
      const auto all = std::count_if(plan_.statistics.begin(), plan_.statistics.end(),
                                     [&](const auto& s) { return s->level == table.level; });
      const auto written =
          std::count_if(table.fields.begin(), table.fields.end(), [](const Field& f) { return f.statistic != 0; });
      if (all > written)
        add(Severity::warning, "too_many_columns", shapefile_main_file(table),
            text("{1} of {2} statistics do not fit: a shapefile has at most 255 columns.", all - written, all),
            text("They stand in the codebook; take the GeoPackage to have them as columns."));
    }
  }

  void texts(const Table& table) {
    for (const Row& row : table.rows)
      for (std::size_t i = 0; i < row.cells.size() && row.site <= 1; ++i) {
        const auto* value = std::get_if<std::string>(&row.cells[i]);
        if (value && value->size() > dbf_text_bytes) text_cut(table, row, table.fields[i], *value);
        const auto* date = std::get_if<Date>(&row.cells[i]);
        if (date && table.fields[i].type == CellType::date && date->precision != DatePrecision::day)
          partial_date(table, row, table.fields[i], *date);
      }
  }

  void name_record(Issue& issue, const Table& table, const Row& row, const Field& field) {
    issue.column = field.short_name;
    (table.kind == TableKind::measures ? issue.measure : issue.district) = row.id;
  }

  void text_cut(const Table& table, const Row& row, const Field& field, const std::string& value) {
    Issue& issue = add(Severity::warning, "text_cut", shapefile_main_file(table),
                       text("The text has {1} bytes; a shapefile holds 254.", value.size()),
                       text("It is cut at a whole character; codebook_texts.csv has all of it."));
    issue.value = value;
    name_record(issue, table, row, field);
  }

  void partial_date(const Table& table, const Row& row, const Field& field, const Date& date) {
    Issue& issue = add(Severity::note, "date_written_as_text", shapefile_main_file(table),
                       text("“{1}” is no single day; a date column can't hold it.", to_iso(date)),
                       text("{1} has it as text, {1}_D its first day.", field.short_name));
    issue.value = to_iso(date);
    name_record(issue, table, row, field);
  }

  void nulls(const Table& table) {
    std::int64_t empty = 0;
    for (const Row& row : table.rows)
      for (std::size_t i = 0; i < row.cells.size(); ++i)
        empty += table.fields[i].type == CellType::text && std::holds_alternative<std::monostate>(row.cells[i]) ? 1 : 0;
    if (empty > 0)
      add(Severity::note, "null_text", shapefile_main_file(table),
          text_n(empty, "{1} text has no value; in a shapefile that is the same as an empty text.",
                 "{1} texts have no value; in a shapefile that is the same as an empty text.", empty),
          text("Read an empty text as “no value”, as the codebook says."));
    if (table.kind == TableKind::districts)
      for (const Field& field : table.fields)
        if (field.statistic != 0) null_figures(table, field);
  }

  void null_figures(const Table& table, const Field& field) {
    std::int64_t suppressed = 0;
    std::int64_t missing = 0;
    for (const StatisticPtr& statistic : plan_.statistics)
      if (statistic->id == field.statistic)
        for (const Row& row : table.rows) {
          const auto figure = statistic->figures.find(row.id);
          const bool known = figure != statistic->figures.end();
          if (known && figure->second.state == Figure::State::suppressed)
            ++suppressed;
          else if (!known || figure->second.state == Figure::State::missing)
            ++missing;
        }
    if (suppressed + missing == 0) return;
    Issue& issue =
        add(Severity::note, "null_figures", shapefile_main_file(table),
            text("{1} suppressed and {2} missing figures of “{3}” are null.", suppressed, missing, str(field.label)),
            text("The column SUPPRESSED and the codebook tell them apart."));
    issue.column = field.short_name;
  }

  void size(const Table& table) {
    std::size_t bytes = 1;
    for (const VectorColumn& column : as_shapefile(table, plan_.crs).columns)
      bytes += column.type == VectorType::day ? 8 : static_cast<std::size_t>(column.width);
    if (bytes * table.rows.size() > most_bytes)
      add(Severity::error, "too_large", shapefile_main_file(table),
          text("The table would be larger than the 2 GB a shapefile may have."), text("Take the GeoPackage."));
  }

  void mixed_geometry() {
    const auto kinds = std::count_if(handover_.tables.begin(), handover_.tables.end(),
                                     [](const Table& t) { return t.kind == TableKind::measures; });
    if (kinds > 1)
      add(Severity::note, "mixed_geometry", "",
          text("Measures are points, lines, areas or without place; a shapefile holds one kind."),
          text("Each kind has a file of its own, with the same ID for the same measure."));
    several_sites();
    whole_of_areas();
  }

  void several_sites() {
    const std::int64_t several = count([](const Measure& m) { return m.location.placement == Placement::sites; });
    if (several > 0)
      add(Severity::note, "sites_as_records", "measures_points",
          text_n(several, "{1} measure has several sites.", "{1} measures have several sites.", several),
          text("Each site is a record with the same ID; count a measure once."));
  }

  void whole_of_areas() {
    const std::int64_t whole = count([](const Measure& m) {
      return m.location.placement == Placement::district || m.location.placement == Placement::city;
    });
    if (whole > 0)
      add(Severity::note, "area_of_district", "",
          text_n(whole, "{1} measure is for a whole district or the whole city.",
                 "{1} measures are for a whole district or the whole city.", whole),
          text("They get that area; the column of the kind of place says so."));
  }

  void partial_dates() {
    const auto partial = [](const std::optional<Date>& d) { return d && d->precision != DatePrecision::day; };
    const std::int64_t dates = count([&](const Measure& m) { return partial(m.start) || partial(m.end); });
    if (dates > 0)
      add(Severity::note, "date_written_as_text", "",
          text_n(dates, "{1} measure has a date that is no single day.",
                 "{1} measures have dates that are no single day.", dates),
          text("start and end are text; start_date and end_date the first day."));
  }

  void kept_in_codebook() {
    std::map<std::string, std::int64_t> extras;
    for (const MeasurePtr& measure : plan_.measures)
      for (const auto& [name, value] : measure->extra) ++extras[name];
    for (const auto& [name, measures] : extras) {
      Issue& issue = add(Severity::warning, "extra_in_codebook", "codebook.json",
                         text("The source's further column “{1}” has no column in the shapefile.", name),
                         text("Its values stay in codebook.json; CSV and XLSX have it as a column."));
      issue.column = name;
    }
    if (count([](const Measure& m) { return m.phase_history.size() > 1; }) > 0)
      add(Severity::note, "history_in_codebook", "codebook.json",
          text("The shapefile has the present phase only, not when it changed."),
          text("The history stays in codebook.json."));
  }

  /// From an earlier hand-over into the same folder: nobody should take them for part of this one.
  void left_over() {
    std::error_code error;
    for (const auto& entry : std::filesystem::directory_iterator(folder_, error)) {
      const std::string name = entry.path().filename().string();
      const bool ours = name.starts_with("districts_") || name.starts_with("measures_");
      const bool main = name.ends_with(".shp") || name == "measures_without_place.dbf";
      if (ours && main && std::find(handover_.files.begin(), handover_.files.end(), name) == handover_.files.end())
        add(Severity::warning, "left_over", name, text("“{1}” is in the folder but no part of this hand-over.", name),
            text("Delete it, or choose an empty folder."));
    }
  }

  void system() {
    if (plan_.crs.known() || handover_.tables.empty()) return;
    add(Severity::warning, "no_crs", "",
        text("The plan has no coordinate system; nobody will know where the shapes lie."),
        text("Add districts to the plan first, or create it with a coordinate system."));
  }

  void formulas() {
    if (handover_.format != ExportFormat::csv) return;
    for (const Table& table : handover_.tables)
      for (const Row& row : table.rows)
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
          const auto* value = std::get_if<std::string>(&row.cells[i]);
          if (!value || guarded(*value) == *value) continue;
          Issue& issue = add(Severity::note, "formula_guarded", table.name + ".csv",
                             text("A spreadsheet would take this text for a formula."),
                             text("It is written with an apostrophe in front."));
          issue.value = *value;
          name_record(issue, table, row, table.fields[i]);
          issue.column = table.fields[i].key;
        }
  }

  void long_cells() {
    for (const Table& table : handover_.tables)
      for (const Row& row : table.rows)
        for (std::size_t i = 0; i < row.cells.size(); ++i)
          if (const auto* value = std::get_if<std::string>(&row.cells[i]); value && value->size() > 32000) {
            Issue& issue = add(Severity::warning, "text_cut", table.name,
                               text("The text has {1} bytes; a cell holds 32,000.", value->size()),
                               handover_.format == ExportFormat::xlsx
                                   ? text("It is cut at a whole character; take the CSV for all of it.")
                                   : text("Excel will cut it; the file has all of it."));
            name_record(issue, table, row, table.fields[i]);
            issue.column = table.fields[i].key;
          }
  }

  void geometry_left_out() {
    const std::int64_t shapes = count([](const Measure& m) {
      return m.location.placement == Placement::line || m.location.placement == Placement::area ||
             m.location.placement == Placement::sites;
    });
    if (shapes > 0)
      add(Severity::note, "geometry_left_out", "measures",
          text_n(shapes, "{1} measure is a line, an area or several sites; a table has no room for the shape.",
                 "{1} measures are lines, areas or several sites; a table has no room for the shapes.", shapes),
          text("Take the GeoPackage or the shapefiles to hand over the shapes."));
  }

  template <class Test>
  std::int64_t count(Test test) const {
    return std::count_if(plan_.measures.begin(), plan_.measures.end(), [&](const MeasurePtr& m) { return test(*m); });
  }

  const Plan& plan_;
  const Handover& handover_;
  const std::filesystem::path& folder_;
  Issues issues_;
};

Issues all_issues(const Plan& plan, const Handover& handover, const std::filesystem::path& folder) {
  Findings findings(plan, handover, folder);
  switch (handover.format) {
    case ExportFormat::shapefile:
      return findings.shapefile();
    case ExportFormat::gpkg:
      return findings.geopackage();
    case ExportFormat::geojson:
      return findings.geojson();
    case ExportFormat::csv:
    case ExportFormat::xlsx:
      break;
  }
  return findings.list();
}

}  // namespace

Issues preflight_issues(const Plan& plan, const Handover& handover, const std::filesystem::path& folder) {
  Issues issues = all_issues(plan, handover, folder);
  // What needs a decision comes first.
  std::stable_sort(issues.begin(), issues.end(),
                   [](const Issue& a, const Issue& b) { return a.severity > b.severity; });
  return issues;
}

}  // namespace smile::exports
