#pragma once
// What a MapScene prepared: for this folder only.

#include <QStringList>
#include <mutex>
#include <optional>

#include "gis/plan/classify.h"
#include "layers/context.h"
#include "layers/legend.h"
#include "layers/map.h"
#include "layers/shapes.h"

namespace smile::layers {

inline constexpr double symbol_size = 15;  ///< close up; smaller where a whole city is seen

/// A symbol of a measure on the ground.
struct SceneSymbol {
  Point at;
  std::uint32_t measure = 0;  ///< position in plan.measures
  double size = symbol_size;
  bool selected = false;
};

/// The quiet sign for measures that belong to a whole district, or (district 0) to the whole city.
struct SceneBadge {
  Id district = 0;
  Point anchor;
  std::vector<std::uint32_t> measures;
};

struct PlacedText {
  enum class Kind : std::uint8_t { district, number };
  Kind kind = Kind::district;
  QRectF box;  ///< logical pixels
  QStringList lines;
  std::uint32_t measure = 0;
};
struct PlacedBadge {
  QRectF box;
  const SceneBadge* badge = nullptr;
};
/// Everything that is text on one map, without overlaps.
struct Layout {
  std::vector<PlacedText> texts;
  std::vector<PlacedBadge> badges;
};
using LayoutPtr = std::shared_ptr<const Layout>;

struct Scene {
  PlanPtr plan;
  MapSettings settings;
  Issues issues;
  Legend legend;

  LayerSet layers;
  std::vector<ContextLayerPtr> context;  ///< as in the plan; only those that are seen and have been read

  std::vector<LevelShapesPtr> levels;  ///< coarsest first
  std::size_t shown = 0;               ///< position in levels
  Classes classes;
  std::vector<QColor> colours;
  std::vector<int> class_of;  ///< by position in the shown level; -1: no data. Empty: not coloured

  std::vector<MeasureShapePtr> measures;  ///< as in the plan
  std::vector<SceneSymbol> symbols;       ///< in drawing order, selected last
  std::vector<SceneBadge> badges;

  mutable std::mutex mutex;  ///< guards the last layout
  mutable Camera layout_camera;
  mutable LayoutPtr last_layout;

  const LevelShapes* shown_level() const { return levels.empty() ? nullptr : levels[shown].get(); }
  const LayerSettings* layer(std::string_view name) const;  ///< nullptr where it isn't visible
  const ContextLayer* context_layer(Id layer) const;
  bool is_selected(Id measure) const;
};

/// Prepares; a part that can't be prepared is left out and becomes an issue.
void prepare(Scene& scene);
void prepare_legend(Scene& scene);

/// Places names, numbers and badges for a camera. Kept until the camera changes.
LayoutPtr layout_for(const Scene& scene, const Camera& camera, const std::stop_token& stop = {});

/// 1 close up, less where a whole city is seen: symbols and borders become finer then.
double closeness(const Camera& camera);
/// A symbol's width in logical pixels from this camera.
double size_on(const Camera& camera, const SceneSymbol& symbol);
/// What a sign for a whole district or the city says behind the shapes of its blocks.
QStringList badge_words(const Scene& scene, const SceneBadge& badge);

/// Draws the visible part (logical pixels) of all layers; problems are added to issues. False: stopped.
bool draw_layers(const Scene& scene, QPainter& painter, const Camera& camera, const QRectF& visible,
                 const std::stop_token& stop, Issues& issues);

}  // namespace smile::layers
