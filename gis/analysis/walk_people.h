#pragma once
// How many people live within walking distance: of each of many places, or of the nearest of them.

#include <cstdint>
#include <span>
#include <vector>

#include "gis/analysis/lived_edges.h"
#include "gis/jobs/progress.h"

namespace smile {

/// People where they join the network, in one or several groups (of age). Built once for a population and a network.
class WalkPeople {
public:
  /// counts: groups for the first place, then for the second …, in any unit that sums exactly. people without an edge
  /// are left out. walked: of each place, what is walked before the network is reached; empty: nothing, as other
  /// programs have it.
  WalkPeople(const WalkNetwork& network, std::span<const Attachment> places, std::span<const std::int64_t> counts,
             std::size_t groups = 1, std::span<const Millimetres> walked = {});

  std::size_t groups() const { return groups_; }
  /// Adds who is within each limit (rising; the search went at least as far as the last) to sums: groups for the first
  /// limit, then for the second …
  void add_reached(const WalkSearch& search, std::span<const Millimetres> limits, std::span<std::int64_t> sums) const;

private:
  struct Home {
    Attachment at;
    Millimetres walked;
    std::uint32_t counts;  ///< where its groups begin
  };
  void add(std::uint64_t distance, std::uint32_t counts, std::span<const Millimetres> limits,
           std::span<std::int64_t> sums) const;

  std::size_t groups_;
  std::vector<std::int64_t> counts_;        ///< groups of each node that is a home, then of each home
  std::vector<std::uint32_t> node_counts_;  ///< of each node: where the groups of those who live at it begin, or none
  std::vector<Home> homes_;                 ///< part-way along edges, by edge
  LivedEdges lived_;                        ///< of homes_
};

/// Of each start alone: groups for the first limit, then the second …, start after start. limits rise. threads 0: all
/// cores; the sums are the same with any number. Throws Error{cancelled} within milliseconds.
std::vector<std::int64_t> people_of_each(const WalkNetwork& network, const WalkPeople& people,
                                         std::span<const WalkStart> starts, std::span<const Millimetres> limits,
                                         unsigned threads = 0, const Progress& progress = {});

/// Who has at least one of the starts within each limit, counted once.
std::vector<std::int64_t> people_of_any(WalkSearch& search, const WalkPeople& people, std::span<const WalkStart> starts,
                                        std::span<const Millimetres> limits);

}  // namespace smile
