#include "layers/amounts.h"

#include <QImage>
#include <algorithm>
#include <cmath>
#include <numbers>

#include "gis/analysis/density.h"
#include "layers/feature_labels.h"
#include "layers/symbols.h"

namespace smile::layers {
namespace {

GroundPoint middle_of(std::span<const GroundPoint> path) {
  double length = 0;
  for (std::size_t i = 1; i < path.size(); ++i)
    length += std::hypot(path[i].x - path[i - 1].x, path[i].y - path[i - 1].y);
  double left = length / 2;
  for (std::size_t i = 1; i < path.size(); ++i) {
    const double step = std::hypot(path[i].x - path[i - 1].x, path[i].y - path[i - 1].y);
    if (step >= left && step > 0) {
      const auto t = static_cast<float>(left / step);
      return {path[i - 1].x + t * (path[i].x - path[i - 1].x), path[i - 1].y + t * (path[i].y - path[i - 1].y)};
    }
    left -= step;
  }
  return path.front();
}

GroundPoint place_of(const FeatureShapes& shapes, std::uint32_t feature) {
  const FeatureShapes::Step& exact = shapes.at(0);
  if (shapes.kind(feature) == GeometryKind::area) return widest_place(shapes, feature).at;
  const auto path = exact.path(exact.first_path(feature));
  return shapes.kind(feature) == GeometryKind::line ? middle_of(path) : path.front();
}

/// The kernel on a grid: how much one point gives to the cells around its own.
struct Kernel {
  int reach = 0;
  std::vector<float> weights;  ///< (2 reach + 1)², their sum per cell area is one point

