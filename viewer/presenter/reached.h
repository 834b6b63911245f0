#pragma once
// The step a presentation has reached, kept outside of the plan: after a crash it goes on there.

#include <filesystem>

#include "gis/plan/step.h"

namespace smile::viewer {

/// On disk when it returns. 0: the presentation has ended.
void keep_reached(const std::filesystem::path& plan, Id step);
/// 0: none, or it ended as it should.
Id reached_step(const std::filesystem::path& plan);

}  // namespace smile::viewer
