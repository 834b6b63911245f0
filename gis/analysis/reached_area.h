#pragma once
// The ground that places reach, to be drawn: everything within a straight distance, or the streets that are within a
// walk and what lies beside them.

#include "gis/analysis/catchment.h"

namespace smile {

/// How far beside a reached street its ground goes. For the picture only; people are counted by their own way.
constexpr double beside_street_m = 40;

/// One area for each distance of the settings, each with the nearer ones in it. Same result with any number of threads.
/// Throws as catchment(); Error{cancelled}.
std::vector<Geometry> reached_areas(const CatchmentSettings& settings, const CatchmentInput& input,
                                    const Progress& progress = {});

/// As features with "distance_m" and the same in words ("within"), the farthest first, so that nearer ones are drawn
/// over them.
LayerData area_features(const std::vector<Geometry>& areas, const std::vector<double>& distances_m);

}  // namespace smile
