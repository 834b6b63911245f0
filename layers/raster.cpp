#include "layers/raster.h"

#include <QImage>
#include <QRegion>
#include <algorithm>
#include <cmath>

namespace smile::layers {
namespace {

/// The same memory, not a copy.
QImage image_of(const RasterImage& picture) {
  return {picture.rgba.data(), picture.width, picture.height, picture.width * 4, QImage::Format_RGBA8888};
}

struct Placed {
  QRectF target;  ///< logical pixels
  bool sharp = false;
};

/// A picture whose pixels are those of the screen is laid on whole ones: nothing is blurred by a shift.
Placed place(const RasterImage& picture, const Camera& camera) {
  const Box& ground = picture.ground;
  Placed placed{{camera.to_screen({ground.min_x, ground.max_y}), camera.to_screen({ground.max_x, ground.min_y})}};
  const double ratio = camera.device_pixel_ratio;
  placed.sharp = std::abs(placed.target.width() * ratio - picture.width) < 0.01 &&
                 std::abs(placed.target.height() * ratio - picture.height) < 0.01;
  if (placed.sharp)
    placed.target.moveTopLeft(
        {std::round(placed.target.x() * ratio) / ratio, std::round(placed.target.y() * ratio) / ratio});
  return placed;
}

/// Only the part that is seen: a picture of a city seen from close up is larger than a painter can scale.
void draw_part(QPainter& painter, const RasterImage& picture, const Placed& placed, const QRectF& visible) {
  const QRectF& target = placed.target;
  painter.setRenderHint(QPainter::SmoothPixmapTransform, !placed.sharp);
  if (visible.contains(target)) return painter.drawImage(target, image_of(picture));
  const double x_step = picture.width / target.width();
  const double y_step = picture.height / target.height();
  const QRectF part = target & visible;
  const QRectF source((part.left() - target.left()) * x_step, (part.top() - target.top()) * y_step,
                      part.width() * x_step, part.height() * y_step);
  painter.drawImage(part, image_of(picture), source);
}

}  // namespace

RasterView raster_view(const Camera& camera) {
  constexpr double most = 8000;
  const QSizeF wanted = QSizeF(camera.size) * camera.device_pixel_ratio;
  const double shrink = std::min(1.0, most / std::max({wanted.width(), wanted.height(), 1.0}));
  return {camera.ground(), std::max(1, static_cast<int>(std::lround(wanted.width() * shrink))),
          std::max(1, static_cast<int>(std::lround(wanted.height() * shrink))), camera.scale_denominator()};
}

void draw_rasters(QPainter& painter, const std::vector<RasterImagePtr>& pictures, const Camera& camera,
                  const QRectF& visible) {
  QRegion rest(visible.toAlignedRect());
  bool drawn = false;
  for (auto at = pictures.rbegin(); at != pictures.rend() && !rest.isEmpty(); ++at) {
    const RasterImage& picture = **at;
    const Placed placed = place(picture, camera);
    if (!placed.target.intersects(visible)) continue;
    painter.save();
    if (drawn) painter.setClipRegion(rest, Qt::IntersectClip);
    draw_part(painter, picture, placed, visible);
    painter.restore();
    drawn = true;
    rest -= (placed.target & visible.adjusted(-1, -1, 1, 1)).toAlignedRect().adjusted(1, 1, -1, -1);
  }
}

}  // namespace smile::layers
