#include "layers/coverage.h"

#include <QImage>
#include <algorithm>
#include <array>
#include <bit>
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
  words_ = ((stride_ >> block_bits) + 64) / 64;
}

Coverage::~Coverage() {
  if (!buffer_) return;
  constexpr std::size_t most_spare = 8;
  // What was not painted, because somebody gave up, is no buffer of zeros.
  const auto& marked = buffer_->marked;
  if (std::any_of(marked.begin(), marked.end(), [](std::uint64_t word) { return word != 0; })) return;
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
  buffer_->marked.assign(static_cast<std::size_t>(words_) * static_cast<std::size_t>(rows_), 0);
}

/// In any order, anywhere: the part beyond a side counts as if it stood upright there.
void Coverage::row_edge(int row, double x0, double x1, double signed_height) {
  if (x0 > x1) std::swap(x0, x1);
  if (x1 <= 0) return row_edge_inside(cells(row), marks_of(row), 0, 0, signed_height);
  if (x0 >= columns_) return;
  const double width = x1 - x0;
  const double before = x0 < 0 ? -x0 / width : 0;
  const double behind = x1 > columns_ ? (x1 - columns_) / width : 0;
  if (before > 0) row_edge_inside(cells(row), marks_of(row), 0, 0, signed_height * before);
  row_edge_inside(cells(row), marks_of(row), std::max(x0, 0.0), std::min(x1, static_cast<double>(columns_)),
                  signed_height * (1 - before - behind));
}

/// Downwards, over the sides of what is seen.
void Coverage::edge_across(double x0, double y0, double x1, double y1, double sign) {
  const double slope = (x1 - x0) / (y1 - y0);
  const double low = std::min(x0, x1), high = std::max(x0, x1);
  if (y0 < 0) x0 -= slope * y0, y0 = 0;
  y1 = std::min(y1, static_cast<double>(rows_));
  double x = x0;
  for (int row = static_cast<int>(y0); row < y1; ++row) {
    const double height = std::min(row + 1.0, y1) - std::max(static_cast<double>(row), y0);
    const double next = std::clamp(x + slope * height, low, high);
    row_edge(row, x, next, sign * height);
    x = next;
  }
}

void Coverage::add(double x, double y, double area) {
  if (!(x >= 0 && y >= 0 && x < columns_ && y < rows_)) return;
  if (!buffer_) begin();
  const int row = static_cast<int>(y), column = static_cast<int>(x);
  cells(row)[column] += static_cast<float>(area);
  cells(row)[column + 1] -= static_cast<float>(area);
  mark(marks_of(row), column >> block_bits);
  mark(marks_of(row), (column + 1) >> block_bits);
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
  const double length = std::sqrt(dx * dx + dy * dy);
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

namespace {

void blend(QRgb* pixel, QRgb* end, QRgb full, std::uint32_t alpha) {
  if (alpha == 0) return;
  if (alpha == 255) return std::fill(pixel, end, full);
  const QRgb part = times(full, alpha);
  for (; pixel != end; ++pixel) *pixel = part + times(*pixel, 255 - alpha);
}

}  // namespace

/// Between marked blocks the sum does not change: most of a row is skipped or filled in runs.
void Coverage::paint_row(QRgb* pixels, int row, QRgb full, float scale) {
  float* cell = cells(row);
  float sum = 0;
  std::uint32_t alpha = 0;
  const auto run = [&](int from, int to) {
    if (alpha > 0 && from < columns_) blend(pixels + from, pixels + std::min(to, columns_), full, alpha);
  };
  for (int word = 0; word < words_; ++word) {
    std::uint64_t& bits = buffer_->marked[static_cast<std::size_t>(row * words_ + word)];
    int at = word * 64;  // block up to which everything is painted
    for (; bits != 0; bits &= bits - 1) {
      const int block = word * 64 + std::countr_zero(bits);
      run(at << block_bits, block << block_bits);
      at = block + 1;
      const int end = std::min(at << block_bits, stride_);
      for (int x = block << block_bits; x < end; ++x) {
        sum += cell[x];
        cell[x] = 0;
        alpha = static_cast<std::uint32_t>(std::min(std::abs(sum), 1.0F) * scale + 0.5F);
        if (alpha == 0 || x >= columns_) continue;
        pixels[x] = alpha == 255 ? full : times(full, alpha) + times(pixels[x], 255 - alpha);
      }
    }
    run(at << block_bits, (word + 1) * 64 << block_bits);
  }
}

void Coverage::paint(const QColor& colour) {
  if (!buffer_) return;
  const auto scale = static_cast<float>(255 * painter_.opacity() * colour.alphaF());
  const QRgb full = qRgba(colour.red(), colour.green(), colour.blue(), 255);
  if (QImage* image = image_of(painter_)) {
    for (int row = 0; row < rows_; ++row)
      paint_row(reinterpret_cast<QRgb*>(image->scanLine(top_ + row)) + left_, row, full, scale);
    return;
  }
  QImage own(columns_, rows_, QImage::Format_ARGB32_Premultiplied);
  own.fill(Qt::transparent);
  for (int row = 0; row < rows_; ++row) paint_row(reinterpret_cast<QRgb*>(own.scanLine(row)), row, full, scale);
  painter_.save();
  painter_.resetTransform();
  painter_.setOpacity(1);
  own.setDevicePixelRatio(painter_.device()->devicePixelRatio());
  painter_.drawImage(QPointF(left_, top_) / painter_.device()->devicePixelRatio(), own);
  painter_.restore();
}

}  // namespace smile::layers
