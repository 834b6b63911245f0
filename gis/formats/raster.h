#pragma once
// Pictures of the ground: from files (GeoTIFF, PNG and JPEG with world file, MBTiles, GeoPackage) and from map
// services. Only the window and the resolution that are to be seen are read.

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "gis/formats/features.h"

namespace smile {

/// Where a picture comes from.
struct RasterSource {
  enum class Kind : std::uint8_t { file, wms, wmts, xyz };
  Kind kind = Kind::file;
  std::filesystem::path file;
  std::string address;          ///< of services, as map_service.h completes it
  std::string layer;            ///< of a service, or of a GeoPackage with several; xyz: its zooms, "0-18" or "18"
  std::string crs;              ///< of files: overrides what the file says
  std::filesystem::path cache;  ///< of services: the folder where answers are kept
  bool only_cache = false;      ///< of services: no request; what is not kept is transparent
};

struct RasterInfo {
  std::string driver;  ///< "GTiff", "MBTiles", …
  int width = 0;       ///< pixels
  int height = 0;
  Crs crs;
  Box box;  ///< in crs
  int bands = 0;
  int overviews = 0;  ///< of services and tiles: the coarser zooms
  bool crs_guessed = false;
  std::vector<CrsProposal> proposals;                ///< where it had to be guessed
  std::optional<std::pair<double, double>> stretch;  ///< values drawn as black and white, where bands aren't bytes
  Report report;
};

struct RasterImage {
  Box ground;  ///< in the system that was asked for; the outer edges of the pixels
  int width = 0;
  int height = 0;
  std::vector<std::uint8_t> rgba;  ///< rows from north to south, not premultiplied; where nothing is known alpha is 0
  bool empty() const;              ///< nothing to be seen
};
using RasterImagePtr = std::shared_ptr<const RasterImage>;

/// Without its colours; alpha stays.
void make_grey(RasterImage& image);

/// Tables with pictures in a file, one "" for formats that hold one only; empty for files without.
std::vector<std::string> rasters_in(const std::filesystem::path& file);
/// True where the file is to be read as a picture: of files that hold both, features win.
bool is_raster_file(const std::filesystem::path& file);

/// What there is to see. `options.crs` and `options.city` as for features. Throws Error{not_found|refused|unreadable|
/// needs_answer}.
RasterInfo raster_info(const RasterSource& source, const ReadOptions& options = {}, const Progress& progress = {});

/// The picture of `ground` (in `to`) with `width` × `height` pixels. Where the source is finer it is averaged, from its
/// overviews; where it is coarser it is smoothed. Throws as raster_info; {unreadable} with one sentence where a service
/// does not answer: with only_cache what is kept of it can be drawn then; {not_found} where it has no zoom that coarse.
RasterImage read_raster(const RasterSource& source, const Box& ground, const Crs& to, int width, int height,
                        const Progress& progress = {});

}  // namespace smile
