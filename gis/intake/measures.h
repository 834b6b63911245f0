#pragma once
// A table or layer of ideas becomes measures.

#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "gis/formats/text_table.h"
#include "gis/intake/districts.h"

namespace smile {

/// What a column is taken for: the key of a measure field (fields.h), or one of the words below.
namespace target {
inline constexpr std::string_view position = "position";  ///< one cell with both coordinates, in any notation
inline constexpr std::string_view x = "x";                ///< easting or longitude
inline constexpr std::string_view y = "y";                ///< northing or latitude
inline constexpr std::string_view district = "district";  ///< code or name: places the measure there; "gesamtstadt" and the like: the whole city
inline constexpr std::string_view extra = "extra";        ///< kept as it is, shown with the measure
inline constexpr std::string_view ignore = "ignore";
}  // namespace target

struct MeasureMapping {
  std::vector<std::string> targets;  ///< one per column of the table
  bool day_first = true;             ///< 03.04.2025 and 3/4/2025 are in April
  bool decimal_comma = true;         ///< 1.234,50
  bool from_plan = false;            ///< the user's mapping for this header, kept in the plan
};

/// Guess from header words (German and English) and contents; a mapping kept in the plan for the same header wins.
MeasureMapping guess_mapping(const TextTable& table, const Plan& plan);
/// The guess with what the user said about some columns ("Kosten (brutto)", "cost"). Throws Error{usage} naming the columns or the targets there are.
MeasureMapping with_user_targets(MeasureMapping guess, const TextTable& table,
                                 const std::vector<std::pair<std::string, std::string>>& column_and_target);
/// What a target is called in the assistant: "Position (both coordinates)", "Title" … English sentence key.
std::string_view target_label(std::string_view target);
/// All targets in the order the assistant offers them.
std::vector<std::string_view> all_targets();

struct MeasureOptions {
  std::optional<MeasureMapping> mapping;  ///< default: guess_mapping
  std::optional<Crs> crs;                 ///< of plain coordinate pairs; default: by plausibility per cell
  bool keep_mapping = true;
};

/// Rows become measures. A row with the number of a measure in the plan updates it (fields the table has; the rest stays); the same content is "unchanged".
/// Position and district: a position wins; where it lies outside the named district, that is a note. Issues carry row, column, value and reason.
Intake intake_measures(const TextTable& table, const std::string& file, const MeasureOptions& options, const Plan& plan,
                       const Progress& progress = {});
/// The same from a vector layer: its geometry is the location.
Intake intake_measures(const FeatureTable& table, const std::string& file, const MeasureOptions& options, const Plan& plan,
                       const Progress& progress = {});

/// The layer's columns as a text table (geometry apart), for guess_mapping and the assistant.
TextTable as_text_table(const FeatureTable& table);

}  // namespace smile
