#include <algorithm>
#include <cmath>

#include "layers/chart_sheet.h"

namespace smile::layers {
namespace {

/// A row with its figures divided by the magnitude, and what is written at its end.
struct Bar {
  std::vector<std::optional<double>> parts;
  double sum = 0;
  bool suppressed = false, missing = false, known = false;
  QString words;
  double end() const { return known ? sum : 0; }
  bool gap() const { return suppressed || missing; }
};

/// Why these rows can't be drawn; empty if they can.
Text fault_of(const BarChart& chart) {
  if (chart.reference && std::abs(*chart.reference) > largest_figure)
    return text("“{1}” has a figure too large to be drawn: check its unit.", chart.reference_label);
  for (const BarRow& row : chart.rows)
    for (const Figure& figure : row.values) {
      const auto value = drawable(figure);
      if (value && std::abs(*value) > largest_figure)
        return text("“{1}” has a figure too large to be drawn: check its unit.", row.label);
      if (value && *value < 0 && row.values.size() > 1)
        return text("“{1}” has a negative part, which can't be stacked: check the table.", row.label);
    }
  return {};
}

std::optional<double> reference_of(const BarChart& chart) {
  return chart.reference ? drawable({Figure::State::value, *chart.reference}) : std::nullopt;
}

double largest_of(const BarChart& chart) {
  double largest = std::abs(reference_of(chart).value_or(0));
  for (const BarRow& row : chart.rows) {
    double sum = 0;
    for (const Figure& figure : row.values) sum += std::abs(drawable(figure).value_or(0));
    largest = std::max(largest, sum);
  }
  return largest;
}

class BarLayout {
public:
  BarLayout(ChartSheet& sheet, const BarChart& chart)
      : sheet_(sheet),
        chart_(chart),
        stacked_(chart.series.size() > 1),
        shares_(chart.shares && stacked_),
        magnitude_(shares_ ? Magnitude{} : magnitude_of(largest_of(chart))),
        decimals_(magnitude_.divisor > 1 ? std::max(1, chart.decimals) : chart.decimals) {}

  void draw() {
    sheet_.head(chart_.head, magnitude_);
    const Text fault = fault_of(chart_);
    if (!fault.empty()) return sheet_.sentence({}, fault);
    if (chart_.rows.empty()) return sheet_.sentence(chart_.head.empty, text("There are no figures to compare yet."));
    for (const BarRow& row : chart_.rows) bars_.push_back(bar_of(row));
    if (stacked_) legend();
    const bool refers = reference_of(chart_) && !shares_;
    const QRectF strip = refers ? sheet_.take_top(sheet_.line() * 1.15) : QRectF();
    const QRectF numbers = sheet_.take_bottom(sheet_.line());
    std::vector<ChartRowName> names;
    for (const BarRow& row : chart_.rows) names.push_back({chart_words(row.label), row.focus});
    rows_ = chart_rows(sheet_, sheet_.body(), names);
    scale(refers);
    axis(std::min(numbers.center().y(), rows_.plot.bottom() + sheet_.line() * 0.8));
    for (std::size_t lane = 0; lane < rows_.lanes.size(); ++lane)
      if (rows_.lanes[lane] != ChartRows::missing) row(lane);
    sheet_.line({x(0), rows_.plot.top()}, {x(0), rows_.plot.bottom()}, sheet_.quiet());
    if (refers) reference(strip);
  }

private:
  double x(double value) const { return left_ + (value - low_) / (high_ - low_) * (right_ - left_); }

  Bar bar_of(const BarRow& row) const {
    Bar bar;
    for (std::size_t i = 0; i < std::max<std::size_t>(1, chart_.series.size()); ++i) {
      const Figure figure = i < row.values.size() ? row.values[i] : Figure{};
      auto value = drawable(figure);
      if (value) *value /= magnitude_.divisor;
      bar.parts.push_back(value);
      bar.sum += value.value_or(0);
      bar.known = bar.known || value;
      bar.suppressed = bar.suppressed || figure.state == Figure::State::suppressed;
      bar.missing = bar.missing || (!value && figure.state != Figure::State::suppressed);
    }
    bar.words = words_of(bar);
    if (shares_) to_shares(bar);
    return bar;
  }

