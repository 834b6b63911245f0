#pragma once
// Lines drawn fast: Qt's rasterizer takes time with the square of a stroke's extent on the screen but draws single
// lines quickly, so pixels are stroked line by line. Vectors stay whole.

#include <QLineF>
#include <QPainter>
#include <QPolygonF>
#include <vector>

namespace smile::layers {

/// Cuts lines into dashes; the pattern runs on from line to line until begin().
class Dashes {
public:
  Dashes(double dash, double gap) : dash_(dash), gap_(gap) {}
  void begin() { along_ = 0; }
  void add(const QLineF& line, std::vector<QLineF>& out);

private:
  double dash_, gap_;
  double along_ = 0;  ///< since the current dash began
};

/// Strokes the part of the line that lies in `view` with the painter's pen. `scratch` is kept for its memory. Square
/// caps close the corners.
void stroke_line(QPainter& painter, const QPolygonF& line, const QRectF& view, std::vector<QLineF>& scratch);

/// Rings of one area, holes included.
void fill_rings(QPainter& painter, const std::vector<QPolygonF>& rings, const QColor& colour);

}  // namespace smile::layers
