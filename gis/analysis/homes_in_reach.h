#pragma once
// For each of many places the homes it reaches: what questions of capacity and of best sites need, where "the nearest"
// is not enough.

#include <vector>

#include "gis/analysis/reach_of_one.h"

namespace smile {

/// By place; homes by their number.
using HomesInReach = std::vector<std::vector<ReachedHome>>;

/// Homes within the limit of each place: the same as straight_distances() and walked_distances() say of it alone,
/// joined at edges. `network` only for DistanceBy::walk. Memory: 8 bytes for each pair. The same
/// with any number of threads.
HomesInReach homes_in_reach(std::span<const Point> homes, const Places& places, Millimetres limit, DistanceBy by,
                            const WalkNetwork* network = nullptr, const Progress& progress = {});

}  // namespace smile