  /// Percent of what is known would be too much: a row with a gap has no shares.
  static void to_shares(Bar& bar) {
    for (auto& part : bar.parts)
      part = part && bar.sum > 0 && !bar.gap() ? std::optional(*part * 100 / bar.sum) : std::nullopt;
    bar.known = bar.known && !bar.gap();
    bar.sum = bar.known && bar.sum > 0 ? 100 : 0;
  }

  /// Suppressed and missing stay what they are; a sum with a gap is no sum.
  QString words_of(const Bar& bar) const {
    const Text gap = bar.suppressed ? text("secret") : text("no data");
    if (!bar.known) return sheet_.say(gap);
    if (shares_)
      return bar.gap() ? sheet_.say(bar.suppressed ? text("partly secret") : text("partly no data")) : QString();
    const QString sum = sheet_.number(bar.sum, decimals_);
    return bar.gap() ? sheet_.say(text("{1} and more ({2})", sum.toStdString(), sheet_.say(gap).toStdString())) : sum;
  }

  void scale(bool refers) {
    double right = 0, left = 0;
    low_ = high_ = 0;
    for (const Bar& bar : bars_) {
      low_ = std::min(low_, bar.end());
      high_ = std::max(high_, shares_ ? 100.0 : bar.end());
    }
    if (refers) {
      low_ = std::min(low_, *chart_.reference / magnitude_.divisor);
      high_ = std::max(high_, *chart_.reference / magnitude_.divisor);
    }
    if (low_ == high_) high_ = 1;
    const double gap = sheet_.em() * 0.5;
    for (const std::size_t i : rows_.lanes) {
      if (i == ChartRows::missing) continue;
      const Bar& bar = bars_[i];
      const double beyond = bar.gap() ? stub() : 0;
      double& side = bar.end() < 0 ? left : right;
      // Only as far as the words reach beyond the axis counts: short bars have room inside it.
      const double free = rows_.plot.width() * 0.5 * (bar.end() < 0 ? 1 - bar.end() / low_ : 1 - bar.end() / high_);
      side = std::max(side, sheet_.width(bar.words) + gap + beyond - free);
    }
    const double most = rows_.plot.width() * 0.45;
    left_ = rows_.plot.left() + (low_ < 0 ? std::min(left + gap, most) : 0);
    right_ = rows_.plot.right() - std::min(std::max(right + gap / 2, half_a_number()), most);
  }

  void axis(double y) {
    const QString suffix = shares_ ? QStringLiteral("\u00a0%") : QString();
    const Ticks ticks = ticks_across(sheet_, low_, high_, right_ - left_, suffix);
    for (const double value : ticks.values) {
      sheet_.line({x(value), rows_.plot.top()}, {x(value), rows_.plot.bottom()}, sheet_.grid());
      sheet_.text({x(value), y}, ChartAlign::centre, sheet_.number(value, ticks.decimals) + suffix, quiet());
    }
  }

  /// What the number at the axis' end needs beyond it.
  double half_a_number() const {
    return sheet_.width(shares_ ? QStringLiteral("100\u00a0%") : sheet_.number(high_, 0)) / 2;
  }
  ChartInk quiet() const { return {ChartSize::text, sheet_.quiet(), false, false}; }
  double stub() const { return sheet_.em() * 1.6; }

  QColor colour(std::size_t part, bool focus) const {
    // The palest step would be lost on the ground.
    if (stacked_ && chart_.ordered)
      return ramp(sheet_.theme(), static_cast<int>(chart_.series.size()) + 1, "blue")[part + 1];
    if (stacked_) return sheet_.series(part);
    const bool others_quiet =
        std::any_of(chart_.rows.begin(), chart_.rows.end(), [](const BarRow& r) { return r.focus; });
    return others_quiet && !focus ? sheet_.tint(sheet_.series(0), 0.55) : sheet_.series(0);
  }

