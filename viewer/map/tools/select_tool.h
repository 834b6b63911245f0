#pragma once
// Select by click, shift-click and box; drag a measure or one of its corners; pan by dragging empty ground.

#include <QPointF>
#include <QRectF>
#include <vector>

#include "gis/plan/plan.h"
#include "viewer/map/tools/tool.h"

namespace smile::viewer {

class SelectTool : public Tool {
public:
  using Tool::Tool;
  ToolKind kind() const override { return ToolKind::select; }
  QString hint() const override;
  Qt::CursorShape cursor() const override;
  void press(const QMouseEvent& event) override;
  void move(const QMouseEvent& event) override;
  void release(const QMouseEvent& event) override;
  void double_click(const QMouseEvent& event) override;
  bool key(const QKeyEvent& event) override;
  void paint(QPainter& painter) const override;
  void cancel() override;

private:
  enum class State { idle, pressed, panning, boxing, moving, cornering };
  void begin(const QMouseEvent& event);
  void move_selected(QPointF to);
  void move_corner(QPointF to);
  void end_drag();
  void click(const QMouseEvent& event);
  const Measure* measure(Id id) const;
  /// The only selected measure if its corners can be dragged, nullptr otherwise.
  const Measure* cornered() const;

  State state_ = State::idle;
  QPointF from_;  ///< where the button went down
  QPointF last_;  ///< up to where the drag has been applied
  QPointF at_;
  Id pressed_ = 0;  ///< measure under the pressed button
  std::size_t corner_ = 0;
  bool changed_ = false;  ///< the drag has made a step of undo
  Qt::CursorShape over_ = Qt::ArrowCursor;
};

}  // namespace smile::viewer
