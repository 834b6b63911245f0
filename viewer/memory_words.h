#pragma once
#include <cstddef>

#include "gis/words/words.h"

namespace smile::viewer {

/// "less than 1 MB", "128 MB", "1.5 GB".
Text size_words(std::size_t bytes);

}  // namespace smile::viewer
