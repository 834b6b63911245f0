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

QRectF ChartRows::bar(std::size_t lane) const {
  const double height = std::max(4.0, std::round(std::min(step * 0.7, 30.0)));
  return {plot.left(), std::round(middle(lane) - height / 2), plot.width(), height};
}

namespace {

/// The row of each lane.
std::vector<std::size_t> lanes_of(std::size_t rows, std::size_t room) {
  std::vector<std::size_t> lanes;
  const std::size_t shown = rows <= room ? rows : std::max<std::size_t>(1, room - 1);
  const std::size_t first = shown < rows ? (shown + 1) / 2 : rows;
  for (std::size_t row = 0; row < first; ++row) lanes.push_back(row);
  if (shown < rows && room > 1) lanes.push_back(ChartRows::missing);
  for (std::size_t row = rows - (shown - first); row < rows && shown < rows; ++row) lanes.push_back(row);
  return lanes;
}

ChartInk ink_of(const ChartRowName& name) {
  return {ChartSize::text, {}, name.focus, false};
}

/// Up to `right`, on two lines where there is room for them.
void set_name(ChartSheet& sheet, const ChartRows& rows, std::size_t lane, double right, double width,
              const QString& name, const ChartInk& ink) {
  const int most = rows.step >= 2 * sheet.line() ? 2 : 1;
  const QStringList parts = sheet.folded(name, width, most, ink);
  double y = rows.middle(lane) - sheet.line() * static_cast<double>(parts.size() - 1) / 2;
  for (const QString& part : parts) {
    sheet.text({right, y}, ChartAlign::right, part, ink);
    y += sheet.line();
  }
}

}  // namespace

ChartRows chart_rows(ChartSheet& sheet, const QRectF& area, const std::vector<ChartRowName>& names) {
  const auto room = static_cast<std::size_t>(std::max(1.0, std::floor(area.height() / sheet.line() + 1e-6)));
  ChartRows rows;
  rows.lanes = lanes_of(names.size(), room);
  const auto missing = static_cast<std::int64_t>(names.size() - rows.lanes.size() + 1);
  const ChartInk quiet{ChartSize::text, sheet.quiet(), false, false};
  std::vector<std::pair<QString, ChartInk>> words;
  for (const std::size_t row : rows.lanes)
    words.emplace_back(row == ChartRows::missing ? sheet.say(text("… {1} more", missing)) : names[row].name,
                       row == ChartRows::missing ? quiet : ink_of(names[row]));
  double column = 0;
  for (const auto& [name, ink] : words) column = std::max(column, sheet.width(name, ink) + 1);
  const double usual = area.width() * 0.38, widest = area.width() * 0.55;
  const bool folds = column > usual;
  const auto lanes = static_cast<double>(rows.lanes.size());
  rows.step = std::min(area.height() / lanes, sheet.em() * (folds ? 2.9 : 2.3));
  // Where there is no room for a second line, a name is worth more than the length of bars.
  column = std::min(column, rows.step >= 2 * sheet.line() ? usual : widest);
  const double left = area.left() + column + sheet.em() * 0.6;
  rows.plot = QRectF(left, area.top(), area.right() - left, rows.step * lanes);
  for (std::size_t lane = 0; lane < words.size(); ++lane)
    set_name(sheet, rows, lane, area.left() + column, column, words[lane].first, words[lane].second);
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
