#pragma once
// A page on paper as a value, in logical pixels of 1/96 inch: what stands where is known before anything is painted, so
// that tests count what overlaps or leaves the margins. The same value goes into a PDF, a PNG and the preview.

#include <QFont>
#include <QImage>
#include <QPainter>
#include <QRectF>
#include <filesystem>
#include <memory>
#include <vector>

#include "layers/chart.h"
#include "layers/map.h"

namespace smile::layers {

inline constexpr double sheet_margin_mm = 12;

struct SheetText {
  QRectF box;
  QPointF baseline;
  QString text;
  QFont font;
  QColor ink;
};

struct SheetRule {
  QPointF from, to;
  double width = 0.7;
};

struct SheetChart {
  QRectF box;
  Chart chart;
};

/// A map with what explains it. Prepared when it is drawn, so that hundreds of pages cost no memory.
struct SheetMap {
  QRectF box;
  QRectF signs;   ///< of measures, in lines; empty: they stand in the legend
  QRectF legend;  ///< what is on the map; empty: none
  QRectF scale;   ///< scale bar, scale and north; empty: none
  PlanPtr plan;
  LayerSet layers;
  std::filesystem::path folder;  ///< of the plan: pictures of the ground are read from there; "": none
  MapSettings settings;
  Camera camera;
  int round_scale = 0;  ///< 1:n, exactly; 0: not said
};

/// What the bar above titles shows.
struct SheetColours {
  QColor dark{0x1F, 0x3A, 0x5F};
  QColor bright{0xE0, 0xA5, 0x26};
};
SheetColours sheet_colours(const SheetSettings& settings);
/// Null: none, or bytes that are no picture.
QImage logo_of(const SheetSettings& settings);

struct SheetPage {
  QSizeF size;       ///< logical pixels
  double zoom = 1;   ///< of everything: A3 is A4 with more on it and larger letters
  Id district = 0;   ///< whose page it is; 0: of the whole city
  QString bookmark;  ///< in the outline of a PDF; "": goes on with the one before
  QRectF title;      ///< bar and title
  SheetColours colours;
  QImage logo;
  QRectF logo_box;  ///< inside the title
  std::vector<SheetText> texts;
  std::vector<SheetRule> rules;
  std::vector<SheetChart> charts;
  std::vector<SheetMap> maps;
};

/// A page whose maps are made ready: drawn in one go, or their ground first and everything else above it. The page has
/// to stay.
class SheetDrawing {
public:
  SheetDrawing(const SheetPage& page, Language language);
  ~SheetDrawing();
  SheetDrawing(const SheetDrawing&) = delete;
  SheetDrawing& operator=(const SheetDrawing&) = delete;

  /// Returns the layers that could not be drawn.
  Issues draw(QPainter& painter, MapDepth depth = MapDepth::whole) const;

private:
  struct ReadyMap;
  const SheetPage& page_;
  Language language_;
  std::vector<std::unique_ptr<const ReadyMap>> maps_;
};
Issues draw(QPainter& painter, const SheetPage& page, Language language);

}  // namespace smile::layers
