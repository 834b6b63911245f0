#pragma once
// What the mouse and the keys do on the map. One tool is active; panning with the middle button or space, the wheel and
// the keys for zooming belong to the map and work with every tool.

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QString>

namespace smile::viewer {

class MapView;

enum class ToolKind { select, point, sites, line, area };

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
  virtual void double_click(const QMouseEvent&) {}
  virtual bool key(const QKeyEvent&) { return false; }  ///< true: used
  virtual void paint(QPainter&) const {}                ///< over the picture, in logical pixels
  virtual void cancel() {}                              ///< Esc, or another tool comes

protected:
  MapView& map_;
};

}  // namespace smile::viewer
