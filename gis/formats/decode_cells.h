#pragma once
// Private to this room: cells become UTF-8. Order: what the user says, .cpg, the language byte of the .dbf, UTF-8
// validity, a guess that is listed.

#include <optional>
#include <string>

#include "gis/formats/raw_layer.h"

namespace smile {

struct Decoded {
  std::string encoding;  ///< "" where there was nothing but ASCII
  bool guessed = false;
};

/// Changes columns and cells of the layer. Throws Error{usage} for an encoding nobody knows.
Decoded decode_cells(RawLayer& layer, const std::optional<std::string>& wanted, IssueList& issues);

}  // namespace smile
