#include "layers/label_path.h"

#include <QFontMetricsF>
#include <QImage>
#include <QPainterPath>
#include <QTextBoundaryFinder>
#include <algorithm>
#include <cmath>
#include <map>
#include <mutex>
#include <numbers>

#include "layers/symbols.h"

namespace smile::layers {
namespace {

constexpr double most_turn = 22;
constexpr double most_bend = 75;
constexpr double straight_bend = 3;  ///< up to here a text is set in one piece
constexpr double halo_reach = 1.6;

/// A text cut into letters, with the distance at which each begins.
struct Letters {
  QStringList letters;
  std::vector<double> begins;  ///< one more than there are letters: the last is the whole width
};

const Letters& letters_of(TextStyle style, const QString& text) {
  static std::mutex mutex;
  static std::map<std::pair<TextStyle, QString>, Letters> cache;  // its nodes stay where they are
  const std::lock_guard lock(mutex);
  const auto [entry, fresh] = cache.try_emplace({style, text});
  if (!fresh) return entry->second;
  const QFontMetricsF metrics(label_font(style));
  QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, text);
  for (qsizetype begin = 0; begin < text.size();) {
    finder.setPosition(begin);
    const qsizetype end = finder.toNextBoundary() > begin ? finder.position() : text.size();
    entry->second.begins.push_back(metrics.horizontalAdvance(text.left(begin)));
    entry->second.letters << text.mid(begin, end - begin);
    begin = end;
  }
  entry->second.begins.push_back(metrics.horizontalAdvance(text));
  return entry->second;
}

double cap_height(TextStyle style) {
  return QFontMetricsF(label_font(style)).capHeight();
}

/// A line by the distance from its beginning.
class Way {
public:
  explicit Way(std::span<const QPointF> line) : line_(line), along_(line.size(), 0) {
    for (std::size_t i = 1; i < line.size(); ++i)
      along_[i] = along_[i - 1] + std::hypot(line[i].x() - line[i - 1].x(), line[i].y() - line[i - 1].y());
  }
  double length() const { return along_.empty() ? 0 : along_.back(); }
  QPointF at(double distance) const {
    const auto after = std::upper_bound(along_.begin(), along_.end(), distance);
    const auto i = static_cast<std::size_t>(
        std::clamp<std::ptrdiff_t>(after - along_.begin(), 1, static_cast<std::ptrdiff_t>(along_.size()) - 1));
    const double step = along_[i] - along_[i - 1];
    const double share = step > 0 ? (distance - along_[i - 1]) / step : 0;
    return line_[i - 1] + (line_[i] - line_[i - 1]) * std::clamp(share, 0.0, 1.0);
  }

private:
  std::span<const QPointF> line_;
  std::vector<double> along_;
};

double degrees(QPointF direction) {
  return std::atan2(direction.y(), direction.x()) * 180 / std::numbers::pi;
}

QPointF turned(double x, double y, double angle) {
  const double a = angle * std::numbers::pi / 180;
  return {x * std::cos(a) - y * std::sin(a), x * std::sin(a) + y * std::cos(a)};
}

double turn_between(double a, double b) {
  return std::remainder(b - a, 360.0);
}

/// One text set with its beginning at `start`, forwards or backwards along the line.
class Setter {
public:
  Setter(const Way& way, const Letters& letters, double height) : way_(way), letters_(letters), height_(height) {}

