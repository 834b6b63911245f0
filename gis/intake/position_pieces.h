#pragma once
// Private to the reader of positions: text as numbers, units and letters.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace smile {

enum class Comma { decimal, separator };

struct CoordinateNumber {
  std::string text;
  double value = 0;
  char unit = 0;  ///< 'd', 'm', 's' or 0
};
struct CoordinateMark {
  char axis = 0;  ///< 'x' or 'y'
  bool negative = false;
  bool is_h = false;  ///< Hochwert, or the southern band H
  std::size_t numbers_before = 0;
};
struct PositionPieces {
  std::vector<CoordinateNumber> numbers;
  std::vector<CoordinateMark> marks;
  bool south_band = false;
  bool has_band = false;
  bool is_point = false;  ///< WKT: x before y
  int epsg = 0;
};

/// Capital ASCII; d, m, s for the signs of degrees, minutes and seconds; "6 002 869" beside a separator as one number.
std::string plain_position_text(std::string_view text);
/// The same for one cell of two.
std::string plain_coordinate_text(std::string_view text);
/// A comma between digits is decimal where something else parts the pair. text: plain.
Comma likely_comma(std::string_view text);
/// std::nullopt where something stands that no position has. text: plain.
std::optional<PositionPieces> position_pieces(std::string_view text, Comma comma);

}  // namespace smile
