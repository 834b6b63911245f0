#pragma once
// A file becomes the network people walk along: edges that are to be taken into the plan, and the layer that shows
// them. The layer's features then are the edges; nothing is noded again.

#include "gis/intake/layers.h"

namespace smile {

struct NetworkIntake {
  LayerData edges;  ///< in `crs`; see noded()
  MapLayer layer;   ///< as it is to be added, in use as a network; its source becomes a table of the plan
  Crs crs;          ///< the plan's, or the UTM zone of the data where it has none
  Report report;
};

/// OpenStreetMap (.osm.pbf, .osm), or any layer of lines the gate accepts. Where the plan has districts, only edges
/// that come within 2 km of their extent stay. Lengths are planar in `crs`, as other programs measure. Throws as
/// read_osm_ways and read_features, Error{refused} where nothing to walk along is left.
NetworkIntake intake_network(const std::filesystem::path& file, const LayerOptions& options, const Plan& plan,
                             const std::filesystem::path& folder, const Progress& progress = {});

}  // namespace smile
