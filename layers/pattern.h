#pragma once
// Hatched, crossed and dotted areas. The pattern sticks to the ground while the map is moved.

#include <QBrush>
#include <QPainter>
#include <QPolygonF>
#include <vector>

#include "gis/plan/layer.h"

namespace smile::layers {

/// The pattern as a texture for pixels; `ratio`: device pixels per logical one. A plain brush for solid, none for
/// outline.
QBrush pattern_brush(Pattern pattern, const QColor& colour, double ratio);

/// The same as lines inside the rings (even–odd): where vectors have to stay vectors. `origin`: a place on the ground,
/// in logical pixels.
void draw_pattern(QPainter& painter, const std::vector<QPolygonF>& rings, Pattern pattern, const QColor& colour,
                  QPointF origin);

/// Of all the ground, the share that a pattern covers: for areas that are smaller than its lines.
double pattern_cover(Pattern pattern);

}  // namespace smile::layers
