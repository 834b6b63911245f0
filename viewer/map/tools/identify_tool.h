#pragma once
// Asks the map: a click says what lies there. The thing asked about has an outline.

#include <QPointer>
#include <vector>

#include "layers/shapes.h"
#include "viewer/map/identified.h"
#include "viewer/map/map_card.h"
#include "viewer/map/tools/tool.h"

namespace smile::viewer {

class IdentifyTool : public Tool {
public:
  explicit IdentifyTool(MapView& map) : Tool(map) {}
  ~IdentifyTool() override;
  ToolKind kind() const override { return ToolKind::identify; }
  QString hint() const override;
  Qt::CursorShape cursor() const override { return Qt::WhatsThisCursor; }
  void press(const QMouseEvent& event) override;
  bool key(const QKeyEvent& event) override;
  void paint(QPainter& painter) const override;
  void cancel() override { close(); }
  bool leaves_right_button(QPointF) const override { return true; }

  void ask(QPointF position);

private:
  void choose(const Identified& thing);
  void close();

  QPointer<MapCard> card_;
  std::optional<Point> asked_;  ///< where
  GeometryKind kind_of_shape_ = GeometryKind::none;
  std::vector<layers::Line> outline_;  ///< of the thing chosen; of points each alone
};

}  // namespace smile::viewer
