#pragma once
// A step of a presentation at any size: the map full bleed, the one message large, beside it what is to be read. Laid
// out as a value first – every box and letter known before anything is painted –, then drawn by any painter; whoever
// writes slides takes texts and map apart.

#include <QFont>
#include <QImage>
#include <QPainter>
#include <QRectF>
#include <optional>
#include <stop_token>
#include <variant>
#include <vector>

#include "gis/plan/step.h"
#include "layers/chart.h"
#include "layers/legend.h"
#include "layers/map.h"

namespace smile::layers {

struct StepText {
  enum class Part : std::uint8_t { title, body, panel, legend, source };
  Part part = Part::body;
  QRectF box;
  QPointF baseline;
  QString text;
  QFont font;
  QColor ink;
};

/// Ground that texts stand on, above the map.
struct StepGround {
  QRectF box;
  QColor fill;
  StepText::Part under = StepText::Part::body;  ///< of the card: body
};

/// A sign of the legend.
struct StepKey {
  struct Feature {
    GeometryKind kind = GeometryKind::none;
    FeaturePaint paint;
    double opacity = 1;
  };
  QRectF box;
  std::variant<Block, LegendClass, Feature> sign;
};

/// Everything in logical pixels of the picture. Texts, keys and chart don't overlap and lie inside of it.
struct StepPicture {
  QSize size;
  Theme theme = Theme::light;
  double unit = 1;  ///< 1 at 1280 × 800

  std::shared_ptr<const MapScene> map;
  Camera camera;         ///< of the whole picture, in pixels `magnified` times as large as the picture's
  double magnified = 1;  ///< symbols and names on the map
  QRectF free;           ///< where the step's ground is shown whole: clear of title and card
  std::vector<PenMark> marks;

  std::vector<StepGround> grounds;
  std::vector<StepText> texts;
  std::vector<StepKey> keys;
  std::optional<ChartDrawing> chart;
  QRectF chart_box;
  double chart_scale = 1;  ///< the chart is laid out around (0, 0), smaller by this
  QRectF progress;         ///< the line, and what of it is done
  QRectF done;
  QColor done_colour;             ///< the city's bright one
  bool cut = false;               ///< there is more to say than there is room for
  bool sources_left_out = false;  ///< not all of them fit on their line

  /// Where ground lies on the picture, and back.
  QPointF to_picture(Point p) const { return camera.to_screen(p) * magnified; }
  Point to_ground(QPointF p) const { return camera.to_ground(p / magnified); }
};

struct StepLook {
  Theme theme = Theme::light;
  double device_pixel_ratio = 1;
  LayerSet layers = {};  ///< of context; see load_layers
  int number = 0;        ///< of the step among those shown, from 1; 0: without the line of progress
  int count = 0;
  /// The map with its legend, in letters as at 1280 × 800 whatever the size: words and sources stand elsewhere.
  bool map_only = false;
};

/// Letters are at least 18 pixels high at 1280 × 800, titles and body at least 28; other sizes in proportion.
inline constexpr double least_letters = 18, least_body = 28;

/// In the language of the program.
StepPicture lay_out_step(const PlanPtr& plan, const Step& step, QSize size, const StepLook& look);
/// The step's map and style on this plan, as the picture has it.
MapSettings map_settings(const Plan& plan, const Step& step, Theme theme);

/// The same without title, card and line of progress, and without sources: the picture of those who set these as text.
StepPicture without_words(StepPicture picture, bool with_sources = true);

/// The map with the marks of the pen; all else above it; both.
Issues draw_map(QPainter& painter, const StepPicture& picture, const RasterSet& rasters = {},
                MapDepth depth = MapDepth::whole);
void draw_words(QPainter& painter, const StepPicture& picture);
Issues draw(QPainter& painter, const StepPicture& picture, const RasterSet& rasters = {},
            MapDepth depth = MapDepth::whole);
/// The same as pixels, on two threads. Null when stopped.
QImage step_image(const StepPicture& picture, const RasterSet& rasters = {}, std::stop_token stop = {});
/// One mark on its own, while it is being drawn.
void draw_mark(QPainter& painter, const QPolygonF& line, const PenMark& mark, double unit);

}  // namespace smile::layers
