#pragma once
// The picture that belongs to what an analysis found.

#include "gis/plan/finding.h"
#include "layers/chart.h"

namespace smile::layers {

/// Nothing where the finding has none. Bars: the largest first, the total as the line through them; differences: the
/// largest in either direction first, without those that are 0.
std::optional<Chart> chart_of(const Finding& finding);

}  // namespace smile::layers
