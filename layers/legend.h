#pragma once
#include <QColor>
#include <QPainter>
#include <QString>
#include <vector>

#include "gis/plan/plan.h"

namespace smile::layers {

/// Made from what is visible.
struct LegendClass {
  QColor fill;
  QString label;       ///< "5,000 – 10,000"
  int districts = 0;   ///< how many fall into it
  bool no_data = false;  ///< hatched
};
struct LegendSymbol {
  Block block = Block::none;
  QString label;
  int measures = 0;
};
struct Legend {
  QString figure;  ///< title of the choropleth with unit; "" if districts aren't coloured
  std::vector<LegendClass> classes;
  std::vector<LegendSymbol> symbols;
  QString phases;  ///< one line that explains the fills
};

}  // namespace smile::layers
