#pragma once
// Private to this room: a raster dataset with what is needed to read it, and what GDAL says meanwhile.

#include <array>

#include "gis/formats/ogr_handles.h"
#include "gis/formats/raster.h"

namespace smile::raster {

using GroundTransform = std::array<double, 6>;  ///< pixel → ground, as GDAL has it

struct Opened {
  ogr::Dataset dataset;
  GroundTransform to_ground{};
  std::optional<Crs> crs;  ///< as the source declares it or was told
  std::string name;        ///< how sentences call it
};

/// On this thread only: GDAL is quiet, says what went wrong afterwards, keeps answers where `cache` says, and asks
/// nobody but the server of a service: what a file refers to on the network is not fetched.
class Guard {
public:
  explicit Guard(const RasterSource& source);
  ~Guard();
  Guard(const Guard&) = delete;
  Guard& operator=(const Guard&) = delete;
  const std::string& said() const { return said_; }
  void forget() { said_.clear(); }

private:
  std::string said_;
  std::vector<std::unique_ptr<ogr::ThreadOption>> options_;
};

/// Throws Error{not_found|refused|unreadable}.
Opened open(const RasterSource& source, const Guard& guard, const Progress& progress);

/// The declared system; throws Error{needs_answer} where there is none.
const Crs& known_crs(const Opened& opened);

/// Ground coordinates of a place in pixels.
Point ground_at(const GroundTransform& transform, double x, double y);

/// What a service said, in one sentence for people.
Error service_problem(const RasterSource& source, const std::string& said);
Error file_problem(const Opened& opened, const std::string& said);

/// A dataset over `rgba`, which must outlive it: four bands, the last is alpha.
ogr::Dataset over_memory(std::uint8_t* rgba, int width, int height, const GroundTransform& transform, const Crs& crs);

}  // namespace smile::raster
