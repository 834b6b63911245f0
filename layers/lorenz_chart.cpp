#include <algorithm>
#include <cmath>

#include "gis/words/numbers.h"
#include "layers/chart_sheet.h"

namespace smile::layers {
namespace {

/// Rises from (0, 0) to (1, 1) below the diagonal.
bool is_lorenz(const std::vector<QPointF>& curve) {
  constexpr double slack = 1e-9;
  const auto near = [](QPointF p, double v) { return std::abs(p.x() - v) <= slack && std::abs(p.y() - v) <= slack; };
  if (!near(curve.front(), 0) || !near(curve.back(), 1)) return false;
  for (std::size_t i = 1; i < curve.size(); ++i) {
    const QPointF step = curve[i] - curve[i - 1];
    if (!(step.x() >= -slack && step.y() >= -slack && curve[i].y() <= curve[i].x() + slack)) return false;
  }
  return true;
}

/// What the half with the least has.
double at_half(const std::vector<QPointF>& curve) {
  for (std::size_t i = 1; i < curve.size(); ++i) {
    const QPointF a = curve[i - 1], b = curve[i];
    if (b.x() >= 0.5 && b.x() > a.x()) return a.y() + (0.5 - a.x()) / (b.x() - a.x()) * (b.y() - a.y());
  }
  return 0.5;
}

class LorenzLayout {
public:
  LorenzLayout(ChartSheet& sheet, const LorenzChart& chart) : sheet_(sheet), chart_(chart) {}

  void draw() {
    sheet_.head(chart_.head);
    if (chart_.curve.size() < 2)
      return sheet_.sentence(chart_.head.empty, text("There is nothing to share out yet, so there is no curve."));
    if (!is_lorenz(chart_.curve))
      return sheet_.sentence({}, text("These shares do not rise from 0 to 1, the least first: check the figures."));
    place_plot();
    axes();
    curve();
    half();
    facts();
  }

private:
  /// A square at the left; what it says stands at its right, or above the diagonal where there is no room.
  void place_plot() {
    sheet_.upright_title(chart_words(chart_.y_title));
    const QRectF title = sheet_.take_bottom(sheet_.line());
    numbers_ = sheet_.take_numbers();
    const QRectF body = sheet_.body();
    const double left = sheet_.width(percent(1)) + sheet_.em() * 0.7;
    const double right = sheet_.width(percent(1)) / 2;
    const double side = std::floor(std::min(body.width() - left - right, body.height()));
    plot_ = QRectF(body.left() + left, body.top(), side, side);
    numbers_.moveTop(plot_.bottom());
    const double beside = body.right() - plot_.right() - 2 * sheet_.em();
    words_beside_ = beside >= sheet_.em() * 9;
    words_ = words_beside_
                 ? QRectF(plot_.right() + 2 * sheet_.em(), plot_.top(), std::min(beside, sheet_.em() * 26), side)
                 : QRectF(plot_.left() + sheet_.em() * 0.6, plot_.top() + sheet_.em() * 0.4, side * 0.6, side * 0.5);
    const QString x_title = sheet_.elided(chart_words(chart_.x_title), body.width(), quiet());
    sheet_.text({std::max(plot_.right(), body.left() + sheet_.width(x_title)), numbers_.bottom() + title.height() / 2},
                ChartAlign::right, x_title, quiet());
  }

  void axes() {
    const double smallest = sheet_.width(percent(1)) + sheet_.em();
    const int steps = plot_.width() / 5 >= smallest ? 5 : plot_.width() / 2 >= smallest ? 2 : 1;
    for (int i = 0; i <= steps; ++i) {
      const double share = static_cast<double>(i) / steps;
      const QPointF x = place({share, 0}), y = place({0, share});
      const QColor colour = i == 0 ? sheet_.quiet() : sheet_.grid();
      sheet_.line(x, {x.x(), plot_.top()}, colour);
      sheet_.line(y, {plot_.right(), y.y()}, colour);
      sheet_.text({x.x(), sheet_.numbers_at(numbers_)}, ChartAlign::centre, percent(share), quiet());
      sheet_.text({plot_.left() - sheet_.em() * 0.5, y.y()}, ChartAlign::right, percent(share), quiet());
    }
  }

