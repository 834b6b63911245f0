#pragma once
#include "viewer/document.h"

namespace smile::viewer {

/// A new idea at a place, selected so that the inspector shows it. Returns its id, 0 if the plan can't be changed.
Id make_measure_at(Document& document, Location location);

}  // namespace smile::viewer
