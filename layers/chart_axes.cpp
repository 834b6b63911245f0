// Legends, rows with names, and axes of charts.

#include <algorithm>
#include <cmath>

#include "layers/chart_sheet.h"

namespace smile::layers {

void chart_legend(ChartSheet& sheet, const std::vector<ChartKey>& keys) {
  const double square = std::round(sheet.em() * 0.85);
  const double gap = sheet.em() * 1.2;
  const QRectF body = sheet.body();
  const auto most = static_cast<int>(body.height() / 3 / sheet.line());  // lines, so that a chart remains
  double x = body.left();
  int lines = 1;
  for (std::size_t i = 0; i < keys.size(); ++i) {
    const QString more = sheet.say(text("… {1} more", static_cast<std::int64_t>(keys.size() - i)));
    const QString name = sheet.elided(keys[i].name, body.width() * 0.6);
    const double width = square * 1.5 + sheet.width(name);
    const bool last_line = lines >= most;
    const double reserve = last_line && i + 1 < keys.size() ? gap + sheet.width(more) : 0;
    if (x > body.left() && x + width + (last_line ? reserve : 0) > body.right()) {
      if (last_line) {
        sheet.text({x, body.top() + sheet.line() * (lines - 0.5)}, ChartAlign::left, more);
        break;
      }
      x = body.left();
      ++lines;
    }
    const double y = body.top() + sheet.line() * (lines - 0.5);
    keys[i].draw(QRectF(x, std::round(y - square / 2), square, square));
    sheet.text({x + square * 1.5, y}, ChartAlign::left, name);
    x += width + gap;
  }
  sheet.take_top(sheet.line() * lines + sheet.em() * 0.5);
}

QRectF ChartRows::bar(std::size_t row) const {
  const double height = std::max(4.0, std::round(std::min(step * 0.7, 30.0)));
  return {plot.left(), std::round(middle(row) - height / 2), plot.width(), height};
}

ChartRows chart_rows(ChartSheet& sheet, const QRectF& area, const std::vector<ChartRowName>& names) {
  const auto room = static_cast<std::size_t>(std::max(1.0, std::floor(area.height() / sheet.line() + 1e-6)));
  ChartRows rows;
  rows.shown = names.size() <= room ? names.size() : std::max<std::size_t>(1, room - 1);
  const bool counts_more = rows.shown < names.size() && room > 1;
  const auto ink = [](const ChartRowName& one) { return ChartInk{ChartSize::text, {}, one.focus, false}; };
  double column = 0;
  for (std::size_t i = 0; i < rows.shown; ++i) column = std::max(column, sheet.width(names[i].name, ink(names[i])) + 1);
  const double usual = area.width() * 0.38, widest = area.width() * 0.55;
  const bool folds = column > usual;
  const double lines = static_cast<double>(rows.shown + (counts_more ? 1 : 0));
  rows.step = std::min(area.height() / lines, sheet.em() * (folds ? 2.9 : 2.3));
  // Where there is no room for a second line, a name is worth more than the length of bars.
  column = std::min(column, rows.step >= 2 * sheet.line() ? usual : widest);
  const double left = area.left() + column + sheet.em() * 0.6;
  rows.plot = QRectF(left, area.top(), area.right() - left, rows.step * static_cast<double>(rows.shown));
  const int most = rows.step >= 2 * sheet.line() ? 2 : 1;
  for (std::size_t i = 0; i < rows.shown; ++i) {
    const QStringList parts = sheet.folded(names[i].name, column, most, ink(names[i]));
    double y = rows.middle(i) - sheet.line() * static_cast<double>(parts.size() - 1) / 2;
    for (const QString& part : parts) {
      sheet.text({area.left() + column, y}, ChartAlign::right, part, ink(names[i]));
      y += sheet.line();
    }
  }
  if (!counts_more) return rows;
  const Text more = text("… {1} more", static_cast<std::int64_t>(names.size() - rows.shown));
  sheet.text({area.left() + column, rows.plot.bottom() + rows.step / 2}, ChartAlign::right, sheet.say(more),
             {ChartSize::text, sheet.quiet(), false, false});
  return rows;
}

double tick_width(const ChartSheet& sheet, const Ticks& ticks) {
  double widest = 0;
  for (const double value : ticks.values) widest = std::max(widest, sheet.width(sheet.number(value, ticks.decimals)));
  return widest;
}

Ticks ticks_across(const ChartSheet& sheet, double low, double high, double length, const QString& suffix) {
  for (int most = 10; most > 1; --most) {
    const Ticks ticks = round_ticks(low, high, most);
    const double room = length * ticks.step / std::max(high - low, ticks.step * 1e-9);
    if (tick_width(sheet, ticks) + sheet.width(suffix) + sheet.em() * 1.2 <= room) return ticks;
  }
  return round_ticks(low, high, 1);
}

Ticks ticks_upwards(const ChartSheet& sheet, double low, double high, double length) {
  const int most = std::clamp(static_cast<int>(length / sheet.em() / 2.1), 1, 8);
  Ticks ticks = round_ticks(low, high, most);
  // One number is no scale: a finer step, if its numbers have room.
  for (int more = most + 1; ticks.values.size() < 2 && more < most + 4; ++more) {
    const Ticks finer = round_ticks(low, high, more);
    if (length * finer.step / (high - low) >= sheet.line()) ticks = finer;
  }
  return ticks;
}

void value_axis(ChartSheet& sheet, const QRectF& plot, const Ticks& ticks, double low, double high) {
  for (const double value : ticks.values) {
    const double y = plot.bottom() - (value - low) / (high - low) * plot.height();
    sheet.line({plot.left(), y}, {plot.right(), y}, value == 0 ? sheet.quiet() : sheet.grid());
    sheet.text({plot.left() - sheet.em() * 0.5, y}, ChartAlign::right, sheet.number(value, ticks.decimals),
               {ChartSize::text, sheet.quiet(), false, false});
  }
}

}  // namespace smile::layers
