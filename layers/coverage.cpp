#include "layers/coverage.h"

#include <QImage>
#include <algorithm>
#include <array>
#include <limits>
#include <mutex>
#include <numbers>

namespace smile::layers {
namespace {

std::mutex spare_mutex;

std::uint32_t times(std::uint32_t pixel, std::uint32_t alpha) {  // each channel by alpha / 255, rounded
  std::uint32_t even = (pixel & 0x00FF00FFU) * alpha + 0x00800080U;
  even = (even + ((even >> 8U) & 0x00FF00FFU)) >> 8U;
  std::uint32_t odd = ((pixel >> 8U) & 0x00FF00FFU) * alpha + 0x00800080U;
  odd = odd + ((odd >> 8U) & 0x00FF00FFU);
  return (even & 0x00FF00FFU) | (odd & 0xFF00FF00U);
}

/// The painter's image, where its pixels may be written as they are.
QImage* image_of(const QPainter& painter) {
  auto* image = dynamic_cast<QImage*>(painter.device());
  const bool plain = image != nullptr && (image->format() == QImage::Format_ARGB32_Premultiplied ||
                                          image->format() == QImage::Format_RGB32);
  return plain ? image : nullptr;
}

}  // namespace

std::vector<std::unique_ptr<Coverage::Buffer>>& Coverage::spare() {
  static std::vector<std::unique_ptr<Buffer>> buffers;
  return buffers;
}

Coverage::Coverage(QPainter& painter, const QRectF& visible) : painter_(painter) {
  const QRect device(0, 0, painter.device()->width(), painter.device()->height());
  const QRect pixels = painter.deviceTransform().mapRect(visible).toAlignedRect() & device;
  left_ = pixels.left(), top_ = pixels.top();
  columns_ = std::max(0, pixels.width()), rows_ = std::max(0, pixels.height());
  stride_ = columns_ + 2;
}

Coverage::~Coverage() {
  if (!buffer_) return;
  for (int row = 0; row < rows_; ++row) forget(row);
  constexpr std::size_t most_spare = 8;
  const std::lock_guard lock(spare_mutex);
  if (spare().size() < most_spare) spare().push_back(std::move(buffer_));
}

/// A buffer full of zeros: pages that are new cost more than what is added to them.
void Coverage::begin() {
  {
    const std::lock_guard lock(spare_mutex);
    if (!spare().empty()) {
      buffer_ = std::move(spare().back());
      spare().pop_back();
    }
  }
  if (!buffer_) buffer_ = std::make_unique<Buffer>();
  const auto wanted = static_cast<std::size_t>(stride_) * static_cast<std::size_t>(rows_);
  if (buffer_->cells.size() < wanted) buffer_->cells.resize(wanted, 0.0F);
  buffer_->first.assign(static_cast<std::size_t>(rows_), std::numeric_limits<int>::max());
  buffer_->last.assign(static_cast<std::size_t>(rows_), -1);
}

void Coverage::forget(int row) {
  int& first = buffer_->first[static_cast<std::size_t>(row)];
  int& last = buffer_->last[static_cast<std::size_t>(row)];
  if (last >= first) std::fill(cells(row) + first, cells(row) + std::min(last, columns_ + 1) + 1, 0.0F);
  first = std::numeric_limits<int>::max(), last = -1;
}

void Coverage::add(double x, double y, double area) {
  if (!(x >= 0 && y >= 0 && x < columns_ && y < rows_)) return;
  if (!buffer_) begin();
  const int row = static_cast<int>(y), column = static_cast<int>(x);
  cells(row)[column] += static_cast<float>(area);
  cells(row)[column + 1] -= static_cast<float>(area);
  note(row, column, column + 1);
}

void Coverage::add_box(double left, double top, double right, double bottom, double density) {
  if (right <= 0 || bottom <= 0 || left >= columns_ || top >= rows_ || !(right > left) || !(bottom > top)) return;
  if (!buffer_) begin();
  for (int row = std::max(0, static_cast<int>(top)); row < std::min(bottom, static_cast<double>(rows_)); ++row) {
    const double height = std::min(row + 1.0, bottom) - std::max(static_cast<double>(row), top);
    row_edge(row, left, left, density * height);
    row_edge(row, right, right, -density * height);
  }
}

void Coverage::line(double x0, double y0, double x1, double y1, double width, double before, double after) {
  double dx = x1 - x0, dy = y1 - y0;
  const double length = std::hypot(dx, dy);
  if (!(length > 0)) return;
  dx /= length, dy /= length;
  x0 -= dx * before, y0 -= dy * before, x1 += dx * after, y1 += dy * after;
  const double nx = -dy * width / 2, ny = dx * width / 2;
  if (std::max(y0, y1) + width < 0 || std::min(y0, y1) - width > rows_) return;
  if (std::max(x0, x1) + width < 0 || std::min(x0, x1) - width > columns_) return;
  edge(x0 - nx, y0 - ny, x0 + nx, y0 + ny);
  edge(x0 + nx, y0 + ny, x1 + nx, y1 + ny);
  edge(x1 + nx, y1 + ny, x1 - nx, y1 - ny);
  edge(x1 - nx, y1 - ny, x0 - nx, y0 - ny);
}

void Coverage::disc(double x, double y, double radius) {
  constexpr int corners = 16;
  static const auto circle = [] {
    std::array<std::pair<double, double>, corners + 1> points;
    for (int i = 0; i <= corners; ++i)
      points[static_cast<std::size_t>(i)] = {std::cos(2 * std::numbers::pi * -i / corners),
                                             std::sin(2 * std::numbers::pi * -i / corners)};
    return points;
  }();
  if (x + radius < 0 || x - radius > columns_ || y + radius < 0 || y - radius > rows_) return;
  for (std::size_t i = 0; i < corners; ++i)
    edge(x + radius * circle[i].first, y + radius * circle[i].second, x + radius * circle[i + 1].first,
         y + radius * circle[i + 1].second);
}

void Coverage::paint(const QColor& colour) {
  if (!buffer_) return;
  const double opacity = painter_.opacity() * colour.alphaF();
  const QRgb full = qPremultiply(qRgba(colour.red(), colour.green(), colour.blue(), 255));
  QImage* image = image_of(painter_);
  QImage own;
  if (image == nullptr) {
    own = QImage(columns_, rows_, QImage::Format_ARGB32_Premultiplied);
    own.fill(Qt::transparent);
  }
  for (int row = 0; row < rows_; ++row) {
    const int first = buffer_->first[static_cast<std::size_t>(row)];
    const int last = std::min(buffer_->last[static_cast<std::size_t>(row)], columns_ - 1);
    if (first > buffer_->last[static_cast<std::size_t>(row)]) continue;
    auto* pixel = reinterpret_cast<QRgb*>(image != nullptr ? image->scanLine(top_ + row) : own.scanLine(row)) +
                  (image != nullptr ? left_ : 0);
    const float* cell = cells(row);
    const auto scale = static_cast<float>(255 * opacity);
    float sum = 0;
    for (int x = first; x <= last; ++x) {
      sum += cell[x];
      const float share = std::min(std::abs(sum), 1.0F);
      const auto alpha = static_cast<std::uint32_t>(share * scale + 0.5F);
      if (alpha == 0) continue;
      pixel[x] = alpha == 255 ? full : times(full, alpha) + times(pixel[x], 255 - alpha);
    }
    forget(row);
  }
  if (image != nullptr) return;
  painter_.save();
  painter_.resetTransform();
  painter_.setOpacity(1);
  own.setDevicePixelRatio(painter_.device()->devicePixelRatio());
  painter_.drawImage(QPointF(left_, top_) / painter_.device()->devicePixelRatio(), own);
  painter_.restore();
}

}  // namespace smile::layers
