#pragma once
// Maps on sheets: at round scales, quiet around what the page speaks of.

#include "layers/sheet.h"

namespace smile::layers {

/// The smallest of the scales people have rulers for (1:1,000, 1:1,500, 1:2,000, 1:2,500 …) that is no larger than 1:n.
int round_scale(double denominator);

/// Of a district, what a map has to show: islands far away are left out if that makes it at least twice as large and
/// loses less than a tenth of the area.
struct ShownGround {
  Box box;
  bool whole = true;
};
ShownGround ground_to_show(const District& district);

/// The plan's map without colours of districts, people and maps of results; measures with their numbers.
PlanPtr plan_of_sheets(const Plan& plan, Id level);

/// Fits ground into the box at a round scale. district: in focus, the legend counts what is its own; 0: the whole city.
SheetMap map_of(const PlanPtr& plan_of_sheets, const LayerSet& layers, Id district, const Box& ground,
                const QRectF& box, double zoom, Language language);

/// How high the signs of a map's measures are in lines of this width, and what else its legend has to say in one
/// column.
struct LegendHeights {
  double signs = 0;
  double ground = 0;
};
LegendHeights legend_heights(const SheetMap& map, double signs_width, double width, Language language);

}  // namespace smile::layers
