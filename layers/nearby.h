#pragma once
// Features of a layer near a place, found through its blocks: for this folder only.

#include "layers/feature_shapes.h"

namespace smile::layers {

/// Calls with each feature (position in `shapes`) whose box touches `ground`. A city's hundred thousand features cost a
/// look at two thousand blocks.
template <class Call>
void for_each_near(const FeatureShapes& shapes, const Box& ground, Call call) {
  constexpr double rounding = 0.01;  // boxes are floats: a centimetre more is never missed
  const Point origin = shapes.origin();
  const GroundBox box{
      static_cast<float>(ground.min_x - origin.x - rounding), static_cast<float>(ground.min_y - origin.y - rounding),
      static_cast<float>(ground.max_x - origin.x + rounding), static_cast<float>(ground.max_y - origin.y + rounding)};
  for (const FeatureShapes::Block& block : shapes.blocks()) {
    if (!block.box.intersects(box)) continue;
    for (std::uint32_t i = block.begin; i < block.end; ++i)
      if (shapes.box(i).intersects(box)) call(i);
  }
}

/// Calls with each line or ring of a feature, in the plan's own coordinates.
template <class Call>
void for_each_path(const FeatureColumns& features, std::uint32_t row, Call call) {
  for (std::size_t i = row == 0 ? 0 : features.path_ends[row - 1]; i < features.path_ends[row]; ++i)
    call(features.shapes.path(i));
}

}  // namespace smile::layers
