#pragma once
// Lines that share their vertices by number: what noding needs to know and coordinates alone don't say (a bridge has
// none in common with the street below).

#include <cstdint>
#include <string>
#include <vector>

#include "gis/geometry/geometry.h"

namespace smile {

struct SharedLines {
  std::vector<Point> vertices;            ///< each place once
  std::vector<std::uint32_t> references;  ///< into vertices, line after line
  std::vector<std::size_t> ends;          ///< one past the last reference of each line; every line has two or more
  std::vector<std::string> names;         ///< of each line; may be ""
  std::vector<std::string> kinds;         ///< of each line: "footway", "residential" …

  std::size_t size() const { return ends.size(); }
};

}  // namespace smile
