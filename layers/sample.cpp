// How a layer's features look in the legend and in lists.

#include "layers/context.h"
#include "layers/pattern.h"

namespace smile::layers {

void draw_sample(QPainter& painter, const QRectF& box, GeometryKind kind, const FeaturePaint& paint) {
  painter.setPen(QPen(paint.edge, 1));
  painter.setBrush(paint.fill);
  if (kind == GeometryKind::area) {
    const bool plain = paint.pattern == Pattern::solid || paint.pattern == Pattern::dashed;
    painter.setPen(QPen(plain ? paint.edge : paint.fill, 1));
    if (!plain) painter.setBrush(Qt::NoBrush);
    if (!plain && paint.pattern != Pattern::outline)
      draw_pattern(painter, {QPolygonF(box)}, paint.pattern, paint.fill, box.topLeft());
    painter.setPen(QPen(plain ? paint.edge : paint.fill, 1));
    return painter.drawRect(box);
  }
  if (kind == GeometryKind::point) return painter.drawEllipse(box.center(), paint.width / 2, paint.width / 2);
  const double width = std::min(paint.width, box.height() - 2);
  const QLineF line(box.left(), box.center().y(), box.right(), box.center().y());
  if (paint.pattern == Pattern::solid) {
    painter.setPen(QPen(paint.edge, width + 1.6, Qt::SolidLine, Qt::FlatCap));
    painter.drawLine(line);
  }
  QPen pen(paint.fill, width, Qt::SolidLine, Qt::FlatCap);
  if (paint.pattern == Pattern::dashed) pen.setDashPattern({2.2, 1.4});
  if (paint.pattern == Pattern::dotted) pen.setDashPattern({1, 1.4});
  painter.setPen(pen);
  painter.drawLine(line);
}

}  // namespace smile::layers
