#pragma once
#include "gis/exports/writers.h"

namespace smile::exports {

/// Every place where the format can't hold what the plan says, with the answer that is proposed.
Issues preflight_issues(const Plan& plan, const Handover& handover, const std::filesystem::path& folder);

}  // namespace smile::exports
