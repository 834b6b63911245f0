#pragma once
// Whom a single place reaches, again and again: homes are joined to the network once, a question then costs only what
// it reaches.

#include <optional>
#include <span>
#include <vector>

#include "gis/analysis/lived_edges.h"
#include "gis/analysis/reach.h"

namespace smile {

struct ReachedHome {
  std::uint32_t home = 0;
  Millimetres distance = 0;
  bool operator==(const ReachedHome&) const = default;
};

/// Homes ready to be asked about: by easting, or where they join the network. Threads may share it.
class HomesToReach {
public:
  /// Straight. The homes must outlive it.
  explicit HomesToReach(std::span<const Point> homes);
  /// Walked. The network must outlive it.
  HomesToReach(std::span<const Point> homes, const WalkNetwork& network, JoinBy join = JoinBy::edge,
               const Progress& progress = {});

private:
  friend class ReachOfOne;
  std::span<const Point> homes_;
  std::optional<WalkedHomes> walked_;
  std::vector<std::uint32_t> order_;  ///< by easting; walked: by edge, without those that join none
  LivedEdges lived_;                  ///< of order_
};

/// Distances as straight_distances() and walked_distances() have them. One per thread; the homes must outlive it.
class ReachOfOne {
public:
  ReachOfOne(const HomesToReach& homes, Millimetres limit);

  /// Each home within the limit once, in no particular order.
  std::vector<ReachedHome> of(const Geometry& shape);
  /// The streets the last of() has come to, cut where the limit ends: lines. Empty where it was straight.
  Geometry streets() const;

private:
  std::vector<ReachedHome> straight(const Geometry& shape) const;
  std::vector<ReachedHome> walked() const;

  const HomesToReach& homes_;
  Millimetres limit_;
  std::optional<WalkSearch> search_;
};

/// Pieces of streets within the limit of a search, as lines from where walking comes from.
Geometry reached_streets(const WalkSearch& search, Millimetres limit, const Progress& progress = {});

}  // namespace smile
