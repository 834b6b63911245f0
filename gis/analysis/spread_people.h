#pragma once
// Figures of districts spread over what people live in (dasymetric mapping, J. K. Wright 1936): each district's people
// are shared among its buildings by floor area or count, or evenly over its ground. Sums of districts stay exactly.

#include <optional>
#include <string>
#include <vector>

#include "gis/formats/layer_data.h"
#include "gis/plan/plan.h"

namespace smile {

enum class SpreadBy : std::uint8_t { floor_area, buildings, ground };

struct SpreadOptions {
  SpreadBy by = SpreadBy::floor_area;
  Id level = 0;                              ///< whose figures; 0: the finest that knows inhabitants
  int year = 0;                              ///< of the figures; 0: the newest
  std::optional<std::string> use_field;      ///< which column says what a building is for; default: guessed
  std::vector<std::string> residential;      ///< values of it that are homes; empty: guessed by their words
  std::optional<std::string> storeys_field;  ///< default: guessed; without any each building counts as one storey
};

struct SpreadPeople {
  LayerData data;  ///< points; one column for all, one for each age group of the level's figures
  LayerUse use;
  double people = 0;
  std::int64_t buildings = 0;  ///< homes that were found in districts
  Issues issues;
};

/// `buildings`: areas in the plan's system; nullptr for SpreadBy::ground. Districts whose figure is suppressed or
/// missing get nobody, and an issue; people of a district without homes stand at its middle, with an issue. Throws
/// Error{needs_answer} where no level has figures of inhabitants or no column says which buildings are homes.
SpreadPeople spread_people(const Plan& plan, const LayerData* buildings, const SpreadOptions& options,
                           const Progress& progress = {});

/// `total` in parts proportional to the weights; their sum is `total` to the last bit that doubles can add.
std::vector<double> shared_out(double total, const std::vector<double>& weights);

}  // namespace smile
