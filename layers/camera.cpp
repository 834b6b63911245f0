#include "layers/camera.h"

#include <algorithm>

namespace smile::layers {

QPointF Camera::to_screen(Point p) const {
  return {(p.x - centre.x) / metres_per_pixel + size.width() / 2.0,
          (centre.y - p.y) / metres_per_pixel + size.height() / 2.0};
}

Point Camera::to_ground(QPointF p) const {
  return {centre.x + (p.x() - size.width() / 2.0) * metres_per_pixel,
          centre.y - (p.y() - size.height() / 2.0) * metres_per_pixel};
}

Box Camera::ground() const {
  const double half_width = size.width() / 2.0 * metres_per_pixel;
  const double half_height = size.height() / 2.0 * metres_per_pixel;
  return {centre.x - half_width, centre.y - half_height, centre.x + half_width, centre.y + half_height};
}

QTransform Camera::transform() const {
  const double s = 1 / metres_per_pixel;
  return {s, 0, 0, -s, size.width() / 2.0 - centre.x * s, size.height() / 2.0 + centre.y * s};
}

double Camera::scale_denominator() const {
  return metres_per_pixel / metres_per_pixel_at(1);
}

double metres_per_pixel_at(double scale_denominator) {
  constexpr double metres_per_inch = 0.0254;
  return scale_denominator * metres_per_inch / 96;
}

Camera fit(const Box& box, QSize size, double margin) {
  Camera camera;
  camera.size = size;
  if (box.empty()) return camera;
  camera.centre = box.centre();
  const double width = std::max(1.0, size.width() - 2 * margin);
  const double height = std::max(1.0, size.height() - 2 * margin);
  camera.metres_per_pixel = std::max({box.width() / width, box.height() / height, 0.05});
  return camera;
}

Camera zoomed(Camera camera, double factor, QPointF fixed) {
  const Point before = camera.to_ground(fixed);
  camera.metres_per_pixel = std::clamp(camera.metres_per_pixel / factor, 0.01, 20000.0);
  const Point after = camera.to_ground(fixed);
  camera.centre = {camera.centre.x + before.x - after.x, camera.centre.y + before.y - after.y};
  return camera;
}

Camera panned(Camera camera, QPointF by) {
  camera.centre = {camera.centre.x - by.x() * camera.metres_per_pixel,
                   camera.centre.y + by.y() * camera.metres_per_pixel};
  return camera;
}

}  // namespace smile::layers
