#pragma once
// How far it is from where people live to the nearest of some places: straight, or walked along the network.

#include <optional>
#include <span>
#include <vector>

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

/// Homes joined to the network once, to be walked to from many places. Threads may share it; network and homes must
/// outlive it.
class WalkedHomes {
public:
  WalkedHomes(const WalkNetwork& network, std::span<const Point> homes, JoinBy join = JoinBy::edge,
              const Progress& progress = {});

  /// Where walking from a place begins: its entrances that lie within the limit of the network.
  std::vector<WalkStart> starts(const Geometry& place, Millimetres limit) const;
  /// After a search from such starts; unreached beyond its limit.
  Millimetres to(std::size_t home, const WalkSearch& search, Millimetres limit) const;
  /// no_edge: it joins none.
  std::uint32_t edge_of(std::size_t home) const { return homes_[home].edge; }
  const WalkNetwork& network() const { return network_; }
  std::size_t size() const { return homes_.size(); }

private:
  Attachment joined(Point p) const;
  Millimetres way_to_network(const Attachment& at) const;  ///< what is walked between the place itself and the network

  const WalkNetwork& network_;
  JoinBy join_;
  NetworkIndex index_;
  std::vector<Attachment> homes_;
};

/// The same as above, for homes that are asked about again.
Distances walked_distances(const WalkedHomes& homes, WalkSearch& search, const Places& places, Millimetres limit,
                           const Progress& progress = {});

/// Whoever walks needs a network: throws Error{needs_answer} without.
void needs_network(DistanceBy by, bool has_network);
/// A sentence: what a distance is.
Text how_far_it_is(DistanceBy by, JoinBy join = JoinBy::edge);

/// Metres as whole millimetres, at most what the type holds.
Millimetres millimetres(double metres);

}  // namespace smile
