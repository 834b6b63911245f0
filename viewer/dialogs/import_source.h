#pragma once
// The work of the import assistant without its window: reading a file for the preview, guessing what it is, and what an
// import would do. Everything here runs on a thread.

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "gis/formats/features.h"
#include "gis/formats/text_table.h"
#include "gis/intake/layers.h"
#include "gis/intake/measures.h"
#include "gis/intake/statistics.h"
#include "gis/plan/plan.h"

namespace smile::viewer {

enum class ImportKind { districts, statistics, measures, layer };

/// How to read the file; empty: decide by the file itself.
struct SourceSettings {
  std::filesystem::path file;
  std::string layer;
  std::string crs;
  bool swap_axes = false;
  std::string encoding;
  std::optional<char> delimiter;
  std::optional<std::int64_t> header_row;
};

/// Shapes for the small map, all in one system.
struct SourceShapes {
  Crs crs;
  std::vector<Geometry> city;   ///< districts of the plan
  std::vector<Geometry> file;   ///< thinned out for drawing
  std::optional<Point> centre;  ///< of the file, longitude/latitude
};

struct SourceData {
  SourceSettings settings;
  std::vector<LayerInfo> layers;
  std::shared_ptr<const FeatureTable> features;  ///< null for tables without geometry
  std::shared_ptr<const TextTable> table;        ///< the cells, also of features
  std::vector<CrsProposal> proposals;
  std::optional<Text> question;  ///< the file can't be read without an answer: system or encoding
  SourceShapes shapes;
};

/// Throws as the readers do, but for a missing answer, which is the question.
SourceData read_source(const SourceSettings& settings, const Plan& plan, const Progress& progress);
/// By ending and content: areas are districts, a table whose rows name districts and count something is statistics.
ImportKind guess_kind(const SourceData& source, const Plan& plan);

/// What an import of statistics takes by itself; columns by their names. Empty where nothing fits.
struct StatisticsGuess {
  std::vector<std::string> keys;
  std::vector<std::string> inhabitants;
  std::vector<std::string> figures;  ///< also those of inhabitants
  int year = 0;                      ///< that the file's name says; 0: none, or the columns say theirs
};

struct ImportChoices {
  ImportKind kind = ImportKind::measures;
  std::filesystem::path plan_folder;  ///< layers keep their files relative to it
  MeasureMapping mapping;
  std::optional<Crs> measures_crs;  ///< of coordinates in a table
  std::string level;                ///< "" by itself
  std::optional<std::string> name_field, code_field;
  std::optional<std::string> key_field, inhabitants;  ///< what the user said against the guess
  StatisticsGuess guess;
  std::optional<int> year;
  std::vector<std::pair<std::string, std::string>> aliases;
};

/// The first guess for all choices of a kind.
ImportChoices guess_choices(const SourceData& source, ImportKind kind, const Plan& plan);
Intake compute_intake(const SourceData& source, const ImportChoices& choices, const Plan& plan,
                      const Progress& progress);
/// Longitude/latitude; empty for a plan without system or content.
Box city_of(const Plan& plan);

}  // namespace smile::viewer
