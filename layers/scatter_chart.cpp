#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <numeric>

#include "layers/chart_sheet.h"
#include "layers/clip.h"

namespace smile::layers {
namespace {

/// Round ends of an axis; 0 belongs to it where the figures come near it.
struct Range {
  double low = 0, high = 1;
};
Range padded(double low, double high) {
  if (low > 0 && low < (high - low) * 0.35) low = 0;
  if (high < 0 && -high < (high - low) * 0.35) high = 0;
  if (low == high) return low == 0 ? Range{-1, 1} : Range{low - std::abs(low) * 0.1, high + std::abs(high) * 0.1};
  const double room = (high - low) * 0.04;
  return {low == 0 ? low : low - room, high == 0 ? high : high + room};
}

struct Dot {
  QPointF value, at;
  QString name;
  bool focus = false;
  double strange = 0;  ///< how far from the line, or from the middle, in standard deviations
};

class ScatterLayout {
public:
  ScatterLayout(ChartSheet& sheet, const ScatterChart& chart) : sheet_(sheet), chart_(chart) {}

  void draw() {
    sheet_.head(chart_.head);
    for (const ScatterPoint& point : chart_.points) take(point);
    if (too_large_)
      return sheet_.sentence({}, text("“{1}” has a figure too large to be drawn: check its unit.", too_large_->label));
    if (dots_.empty()) return sheet_.sentence(chart_.head.empty, text("There are no pairs of figures to compare yet."));
    std::vector<QPointF> values;
    for (const Dot& dot : dots_) values.push_back(dot.value);
    fit_ = linear_fit(values);
    facts();
    axes();
    if (chart_.regression && fit_.r) regression();
    points();
    names();
  }

private:
  void take(const ScatterPoint& point) {
    const auto x = drawable(point.x), y = drawable(point.y);
    const bool secret = point.x.state == Figure::State::suppressed || point.y.state == Figure::State::suppressed;
    if (!x || !y) return void(secret ? ++suppressed_ : ++missing_);
    if (std::max(std::abs(*x), std::abs(*y)) > largest_figure) too_large_ = &point;
    dots_.push_back({{*x, *y}, {}, chart_words(point.label), point.focus, 0});
  }

  /// r in words, by Cohen's limits: nobody has to know what it is.
  Text connection() const {
    if (!fit_.r) return text("too few or too even values for a line");
    const double size = std::abs(*fit_.r);
    const std::string r = sheet_.number(*fit_.r, 2).toStdString();
    return size < 0.1   ? text("no connection (r = {1})", r)
           : size < 0.3 ? text("weak connection (r = {1})", r)
           : size < 0.5 ? text("medium connection (r = {1})", r)
                        : text("strong connection (r = {1})", r);
  }

  /// "strong connection (r = 0.62) · 21 dots · dashed: the line that fits best · 2 secret"
  void facts() {
    QStringList parts{sheet_.say(connection()), sheet_.say(text("{1} dots", static_cast<std::int64_t>(dots_.size())))};
    if (suppressed_ > 0) parts << sheet_.say(text("{1} secret", suppressed_));
    if (missing_ > 0) parts << sheet_.say(text("{1} without data", missing_));
    if (chart_.regression && fit_.r) parts << sheet_.say(text("dashed: the line that fits best"));
    const ChartInk ink{ChartSize::text, {}, true, false};
    for (const QString& line : sheet_.folded(parts.join(QStringLiteral(" · ")), sheet_.body().width(), 2, ink)) {
      const QRectF strip = sheet_.take_top(sheet_.line());
      sheet_.text({strip.left(), strip.center().y()}, ChartAlign::left, line, ink);
    }
    sheet_.take_top(sheet_.em() * 0.4);
  }

