#pragma once
// True lengths and areas: on the ellipsoid of a coordinate system, along geodesics, by PROJ's port of GeographicLib
// (C. F. F. Karney 2013). Planar figures of a projected system are off by its scale, in UTM by up to 0.1 %.

#include <memory>
#include <optional>
#include <span>
#include <string>

#include "gis/crs/crs.h"

namespace smile {

/// One object per thread, as Transform.
class Geodesic {
public:
  /// Throws Error{usage} for a system without an ellipsoid or without a way to longitude and latitude.
  explicit Geodesic(const Crs& crs);
  ~Geodesic();
  Geodesic(Geodesic&&) noexcept;
  Geodesic& operator=(Geodesic&&) noexcept;

  /// Points in the system; metres. std::nullopt where one of them is outside of what the system can say.
  std::optional<double> length_m(std::span<const Point> line) const;
  /// The ring may be closed or not, in either direction; square metres. Its edges are geodesics.
  std::optional<double> area_m2(std::span<const Point> ring) const;
  const std::string& ellipsoid() const;  ///< "GRS 1980"

private:
  struct Implementation;
  std::unique_ptr<Implementation> implementation_;
};

}  // namespace smile