  void curve() {
    QPainterPath bow;
    bow.moveTo(place({0, 0}));
    for (const QPointF& point : chart_.curve) bow.lineTo(place(point));
    QPainterPath area = bow;
    area.closeSubpath();
    sheet_.shape({area, sheet_.tint(sheet_.series(0), 0.16), {}, 1});
    QPainterPath diagonal(place({0, 0}));
    diagonal.lineTo(place({1, 1}));
    sheet_.shape({diagonal, {}, sheet_.quiet(), 1.4, {5, 3}});
    sheet_.shape({bow, {}, sheet_.series(0), std::max(2.0, sheet_.em() * 0.2)});
  }

  void half() {
    const QPointF at = place({0.5, at_half(chart_.curve)});
    sheet_.line({at.x(), plot_.bottom()}, at, sheet_.ink(), 1, {2, 2});
    sheet_.line(at, {plot_.left(), at.y()}, sheet_.ink(), 1, {2, 2});
    sheet_.marker(at, sheet_.em() * 0.8, 0, sheet_.series(0));
  }

  void facts() {
    const std::string gini = sheet_.number(gini_of(chart_.curve), 2).toStdString();
    const std::string share = format_share(sheet_.language(), at_half(chart_.curve), 0);
    double y = words_.top();
    y = write(y, text("Gini {1}", gini), {words_beside_ ? ChartSize::title : ChartSize::text, {}, true, true});
    y = write(y, text("The half with the lowest values has {1}.", share), {ChartSize::text, {}, false, true});
    if (!words_beside_) return;
    y += sheet_.em() * 0.4;
    write(y, text("0: all have the same (dashed). Towards 1: a few have nearly everything."),
          {ChartSize::text, sheet_.quiet(), false, true});
  }

  /// Downwards in the room for words; above the diagonal lines become shorter as they go down.
  double write(double y, const Text& sentence, const ChartInk& ink) {
    const double step = sheet_.line() * (ink.size == ChartSize::title ? 1.4 : 1);
    const QString words = sheet_.say(sentence);
    const int most = std::max(0, static_cast<int>((words_.bottom() - y) / step));
    const double width = words_beside_ ? words_.width() : diagonal_room(y + step * 2);
    const QStringList lines = most == 0 ? QStringList() : sheet_.folded(words, width, most, ink);
    const bool whole = lines.join(QString()).size() + lines.size() > words.size() - 1;
    if (!whole || (!lines.isEmpty() && lines.back().endsWith(QChar(0x2026)))) return y;  // no half sentences
    for (const QString& line : lines) {
      sheet_.text({words_.left(), y + step / 2}, ChartAlign::left, line, ink);
      y += step;
    }
    return y;
  }
  /// From the words' left edge to the diagonal at that height.
  double diagonal_room(double y) const { return plot_.left() + (plot_.bottom() - y) - words_.left() - sheet_.em(); }

  ChartInk quiet() const { return {ChartSize::text, sheet_.quiet(), false, false}; }
  QString percent(double share) const { return QString::fromStdString(format_share(sheet_.language(), share, 0)); }
  QPointF place(QPointF share) const {
    return {plot_.left() + share.x() * plot_.width(), plot_.bottom() - share.y() * plot_.height()};
  }

  ChartSheet& sheet_;
  const LorenzChart& chart_;
  QRectF plot_, numbers_, words_;
  bool words_beside_ = false;
};

}  // namespace

void lay_out(ChartSheet& sheet, const LorenzChart& chart) {
  LorenzLayout(sheet, chart).draw();
}

}  // namespace smile::layers