  Kernel(double radius, double cell) : reach(static_cast<int>(std::ceil(radius / cell))) {
    double sum = 0;
    for (int y = -reach; y <= reach; ++y)
      for (int x = -reach; x <= reach; ++x) {
        const double weight = quartic((x * x + y * y) * cell * cell / (radius * radius));
        weights.push_back(static_cast<float>(weight));
        sum += weight;
      }
    constexpr double square_metres_per_square_kilometre = 1e6;
    const auto scale = static_cast<float>(square_metres_per_square_kilometre / (sum * cell * cell));
    for (float& weight : weights) weight *= scale;
  }
};

QRgb colour_at(double share, const std::vector<QColor>& colours) {
  constexpr double clear_below = 0.02, full_from = 0.25, most_opaque = 0.86;
  if (share < clear_below) return 0;
  const double at = std::clamp(share, 0.0, 1.0) * static_cast<double>(colours.size() - 1);
  const auto low = std::min(static_cast<std::size_t>(at), colours.size() - 2);
  const double t = at - static_cast<double>(low);
  const double alpha = most_opaque * std::min(1.0, (share - clear_below) / (full_from - clear_below));
  const auto mix = [&](int a, int b) { return static_cast<int>(std::lround((a + (b - a) * t) * alpha)); };
  return qRgba(mix(colours[low].red(), colours[low + 1].red()), mix(colours[low].green(), colours[low + 1].green()),
               mix(colours[low].blue(), colours[low + 1].blue()), static_cast<int>(std::lround(255 * alpha)));
}

}  // namespace

std::vector<AmountCircle> amount_circles(const FeatureShapes& shapes, const std::vector<double>& values,
                                         double largest) {
  double most = 0;
  for (const double value : values)
    if (std::isfinite(value)) most = std::max(most, value);
  std::vector<AmountCircle> circles;
  for (std::uint32_t i = 0; i < shapes.size(); ++i) {
    if (!(values[i] > 0) || !std::isfinite(values[i])) continue;
    const double diameter = std::max(2.0, largest * std::sqrt(values[i] / most));
    circles.push_back({place_of(shapes, i), static_cast<float>(diameter), i});
  }
  std::stable_sort(circles.begin(), circles.end(),
                   [](const AmountCircle& a, const AmountCircle& b) { return a.diameter > b.diameter; });
  return circles;
}

HeatField::HeatField(FeatureShapesPtr shapes, std::vector<double> weights, double radius_m)
    : shapes_(std::move(shapes)), weights_(std::move(weights)), radius_(radius_m) {
  if (shapes_->size() == 0) return;
  const Box& box = shapes_->data().box;
  const Point origin = shapes_->origin();
  constexpr double most_cells = 1500;  // along one side: a layer of a whole country gets coarser ones
  const double cell = std::max(radius_ / 5, std::max(box.width(), box.height()) / most_cells);
  const Grid all =
      grid(box.min_x - origin.x, box.min_y - origin.y, box.max_x - origin.x, box.max_y - origin.y, cell, {});
  for (const float density : all.density) most_ = std::max(most_, static_cast<double>(density));
}

HeatField::Grid HeatField::grid(double left, double bottom, double right, double top, double cell,
                                const std::stop_token& stop) const {
  const Kernel kernel(std::max(radius_, cell), cell);
  Grid out{(std::floor(left / cell) - 1) * cell, (std::floor(bottom / cell) - 1) * cell, cell, 0, 0, {}};
  out.columns = static_cast<int>(std::ceil((right - out.left) / cell)) + 2;
  out.rows = static_cast<int>(std::ceil((top - out.bottom) / cell)) + 2;
  const int wide = out.columns + 2 * kernel.reach, high = out.rows + 2 * kernel.reach;
  std::vector<float> counts(static_cast<std::size_t>(wide) * static_cast<std::size_t>(high), 0.0F);
  const double reach = kernel.reach * cell;
  const GroundBox area{static_cast<float>(out.left - reach), static_cast<float>(out.bottom - reach),
                       static_cast<float>(right + reach), static_cast<float>(top + reach)};
  for (const FeatureShapes::Block& block : shapes_->blocks()) {
    if (!block.box.intersects(area)) continue;
    if (stop.stop_requested()) return out;
    for (std::uint32_t i = block.begin; i < block.end; ++i) {
      const double weight = weights_.empty() ? 1 : weights_[i];
      if (!(weight > 0) || !std::isfinite(weight)) continue;
      const GroundBox& box = shapes_->box(i);
      const int x = static_cast<int>(std::floor(((box.min_x + box.max_x) / 2 - out.left) / cell)) + kernel.reach;
      const int y = static_cast<int>(std::floor(((box.min_y + box.max_y) / 2 - out.bottom) / cell)) + kernel.reach;
      if (x >= 0 && y >= 0 && x < wide && y < high)
        counts[static_cast<std::size_t>(y) * static_cast<std::size_t>(wide) + static_cast<std::size_t>(x)] +=
            static_cast<float>(weight);
    }
  }
  // What a cell holds goes to its neighbours: empty cells, most of them, cost nothing.
  const int side = 2 * kernel.reach + 1;
  out.density.assign(static_cast<std::size_t>(out.columns) * static_cast<std::size_t>(out.rows), 0.0F);
  for (int y = 0; y < high; ++y)
    for (int x = 0; x < wide; ++x) {
      const float count =
          counts[static_cast<std::size_t>(y) * static_cast<std::size_t>(wide) + static_cast<std::size_t>(x)];
      if (count == 0) continue;
      const int from_x = std::max(0, x - 2 * kernel.reach), to_x = std::min(out.columns - 1, x);
      for (int row = std::max(0, y - 2 * kernel.reach); row <= std::min(out.rows - 1, y); ++row) {
        float* density = out.density.data() + static_cast<std::ptrdiff_t>(row) * out.columns;
        const float* weight = kernel.weights.data() + static_cast<std::ptrdiff_t>(row - y + 2 * kernel.reach) * side;
        for (int column = from_x; column <= to_x; ++column)
          density[column] += count * weight[column - x + 2 * kernel.reach];
      }
    }
  return out;
}

void HeatField::draw(QPainter& painter, const Camera& camera, const QRectF& visible, const std::vector<QColor>& colours,
                     const std::stop_token& stop) const {
  if (most_ <= 0 || colours.size() < 2) return;
  const Point origin = shapes_->origin();
  const Point low = camera.to_ground(visible.bottomLeft());
  const Point high = camera.to_ground(visible.topRight());
  const double cell = std::max(radius_ / 6, 2 * camera.metres_per_pixel);
  const Grid field = grid(low.x - origin.x, low.y - origin.y, high.x - origin.x, high.y - origin.y, cell, stop);
  if (field.density.empty()) return;
  QImage image(field.columns, field.rows, QImage::Format_ARGB32_Premultiplied);
  for (int row = 0; row < field.rows; ++row) {
    auto* pixel = reinterpret_cast<QRgb*>(image.scanLine(field.rows - 1 - row));
    for (int column = 0; column < field.columns; ++column)
      pixel[column] = colour_at(field.density[static_cast<std::size_t>(row) * static_cast<std::size_t>(field.columns) +
                                              static_cast<std::size_t>(column)] /
                                    most_,
                                colours);
  }
  const QPointF corner = camera.to_screen({origin.x + field.left, origin.y + field.bottom + field.rows * field.cell});
  const QRectF target(corner, QSizeF(field.columns, field.rows) * field.cell / camera.metres_per_pixel);
  // Whoever shows a PDF or SVG may draw each cell as a square.
  constexpr double finer = 2;  // pictures' pixels for each logical pixel
  if (!paints_pixels(painter))
    image = image.scaled((target.size() * finer).toSize(), Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
  painter.save();
  painter.setRenderHint(QPainter::SmoothPixmapTransform);
  painter.setClipRect(visible);
  painter.drawImage(target, image);
  painter.restore();
}

}  // namespace smile::layers
