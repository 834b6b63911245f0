#pragma once
// Positions as people write them.

#include <memory>
#include <optional>
#include <string_view>

#include "gis/crs/crs.h"

namespace smile {

/// What a reader of positions knows about the city, so that it can judge plausibility.
struct PositionContext {
  Crs plan_crs;
  Box city;  ///< in the plan's system, with margin; empty: unknown, then the stated order is taken as it is
  std::optional<Crs> crs;  ///< what the user said the coordinates are in
  bool reversed = false;   ///< this column writes its pairs the other way round throughout: that is its stated order
};

struct Position {
  Point point;  ///< in the plan's system
  Crs read_as;
  bool swapped = false;  ///< the written order fell outside the city, the other inside
  bool outside = false;  ///< outside the city in every order
};

/// Reads many positions: keeps the transforms it needs. For one thread.
class PositionReader {
public:
  explicit PositionReader(PositionContext context);
  ~PositionReader();
  PositionReader(PositionReader&&) noexcept;
  PositionReader& operator=(PositionReader&&) noexcept;

  /// Understands "54.102, 12.170" and "12.170, 54.102", "54,102; 12,170", "54°13'00.0"N 12°10'17.9"E" (also O for Ost),
  /// degrees with decimal minutes, "307321 / 6002869", "307.321,50 / 6.002.869,20", "33308643 5995086" (zone prefix),
  /// "33U 307321 6002869", "R 4502345 H 5998123", "EPSG:25833 307321 6002869", "POINT(12.17 54.1)". std::nullopt if it
  /// is no position. The order is the one that falls into the city; `swapped` is set where the *stated* order was
  /// wrong: plain pairs state latitude-longitude or easting-northing, letters (N, S, E, O, W, R, H) state what they
  /// say. Without a stated system the plan's own is tried first, then 25833, 25832, 5650, 4647, 5678, 31467, 5674,
  /// 3857.
  std::optional<Position> from_text(std::string_view text) const;
  /// Two columns: x (easting, longitude) and y. Either may be decimal with point or comma, degrees, or with a letter.
  std::optional<Position> from_columns(std::string_view x, std::string_view y) const;

private:
  struct Implementation;
  std::unique_ptr<Implementation> implementation_;
};

/// The same for a single one.
std::optional<Position> position_from_text(std::string_view text, const PositionContext& context);
std::optional<Position> position_from_columns(std::string_view x, std::string_view y, const PositionContext& context);

}  // namespace smile
