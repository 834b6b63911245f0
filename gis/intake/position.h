#pragma once
// Positions as people write them.

#include <optional>
#include <string_view>
#include <variant>

#include "gis/crs/crs.h"

namespace smile {

/// What position_from_text knows about the city, so that it can judge plausibility.
struct PositionContext {
  Crs plan_crs;
  Box city;            ///< in the plan's system, with margin; empty: unknown
  std::optional<Crs> crs;  ///< what the user said the coordinates are in
};

struct Position {
  Point point;         ///< in the plan's system
  Crs read_as;
  bool swapped = false;  ///< the written order fell outside the city, the other inside
  bool outside = false;  ///< outside the city in every order
};

/// Understands "54.102, 12.170" and "12.170, 54.102", "54,102; 12,170", "54°13'00.0"N 12°10'17.9"E" (also O for Ost), "307321 / 6002869",
/// "33308643 5995086" (zone prefix), "33U 307321 6002869". std::nullopt if it is no position.
/// The order latitude/longitude or longitude/latitude is the one that falls into the city; `swapped` is set where the *stated* order was wrong:
/// for plain decimal pairs lat-lon is taken as stated when written without header names; hemisphere letters state the order.
std::optional<Position> position_from_text(std::string_view text, const PositionContext& context);
/// Two columns: x (easting, longitude) and y.
std::optional<Position> position_from_columns(std::string_view x, std::string_view y, const PositionContext& context);

}  // namespace smile
