#include "viewer/map/tools/identify_tool.h"

#include "layers/clip.h"
#include "viewer/map/map_view.h"
#include "viewer/map/tools/identify_card.h"
#include "viewer/text.h"

namespace smile::viewer {

IdentifyTool::~IdentifyTool() {
  if (card_) card_->deleteLater();
}

QString IdentifyTool::hint() const {
  return card_ ? tr_("Click on for another place; Esc closes the answer.")
               : tr_("Click what you want to know more about. Esc ends.");
}

void IdentifyTool::press(const QMouseEvent& event) {
  if (event.button() == Qt::LeftButton) ask(event.position());
}

void IdentifyTool::ask(QPointF position) {
  close();
  const MapView::Seen seen = map_.seen_at(position);
  if (!seen.scene) return;
  asked_ = map_.camera().to_ground(position);
  const Place place = identify(*seen.scene, seen.camera, seen.position);
  card_ = new IdentifyCard(
      map_, place, [this, place](std::size_t i) { choose(i < place.things.size() ? place.things[i] : Identified{}); },
      [this] { close(); });
  card_->place_at(position);
  map_.refresh_hint();
  map_.update();
}

void IdentifyTool::choose(const Identified& thing) {
  kind_of_shape_ = thing.shape.kind;
  outline_.clear();
  if (kind_of_shape_ == GeometryKind::point)
    for (const Point p : thing.shape.points) outline_.emplace_back(std::vector<Point>{p});
  for (std::size_t i = 0; i < thing.shape.paths(); ++i) {
    const auto path = thing.shape.path(i);
    if (!path.empty()) outline_.emplace_back(std::vector<Point>(path.begin(), path.end()));
  }
  map_.update();
}

void IdentifyTool::close() {
  if (card_) {
    card_->hide();
    card_->deleteLater();  // it may be what is closing
  }
  card_ = nullptr;
  asked_.reset();
  outline_.clear();
  map_.refresh_hint();
  map_.update();
}

bool IdentifyTool::key(const QKeyEvent& event) {
  if (!card_) return false;
  if (event.matches(QKeySequence::Copy)) {
    card_->copy();
    return true;
  }
  if (event.key() == Qt::Key_Escape) {
    close();
    return true;
  }
  if (event.key() != Qt::Key_Return && event.key() != Qt::Key_Enter) return false;
  card_->setFocus();
  return true;
}

void IdentifyTool::paint(QPainter& painter) const {
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setBrush(Qt::NoBrush);
  const layers::Camera& camera = map_.camera();
  const QRectF view = QRectF(map_.rect()).adjusted(-8, -8, 8, 8);
  for (const QPen& pen : {QPen(Qt::white, 5), QPen(map_.palette().highlight().color(), 2.5)}) {
    painter.setPen(pen);
    for (const layers::Line& line : outline_) {
      QPolygonF shape;
      for (const Point p : line.at(camera.metres_per_pixel / 2)) shape << camera.to_screen(p);
      if (kind_of_shape_ == GeometryKind::point)
        painter.drawEllipse(shape.front(), 9, 9);
      else
        for (const QPolygonF& piece : layers::clipped_line(shape, view)) painter.drawPolyline(piece);
    }
    if (!asked_) continue;
    const QPointF at = camera.to_screen(*asked_);
    painter.drawLine(at - QPointF(5, 0), at + QPointF(5, 0));
    painter.drawLine(at - QPointF(0, 5), at + QPointF(0, 5));
  }
}

}  // namespace smile::viewer
