#pragma once
// Things of OpenStreetMap that tags tell: playgrounds, stops, shops. Nodes, ways and multipolygons; read by libosmium.

#include <string>
#include <vector>

#include "gis/formats/osm.h"

namespace smile {

/// Whether a thing with these tags is wanted.
using OsmWanted = std::function<bool(const OsmTags& tags)>;

struct OsmPlace {
  std::string id;                   ///< "node/12", "way/34", "relation/56"
  Geometry shape;                   ///< longitude, latitude; a point, a line (a way that doesn't close), an area
  std::vector<std::string> values;  ///< of the keys asked for; "" where it has none
};

struct OsmPlaces {
  std::vector<OsmPlace> places;  ///< nodes, ways, relations; each by rising position in the file
  Report report;                 ///< declared: things of the file that are wanted; read: those that have a shape
};

/// A closed way is an area unless it says area=no; a way that is the rim of a wanted multipolygon is counted with it,
/// not twice. Areas that can't be put together (parts missing in an extract, rings that cross) and things without a
/// position are left out, with a warning. Throws as read_osm_ways.
OsmPlaces read_osm_places(const std::filesystem::path& file, const OsmWanted& wanted,
                          const std::vector<std::string>& keys, const Progress& progress = {});

}  // namespace smile
