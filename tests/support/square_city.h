#pragma once
// A city of four square districts of 10 km around (310000, 6000000) in EPSG:25833, near Rostock.

#include "gis/plan/edits.h"

namespace smile::tests {

inline District square(std::string code, std::string name, double x, double y) {
  District district;
  district.code = std::move(code);
  district.name = std::move(name);
  district.geometry = make_area({{x, y}, {x + 10000, y}, {x + 10000, y + 10000}, {x, y + 10000}});
  district.area_m2 = 1e8;
  return district;
}

/// K Kröpeliner-Tor-Vorstadt (north-west), L Südstadt (south-west), M Stadtmitte (north-east), N Gartenstadt/Stadtweide
/// (south-east).
inline Plan square_city() {
  return set_level("Stadtbereiche",
                   {square("K", "Kröpeliner-Tor-Vorstadt", 300000, 6000000), square("L", "Südstadt", 300000, 5990000),
                    square("M", "Stadtmitte", 310000, 6000000), square("N", "Gartenstadt/Stadtweide", 310000, 5990000)},
                   crs_from_epsg(25833))
      .apply(Plan{});
}

}  // namespace smile::tests
