#include "viewer/memory_words.h"

#include <cmath>

#include "gis/words/numbers.h"

namespace smile::viewer {

Text size_words(std::size_t bytes) {
  const double megabytes = static_cast<double>(bytes) / 1e6;
  if (megabytes < 1) return text("less than 1 MB");
  if (megabytes < 999.5) return text("{1} MB", static_cast<std::int64_t>(std::lround(megabytes)));
  const double tenths = std::round(megabytes / 100);
  const bool whole = std::fmod(tenths, 10) == 0;
  return text("{1} GB", format_number(language(), tenths / 10, whole ? 0 : 1));
}

}  // namespace smile::viewer
