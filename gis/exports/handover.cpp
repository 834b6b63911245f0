#include <fstream>

#include "gis/exports/codebook_file.h"
#include "gis/exports/vector_tables.h"
#include "gis/exports/writers.h"
#include "gis/store/qgis_style.h"

namespace smile::exports {
namespace {

constexpr std::string_view geopackage_name = "smile-places.gpkg";
constexpr std::string_view workbook_name = "smile-places.xlsx";

void append(std::vector<Table>& tables, std::vector<Table> more) {
  for (Table& table : more) tables.push_back(std::move(table));
}

std::vector<Table> tables_of(const Plan& plan, ExportFormat format, const Progress& progress) {
  const bool list = format == ExportFormat::csv || format == ExportFormat::xlsx;
  std::vector<Table> tables;
  if (list) {
    tables.push_back(measure_list(plan, progress));
    if (!plan.levels.empty()) tables.push_back(all_districts(plan, progress));
    return tables;
  }
  append(tables, district_tables(plan, progress));
  if (format == ExportFormat::geojson) tables.push_back(all_measures(plan, progress));
  if (format == ExportFormat::shapefile || format == ExportFormat::gpkg) append(tables, measure_tables(plan, progress));
  return tables;
}

std::vector<std::string> files_of(const std::vector<Table>& tables, const Plan& plan, ExportFormat format) {
  if (format == ExportFormat::gpkg) return {std::string(geopackage_name)};
  if (format == ExportFormat::xlsx) return {std::string(workbook_name)};
  std::vector<std::string> files;
  for (const Table& table : tables) {
    if (format == ExportFormat::csv) files.push_back(table.name + ".csv");
    if (format == ExportFormat::geojson) files.push_back(table.name + ".geojson");
    if (format == ExportFormat::shapefile)
      for (std::string& file : shapefile_files(table, plan.crs)) files.push_back(std::move(file));
  }
  if (format != ExportFormat::shapefile) return files;
  files.insert(files.end(), {"codebook.csv", std::string(codebook_name), "README.txt"});
  if (has_cut_texts(tables)) files.emplace_back("codebook_texts.csv");
  return files;
}

/// The look of the plan file itself.
std::map<std::string, std::string> styles_of(const std::vector<Table>& tables, const Plan& plan) {
  std::map<std::string, std::string> styles;
  for (const Table& table : tables) {
    if (table.geometry == GeometryKind::none) continue;
    const Level* level = find_level(plan, table.level);
    styles[table.name] = level ? store::districts_qml(plan, *level) : store::measures_qml(table.geometry);
  }
  return styles;
}

void write_gpkg(const Handover& handover, const Plan& plan, const std::filesystem::path& folder,
                const Progress& progress) {
  std::vector<VectorTable> tables;
  for (const Table& table : handover.tables) tables.push_back(as_geopackage(table, plan.crs));
  progress.report(text("Writing {1}", std::string(geopackage_name)), -1);
  write_geopackage(tables, styles_of(handover.tables, plan), folder / geopackage_name, progress);
}

/// In a workbook they are further sheets, else a file for each of their tables.
void add_findings(Handover& handover, std::vector<FindingSheet> findings) {
  handover.findings = std::move(findings);
  if (handover.format != ExportFormat::csv) return;
  for (const FindingSheet& sheet : handover.findings)
    for (const Table& table : finding_tables(sheet)) handover.files.push_back(table.name + ".csv");
}

}  // namespace

Handover handover(const Plan& plan, ExportFormat format, std::vector<FindingSheet> findings, const Progress& progress) {
  Handover result{format, tables_of(plan, format, progress), {}};
  result.files = files_of(result.tables, plan, format);
  add_findings(result, std::move(findings));
  return result;
}

Handover handover(ExportFormat format, std::vector<FindingSheet> findings) {
  Handover result{format, {}, {}};
  if (format == ExportFormat::xlsx) result.files = {std::string(workbook_name)};
  add_findings(result, std::move(findings));
  return result;
}

void write_handover(const Handover& handover, const Plan& plan, const std::filesystem::path& folder,
                    const Progress& progress) {
  if (handover.format == ExportFormat::shapefile) return write_shapefiles(handover, plan, folder, progress);
  if (handover.format == ExportFormat::gpkg) return write_gpkg(handover, plan, folder, progress);
  if (handover.format == ExportFormat::xlsx) return write_xlsx(handover, folder / workbook_name, progress);
  for (const Table& table : handover.tables) {
    progress.report(text("Writing {1}", table.name), -1);
    if (handover.format == ExportFormat::csv) write_csv(table, folder / (table.name + ".csv"), progress);
    if (handover.format == ExportFormat::geojson)
      write_geojson(table, plan.crs, folder / (table.name + ".geojson"), progress);
  }
  if (handover.format != ExportFormat::csv) return;
  for (const FindingSheet& sheet : handover.findings)
    for (const Table& table : finding_tables(sheet)) write_csv(table, folder / (table.name + ".csv"), progress);
}

void write_file(const std::filesystem::path& file, std::string_view content) {
  std::ofstream out(file, std::ios::binary);
  out << content;
  out.flush();
  if (!out)
    throw Error(ErrorKind::disk, text("“{1}” could not be written ({2}); free some space or choose another folder.",
                                      file.filename().string(), std::string("I/O")));
}

}  // namespace smile::exports
