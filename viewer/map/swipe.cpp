#include "viewer/map/swipe.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <algorithm>

#include "viewer/text.h"

namespace smile::viewer {
namespace {

constexpr int width_of_divider = 28;

bool is_visible(const Plan& plan, Id layer) {
  for (const LayerSettings& settings : plan.style.layers)
    if (settings.layer == layer_key(layer)) return settings.visible;
  return false;
}

QString scenario_words(const Plan& plan, Id id) {
  const Scenario* scenario = find_scenario(plan, id);
  return scenario ? tr_(text("Scenario “{1}”", scenario->name)) : tr_("All measures");
}

}  // namespace

MapStyle swiped(MapStyle style, const SwipeChoice& choice) {
  using Kind = SwipeChoice::Kind;
  if (choice.kind == Kind::scenario) style.scenario = choice.scenario;
  if (choice.kind == Kind::without_colours) style.choropleth.figure.clear();
  for (LayerSettings& settings : style.layers) {
    const Id layer = layer_of_key(settings.layer);
    if (layer != 0 && choice.kind == Kind::without_context) settings.visible = false;
    if (layer != 0 && choice.kind == Kind::layer && layer == choice.layer) settings.visible = !settings.visible;
  }
  return style;
}

QString swipe_words(const Plan& plan, const SwipeChoice& choice) {
  switch (choice.kind) {
    case SwipeChoice::Kind::without_context:
      return tr_("Without layers of context");
    case SwipeChoice::Kind::without_colours:
      return tr_("Without the colours of districts");
    case SwipeChoice::Kind::layer:
      if (const MapLayer* layer = find_layer(plan, choice.layer))
        return tr_(is_visible(plan, choice.layer) ? text("Without “{1}”", layer->name)
                                                  : text("With “{1}”", layer->name));
      break;
    case SwipeChoice::Kind::scenario:
      return scenario_words(plan, choice.scenario);
    case SwipeChoice::Kind::none:
      break;
  }
  return {};
}

QString left_words(const Plan& plan, const SwipeChoice& choice) {
  return choice.kind == SwipeChoice::Kind::scenario ? scenario_words(plan, plan.style.scenario) : tr_("As it is");
}

SwipeDivider::SwipeDivider(QWidget& map, std::function<void()> moved, std::function<void()> ended)
    : QWidget(&map), map_(map), moved_(std::move(moved)), ended_(std::move(ended)) {
  setObjectName("swipe_divider");
  setAccessibleName(tr_("Divider between two looks of the map"));
  setAccessibleDescription(tr_("The arrow keys left and right move it, Esc ends the comparison."));
  setFocusPolicy(Qt::StrongFocus);
  setCursor(Qt::SplitHCursor);
  setAttribute(Qt::WA_NoMousePropagation);
  fit();
  show();
}

double SwipeDivider::x() const {
  return share_ * map_.width();
}

void SwipeDivider::set_x(double x) {
  share_ = map_.width() > 0 ? std::clamp(x / map_.width(), 0.0, 1.0) : 0.5;
  fit();
  moved_();
}

void SwipeDivider::fit() {
  setGeometry(static_cast<int>(x()) - width_of_divider / 2, 0, width_of_divider, map_.height());
}

void SwipeDivider::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const double middle = width() / 2.0;
  const QColor ink = hasFocus() ? palette().highlight().color() : QColor("#2b2f36");
  for (const QPen& pen : {QPen(Qt::white, 5), QPen(ink, 2)}) {
    painter.setPen(pen);
    painter.drawLine(QPointF(middle, 0), QPointF(middle, height()));
  }
  const QPointF handle(middle, height() / 2.0);
  painter.setPen(QPen(Qt::white, 2));
  painter.setBrush(ink);
  painter.drawEllipse(handle, 12, 12);
  painter.setBrush(Qt::white);
  painter.setPen(Qt::NoPen);
  for (const double side : {-1.0, 1.0})
    painter.drawPolygon(
        QPolygonF({handle + QPointF(side * 8, 0), handle + QPointF(side * 3, -4), handle + QPointF(side * 3, 4)}));
}

void SwipeDivider::mousePressEvent(QMouseEvent* event) {
  if (event->button() == Qt::LeftButton) setFocus();
}

void SwipeDivider::mouseMoveEvent(QMouseEvent* event) {
  if (event->buttons() & Qt::LeftButton) set_x(mapToParent(event->position()).x());
}

void SwipeDivider::keyPressEvent(QKeyEvent* event) {
  constexpr double step = 16;
  switch (event->key()) {
    case Qt::Key_Left:
      return set_x(x() - step);
    case Qt::Key_Right:
      return set_x(x() + step);
    case Qt::Key_Home:
      return set_x(0);
    case Qt::Key_End:
      return set_x(map_.width());
    case Qt::Key_Escape:
      return ended_();
    default:
      QWidget::keyPressEvent(event);
  }
}

void paint_swipe_words(QPainter& painter, const QWidget& map, double x, const QString& left, const QString& right) {
  const QFontMetricsF metrics(map.font());
  painter.setFont(map.font());
  painter.setRenderHint(QPainter::Antialiasing);
  const auto sign = [&](const QString& words, bool on_left) {
    const QSizeF size(metrics.horizontalAdvance(words) + 16, metrics.height() + 8);
    const double room = (on_left ? x : map.width() - x) - 24;
    if (size.width() > room) return;  // the divider is nearly at the edge: only the other side is seen
    const QRectF box(QPointF(on_left ? x - 20 - size.width() : x + 20, 12), size);
    painter.setPen(QPen(map.palette().mid().color(), 1));
    painter.setBrush(map.palette().base());
    painter.drawRoundedRect(box, 4, 4);
    painter.setPen(map.palette().text().color());
    painter.drawText(box, Qt::AlignCenter, words);
  };
  sign(left, true);
  sign(right, false);
}

}  // namespace smile::viewer
