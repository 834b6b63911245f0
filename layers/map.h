#pragma once
// The map of a plan: the same drawing for window, PNG, SVG and PDF.

#include <QImage>
#include <QMarginsF>
#include <QPainter>
#include <QRectF>
#include <memory>
#include <optional>
#include <stop_token>
#include <vector>

#include "gis/intake/rasters.h"
#include "layers/camera.h"
#include "layers/palette.h"

namespace smile::layers {

struct MapSettings {
  MapStyle style;
  Theme theme = Theme::light;
  Language language = Language::english;
  std::vector<Id> selected_measures;
  std::vector<Id> selected_districts;
  int highlighted_class = -1;  ///< of the legend, -1: none
  Id focus_district = 0;       ///< the one district that is meant, the others are veiled; 0: all
  std::optional<Box>
      counted;  ///< the legend counts the measures in this frame only, and of focus_district only its own
  /// Names stand whole in what is left of the picture without these margins, logical pixels: a picture may be larger
  /// than what is seen of it, and other things may stand at its edge.
  QMarginsF label_margins;
  std::vector<QRectF> no_labels{};  ///< what else stands over the picture: no name may lie under it
  bool full_detail = false;  ///< every vertex of everything, however small: what the simplified drawing is checked by
  bool furniture = false;    ///< scale bar, north arrow and source line in the picture (paper; the window has its own)
  bool operator==(const MapSettings&) const = default;
};

/// The ground stays the same while measures are edited and selected; names, measures and what is selected lie above.
enum class MapDepth : std::uint8_t { ground, above, whole };

struct Scene;

/// What to draw is prepared once per plan (indexes, simplified borders, classes) and drawn many times. Immutable,
/// thread-safe.
class MapScene {
public:
  /// Layers of context that are not in `layers` are left out: whoever reads them says why.
  MapScene(PlanPtr plan, MapSettings settings, LayerSet layers = {});
  ~MapScene();
  const Plan& plan() const;
  const MapSettings& settings() const;
  const LayerSet& layers() const;
  const struct Legend& legend() const;

  /// Draws into the painter, whose coordinates are logical pixels of the camera. Returns what could not be drawn.
  /// rasters: pictures of layers, read for this camera or another.
  Issues draw(QPainter& painter, const Camera& camera, const RasterSet& rasters = {},
              MapDepth depth = MapDepth::whole) const;

  const Scene& scene() const { return *scene_; }  ///< for this folder

private:
  std::unique_ptr<Scene> scene_;
};

/// An image and the camera it was drawn for.
struct Frame {
  QImage image;
  Camera camera;
  Issues issues;  ///< layers that could not be drawn
};
/// What render() keeps from one picture to the next: the ground, which is moved when only the camera does, and where
/// names stood. For one thread.
struct RenderMemory {
  RenderMemory();
  ~RenderMemory();
  struct Kept;
  std::unique_ptr<Kept> kept;
};

/// Null image when stopped. With memory the same picture, faster; names may stand elsewhere than without: where they
/// stood before.
Frame render(const MapScene& scene, const Camera& camera, std::stop_token stop = {}, RenderMemory* memory = nullptr,
             const RasterSet& rasters = {});

/// Measures at a screen position, nearest first (symbols before lines before areas), within `radius` logical pixels.
std::vector<Id> measures_at(const MapScene& scene, const Camera& camera, QPointF position, double radius = 10);
/// What stands on the map as text (names, numbers, count signs), each as the boxes it covers, in logical pixels: those
/// of different texts don't overlap.
std::vector<std::vector<QRectF>> label_boxes(const MapScene& scene, const Camera& camera);
/// The district of the shown level under a screen position, 0: none.
Id district_at(const MapScene& scene, const Camera& camera, QPointF position);

}  // namespace smile::layers
