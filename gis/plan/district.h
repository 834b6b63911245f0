#pragma once
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "gis/geometry/geometry.h"

namespace smile {

using Id = std::int64_t;  ///< unique within a plan, never reused, 0: none

/// One step of the hierarchy: Stadtbereich ▸ Ortsteil ▸ statistischer Bezirk.
struct Level {
  Id id = 0;
  std::string name;  ///< "Stadtbereiche"
  int rank = 0;      ///< 0 the coarsest
  bool operator==(const Level&) const = default;
};

struct District {
  Id id = 0;
  Id level = 0;
  Id parent = 0;     ///< the district of the next coarser level in which most of it lies, 0: none
  std::string code;  ///< unique in its level where the source has codes; else the row number
  std::string name;
  Geometry geometry;  ///< area in the plan's system, valid
  double area_m2 = 0;  ///< planar in the plan's system
  std::optional<double> official_area_m2;  ///< what the source states, where the drawn boundary is schematic
  bool operator==(const District&) const = default;
};

using DistrictPtr = std::shared_ptr<const District>;

}  // namespace smile
