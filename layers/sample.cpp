// How a layer's features look in the legend and in lists.

#include "layers/context.h"
#include "layers/pattern.h"

namespace smile::layers {
namespace {

/// Four strips from dark to light; in colours those of water, woods, meadows and sand.
void draw_picture_sign(QPainter& painter, const QRectF& box, const FeaturePaint& paint) {
  const QColor colours[] = {QColor("#5b87a6"), QColor("#4f7a4c"), QColor("#9db36a"), QColor("#d9c9a0")};
  painter.setPen(Qt::NoPen);
  for (int i = 0; i < 4; ++i) {
    const QColor shade = QColor::fromHsv(paint.fill.hsvHue(), paint.fill.hsvSaturation(), 70 + 50 * i);
    painter.setBrush(paint.fill.isValid() ? shade : colours[i]);
    painter.drawRect(QRectF(box.left() + box.width() * i / 4, box.top(), box.width() / 4, box.height()));
  }
  painter.setPen(QPen(paint.edge, 0.6));
  painter.setBrush(Qt::NoBrush);
  painter.drawRect(box);
}

}  // namespace

void draw_sample(QPainter& painter, const QRectF& box, GeometryKind kind, const FeaturePaint& paint) {
  if (kind == GeometryKind::none) return draw_picture_sign(painter, box, paint);
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
