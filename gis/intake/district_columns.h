#pragma once
// Private to this room: which words and columns of a file name districts.

#include <string>
#include <string_view>

#include "gis/intake/districts.h"

namespace smile {

/// "statistische_bezirke" → "Statistische Bezirke", "Ebene_1_Stadtbezirke" → "Stadtbezirke", "ortsteile_dissolved" →
/// "Ortsteile".
std::string level_name_from(std::string_view stem);
/// From the file's name; from the layer's where a file holds several.
std::string guess_level_name(const FeatureTable& table);

/// "2" before "10", "A2" before "A10", "01" as it stands.
bool natural_less(std::string_view a, std::string_view b);

/// Index of a column by its exact name, else ignoring case; -1 if there is none.
int find_column(const FeatureTable& table, std::string_view name);

}  // namespace smile
