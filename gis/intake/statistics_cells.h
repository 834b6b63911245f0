#pragma once
// Cells of a table of figures: numbers in either style, and the signs that say that there is none.

#include <optional>
#include <string_view>
#include <vector>

#include "gis/plan/statistic.h"

namespace smile {

struct FigureStyle {
  bool decimal_comma = false;
  bool guessed = false;   ///< "1.234" alone could be read both ways
  bool is_count = false;  ///< whole numbers of which none but −1 is negative: there −1 means "secret"
};

/// "12 400", "1.234,5", "1,234.5", "-3": std::nullopt if it is no number.
std::optional<double> number_in(std::string_view cell, bool decimal_comma);
/// How a column writes its numbers. `comma_expected`: which style to take where the column itself leaves it open.
FigureStyle figure_style(const std::vector<std::string_view>& cells, bool comma_expected);
/// "x", ".", "*", "/" and −1 in counts: suppressed; "", "–", "k. A.", "…", "NA": missing. std::nullopt if it is neither
/// number nor sign.
std::optional<Figure> figure_in(std::string_view cell, const FigureStyle& style);

}  // namespace smile
