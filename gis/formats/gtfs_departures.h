#pragma once
// Private to this room: what leaves where on one weekday, from trips.txt, stop_times.txt and their neighbours.

#include <filesystem>
#include <string>
#include <unordered_map>
#include <vector>

#include "gis/formats/issue_list.h"
#include "gis/jobs/progress.h"

namespace smile {

/// Of each stop's id the position of its place.
using GtfsPlaceOf = std::unordered_map<std::string, std::size_t>;

struct GtfsDepartures {
  std::string service_day;               ///< ISO date; "": the files don't say when what runs, nothing is counted
  std::vector<std::int64_t> of_place;    ///< by position
  std::vector<std::uint32_t> mode_bits;  ///< of each place, see gtfs_modes()
};

/// places: how many there are. Rows that name a trip or a stop nobody has are issues.
GtfsDepartures gtfs_departures(const std::filesystem::path& folder, const GtfsPlaceOf& place_of, std::size_t places,
                               IssueList& issues, const Progress& progress);

/// Names of modes whose bits are set: "tram", "bus" …
std::vector<std::string> gtfs_modes(std::uint32_t bits);
/// The bit of a route_type, as the specification has them and its extension to 1,700; those it doesn't know: "other".
std::uint32_t gtfs_mode_bit(std::int64_t route_type);

}  // namespace smile
