#pragma once
// The page or pages of one district, or of the whole city. Only for the files that lay out sheets.

#include "layers/sheet_parts.h"

namespace smile::layers {

/// Without foot. district 0: the city.
std::vector<SheetPage> lay_out_district(const SheetContent& content, Id district);

}  // namespace smile::layers
