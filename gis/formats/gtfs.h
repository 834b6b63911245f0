#pragma once
// Stops of a public transport timetable in GTFS (General Transit Feed Specification, gtfs.org): where they are, how
// often something leaves there on one weekday, and what.

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "gis/geometry/geometry.h"
#include "gis/jobs/progress.h"
#include "gis/words/report.h"

namespace smile {

/// A stop as people call it: all its platforms together.
struct GtfsStop {
  std::string id, name;
  Point at;                                ///< longitude, latitude
  std::int64_t platforms = 0;              ///< of the file that were joined; 1: a stop that has no station
  std::optional<std::int64_t> departures;  ///< on the service day; std::nullopt where the files don't say
  std::vector<std::string> modes;  ///< that leave there on that day: "tram", "bus" …, each once, in this order
};

struct GtfsStops {
  std::vector<GtfsStop> stops;  ///< in the order of stops.txt
  std::string service_day;      ///< ISO date of the day that was counted; "" where no departures are known
  std::string agencies;         ///< names of the companies, for the sources
  Report report;                ///< declared: rows of stops.txt; read: those that became part of a stop
};

/// A folder with stops.txt, or a .zip that holds one; by content, not by name.
bool is_gtfs(const std::filesystem::path& path);

/// Platforms (location_type 0) are joined into their parent_station; a station lies where the file says, else where its
/// first platform lies; entrances and nodes of paths are left out. The service day is the weekday, Monday to Friday, on
/// which most trips run, the first of equals. A departure is a row of stop_times.txt of a trip of that day, but for the
/// last stop of the trip and where nobody may get on (pickup_type 1); trips of frequencies.txt count as often as they
/// run. stop_times.txt is read in pieces: memory grows with the trips of one day, not with the file.
/// Rows that can't be read are warnings with their row. Throws Error{not_found|refused|unreadable|cancelled|disk};
/// {refused} without stops.txt or without its columns.
GtfsStops read_gtfs_stops(const std::filesystem::path& path, const Progress& progress = {});

}  // namespace smile
