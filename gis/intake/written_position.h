#pragma once
// The text of a position taken apart, before anybody asks where on earth it is.

#include <optional>
#include <string_view>

namespace smile {

struct WrittenPosition {
  enum class Order { unstated, x_first, y_first };
  double first = 0;  ///< decimal degrees (south and west negative) or metres
  double second = 0;
  Order order = Order::unstated;
  bool angles = false;  ///< degree signs were written
  int zone = 0;         ///< UTM zone written before the pair, 0: none
  bool south = false;   ///< its band is south of the equator
  int epsg = 0;         ///< "EPSG:n" written before the pair, 0: none
};

/// std::nullopt if the text is no pair of coordinates. Any word it doesn't know means: no position (an address, a
/// name).
std::optional<WrittenPosition> take_position_apart(std::string_view text);

/// The same from two cells, each like "54.1", "54,1", "12°10'17.9"", "6.002.869,20", "E 12.17". first is x.
std::optional<WrittenPosition> take_columns_apart(std::string_view x, std::string_view y);

}  // namespace smile
