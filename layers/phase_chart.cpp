#include <algorithm>
#include <cmath>
#include <set>

#include "gis/plan/fields.h"
#include "layers/chart_sheet.h"
#include "layers/legend.h"
#include "layers/symbols.h"

namespace smile::layers {
namespace {

QString phase_name(const ChartSheet& sheet, Phase phase) {
  for (const Choice& choice : phase_choices())
    if (phase_from_word(choice.word) == phase) return sheet.say(Text{std::string(choice.label), {}});
  return sheet.say(text("no phase"));
}

bool is_final(Phase phase) {
  return phase == Phase::done || phase == Phase::rejected;
}

struct Span {
  Phase phase;
  int from = 0, to = 0;  ///< days
};

class PhaseLayout {
public:
  PhaseLayout(ChartSheet& sheet, const PhaseChart& chart) : sheet_(sheet), chart_(chart) {}

  void draw() {
    sheet_.head(chart_.head);
    range();
    if (chart_.rows.empty() || !dated_)
      return sheet_.sentence(chart_.head.empty, text("No measure has a dated phase yet."));
    for (const PhaseRow& row : chart_.rows) spans_.push_back(spans_of(row));
    legend();
    const QRectF strip = chart_.as_of ? sheet_.take_top(sheet_.line() * 1.15) : QRectF();
    const QRectF numbers = sheet_.take_bottom(sheet_.line());
    std::vector<ChartRowName> names;
    for (const PhaseRow& row : chart_.rows) names.push_back({chart_words(row.label), false});
    rows_ = chart_rows(sheet_, sheet_.body(), names);
    rows_.plot.setRight(rows_.plot.right() - sheet_.em() * 0.7);  // half a sign at the last day
    axis(std::min(numbers.center().y(),
                  rows_.plot.bottom() + sheet_.line() * 0.8 + (rows_.shown < names.size() ? rows_.step : 0)));
    for (std::size_t i = 0; i < rows_.shown; ++i) row(i);
    if (chart_.as_of) as_of(strip);
  }

private:
  void range() {
    const auto take = [this](const Date& date) {
      const int day = day_number(date);
      first_ = dated_ ? std::min(first_, day) : day;
      last_ = dated_ ? std::max(last_, day) : day;
      dated_ = true;
    };
    for (const PhaseRow& row : chart_.rows)
      for (const PhaseChange& change : row.changes) take(change.date);
    if (dated_ && chart_.as_of) take(*chart_.as_of);
    if (dated_) first_ -= 15, last_ += 15;
  }

  std::vector<Span> spans_of(const PhaseRow& row) const {
    std::vector<PhaseChange> changes = row.changes;
    std::stable_sort(changes.begin(), changes.end(),
                     [](const auto& a, const auto& b) { return sort_key(a.date) < sort_key(b.date); });
    std::vector<Span> out;
    for (std::size_t i = 0; i < changes.size(); ++i) {
      const int from = day_number(changes[i].date);
      const int now = chart_.as_of ? std::max(from, day_number(*chart_.as_of)) : last_ - 15;
      const int to = i + 1 < changes.size() ? day_number(changes[i + 1].date) : now;
      out.push_back({changes[i].phase, from, to});
    }
    return out;
  }

  double x(int day) const {
    return rows_.plot.left() + static_cast<double>(day - first_) / (last_ - first_) * rows_.plot.width();
  }

  void axis(double y) {
    const ChartInk quiet{ChartSize::text, sheet_.quiet(), false, false};
    const auto written = [&](const DateTick& tick) {
      return QString::fromStdString(format_date(sheet_.language(), tick.date));
    };
    const auto fits = [&](const std::vector<DateTick>& ticks) {
      for (std::size_t i = 1; i < ticks.size(); ++i) {
        const double room = (sheet_.width(written(ticks[i - 1])) + sheet_.width(written(ticks[i]))) / 2 + sheet_.em();
        if (x(ticks[i].day) - x(ticks[i - 1].day) < room) return false;
      }
      return true;
    };
    for (const DateTick& tick : date_ticks(first_, last_, fits)) {
      sheet_.line({x(tick.day), rows_.plot.top()}, {x(tick.day), rows_.plot.bottom()}, sheet_.grid());
      sheet_.text({x(tick.day), y}, ChartAlign::centre, written(tick), quiet);
    }
  }

