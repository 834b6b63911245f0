// Mouse, wheel and keys of the map: what belongs to the map itself is done here, the rest goes to the tool.

#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QToolTip>
#include <QWheelEvent>
#include <cmath>

#include "gis/plan/fields.h"
#include "viewer/map/map_view.h"
#include "viewer/map/places.h"
#include "viewer/text.h"

namespace smile::viewer {

void MapView::wheelEvent(QWheelEvent* event) {
  constexpr double units_per_doubling = 240;  // two notches of a usual wheel
  const double turned = event->angleDelta().y();
  if (turned == 0) return event->ignore();
  set_camera(layers::zoomed(camera_, std::exp2(turned / units_per_doubling), event->position()));
  event->accept();
}

void MapView::grip(QPointF position) {
  panning_ = true;
  pan_from_ = position;
  update_cursor();
}

/// Of a button that went down elsewhere Qt tells nobody else without a grab.
void MapView::take_hold(QPointF position) {
  grip(position);
  grabMouse();
}

void MapView::let_go() {
  panning_ = false;
  if (QWidget::mouseGrabber() == this) releaseMouse();
  update_cursor();
}

void MapView::mousePressEvent(QMouseEvent* event) {
  const bool grips = event->button() == Qt::MiddleButton || (space_held_ && event->button() == Qt::LeftButton);
  if (grips) return grip(event->position());
  tool_->press(*event);
  update();
}

void MapView::mouseMoveEvent(QMouseEvent* event) {
  emit pointer_moved(camera_.to_ground(event->position()));
  by_keys_ = false;
  if (panning_) {
    pan(event->position() - pan_from_);
    pan_from_ = event->position();
    return;
  }
  tool_->move(*event);
  update_cursor();
}

void MapView::mouseReleaseEvent(QMouseEvent* event) {
  if (panning_) return let_go();
  tool_->release(*event);
  update_cursor();
  update();
}

void MapView::mouseDoubleClickEvent(QMouseEvent* event) {
  tool_->double_click(*event);
  update();
}

void MapView::contextMenuEvent(QContextMenuEvent* event) {
  const bool by_key = event->reason() == QContextMenuEvent::Keyboard;
  if (!by_key && !tool_->leaves_right_button(event->pos())) return;  // there it ends the drawing, for example
  emit menu_wanted(by_key ? rect().center() : event->pos());
}

void MapView::leaveEvent(QEvent*) {
  if (met_) forget_met();
  tool_->leave();
  emit pointer_left();
}

namespace {

/// What stands under the pointer, one line each; data stay plain text.
QString words_for(const std::vector<Id>& measures, const Plan& plan) {
  constexpr std::size_t at_most = 6;
  QStringList lines;
  for (const Id id : measures) {
    if (lines.size() == static_cast<qsizetype>(at_most)) {
      lines << tr_(text("and {1} more", measures.size() - at_most));
      break;
    }
    if (const Measure* measure = find_measure(plan, id)) {
      const QString title = q(short_title(*measure, 80));
      lines << (measure->number.empty() ? title : q(measure->number) + "  " + title);
    }
  }
  return lines.join('\n');
}

/// In the map's letters: a projected map has larger ones than the desk.
QString tip(const QString& words, const QFont& font) {
  return QStringLiteral("<span style='font-size:%1px'>%2</span>").arg(QFontInfo(font).pixelSize()).arg(literal(words));
}

}  // namespace

bool MapView::event(QEvent* event) {
  if (event->type() == QEvent::ToolTip) {
    const auto* help = static_cast<QHelpEvent*>(event);
    const Plan& plan = *document_.plan();
    const bool over_sources = furniture_.sources_box(plan, size()).contains(help->pos());
    const QString words = over_sources ? all_sources(plan).join('\n') : words_for(measures_at(help->pos()), plan);
    if (words.isEmpty())
      QToolTip::hideText();
    else
      QToolTip::showText(help->globalPos(), tip(words, font()), this);
    return true;
  }
  if (event->type() == QEvent::ShortcutOverride) {
    // Keys without modifiers are the map's while it has the focus, whatever actions use them elsewhere.
    const auto* key = static_cast<QKeyEvent*>(event);
    if (key->modifiers() == Qt::NoModifier && tool_->wants(*key)) event->accept();
  }
  return QWidget::event(event);
}

void MapView::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Space && !event->isAutoRepeat()) {
    space_held_ = true;
    return update_cursor();
  }
  if (tool_->key(*event)) return update();
  if (event->key() == Qt::Key_Escape) {
    tool_->cancel();
    if (tool_->kind() != ToolKind::select) finish_tool();
    return update();
  }
  if (click_key(*event)) return;
  if (!nudge_key(*event) && !navigation_key(*event)) return QWidget::keyPressEvent(event);
  follow_by_keys();
}

