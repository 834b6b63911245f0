#pragma once
// What the mouse and the keys do on the map. One tool is active; panning with the middle button or space, the wheel and
// the keys for zooming belong to the map and work with every tool.

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QString>
#include <memory>

namespace smile::viewer {

class MapView;

/// identify asks what lies at a place, the rulers measure lengths and areas; point to area give measures a place.
enum class ToolKind { select, point, sites, line, area, identify, ruler_length, ruler_area };

/// The tools that give a measure a place.
inline bool places(ToolKind kind) {
  return kind == ToolKind::point || kind == ToolKind::sites || kind == ToolKind::line || kind == ToolKind::area;
}

class Tool {
public:
  explicit Tool(MapView& map) : map_(map) {}
  virtual ~Tool() = default;
  Tool(const Tool&) = delete;
  Tool& operator=(const Tool&) = delete;

  virtual ToolKind kind() const = 0;
  virtual QString hint() const = 0;  ///< what to do now, for the status bar; may be empty
  virtual Qt::CursorShape cursor() const { return Qt::ArrowCursor; }
  virtual void press(const QMouseEvent&) {}
  virtual void move(const QMouseEvent&) {}
  virtual void release(const QMouseEvent&) {}
  virtual void leave() {}  ///< the pointer has left the map
  virtual void double_click(const QMouseEvent&) {}
  virtual bool key(const QKeyEvent&) { return false; }  ///< true: used
  /// A key that the window would use for something else is this tool's now.
  virtual bool wants(const QKeyEvent&) const { return false; }
  /// The right button at this place opens the map's menu; else it is the tool's.
  virtual bool leaves_right_button(QPointF) const { return false; }
  virtual void paint(QPainter&) const {}  ///< over the picture, in logical pixels
  virtual void cancel() {}                ///< Esc, or another tool comes

protected:
  MapView& map_;
};

std::unique_ptr<Tool> make_tool(MapView& map, ToolKind kind);

}  // namespace smile::viewer
