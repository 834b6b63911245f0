#include "layers/furniture.h"

#include <QFontMetricsF>
#include <QPainterPath>
#include <cmath>

#include "gis/plan/sources.h"
#include "gis/words/numbers.h"
#include "layers/label.h"

namespace smile::layers {
namespace {

QString words(Language language, const Text& sentence) {
  return QString::fromStdString(in(language, sentence));
}

/// One line with a halo, from its left end on the baseline.
void draw_text(QPainter& painter, QPointF baseline, TextStyle style, const QString& text, const QColor& ink,
               const QColor& halo) {
  const QSizeF size = label_size(style, {text});
  draw_label(painter, baseline + QPointF(size.width() / 2, -size.height() / 2), style, {text}, ink, halo);
}

QString one_source(const Plan& plan, const Source& source, Language language) {
  const std::string what = what_in_words(plan, source, language);
  const auto q = [](const std::string& text) { return QString::fromStdString(text); };
  QStringList parts;
  for (const std::string& part : {source.holder, source.licence, source.date})
    if (!part.empty()) parts << q(part);
  if (what.empty()) return parts.join(QStringLiteral(", "));
  if (parts.isEmpty()) return q(what);
  return words(language, text("{1}: {2}", what, parts.join(QStringLiteral(", ")).toStdString()));
}

}  // namespace

double round_length(double metres_per_pixel, double widest) {
  const double most = metres_per_pixel * widest;
  const double power = std::pow(10.0, std::floor(std::log10(most)));
  for (const double factor : {5.0, 2.0})
    if (power * factor <= most) return power * factor;
  return power;
}

QString length_text(Language language, double metres) {
  if (metres >= 1000)
    return QString::fromStdString(format_number(language, metres / 1000)) + QStringLiteral("\u00a0km");
  return QString::fromStdString(format_number(language, metres, metres < 1 ? 2 : 0)) + QStringLiteral("\u00a0m");
}

void draw_scale_bar(QPainter& painter, QPointF corner, double metres_per_pixel, double widest, Language language,
                    const QColor& ink, const QColor& halo) {
  const double length = round_length(metres_per_pixel, widest);
  const double width = length / metres_per_pixel;
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  const QPointF left = corner + QPointF(1, -3);
  const QPolygonF bracket{left + QPointF(0, -5), left, left + QPointF(width, 0), left + QPointF(width, -5)};
  painter.setBrush(Qt::NoBrush);
  for (const QPen& pen : {QPen(halo, 4, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin),
                          QPen(ink, 1.4, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin)}) {
    painter.setPen(pen);
    painter.drawPolyline(bracket);
    painter.drawLine(left + QPointF(width / 2, -3), left + QPointF(width / 2, 0));
  }
  const QString end = length_text(language, length);
  const double number = label_size(TextStyle::number, {end.left(end.indexOf(QChar(0xa0)))}).width();
  draw_text(painter, left + QPointF(-2, -9), TextStyle::number, QStringLiteral("0"), ink, halo);
  draw_text(painter, left + QPointF(width - number / 2, -9), TextStyle::number, end, ink, halo);
  painter.restore();
}

void draw_north_arrow(QPainter& painter, QPointF centre, double height, const QColor& ink, const QColor& halo) {
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  const double half = height / 2;
  const double wing = height * 0.2;
  const QPointF tip = centre + QPointF(0, -half * 0.35);
  const QPointF foot = centre + QPointF(0, half * 0.62);
  const QPolygonF left{tip, foot, centre + QPointF(-wing, half)};
  const QPolygonF right{tip, foot, centre + QPointF(wing, half)};
  painter.setPen(QPen(halo, 4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
  painter.drawPolygon(left), painter.drawPolygon(right);
  painter.setPen(QPen(ink, 0.9, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
  painter.setBrush(ink);
  painter.drawPolygon(left);
  painter.setBrush(halo);
  painter.drawPolygon(right);
  const double width = label_size(TextStyle::north, {QStringLiteral("N")}).width();
  draw_text(painter, centre + QPointF(-width / 2, -half * 0.45), TextStyle::north, QStringLiteral("N"), ink, halo);
  painter.restore();
}

QString source_line(const Plan& plan, Language language) {
  QStringList sources;
  for (const Source& source : plan.sources) {
    const QString one = one_source(plan, source, language);
    if (!one.isEmpty() && !sources.contains(one)) sources << one;
  }
  for (const std::string& credit : credits_of(plan)) sources << QString::fromStdString(credit);
  return sources.join(QStringLiteral(" · "));
}

QString schematic_line(const Plan& plan, Language language) {
  return is_schematic(plan) ? words(language, text("Boundaries are schematic, not surveyed.")) : QString();
}

std::vector<QRectF> furniture_boxes(QSizeF size) {
  constexpr double strip = 28, arrow = 40;
  return {QRectF(0, size.height() - strip, size.width(), strip),
          QRectF(size.width() - 26 - arrow / 2, size.height() - 76, arrow, 76)};
}

void draw_furniture(QPainter& painter, const Plan& plan, const Camera& camera, const MapSettings& settings) {
  const Palette& colours = palette(settings.theme);
  const QSizeF size(camera.size);
  draw_scale_bar(painter, {16, size.height() - 12}, camera.metres_per_pixel, std::min(160.0, size.width() / 4),
                 settings.language, colours.label, colours.halo);
  draw_north_arrow(painter, {size.width() - 26, size.height() - 48}, 34, colours.label, colours.halo);
  QStringList lines{schematic_line(plan, settings.language), source_line(plan, settings.language)};
  lines.removeAll(QString());
  const QFontMetricsF metrics(label_font(TextStyle::note));
  const double room = size.width() - std::min(160.0, size.width() / 4) - 90;
  const QString line = metrics.elidedText(lines.join(QStringLiteral("  ")), Qt::ElideRight, room);
  if (line.isEmpty()) return;
  draw_text(painter, {size.width() - 14 - metrics.horizontalAdvance(line), size.height() - 12}, TextStyle::note, line,
            colours.quiet, colours.halo);
}

}  // namespace smile::layers
