#pragma once
// Charts drawn by us: the same code for the window, PNG, SVG and PDF (text stays text).
// A chart is a value; laid out it is a list of shapes and texts whose places are known before anything is painted.

#include <QPainter>
#include <QPainterPath>
#include <QPointF>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <variant>
#include <vector>

#include "gis/plan/statistic.h"
#include "gis/words/words.h"
#include "layers/palette.h"

namespace smile::layers {

/// What stands around every chart, in the reader's language.
struct ChartHead {
  std::string title;
  std::string unit;    ///< what is counted: "inhabitants", "€ per head"
  std::string source;  ///< one line: from whom, of when
  std::string empty;   ///< said where there is nothing to draw; "": a sentence of ours
};

struct BarRow {
  std::string label;
  std::vector<Figure> values;  ///< one for each series
  bool focus = false;          ///< the row the page speaks of
};
/// Rows in the order given. What doesn't fit at a readable size is counted in a last line.
struct BarChart {
  ChartHead head;
  std::vector<std::string> series;  ///< two or more: stacked, with a legend. Parts are never negative.
  std::vector<BarRow> rows;
  std::optional<double> reference;  ///< a line through all rows: the city's value
  std::string reference_label;      ///< "City"; its value is written beside it
  bool shares = false;              ///< stacked: each row's parts as percent of their sum
  bool ordered = false;             ///< series have an order (ages): steps of one hue instead of colours
  int decimals = 0;                 ///< of the values written
};

struct ScatterPoint {
  std::string label;
  Figure x, y;
  bool focus = false;
};
/// r and n are written; those farthest from the line are named first.
struct ScatterChart {
  ChartHead head;
  std::string x_title, y_title;  ///< with their units
  std::vector<ScatterPoint> points;
  bool regression = true;  ///< draws the line of least squares
};

/// The Gini coefficient written is that of the curve as drawn.
struct LorenzChart {
  ChartHead head;
  std::vector<QPointF> curve;  ///< shares 0–1, from (0, 0) to (1, 1), the least first
  std::string x_title;         ///< whose shares: "share of inhabitants"
  std::string y_title;         ///< of what: "share of green space"
};

struct TimelineSeries {
  std::string label;
  std::map<int, Figure> years;  ///< suppressed and missing years are bridged by dashes, absent ones by the line
};
struct TimelineChart {
  ChartHead head;
  std::vector<TimelineSeries> series;
  bool from_zero = true;
  int decimals = 0;
};

using Chart = std::variant<BarChart, ScatterChart, LorenzChart, TimelineChart>;

struct ChartShape {
  QPainterPath path;
  QColor fill;               ///< invalid: none
  QColor edge;               ///< invalid: none
  double width = 1;          ///< of the edge
  QList<qreal> dashes = {};  ///< in widths; empty: solid
};
struct ChartText {
  QRectF box;  ///< room for accents above and tails below
  QPointF baseline;
  QString text;
  QFont font;
  QColor ink;
  bool clears = false;  ///< lines behind it are covered by the ground
};
/// Shapes first, texts above them.
struct ChartDrawing {
  QColor ground;
  std::vector<ChartShape> shapes;
  std::vector<ChartText> texts;
};

/// area: from 240 × 160 logical pixels up to a page; letters grow with it, from 9 to 15 pixels (titles to 20). Every
/// shape and box lies inside, no two boxes overlap.
ChartDrawing lay_out_chart(const QRectF& area, const Chart& chart, Theme theme, Language language);
void draw(QPainter& painter, const ChartDrawing& drawing);
/// Both. Doesn't paint the ground: that is chart_ground() under it.
void draw_chart(QPainter& painter, const QRectF& area, const Chart& chart, Theme theme, Language language);
/// White paper, or the dark theme's ground.
QColor chart_ground(Theme theme);

/// Least squares and Pearson's correlation.
struct LinearFit {
  std::optional<double> r;                 ///< nothing with fewer than 3 points or where one side doesn't vary
  std::optional<double> slope, intercept;  ///< nothing where x doesn't vary
};
LinearFit linear_fit(std::span<const QPointF> points);
/// Of a Lorenz curve, by trapezoids: 0 where all have the same.
double gini_of(std::span<const QPointF> curve);

}  // namespace smile::layers