  /// As on the map: hollow, pale, half, full; what is in progress is hatched.
  void paint(const QRectF& at, Phase phase) {
    const QColor colour = seen(phase);
    const PhaseFill look = phase_fill(phase);
    const double strength = look == PhaseFill::hollow || look == PhaseFill::crossed ? 0.0
                            : look == PhaseFill::pale                               ? 0.3
                            : look == PhaseFill::core                               ? 0.6
                                                                                    : 1.0;
    sheet_.fill(at, sheet_.tint(colour, strength), colour);
    if (look == PhaseFill::full_dot) sheet_.hatch(at, sheet_.ground());
  }
  QColor seen(Phase phase) const {
    const QColor colour = phase_colour(phase);
    return contrast(colour, sheet_.ground()) >= 3 ? colour : colour.lighter(150);
  }

  /// Final phases have a day, not a length: done is a full diamond, rejected a cross.
  void final_sign(QPointF at, double size, Phase phase) {
    if (phase == Phase::done) return sheet_.marker(at, size, 2, seen(phase));
    const double r = size * 0.4;
    sheet_.line(at + QPointF(-r, -r), at + QPointF(r, r), seen(phase), 2.2);
    sheet_.line(at + QPointF(-r, r), at + QPointF(r, -r), seen(phase), 2.2);
  }

  void legend() {
    std::set<Phase> occurring;
    for (const auto& spans : spans_)
      for (const Span& span : spans) occurring.insert(span.phase);
    std::vector<LegendPhase> phases;
    for (const Phase phase : occurring) phases.push_back({phase, phase_name(sheet_, phase), 0});
    std::vector<ChartKey> keys;
    for (const LegendPhase& entry : phases_by_fill(phases))
      keys.push_back({entry.label, [this, phase = entry.phase](const QRectF& at) {
                        if (is_final(phase)) return final_sign(at.center(), at.width(), phase);
                        paint(at.adjusted(0.5, 0.5, -0.5, -0.5), phase);
                      }});
    chart_legend(sheet_, keys);
  }

  void row(std::size_t i) {
    const QRectF lane = rows_.bar(i);
    if (spans_[i].empty()) {
      const ChartInk ink{ChartSize::text, sheet_.quiet(), false, true};
      sheet_.text({rows_.plot.left() + sheet_.em() * 0.5, rows_.middle(i)}, ChartAlign::left,
                  sheet_.say(text("no date")), ink);
    }
    for (const Span& span : spans_[i])
      if (!is_final(span.phase))
        paint({QPointF(x(span.from), lane.top()), QPointF(std::max(x(span.to), x(span.from) + 2), lane.bottom())},
              span.phase);
    for (const Span& span : spans_[i])
      if (is_final(span.phase))
        final_sign({x(span.from), rows_.middle(i)}, std::min(lane.height(), sheet_.em() * 1.1), span.phase);
  }

  void as_of(const QRectF& strip) {
    const double at = x(day_number(*chart_.as_of));
    sheet_.line({at, strip.center().y() + sheet_.em() * 0.6}, {at, rows_.plot.bottom()}, sheet_.ink(), 1.4, {4, 2.5});
    const Text words = text("As of {1}", format_date(sheet_.language(), *chart_.as_of));
    sheet_.text({at, strip.center().y()}, ChartAlign::centre, sheet_.elided(sheet_.say(words), strip.width()),
                {ChartSize::text, {}, true, false});
  }

  ChartSheet& sheet_;
  const PhaseChart& chart_;
  std::vector<std::vector<Span>> spans_;
  bool dated_ = false;
  int first_ = 0, last_ = 1;
  ChartRows rows_;
};

}  // namespace

void lay_out(ChartSheet& sheet, const PhaseChart& chart) {
  PhaseLayout(sheet, chart).draw();
}

}  // namespace smile::layers
