#include "viewer/map/tools/select_tool.h"

#include <QApplication>
#include <algorithm>

#include "viewer/map/map_view.h"
#include "viewer/map/places.h"
#include "viewer/text.h"

namespace smile::viewer {
namespace {

constexpr char drag_key[] = "drag on the map";

bool adds(const QMouseEvent& event) {
  return (event.modifiers() & (Qt::ShiftModifier | Qt::ControlModifier)) != 0;
}

}  // namespace

QString SelectTool::hint() const {
  switch (state_) {
    case State::moving:
    case State::cornering:
      return tr_("Let go where it belongs; Esc puts it back.");
    case State::boxing:
      return tr_("Everything in the box is added to the selection.");
    default:
      break;
  }
  const Measure* shape = cornered();
  if (!shape) return {};
  if (shape->location.placement == Placement::sites)
    return tr_("Drag the measure or one site; a right-click or Delete removes the site under the pointer.");
  return tr_("Drag a corner; a double-click on an edge adds one, a right-click or Delete removes it.");
}

Qt::CursorShape SelectTool::cursor() const {
  if (state_ == State::panning) return Qt::ClosedHandCursor;
  if (state_ == State::moving || state_ == State::cornering) return Qt::SizeAllCursor;
  return over_;
}

const Measure* SelectTool::measure(Id id) const {
  return find_measure(*map_.document().plan(), id);
}

const Measure* SelectTool::cornered() const {
  const Measure* only = map_.document().read_only() ? nullptr : only_selected(map_.document());
  return only && has_corners(only->location) ? only : nullptr;
}

void SelectTool::press(const QMouseEvent& event) {
  const auto corner = event.button() == Qt::RightButton ? corner_under(event.position()) : std::nullopt;
  took_right_button_ = corner && state_ == State::idle;
  if (took_right_button_) remove_corner(*corner);
  if (event.button() != Qt::LeftButton || state_ != State::idle) return;
  from_ = last_ = at_ = event.position();
  state_ = State::pressed;
  changed_ = false;
  const auto under = map_.measures_at(event.position());
  const auto& selected = map_.document().selected_measures();
  // What is selected already is dragged first, even when something else lies above it.
  const auto kept = std::find_if(under.begin(), under.end(), [&](Id id) {
    return std::find(selected.begin(), selected.end(), id) != selected.end();
  });
  pressed_ = kept != under.end() ? *kept : under.empty() ? 0 : under.front();
}

void SelectTool::move(const QMouseEvent& event) {
  at_ = event.position();
  if (state_ == State::pressed && (at_ - from_).manhattanLength() >= QApplication::startDragDistance()) begin(event);
  switch (state_) {
    case State::panning:
      map_.pan(at_ - last_);
      last_ = at_;
      break;
    case State::moving:
      move_selected(event);
      break;
    case State::cornering:
      move_corner(event);
      break;
    case State::boxing:
      map_.update();
      break;
    case State::idle:
      over_ = map_.measures_at(at_).empty() ? Qt::ArrowCursor : Qt::PointingHandCursor;
      if (const auto corner = corner_under(at_); corner != chosen_) {
        chosen_ = corner;
        map_.update();
      }
      break;
    case State::pressed:
      break;
  }
}

/// The button is down and the pointer has moved far enough: what kind of drag is it?
void SelectTool::begin(const QMouseEvent& event) {
  Document& document = map_.document();
  const Measure* with_corners = cornered();
  const auto corner = corner_under(from_);
  const Measure* under = measure(pressed_);
  if (adds(event)) {
    state_ = State::boxing;
  } else if (corner) {
    state_ = State::cornering;
    corner_ = *corner;
    pressed_ = with_corners->id;
  } else if (under && can_move(under->location) && !document.read_only()) {
    state_ = State::moving;
    grip_ = {};
    if (under->location.placement == Placement::point) {
      const Point held = map_.camera().to_ground(from_), at = under->location.geometry.points.front();
      grip_ = {at.x - held.x, at.y - held.y};
    }
    document.select_measures({pressed_});
  } else {
    state_ = State::panning;
  }
  document.seal();
  map_.refresh_hint();
}

/// A point meets what the pointer meets; where nothing is near it goes with the pointer as it was taken hold of.
void SelectTool::move_selected(const QMouseEvent& event) {
  const Measure* dragged = measure(pressed_);
  if (!dragged) return;
  const bool point = dragged->location.placement == Placement::point;
  const Point was = point ? dragged->location.geometry.points.front() : map_.camera().to_ground(last_);
  const Point met = point ? map_.meet(event, pressed_) : Point{};
  const Point pointer = map_.camera().to_ground(event.position());
  const Point is = !point ? pointer : map_.met() ? met : Point{pointer.x + grip_.x, pointer.y + grip_.y};
  last_ = event.position();
  if (was == is) return;
  if (map_.document().apply(move_measure(pressed_, is.x - was.x, is.y - was.y, drag_key))) changed_ = true;
}

void SelectTool::move_corner(const QMouseEvent& event) {
  const Measure* dragged = measure(pressed_);
  if (!dragged || corner_ >= dragged->location.geometry.points.size()) return;
  Location location = dragged->location;
  location.geometry = with_corner(std::move(location.geometry), corner_, map_.meet(event, pressed_));
  Edit edit = place(pressed_, std::move(location));
  edit.merge_key = drag_key;
  if (map_.document().apply(edit)) changed_ = true;
}

void SelectTool::end_drag() {
  map_.document().seal();
  state_ = State::idle;
  changed_ = false;
  map_.forget_met();
  map_.refresh_hint();
}

void SelectTool::release(const QMouseEvent& event) {
  if (event.button() != Qt::LeftButton) return;
  const State was = state_;
  end_drag();
  if (was == State::pressed && event.modifiers() == Qt::ControlModifier && insert_corner(event.position())) return;
  if (was == State::pressed) return click(event);
  if (was != State::boxing) return;
  Box box;
  box.add(map_.camera().to_ground(from_));
  box.add(map_.camera().to_ground(event.position()));
  std::vector<Id> all = map_.document().selected_measures();
  for (const Id id : measures_in(box, *map_.document().plan()))
    if (std::find(all.begin(), all.end(), id) == all.end()) all.push_back(id);
  map_.document().select_measures(std::move(all));
}

void SelectTool::click(const QMouseEvent& event) {
  Document& document = map_.document();
  if (pressed_ == 0) {
    if (adds(event)) return;
    document.select_measures({});
    return document.select_district(map_.district_at(event.position()));
  }
  std::vector<Id> selected = adds(event) ? document.selected_measures() : std::vector<Id>{};
  if (std::erase(selected, pressed_) == 0) selected.push_back(pressed_);
  document.select_measures(std::move(selected));
}

void SelectTool::double_click(const QMouseEvent& event) {
  if (event.button() != Qt::LeftButton) return;
  if (corner_under(event.position()) || insert_corner(event.position())) return;
  const auto under = map_.measures_at(event.position());
  if (!under.empty()) return map_.zoom_to_measures({under.front()});
  if (const Id district = map_.district_at(event.position())) map_.zoom_to_district(district);
}

bool SelectTool::key(const QKeyEvent& event) {
  if (state_ == State::idle && cornered() && corner_key(event)) return true;
  if (event.key() != Qt::Key_Escape) return false;
  if (state_ == State::idle) {
    map_.document().select_measures({});
    map_.document().select_district(0);
  } else {
    cancel();
  }
  return true;
}

void SelectTool::cancel() {
  if (changed_ && (state_ == State::moving || state_ == State::cornering)) map_.document().undo();
  end_drag();
}

void SelectTool::paint(QPainter& painter) const {
  painter.setRenderHint(QPainter::Antialiasing);
  if (state_ == State::boxing) {
    QColor fill = map_.palette().highlight().color();
    painter.setPen(QPen(fill, 1));
    fill.setAlpha(48);
    painter.setBrush(fill);
    painter.drawRect(QRectF(from_, at_).normalized());
  }
  paint_corners(painter);
}

void SelectTool::paint_corners(QPainter& painter) const {
  const Measure* with_corners = cornered();
  if (!with_corners || with_corners->location.geometry.points.size() > 500) return;
  const QColor colour = map_.palette().highlight().color();
  painter.setPen(QPen(colour, 2));
  const auto& points = with_corners->location.geometry.points;
  for (std::size_t i = 0; i < points.size(); ++i) {
    const QPointF at = map_.camera().to_screen(points[i]);
    const bool chosen = chosen_ && *chosen_ < points.size() && points[*chosen_] == points[i];
    painter.setBrush(chosen ? QBrush(colour) : QBrush(Qt::white));
    const double half = chosen ? 5 : 4;
    painter.drawRect(QRectF(at.x() - half, at.y() - half, 2 * half, 2 * half));
  }
}

}  // namespace smile::viewer
