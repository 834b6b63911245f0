#pragma once
// Private to this room: the gate every geometry passes. What it does to one is an issue.

#include "gis/formats/raw_layer.h"

namespace smile {

/// Coordinates that aren't numbers leave the feature without geometry. Runs before anything else looks at them.
void drop_not_finite(std::vector<Feature>& features, IssueList& issues);

/// Lists null, empty and duplicate geometries; repairs invalid ones and says their area before and after in m².
/// Returns how many were repaired.
std::int64_t pass_gate(std::vector<Feature>& features, const Crs& crs, IssueList& issues, const Progress& progress);

}  // namespace smile
