#pragma once
// A plan and its records as JSON text: for the lists inside the plan file and for its named versions. Nothing is lost:
// numbers come back to the last bit, amounts are whole hundredths, dates keep their precision. Texts are UTF-8; bytes
// that are not become U+FFFD.

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "gis/plan/plan.h"

namespace smile {

/// For: Plan, std::vector of std::string, Id, PhaseChange, pair of strings, Level, Alias, Source, ColumnMapping,
/// MapLayerPtr; MapStyle, Statistic, Report.
template <class T>
std::string to_json(const T& value);
/// Throws Error{unreadable} where the text isn't what to_json<T> writes. What equals zero or nothing is left out.
template <class T>
T from_json(std::string_view text);

}  // namespace smile
