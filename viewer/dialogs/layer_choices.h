#pragma once
// The lists of a layer's style, filled with what suits the layer; data of each line: the value.

#include "gis/plan/layer.h"

class QComboBox;

namespace smile::viewer {

void fill_methods(QComboBox& list, const MapLayer& layer);
void fill_patterns(QComboBox& list, const MapLayer& layer);
/// Pictures of the ramps; data: their names.
void fill_ramps(QComboBox& list);

}  // namespace smile::viewer
