#include "viewer/dialogs/shapes_map.h"

#include <QPainter>

#include "viewer/text.h"

namespace smile::viewer {
namespace {

void add_paths(QPainterPath& to, const Geometry& geometry) {
  for (std::size_t i = 0; i < geometry.paths(); ++i) {
    const auto path = geometry.path(i);
    if (path.empty()) continue;
    to.moveTo(path.front().x, path.front().y);
    for (const Point& p : path.subspan(1)) to.lineTo(p.x, p.y);
  }
}

QPainterPath paths_of(const std::vector<Geometry>& geometries) {
  QPainterPath path;
  for (const Geometry& geometry : geometries)
    if (geometry.kind != GeometryKind::point) add_paths(path, geometry);
  return path;
}

Box box_of(const std::vector<Geometry>& geometries) {
  Box box;
  for (const Geometry& geometry : geometries) box.add(bounds(geometry));
  return box;
}

const QColor file_colour(0x00, 0x72, 0xb2);

}  // namespace

ShapesMap::ShapesMap(QWidget* parent) : QWidget(parent) {
  setMinimumHeight(140);
  setAccessibleName(tr_("The file over the outline of the city"));
}

void ShapesMap::show_shapes(const SourceShapes& shapes) {
  city_ = paths_of(shapes.city);
  file_ = paths_of(shapes.file);
  points_.clear();
  for (const Geometry& geometry : shapes.file)
    if (geometry.kind == GeometryKind::point)
      for (const Point& p : geometry.points) points_.emplace_back(p.x, p.y);
  Box box = box_of(shapes.city);
  box.add(box_of(shapes.file));
  extent_ = box.empty() ? QRectF() : QRectF(box.min_x, box.min_y, box.width(), box.height());
  update();
}

QTransform ShapesMap::ground_to_widget() const {
  constexpr double margin = 8;
  const double scale = std::min((width() - 2 * margin) / std::max(extent_.width(), 1.0),
                                (height() - 2 * margin) / std::max(extent_.height(), 1.0));
  QTransform transform;
  transform.translate(width() / 2.0, height() / 2.0);
  transform.scale(scale, -scale);
  transform.translate(-extent_.center().x(), -extent_.center().y());
  return transform;
}

void ShapesMap::paintEvent(QPaintEvent* /*event*/) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const bool dark = palette().color(QPalette::Window).lightness() < 128;
  painter.fillRect(rect(), dark ? QColor(0x2a, 0x2a, 0x2e) : QColor(0xf6, 0xf4, 0xf1));
  if (extent_.isNull()) return;
  const QTransform to_widget = ground_to_widget();
  painter.setPen(QPen(dark ? QColor(0x8a, 0x8a, 0x94) : QColor(0x8b, 0x8b, 0x94), 1));
  painter.setBrush(dark ? QColor(0x3a, 0x3a, 0x40) : QColor(0xe4, 0xe1, 0xdc));
  painter.drawPath(to_widget.map(city_));
  painter.setPen(QPen(dark ? file_colour.lighter(150) : file_colour, 1.2));
  painter.setBrush(Qt::NoBrush);
  painter.drawPath(to_widget.map(file_));
  painter.setBrush(dark ? file_colour.lighter(150) : file_colour);
  for (const QPointF& point : points_) painter.drawEllipse(to_widget.map(point), 2, 2);
}

}  // namespace smile::viewer
