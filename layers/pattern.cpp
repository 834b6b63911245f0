#include "layers/pattern.h"

#include <QImage>
#include <cmath>

#include "layers/clip.h"

namespace smile::layers {
namespace {

constexpr int tile_px = 8;  ///< side of the texture
constexpr double line_width = 1.2;
constexpr double dot_radius = 1.25;

void draw_tile(QPainter& painter, Pattern pattern, const QColor& colour) {
  painter.setRenderHint(QPainter::Antialiasing);
  constexpr double t = tile_px;
  if (pattern == Pattern::dotted) {
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    for (const QPointF& at : {QPointF(t / 4, t / 4), QPointF(3 * t / 4, 3 * t / 4)})
      painter.drawEllipse(at, dot_radius, dot_radius);
    return;
  }
  painter.setPen(QPen(colour, line_width, Qt::SolidLine, Qt::SquareCap));
  for (const double shift : {-t, 0.0, t}) {  // the neighbours' lines too: no seams
    painter.drawLine(QPointF(shift, t), QPointF(shift + t, 0));
    if (pattern == Pattern::crossed) painter.drawLine(QPointF(shift, 0), QPointF(shift + t, t));
  }
}

std::vector<QPolygonF> mirrored(const std::vector<QPolygonF>& rings) {
  std::vector<QPolygonF> out = rings;
  for (QPolygonF& ring : out)
    for (QPointF& p : ring) p.setX(-p.x());
  return out;
}

}  // namespace

QBrush pattern_brush(Pattern pattern, const QColor& colour, double ratio) {
  if (pattern == Pattern::outline) return Qt::NoBrush;
  if (pattern != Pattern::hatched && pattern != Pattern::crossed && pattern != Pattern::dotted) return colour;
  const int pixels = std::max(1, static_cast<int>(std::lround(tile_px * ratio)));
  QImage tile(pixels, pixels, QImage::Format_ARGB32_Premultiplied);
  tile.fill(Qt::transparent);
  QPainter painter(&tile);
  painter.scale(static_cast<double>(pixels) / tile_px, static_cast<double>(pixels) / tile_px);
  draw_tile(painter, pattern, colour);
  painter.end();
  QBrush brush(tile);
  brush.setTransform(
      QTransform::fromScale(static_cast<double>(tile_px) / pixels, static_cast<double>(tile_px) / pixels));
  return brush;
}

void draw_pattern(QPainter& painter, const std::vector<QPolygonF>& rings, Pattern pattern, const QColor& colour,
                  QPointF origin) {
  const double spacing = tile_px * std::sqrt(0.5);
  QPen pen(colour, line_width);
  if (pattern == Pattern::dotted) {
    pen = QPen(colour, 2 * dot_radius, Qt::CustomDashLine, Qt::RoundCap);
    pen.setDashPattern({1e-3, tile_px * std::sqrt(0.5) / pen.widthF()});
  }
  painter.setPen(pen);
  const auto draw = [&](const std::vector<QPolygonF>& of, double along, bool back) {
    for (QLineF line : hatching(of, spacing, std::fmod(along * std::sqrt(0.5), spacing))) {
      if (back) line = QLineF(-line.x1(), line.y1(), -line.x2(), line.y2());
      painter.drawLine(line);
    }
  };
  draw(rings, origin.x() + origin.y(), false);
  if (pattern == Pattern::crossed) draw(mirrored(rings), -origin.x() + origin.y(), true);
}

double pattern_cover(Pattern pattern) {
  switch (pattern) {
    case Pattern::hatched:
      return 0.25;
    case Pattern::crossed:
      return 0.45;
    case Pattern::dotted:
      return 0.15;
    case Pattern::outline:
      return 0.3;  // such a small area is mostly its edge
    case Pattern::solid:
    case Pattern::dashed:
      break;
  }
  return 1;
}

}  // namespace smile::layers
