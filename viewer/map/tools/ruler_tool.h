#pragma once
// Measures lengths and areas on the map: click by click, with what it comes to beside the pointer.

#include <QPointer>
#include <memory>
#include <optional>
#include <vector>

#include "viewer/map/map_card.h"
#include "viewer/map/ruler.h"
#include "viewer/map/tools/tool.h"

namespace smile::viewer {

class RulerTool : public Tool {
public:
  RulerTool(MapView& map, ToolKind kind);
  ~RulerTool() override;
  ToolKind kind() const override { return kind_; }
  QString hint() const override;
  Qt::CursorShape cursor() const override { return Qt::CrossCursor; }
  void press(const QMouseEvent& event) override;
  void move(const QMouseEvent& event) override;
  void double_click(const QMouseEvent& event) override;
  bool key(const QKeyEvent& event) override;
  bool wants(const QKeyEvent& event) const override;
  void paint(QPainter& painter) const override;
  void cancel() override { clear(); }

  /// Of what is drawn, with the pointer's place as its last point while it grows.
  std::optional<RulerReading> reading() const;
  bool done() const { return done_; }

private:
  RulerMode mode() const { return kind_ == ToolKind::ruler_area ? RulerMode::area : RulerMode::length; }
  std::vector<Point> points() const;
  void finish();
  void clear();
  void take_back();
  void drop_card();
  void show_result();
  void paint_words(QPainter& painter) const;

  ToolKind kind_;
  std::unique_ptr<Ruler> ruler_;  ///< none where the plan's system can't be measured on
  QString problem_;
  std::vector<Point> clicked_;
  std::optional<Point> pointer_;
  bool done_ = false;
  QPointer<MapCard> card_;
};

}  // namespace smile::viewer
