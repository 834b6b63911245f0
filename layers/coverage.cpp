#include "layers/coverage.h"

#include <QImage>
#include <algorithm>
#include <cmath>

namespace smile::layers {

Coverage::Coverage(const QRectF& visible, double ratio)
    : left_(visible.left()),
      top_(visible.top()),
      ratio_(ratio),
      columns_(static_cast<int>(std::ceil(visible.width() * ratio))),
      rows_(static_cast<int>(std::ceil(visible.height() * ratio))) {}

void Coverage::begin() {
  cells_.assign(static_cast<std::size_t>(columns_) * static_cast<std::size_t>(rows_), 0.0F);
}

void Coverage::add_box(double left, double top, double right, double bottom, double density) {
  left = (left - left_) * ratio_, right = (right - left_) * ratio_;
  top = (top - top_) * ratio_, bottom = (bottom - top_) * ratio_;
  const int from_x = std::max(0, static_cast<int>(std::floor(left)));
  const int to_x = std::min(columns_ - 1, static_cast<int>(std::floor(right)));
  const int from_y = std::max(0, static_cast<int>(std::floor(top)));
  const int to_y = std::min(rows_ - 1, static_cast<int>(std::floor(bottom)));
  if (from_x > to_x || from_y > to_y) return;
  if (cells_.empty()) begin();
  const double share = density / (ratio_ * ratio_);
  for (int y = from_y; y <= to_y; ++y) {
    const double height = std::min(bottom, y + 1.0) - std::max(top, static_cast<double>(y));
    float* cell = cells_.data() + static_cast<std::ptrdiff_t>(y) * columns_;
    for (int x = from_x; x <= to_x; ++x)
      cell[x] +=
          static_cast<float>(share * height * (std::min(right, x + 1.0) - std::max(left, static_cast<double>(x))));
  }
}

void Coverage::paint(QPainter& painter, const QColor& colour) {
  if (cells_.empty()) return;
  QImage image(columns_, rows_, QImage::Format_ARGB32_Premultiplied);
  const double pixels_per_square = ratio_ * ratio_;  // device pixels that a square logical one has
  const auto scale = static_cast<float>(255 * pixels_per_square * colour.alphaF());
  const auto red = static_cast<std::uint32_t>(colour.red());
  const auto green = static_cast<std::uint32_t>(colour.green());
  const auto blue = static_cast<std::uint32_t>(colour.blue());
  for (int y = 0; y < rows_; ++y) {
    const float* cell = cells_.data() + static_cast<std::ptrdiff_t>(y) * columns_;
    auto* pixel = reinterpret_cast<std::uint32_t*>(image.scanLine(y));
    for (int x = 0; x < columns_; ++x) {
      const auto alpha = static_cast<std::uint32_t>(std::min(cell[x] * scale, 255.0F));
      pixel[x] = alpha == 0
                     ? 0U
                     : alpha << 24U | (red * alpha / 255) << 16U | (green * alpha / 255) << 8U | (blue * alpha / 255);
    }
  }
  image.setDevicePixelRatio(ratio_);
  painter.drawImage(QPointF(left_, top_), image);
  cells_.clear();
}

}  // namespace smile::layers
