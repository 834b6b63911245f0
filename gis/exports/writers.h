#pragma once
// One function per format: tables become files in a folder that is empty. Every writer gives the same bytes for the
// same plan.

#include <filesystem>

#include "gis/exports/export.h"
#include "gis/exports/finding_tables.h"
#include "gis/exports/tables.h"

namespace smile::exports {

/// What a format writes, and into which files.
struct Handover {
  ExportFormat format = ExportFormat::shapefile;
  std::vector<Table> tables;
  std::vector<std::string> files;  ///< names in the folder
  std::vector<FindingSheet> findings = {};
};

/// findings: for csv and xlsx.
Handover handover(const Plan& plan, ExportFormat format, std::vector<FindingSheet> findings, const Progress& progress);
/// Nothing but results.
Handover handover(ExportFormat format, std::vector<FindingSheet> findings);
void write_handover(const Handover& handover, const Plan& plan, const std::filesystem::path& folder,
                    const Progress& progress);

void write_shapefiles(const Handover& handover, const Plan& plan, const std::filesystem::path& folder,
                      const Progress& progress);
/// RFC 7946: longitude and latitude in WGS 84 with seven digits (a centimetre), shells counter-clockwise.
void write_geojson(const Table& table, const Crs& crs, const std::filesystem::path& file, const Progress& progress);
/// For a double click in a German Excel, decided 2026-11-22: UTF-8 with byte order mark, semicolons, decimal comma,
/// CRLF. Texts that a spreadsheet would take for a formula get an apostrophe in front; numbers stay numbers. A
/// suppressed figure is ".", a missing one is empty.
void write_csv(const Table& table, const std::filesystem::path& file, const Progress& progress);
/// A sheet per table, one per result of an analysis, and one that says what the columns mean. Real numbers and dates;
/// text is text, whatever it begins with.
void write_xlsx(const Handover& handover, const std::filesystem::path& file, const Progress& progress);

/// The columns of all tables in both languages.
std::string readable_codebook(const std::vector<Table>& tables);
/// Texts that a DBF cuts, whole.
std::string readable_values(const std::vector<Table>& tables);
bool has_cut_texts(const std::vector<Table>& tables);
std::string readme(const Plan& plan, const std::vector<Table>& tables);

void write_file(const std::filesystem::path& file, std::string_view content);

}  // namespace smile::exports
