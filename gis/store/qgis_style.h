#pragma once
// The plan's look for QGIS 3.22 and later: rows of layer_styles, which QGIS applies by itself when a layer is added.

#include <string>

#include "gis/database/sqlite.h"
#include "gis/plan/plan.h"

namespace smile::store {

/// Measures by building block: colour and shape of ours, pale fill while only an idea, number as label.
std::string measures_qml(GeometryKind kind);
/// Districts of a level: border by its rank, name as label, and five classes of inhabitants (or density) where the plan
/// colours by a figure.
std::string districts_qml(const Plan& plan, const Level& level);

/// Writes or replaces our styles. One that a planner made default in QGIS stays default.
void put_styles(database::Connection& connection, const Plan& plan);

}  // namespace smile::store
