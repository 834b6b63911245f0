#pragma once
// Whom a single place reaches, again and again: homes are joined to the network once, a question then costs only what
// it reaches.

#include <memory>
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

/// Distances as straight_distances() and walked_distances() have them. One per thread.
class ReachOfOne {
public:
  /// Straight.
  ReachOfOne(std::span<const Point> homes, Millimetres limit);
  /// Walked; the network must outlive it.
  ReachOfOne(std::span<const Point> homes, const WalkNetwork& network, Millimetres limit, JoinBy join = JoinBy::edge,
             const Progress& progress = {});
  ~ReachOfOne();
  ReachOfOne(ReachOfOne&&) noexcept;

  /// Each home within the limit once, in no particular order.
  std::vector<ReachedHome> of(const Geometry& shape);
  /// The streets the last of() has come to, cut where the limit ends: lines. Empty where it was straight.
  Geometry streets() const;

private:
  struct Walked;
  struct Straight;
  std::unique_ptr<Walked> walked_;
  std::unique_ptr<Straight> straight_;
};

/// Pieces of streets within the limit of a search, as lines from where walking comes from.
Geometry reached_streets(const WalkSearch& search, Millimetres limit);

}  // namespace smile
