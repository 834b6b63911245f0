#include "viewer/map/tools/ruler_tool.h"

#include <QBoxLayout>
#include <QPainterPath>
#include <QPolygonF>

#include "gis/words/issue.h"
#include "viewer/map/map_view.h"
#include "viewer/panels/panel_parts.h"
#include "viewer/text.h"

namespace smile::viewer {

RulerTool::RulerTool(MapView& map, ToolKind kind) : Tool(map), kind_(kind) {
  const Crs& crs = map.document().plan()->crs;
  if (!crs.known()) {
    problem_ = tr_("Import districts or measures with places first: the plan has no coordinate system yet.");
    return;
  }
  try {
    ruler_ = std::make_unique<Ruler>(crs);
  } catch (const Error& error) {
    problem_ = tr_(error.sentence());
  }
}

RulerTool::~RulerTool() {
  if (card_) card_->deleteLater();
}

QString RulerTool::hint() const {
  if (!ruler_) return problem_;
  if (done_) return tr_("Click to measure again; Esc clears.");
  if (clicked_.empty())
    return mode() == RulerMode::area ? tr_("Click the corners of the area to be measured. Esc ends.")
                                     : tr_("Click along the line to be measured. Esc ends.");
  return tr_("Enter, a double-click or the right button ends, Backspace takes back, Esc clears.");
}

void RulerTool::press(const QMouseEvent& event) {
  if (!ruler_) return;
  if (event.button() == Qt::RightButton) return finish();
  if (event.button() != Qt::LeftButton) return;
  if (done_) clear();
  const Point p = map_.meet(event);
  if (clicked_.empty() || clicked_.back() != p) clicked_.push_back(p);
  pointer_ = p;
  map_.refresh_hint();
}

void RulerTool::move(const QMouseEvent& event) {
  if (!ruler_) return;
  pointer_ = map_.meet(event);
  map_.update();
}

void RulerTool::double_click(const QMouseEvent& event) {
  if (event.button() == Qt::LeftButton) finish();  // its first press has set the last point
}

bool RulerTool::wants(const QKeyEvent& event) const {
  return event.key() == Qt::Key_Backspace || event.key() == Qt::Key_Delete;
}

bool RulerTool::key(const QKeyEvent& event) {
  if (event.matches(QKeySequence::Copy) && card_) {
    card_->copy();
    return true;
  }
  switch (event.key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
      finish();
      return true;
    case Qt::Key_Backspace:
    case Qt::Key_Delete:
      take_back();
      return true;
    case Qt::Key_Escape:
      if (clicked_.empty()) return false;  // nothing to clear: the tool itself ends
      clear();
      return true;
    default:
      return false;
  }
}

void RulerTool::drop_card() {
  if (!card_) return;
  card_->hide();
  card_->deleteLater();  // it may be what is closing
  card_ = nullptr;
}

void RulerTool::take_back() {
  drop_card();
  done_ = false;
  if (!clicked_.empty()) clicked_.pop_back();
  map_.refresh_hint();
}

std::vector<Point> RulerTool::points() const {
  std::vector<Point> all = clicked_;
  if (!done_ && pointer_ && !all.empty() && all.back() != *pointer_) all.push_back(*pointer_);
  return all;
}

std::optional<RulerReading> RulerTool::reading() const {
  return ruler_ ? ruler_->read(points(), mode()) : std::nullopt;
}

void RulerTool::finish() {
  if (done_ || !ruler_ || !ruler_->read(clicked_, mode())) return;
  done_ = true;
  show_result();
  map_.refresh_hint();
}

void RulerTool::clear() {
  drop_card();
  clicked_.clear();
  done_ = false;
  map_.refresh_hint();
  map_.update();
}

void RulerTool::show_result() {
  const RulerReading result = *reading();
  const QString words = result_words(result, mode());
  const QString method = ruler_->method(result, mode());
  const QString title = mode() == RulerMode::area ? tr_("Area") : tr_("Length");
  card_ = new MapCard(map_, title, [this] { clear(); });
  QLabel* figure = make_title(card_);
  figure->setObjectName("ruler_result");
  figure->setWordWrap(false);
  figure->setText(words);
  card_->body().addWidget(figure);
  QLabel* how = make_foot_line(card_);
  how->setContentsMargins(0, 0, 0, 0);
  how->setObjectName("ruler_method");
  how->setMinimumWidth(how->fontMetrics().averageCharWidth() * 40);
  how->setText(result.crosses_itself ? tr_("The outline crosses itself: its area says nothing.") + '\n' + method
                                     : method);
  card_->body().addWidget(how);
  card_->set_copied([words, method] { return words + '\n' + method; });
  card_->place_at(map_.camera().to_screen(clicked_.back()));
}

void RulerTool::paint(QPainter& painter) const {
  if (clicked_.empty()) return;
  QPolygonF shape;
  for (const Point p : points()) shape << map_.camera().to_screen(p);
  painter.setRenderHint(QPainter::Antialiasing);
  const QColor colour = map_.palette().highlight().color();
  QColor veil = colour;
  veil.setAlpha(40);
  const bool area = mode() == RulerMode::area && shape.size() > 2;
  if (area) {
    painter.setPen(Qt::NoPen);
    painter.setBrush(veil);
    painter.drawPolygon(shape);
  }
  painter.setBrush(Qt::NoBrush);
  for (const QPen& pen : {QPen(Qt::white, 5), QPen(colour, 2)}) {
    painter.setPen(pen);
    area ? painter.drawPolygon(shape) : painter.drawPolyline(shape);
  }
  painter.setBrush(Qt::white);
  for (const Point p : clicked_) painter.drawEllipse(map_.camera().to_screen(p), 3.5, 3.5);
  if (!done_) paint_words(painter);
}

/// Beside the pointer: the piece that is being drawn, and what it all comes to.
void RulerTool::paint_words(QPainter& painter) const {
  const auto now = reading();
  if (!now || !pointer_) return;
  QStringList lines;
  if (mode() == RulerMode::length && points().size() > 2)
    lines << tr_(text("Piece: {1}", length_words(now->last_piece).toStdString()));
  lines << result_words(*now, mode());
  const QFontMetricsF metrics(painter.font());
  double width = 0;
  for (const QString& line : lines) width = std::max(width, metrics.horizontalAdvance(line));
  const QSizeF size(width + 16, metrics.height() * static_cast<double>(lines.size()) + 8);
  const QPointF at = map_.camera().to_screen(*pointer_);
  QRectF box(at + QPointF(16, 16), size);
  if (box.right() > map_.width()) box.moveRight(at.x() - 12);
  if (box.bottom() > map_.height()) box.moveBottom(at.y() - 12);
  painter.setPen(QPen(map_.palette().mid().color(), 1));
  painter.setBrush(map_.palette().base());
  painter.drawRoundedRect(box, 4, 4);
  painter.setPen(map_.palette().text().color());
  painter.drawText(box.adjusted(8, 4, -8, -4), Qt::AlignLeft | Qt::AlignVCenter, lines.join('\n'));
}

}  // namespace smile::viewer
