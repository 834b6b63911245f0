#pragma once
// How far it is from where people live to the nearest of some places: straight, or walked along the network.

#include <optional>
#include <span>
#include <vector>

#include "gis/analysis/network.h"
#include "gis/analysis/places.h"
#include "gis/analysis/walk.h"
#include "gis/jobs/progress.h"

namespace smile {

enum class DistanceBy : std::uint8_t { line, walk };

/// How places and homes join the network.
enum class JoinBy : std::uint8_t {
  edge,  ///< at the nearest point of the nearest edge; the way to it is walked too
  node,  ///< at the nearest node, for nothing: as pgRouting's and QGIS's examples have it
};

/// From each home, whole millimetres: exactly 800.000 m is within 800 m. unreached beyond the limit, or where no way
/// leads.
using Distances = std::vector<Millimetres>;

/// Straight (planar) to the nearest point of the nearest place; 0 inside an area.
Distances straight_distances(std::span<const Point> homes, const Places& places, Millimetres limit,
                             const Progress& progress = {});

/// Walked from the nearest place; areas are entered as entrances() says.
Distances walked_distances(const WalkNetwork& network, std::span<const Point> homes, const Places& places,
                           Millimetres limit, JoinBy join = JoinBy::edge, const Progress& progress = {});

/// The search from all places, done.
WalkSearch walk_from(const WalkNetwork& network, const Places& places, Millimetres limit, JoinBy join = JoinBy::edge,
                     const Progress& progress = {});

/// Metres as whole millimetres, at most what the type holds.
Millimetres millimetres(double metres);

}  // namespace smile
