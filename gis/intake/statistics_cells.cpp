#include "gis/intake/statistics_cells.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <string>

namespace smile {
namespace {

constexpr std::array<std::string_view, 9> suppressed_signs = {"x", "X", ".", "·", "*", "/", "•", "(x)", "geheim"};
constexpr std::array<std::string_view, 17> missing_signs = {"",     "-",    "–",     "—",   "--",          "k. A.",
                                                            "k.A.", "k.a.", "k. a.", "n/a", "N/A",         "NA",
                                                            "NULL", "null", "...",   "…",   "keine Angabe"};

std::string_view trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t\r\n");
  return first == std::string_view::npos ? std::string_view{}
                                         : text.substr(first, text.find_last_not_of(" \t\r\n") + 1 - first);
}

/// Without blanks (also the narrow and no-break ones), with a plain minus.
std::string compact(std::string_view cell) {
  std::string out(trimmed(cell));
  for (const std::string_view blank : {" ", "\u00a0", "\u202f", "\u2009", "'"})
    for (std::size_t at = out.find(blank); at != std::string::npos; at = out.find(blank)) out.erase(at, blank.size());
  if (out.starts_with("−")) out.replace(0, std::string_view("−").size(), "-");
  if (out.starts_with("+")) out.erase(0, 1);
  return out;
}

/// Groups of three digits behind each separator.
bool well_grouped(std::string_view digits, char separator) {
  if (digits.starts_with('-')) digits.remove_prefix(1);
  std::size_t at = digits.find(separator);
  if (at == std::string_view::npos) return true;
  if (at == 0 || at > 3) return false;
  for (; at != std::string_view::npos; at = digits.find(separator, at + 1)) {
    const std::size_t next = std::min(digits.find(separator, at + 1), digits.size());
    if (next - at != 4) return false;
  }
  return true;
}

struct Marks {
  std::size_t points = 0, commas = 0, behind_last = 0;
  char last = 0;
};
Marks marks_in(std::string_view text) {
  Marks marks;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '.' && text[i] != ',') continue;
    ++(text[i] == '.' ? marks.points : marks.commas);
    marks.last = text[i];
    marks.behind_last = text.size() - i - 1;
  }
  return marks;
}

enum class Style { open, comma, point };

/// What one number says about its style: "1.234,5" and "12,5" a comma, "1,234.5" and "12.5" a point, "1.234" nothing.
Style style_of(const std::string& text) {
  const Marks marks = marks_in(text);
  if (marks.points + marks.commas == 0) return Style::open;
  if (marks.points > 0 && marks.commas > 0) return marks.last == ',' ? Style::comma : Style::point;
  if (marks.points + marks.commas > 1) return marks.points > 0 ? Style::comma : Style::point;
  const bool grouping = marks.behind_last == 3 && well_grouped(text, marks.last) && !text.starts_with("0");
  if (grouping) return Style::open;
  return marks.last == ',' ? Style::comma : Style::point;
}

template <std::size_t N>
bool one_of(std::string_view cell, const std::array<std::string_view, N>& signs) {
  return std::find(signs.begin(), signs.end(), cell) != signs.end();
}

bool is_count(const std::vector<std::string_view>& cells, bool decimal_comma) {
  for (const std::string_view cell : cells)
    if (const auto number = number_in(cell, decimal_comma))
      if (*number != std::floor(*number) || (*number < 0 && *number != -1)) return false;
  return true;
}

}  // namespace

std::optional<double> number_in(std::string_view cell, bool decimal_comma) {
  std::string text = compact(cell);
  const char separator = decimal_comma ? '.' : ',', mark = decimal_comma ? ',' : '.';
  const std::size_t end_of_whole = std::min(text.find(mark), text.size());
  if (!well_grouped(std::string_view(text).substr(0, end_of_whole), separator)) return std::nullopt;
  text.erase(std::remove(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(end_of_whole), separator),
             text.begin() + static_cast<std::ptrdiff_t>(end_of_whole));
  std::replace(text.begin(), text.end(), mark, '.');
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size() || !std::isfinite(value)) return std::nullopt;
  return value;
}

FigureStyle figure_style(const std::vector<std::string_view>& cells, bool comma_expected) {
  FigureStyle style{comma_expected, false, false};
  bool decided = false, marked = false;
  for (const std::string_view cell : cells) {
    const std::string text = compact(cell);
    if (text.find_first_of("0123456789") == std::string::npos) continue;
    marked = marked || text.find_first_of(".,") != std::string::npos;
    const Style found = style_of(text);
    if (found == Style::open || decided) continue;
    style.decimal_comma = found == Style::comma;
    decided = true;
  }
  style.guessed = marked && !decided;
  style.is_count = is_count(cells, style.decimal_comma);
  return style;
}

std::optional<Figure> figure_in(std::string_view cell, const FigureStyle& style) {
  const std::string_view text = trimmed(cell);
  if (one_of(text, missing_signs)) return Figure{};
  if (one_of(text, suppressed_signs)) return Figure{Figure::State::suppressed, 0};
  const auto number = number_in(text, style.decimal_comma);
  if (!number) return std::nullopt;
  if (style.is_count && *number < 0) return Figure{Figure::State::suppressed, 0};
  return Figure{Figure::State::value, *number};
}

}  // namespace smile
