#pragma once
// Where how many people live: a census grid, blocks, or points with counts become a layer that analyses count with.

#include <filesystem>
#include <optional>
#include <string>

#include "gis/formats/layer_data.h"
#include "gis/formats/text_table.h"
#include "gis/plan/plan.h"

namespace smile {

struct PopulationOptions {
  std::string name;                  ///< of the layer; "": as the file is called
  std::string credit;                ///< stands with the sources
  std::string date;                  ///< state of the data
  std::optional<std::string> total;  ///< column with all inhabitants; default: guessed, else the sum of the age groups
  ReadOptions read;
  TextTableOptions table;
};

/// Nothing has changed yet: the features are to be taken into the plan, the layer is to show them.
struct PopulationIntake {
  LayerData data;           ///< in the plan's system; a column for all inhabitants and one for each age group
  Crs crs;                  ///< of data: the plan's, or the UTM zone of the data for a plan without any
  MapLayer layer;           ///< with its use; source: the file, by name alone
  double people = 0;        ///< all that are known
  std::int64_t secret = 0;  ///< features whose figure is kept secret (−1, "–"): nobody, and said so
  Report report;
};

/// Of a layer of people: no feature yet, a column of numbers for each figure that its use names.
FeatureColumns people_columns(const LayerUse& use);

/// Reads cells or blocks with shapes, or a table of a census grid (columns with cells like "100mN26840E43341",
/// "CRS3035RES100mN2684000E4334100", or middles x_mp_100m, y_mp_100m, in EPSG:3035). Cells without people are left out.
/// Throws as read_features and read_text_table; {refused} for lines, {needs_answer} where no column counts people.
PopulationIntake intake_population(const std::filesystem::path& file, const PopulationOptions& options,
                                   const Plan& plan, const Progress& progress = {});

}  // namespace smile
