#pragma once
// For each of many places the homes it reaches: what questions of capacity need, where "the nearest" is not enough.

#include <vector>

#include "gis/analysis/reach.h"

namespace smile {

/// By place; numbers of homes, rising.
using HomesInReach = std::vector<std::vector<std::uint32_t>>;

/// Homes within the limit of each place: the same as straight_distances() and walked_distances() say of it alone,
/// joined at edges. `network` only for DistanceBy::walk. Memory: 4 bytes for each pair.
HomesInReach homes_in_reach(std::span<const Point> homes, const Places& places, Millimetres limit, DistanceBy by,
                            const WalkNetwork* network = nullptr, const Progress& progress = {});

}  // namespace smile
