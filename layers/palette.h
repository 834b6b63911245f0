#pragma once
// The colours of maps and paper, light and dark.

#include <QColor>
#include <span>
#include <string_view>
#include <vector>

#include "gis/plan/layer.h"

namespace smile::layers {

enum class Theme { light, dark };

struct Palette {
  QColor outside;       ///< where the city ends: the veil
  QColor land;          ///< districts without a figure
  QColor border;        ///< district borders
  QColor fine_border;   ///< of levels finer than the one shown
  QColor hatch;         ///< lines over "no data"
  QColor label;         ///< names and numbers
  QColor halo;          ///< around them
  QColor feature_name;  ///< names on layers of context …
  QColor water_name;    ///< … of water
  QColor green_name;    ///< … and of parks
  QColor quiet;         ///< scale bar, sources
  QColor selection;     ///< ring around what is selected …
  QColor casing;        ///< … and what separates it from the map
  QColor veil;          ///< laid over what is not meant
  QColor badge;         ///< ground of the signs for whole districts
};
const Palette& palette(Theme theme);

/// Colours for any number of classes, from few to many: one hue, even steps of lightness, safe for colour-blind readers
/// and grey printers. name: as of ramp_colours
/// (gis/plan/topic_look.h). "difference" has two hues that meet in the middle.
std::vector<QColor> ramp(Theme theme, int classes, std::string_view name = {});
/// Colours to tell kinds apart, safe for colour-blind readers (after M. Okabe, K. Ito 2008); beyond eight they repeat.
QColor category_colour(std::size_t index);

/// The look of a layer of context that nobody has styled.
struct TopicColours {
  QColor fill;   ///< of areas and points, core of lines
  QColor edge;   ///< around areas and points, casing of lines
  double width;  ///< lines: core close up; points: diameter; logical pixels
};
TopicColours topic_colours(Theme theme, LayerTopic topic, GeometryKind kind);
/// What sets a colour off from the land of its map, as pale or dark as it may be.
QColor edge_of(const QColor& fill, Theme theme);

/// Contrast of two opaque colours after WCAG 2: 1 to 21.
double contrast(const QColor& a, const QColor& b);
/// CIE L*, 0 to 100.
double lightness(const QColor& colour);

}  // namespace smile::layers
