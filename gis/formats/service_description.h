#pragma once
// Private to this room: how GDAL is told of a map service.

#include <optional>
#include <string>

#include "gis/formats/raster.h"

namespace smile {

inline constexpr int service_timeout_s = 10;

/// GDAL's XML. Everything that came from outside is escaped. WMTS: fetches the capabilities, or takes those kept.
/// Throws Error{refused|unreadable}.
std::string service_description(const RasterSource& source, const Progress& progress);

/// The address without what belongs to one request.
std::string base_address(const RasterSource& source);
/// The value of one of the address's parameters; "" without.
std::string parameter_of(const std::string& address, const char* key);
std::string with_parameter(const std::string& address, const char* key, const std::string& value);

/// The file in the cache with the service's capabilities, fetched if it is older than a day, or `afresh`.
std::filesystem::path kept_capabilities(const RasterSource& source, const Progress& progress, bool afresh = false);

/// Zooms of an XYZ source: "0-18", "18" or "" (0–19).
std::pair<int, int> zooms_of(const RasterSource& source);

}  // namespace smile
