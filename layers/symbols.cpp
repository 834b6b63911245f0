#include "layers/symbols.h"

#include <QPaintEngine>
#include <QPainterPath>
#include <QPixmap>
#include <cmath>
#include <map>
#include <mutex>
#include <tuple>

#include "layers/palette.h"

namespace smile::layers {
namespace {

QPainterPath polygon(std::initializer_list<QPointF> corners) {
  QPainterPath path;
  path.addPolygon(QPolygonF(corners));
  path.closeSubpath();
  return path;
}

/// The shape of a block around (0, 0), all of about the same area as a circle of that width.
QPainterPath shape(Block block, double size) {
  const double r = size / 2;
  QPainterPath path;
  switch (block) {
    case Block::citizens:
      path.addEllipse(QPointF(), r, r);
      break;
    case Block::governance:
      path.addRect(-r * 0.88, -r * 0.88, r * 1.76, r * 1.76);
      break;
    case Block::places:
      path = polygon({{0, -r * 1.22}, {r * 1.22, 0}, {0, r * 1.22}, {-r * 1.22, 0}});
      break;
    case Block::exchange:
      path = polygon({{0, -r * 1.2}, {r * 1.2, r * 0.88}, {-r * 1.2, r * 0.88}});
      break;
    case Block::none:
      path = polygon({{0, r * 1.2}, {r * 1.2, -r * 0.88}, {-r * 1.2, -r * 0.88}});
      break;
  }
  return path;
}

QColor mixed(const QColor& a, const QColor& b, double share) {
  const auto mix = [share](int x, int y) { return static_cast<int>(std::lround(x * share + y * (1 - share))); };
  return {mix(a.red(), b.red()), mix(a.green(), b.green()), mix(a.blue(), b.blue())};
}

void stroke(QPainter& painter, const QPainterPath& path, const QColor& colour, double width) {
  painter.strokePath(path, QPen(colour, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
}

QPainterPath left_of_middle(double size) {
  QPainterPath half;
  half.addRect(-size, -size, size, 2 * size);
  return half;
}

void draw_cross(QPainter& painter, const QColor& colour, double size) {
  const double r = size * 0.2;
  painter.setPen(QPen(colour, size * 0.11, Qt::SolidLine, Qt::RoundCap));
  painter.drawLine(QPointF(-r, -r), QPointF(r, r));
  painter.drawLine(QPointF(-r, r), QPointF(r, -r));
}

void draw_body(QPainter& painter, Block block, const QColor& colour, PhaseFill fill, double size) {
  const double line = size * 0.125;
  const QPainterPath body = shape(block, size - line);
  QColor ground = Qt::white;
  if (fill == PhaseFill::pale) ground = mixed(colour, Qt::white, 0.35);
  if (fill == PhaseFill::full || fill == PhaseFill::full_dot) ground = colour;
  painter.fillPath(body, ground);
  if (fill == PhaseFill::half) painter.fillPath(body.intersected(left_of_middle(size)), colour);
  stroke(painter, body, colour, line);
  if (fill == PhaseFill::core) painter.fillPath(shape(block, size * 0.5), colour);
  if (fill == PhaseFill::ringed) painter.fillPath(shape(block, size * 0.62), colour);
  if (fill == PhaseFill::full_dot) painter.fillPath(shape(Block::citizens, size * 0.32), Qt::white);
  if (fill == PhaseFill::crossed) draw_cross(painter, colour, size);
}

PhaseFill fill_of(const SymbolLook& look) {
  return look.phases_differ ? PhaseFill::half : phase_fill(look.phase);
}

using SymbolKey = std::tuple<Block, PhaseFill, QRgb, int, bool, int>;

QImage symbol_image(const SymbolLook& look, double size, bool selected, double ratio) {
  const int side = 2 * static_cast<int>(std::ceil(symbol_reach(size, selected) * ratio)) + 2;
  QImage image(side, side, QImage::Format_ARGB32_Premultiplied);
  image.fill(Qt::transparent);
  QPainter painter(&image);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.scale(ratio, ratio);
  draw_symbol(painter, QPointF(side / 2.0, side / 2.0) / ratio, look, size, selected);
  return image;
}

QImage cached_symbol(const SymbolLook& look, double size, bool selected, double ratio) {
  static std::mutex mutex;
  static std::map<SymbolKey, QImage> cache;
  const SymbolKey key{look.block,
                      fill_of(look),
                      look.colour.isValid() ? look.colour.rgba() : 0,
                      static_cast<int>(std::lround(size * 16)),
                      selected,
                      static_cast<int>(std::lround(ratio * 256))};
  const std::lock_guard lock(mutex);
  if (cache.size() > 2000) cache.clear();
  QImage& image = cache[key];
  if (image.isNull()) image = symbol_image(look, size, selected, ratio);
  return image;
}

}  // namespace

QColor block_colour(Block block) {
  switch (block) {
    case Block::citizens:
      return {0x00, 0x72, 0xB2};
    case Block::governance:
      return {0x7B, 0x5E, 0xA7};
    case Block::places:
      return {0x00, 0x81, 0x5F};
    case Block::exchange:
      return {0xD9, 0x82, 0x00};
    case Block::none:
      break;
  }
  return {0x5F, 0x5F, 0x6A};
}

QColor phase_colour(Phase phase) {
  switch (phase_fill(phase)) {
    case PhaseFill::hollow:
      return {0x6E, 0x6E, 0x7A};
    case PhaseFill::pale:
      return {0x2C, 0x7F, 0xB8};
    case PhaseFill::core:
      return {0x7B, 0x5E, 0xA7};
    case PhaseFill::full:
      return {0xC9, 0x5B, 0x0C};
    case PhaseFill::full_dot:
      return {0x9A, 0x7B, 0x00};
    case PhaseFill::ringed:
      return {0x00, 0x76, 0x57};
    case PhaseFill::crossed:
    case PhaseFill::half:
      break;
  }
  return {0x7A, 0x7A, 0x84};
}

QColor symbol_colour(const SymbolLook& look) {
  if (look.colour.isValid()) return look.colour;
  return look.phase == Phase::rejected && !look.phases_differ ? phase_colour(look.phase) : block_colour(look.block);
}

PhaseFill phase_fill(Phase phase) {
  switch (phase) {
    case Phase::none:
    case Phase::idea:
      return PhaseFill::hollow;
    case Phase::proposed:
    case Phase::checked:
      return PhaseFill::pale;
    case Phase::in_matrix:
    case Phase::shortlisted:
      return PhaseFill::core;
    case Phase::decided:
      return PhaseFill::full;
    case Phase::in_progress:
      return PhaseFill::full_dot;
    case Phase::done:
      return PhaseFill::ringed;
    case Phase::rejected:
      break;
  }
  return PhaseFill::crossed;
}

double symbol_reach(double size, bool selected) {
  return selected ? size * 1.3 * 0.9 : size * 0.61 + 2.5;
}

void draw_symbol(QPainter& painter, QPointF centre, const SymbolLook& look, double size, bool selected) {
  if (selected) size *= 1.3;
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  painter.translate(centre);
  const QPainterPath outline = shape(look.block, size);
  if (selected) {
    stroke(painter, outline, palette(Theme::light).selection, size * 0.46);
    stroke(painter, outline, Qt::white, size * 0.26);
  } else {
    stroke(painter, outline, QColor(255, 255, 255, 235), 2.6);  // keeps neighbours and dark ground apart
  }
  draw_body(painter, look.block, symbol_colour(look), fill_of(look), size);
  painter.restore();
}

void draw_phase_key(QPainter& painter, QPointF centre, PhaseFill fill, double size) {
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  painter.translate(centre);
  draw_body(painter, Block::citizens, QColor(0x4A, 0x4A, 0x55), fill, size);
  painter.restore();
}

QPixmap symbol_pixmap(Block block, Phase phase, int size, double device_pixel_ratio, const QColor& colour) {
  const int side = static_cast<int>(std::lround(size * device_pixel_ratio));
  QPixmap pixmap(side, side);
  pixmap.fill(Qt::transparent);
  QPainter painter(&pixmap);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.scale(device_pixel_ratio, device_pixel_ratio);
  draw_symbol(painter, QPointF(size / 2.0, size / 2.0), {block, phase, colour}, size * 0.74, false);
  painter.end();
  pixmap.setDevicePixelRatio(device_pixel_ratio);
  return pixmap;
}

bool paints_pixels(const QPainter& painter) {
  return painter.paintEngine()->type() == QPaintEngine::Raster;
}

QPointF on_device_pixel(const QPainter& painter, QPointF p) {
  const QTransform device = painter.deviceTransform();
  const QPointF at = device.map(p);
  return device.inverted().map(QPointF(std::round(at.x()), std::round(at.y())));
}

void draw_symbol_image(QPainter& painter, QPointF centre, const SymbolLook& look, double size, bool selected) {
  const double ratio = painter.deviceTransform().m11();
  QImage image = cached_symbol(look, size, selected, ratio);
  image.setDevicePixelRatio(ratio);
  const double half = image.width() / 2.0 / ratio;
  painter.drawImage(on_device_pixel(painter, centre - QPointF(half, half)), image);
}

}  // namespace smile::layers
