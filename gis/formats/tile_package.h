#pragma once
// A map service taken along: the city's part of it in a GeoPackage or MBTiles, every zoom as the service draws it.

#include "gis/formats/raster.h"

namespace smile {

/// What is to be taken.
struct TilePackage {
  RasterSource source;  ///< a service, as chosen_service completes it
  std::string name;     ///< of the layer
  Box ground;           ///< in `crs`
  Crs crs;
  double finest = 1;    ///< metres on the ground in a pixel of the closest zoom
  double coarsest = 1;  ///< … and of the farthest
};

struct PackageSize {
  int zooms = 0;
  std::int64_t tiles = 0;  ///< of 256 × 256 pixels
  std::int64_t bytes = 0;  ///< about: from what maps usually take
};

inline constexpr std::int64_t most_tiles = 200000;

/// Asks the server for no tile (of WMTS for its capabilities, if they aren't kept). Throws as raster_info.
PackageSize size_of(const TilePackage& package, const Progress& progress = {});

/// By its ending; any other is written as GeoPackage.
bool is_mbtiles(const std::filesystem::path& file);

/// Writes beside `file` and renames at the end: cancelled or failed, nothing is left and what was there stays. Throws
/// Error{refused} for more than most_tiles and for MBTiles of a service with another grid than web maps have,
/// {unreadable} where the server fails three times, {disk|cancelled}.
void write_package(const TilePackage& package, const std::filesystem::path& file, const Progress& progress = {});

}  // namespace smile
