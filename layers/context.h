#pragma once
// Layers of context on the map: what each feature is painted with, and the painting.

#include <QColor>
#include <QPainter>
#include <QString>
#include <cstdint>
#include <memory>
#include <optional>
#include <stop_token>
#include <vector>

#include "gis/plan/layer.h"
#include "layers/amounts.h"
#include "layers/camera.h"
#include "layers/feature_labels.h"
#include "layers/feature_shapes.h"
#include "layers/palette.h"

namespace smile::layers {

/// How one class of features looks.
struct FeaturePaint {
  QColor fill;       ///< of areas and points, core of lines
  QColor edge;       ///< around areas and points, casing of lines
  double width = 0;  ///< lines: core, close up; points: diameter; logical pixels
  QString label;     ///< in the legend; "" for a layer of one look
  int features = 0;  ///< -1: not counted
  Pattern pattern = Pattern::solid;
};

/// A layer prepared once per data and style.
struct ContextLayer {
  MapLayerPtr layer;
  FeatureShapesPtr shapes;
  std::vector<FeaturePaint> paints;     ///< at least one; the last is for values that belong nowhere else
  std::vector<std::uint16_t> paint_of;  ///< by feature of shapes; empty: all have the first
  QString method;                       ///< how classes were made; "" without
  FeatureLabelsPtr labels{};            ///< nullptr: none are asked for
  std::vector<AmountCircle> circles{};  ///< proportional: instead of the features
  HeatFieldPtr heat{};                  ///< heat map: instead of the features
  std::vector<QColor> heat_colours{};
  std::vector<FeaturePaint> samples{};  ///< the legend's lines, where they are others than the paints
};

inline constexpr const char* heat_ramp = "orange";  ///< where nobody chose another

/// The look of a layer by itself: as it was styled, else by its topic.
FeaturePaint plain_paint(const MapLayer& layer, Theme theme);

ContextLayer prepare_context(const MapLayerPtr& layer, const LayerDataPtr& data, Theme theme, Language language);

using ContextLayerPtr = std::shared_ptr<const ContextLayer>;
/// The same, kept for the last few: every step of a drag asks again, and sorting a city's houses into classes takes
/// longer than drawing them. Thread-safe.
ContextLayerPtr kept_context(const MapLayerPtr& layer, const LayerDataPtr& data, Theme theme, Language language);

/// Draws what lies in `visible` (logical pixels of the camera). Stops early when asked to. full_detail: see
/// MapSettings.
void draw_context(QPainter& painter, const ContextLayer& layer, const Camera& camera, const QRectF& visible,
                  const std::stop_token& stop, bool full_detail = false);

/// The same look at one place: for legends. Circles may be larger than the box. kind none: the sign of a picture, in
/// colours where the paint has no fill, else in shades of it.
void draw_sample(QPainter& painter, const QRectF& box, GeometryKind kind, const FeaturePaint& paint);
/// What a legend shows of a layer: a circle for amounts, an area for a heat map, else its features.
GeometryKind sample_kind(const ContextLayer& layer);
/// Its lines, with how many features have each look. frame: only what touches it, in the layer's coordinates, and no
/// line of what isn't there.
std::vector<FeaturePaint> legend_paints(const ContextLayer& layer, const std::optional<Box>& frame = std::nullopt);

}  // namespace smile::layers
