#pragma once
// Pictures under the map: files and map services become layers of the plan, and layers find their pictures again.

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "gis/formats/raster.h"
#include "gis/formats/tile_package.h"
#include "gis/intake/layers.h"

namespace smile {

/// A layer by reference to a picture's file, below everything. A plan without system takes the UTM zone of the picture.
/// Throws as raster_info.
Intake intake_raster(const std::filesystem::path& file, const LayerOptions& options, const Plan& plan,
                     const std::filesystem::path& folder, const Progress& progress = {});

struct ServiceOptions {
  LayerSource::Kind kind = LayerSource::Kind::wms;
  std::string address;
  std::string layer;  ///< of tiles: the zooms there are, "0-18"; "": 0–19
  std::string name;   ///< "": the layer's, or the server's
  std::string credit;
};
/// A layer by reference to a map service. Asks the server for one tile, so that what is wrong is said now. The plan
/// needs a place. Throws as chosen_service, Error{usage} for a plan without districts and measures.
Intake intake_service(const ServiceOptions& options, const Plan& plan, const Progress& progress = {});

/// Where answers of map services are kept: of this user, never in a current folder.
std::filesystem::path tile_cache();

/// How a service is asked, before anything of it is known.
RasterSource service_source(const ServiceOptions& options);
/// Where a layer's picture comes from: its package if it was taken offline, then no server is asked.
RasterSource raster_source(const LayerSource& source, const std::filesystem::path& folder);
bool is_service(const LayerSource& source);  ///< and asked when it is drawn: not taken offline

/// Pictures by layer, those that are laid on last at the end.
using RasterSet = std::map<Id, std::vector<RasterImagePtr>>;

/// A part of the ground as it is seen.
struct RasterView {
  Box ground;  ///< plan's system
  int width = 0;
  int height = 0;    ///< device pixels
  double scale = 0;  ///< 1:n
  bool operator==(const RasterView&) const = default;
};
/// True where the layer is to be seen from there.
bool is_in_range(const LayerSettings& settings, double scale);

/// What a layer looks like from a view. Where a service does not answer: what is kept of it, and why as `problem`.
struct LayerPicture {
  RasterImagePtr image;  ///< nullptr where there is nothing
  std::optional<Error> problem;
};
/// ask: false draws a service from what is kept of it, without a request. Throws Error{cancelled} only.
LayerPicture read_picture(const MapLayer& layer, const Plan& plan, const std::filesystem::path& folder,
                          const RasterView& view, bool ask = true, const Progress& progress = {});

struct LoadedRasters {
  RasterSet rasters;
  Issues issues;  ///< a warning for each that is not there, or not as it should be
};
/// All pictures that are to be seen from a view, one after the other.
LoadedRasters load_rasters(const Plan& plan, const std::filesystem::path& folder, const RasterView& view,
                           const Progress& progress = {});
/// The issue of one layer: "layer_missing" of a file, "service_silent" of a service of which nothing, or only what is
/// `kept`, is shown.
Issue raster_issue(const MapLayer& layer, const Text& why, bool kept);

// --- taking a service offline ---

/// The plan's city with a margin, from the scale where all of it is seen to 1:closest. Throws Error{usage} for a layer
/// that is no service, or a plan without a place.
TilePackage package_of(const MapLayer& layer, const Plan& plan, double closest);
/// The layer draws from that file from now on; "" for `file`: from the server again.
Edit use_offline(const MapLayer& layer, const std::filesystem::path& file, const std::filesystem::path& folder);

}  // namespace smile
