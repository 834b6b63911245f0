#include "viewer/map/reach_overlay.h"

#include <QGuiApplication>
#include <QImage>
#include <QPainter>
#include <QPainterPath>
#include <algorithm>
#include <cmath>

#include "gis/geometry/geometry.h"
#include "layers/coverage.h"

namespace smile::viewer {
namespace {

constexpr double street_width = 6;  // logical pixels
constexpr int card_margin = 8;

/// Reached: calm green-blue.
QColor reached(layers::Theme theme, int alpha) {
  QColor colour = theme == layers::Theme::dark ? QColor(0x5f, 0xc9, 0xb8) : QColor(0x12, 0x7c, 0x8a);
  colour.setAlpha(alpha);
  return colour;
}

QPainterPath path_of(const Geometry& shape, const layers::Camera& camera) {
  QPainterPath path;
  for (std::size_t k = 0; k < shape.paths(); ++k) {
    const auto points = shape.path(k);
    for (std::size_t i = 0; i < points.size(); ++i) {
      const QPointF at = camera.to_screen(points[i]);
      i == 0 ? path.moveTo(at) : path.lineTo(at);
    }
  }
  return path;
}

void paint_around(QPainter& painter, const ReachOverlay& overlay, const layers::Camera& camera, layers::Theme theme) {
  const double far = overlay.around_m / camera.metres_per_pixel;
  painter.setPen(QPen(reached(theme, 200), 1.5));
  painter.setBrush(reached(theme, 48));
  if (overlay.shape.kind == GeometryKind::point) {
    for (const Point& p : overlay.shape.points) painter.drawEllipse(camera.to_screen(p), far, far);
    return;
  }
  const QPainterPath path = path_of(overlay.shape, camera);
  QPainterPathStroker wide(QPen(Qt::black, 2 * far, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
  QPainterPath ground = wide.createStroke(path);
  if (overlay.shape.kind == GeometryKind::area) ground = ground.united(path);
  painter.drawPath(ground.simplified());
}

/// Lines in one go: crossings are not darker than streets. Summed up as the map's own streets are: several times as
/// fast as Qt's strokes.
void paint_streets(QPainter& painter, const ReachOverlay& overlay, const layers::Camera& camera, layers::Theme theme) {
  const QRectF screen(painter.viewport());
  const double ratio = painter.device()->devicePixelRatioF();
  QImage image((screen.size() * ratio).toSize(), QImage::Format_ARGB32_Premultiplied);
  image.fill(Qt::transparent);
  {
    QPainter streets(&image);
    layers::Coverage coverage(streets, QRectF(image.rect()));
    std::vector<layers::Coverage::Point> line;
    for (std::size_t k = 0; k < overlay.shape.paths(); ++k) {
      line.clear();
      for (const Point& p : overlay.shape.path(k)) {
        const QPointF at = camera.to_screen(p) * ratio;
        line.push_back({at.x() - coverage.device_left(), at.y() - coverage.device_top()});
      }
      coverage.polyline(line, street_width * ratio, true);
    }
    coverage.paint(reached(theme, 150));
  }
  image.setDevicePixelRatio(ratio);
  painter.drawImage(QPointF(0, 0), image);
}

/// At the top of the map, where it does not cover what it speaks of.
void paint_card(QPainter& painter, const ReachOverlay& overlay, layers::Theme theme) {
  const bool dark = theme == layers::Theme::dark;
  QFont font = QGuiApplication::font();
  font.setPointSizeF(font.pointSizeF() * 1.15);
  painter.setFont(font);
  const QRect screen = painter.viewport();
  const int widest = std::min(std::max(560, screen.width() * 2 / 3), screen.width() - 4 * card_margin);
  const QRect text = painter.fontMetrics().boundingRect(QRect(0, 0, widest, 400), Qt::TextWordWrap, overlay.words);
  QRectF card(0, 8, text.width() + 2 * card_margin, text.height() + 2 * card_margin);
  card.moveLeft(std::round((screen.width() - card.width()) / 2));
  painter.setPen(QPen(reached(theme, 255), 1));
  painter.setBrush(dark ? QColor(0x24, 0x26, 0x29, 0xf0) : QColor(0xff, 0xff, 0xff, 0xf0));
  painter.drawRoundedRect(card, 4, 4);
  painter.setPen(dark ? QColor(0xf2, 0xf2, 0xf2) : QColor(0x1e, 0x22, 0x26));
  painter.drawText(card.adjusted(card_margin, card_margin, -card_margin, -card_margin), Qt::TextWordWrap,
                   overlay.words);
}

}  // namespace

void paint(QPainter& painter, const ReachOverlay& overlay, const layers::Camera& camera, layers::Theme theme) {
  if (overlay.shape.points.empty()) return;
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  if (overlay.around_m > 0)
    paint_around(painter, overlay, camera, theme);
  else
    paint_streets(painter, overlay, camera, theme);
  if (!overlay.words.isEmpty()) paint_card(painter, overlay, theme);
  painter.restore();
}

}  // namespace smile::viewer
