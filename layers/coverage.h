#pragma once
// Many shapes of one colour painted at once: each adds its exact area to the pixels it touches, and their sum, at most
// all of a pixel, is laid on. A city of houses costs some additions per house however small it is drawn, and nothing
// disappears. Signed areas along edges as in L. Levien's font-rs (2016): a row's running sum is what is covered.

#include <QPainter>
#include <cmath>
#include <cstdint>
#include <memory>
#include <vector>

namespace smile::layers {

/// For painters on images whose transform only moves and scales evenly. All coordinates here are pixels of the device
/// from device_left() and device_top().
class Coverage {
public:
  /// visible: logical pixels of the painter.
  Coverage(QPainter& painter, const QRectF& visible);
  ~Coverage();
  Coverage(const Coverage&) = delete;
  Coverage& operator=(const Coverage&) = delete;

  double device_left() const { return left_; }
  double device_top() const { return top_; }

  /// One edge of a closed ring. Rings that run the same way round add up; holes run the other way.
  void edge(double x0, double y0, double x1, double y1);
  /// Something around a place that covers so many square pixels of the one it lies in.
  void add(double x, double y, double area);
  /// Something that covers the share `density` of a box.
  void add_box(double left, double top, double right, double bottom, double density);
  /// A stroke with square ends, so many pixels longer before its beginning and after its end.
  void line(double x0, double y0, double x1, double y1, double width, double before = 0, double after = 0);
  void disc(double x, double y, double radius);

  /// Paints the sum of what was added in one colour, and forgets it.
  void paint(const QColor& colour);

private:
  struct Buffer {
    std::vector<float> cells;      ///< by rows: how much more is covered from this pixel on
    std::vector<int> first, last;  ///< of each row: where something was added
  };
  void row_edge(int row, double x0, double x1, double signed_height);
  void note(int row, int from, int to) {
    if (from < buffer_->first[static_cast<std::size_t>(row)]) buffer_->first[static_cast<std::size_t>(row)] = from;
    if (to > buffer_->last[static_cast<std::size_t>(row)]) buffer_->last[static_cast<std::size_t>(row)] = to;
  }
  float* cells(int row) { return buffer_->cells.data() + static_cast<std::ptrdiff_t>(row) * stride_; }
  void begin();
  void forget(int row);
  static std::vector<std::unique_ptr<Buffer>>& spare();

  QPainter& painter_;
  int left_ = 0, top_ = 0, columns_ = 0, rows_ = 0, stride_ = 0;
  std::unique_ptr<Buffer> buffer_;  ///< nullptr until something is added
};

inline void Coverage::row_edge(int row, double x0, double x1, double signed_height) {
  if (x0 > x1) std::swap(x0, x1);
  float* cell = cells(row);
  if (x1 <= 0) {
    cell[0] += static_cast<float>(signed_height);
    return note(row, 0, 0);
  }
  if (x0 >= columns_) return note(row, columns_, columns_);
  if (x0 < 0 || x1 > columns_) {  // the part beyond a side counts as if it stood upright there
    const double width = x1 - x0;
    const double before = x0 < 0 ? -x0 / width : 0;
    const double behind = x1 > columns_ ? (x1 - columns_) / width : 0;
    cell[0] += static_cast<float>(signed_height * before);
    signed_height *= 1 - before - behind;
    x0 = std::max(x0, 0.0), x1 = std::min(x1, static_cast<double>(columns_));
  }
  const int first = static_cast<int>(x0);
  const int last = static_cast<int>(std::ceil(x1));
  note(row, first, last);
  if (last <= first + 1) {
    const double behind = signed_height * ((x0 + x1) / 2 - first);
    cell[first] += static_cast<float>(signed_height - behind);
    cell[first + 1] += static_cast<float>(behind);
    return;
  }
  const double per_pixel = signed_height / (x1 - x0);
  const double in_first = first + 1 - x0;
  const double a = per_pixel * in_first * in_first / 2;
  cell[first] += static_cast<float>(a);
  const double in_last = x1 - (last - 1);
  const double z = per_pixel * in_last * in_last / 2;  // what the last pixel leaves to the one behind it
  if (last == first + 2) {
    cell[first + 1] += static_cast<float>(signed_height - a - z);
  } else {
    const double second = per_pixel * (1.5 - (x0 - first));
    cell[first + 1] += static_cast<float>(second - a);
    for (int x = first + 2; x < last - 1; ++x) cell[x] += static_cast<float>(per_pixel);
    const double summed = second + (last - first - 3) * per_pixel;
    cell[last - 1] += static_cast<float>(signed_height - summed - z);
  }
  cell[last] += static_cast<float>(z);
}

inline void Coverage::edge(double x0, double y0, double x1, double y1) {
  if (y0 == y1) return;
  const double sign = y0 < y1 ? 1 : -1;
  if (sign < 0) std::swap(x0, x1), std::swap(y0, y1);
  if (y1 <= 0 || y0 >= rows_) return;
  if (!buffer_) begin();
  const double slope = (x1 - x0) / (y1 - y0);
  if (y0 < 0) x0 -= slope * y0, y0 = 0;
  if (y1 > rows_) y1 = rows_;
  double x = x0;
  for (int row = static_cast<int>(y0); row < y1; ++row) {
    const double height = std::min(row + 1.0, y1) - std::max(static_cast<double>(row), y0);
    const double next = x + slope * height;
    row_edge(row, x, next, sign * height);
    x = next;
  }
}

}  // namespace smile::layers
