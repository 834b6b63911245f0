#pragma once
// Geometry cut to what is seen. Formats without clipping (SVG) and fast drawing close up both need it.

#include <QLineF>
#include <QPolygonF>
#include <QRectF>
#include <span>
#include <vector>

namespace smile::layers {

/// The ring (closed or not) cut to the rectangle, after Sutherland and Hodgman: for filling only, parts may be joined
/// along the rectangle's edge.
QPolygonF clipped_ring(const QPolygonF& ring, const QRectF& to);

/// The pieces of a line inside the rectangle (Liang–Barsky per segment).
std::vector<QPolygonF> clipped_line(std::span<const QPointF> line, const QRectF& to);

/// Parallel lines that rise to the right, `spacing` apart, inside the rings (even-odd). `phase` shifts them, so that
/// they can stick to the ground.
std::vector<QLineF> hatching(const std::vector<QPolygonF>& rings, double spacing, double phase);

}  // namespace smile::layers
