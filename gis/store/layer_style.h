#pragma once
// Styles for QGIS of the layers whose features are in the plan file: what our own map shows, as far as QGIS can.

#include <string>
#include <vector>

#include "gis/database/sqlite.h"
#include "gis/plan/plan.h"

namespace smile::store {

/// A QML document. values: of the layer's field, where its classes or sizes depend on them.
std::string layer_qml(const MapLayer& layer, const LayerSettings& settings, const std::vector<double>& values);

/// Writes the styles of layers that differ between the two; saved may be an empty plan.
void put_layer_styles(database::Connection& connection, const Plan& saved, const Plan& next);

}  // namespace smile::store
