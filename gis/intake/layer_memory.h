#pragma once
#include <cstddef>

#include "gis/plan/layer.h"
#include "gis/plan/plan_place.h"

namespace smile {

/// Bytes that the features of a layer will take in memory, before they are read: by the size of the file where it holds
/// nothing else, else by their number. An estimate within a factor of two or three; 0 where the file has gone.
std::size_t expected_bytes(const MapLayer& layer, const PlanPlace& place);

}  // namespace smile
