#pragma once
// Gives the selected measures a place by clicking: a point, several sites, a line, an area. Without a selection it
// makes a new measure there.

#include <optional>
#include <vector>

#include "gis/plan/plan.h"
#include "viewer/map/tools/tool.h"

namespace smile::viewer {

class DrawTool : public Tool {
public:
  DrawTool(MapView& map, ToolKind kind);
  ToolKind kind() const override { return kind_; }
  QString hint() const override;
  Qt::CursorShape cursor() const override { return Qt::CrossCursor; }
  void press(const QMouseEvent& event) override;
  void move(const QMouseEvent& event) override;
  void double_click(const QMouseEvent& event) override;
  bool key(const QKeyEvent& event) override;
  bool wants(const QKeyEvent& event) const override;
  void paint(QPainter& painter) const override;
  void cancel() override;

private:
  std::size_t needed() const;                                            ///< clicks until it is a place
  Id target() const { return targets_.empty() ? 0 : targets_.front(); }  ///< 0: a new measure
  void finish();
  Location location() const;

  ToolKind kind_;
  std::vector<Id> targets_;  ///< measures that wait for a place, the next one first; empty: a new measure
  std::vector<Point> clicked_;
  std::optional<Point> pointer_;
};

}  // namespace smile::viewer