  std::optional<LabelPath> set(double start) const {
    const double width = letters_.begins.back();
    const bool backwards = (way_.at(start + width) - way_.at(start)).x() < 0;
    LabelPath path;
    double low = 0, high = 0, last = 0, first = 0;
    for (qsizetype i = 0; i < letters_.letters.size(); ++i) {
      const auto k = static_cast<std::size_t>(i);
      const auto [from, angle] = place(start, backwards, letters_.begins[k], letters_.begins[k + 1]);
      if (i == 0) first = last = angle;
      if (std::abs(turn_between(last, angle)) > most_turn) return std::nullopt;
      last = angle;
      const double off = turn_between(first, angle);
      low = std::min(low, off), high = std::max(high, off);
      if (high - low > most_bend) return std::nullopt;
      path.pieces.push_back({letters_.letters[i], from + turned(0, height_ / 2, angle), angle});
    }
    path.bend = high - low;
    finish(path, start + width / 2);
    return path;
  }

private:
  /// The point on the line where a letter begins, and the direction of the line under it.
  std::pair<QPointF, double> place(double start, bool backwards, double begin, double end) const {
    const double width = letters_.begins.back();
    const double a = backwards ? start + width - begin : start + begin;
    const double b = backwards ? start + width - end : start + end;
    const double sign = backwards ? -1 : 1;  // the direction is that of a stretch a little longer than the letter
    const QPointF chord = way_.at(b + sign * 3) - way_.at(a - sign * 3);
    return {way_.at(a), degrees(chord)};
  }

  void finish(LabelPath& path, double middle) const {
    path.middle = way_.at(middle);
    if (path.bend <= straight_bend) join(path);
    add_boxes(path);
  }

  void join(LabelPath& path) const {
    const double angle = path.pieces[path.pieces.size() / 2].angle;
    const double width = letters_.begins.back();
    path.pieces = {{letters_.letters.join(QString()), path.middle + turned(-width / 2, height_ / 2, angle), angle}};
  }

  void add_boxes(LabelPath& path) const {
    const auto around = [&](QPointF baseline, double angle, double from, double to) {
      QRectF box;
      for (const double x : {from, to})
        for (const double y : {-height_ * 1.2, height_ * 0.3}) {
          const QPointF corner = baseline + turned(x, y, angle);
          box = box.isNull() ? QRectF(corner, QSizeF(1e-3, 1e-3)) : box.united(QRectF(corner, QSizeF(1e-3, 1e-3)));
        }
      path.boxes.push_back(box);
    };
    if (path.pieces.size() > 1) {
      for (std::size_t i = 0; i < path.pieces.size(); ++i)
        around(path.pieces[i].at, path.pieces[i].angle, 0, letters_.begins[i + 1] - letters_.begins[i]);
      return;
    }
    // A slanted text as several boxes: one around all of it would keep others from open ground.
    const TurnedText& all = path.pieces.front();
    const double width = letters_.begins.back();
    const double flat = std::abs(turn_between(0, all.angle));
    const int parts = flat < 4 ? 1 : std::max(1, static_cast<int>(width / 10));
    for (int k = 0; k < parts; ++k) around(all.at, all.angle, width * k / parts, width * (k + 1) / parts);
  }

