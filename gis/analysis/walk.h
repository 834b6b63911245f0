#pragma once
// How far it is to walk: shortest ways from one place or from the nearest of many, up to a limit. Dijkstra's method
// with a queue of buckets (Dial 1969, Denardo and Fox 1979) on whole millimetres. Labels are reset only where the last
// search touched them, so that a search costs what it reaches, not what the city has. The same input gives the same
// distances with any number of threads, because sums of integers don't depend on their order.

#include <span>
#include <vector>

#include "gis/analysis/attach.h"

namespace smile {

/// Where walking begins.
struct WalkStart {
  Attachment at;
  Millimetres walked = 0;  ///< before it: the way from the door to the street, or 0
};

/// Distances from the nearest of some starts. One per thread; the network must outlive it. 4 bytes a node.
class WalkSearch {
public:
  explicit WalkSearch(const WalkNetwork& network);

  /// Finds everything within the limit (included). The search before it is forgotten. Starts without an edge are left
  /// out.
  void run(std::span<const WalkStart> starts, Millimetres limit);

  /// unreached beyond the limit of the last run.
  Millimetres to_node(std::uint32_t node) const { return labels_[node]; }
  /// Exact part-way along an edge, also where a start stands on the same edge.
  Millimetres to(const Attachment& place) const;
  /// Nodes within the limit, each once, in no particular order.
  std::span<const std::uint32_t> reached() const { return touched_; }
  /// The starts of the last run, by edge.
  std::span<const WalkStart> starts() const { return starts_; }
  const WalkNetwork& network() const { return network_; }

private:
  struct Entry {
    std::uint32_t node;
    Millimetres distance;
  };
  void forget();
  void choose_width(Millimetres limit);
  void label(std::uint32_t node, std::uint64_t distance);
  void spread(std::size_t bucket);

  const WalkNetwork& network_;
  unsigned usual_shift_ = 0;  ///< a bucket is 2^shift millimetres wide
  unsigned shift_ = 0;
  Millimetres limit_ = 0;
  std::vector<Millimetres> labels_;
  std::vector<std::uint32_t> touched_;
  std::vector<std::vector<Entry>> buckets_;
  std::size_t last_bucket_ = 0;
  std::vector<WalkStart> starts_;
};

}  // namespace smile
