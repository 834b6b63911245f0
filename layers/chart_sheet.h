#pragma once
// What the kinds of charts share: title and source, sizes of letters, colours, rows with names, legends, axes. Only for
// the files that lay out charts.

#include <functional>

#include "layers/chart.h"
#include "layers/ticks.h"

namespace smile::layers {

enum class ChartAlign : std::uint8_t { left, centre, right };
enum class ChartSize : std::uint8_t { title, text, note };
struct ChartInk {
  ChartSize size = ChartSize::text;
  QColor colour = {};  ///< invalid: that of texts
  bool bold = false;
  bool clears = false;  ///< the ground covers lines behind it
};

/// Data as one line that can be set: no control signs, no towers of accents; "–" for nothing.
QString chart_words(const std::string& data);

/// Large figures are written in millions and the like, once for a whole axis.
struct Magnitude {
  double divisor = 1;
  Text name = {};  ///< "in millions"; empty for 1
};
Magnitude magnitude_of(double largest);
/// Beyond the one nothing is drawn, below the other it is 0: no figure of a city is as large or as small.
inline constexpr double largest_figure = 1e15, smallest_figure = 1e-9;
/// A figure that can be drawn: nothing for suppressed and missing ones and for what is no number.
std::optional<double> drawable(const Figure& figure);

class ChartSheet {
public:
  ChartSheet(const QRectF& area, Theme theme, Language language);

  /// Title, unit and source; leaves body() to the chart.
  void head(const ChartHead& head, const Magnitude& magnitude = {});
  QRectF body() const { return body_; }
  QRectF take_top(double height);
  QRectF take_bottom(double height);
  ChartDrawing finish() { return std::move(drawing_); }

  double em() const { return em_; }          ///< pixels of normal letters
  double line() const { return em_ * 1.3; }  ///< from one line to the next
  QFont font(const ChartInk& ink = {}) const;
  double width(const QString& text, const ChartInk& ink = {}) const;
  QString elided(const QString& text, double width, const ChartInk& ink = {}) const;
  /// Broken at spaces and behind hyphens; the last line is shortened with "…".
  QStringList folded(const QString& text, double width, int most, const ChartInk& ink = {}) const;
  QString say(const Text& sentence) const;
  QString number(double value, int decimals) const;

  QColor ground() const { return drawing_.ground; }
  QColor ink() const { return colours_.label; }
  QColor quiet() const { return colours_.quiet; }
  QColor grid() const;
  /// Of a series, seen on the ground: at least 3:1.
  QColor series(std::size_t index) const;
  QColor tint(const QColor& colour, double strength) const;
  QColor letters_on(const QColor& fill) const;
  Theme theme() const { return theme_; }
  Language language() const { return language_; }

  /// at: on the middle of the capitals' height. Moved sideways where it would leave the area. Returns its box.
  QRectF text(QPointF at, ChartAlign align, const QString& text, const ChartInk& ink = {});
  /// The box it would have.
  QRectF box(QPointF at, ChartAlign align, const QString& text, const ChartInk& ink = {}) const;
  void fill(const QRectF& rectangle, const QColor& colour, const QColor& edge = {});
  void line(QPointF from, QPointF to, const QColor& colour, double width = 1, QList<qreal> dashes = {});
  void shape(ChartShape shape) { drawing_.shapes.push_back(std::move(shape)); }
  /// Hatched, with an outline: what has no figure.
  void hatch(const QRectF& rectangle, const QColor& colour);
  /// Circle, square, diamond, triangle … by turns.
  void marker(QPointF centre, double size, std::size_t index, const QColor& colour);

  /// Room below a plot for the numbers of its axis, clear of those at its left. numbers_at: the height they stand at.
  QRectF take_numbers() { return take_bottom(line() * 1.5); }
  double numbers_at(const QRectF& strip) const { return strip.bottom() - line() / 2; }
  /// The line above a plot that says what its upright axis counts, clear of the topmost number.
  void upright_title(const QString& text);

  /// In the middle of the body, instead of a chart.
  void sentence(const std::string& own, const Text& ours);

private:
  int pixels(ChartSize size) const;

  QRectF inner_, body_;
  Theme theme_;
  Language language_;
  const Palette& colours_;
  double em_;
  ChartDrawing drawing_;
};

struct ChartKey {
  QString name;
  std::function<void(const QRectF&)> draw;  ///< into a square
};
/// In lines at the top of the body, which becomes smaller.
void chart_legend(ChartSheet& sheet, const std::vector<ChartKey>& keys);

/// Rows with their names in a column at the left. Where not all find room the first and the last are shown – of sorted
/// ones the most and the least –, and how many are missing stands between them.
struct ChartRows {
  static constexpr std::size_t missing = static_cast<std::size_t>(-1);
  QRectF plot;                     ///< right of the names
  std::vector<std::size_t> lanes;  ///< downwards, the row of each; missing: those without room are counted there
  double step = 0;
  double middle(std::size_t lane) const { return plot.top() + step * (static_cast<double>(lane) + 0.5); }
  QRectF bar(std::size_t lane) const;  ///< as wide as the plot
};
struct ChartRowName {
  QString name;
  bool focus = false;
};
ChartRows chart_rows(ChartSheet& sheet, const QRectF& area, const std::vector<ChartRowName>& names);

/// Round ticks whose numbers have room beside each other on an axis of that length.
Ticks ticks_across(const ChartSheet& sheet, double low, double high, double length, const QString& suffix = {});
Ticks ticks_upwards(const ChartSheet& sheet, double low, double high, double length);
/// The widest of the numbers at the ticks.
double tick_width(const ChartSheet& sheet, const Ticks& ticks);
/// Horizontal grid with numbers left of the plot.
void value_axis(ChartSheet& sheet, const QRectF& plot, const Ticks& ticks, double low, double high);

// The kinds, each in a file of its own.
void lay_out(ChartSheet& sheet, const BarChart& chart);
void lay_out(ChartSheet& sheet, const ScatterChart& chart);
void lay_out(ChartSheet& sheet, const LorenzChart& chart);
void lay_out(ChartSheet& sheet, const TimelineChart& chart);

}  // namespace smile::layers
