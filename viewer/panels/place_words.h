#pragma once
// Where a measure is, in the words of the panels.

#include <QString>
#include <vector>

#include "gis/analysis/which_district.h"
#include "gis/plan/plan.h"

namespace smile::viewer {

/// "K Kröpeliner-Tor-Vorstadt"; the name alone where there is no code.
QString district_label(const District& district);
/// The level the plan shows districts of; nullptr for a plan without districts.
const Level* shown_level(const Plan& plan);
/// The districts of the shown level a measure lies in, by descending share; empty without districts or place.
std::vector<DistrictShare> shares_of(const Measure& measure, const Plan& plan);
/// All of them, found beforehand and kept: where a line crosses borders they take too long for the window's thread.
void find_shares(const Plan& plan);
/// "Lütten Klein", "Lütten Klein 62 %, Evershagen 38 %", "Whole city"; "" where it lies in none.
QString places_label(const Measure& measure, const std::vector<DistrictShare>& shares, const Plan& plan);
/// "No place yet", "Point", "3 sites" …
QString placement_label(const Measure& measure);

}  // namespace smile::viewer
