#pragma once
// What lies at a place of the map: features of the layers of context, districts of every level.

#include "layers/map.h"

namespace smile::layers {

struct FeatureHit {
  Id layer = 0;
  std::size_t row = 0;  ///< in the layer's data
  bool operator==(const FeatureHit&) const = default;
};

/// Features of the layers that are seen from this camera, the topmost layer first and in it the nearest first: points
/// and lines within `radius` logical pixels, areas that hold the place. Tested on the features' own coordinates.
std::vector<FeatureHit> features_at(const MapScene& scene, const Camera& camera, QPointF position, double radius = 6);

/// The districts that hold the place, of each level one, the coarsest first.
std::vector<Id> districts_at(const MapScene& scene, const Camera& camera, QPointF position);

}  // namespace smile::layers
