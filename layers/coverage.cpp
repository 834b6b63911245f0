#include "layers/coverage.h"

#include <QImage>
#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <mutex>
#include <numbers>

namespace smile::layers {
namespace {

std::mutex spare_mutex;

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
  tiles_ = (columns_ + 2 + tile - 1) / tile;
}

Coverage::~Coverage() {
  if (!buffer_) return;
  constexpr std::size_t most_spare = 8;
  // What was not painted, because somebody gave up, is no buffer of zeros.
  const auto& marked = buffer_->marked;
  if (std::any_of(marked.begin(), marked.end(), [](std::uint8_t mark) { return mark != 0; })) return;
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
  const auto tiles = static_cast<std::size_t>(tiles_) * static_cast<std::size_t>((rows_ + tile - 1) / tile);
  if (buffer_->cells.size() < tiles * tile * tile) buffer_->cells.resize(tiles * tile * tile, 0.0F);
  buffer_->marked.assign(tiles * tile, 0);
}

/// In any order, anywhere: the part beyond a side counts as if it stood upright there.
void Coverage::row_edge(int row, double x0, double x1, double signed_height) {
  if (x0 > x1) std::swap(x0, x1);
  if (x1 <= 0) return row_edge_inside(row_of(row), 0, 0, signed_height);
  if (x0 >= columns_) return;
  const double width = x1 - x0;
  const double before = x0 < 0 ? -x0 / width : 0;
  const double behind = x1 > columns_ ? (x1 - columns_) / width : 0;
  if (before > 0) row_edge_inside(row_of(row), 0, 0, signed_height * before);
  row_edge_inside(row_of(row), std::max(x0, 0.0), std::min(x1, static_cast<double>(columns_)),
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
  const Row row = row_of(static_cast<int>(y));
  const int column = static_cast<int>(x);
  row.at(column) += static_cast<float>(area);
  row.at(column + 1) -= static_cast<float>(area);
  row.mark(column);
  row.mark(column + 1);
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

namespace {

/// Which way a line runs from one point to the next.
struct Direction {
  double x = 0, y = 0, length = 0;
  Direction(Coverage::Point a, Coverage::Point b) : x(b.x - a.x), y(b.y - a.y), length(std::sqrt(x * x + y * y)) {
    if (length > 0) x /= length, y /= length;
  }
};

/// tan of half the angle by which a line turns: positive to the left as coordinates run, huge where it turns back.
double turn(const Direction& a, const Direction& b) {
  const double cosine = a.x * b.x + a.y * b.y, sine = a.x * b.y - a.y * b.x;
  return sine / std::max(1 + cosine, 1e-9);
}

}  // namespace

bool Coverage::beside(Point a, Point b, double reach) const {
  return std::max(a.x, b.x) < -reach || std::min(a.x, b.x) > columns_ + reach || std::max(a.y, b.y) < -reach ||
         std::min(a.y, b.y) > rows_ + reach;
}

/// The two sides of a line meet at its bends: two edges a segment. Where a bend is sharp for its segments, the stroke
/// ends and begins anew, both ends as much longer as the line turns; wide ones get a disc.
void Coverage::polyline(const std::vector<Point>& points, double width, bool rounded) {
  if (points.size() < 2) return;
  const double half = width / 2;
  const std::size_t last = points.size() - 1;
  if (rounded) disc(points[0].x, points[0].y, half), disc(points[last].x, points[last].y, half);
  Direction along(points[0], points[1]);
  double before = 0;  // how much the stroke is longer at its beginning
  Point left{}, right{};
  bool begun = false;
  for (std::size_t i = 0; i < last; ++i) {
    const Point a = points[i], b = points[i + 1];
    const Direction next = i + 1 < last ? Direction(b, points[i + 2]) : along;
    if (along.length > 0 && !beside(a, b, width)) {
      const double nx = along.y * half, ny = -along.x * half;
      if (!begun) {
        const double x = a.x - along.x * before, y = a.y - along.y * before;
        left = {x + nx, y + ny}, right = {x - nx, y - ny};
        edge(left.x, left.y, right.x, right.y);
      }
      const double bend = i + 1 < last && next.length > 0 ? turn(along, next) * half : 0;
      const bool smooth = i + 1 < last && next.length > 0 &&
                          std::abs(bend) <= std::min({half * 0.6, along.length, next.length}) &&
                          !beside(b, points[i + 2], width);
      const double longer = smooth ? 0 : rounded ? 0 : std::min(std::abs(bend), half);
      const double l = smooth ? bend : longer, r = smooth ? -bend : longer;
      const Point to_left{b.x + nx + along.x * l, b.y + ny + along.y * l};
      const Point to_right{b.x - nx + along.x * r, b.y - ny + along.y * r};
      edge(to_left.x, to_left.y, left.x, left.y);
      edge(right.x, right.y, to_right.x, to_right.y);
      left = to_left, right = to_right;
      begun = smooth, before = longer;
      if (!smooth) edge(right.x, right.y, left.x, left.y);
      if (!smooth && rounded && i + 1 < last) disc(b.x, b.y, half);
    } else {
      begun = false, before = 0;
    }
    along = next;
  }
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

// Four pixels at a time, in what every processor's vector instructions can: GCC's and Clang's own types, lowered to
// them.
using Four = float __attribute__((vector_size(16)));
using FourWhole = std::int32_t __attribute__((vector_size(16)));
using Channels = std::uint8_t __attribute__((vector_size(16)));
using WideChannels = std::uint16_t __attribute__((vector_size(32)));

Channels channels(FourWhole value) {
  Channels out;
  std::memcpy(&out, &value, sizeof out);
  return out;
}

bool all_zero(FourWhole value) {
  std::array<std::uint64_t, 2> halves;
  std::memcpy(halves.data(), &value, sizeof value);
  return (halves[0] | halves[1]) == 0;
}

/// alpha, of four pixels in 255ths, for each of their channels.
Channels for_channels(FourWhole alpha) {
  alpha |= alpha << 8;
  return channels(alpha | alpha << 16);
}

/// ink * alpha + pixel * (255 - alpha), by 255, rounded.
void blend_four(QRgb* pixels, Channels alpha, Channels ink) {
  Channels pixel;
  std::memcpy(&pixel, pixels, sizeof pixel);
  const auto share = __builtin_convertvector(alpha, WideChannels);
  WideChannels sum = __builtin_convertvector(ink, WideChannels) * share +
                     __builtin_convertvector(pixel, WideChannels) * (255 - share) + 128;
  sum = (sum + (sum >> 8)) >> 8;
  pixel = __builtin_convertvector(sum, Channels);
  std::memcpy(pixels, &pixel, sizeof pixel);
}

/// One after another each pixel of a block is covered by the sum of all cells up to it. The cells are zero afterwards.
/// Gives the last pixel's alpha.
int paint_block(QRgb* pixels, float* cells, float& sum, Channels ink, float scale) {
  const Four zero{};
  Four before = zero + sum;
  FourWhole alpha{};
  for (std::size_t i = 0; i < 8; i += 4) {
    Four covered;
    std::memcpy(&covered, cells + i, sizeof covered);
    std::memcpy(cells + i, &zero, sizeof zero);
    covered += __builtin_shufflevector(zero, covered, 0, 4, 5, 6);
    covered += __builtin_shufflevector(zero, covered, 0, 1, 4, 5);
    covered += before;
    before = __builtin_shufflevector(covered, covered, 3, 3, 3, 3);
    covered = covered < 0 ? -covered : covered;
    covered = covered > 1 ? zero + 1 : covered;
    alpha = __builtin_convertvector(covered * scale + 0.5F, FourWhole);
    if (!all_zero(alpha)) blend_four(pixels + i, for_channels(alpha), ink);
  }
  sum = before[0];
  return alpha[3];
}

/// Pixels that are all covered alike.
void blend_run(QRgb* pixel, QRgb* end, QRgb full, Channels ink, int alpha) {
  if (alpha == 255) return std::fill(pixel, end, full);
  const Channels alphas = for_channels(FourWhole{} + alpha);
  for (; end - pixel >= 4; pixel += 4) blend_four(pixel, alphas, ink);
  std::array<QRgb, 4> rest{};
  std::copy(pixel, end, rest.begin());
  blend_four(rest.data(), alphas, ink);
  std::copy_n(rest.begin(), end - pixel, pixel);
}

}  // namespace

/// Rows of tiles are painted from left to right. Where nothing is marked the sum does not change: most is skipped or
/// filled in runs.
void Coverage::paint_tiles(int tile_row, QImage& image, QPoint corner, QRgb full, float scale) {
  const Channels ink = channels(FourWhole{} + static_cast<std::int32_t>(full));
  struct Progress {
    QRgb* pixels = nullptr;
    float sum = 0;
    int alpha = 0;
    int painted = 0;  ///< column up to which all is done
  };
  std::array<Progress, tile> rows;
  const int first = tile_row * tile, count = std::min(tile, rows_ - first);
  for (int r = 0; r < count; ++r)
    rows[static_cast<std::size_t>(r)].pixels =
        reinterpret_cast<QRgb*>(image.scanLine(corner.y() + first + r)) + corner.x();
  const auto run = [&](Progress& row, int to) {
    if (row.alpha > 0 && row.painted < to) blend_run(row.pixels + row.painted, row.pixels + to, full, ink, row.alpha);
  };
  std::uint8_t* marks = buffer_->marked.data() + static_cast<std::ptrdiff_t>(tile_row) * tiles_ * tile;
  float* cells = buffer_->cells.data() + static_cast<std::ptrdiff_t>(tile_row) * tiles_ * tile * tile;
  for (int at = 0; at < tiles_; ++at, marks += tile, cells += tile * tile) {
    std::uint64_t marked = 0;
    static_assert(sizeof marked == tile);
    std::memcpy(&marked, marks, sizeof marked);
    if (marked == 0) continue;
    std::memset(marks, 0, sizeof marked);
    const int begin = at * tile, inside = std::min(tile, columns_ - begin);
    for (; marked != 0; marked &= marked - 1) {
      const auto r = static_cast<std::size_t>(std::countr_zero(marked)) / 8;
      Progress& row = rows[r];
      run(row, std::min(begin, columns_));
      row.painted = begin + tile;
      if (inside == tile) {
        row.alpha = paint_block(row.pixels + begin, cells + r * tile, row.sum, ink, scale);
        continue;
      }
      std::array<QRgb, tile> own{};  // over the right side
      if (inside > 0) std::copy_n(row.pixels + begin, inside, own.data());
      row.alpha = paint_block(own.data(), cells + r * tile, row.sum, ink, scale);
      if (inside > 0) std::copy_n(own.data(), inside, row.pixels + begin);
    }
  }
  for (Progress& row : rows) run(row, columns_);
}

void Coverage::paint(const QColor& colour) {
  if (!buffer_) return;
  const auto scale = static_cast<float>(255 * painter_.opacity() * colour.alphaF());
  const QRgb full = qRgba(colour.red(), colour.green(), colour.blue(), 255);
  if (QImage* image = image_of(painter_)) {
    for (int row = 0; row * tile < rows_; ++row) paint_tiles(row, *image, {left_, top_}, full, scale);
    return;
  }
  QImage own(columns_, rows_, QImage::Format_ARGB32_Premultiplied);
  own.fill(Qt::transparent);
  for (int row = 0; row * tile < rows_; ++row) paint_tiles(row, own, {}, full, scale);
  painter_.save();
  painter_.resetTransform();
  painter_.setOpacity(1);
  own.setDevicePixelRatio(painter_.device()->devicePixelRatio());
  painter_.drawImage(QPointF(left_, top_) / painter_.device()->devicePixelRatio(), own);
  painter_.restore();
}

}  // namespace smile::layers
