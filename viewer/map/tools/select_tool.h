#pragma once
// Select by click, shift-click and box; drag a measure, drag, add and remove its corners; pan by dragging empty ground.

#include <QPointF>
#include <QRectF>
#include <optional>
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
  void leave() override;
  void double_click(const QMouseEvent& event) override;
  bool key(const QKeyEvent& event) override;
  bool wants(const QKeyEvent& event) const override;
  bool leaves_right_button(QPointF position) const override;
  void paint(QPainter& painter) const override;
  void cancel() override;

private:
  enum class State { idle, pressed, panning, boxing, moving, cornering };
  void begin(const QMouseEvent& event);
  void move_selected(const QMouseEvent& event);
  void move_corner(const QMouseEvent& event);
  std::optional<std::size_t> corner_under(QPointF position) const;
  bool insert_corner(QPointF position);
  bool remove_corner(std::size_t corner);
  bool corner_key(const QKeyEvent& event);
  void choose_next_corner(int step);
  void insert_after_corner();
  bool nudge_corner(const QKeyEvent& event);
  void change(const Measure& measure, Location location, Text name, std::string merge_key = {});
  void paint_corners(QPainter& painter) const;
  void end_drag();
  void click(const QMouseEvent& event);
  const Measure* measure(Id id) const;
  /// The only selected measure if its corners can be dragged, nullptr otherwise.
  const Measure* cornered() const;

  State state_ = State::idle;
  QPointF from_;  ///< where the button went down
  QPointF last_;  ///< up to where the drag has been applied
  QPointF at_;
  Point grip_;      ///< from where a point was taken hold of to the point itself
  Id pressed_ = 0;  ///< measure under the pressed button
  std::size_t corner_ = 0;
  std::optional<std::size_t> chosen_;  ///< corner under the pointer, or chosen by keys, of cornered()
  bool took_right_button_ = false;
  bool changed_ = false;  ///< the drag has made a step of undo
  Qt::CursorShape over_ = Qt::ArrowCursor;
};

}  // namespace smile::viewer
