#pragma once
// Two looks of one map side by side: left of a divider the plan as it is, right of it with something switched. Both are
// pictures of their own renderers, cut at the divider.

#include <QWidget>
#include <functional>

#include "gis/plan/plan.h"

namespace smile::viewer {

/// What is switched on the right.
struct SwipeChoice {
  enum class Kind { none, without_context, without_colours, layer, scenario };
  Kind kind = Kind::none;
  Id layer = 0;     ///< Kind::layer: seen where it is hidden, hidden where it is seen
  Id scenario = 0;  ///< Kind::scenario: whose measures are shown; 0: all
  bool operator==(const SwipeChoice&) const = default;
};

/// The style of the right side.
MapStyle swiped(MapStyle style, const SwipeChoice& choice);
/// What the right side is called: "Without layers of context", "With “Parks”".
QString swipe_words(const Plan& plan, const SwipeChoice& choice);
/// What the left side is called: "As it is", or its scenario where another one is compared with it.
QString left_words(const Plan& plan, const SwipeChoice& choice);

/// The line between the two: dragged with the mouse, moved with arrow keys, Home and End; Esc ends the comparison.
class SwipeDivider : public QWidget {
public:
  SwipeDivider(QWidget& map, std::function<void()> moved, std::function<void()> ended);

  double x() const;  ///< in the map
  void set_x(double x);
  void fit();  ///< to a map of another size; keeps its share of the width

protected:
  void paintEvent(QPaintEvent*) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;

private:
  QWidget& map_;
  std::function<void()> moved_;
  std::function<void()> ended_;
  double share_ = 0.5;
};

/// The names of both sides beside the divider, over the map.
void paint_swipe_words(QPainter& painter, const QWidget& map, double x, const QString& left, const QString& right);

}  // namespace smile::viewer
