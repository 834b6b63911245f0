#pragma once
// Coordinate systems and transforms, done by PROJ. Text from files is parsed with network and file access off.
// Everywhere x is easting or longitude and y northing or latitude, whatever the authority's axis order says.

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "gis/geometry/geometry.h"

namespace smile {

/// A coordinate system as a value. epsg 0: known only by its WKT.
struct Crs {
  int epsg = 0;
  std::string wkt;  ///< WKT2:2019; empty: unknown
  bool known() const { return epsg != 0 || !wkt.empty(); }
  bool operator==(const Crs& o) const { return epsg != 0 || o.epsg != 0 ? epsg == o.epsg : wkt == o.wkt; }
};

/// Throws Error{usage} for a code PROJ does not know.
Crs crs_from_epsg(int code);
/// "EPSG:25833", "25833", WKT or PROJJSON. File names, URLs and pipelines are refused. std::nullopt if it is none of these.
std::optional<Crs> crs_from_text(std::string_view text);
std::string crs_name(const Crs& crs);  ///< "ETRS89 / UTM zone 33N"
std::string crs_code(const Crs& crs);  ///< "EPSG:25833", or the name
bool is_geographic(const Crs& crs);
/// WKT1 in ESRI's dialect, for .prj files.
std::string crs_esri_wkt(const Crs& crs);
/// Longitudes and latitudes the system is made for, as the EPSG list has it; the whole world where it doesn't say.
Box area_of_use(const Crs& crs);
/// The ETRS89/UTM zone of a place in Europe (25828–25838), WGS84/UTM elsewhere (326xx, 327xx).
Crs utm_of(double longitude, double latitude);

/// Transforms between two systems with PROJ's best operation for the area. One object per thread.
class Transform {
public:
  Transform(const Crs& from, const Crs& to);
  ~Transform();
  Transform(Transform&&) noexcept;
  Transform& operator=(Transform&&) noexcept;

  /// std::nullopt where the operation is not defined.
  std::optional<Point> operator()(Point p) const;
  std::optional<Geometry> operator()(const Geometry& geometry) const;
  std::string operation() const;  ///< PROJ's name of what it does
  double accuracy_m() const;      ///< PROJ's figure; below 0: unknown

private:
  struct Implementation;
  std::unique_ptr<Implementation> implementation_;
};

/// One possible reading of coordinates whose system is missing or wrong.
struct CrsProposal {
  Crs crs;
  bool axes_swapped = false;  ///< x and y stand in each other's place in the file
  double distance_km = 0;     ///< between the reading's centre and the city (0 inside)
  Point longitude_latitude;   ///< the centre of the data, read so
};

/// The readings of `extent` that fall in or near the city, best first; `city` in longitude/latitude, empty: Central Europe.
/// Tried: the declared one, 25833, 25832, 5650, 4647, 5678/31468, 31467, 5674/2398, 4326, 3857, 3035, each also with axes swapped.
std::vector<CrsProposal> propose_crs(const Box& extent, const std::optional<Crs>& declared, const Box& city);

}  // namespace smile
