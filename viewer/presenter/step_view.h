#pragma once
// The picture of a step as wide as the screen, and the pen on it.

#include <QWidget>
#include <optional>

#include "gis/plan/step.h"
#include "viewer/presenter/step_pictures.h"

namespace smile::viewer {

class StepView : public QWidget {
  Q_OBJECT
public:
  explicit StepView(QWidget* parent);

  /// Copies of pictures share their pixels. marks: as the plan has them now; those not yet in the picture are drawn
  /// over it.
  void show_step(std::optional<StepImage> picture, std::vector<PenMark> marks);
  const std::optional<StepImage>& shown() const { return picture_; }
  void set_pen(bool on);
  bool pen() const { return pen_; }

signals:
  void clicked();
  void drawn(const smile::PenMark& mark);
  /// Somebody wants the map itself: a wheel at a position, or a drag, which the map goes on with.
  void wheeled(QPointF position, double factor);
  void dragged(QPointF from, QPointF to);

protected:
  void paintEvent(QPaintEvent*) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void wheelEvent(QWheelEvent* event) override;

private:
  void show_pointer(bool shown);
  PenMark mark_of(const QPolygonF& line) const;

  std::optional<StepImage> picture_;
  std::vector<PenMark> marks_;
  QPolygonF stroke_;  ///< while it is drawn
  std::optional<QPointF> pressed_;
  bool pen_ = false;
  QTimer still_;  ///< the pointer of a mouse nobody moves is in the way
};

}  // namespace smile::viewer
