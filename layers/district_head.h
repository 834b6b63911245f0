#pragma once
// What the head of a district's page says: whose it is, and the one sentence it is about. Only for the files that lay
// out sheets.

#include "layers/sheet_parts.h"

namespace smile::layers {

/// district 0: the city.
SheetHead head_of_district(const SheetContent& content, Id district);

}  // namespace smile::layers
