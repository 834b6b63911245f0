#include "viewer/map/tools/draw_tool.h"

#include <QPolygonF>

#include "viewer/map/map_view.h"
#include "viewer/map/new_measure.h"
#include "viewer/map/places.h"
#include "viewer/text.h"

namespace smile::viewer {
namespace {

/// The selected measure; of several those that have no place yet, one after the other. Where all have one, none is
/// meant: a new measure is drawn, and no place is lost.
std::vector<Id> to_place(const Document& document) {
  std::vector<Id> selected = document.selected_measures();
  if (selected.size() < 2) return selected;
  const PlanPtr plan = document.plan();
  std::vector<Id> waiting;
  for (const Id id : selected)
    if (const Measure* measure = find_measure(*plan, id); measure && measure->location.placement == Placement::none)
      waiting.push_back(id);
  return waiting;
}

std::string title_of(const Measure& measure) {
  const std::string title = short_title(measure);
  if (measure.location.placement == Placement::none) return title;
  return in(language(), text("{1} (instead of where it is now)", title));
}

Text instruction(ToolKind kind, bool enough, const std::string& title) {
  switch (kind) {
    case ToolKind::point:
      return text("Click where “{1}” is. Esc leaves it as it was.", title);
    case ToolKind::sites:
      return enough ? text("Click the next site of “{1}”; Enter or a double-click ends.", title)
                    : text("Click the sites of “{1}” one after the other.", title);
    case ToolKind::line:
      return enough ? text("Click on along “{1}”; Enter or a double-click ends, Backspace takes back.", title)
                    : text("Click along the line of “{1}”.", title);
    case ToolKind::area:
      return enough ? text("Click around “{1}”; Enter or a double-click ends, Backspace takes back.", title)
                    : text("Click the corners of the area of “{1}”.", title);
    default:
      break;
  }
  return {};
}

}  // namespace

DrawTool::DrawTool(MapView& map, ToolKind kind) : Tool(map), kind_(kind), targets_(to_place(map.document())) {}

std::size_t DrawTool::needed() const {
  return kind_ == ToolKind::area ? 3 : kind_ == ToolKind::line ? 2 : 1;
}

QString DrawTool::hint() const {
  const PlanPtr plan = map_.document().plan();
  if (!plan->crs.known())
    return tr_("Import districts or measures with places first: the plan has no coordinate system yet.");
  const Measure* waiting = find_measure(*plan, target());
  return tr_(instruction(kind_, clicked_.size() >= needed(), waiting ? title_of(*waiting) : say("New measure")));
}

void DrawTool::press(const QMouseEvent& event) {
  if (event.button() == Qt::RightButton) return finish();
  if (event.button() != Qt::LeftButton || !map_.document().plan()->crs.known()) return;
  const Point p = map_.meet(event, target());
  if (clicked_.empty() || clicked_.back() != p) clicked_.push_back(p);
  pointer_ = p;
  if (kind_ == ToolKind::point) return finish();
  map_.refresh_hint();
}

void DrawTool::move(const QMouseEvent& event) {
  pointer_ = map_.meet(event, target());
  map_.update();
}

void DrawTool::double_click(const QMouseEvent& event) {
  if (event.button() == Qt::LeftButton) finish();  // its first press has set the last corner
}

bool DrawTool::wants(const QKeyEvent& event) const {
  return event.key() == Qt::Key_Backspace || event.key() == Qt::Key_Delete;
}

bool DrawTool::key(const QKeyEvent& event) {
  if (event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter) {
    finish();
    return true;
  }
  if (event.key() == Qt::Key_Backspace || event.key() == Qt::Key_Delete) {
    if (!clicked_.empty()) clicked_.pop_back();
    map_.refresh_hint();
    return true;
  }
  return false;
}

void DrawTool::cancel() {
  clicked_.clear();
}

Location DrawTool::location() const {
  switch (kind_) {
    case ToolKind::line:
      return {Placement::line, make_line(clicked_), {}, {}};
    case ToolKind::area:
      return {Placement::area, make_area(clicked_), {}, {}};
    case ToolKind::sites:
      if (clicked_.size() > 1) return {Placement::sites, make_points(clicked_), {}, {}};
      [[fallthrough]];
    default:
      return {Placement::point, make_point(clicked_.front()), {}, {}};
  }
}

void DrawTool::finish() {
  if (clicked_.size() < needed()) return;
  Document& document = map_.document();
  const Location where = location();
  clicked_.clear();
  if (targets_.empty()) {
    make_measure_at(document, where);
  } else {
    const Id placed = target();
    targets_.erase(targets_.begin());
    document.seal();
    document.apply(place(placed, where));
  }
  if (targets_.empty()) return map_.finish_tool();
  map_.refresh_hint();
}

void DrawTool::paint(QPainter& painter) const {
  if (clicked_.empty()) return;
  QPolygonF shape;
  for (const Point p : clicked_) shape << map_.camera().to_screen(p);
  const QPolygonF corners = shape;
  const bool joins = kind_ == ToolKind::line || kind_ == ToolKind::area;
  if (joins && pointer_) shape << map_.camera().to_screen(*pointer_);
  painter.setRenderHint(QPainter::Antialiasing);
  const QColor colour = map_.palette().highlight().color();
  QColor veil = colour;
  veil.setAlpha(48);
  const auto draw = [&] { kind_ == ToolKind::area ? painter.drawPolygon(shape) : painter.drawPolyline(shape); };
  painter.setBrush(kind_ == ToolKind::area ? QBrush(veil) : QBrush(Qt::NoBrush));
  for (const QPen& pen : {QPen(Qt::white, 4), QPen(colour, 2)}) {
    painter.setPen(pen);
    if (joins) draw();
    painter.setBrush(Qt::NoBrush);
  }
  painter.setBrush(Qt::white);
  for (const QPointF corner : corners) painter.drawEllipse(corner, 4, 4);
}

}  // namespace smile::viewer
