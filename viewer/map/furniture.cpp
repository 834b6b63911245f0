#include "viewer/map/furniture.h"

#include <QFontInfo>
#include <QFontMetricsF>
#include <QGuiApplication>
#include <QPainter>
#include <QPainterPath>
#include <cmath>
#include <set>

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

std::string source_line(const Plan& plan) {
  std::set<std::string> seen;
  std::string line = is_schematic(plan) ? say("Schematic boundaries, not surveyed") : std::string();
  for (const Source& source : plan.sources) {
    std::string words = source.holder.empty() ? source.what : source.holder;
    if (!source.licence.empty()) words += ", " + source.licence;
    if (words.empty() || !seen.insert(words).second || seen.size() > 3) continue;
    line += (line.empty() ? "" : " · ") + words;
  }
  // What a layer's owner asks to have said comes first: it must not fall off the end.
  for (const std::string& credit : credits_of(plan)) line = credit + (line.empty() ? "" : " · ") + line;
  return line;
}

namespace {

struct Ink {
  QColor text;
  QColor halo;
};

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
  const double x = camera.size.width() - 28;
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

/// The scale bar stands on the left.
double room_for_sources(int width) {
  return width - 16 - 200;
}

/// Whole sources on as few lines as there have to be: licences must be read to the end.
QStringList on_lines(const QString& sources, const QFontMetricsF& metrics, double room) {
  QStringList lines;
  for (const QString& one : sources.split(QStringLiteral(" · "))) {
    const QString longer = lines.isEmpty() ? one : lines.back() + QStringLiteral(" · ") + one;
    if (!lines.isEmpty() && metrics.horizontalAdvance(longer) <= room)
      lines.back() = longer;
    else
      lines << one;
  }
  for (QString& line : lines) line = metrics.elidedText(line, Qt::ElideRight, room);
  return lines;
}

void draw_sources(QPainter& painter, const layers::Camera& camera, const std::string& line, const Ink& ink) {
  if (line.empty()) return;
  const QFontMetricsF metrics(painter.font());
  const QStringList lines = on_lines(q(line), metrics, room_for_sources(camera.size.width()));
  double wide = 0;
  for (const QString& one : lines) wide = std::max(wide, metrics.horizontalAdvance(one));
  const double right = camera.size.width() - 12.0;
  double baseline = camera.size.height() - 12.0 - metrics.lineSpacing() * static_cast<double>(lines.size() - 1);
  draw_ground(painter,
              QRectF(right - wide - 6, baseline - metrics.ascent() - 1, wide + 12,
                     metrics.height() + metrics.lineSpacing() * static_cast<double>(lines.size() - 1) + 2),
              ink);
  for (const QString& one : lines) {
    halo_text(painter, {right - metrics.horizontalAdvance(one), baseline}, one, ink);
    baseline += metrics.lineSpacing();
  }
}

}  // namespace

QFont Furniture::font() const {
  QFont font = QGuiApplication::font();
  font.setPointSizeF(font.pointSizeF() * 0.9);
  if (QFontInfo(font).pixelSize() < least_letters_) font.setPixelSize(least_letters_);
  return font;
}

int Furniture::height(const Plan& plan, int width) const {
  const QFontMetricsF metrics(font());
  const int of_one_line = std::max(34, static_cast<int>(std::ceil(metrics.height())) + 14);
  const auto lines = on_lines(q(source_line(plan)), metrics, room_for_sources(width)).size();
  return of_one_line +
         static_cast<int>(std::ceil(metrics.lineSpacing() * static_cast<double>(std::max<qsizetype>(0, lines - 1))));
}

const QImage& Furniture::picture(const Plan& plan, const layers::Camera& camera, layers::Theme theme) {
  const QFont letters = font();
  const Key key{
      camera.metres_per_pixel, camera.size, camera.device_pixel_ratio, theme, source_line(plan), language(), letters};
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
  draw_sources(painter, camera, key.line, ink);
  return picture_;
}

}  // namespace smile::viewer