  void axes() {
    const ChartInk quiet{ChartSize::text, sheet_.quiet(), false, false};
    const auto by = [](auto get) { return [get](const Dot& a, const Dot& b) { return get(a) < get(b); }; };
    const auto [left, right] =
        std::minmax_element(dots_.begin(), dots_.end(), by([](const Dot& d) { return d.value.x(); }));
    const auto [low, high] =
        std::minmax_element(dots_.begin(), dots_.end(), by([](const Dot& d) { return d.value.y(); }));
    x_ = padded(left->value.x(), right->value.x());
    y_ = padded(low->value.y(), high->value.y());
    sheet_.upright_title(chart_words(chart_.y_title));
    const QRectF title = sheet_.take_bottom(sheet_.line());
    const QRectF numbers = sheet_.take_numbers();
    const Ticks y = ticks_upwards(sheet_, y_.low, y_.high, sheet_.body().height());
    plot_ = sheet_.body().adjusted(tick_width(sheet_, y) + sheet_.em() * 0.7, 0, -sheet_.em() * 0.6, 0);
    value_axis(sheet_, plot_, y, y_.low, y_.high);
    const Ticks x = ticks_across(sheet_, x_.low, x_.high, plot_.width());
    for (const double value : x.values) {
      const double at = place({value, y_.low}).x();
      sheet_.line({at, plot_.top()}, {at, plot_.bottom()}, value == 0 ? sheet_.quiet() : sheet_.grid());
      sheet_.text({at, sheet_.numbers_at(numbers)}, ChartAlign::centre, sheet_.number(value, x.decimals), quiet);
    }
    sheet_.text({plot_.right(), title.center().y()}, ChartAlign::right,
                sheet_.elided(chart_words(chart_.x_title), title.width()), quiet);
  }

  QPointF place(QPointF value) const {
    return {plot_.left() + (value.x() - x_.low) / (x_.high - x_.low) * plot_.width(),
            plot_.bottom() - (value.y() - y_.low) / (y_.high - y_.low) * plot_.height()};
  }

  void regression() {
    const auto on_line = [&](double x) { return place({x, *fit_.intercept + *fit_.slope * x}); };
    const std::array<QPointF, 2> ends{on_line(x_.low), on_line(x_.high)};
    for (const QPolygonF& part : clipped_line(ends, plot_)) {
      QPainterPath path;
      path.addPolygon(part);
      sheet_.shape({path, {}, sheet_.quiet(), 1.6, {5, 3}});
      line_ = {part.first(), part.last()};
    }
  }

  void points() {
    radius_ = std::clamp(sheet_.em() * 0.42 * std::pow(30.0 / std::max(30.0, static_cast<double>(dots_.size())), 0.3),
                         1.6, 6.0);
    const QRectF inside = plot_.adjusted(radius_, radius_, -radius_, -radius_);
    const bool any_focus = std::any_of(dots_.begin(), dots_.end(), [](const Dot& d) { return d.focus; });
    std::stable_partition(dots_.begin(), dots_.end(), [](const Dot& d) { return !d.focus; });  // the focus on top
    for (Dot& dot : dots_) {
      dot.at = place(dot.value);
      // A dot on the plot's edge would be cut or reach out of it.
      dot.at = {std::clamp(dot.at.x(), inside.left(), inside.right()),
                std::clamp(dot.at.y(), inside.top(), inside.bottom())};
      const QColor colour = any_focus && !dot.focus ? sheet_.tint(sheet_.series(0), 0.55) : sheet_.series(0);
      sheet_.marker(dot.at, radius_ * 2, 0, colour);
    }
  }

  /// How far each dot lies from what the others would let expect.
  void measure_strangeness() {
    QPointF mean;
    const auto n = static_cast<double>(dots_.size());
    for (const Dot& dot : dots_) mean += dot.value / n;
    double sx = 0, sy = 0, rest = 0;
    const auto residual = [&](const Dot& d) {
      return fit_.r ? d.value.y() - *fit_.intercept - *fit_.slope * d.value.x() : 0;
    };
    for (const Dot& dot : dots_) {
      sx += std::pow(dot.value.x() - mean.x(), 2) / n;
      sy += std::pow(dot.value.y() - mean.y(), 2) / n;
      rest += std::pow(residual(dot), 2) / n;
    }
    const auto in_deviations = [](double d, double variance) {
      return variance > 0 ? std::abs(d) / std::sqrt(variance) : 0;
    };
    for (Dot& dot : dots_)
      dot.strange = std::max(
          in_deviations(residual(dot), rest),
          0.7 * std::hypot(in_deviations(dot.value.x() - mean.x(), sx), in_deviations(dot.value.y() - mean.y(), sy)));
  }

