#pragma once
// Scale, position, what to do now, and how far a job is.

#include <QStatusBar>
#include <optional>

#include "gis/crs/crs.h"

class QLabel;
class QProgressBar;
class QToolButton;

namespace smile::viewer {

class MapView;
class ScaleBox;
class Tasks;

/// "54.0887° N 12.1405° E · 310,123 / 5,996,400" in the language of the window.
QString position_words(Point ground, Point longitude_latitude);

class StatusBar : public QStatusBar {
public:
  StatusBar(Tasks& tasks, QWidget* parent);
  void follow(MapView& map);

private:
  void build_position();
  void show_position(Point ground);
  void copy_position() const;
  void show_progress(const QString& step, double share);

  ScaleBox* scale_;
  QToolButton* position_;  ///< of the pointer; stays when it leaves the map, and can be copied
  QLabel* hint_;
  QLabel* step_;
  QProgressBar* bar_;
  QToolButton* cancel_;
  MapView* map_ = nullptr;
  std::optional<Point> ground_;
};

}  // namespace smile::viewer
