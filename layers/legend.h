#pragma once
#include <QColor>
#include <QPainter>
#include <QString>
#include <vector>

#include "gis/plan/plan.h"
#include "layers/context.h"
#include "layers/symbols.h"

namespace smile::layers {

/// Made from what is visible.
struct LegendClass {
  QColor fill;
  QString label;         ///< "5,000 – 10,000"
  int districts = 0;     ///< how many fall into it
  bool no_data = false;  ///< hatched
  double opacity = 1;    ///< of the layer on the map
};
struct LegendSymbol {
  Block block = Block::none;
  QString label;
  int measures = 0;
};
struct LegendPhase {
  Phase phase = Phase::none;
  QString label;
  int measures = 0;
  PhaseFill fill = phase_fill(phase);
};
/// A layer of context: one look under its name, or one line for each class. kind none: a picture of the ground.
struct LegendLayer {
  Id layer = 0;
  QString name;
  GeometryKind kind = GeometryKind::none;
  std::vector<FeaturePaint> paints;
  QString method;        ///< one line that explains them; ""
  bool finding = false;  ///< what a question found: it is what the map is about
  double opacity = 1;
  double closest = 0, farthest = 0;  ///< scales at which it is shown, as in LayerSettings
};
struct Legend {
  QString figure;  ///< title of the choropleth with unit; "" if districts aren't coloured
  std::vector<LegendClass> classes;
  std::vector<LegendSymbol> symbols;
  QString measure_colours;  ///< title of what the colours of measures tell; "": their blocks
  std::vector<LegendClass> measure_classes;
  std::vector<LegendLayer> layers;  ///< of context, top first
  QString scenario;  ///< whose measures are meant, and what of the others: "“A”: 12 of 63 measures …"; "": all
  QString phases;    ///< one line that explains the fills
  std::vector<LegendPhase> phase_symbols;  ///< the phases that the fill of a sign, line or area tells, in their order
  int measures = 0;                        ///< on the map: the sum of the symbols' counts
  int of_districts = 0;                    ///< of these, in pills: they belong to whole districts or the city
  int unplaced = 0;                        ///< measures that have no place and so no symbol
  QString method;                          ///< how the classes were made; "" without classes
};

/// The pill around the signs of measures that belong to whole districts or the city; what it is called.
void draw_badge_key(QPainter& painter, QPointF centre, Theme theme);
QString badge_key_words(Language language);

/// Without what is not seen at this scale.
Legend legend_at(Legend legend, double scale_denominator);

/// Phases that look the same stand on one line.
std::vector<LegendPhase> phases_by_fill(const std::vector<LegendPhase>& phases);

}  // namespace smile::layers
