#pragma once
// Reading foreign geodata. Every file passes one gate: a regular file, an allowed driver, finite and valid geometries,
// a plausible coordinate system, a decided encoding. What the gate did is the Report.

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "gis/crs/crs.h"
#include "gis/geometry/geometry.h"
#include "gis/jobs/progress.h"
#include "gis/words/report.h"

namespace smile {

enum class ColumnType { text, integer, real, date };

struct Column {
  std::string name;
  ColumnType type = ColumnType::text;
};

struct Feature {
  std::int64_t row = 0;            ///< number in the file, from 1
  std::vector<std::string> cells;  ///< one per column, UTF-8, numbers with a point, dates as ISO; null is ""
  Geometry geometry;               ///< valid, in FeatureTable::crs; kind none where the file has null
};

struct FeatureTable {
  std::string layer;
  std::vector<Column> columns;
  std::vector<Feature> features;
  Crs crs;  ///< x, y order as everywhere; declared, given or proposed
  bool crs_guessed = false;
  std::vector<CrsProposal> crs_proposals;  ///< when it had to be guessed: the plausible readings, best first
  bool encoding_guessed = false;
  Report report;
};

struct ReadOptions {
  std::optional<std::string> layer;     ///< default: the only one, or the largest of areas
  std::optional<std::string> crs;       ///< overrides the file
  std::optional<std::string> encoding;  ///< overrides the file: "UTF-8", "CP1252", "ISO-8859-1", "CP850", …
  bool swap_axes = false;
  Box city;                  ///< longitude/latitude, to judge plausibility; empty: unknown
  bool without_crs = false;  ///< where no reading is plausible: read on with FeatureTable::crs unknown and a warning,
                             ///< for looking at a file
};

struct LayerInfo {
  std::string name;
  GeometryKind kind = GeometryKind::none;
  std::int64_t features = 0;
};

/// Layers of a file or archive. Throws Error{not_found|refused|unreadable}.
std::vector<LayerInfo> layers_in(const std::filesystem::path& file);

/// Reads one layer through the gate. Throws Error{not_found|refused|unreadable|needs_answer|cancelled}.
/// needs_answer: the CRS is missing or wrong and no reading is plausible ("say which with --crs EPSG:n").
FeatureTable read_features(const std::filesystem::path& file, const ReadOptions& options = {},
                           const Progress& progress = {});

/// All geometries of the table in another system; the table's must be known. Features that can't be transformed are
/// issues in the report.
void transform(FeatureTable& table, const Crs& to);

}  // namespace smile
