#include "layers/chart.h"

#include <cmath>

#include "layers/chart_sheet.h"

namespace smile::layers {

QColor chart_ground(Theme theme) {
  return theme == Theme::dark ? palette(Theme::dark).outside : QColor(Qt::white);
}

ChartDrawing lay_out_chart(const QRectF& area, const Chart& chart, Theme theme, Language language) {
  ChartSheet sheet(area, theme, language);
  std::visit([&sheet](const auto& kind) { lay_out(sheet, kind); }, chart);
  return sheet.finish();
}

void draw(QPainter& painter, const ChartDrawing& drawing) {
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  for (const ChartShape& shape : drawing.shapes) {
    QPen pen(shape.edge, shape.width, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin);
    if (!shape.dashes.isEmpty()) pen.setDashPattern(shape.dashes);
    painter.setPen(shape.edge.isValid() ? pen : QPen(Qt::NoPen));
    painter.setBrush(shape.fill.isValid() ? QBrush(shape.fill) : QBrush(Qt::NoBrush));
    painter.drawPath(shape.path);
  }
  for (const ChartText& text : drawing.texts) {
    const double inset = text.box.height() / 12;
    if (text.clears) painter.fillRect(text.box.adjusted(-2, inset, 2, -inset), drawing.ground);
    painter.setFont(text.font);
    painter.setPen(text.ink);
    painter.drawText(text.baseline, text.text);
  }
  painter.restore();
}

void draw_chart(QPainter& painter, const QRectF& area, const Chart& chart, Theme theme, Language language) {
  draw(painter, lay_out_chart(area, chart, theme, language));
}

LinearFit linear_fit(std::span<const QPointF> points) {
  const auto n = static_cast<double>(points.size());
  QPointF mean;
  for (const QPointF& p : points) mean += p / n;
  double xx = 0, yy = 0, xy = 0;
  for (const QPointF& p : points) {
    const QPointF d = p - mean;
    xx += d.x() * d.x();
    yy += d.y() * d.y();
    xy += d.x() * d.y();
  }
  LinearFit out;
  if (points.size() < 2 || !(xx > 0)) return out;
  out.slope = xy / xx;
  out.intercept = mean.y() - *out.slope * mean.x();
  if (points.size() >= 3 && yy > 0) out.r = xy / std::sqrt(xx) / std::sqrt(yy);
  return out;
}

double gini_of(std::span<const QPointF> curve) {
  double below = 0;
  for (std::size_t i = 1; i < curve.size(); ++i)
    below += (curve[i].x() - curve[i - 1].x()) * (curve[i].y() + curve[i - 1].y());
  return 1 - below;
}

}  // namespace smile::layers
