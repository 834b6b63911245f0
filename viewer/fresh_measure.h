#pragma once
// A measure as it begins, before anything is said of it.

#include "gis/plan/plan.h"

namespace smile::viewer {

class Document;

/// An idea with the next free number, where the numbers of the plan are whole numbers; without number elsewhere.
Measure fresh_measure(const Plan& plan);
/// Adds one as a step of undo and selects it. 0 if it could not be added.
Id add_fresh_measure(Document& document);

}  // namespace smile::viewer
