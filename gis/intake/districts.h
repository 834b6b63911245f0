#pragma once
// A file of areas becomes a level of districts.

#include <filesystem>
#include <optional>
#include <string>

#include "gis/formats/features.h"
#include "gis/plan/edits.h"

namespace smile {

/// What an import would do: the edit, the counts the command line prints, and the report. Nothing has changed yet.
struct Intake {
  Edit edit;
  std::int64_t rows = 0;
  std::int64_t added = 0;
  std::int64_t updated = 0;
  std::int64_t unchanged = 0;
  std::int64_t placed = 0;
  std::int64_t unplaced = 0;
  Report report;
};

struct DistrictOptions {
  std::string level;                      ///< "" = guessed from the file or layer name ("Stadtbereiche"); unique in the plan
  std::optional<std::string> name_field;  ///< default: guessed from names and contents of the columns
  std::optional<std::string> code_field;
  std::optional<Crs> plan_crs;            ///< for a plan without CRS: default the UTM zone of the centre
};

/// Guesses for the assistant: which columns hold names and codes. Indices into table.columns, -1: none fits.
struct DistrictColumns {
  int name = -1;
  int code = -1;
};
DistrictColumns guess_district_columns(const FeatureTable& table);

/// Transforms to the plan's system (or chooses one), measures gaps and overlaps, finds parents. Throws Error{usage} for a field that isn't there,
/// {refused} if there is no area at all.
Intake intake_districts(FeatureTable table, const DistrictOptions& options, const Plan& plan, const Progress& progress = {});

}  // namespace smile
