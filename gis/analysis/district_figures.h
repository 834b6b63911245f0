#pragma once
// Figures per district: measures, cost, cost per head, blocks, phases, people. Of measures that are pursued; rejected
// ones are in their phase only.

#include <array>
#include <map>
#include <optional>
#include <vector>

#include "gis/jobs/progress.h"
#include "gis/plan/plan.h"

namespace smile {

struct DistrictFigures {
  Id district = 0;
  int measures = 0;  ///< that have at least a part here, each counted once
  Money cost;        ///< likely one-off cost, by share of sites, length or area; a measure for the city by
               ///< inhabitants, by area where those of a district are not known; cents by largest remainder, so that
               ///< the sum is exact
  int measures_without_cost = 0;
  std::optional<double> cost_per_head;  ///< in currency units; nothing without inhabitants
  std::array<int, 5> by_block{};        ///< by enum Block
  std::array<int, 10> by_phase{};       ///< by enum Phase
  std::optional<double> inhabitants;
  double area_m2 = 0;
};

struct FiguresResult {
  Id level = 0;
  std::vector<DistrictFigures> districts;  ///< in the plan's order
  int for_city = 0;                        ///< measures for the whole city: in the number of each district
  int rejected = 0;                        ///< measures that are not counted
  int unplaced = 0;                        ///< measures without place
  Money unplaced_cost;
  int outside = 0;     ///< placed, but in no district of this level
  Money outside_cost;  ///< the part of the costs that lies outside
  Text method;         ///< one sentence: how it was counted, on which data
  Issues issues;       ///< e.g. note "on_border"
};

/// level 0: the finest.
FiguresResult district_figures(const Plan& plan, Id level = 0, const Progress& progress = {});

/// A figure to colour districts by (see Choropleth::figure), per district of the level; missing and suppressed stay
/// what they are.
std::map<Id, Figure> figure_by_district(const Plan& plan, const std::string& figure, Id level);
/// "measures", "cost", "cost_per_head": what they say changes with the measures that are looked at.
bool counts_measures(const std::string& figure);
struct FigureChoice {
  std::string key;
  Text label;
  std::string unit;  ///< "people", "EUR", "people/km²"
};
std::vector<FigureChoice> figures_to_choose(const Plan& plan, Id level);

}  // namespace smile
