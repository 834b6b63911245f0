#include <algorithm>
#include <cmath>

#include "layers/chart_sheet.h"

namespace smile::layers {
namespace {

struct Line {
  QString name;
  std::vector<std::pair<int, std::optional<double>>> years;  ///< in order; without a value: suppressed or missing
  std::optional<std::pair<int, double>> last;
};

class TimelineLayout {
public:
  TimelineLayout(ChartSheet& sheet, const TimelineChart& chart)
      : sheet_(sheet), chart_(chart), magnitude_(magnitude_of(largest())) {}

  void draw() {
    sheet_.head(chart_.head, magnitude_);
    for (const TimelineSeries& series : chart_.series) take(series);
    if (!too_large_.empty())
      return sheet_.sentence({}, text("“{1}” has a figure too large to be drawn: check its unit.", too_large_));
    if (lines_.empty()) return sheet_.sentence(chart_.head.empty, text("There are no figures of any year yet."));
    gaps();
    range();
    axes();
    for (std::size_t i = 0; i < lines_.size(); ++i) line(i);
    names();
  }

private:
  double largest() const {
    double out = 0;
    for (const TimelineSeries& series : chart_.series)
      for (const auto& [year, figure] : series.years) out = std::max(out, std::abs(drawable(figure).value_or(0)));
    return out;
  }

  void take(const TimelineSeries& series) {
    Line line;
    line.name = chart_words(series.label);
    for (const auto& [year, figure] : series.years) {
      auto value = drawable(figure);
      if (value && std::abs(*value) > largest_figure) too_large_ = series.label;
      if (value) *value /= magnitude_.divisor;
      if (value) line.last = {year, *value};
      suppressed_ += figure.state == Figure::State::suppressed;
      missing_ += !value && figure.state != Figure::State::suppressed;
      line.years.emplace_back(year, value);
    }
    if (line.last) lines_.push_back(std::move(line));
  }

  /// Says what the dashes stand for.
  void gaps() {
    QStringList parts;
    if (suppressed_ > 0) parts << sheet_.say(text("{1} secret", suppressed_));
    if (missing_ > 0) parts << sheet_.say(text("{1} without data", missing_));
    if (parts.isEmpty()) return;
    const ChartInk ink{ChartSize::note, sheet_.quiet(), false, false};
    const QString words = sheet_.say(text("Dashed: {1}", parts.join(QStringLiteral(", ")).toStdString()));
    const QRectF strip = sheet_.take_bottom(sheet_.line());
    sheet_.text({strip.left(), strip.center().y()}, ChartAlign::left, sheet_.elided(words, strip.width(), ink), ink);
  }

  void range() {
    first_ = last_ = lines_.front().years.front().first;
    low_ = high_ = lines_.front().last->second;
    for (const Line& line : lines_)
      for (const auto& [year, value] : line.years) {
        first_ = std::min(first_, year);
        last_ = std::max(last_, year);
        low_ = std::min(low_, value.value_or(low_));
        high_ = std::max(high_, value.value_or(high_));
      }
    if (chart_.from_zero) low_ = std::min(low_, 0.0), high_ = std::max(high_, 0.0);
    if (low_ == high_) (low_ > 0 ? low_ : high_) = low_ == 0 ? 1 : 0;
  }

  /// The name beside the end of the line, with its last value.
  QString name_of(const Line& line, double width) const {
    const int decimals = magnitude_.divisor > 1 ? std::max(1, chart_.decimals) : chart_.decimals;
    const QString value = QStringLiteral("  ") + sheet_.number(line.last->second, decimals);
    const QString shown = line.last->first == last_ ? value : QString();
    return sheet_.elided(line.name, width - sheet_.width(shown)) + shown;
  }

  void axes() {
    const QRectF years = sheet_.take_numbers();
    sheet_.take_top(sheet_.em() * 0.6);  // half the topmost number
    const QRectF body = sheet_.body();
    Ticks ticks = ticks_upwards(sheet_, low_, high_, body.height());
    low_ = ticks.below, high_ = ticks.above;
    ticks = ticks_upwards(sheet_, low_, high_, body.height());
    for (const Line& line : lines_) names_ = std::max(names_, sheet_.width(name_of(line, body.width())) + 1);
    names_ = std::min(names_, body.width() * 0.45);
    const double left = tick_width(sheet_, ticks) + sheet_.em() * 0.7;
    plot_ = QRectF(QPointF(body.left() + left, body.top()),
                   QPointF(body.right() - names_ - sheet_.em() * 1.8, body.bottom()));
    value_axis(sheet_, plot_, ticks, low_, high_);
    const double room = sheet_.width(QStringLiteral("2000")) + sheet_.em();
    const double pad = sheet_.em() * 0.5;
    span_ = QRectF(plot_.left() + pad, plot_.top(), plot_.width() - 2 * pad, plot_.height());
    const int most = std::max(1, static_cast<int>(span_.width() / room));
    for (const int year : year_ticks(first_, last_, most)) {
      const double x = place(year, low_).x();
      sheet_.line({x, plot_.bottom()}, {x, plot_.bottom() + sheet_.em() * 0.3}, sheet_.quiet());
      sheet_.text({x, sheet_.numbers_at(years)}, ChartAlign::centre, QString::number(year),
                  {ChartSize::text, sheet_.quiet(), false, false});
    }
  }

