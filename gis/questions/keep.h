#pragma once
// An answer becomes part of the plan: the finding and, where there is one, its map as a layer.

#include <vector>

#include "gis/plan/edits.h"
#include "gis/questions/ask.h"
#include "gis/store/taken_layer.h"

namespace smile {

/// tables: where the features of the answer's map were taken to; empty without a map. In place of a finding of the same
/// name, whose layer then shows the new features where and as it did; without a map it goes. Maps
/// of other findings are hidden.
Edit keep_answer(const Answer& answer, const std::vector<TakenTable>& tables);
/// The map of this finding and those of no others; where it is the only one already it is hidden. Layers that are no
/// finding's stay as they are.
Edit show_map_alone(const Finding& finding);

}  // namespace smile
