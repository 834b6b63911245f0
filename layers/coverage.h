#pragma once
// Many shapes of one colour painted at once: each adds its exact area to the pixels it touches, and their sum, at most
// all of a pixel, is laid on. A city of houses costs some additions per house however small it is drawn, and nothing
// disappears. Signed areas along edges as in L. Levien's font-rs (2016): a row's running sum is what is covered.

#include <QPainter>
#include <algorithm>
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
  struct Point {
    double x, y;
  };
  /// A stroke whose corners are closed; rounded: with round ends and round corners where it turns sharply.
  void polyline(const std::vector<Point>& points, double width, bool rounded);

  /// Paints the sum of what was added in one colour, and forgets it.
  void paint(const QColor& colour);

private:
  // Cells lie in tiles of 8 × 8 pixels: an edge runs through few lines of the processor's cache, whichever way it goes.
  static constexpr int tile = 8;
  static constexpr unsigned side = tile;  ///< dividing signed numbers by it would take three times as long
  struct Buffer {
    std::vector<float> cells;          ///< by tiles, in them by rows: how much more is covered from this pixel on
    std::vector<std::uint8_t> marked;  ///< by tiles, a byte for each row of them: 1 where something was added
  };
  /// A row of pixels in the buffer.
  struct Row {
    float* cells = nullptr;
    std::uint8_t* marks = nullptr;
    float& at(int column) const {
      const auto c = static_cast<unsigned>(column);
      return cells[c / side * side * side + c % side];
    }
    void mark(int column) const { marks[static_cast<unsigned>(column) / side * side] = 1; }
  };
  void row_edge(int row, double x0, double x1, double signed_height);
  void edge_across(double x0, double y0, double x1, double y1, double sign);
  static void row_edge_inside(const Row& row, double x0, double x1, double signed_height);
  Row row_of(int row) {
    const auto r = static_cast<unsigned>(row);
    const std::size_t first = static_cast<std::size_t>(r / side) * static_cast<unsigned>(tiles_) * side;
    return {buffer_->cells.data() + (first + r % side) * side, buffer_->marked.data() + first + r % side};
  }
  bool beside(Point a, Point b, double reach) const;  ///< a line that can't be seen
  void begin();
  void paint_tiles(int tile_row, QImage& image, QPoint corner, QRgb full, float scale);
  static std::vector<std::unique_ptr<Buffer>>& spare();

  QPainter& painter_;
  int left_ = 0, top_ = 0, columns_ = 0, rows_ = 0, tiles_ = 0;  ///< tiles: in a row
  std::unique_ptr<Buffer> buffer_;                               ///< nullptr until something is added
};

/// x0 <= x1, both from 0 to the last column.
inline void Coverage::row_edge_inside(const Row& row, double x0, double x1, double signed_height) {
  const int first = static_cast<int>(x0);
  row.mark(first);
  row.mark(first + 1);
  if (x1 <= first + 1) {
    const double behind = signed_height * ((x0 + x1) * 0.5 - first);
    row.at(first) += static_cast<float>(signed_height - behind);
    row.at(first + 1) += static_cast<float>(behind);
    return;
  }
  int last = static_cast<int>(x1);
  last += last < x1;  // rounded up: std::ceil is a call on the processors we build for
  const double per_pixel = signed_height / (x1 - x0);
  const double in_first = first + 1 - x0;
  const double a = per_pixel * in_first * in_first / 2;
  row.at(first) += static_cast<float>(a);
  const double in_last = x1 - (last - 1);
  const double z = per_pixel * in_last * in_last / 2;  // what the last pixel leaves to the one behind it
  if (last == first + 2) {
    row.at(first + 1) += static_cast<float>(signed_height - a - z);
  } else {
    const double second = per_pixel * (1.5 - (x0 - first));
    row.at(first + 1) += static_cast<float>(second - a);
    for (int x = first + 2; x < last - 1; ++x) row.at(x) += static_cast<float>(per_pixel);
    const double summed = second + (last - first - 3) * per_pixel;
    row.at(last - 1) += static_cast<float>(signed_height - summed - z);
  }
  row.at(last) += static_cast<float>(z);
  for (int x = first + tile; x < last; x += tile) row.mark(x);
  row.mark(last);
}

inline void Coverage::edge(double x0, double y0, double x1, double y1) {
  if (y0 == y1) return;
  double sign = 1;
  if (y0 > y1) std::swap(x0, x1), std::swap(y0, y1), sign = -1;
  if (y1 <= 0 || y0 >= rows_) return;
  if (!buffer_) begin();
  const bool inside = x0 >= 0 && x1 >= 0 && x0 <= columns_ && x1 <= columns_;
  if (!inside || y0 < 0 || y1 > rows_) return edge_across(x0, y0, x1, y1, sign);
  int row = static_cast<int>(y0);
  if (y1 <= row + 1.0)  // most edges of a city lie in one row of pixels
    return x0 <= x1 ? row_edge_inside(row_of(row), x0, x1, sign * (y1 - y0))
                    : row_edge_inside(row_of(row), x1, x0, sign * (y1 - y0));
  const double slope = (x1 - x0) / (y1 - y0);
  double x = x0;
  double height = row + 1 - y0;
  double left = y1 - y0;
  const double low = std::min(x0, x1), high = std::max(x0, x1);
  while (left > 0) {
    double next = x + slope * height;
    next = next < low ? low : next > high ? high : next;
    if (slope >= 0)
      row_edge_inside(row_of(row), x, next, sign * height);
    else
      row_edge_inside(row_of(row), next, x, sign * height);
    left -= height;
    if (++row >= rows_) return;
    x = next;
    height = left < 1 ? left : 1;
  }
}

}  // namespace smile::layers
