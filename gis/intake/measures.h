#pragma once
// A table or layer of ideas becomes measures.

#include <map>
#include <optional>
#include <string>
#include <utility>
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
inline constexpr std::string_view district =
    "district";  ///< code or name: places the measure there; "gesamtstadt" and the like: the whole city
inline constexpr std::string_view extra = "extra";  ///< kept as it is, shown with the measure
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
/// The guess with what the user said over it: pairs of header (or column letter) and target. A target the user gives to
/// one column is taken from the one that was guessed to have it. Throws Error{usage} naming the headers or the valid
/// targets.
MeasureMapping with_user_targets(MeasureMapping guess, const TextTable& table,
                                 const std::vector<std::pair<std::string, std::string>>& said);
/// What a target is called in the assistant: "Position (both coordinates)", "Title" … English sentence key.
std::string_view target_label(std::string_view target);
/// All targets in the order the assistant offers them.
std::vector<std::string_view> all_targets();

struct MeasureOptions {
  std::optional<MeasureMapping> mapping;  ///< default: guess_mapping
  std::optional<Crs> crs;                 ///< of plain coordinate pairs; default: by plausibility per cell
  bool keep_mapping = true;  ///< a mapping given above is kept in the plan for the next file with that header
};

/// Rows become measures; every row comes in, but for totals ("Summe"), which are listed as left out.
///
/// Updating: a row with the number of a measure in the plan updates it (a row without number: the measure without
/// number and with the same title). An empty cell says nothing: it never wipes out what the plan has. A place whose
/// cell reads as at the last import stays where the planner has moved it. Each changed field is a note
/// "measure_updated" with old and new; the same content is "unchanged". A number that occurs twice in the file: the
/// later row becomes a measure of its own with the number "17-2" – the same one at the next import – and is a warning
/// "number_repeated". Where most known numbers stand beside quite other titles, it is another list: those rows come in
/// as measures of their own ("1-2") with one warning "other_list"; a single such row updates, with a warning
/// "title_replaced".
///
/// Places: a position wins over a district; where it lies outside the named district, that is a note. "Gesamtstadt"
/// beside coordinates keeps the coordinates. A district named only in the title is a proposal (district_hint and note
/// "district_in_title"), never a place. In a plan without districts names become district_hint and positions are judged
/// against their median. Pairs that are written longitude first throughout are read so (note); single ones that are the
/// other way round are turned (warning "coordinates_swapped").
///
/// What can't be read – cost, date, position – is an issue of severity error with row, column and value, an unknown
/// word of a choice a warning; both are kept in Measure::extra. Guesses are notes. A plan without CRS takes the UTM
/// zone of the places. Throws Error{refused} for a table without rows or columns, {usage} for a mapping that doesn't
/// fit, {cancelled}.
Intake intake_measures(const TextTable& table, const std::string& file, const MeasureOptions& options, const Plan& plan,
                       const Progress& progress = {});
/// The same from a vector layer: its geometry is the location (several points: sites).
Intake intake_measures(const FeatureTable& table, const std::string& file, const MeasureOptions& options,
                       const Plan& plan, const Progress& progress = {});

/// The layer's columns as a text table (geometry apart), for guess_mapping and the assistant.
TextTable as_text_table(const FeatureTable& table);

}  // namespace smile