  void legend() {
    std::vector<ChartKey> keys;
    for (std::size_t i = 0; i < chart_.series.size(); ++i) {
      const QColor fill = colour(i, false);
      keys.push_back({chart_words(chart_.series[i]),
                      [this, fill](const QRectF& at) { sheet_.fill(at, fill, sheet_.tint(sheet_.quiet(), 0.7)); }});
    }
    chart_legend(sheet_, keys);
  }

  void row(std::size_t at) {
    const std::size_t i = rows_.lanes[at];
    const Bar& bar = bars_[i];
    const QRectF lane = rows_.bar(at);
    double from = 0;
    for (std::size_t part = 0; part < bar.parts.size(); ++part) {
      const double value = bar.parts[part].value_or(0);
      if (value == 0) continue;
      const double a = x(from), b = x(from += value);
      const QRectF piece = QRectF(QPointF(a, lane.top()), QPointF(b, lane.bottom())).normalized();
      const QColor fill = colour(part, chart_.rows[i].focus);
      sheet_.fill(piece, fill, stacked_ ? sheet_.ground() : QColor());
      if (shares_) percent(piece, value, fill);
    }
    double end = x(from);
    const bool leftwards = from < 0;
    if (bar.gap()) {
      sheet_.hatch(QRectF(end + 0.5, lane.top() + 0.5, stub() - 1, lane.height() - 1), sheet_.quiet());
      end += stub();
    }
    if (bar.words.isEmpty()) return;
    const double gap = sheet_.em() * 0.4;
    ChartInk ink{ChartSize::text, bar.known ? sheet_.ink() : sheet_.quiet(), chart_.rows[i].focus, true};
    const double room = leftwards ? end - gap - rows_.plot.left() : rows_.plot.right() - end - gap;
    sheet_.text({leftwards ? end - gap : end + gap, rows_.middle(at)}, leftwards ? ChartAlign::right : ChartAlign::left,
                sheet_.elided(bar.words, std::max(room, sheet_.em() * 2), ink), ink);
  }

  void percent(const QRectF& piece, double value, const QColor& fill) {
    const QString words = sheet_.number(value, chart_.decimals);
    const ChartInk ink{ChartSize::note, sheet_.letters_on(fill), false, false};
    if (sheet_.width(words, ink) + sheet_.em() * 0.5 > piece.width() || piece.height() < sheet_.em()) return;
    sheet_.text(piece.center(), ChartAlign::centre, words, ink);
  }

  void reference(const QRectF& strip) {
    const double value = *chart_.reference / magnitude_.divisor;
    sheet_.line({x(value), strip.center().y() + sheet_.em() * 0.6}, {x(value), rows_.plot.bottom()}, sheet_.ink(), 1.4,
                {4, 2.5});
    const std::string name = chart_.reference_label.empty() ? sheet_.say(text("City")).toStdString()
                                                            : chart_words(chart_.reference_label).toStdString();
    const std::string written = sheet_.number(value, decimals_).toStdString();
    const ChartInk ink{ChartSize::text, {}, true, false};
    const QString label = sheet_.elided(sheet_.say(text("{1}: {2}", name, written)), strip.width(), ink);
    sheet_.text({x(value), strip.center().y()}, ChartAlign::centre, label, ink);
  }

  ChartSheet& sheet_;
  const BarChart& chart_;
  bool stacked_, shares_;
  Magnitude magnitude_;
  int decimals_;
  std::vector<Bar> bars_;
  ChartRows rows_;
  double low_ = 0, high_ = 1, left_ = 0, right_ = 1;
};

}  // namespace

void lay_out(ChartSheet& sheet, const BarChart& chart) {
  BarLayout(sheet, chart).draw();
}

}  // namespace smile::layers
