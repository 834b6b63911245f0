#include "viewer/map/furniture.h"

#include <QFontInfo>
#include <QFontMetricsF>
#include <QGuiApplication>
#include <QPainter>
#include <QPainterPath>
#include <cmath>

#include "gis/words/numbers.h"
#include "viewer/text.h"

namespace smile::viewer {

double round_length(double metres_per_pixel, double pixels) {
  const double most = metres_per_pixel * pixels;
  const double power = std::pow(10, std::floor(std::log10(most)));
  for (const double step : {5.0, 2.0})
    if (step * power <= most) return step * power;
  return power;
}

std::string length_words(Language language, double metres) {
  if (metres >= 1000) return format_number(language, metres / 1000) + " km";
  return format_number(language, metres, metres < 1 ? 2 : 0) + " m";
}

QStringList all_sources(const Plan& plan) {
  QStringList lines;
  const auto add = [&](const std::string& words) {
    if (!words.empty() && !lines.contains(q(words))) lines << q(words);
  };
  // What a layer's owner asks to have said comes first: it must not fall off the end.
  for (const std::string& credit : credits_of(plan)) add(credit);
  if (is_schematic(plan)) add(say("Schematic boundaries, not surveyed"));
  for (const Source& source : plan.sources) {
    const std::string& holder = source.holder.empty() ? source.what : source.holder;
    add(source.licence.empty() ? holder : holder + ", " + source.licence);
  }
  return lines;
}

namespace {

using Ink = Furniture::Ink;
constexpr double north_x = 28;  ///< from the right

void halo_text(QPainter& painter, QPointF at, const QString& words, const Ink& ink) {
  QPainterPath path;
  path.addText(at, painter.font(), words);
  painter.strokePath(path, QPen(ink.halo, 3, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
  painter.fillPath(path, ink.text);
}

/// What stands over the map has a quiet ground of its own: names may lie under it.
void draw_ground(QPainter& painter, const QRectF& box, const Ink& ink) {
  QColor ground = ink.halo;
  ground.setAlphaF(0.82F);
  painter.setPen(Qt::NoPen);
  painter.setBrush(ground);
  painter.drawRoundedRect(box, 3, 3);
  painter.setBrush(Qt::NoBrush);
}

void draw_scale_bar(QPainter& painter, const layers::Camera& camera, const Ink& ink) {
  const double metres = round_length(camera.metres_per_pixel, 160);
  const double width = metres / camera.metres_per_pixel;
  const double left = 16;
  const double bottom = camera.size.height() - 16;
  const QFontMetricsF metrics(painter.font());
  draw_ground(painter, QRectF(left - 6, bottom - 10 - metrics.ascent(), width + 12, metrics.ascent() + 16), ink);
  const QPointF bar[] = {{left, bottom - 6}, {left, bottom}, {left + width, bottom}, {left + width, bottom - 6}};
  for (const QPen& pen : {QPen(ink.halo, 5), QPen(ink.text, 2)}) {
    painter.setPen(pen);
    painter.drawPolyline(bar, 4);
  }
  halo_text(painter, {left + 6, bottom - 7}, q(length_words(language(), metres)), ink);
}

void draw_north(QPainter& painter, const layers::Camera& camera, const Ink& ink) {
  const double x = camera.size.width() - north_x;
  const double y = 20;
  QPainterPath left_half;
  left_half.addPolygon(QPolygonF({{x, y}, {x - 8, y + 26}, {x, y + 20}}));
  left_half.closeSubpath();
  QPainterPath right_half;
  right_half.addPolygon(QPolygonF({{x, y}, {x + 8, y + 26}, {x, y + 20}}));
  right_half.closeSubpath();
  painter.strokePath(left_half.united(right_half), QPen(ink.halo, 4));
  painter.fillPath(left_half, ink.text);
  painter.strokePath(right_half, QPen(ink.text, 1));
  const QString letter = tr_("N");
  halo_text(painter, {x - QFontMetricsF(painter.font()).horizontalAdvance(letter) / 2, y + 40}, letter, ink);
}

/// The first ones whole, as many as there is room for: licences must be read to the end. The map itself is not to be
/// covered, so the others are counted.
QString on_one_line(const QStringList& sources, const QFontMetricsF& metrics, double room) {
  const QString between = QStringLiteral(" · ");
  for (qsizetype shown = sources.size(); shown > 0; --shown) {
    QString line = sources.first(shown).join(between);
    if (const qsizetype rest = sources.size() - shown; rest > 0) line += between + tr_(text("and {1} more", rest));
    if (shown == 1 || metrics.horizontalAdvance(line) <= room) return metrics.elidedText(line, Qt::ElideMiddle, room);
  }
  return {};
}

}  // namespace

QFont Furniture::font() const {
  QFont font = QGuiApplication::font();
  font.setPointSizeF(font.pointSizeF() * 0.9);
  if (QFontInfo(font).pixelSize() < least_letters_) font.setPixelSize(least_letters_);
  return font;
}

int Furniture::height() const {
  return std::max(34, static_cast<int>(std::ceil(QFontMetricsF(font()).height())) + 14);
}

QRectF Furniture::north_box(QSize size) const {
  const double wide = std::max(16.0, QFontMetricsF(font()).horizontalAdvance(tr_("N")));
  return {size.width() - north_x - wide / 2 - 2, 16, wide + 4, 48};
}

QString Furniture::sources_shown(const Plan& plan, QSize size) const {
  constexpr double scale_bar = 200;  // stands on the left
  return on_one_line(all_sources(plan), QFontMetricsF(font()), size.width() - 16 - scale_bar);
}

QRectF Furniture::sources_box(const Plan& plan, QSize size) const {
  const QFontMetricsF metrics(font());
  const double wide = metrics.horizontalAdvance(sources_shown(plan, size));
  if (wide == 0) return {};
  const double right = size.width() - 12.0, baseline = size.height() - 12.0;
  return {right - wide - 6, baseline - metrics.ascent() - 1, wide + 12, metrics.height() + 2};
}

void Furniture::draw_sources(QPainter& painter, const QRectF& box, const Ink& ink) const {
  if (box.isEmpty()) return;
  draw_ground(painter, box, ink);
  halo_text(painter, {box.left() + 6, box.top() + 1 + QFontMetricsF(font()).ascent()}, key_.sources, ink);
}

const QImage& Furniture::picture(const Plan& plan, const layers::Camera& camera, layers::Theme theme) {
  const QFont letters = font();
  const Key key{camera.metres_per_pixel,
                camera.size,
                camera.device_pixel_ratio,
                theme,
                sources_shown(plan, camera.size),
                language(),
                letters};
  if (key == key_) return picture_;
  key_ = key;
  picture_ = QImage(camera.size * camera.device_pixel_ratio, QImage::Format_ARGB32_Premultiplied);
  picture_.setDevicePixelRatio(camera.device_pixel_ratio);
  picture_.fill(Qt::transparent);
  QPainter painter(&picture_);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setFont(letters);
  const layers::Palette& colours = layers::palette(theme);
  const Ink ink{colours.quiet, colours.halo};
  draw_scale_bar(painter, camera, ink);
  draw_north(painter, camera, ink);
  draw_sources(painter, sources_box(plan, camera.size), ink);
  return picture_;
}

}  // namespace smile::viewer
