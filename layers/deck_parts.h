#pragma once
// What slides and web page share: a step taken apart into words, map and chart. Only for deck.

#include <QStringList>
#include <optional>

#include "layers/deck.h"
#include "layers/drawn_file.h"
#include "layers/step_panel.h"

namespace smile::layers {

struct DrawnDeck {
  FileWriting write;
  Issues issues;
};

/// Boxes are in pixels of a slide of deck_size.
struct SlideParts {
  QString title;
  int title_pixels = 0;
  QRectF title_box;   ///< from edge to edge; empty without a title
  QColor band;        ///< behind the title
  QColor bright;      ///< the city's, of the line of progress
  QRectF card;        ///< as the step has it; empty: nothing to read
  double lowest = 0;  ///< how far down the card may reach
  QStringList body;   ///< paragraphs
  StepPanelWords panel;
  QStringList notes;  ///< paragraphs
  QString sources;    ///< of the map, as many as stand on a line
  double unit = 1;    ///< of letters: 1 at 1280 × 800

  QImage map;        ///< with legend
  QString map_says;  ///< in words, for those who don't see it
  std::optional<ChartDrawing> chart;
  QSizeF chart_size;  ///< in which the chart is laid out
  QRectF chart_box;
  QString chart_says;

  StepPicture picture;  ///< what the map is a picture of
  RasterSet rasters;
  Issues issues;
};
/// device_pixel_ratio: of the map. with_sources: the map has them on it too. Throws Error{cancelled}.
SlideParts slide_parts(const Deck& deck, std::size_t number, double device_pixel_ratio, bool with_sources,
                       const Progress& progress);
/// What is seen on a map, in words.
QString words_of_map(const StepPicture& picture);

/// Lines with something in them.
QStringList paragraphs(const std::string& words);

}  // namespace smile::layers
