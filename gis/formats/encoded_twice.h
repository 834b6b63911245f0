#pragma once
// Private to this room: cells that were encoded twice are read as they were meant, and one issue says so.

#include <vector>

#include "gis/formats/feature_columns.h"
#include "gis/formats/features.h"
#include "gis/formats/issue_list.h"

namespace smile {

/// Cells are UTF-8. A file may hold right ones beside them: each is looked at by itself.
void decode_twice_encoded(std::vector<Feature>& features, IssueList& issues);
void decode_twice_encoded(FeatureColumns& features, IssueList& issues);

}  // namespace smile
