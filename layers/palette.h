#pragma once
// The colours of maps and paper, light and dark.

#include <QColor>
#include <vector>

namespace smile::layers {

enum class Theme { light, dark };

struct Palette {
  QColor outside;            ///< where the city ends: the veil
  QColor land;               ///< districts without a figure
  QColor border;             ///< district borders
  QColor fine_border;        ///< of levels finer than the one shown
  QColor hatch;              ///< lines over "no data"
  QColor label;              ///< names and numbers
  QColor halo;               ///< around them
  QColor quiet;              ///< scale bar, sources
  QColor selection;          ///< ring around what is selected …
  QColor casing;             ///< … and what separates it from the map
  QColor veil;               ///< laid over what is not meant
  QColor badge;              ///< ground of the signs for whole districts
  std::vector<QColor> ramp;  ///< five steps of one hue, from few to many
};
const Palette& palette(Theme theme);

/// Colours for any number of classes, taken from the ramp of the theme: one hue, even steps of lightness, safe for
/// colour-blind readers and grey printers.
std::vector<QColor> ramp(Theme theme, int classes);

/// Contrast of two opaque colours after WCAG 2: 1 to 21.
double contrast(const QColor& a, const QColor& b);
/// CIE L*, 0 to 100.
double lightness(const QColor& colour);

}  // namespace smile::layers
