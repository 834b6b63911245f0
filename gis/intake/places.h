#pragma once
// What people walk to – stops, playgrounds, schools – becomes a layer that analyses count with. From any geodata the
// gate accepts, from OpenStreetMap by tags, from timetables in GTFS.

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "gis/intake/layers.h"

namespace smile {

struct PlacesOptions {
  std::string kind;                                        ///< of place_kinds.h, or a word of one's own; "": guessed
  std::string name;                                        ///< of the layer; "": by the kind, else by the file
  std::string credit;                                      ///< stands with the sources; "": what the source says itself
  std::string capacity;                                    ///< column with m² or seats; "": guessed
  std::vector<std::pair<std::string, std::string>> where;  ///< column (or tag) and value; several values of one column
                                                           ///< are alternatives, several columns all have to fit;
                                                           ///< value "*": any
  ReadOptions read;
};

/// Nothing has changed yet: the features are to be taken into the plan, the layer is to show them.
struct PlacesIntake {
  LayerData data;           ///< in `crs`. Features of more than one kind of geometry become a layer for each
  Crs crs;                  ///< the plan's, or the UTM zone of the places where it has none
  MapLayer layer;           ///< with its use, its look and a name column for labels
  std::string service_day;  ///< GTFS: the day whose departures were counted, ISO
  Report report;
};

/// Of a plan with districts only places stay that come within 2 km of the city. Kinds whose size counts (playgrounds,
/// parks) get a column area_m2, planar, where they are areas and no column has their size; of OpenStreetMap all other
/// kinds become points. A capacity is a number of at least 0: what isn't one is missing, and said. Throws as
/// read_features, read_osm_places and read_gtfs_stops; {needs_answer} for OpenStreetMap without a kind or a tag,
/// {usage} for a column that isn't there, {refused} where no place is left.
PlacesIntake intake_places(const std::filesystem::path& file, const PlacesOptions& options, const Plan& plan,
                           const Progress& progress = {});

}  // namespace smile
