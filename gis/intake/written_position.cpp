#include "gis/intake/written_position.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <string>
#include <utility>
#include <vector>

#include "gis/intake/position_pieces.h"

namespace smile {
namespace {

constexpr std::size_t longest = 120;  // bytes; no pair of coordinates is longer

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// Takes the thousands separators out, if they stand where they must: in front of groups of three.
bool drop_thousands(std::string& number, char separator) {
  const std::size_t start = is_digit(number[0]) ? 0 : 1;
  const std::size_t end = std::min(number.find(separator == '.' ? ',' : '.'), number.size());
  std::size_t group = 0;
  bool leading = true;
  for (std::size_t i = start; i < number.size(); ++i) {
    if (number[i] != separator) {
      group += i < end ? 1 : 0;
      continue;
    }
    if (i > end || group == 0 || group > 3 || (!leading && group != 3)) return false;
    leading = false;
    group = 0;
  }
  std::erase(number, separator);
  return leading || group == 3;
}

bool to_values(std::vector<CoordinateNumber>& numbers) {
  const auto twice = [](const std::string& text, char c) { return std::count(text.begin(), text.end(), c) > 1; };
  const bool dots = std::any_of(numbers.begin(), numbers.end(), [&](const CoordinateNumber& n) {
    return twice(n.text, '.') || (n.text.find('.') < n.text.find(',') && n.text.find(',') != std::string::npos);
  });
  const bool commas = std::any_of(numbers.begin(), numbers.end(), [&](const CoordinateNumber& n) {
    return twice(n.text, ',') || (n.text.find(',') < n.text.find('.') && n.text.find('.') != std::string::npos);
  });
  if (dots && commas) return false;
  for (CoordinateNumber& n : numbers) {
    std::string plain = n.text;
    if (dots && !drop_thousands(plain, '.')) return false;
    if (commas && !drop_thousands(plain, ',')) return false;
    std::replace(plain.begin(), plain.end(), ',', '.');
    const char* const begin = plain.data() + (plain[0] == '+' ? 1 : 0);
    const auto [end, error] = std::from_chars(begin, plain.data() + plain.size(), n.value);
    if (error != std::errc() || end != plain.data() + plain.size() || !std::isfinite(n.value)) return false;
  }
  return true;
}

/// One to three numbers as degrees, minutes, seconds.
std::optional<double> angle(const CoordinateNumber* numbers, std::size_t count) {
  constexpr std::string_view units = "dms";
  double sum = 0;
  double scale = 1;
  for (std::size_t i = 0; i < count; ++i, scale /= 60) {
    if (numbers[i].unit != 0 && numbers[i].unit != units[i]) return std::nullopt;
    const bool whole = numbers[i].value == std::floor(numbers[i].value);
    if ((i + 1 < count && !whole) || (i > 0 && (numbers[i].value < 0 || numbers[i].value >= 60))) return std::nullopt;
    sum += std::abs(numbers[i].value) * scale;
  }
  return numbers[0].text[0] == '-' ? -sum : sum;
}

/// How many numbers make the first coordinate; 0: these are not two coordinates.
std::size_t numbers_of_first(const PositionPieces& pieces) {
  const auto& numbers = pieces.numbers;
  std::vector<std::size_t> degrees;
  for (std::size_t i = 0; i < numbers.size(); ++i)
    if (numbers[i].unit == 'd') degrees.push_back(i);
  if (!degrees.empty()) {
    const bool two = degrees.size() == 2 && degrees[0] == 0 && degrees[1] <= 3 && numbers.size() - degrees[1] <= 3;
    return two ? degrees[1] : 0;
  }
  if (numbers.size() == 2) return 1;
  const bool marked = !pieces.marks.empty();
  return marked && (numbers.size() == 4 || numbers.size() == 6) ? numbers.size() / 2 : 0;
}

/// A first number that is a UTM zone is taken out, with the letter behind it.
void take_zone(PositionPieces& pieces, WrittenPosition& written) {
  auto& numbers = pieces.numbers;
  if (numbers.size() != 3) return;
  const bool zone = numbers[0].unit == 0 && numbers[0].value >= 1 && numbers[0].value <= 60 &&
                    numbers[0].value == std::floor(numbers[0].value);
  if (!zone || std::abs(numbers[1].value) < 10'000 || std::abs(numbers[2].value) < 10'000) return;
  written.zone = static_cast<int>(numbers[0].value);
  written.south = pieces.south_band;
  numbers.erase(numbers.begin());
  if (pieces.marks.size() == 1 && pieces.marks[0].numbers_before == 1) {  // a band: "33N", "19H"
    written.south = pieces.marks[0].is_h;
    pieces.marks.clear();
  }
  for (CoordinateMark& mark : pieces.marks) mark.numbers_before -= std::min<std::size_t>(mark.numbers_before, 1);
}

/// Letters say which coordinate is which. One letter is enough; two must differ.
bool apply_marks(const PositionPieces& pieces, std::size_t split, WrittenPosition& written) {
  if (pieces.is_point) written.order = WrittenPosition::Order::x_first;
  if (pieces.marks.empty()) return true;
  if (pieces.marks.size() > 2 || (pieces.marks.size() == 2 && pieces.marks[0].axis == pieces.marks[1].axis))
    return false;
  const bool before = pieces.marks[0].numbers_before == 0;
  for (const CoordinateMark& mark : pieces.marks) {
    const bool first = before ? mark.numbers_before == 0 : mark.numbers_before <= split;
    if (mark.numbers_before != (before ? (first ? 0 : split) : (first ? split : pieces.numbers.size()))) return false;
    if (mark.negative) (first ? written.first : written.second) *= -1;
    written.order = (mark.axis == 'x') == first ? WrittenPosition::Order::x_first : WrittenPosition::Order::y_first;
  }
  return true;
}

std::optional<WrittenPosition> assemble(PositionPieces pieces) {
  if (pieces.numbers.size() < 2 || !to_values(pieces.numbers)) return std::nullopt;
  WrittenPosition written;
  written.epsg = pieces.epsg;
  take_zone(pieces, written);
  if (pieces.has_band && written.zone == 0) return std::nullopt;
  const std::size_t split = numbers_of_first(pieces);
  if (split == 0) return std::nullopt;
  const auto first = angle(pieces.numbers.data(), split);
  const auto second = angle(pieces.numbers.data() + split, pieces.numbers.size() - split);
  if (!first || !second) return std::nullopt;
  written.first = *first;
  written.second = *second;
  written.angles = pieces.numbers[0].unit == 'd' || pieces.numbers.size() > 2;
  if (!apply_marks(pieces, split, written)) return std::nullopt;
  return written;
}

/// One number, or degrees with minutes.
bool is_coordinate(const PositionPieces& pieces) {
  const auto& numbers = pieces.numbers;
  if (numbers.empty() || numbers.size() > 3 || pieces.marks.size() > 1 || pieces.has_band || pieces.is_point)
    return false;
  return numbers.size() == 1 || numbers[0].unit == 'd';
}

bool is_negative(const PositionPieces& pieces) {
  return !pieces.marks.empty() && pieces.marks[0].negative;
}

}  // namespace

std::optional<WrittenPosition> take_position_apart(std::string_view text) {
  if (text.size() > longest || text.find_first_of("0123456789") == std::string_view::npos) return std::nullopt;
  const std::string plain = plain_position_text(text);
  const Comma likely = likely_comma(plain);
  for (const Comma comma : {likely, likely == Comma::decimal ? Comma::separator : Comma::decimal}) {
    auto pieces = position_pieces(plain, comma);
    if (!pieces) return std::nullopt;
    if (const auto written = assemble(std::move(*pieces))) return written;
  }
  return std::nullopt;
}

std::optional<WrittenPosition> take_columns_apart(std::string_view x, std::string_view y) {
  if (x.size() > longest || y.size() > longest) return std::nullopt;
  auto first = position_pieces(plain_coordinate_text(x), Comma::decimal);
  auto second = position_pieces(plain_coordinate_text(y), Comma::decimal);
  if (!first || !second) return std::nullopt;
  PositionPieces both = *first;  // together: "307.321" has thousands if "6.002.869" has
  both.numbers.insert(both.numbers.end(), second->numbers.begin(), second->numbers.end());
  if (!is_coordinate(*first) || !is_coordinate(*second) || !to_values(both.numbers)) return std::nullopt;
  const std::size_t split = first->numbers.size();
  const auto x_value = angle(both.numbers.data(), split);
  const auto y_value = angle(both.numbers.data() + split, both.numbers.size() - split);
  if (!x_value || !y_value) return std::nullopt;
  WrittenPosition written;
  written.first = is_negative(*first) ? -*x_value : *x_value;
  written.second = is_negative(*second) ? -*y_value : *y_value;
  written.angles = first->numbers[0].unit == 'd' || second->numbers[0].unit == 'd';
  return written;
}

}  // namespace smile
