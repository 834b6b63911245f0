#pragma once
// A layer's features made ready for drawing: ordered along a curve over the ground and cut into blocks, so that what is
// not in view costs nothing; in steps of detail, so that what is smaller than a pixel costs nothing either. Coordinates
// are floats from an origin in the layer's middle: exact to a few millimetres for a city. Drawing only, no analysis.

#include <array>
#include <cstdint>
#include <memory>
#include <mutex>
#include <span>
#include <stop_token>
#include <vector>

#include "gis/formats/layer_data.h"

namespace smile::layers {

struct GroundPoint {
  float x = 0, y = 0;  ///< from FeatureShapes::origin()
};

struct GroundBox {
  float min_x = 0, min_y = 0, max_x = 0, max_y = 0;
  bool intersects(const GroundBox& o) const {
    return min_x <= o.max_x && o.min_x <= max_x && min_y <= o.max_y && o.min_y <= max_y;
  }
  float size() const { return max_x - min_x > max_y - min_y ? max_x - min_x : max_y - min_y; }
};

class FeatureShapes {
public:
  explicit FeatureShapes(LayerDataPtr data);

  /// All features at one level of detail.
  struct Step {
    double tolerance = 0;                  ///< ground units that a line may be off
    std::vector<GroundPoint> points;       ///< path after path, feature after feature; shells counter-clockwise, holes
                                           ///< clockwise
    std::vector<std::uint32_t> path_ends;  ///< one past the last point of each path
    std::vector<std::uint32_t> ends;       ///< by feature: one past its last path; features too small have none

    std::size_t first_path(std::size_t feature) const { return feature == 0 ? 0 : ends[feature - 1]; }
    std::span<const GroundPoint> path(std::size_t i) const {
      const std::size_t begin = i == 0 ? 0 : path_ends[i - 1];
      return std::span(points).subspan(begin, path_ends[i] - begin);
    }
  };
  struct Block {
    std::uint32_t begin = 0, end = 0;  ///< features
    GroundBox box;
  };

  const LayerData& data() const { return *data_; }
  Point origin() const { return origin_; }
  std::size_t size() const { return rows_.size(); }                        ///< features that have a shape
  std::uint32_t row(std::size_t feature) const { return rows_[feature]; }  ///< its place in data()
  GeometryKind kind(std::size_t feature) const { return data_->features.kinds[rows_[feature]]; }
  const GroundBox& box(std::size_t feature) const { return boxes_[feature]; }
  float area(std::size_t feature) const { return areas_[feature]; }  ///< of areas, square units; holes subtracted
  const std::vector<Block>& blocks() const { return blocks_; }
  /// The coarsest step that is good enough. Made when it is asked for first: a page on paper needs one of them.
  const Step& at(double tolerance) const;
  /// Makes all steps, so that nobody who zooms has to wait for one.
  void make_steps(const std::stop_token& stop) const;

private:
  static constexpr std::array tolerances{0.0, 0.5, 2.0, 8.0, 32.0, 128.0};  // ground units: metres
  static constexpr std::size_t step_count = tolerances.size();

  void order();
  void measure(std::size_t feature);
  void make_blocks();
  const Step& step(std::size_t k) const;
  void find_lives() const;
  void fill(Step& step, std::size_t k) const;
  GroundPoint from_origin(Point p) const {
    return {static_cast<float>(p.x - origin_.x), static_cast<float>(p.y - origin_.y)};
  }

  LayerDataPtr data_;
  Point origin_;
  std::vector<std::uint32_t> rows_;
  std::vector<GroundBox> boxes_;
  std::vector<float> areas_;
  std::vector<Block> blocks_;
  mutable std::once_flag lives_found_;
  mutable std::vector<std::uint8_t> lives_;  ///< by point of data(): in how many of the steps it is
  mutable std::array<std::once_flag, step_count> made_;
  mutable std::array<Step, step_count> steps_;  ///< the finest first
};
using FeatureShapesPtr = std::shared_ptr<const FeatureShapes>;

/// Built once and kept as long as somebody holds it. Thread-safe.
FeatureShapesPtr feature_shapes(const LayerDataPtr& data);

}  // namespace smile::layers
