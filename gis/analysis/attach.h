#pragma once
// Where places join the network: at the nearest point of the nearest edge, part-way along it; or, as many other
// programs do, at the nearest node.

#include "gis/analysis/network.h"
#include "gis/geometry/cell_index.h"

namespace smile {

/// A place on the network. edge no_edge: none.
struct Attachment {
  std::uint32_t edge = no_edge;
  Millimetres along = 0;  ///< from the edge's `from`; whole edge: its length
  double distance = 0;    ///< metres from the place to the network, straight
  bool operator==(const Attachment&) const = default;
};

/// Finds what is nearest; of what is equally near the lower number, so that the answer is always the same. Threads may
/// share it. The network must outlive it.
class NetworkIndex {
public:
  explicit NetworkIndex(const WalkNetwork& network, const Progress& progress = {});

  Attachment nearest(Point place) const;
  std::uint32_t nearest_node(Point place) const;

private:
  const WalkNetwork& network_;
  std::vector<std::uint32_t> edge_of_;   ///< of each piece between two points of an edge
  std::vector<std::uint32_t> point_of_;  ///< of each piece: its first point
  CellIndex pieces_, nodes_;
};

/// At a node itself.
Attachment at_node(const WalkNetwork& network, std::uint32_t node, double distance = 0);

}  // namespace smile
