#include "viewer/presenter/step_view.h"

#include <QApplication>
#include <QMouseEvent>
#include <QPainter>
#include <cmath>

#include "viewer/text.h"

namespace smile::viewer {
namespace {

const QColor dark_surround(0x16, 0x18, 0x1C);
constexpr const char* pen_colour = "#D00000";
constexpr double pen_width = 6;

}  // namespace

StepView::StepView(QWidget* parent) : QWidget(parent) {
  setObjectName("step_view");
  setAccessibleName(tr_("Step of the presentation"));
  setAttribute(Qt::WA_OpaquePaintEvent);
  setMouseTracking(true);
  still_.setSingleShot(true);
  still_.setInterval(2500);
  connect(&still_, &QTimer::timeout, this, [this] { show_pointer(false); });
}

void StepView::show_pointer(bool shown) {
  setCursor(pen_ ? Qt::CrossCursor : shown ? Qt::ArrowCursor : Qt::BlankCursor);
  if (shown) still_.start();
}

void StepView::show_step(std::optional<StepImage> picture, std::vector<PenMark> marks) {
  picture_ = std::move(picture);
  marks_ = std::move(marks);
  update();
}

void StepView::set_pen(bool on) {
  pen_ = on;
  stroke_.clear();
  show_pointer(true);
  update();
}

void StepView::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.fillRect(rect(), dark_surround);
  if (!picture_) return;
  // One of another size is shown until the right one is there.
  const bool fits = picture_->layout.size == size();
  painter.setRenderHint(QPainter::SmoothPixmapTransform, !fits);
  if (fits)
    painter.drawImage(QPointF(), picture_->image);
  else
    painter.drawImage(rect(), picture_->image);
  if (!fits) return;
  const layers::StepPicture& layout = picture_->layout;
  for (std::size_t i = layout.marks.size(); i < marks_.size(); ++i) {
    QPolygonF line;
    for (const Point p : marks_[i].line) line << layout.to_picture(p);
    layers::draw_mark(painter, line, marks_[i], layout.unit);
  }
  layers::draw_mark(painter, stroke_, PenMark{{}, pen_colour, pen_width}, layout.unit);
}

PenMark StepView::mark_of(const QPolygonF& line) const {
  PenMark mark{{}, pen_colour, pen_width};
  for (const QPointF& p : line) mark.line.push_back(picture_->layout.to_ground(p));
  return mark;
}

void StepView::mousePressEvent(QMouseEvent* event) {
  if (event->button() != Qt::LeftButton) return;
  if (pen_ && picture_)
    stroke_ = QPolygonF{event->position()};
  else
    pressed_ = event->position();
  update();
}

void StepView::mouseMoveEvent(QMouseEvent* event) {
  show_pointer(true);
  if (!stroke_.isEmpty()) {
    const QPointF last = stroke_.back();
    if (std::hypot(event->position().x() - last.x(), event->position().y() - last.y()) < 2) return;
    stroke_ << event->position();
    update();
  } else if (pressed_) {
    if ((event->position() - *pressed_).manhattanLength() < QApplication::startDragDistance()) return;
    const QPointF from = *std::exchange(pressed_, std::nullopt);
    emit dragged(from, event->position());
  }
}

void StepView::mouseReleaseEvent(QMouseEvent* event) {
  if (event->button() != Qt::LeftButton) return;
  if (!stroke_.isEmpty() && picture_) {
    if (event->position() != stroke_.back()) stroke_ << event->position();
    const PenMark mark = mark_of(std::exchange(stroke_, {}));
    emit drawn(mark);
  } else if (pressed_) {
    pressed_.reset();
    emit clicked();
  }
}

void StepView::wheelEvent(QWheelEvent* event) {
  emit wheeled(event->position(), std::pow(1.0015, event->angleDelta().y()));
  event->accept();
}

}  // namespace smile::viewer
