#pragma once
// Scale, position, what to do now, and how far a job is.

#include <QStatusBar>
#include <memory>

#include "gis/crs/crs.h"

class QLabel;
class QProgressBar;
class QToolButton;

namespace smile::viewer {

class MapView;
class Tasks;

/// "54.0887° N 12.1405° E · 310,123 / 5,996,400" in the language of the window.
QString position_words(Point ground, Point longitude_latitude);

class StatusBar : public QStatusBar {
public:
  StatusBar(Tasks& tasks, QWidget* parent);
  void follow(MapView& map);

private:
  void show_scale(const MapView& map);
  void show_position(const MapView& map, Point ground);
  void show_progress(const QString& step, double share);

  QLabel* scale_;
  QLabel* position_;
  QLabel* hint_;
  QLabel* step_;
  QProgressBar* bar_;
  QToolButton* cancel_;
  Crs crs_;
  std::unique_ptr<Transform> to_geographic_;
};

}  // namespace smile::viewer
