#pragma once
// A plan as JSON text, with everything but the boundaries of districts; what has its default value is left out.

#include <string>
#include <string_view>

#include "gis/plan/plan.h"

namespace smile::exports {

std::string plan_to_json(const Plan& plan);
/// Throws Error{unreadable} for text that is not such a plan.
Plan plan_from_json(std::string_view json);

/// WKB as hexadecimal digits. What is no geometry comes back empty.
std::string geometry_to_hex(const Geometry& geometry);
Geometry geometry_from_hex(std::string_view digits);

}  // namespace smile::exports
