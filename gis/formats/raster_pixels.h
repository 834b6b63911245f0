#pragma once
// Private to this room: a window of a raster as red, green, blue, alpha.

#include "gis/formats/raster_open.h"

namespace smile::raster {

/// Whole pixels of the finest resolution.
struct Window {
  int x = 0;
  int y = 0;
  int width = 0;
  int height = 0;
  bool empty() const { return width <= 0 || height <= 0; }
};

/// How the bands become colours.
struct Bands {
  int red = 1;
  int green = 1;
  int blue = 1;
  bool palette = false;
  bool bytes = true;
  std::pair<double, double> stretch{0, 255};  ///< where they aren't bytes
};
/// Stretch: between the lowest and the highest two percent of the values.
Bands bands_of(const RasterSource& source, const Opened& opened);

struct Pixels {
  int width = 0;
  int height = 0;
  std::vector<std::uint8_t> rgba;
  GroundTransform to_ground{};
};

/// Reads `window` with one pixel of every factor × factor, in pieces between which `progress` may stop it. `guard` has
/// heard why where it throws Error{unreadable}.
Pixels read_window(const RasterSource& source, const Opened& opened, const Window& window, double factor,
                   const Guard& guard, const Progress& progress);

}  // namespace smile::raster