  const Way& way_;
  const Letters& letters_;
  double height_;
};

// --- drawing ---

void draw_pieces(QPainter& painter, const LabelPath& path, QPointF shift) {
  const QTransform before = painter.transform();
  for (const TurnedText& piece : path.pieces) {
    painter.setTransform(
        QTransform(before).translate(piece.at.x() + shift.x(), piece.at.y() + shift.y()).rotate(piece.angle));
    painter.drawText(QPointF(0, 0), piece.text);
  }
  painter.setTransform(before);
}

void draw_vectors(QPainter& painter, const LabelPath& path, const QFont& font, const QColor& ink, const QColor& halo) {
  QPainterPath outline;
  for (const TurnedText& piece : path.pieces) {
    QPainterPath one;
    one.addText(0, 0, font, piece.text);
    outline.addPath(QTransform().translate(piece.at.x(), piece.at.y()).rotate(piece.angle).map(one));
  }
  stroke_halo(painter, std::move(outline), halo, 2 * halo_reach);
  painter.setFont(font);
  painter.setPen(ink);
  draw_pieces(painter, path, {});
}

QRectF bounds_of(const LabelPath& path) {
  QRectF box;
  for (const QRectF& one : path.boxes) box = box.isNull() ? one : box.united(one);
  return box.adjusted(-4, -4, 4, 4);
}

/// The halo is the text itself, laid around itself: a stroked outline would cost ten times as much.
QImage image_of(const LabelPath& path, QPointF corner, QSize pixels, double ratio, const QFont& font, const QColor& ink,
                const QColor& halo) {
  const auto draw = [&](const QColor& colour) {
    QImage image(pixels, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    painter.scale(ratio, ratio);
    painter.setFont(font);
    painter.setPen(colour);
    draw_pieces(painter, path, -corner);
    return image;
  };
  const QImage text = draw(ink);
  const QImage light = draw(halo);
  QImage out(pixels, QImage::Format_ARGB32_Premultiplied);
  out.fill(Qt::transparent);
  QPainter painter(&out);
  constexpr int around = 10;
  for (int i = 0; i < around; ++i) {
    const double a = 2 * std::numbers::pi * i / around;
    painter.drawImage(QPointF(std::cos(a), std::sin(a)) * halo_reach * ratio, light);
  }
  painter.drawImage(0, 0, light);
  painter.drawImage(0, 0, text);
  return out;
}

/// What one picture of a text depends on, its place on whole pixels apart.
QString key_of(const LabelPath& path, TextStyle style, QPointF corner, double ratio, const QColor& ink,
               const QColor& halo) {
  QString key = QString::number(static_cast<int>(style)) + QChar(u'/') + QString::number(ratio) + QChar(u'/') +
                QString::number(ink.rgba()) + QChar(u'/') + QString::number(halo.rgba());
  for (const TurnedText& piece : path.pieces) {
    const QPointF at = (piece.at - corner) * 8;
    key += QChar(u'/') + piece.text + QChar(static_cast<char16_t>(0x100 + std::lround(at.x()) % 0x7000)) +
           QChar(static_cast<char16_t>(0x100 + std::lround(at.y()) % 0x7000)) +
           QChar(static_cast<char16_t>(0x100 + std::lround((piece.angle + 360) * 4)));
  }
  return key;
}

}  // namespace

std::optional<LabelPath> text_along(std::span<const QPointF> line, TextStyle style, const QString& text,
                                    const std::function<bool(const QRectF&)>& is_free) {
  if (line.size() < 2 || text.isEmpty()) return std::nullopt;
  const Letters& letters = letters_of(style, text);
  const Way way(line);
  const double air = 4;
  const double slack = way.length() - letters.begins.back() - 2 * air;
  if (slack < 0) return std::nullopt;
  const Setter setter(way, letters, cap_height(style));
  const int tries = std::min(15, 1 + 2 * static_cast<int>(slack / 48));
  std::optional<LabelPath> best;
  double least = INFINITY;
  for (int k = 0; k < tries; ++k) {  // from the middle outwards
    const double off = tries == 1 ? 0 : (k + 1) / 2 * (k % 2 == 0 ? 1.0 : -1.0) / tries;
    const double cost = std::abs(off) * 60;
    if (cost >= least) break;
    std::optional<LabelPath> path = setter.set(air + slack * (0.5 + off));
    if (!path || cost + path->bend >= least) continue;
    if (!std::all_of(path->boxes.begin(), path->boxes.end(), is_free)) continue;
    least = cost + path->bend;
    best = std::move(path);
  }
  return best;
}

void draw_label_path(QPainter& painter, const LabelPath& path, TextStyle style, const QColor& ink, const QColor& halo) {
  const QFont font = label_font(style);
  if (!paints_pixels(painter)) return draw_vectors(painter, path, font, ink, halo);
  const double ratio = painter.deviceTransform().m11();
  const QRectF bounds = bounds_of(path);
  const QPointF corner = on_device_pixel(painter, bounds.topLeft());
  const QString key = key_of(path, style, corner, ratio, ink, halo);
  static std::mutex mutex;
  static std::map<QString, QImage> cache;
  QImage image;
  {
    const std::lock_guard lock(mutex);
    if (const auto found = cache.find(key); found != cache.end()) image = found->second;
  }
  if (image.isNull()) {
    const QSize pixels((bounds.size() * ratio + QSizeF(3, 3)).toSize());
    image = image_of(path, corner, pixels, ratio, font, ink, halo);
    const std::lock_guard lock(mutex);
    if (cache.size() > 1500) cache.clear();
    cache[key] = image;
  }
  image.setDevicePixelRatio(ratio);
  painter.drawImage(corner, image);
}

}  // namespace smile::layers
