#pragma once
// Private to this room: places as features in the plan's system, whichever source they are from.

#include "gis/intake/place_kinds.h"
#include "gis/intake/places.h"

namespace smile {

struct PlacesRead {
  LayerData data;
  Crs crs;
  std::string credit;       ///< as the source says
  std::string service_day;  ///< GTFS
  std::string method;       ///< an English sentence
};

/// kind: nullptr where it is a word of the user's own.
PlacesRead read_places(const std::filesystem::path& file, const PlacesOptions& options, const PlaceKind* kind,
                       const Plan& plan, const Progress& progress);

}  // namespace smile
