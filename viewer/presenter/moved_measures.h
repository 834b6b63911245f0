#pragma once
// What was dragged on the live map and stays where it was put.

#include <QString>

#include "gis/plan/plan.h"

namespace smile::viewer {

/// In a sentence, with the key that puts it back; "": nothing was moved.
QString words_of_moved(const Plan& before, const Plan& now);

}  // namespace smile::viewer
