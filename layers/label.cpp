#include "layers/label.h"

#include <QFontMetricsF>
#include <QHash>
#include <QImage>
#include <QPainterPath>
#include <algorithm>
#include <cmath>
#include <map>
#include <mutex>
#include <tuple>

#include "layers/paper.h"
#include "layers/symbols.h"

namespace smile::layers {
namespace {

constexpr double halo_width = 3;  ///< the whole pen; half of it shows on each side

double spacing_of(const QFont& font) {
  return font.letterSpacing() > 100 ? font.pixelSize() * district_spacing : 0;
}

double advance(const QFontMetricsF& metrics, const QFont& font, const QString& text) {
  return metrics.horizontalAdvance(text) - spacing_of(font);
}

double line_height(const QFontMetricsF& metrics) {
  return std::ceil(metrics.capHeight() * 1.55);
}

/// Where each line's baseline begins, in a box around (0, 0).
std::vector<QPointF> baselines(const QFont& font, const QStringList& lines) {
  const QFontMetricsF metrics(font);
  const double step = line_height(metrics);
  const double top = -(metrics.capHeight() + step * static_cast<double>(lines.size() - 1)) / 2;
  std::vector<QPointF> out;
  for (qsizetype i = 0; i < lines.size(); ++i)
    out.emplace_back(-advance(metrics, font, lines[i]) / 2, top + metrics.capHeight() + step * static_cast<double>(i));
  return out;
}

void draw_vector_label(QPainter& painter, QPointF centre, TextStyle style, const QStringList& lines, const QColor& ink,
                       const QColor& halo) {
  const QFont font = label_font(style);
  const std::vector<QPointF> starts = baselines(font, lines);
  QPainterPath outline;
  for (qsizetype i = 0; i < lines.size(); ++i)
    outline.addText(centre + starts[static_cast<std::size_t>(i)], font, lines[i]);
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  if (halo.alpha() > 0) stroke_halo(painter, std::move(outline), halo, halo_width);
  painter.setFont(font);
  painter.setPen(ink);
  for (qsizetype i = 0; i < lines.size(); ++i) painter.drawText(centre + starts[static_cast<std::size_t>(i)], lines[i]);
  painter.restore();
}

using LabelKey = std::tuple<TextStyle, QString, QRgb, QRgb, int>;

QImage label_image(TextStyle style, const QStringList& lines, const QColor& ink, const QColor& halo, double ratio) {
  const QSizeF size = label_size(style, lines) + QSizeF(halo_width + 4, halo_width + 6);
  const QSize pixels(2 * static_cast<int>(std::ceil(size.width() * ratio / 2)),
                     2 * static_cast<int>(std::ceil(size.height() * ratio / 2)));
  QImage image(pixels, QImage::Format_ARGB32_Premultiplied);
  image.fill(Qt::transparent);
  QPainter painter(&image);
  painter.scale(ratio, ratio);
  draw_vector_label(painter, QPointF(pixels.width(), pixels.height()) / 2 / ratio, style, lines, ink, halo);
  return image;
}

QImage cached_label(TextStyle style, const QStringList& lines, const QColor& ink, const QColor& halo, double ratio) {
  static std::mutex mutex;
  static std::map<LabelKey, QImage> cache;
  const LabelKey key{style, lines.join(QChar(u'\n')), ink.rgba(), halo.rgba(),
                     static_cast<int>(std::lround(ratio * 256))};
  {
    const std::lock_guard lock(mutex);
    if (const auto found = cache.find(key); found != cache.end()) return found->second;
  }
  const QImage image = label_image(style, lines, ink, halo, ratio);
  const std::lock_guard lock(mutex);
  if (cache.size() > 4000) cache.clear();
  return cache[key] = image;
}

}  // namespace

QFont map_font(int pixels, int weight, bool italic) {
  QFont font(map_font_family());
  font.setPixelSize(pixels);
  font.setWeight(static_cast<QFont::Weight>(weight));
  font.setItalic(italic);
  font.setHintingPreference(QFont::PreferNoHinting);
  return font;
}

QFont label_font(TextStyle style) {
  if (style == TextStyle::number) return map_font(11);
  if (style == TextStyle::note || style == TextStyle::street) return map_font(10);
  if (style == TextStyle::place) return map_font(11);
  if (style == TextStyle::water) return map_font(11, QFont::Normal, true);
  if (style == TextStyle::north) return map_font(13, QFont::Bold);
  if (style == TextStyle::badge) return map_font(10, QFont::Bold);
  QFont font = map_font(11, QFont::DemiBold);
  font.setLetterSpacing(QFont::PercentageSpacing, 100 + district_spacing * 160);  // absolute spacing grows in PDF
  return font;
}

double text_width(const QFont& font, const QString& text) {
  constexpr qsizetype most = 50000;
  static std::mutex mutex;
  static QHash<std::pair<int, QString>, double> cache;
  const std::pair key((font.pixelSize() * 1000 + font.weight()) * 2 + (font.italic() ? 1 : 0), text);
  const std::lock_guard lock(mutex);
  if (const auto found = cache.constFind(key); found != cache.cend()) return *found;
  if (cache.size() > most) cache.clear();
  return cache[key] = QFontMetricsF(font).horizontalAdvance(text);
}

QSizeF label_size(TextStyle style, const QStringList& lines) {
  static std::mutex mutex;
  static std::map<std::pair<TextStyle, QString>, QSizeF> cache;
  const std::pair key(style, lines.join(QChar(u'\n')));
  const std::lock_guard lock(mutex);
  if (const auto found = cache.find(key); found != cache.end()) return found->second;
  if (cache.size() > 20000) cache.clear();
  const QFont font = label_font(style);
  const QFontMetricsF metrics(font);
  double width = 0;
  for (const QString& line : lines) width = std::max(width, advance(metrics, font, line));
  return cache[key] = QSizeF(width, metrics.capHeight() + line_height(metrics) * static_cast<double>(lines.size() - 1));
}

void stroke_halo(QPainter& painter, QPainterPath outline, const QColor& halo, double width) {
  constexpr double steps = 16;  // of a pixel
  for (int i = 0; i < outline.elementCount(); ++i) {
    const QPainterPath::Element& at = outline.elementAt(i);
    outline.setElementPositionAt(i, std::round(at.x * steps), std::round(at.y * steps));
  }
  painter.save();
  painter.scale(1 / steps, 1 / steps);
  painter.strokePath(outline, QPen(halo, width * steps, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
  painter.restore();
}

void draw_label(QPainter& painter, QPointF centre, TextStyle style, const QStringList& lines, const QColor& ink,
                const QColor& halo) {
  if (!paints_pixels(painter)) return draw_vector_label(painter, centre, style, lines, ink, halo);
  const double ratio = painter.deviceTransform().m11();
  QImage image = cached_label(style, lines, ink, halo, ratio);
  image.setDevicePixelRatio(ratio);
  const QPointF half = QPointF(image.width(), image.height()) / 2 / ratio;
  painter.drawImage(on_device_pixel(painter, centre - half), image);
}

QStringList name_on_one_line(const QString& name) {
  return {name.simplified().toUpper()};
}

QStringList name_on_two_lines(const QString& name) {
  const QString text = name_on_one_line(name).front();
  qsizetype best = -1;
  for (qsizetype i = 1; i + 1 < text.size(); ++i) {
    const bool breaks = text[i] == u' ' || text[i] == u'-' || text[i] == u'/';
    if (breaks && (best < 0 || std::abs(2 * i - text.size()) < std::abs(2 * best - text.size()))) best = i;
  }
  if (best < 0) return {};
  return {text.left(text[best] == u' ' ? best : best + 1).trimmed(), text.mid(best + 1).trimmed()};
}

}  // namespace smile::layers
