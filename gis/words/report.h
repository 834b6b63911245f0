#pragma once
#include <cstdint>
#include <string>

#include "gis/words/issue.h"

namespace smile {

/// What one import declared, read, repaired and skipped.
struct Report {
  std::int64_t id = 0;
  std::string verb;           ///< "districts", "measures", "statistics"
  std::string file;           ///< as the user named it
  std::string when;           ///< ISO date and time, UTC
  std::string driver;         ///< "ESRI Shapefile", "CSV", …
  std::string encoding;       ///< "CP1252"
  std::string crs;            ///< "EPSG:4326"
  std::int64_t declared = 0;  ///< features or rows the file says it has, -1: it doesn't say
  std::int64_t read = 0;
  std::int64_t repaired = 0;
  std::int64_t skipped = 0;
  Issues issues;
  bool operator==(const Report&) const = default;
};

/// The time an import is reported with: ISO date and time, UTC, to the second.
std::string now_utc();

}  // namespace smile
