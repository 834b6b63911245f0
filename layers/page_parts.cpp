#include "layers/page_parts.h"

#include <QFontMetricsF>

#include "layers/label.h"
#include "layers/palette.h"

namespace smile::layers {
QString words(Language language, const Text& sentence) {
  return QString::fromStdString(in(language, sentence));
}

void write(QPainter& painter, QPointF baseline, const QFont& font, const QString& text, const QColor& ink) {
  painter.setFont(font);
  painter.setPen(ink);
  painter.drawText(baseline, text);
}

void write_right(QPainter& painter, QPointF baseline, const QFont& font, const QString& text, const QColor& ink) {
  write(painter, baseline - QPointF(QFontMetricsF(font).horizontalAdvance(text), 0), font, text, ink);
}

void draw_title_bar(QPainter& painter, const QRectF& area, const SheetColours& colours) {
  painter.fillRect(QRectF(area.left(), area.top(), area.width(), 4), colours.dark);
  painter.fillRect(QRectF(area.right() - area.width() / 12, area.top(), area.width() / 12, 4), colours.bright);
}

void draw_title(QPainter& painter, const QRectF& area, const QStringList& lines) {
  double y = area.top() + 9;
  for (const QString& line : lines) {
    y += title_step;
    write(painter, {area.left(), y - 4}, map_font(title_pixels, QFont::Bold), line, palette(Theme::light).label);
  }
}

QStringList wrapped(const QString& text, const QFont& font, double width, int most) {
  const QFontMetricsF metrics(font);
  const QStringList all = text.split(u' ', Qt::SkipEmptyParts);
  QStringList lines;
  for (qsizetype i = 0; i < all.size(); ++i) {
    const QString longer = lines.isEmpty() ? all[i] : lines.back() + u' ' + all[i];
    if (!lines.isEmpty() && metrics.horizontalAdvance(longer) <= width) {
      lines.back() = longer;
    } else if (lines.size() < most) {
      lines << all[i];
    } else {
      lines.back() = lines.back() + u' ' + all.mid(i).join(u' ');
      break;
    }
  }
  for (QString& line : lines) line = metrics.elidedText(line, Qt::ElideRight, width);
  return lines;
}

}  // namespace smile::layers