  void names() {
    measure_strangeness();
    std::vector<const Dot*> order;
    for (const Dot& dot : dots_) order.push_back(&dot);
    std::stable_sort(order.begin(), order.end(), [](const Dot* a, const Dot* b) {
      return a->focus != b->focus ? a->focus : a->strange > b->strange;
    });
    if (order.size() > 40) order.resize(12);  // a cloud: only those far from it
    for (const Dot* dot : order) name(*dot);
  }

  void name(const Dot& dot) {
    const ChartInk ink{ChartSize::note, {}, dot.focus, true};
    const QString words = sheet_.elided(dot.name, plot_.width() * 0.45, ink);
    const double side = radius_ + 3, up = radius_ + sheet_.em() * 0.6, slant = radius_ * 0.7;
    const std::array<std::pair<QPointF, ChartAlign>, 8> places{{{{side, 0}, ChartAlign::left},
                                                                {{-side, 0}, ChartAlign::right},
                                                                {{0, -up}, ChartAlign::centre},
                                                                {{0, up}, ChartAlign::centre},
                                                                {{slant, -up}, ChartAlign::left},
                                                                {{slant, up}, ChartAlign::left},
                                                                {{-slant, -up}, ChartAlign::right},
                                                                {{-slant, up}, ChartAlign::right}}};
    for (const bool over_line : {false, true})
      for (const auto& [shift, align] : places) {
        const QRectF box = sheet_.box(dot.at + shift, align, words, ink);
        if (!is_free(box, dot) || (!over_line && crosses_line(box))) continue;
        taken_.push_back(sheet_.text(dot.at + shift, align, words, ink));
        return;
      }
    if (dot.focus) name_from_afar(dot, words, ink);
  }

  /// In a crowd the dot the page speaks of is named where there is room, with a line that leads to it.
  void name_from_afar(const Dot& dot, const QString& words, const ChartInk& ink) {
    for (double away = 2 * sheet_.em(); away < plot_.width() + plot_.height(); away += sheet_.em())
      for (int turn = 0; turn < 16; ++turn) {
        const double angle = turn * std::numbers::pi / 8;
        const QPointF end = dot.at + QPointF(std::cos(angle), std::sin(angle)) * away;
        if (!is_free(sheet_.box(end, ChartAlign::centre, words, ink), dot)) continue;
        sheet_.line(dot.at, end, sheet_.ink(), 1);
        taken_.push_back(sheet_.text(end, ChartAlign::centre, words, ink));
        return;
      }
  }

  bool is_free(const QRectF& box, const Dot& own) const {
    if (!plot_.contains(box)) return false;
    for (const QRectF& other : taken_)
      if (other.intersects(box)) return false;
    // A name close to another dot would be read as its name.
    const double clear = sheet_.em() * 0.3;
    const QRectF tight = box.adjusted(-clear, -clear * 0.5, clear, clear * 0.5);
    return std::none_of(dots_.begin(), dots_.end(), [&](const Dot& dot) {
      const QRectF around(dot.at - QPointF(radius_, radius_), QSizeF(radius_, radius_) * 2);
      return &dot != &own && around.intersects(tight);
    });
  }

  bool crosses_line(const QRectF& box) const {
    const std::array<QPointF, 2> line{line_.p1(), line_.p2()};
    return !line_.isNull() && !clipped_line(line, box).empty();
  }

  ChartSheet& sheet_;
  const ScatterChart& chart_;
  std::vector<Dot> dots_;
  std::int64_t suppressed_ = 0, missing_ = 0;
  const ScatterPoint* too_large_ = nullptr;
  LinearFit fit_;
  QRectF plot_;
  Range x_, y_;
  double radius_ = 4;
  QLineF line_;
  std::vector<QRectF> taken_;
};

}  // namespace

void lay_out(ChartSheet& sheet, const ScatterChart& chart) {
  ScatterLayout(sheet, chart).draw();
}

}  // namespace smile::layers
