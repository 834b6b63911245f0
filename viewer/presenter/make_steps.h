#pragma once
#include "gis/plan/district.h"

namespace smile::viewer {

class Document;

/// Steps for a district, or the whole city (0), behind the others and as one step of undo; Document::show_steps then
/// says which they are.
void make_steps(Document& document, Id district);

}  // namespace smile::viewer
