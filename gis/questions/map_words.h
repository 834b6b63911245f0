#pragma once
// What the colours of a finding's map tell: the line under its classes in every legend.

#include "gis/plan/plan.h"

namespace smile {

/// "not reached: inhabitants in each cell or building"; empty where the classes speak for themselves.
Text map_words(const Finding& finding);

}  // namespace smile
