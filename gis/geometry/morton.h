#pragma once
// The Z-order of places: what lies together on the ground lies together in memory.

#include <cstdint>

#include "gis/geometry/geometry.h"

namespace smile {

/// Spreads the bits of a number, so that those of another fit between.
inline std::uint64_t spread_bits(std::uint64_t n) {
  n = (n | (n << 16U)) & 0x0000FFFF0000FFFFULL;
  n = (n | (n << 8U)) & 0x00FF00FF00FF00FFULL;
  n = (n | (n << 4U)) & 0x0F0F0F0F0F0F0F0FULL;
  n = (n | (n << 2U)) & 0x3333333333333333ULL;
  return (n | (n << 1U)) & 0x5555555555555555ULL;
}

/// Where p, inside the box, stands in Z-order; 32 bits for each direction.
inline std::uint64_t morton(Point p, const Box& box) {
  const auto scaled = [](double offset, double width) {
    return width > 0 ? static_cast<std::uint64_t>(offset / width * 4294967295.0) : 0;
  };
  return spread_bits(scaled(p.x - box.min_x, box.width())) | (spread_bits(scaled(p.y - box.min_y, box.height())) << 1U);
}

}  // namespace smile