/// The Insert key is a click in the middle of the map, so that everything that is drawn can be drawn without a mouse.
bool MapView::click_key(const QKeyEvent& event) {
  if (event.key() != Qt::Key_Insert) return false;
  by_keys_ = true;
  const QPointF middle(width() / 2.0, height() / 2.0);
  QMouseEvent press(QEvent::MouseButtonPress, middle, mapToGlobal(middle), Qt::LeftButton, Qt::LeftButton,
                    event.modifiers());
  tool_->press(press);
  QMouseEvent release(QEvent::MouseButtonRelease, middle, mapToGlobal(middle), Qt::LeftButton, Qt::NoButton,
                      event.modifiers());
  tool_->release(release);
  update();
  return true;
}

/// The keys have moved the map: what is being drawn follows the cross in its middle.
void MapView::follow_by_keys() {
  if (tool_->kind() == ToolKind::select) return;
  by_keys_ = true;
  const QPointF middle(width() / 2.0, height() / 2.0);
  tool_->move(QMouseEvent(QEvent::MouseMove, middle, mapToGlobal(middle), Qt::NoButton, Qt::NoButton, Qt::NoModifier));
  emit pointer_moved(camera_.to_ground(middle));
  update();
}

void MapView::keyReleaseEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Space && !event->isAutoRepeat()) {
    space_held_ = false;
    return update_cursor();
  }
  QWidget::keyReleaseEvent(event);
}

void MapView::focusOutEvent(QFocusEvent* event) {
  space_held_ = false;
  update_cursor();
  QWidget::focusOutEvent(event);
}

namespace {

/// The direction of an arrow key on the screen, null for other keys.
QPointF arrow(int key) {
  switch (key) {
    case Qt::Key_Left:
      return {-1, 0};
    case Qt::Key_Right:
      return {1, 0};
    case Qt::Key_Up:
      return {0, -1};
    case Qt::Key_Down:
      return {0, 1};
    default:
      return {};
  }
}

}  // namespace

bool MapView::navigation_key(const QKeyEvent& event) {
  constexpr double arrow_pixels = 64;
  if (const QPointF direction = arrow(event.key()); !direction.isNull()) {
    pan(-direction * arrow_pixels);
    return true;
  }
  switch (event.key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal:
      zoom_by(std::sqrt(2));
      return true;
    case Qt::Key_Minus:
      zoom_by(1 / std::sqrt(2));
      return true;
    case Qt::Key_Home:
    case Qt::Key_0:
      show_all();
      return true;
    default:
      return false;
  }
}

/// Alt and an arrow move what is selected by four pixels of the screen: the drag of those who use the keys.
bool MapView::nudge_key(const QKeyEvent& event) {
  const QPointF direction = arrow(event.key());
  const auto& selected = document_.selected_measures();
  if (!(event.modifiers() & Qt::AltModifier) || direction.isNull() || selected.size() != 1) return false;
  const Measure* measure = find_measure(*document_.plan(), selected.front());
  if (!measure || !can_move(measure->location)) return false;
  const double metres = 4 * camera_.metres_per_pixel;
  document_.apply(move_measure(measure->id, direction.x() * metres, -direction.y() * metres, "nudge"));
  return true;
}

}  // namespace smile::viewer