  QPointF place(int year, double value) const {
    const double share = last_ > first_ ? static_cast<double>(year - first_) / (last_ - first_) : 0.5;
    return {span_.left() + share * span_.width(), plot_.bottom() - (value - low_) / (high_ - low_) * plot_.height()};
  }

  void line(std::size_t i) {
    const QColor colour = sheet_.series(i);
    const double width = std::max(1.8, sheet_.em() * 0.18);
    const Line& line = lines_[i];
    std::optional<QPointF> before;
    bool gap = false;
    QPainterPath solid, dashed;
    for (const auto& [year, value] : line.years) {
      gap = gap || !value;
      if (!value) continue;
      const QPointF at = place(year, *value);
      QPainterPath& path = gap ? dashed : solid;
      if (before) path.moveTo(*before), path.lineTo(at);
      before = at;
      gap = false;
    }
    sheet_.shape({solid, {}, colour, width});
    sheet_.shape({dashed, {}, colour, width * 0.8, {2, 2.5}});
    const double apart = span_.width() / std::max(1, last_ - first_);
    const double size = sheet_.em() * 0.62;
    for (const auto& [year, value] : line.years) {
      const bool end = line.last->first == year || line.years.front().first == year;
      if (value && (end || apart > size * 2.2)) sheet_.marker(inside(place(year, *value), size), size, i, colour);
    }
  }

  /// Markers on the plot's lower and upper edge keep inside it.
  QPointF inside(QPointF at, double size) const {
    return {at.x(), std::clamp(at.y(), plot_.top() + size * 0.3, plot_.bottom())};
  }

  /// Names at the right, as near to their lines' ends as they can stand without touching; those at the bottom that find
  /// no room are counted.
  void names() {
    std::vector<std::size_t> order(lines_.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    const auto room = static_cast<std::size_t>(std::max(1.0, std::floor(plot_.height() / sheet_.line())));
    const bool more = order.size() > room;
    if (more) order.resize(std::max<std::size_t>(1, room - 1));
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return end_of(a).y() < end_of(b).y(); });
    const double bottom = plot_.bottom() - sheet_.line() * (more ? 1.5 : 0.5);
    std::vector<double> y;
    for (const std::size_t i : order)
      y.push_back(std::max(end_of(i).y(), y.empty() ? plot_.top() + sheet_.line() / 2 : y.back() + sheet_.line()));
    double limit = bottom;
    for (std::size_t k = y.size(); k-- > 0; limit = y[k] - sheet_.line()) y[k] = std::min(y[k], limit);
    const double x = plot_.right() + sheet_.em() * 1.3;
    for (std::size_t k = 0; k < order.size(); ++k) {
      const QPointF end = end_of(order[k]);
      const QColor colour = sheet_.series(order[k]);
      sheet_.line(end + QPointF(sheet_.em() * 0.45, 0), {x - sheet_.em() * 0.3, y[k]}, colour, 1);
      sheet_.text({x, y[k]}, ChartAlign::left, name_of(lines_[order[k]], names_ + sheet_.em() * 0.4));
    }
    if (!more) return;
    sheet_.text({x, plot_.bottom() - sheet_.line() / 2}, ChartAlign::left,
                sheet_.say(text("… {1} more", static_cast<std::int64_t>(lines_.size() - order.size()))),
                {ChartSize::text, sheet_.quiet(), false, false});
  }
  QPointF end_of(std::size_t i) const { return place(lines_[i].last->first, lines_[i].last->second); }

  ChartSheet& sheet_;
  const TimelineChart& chart_;
  Magnitude magnitude_;
  std::vector<Line> lines_;
  std::int64_t suppressed_ = 0, missing_ = 0;
  std::string too_large_;
  int first_ = 0, last_ = 0;
  double low_ = 0, high_ = 1, names_ = 0;
  QRectF plot_, span_;
};

}  // namespace

void lay_out(ChartSheet& sheet, const TimelineChart& chart) {
  TimelineLayout(sheet, chart).draw();
}

}  // namespace smile::layers
