#pragma once
// Draws the plan on a thread of its own. The newest request wins; what is on the screen is the last picture that was
// finished.

#include <QObject>
#include <memory>

#include "layers/legend.h"
#include "layers/map.h"

namespace smile::viewer {

class Renderer : public QObject {
  Q_OBJECT
public:
  explicit Renderer(QObject* parent = nullptr);
  ~Renderer() override;

  /// Asks for a picture. A picture on its way is given up only if it would show another part of the ground.
  void request(PlanPtr plan, layers::MapSettings settings, LayerSet layers, RasterSet rasters, layers::Camera camera);

  /// The last picture; null image before the first.
  const layers::Frame& frame() const { return frame_; }
  /// The scene of the last request that was prepared; nullptr before the first. For hits and the legend.
  const std::shared_ptr<const layers::MapScene>& scene() const { return scene_; }
  bool idle() const;  ///< the picture shows the last request

signals:
  void scene_changed();
  void rendered();
  void failed(const QString& sentence);

private:
  struct Worker;
  void take_news();

  std::unique_ptr<Worker> worker_;
  layers::Frame frame_;
  std::shared_ptr<const layers::MapScene> scene_;
};

}  // namespace smile::viewer
