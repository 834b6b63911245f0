#pragma once
// Hand-over. First the pre-flight: what will be written, and every place where the format can't hold what the plan
// says, with the proposed answer. Then the same settings write it: into new files beside, synced and renamed. Nothing
// is overwritten unasked.

#include <filesystem>
#include <string>
#include <vector>

#include "gis/jobs/progress.h"
#include "gis/plan/plan.h"

namespace smile {

enum class ExportFormat { shapefile, gpkg, geojson, csv, xlsx };
std::optional<ExportFormat> export_format_from_word(std::string_view word);
std::string_view word(ExportFormat format);

struct ExportSettings {
  ExportFormat format = ExportFormat::shapefile;
  std::filesystem::path folder;
  bool overwrite = false;
  std::vector<Id> measures;  ///< empty: all, and in spreadsheets the results that the plan keeps
  std::string result;        ///< csv and xlsx: only this result of an analysis
};

/// Long name and what it is called in the file.
struct FieldName {
  std::string file;   ///< "measures_points.shp"
  std::string field;  ///< key
  std::string label;
  std::string short_name;
};

struct Preflight {
  std::vector<std::string> files;  ///< names relative to the folder
  std::vector<std::string> already_there;
  std::vector<FieldName> names;  ///< formats that shorten names
  Issues issues;  ///< text_cut, date_written_as_text, mixed geometry, null …: severity warning where information is
                  ///< lost without the codebook
};

Preflight preflight(const Plan& plan, const ExportSettings& settings);

struct ExportResult {
  std::vector<std::filesystem::path> files;
  Issues issues;
};
/// Throws Error{exists} naming the first file that is there, {disk}, {cancelled}: then nothing new is in the folder.
ExportResult export_plan(const Plan& plan, const ExportSettings& settings, const Progress& progress = {});

}  // namespace smile
