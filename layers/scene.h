#pragma once
// What a MapScene prepared: for this folder only.

#include <QLineF>
#include <QStringList>
#include <mutex>
#include <optional>

#include "gis/plan/classify.h"
#include "layers/context.h"
#include "layers/label_path.h"
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
  const DistrictShape* shape = nullptr;  ///< of the district
  std::vector<std::uint32_t> measures;
};

struct PlacedText {
  enum class Kind : std::uint8_t { district, number };
  Kind kind = Kind::district;
  Id id = 0;   ///< of the district or the measure
  QRectF box;  ///< logical pixels
  QStringList lines;
  QPointF beside{};  ///< numbers: the box's centre from the symbol's
};
struct PlacedBadge {
  QRectF box;
  const SceneBadge* badge = nullptr;
  std::optional<QLineF> leader{};  ///< from the edge of a pill that stands elsewhere to a dot in its district
  bool of_city = false;
};
/// A text of a layer of context: in a box, or along a line.
struct PlacedFeature {
  Id layer = 0;
  LayerTopic topic = LayerTopic::other;
  TextStyle style = TextStyle::place;
  QString text;
  QPointF anchor;  ///< what it names: the point, the area's or the line's middle
  QStringList lines;
  QRectF box;
  std::optional<LabelPath> path;

  QPointF middle() const { return path ? path->middle : box.center(); }
};
/// Everything that is text on one map, without overlaps.
struct Layout {
  Camera camera;
  std::vector<PlacedText> texts;
  std::vector<PlacedBadge> badges;
  std::vector<PlacedFeature> features;
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
  std::vector<bool> faint;                ///< as in the plan: outside of the shown scenario; empty: none
  std::vector<QColor> measure_colours;    ///< as in the plan; empty: by their blocks
  std::vector<SceneSymbol> symbols;       ///< in drawing order, selected last
  std::vector<SceneBadge> badges;

  mutable std::mutex mutex;  ///< guards the last layout
  mutable LayoutPtr last_layout;
  mutable LayoutPtr layout_before;  ///< of another scene of the same map

  const LevelShapes* shown_level() const { return levels.empty() ? nullptr : levels[shown].get(); }
  const LayerSettings* layer(std::string_view name) const;  ///< nullptr where it isn't visible
  const ContextLayer* context_layer(Id layer) const;
  bool is_selected(Id measure) const;
  bool is_faint(std::size_t measure) const { return !faint.empty() && faint[measure]; }
  QColor colour_of(std::size_t measure) const { return measure_colours.empty() ? QColor() : measure_colours[measure]; }
};

/// Prepares; a part that can't be prepared is left out and becomes an issue.
void prepare(Scene& scene);
void prepare_legend(Scene& scene);
/// The scenario that is shown, nullptr: all measures are.
const Scenario* shown_scenario(const Scene& scene);
/// Colours of the measures by what the style says, with their legend.
void prepare_measure_colours(Scene& scene);

/// Places names, numbers and badges for a camera. Kept until the camera changes; from the same distance, what was
/// placed before stays where it was on the ground.
LayoutPtr layout_for(const Scene& scene, const Camera& camera, const std::stop_token& stop = {});

/// Names of a new scene stand where they stood in an earlier one.
void keep_places(const Scene& scene, LayoutPtr before);

/// 1 close up, less where a whole city is seen: symbols and borders become finer then.
double closeness(const Camera& camera);
bool is_in_range(const LayerSettings& layer, const Camera& camera);
/// A symbol's width in logical pixels from this camera.
double size_on(const Camera& camera, const SceneSymbol& symbol);
/// Position in the stack of layers from which on they are ground.
std::size_t ground_begins(const Scene& scene);

/// Draws the visible part (logical pixels) of the layers; problems are added to issues. False: stopped.
bool draw_layers(const Scene& scene, const RasterSet& rasters, QPainter& painter, const Camera& camera,
                 const QRectF& visible, MapDepth depth, const std::stop_token& stop, Issues& issues);

}  // namespace smile::layers
