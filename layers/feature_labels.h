#pragma once
// The texts of a layer of context, made ready once per data and field: streets whose pieces bear the same name become
// one line, areas know where a text has room.

#include <QString>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "layers/feature_shapes.h"

namespace smile::layers {

/// Connected pieces of one name, end to end. Coordinates as in FeatureShapes.
struct NamedLine {
  QString text;
  std::vector<GroundPoint> points;
  GroundBox box;
  float length = 0;  ///< ground units
};
struct NamedArea {
  QString text;
  GroundPoint at;    ///< the middle of the widest of a few horizontal cuts
  float width = 0;   ///< of that cut
  float height = 0;  ///< of the area's box
};
struct NamedPoint {
  QString text;
  std::uint32_t feature = 0;  ///< of FeatureShapes
};

struct FeatureLabels {
  std::vector<NamedLine> lines;    ///< longest first
  std::vector<NamedArea> areas;    ///< widest first
  std::vector<NamedPoint> points;  ///< as in FeatureShapes: near ones follow each other
};
using FeatureLabelsPtr = std::shared_ptr<const FeatureLabels>;

/// The middle of the widest of a few horizontal cuts through an area, with its width; no text.
NamedArea widest_place(const FeatureShapes& shapes, std::uint32_t feature);

/// nullptr without that column. Built once and kept as long as somebody holds it. Thread-safe.
FeatureLabelsPtr feature_labels(const FeatureShapesPtr& shapes, const std::string& field);

}  // namespace smile::layers
