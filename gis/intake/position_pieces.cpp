#include "gis/intake/position_pieces.h"

#include <algorithm>
#include <charconv>
#include <utility>

namespace smile {
namespace {

struct Replacement {
  std::string_view written;
  std::string_view plain;
};
/// Signs of many keyboards as few: d, m, s for degrees, minutes, seconds.
constexpr Replacement replacements[] = {
    {"\u00a0", " "}, {"\u2009", " "}, {"\u202f", " "}, {"\u2007", " "}, {"°", "d"},  {"º", "d"}, {"˚", "d"}, {"′", "m"},
    {"’", "m"},      {"‘", "m"},      {"´", "m"},      {"`", "m"},      {"''", "s"}, {"'", "m"}, {"″", "s"}, {"“", "s"},
    {"”", "s"},      {"„", "s"},      {"’’", "s"},     {"\"", "s"},     {"−", "-"},  {"ä", "A"}, {"Ä", "A"}, {"ö", "O"},
    {"Ö", "O"},      {"ü", "U"},      {"Ü", "U"},      {"\t", " "},     {"\n", " "}, {"\r", " "}};

std::string with_plain_signs(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const Replacement* best = nullptr;
    for (const Replacement& candidate : replacements)
      if (text.starts_with(candidate.written) && (!best || candidate.written.size() > best->written.size()))
        best = &candidate;
    const char c = text.front();
    if (best)
      out += best->plain;
    else
      out += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    text.remove_prefix(best ? best->written.size() : 1);
  }
  return out;
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_letter(char c) {
  return c >= 'A' && c <= 'Z';
}

/// "6 002 869,2": groups of three, joined. Anything else as it was.
std::string without_thousands_blanks(const std::string& side) {
  const std::size_t begin = side.find_first_not_of(' ');
  if (begin == std::string::npos) return side;
  const std::size_t end = side.find_last_not_of(' ') + 1;
  std::string joined;
  std::size_t group = 0;
  bool first = true;
  std::size_t i = begin;
  for (; i < end && (is_digit(side[i]) || side[i] == ' '); ++i) {
    if (side[i] != ' ') {
      joined += side[i];
      ++group;
      continue;
    }
    if (group == 0 || group > 3 || (!first && group != 3)) return side;
    first = false;
    group = 0;
  }
  if (first || group != 3 || (i < end && side[i] != '.' && side[i] != ',')) return side;
  return joined + side.substr(i, end - i);
}

std::string with_joined_thousands(const std::string& text) {
  const std::size_t split = text.find_first_of(";/|");
  if (split == std::string::npos || text.find_first_of(";/|", split + 1) != std::string::npos) return text;
  return without_thousands_blanks(text.substr(0, split)) + text[split] +
         without_thousands_blanks(text.substr(split + 1));
}

/// "54,102,12,170": the middle comma parts the pair.
std::string with_parted_commas(std::string text) {
  std::vector<std::size_t> commas;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == ',') commas.push_back(i);
    if (text[i] != ',' && !is_digit(text[i]) && text[i] != '-') return text;
  }
  if (commas.size() == 3) text[commas[1]] = ';';
  return text;
}

struct MarkWord {
  std::string_view word;
  char axis;
  bool negative;
};
constexpr MarkWord mark_words[] = {{"N", 'y', false},           {"NORD", 'y', false},       {"NORTH", 'y', false},
                                   {"H", 'y', false},           {"HOCHWERT", 'y', false},   {"HW", 'y', false},
                                   {"NORTHING", 'y', false},    {"NORDWERT", 'y', false},   {"LAT", 'y', false},
                                   {"LATITUDE", 'y', false},    {"BREITE", 'y', false},     {"Y", 'y', false},
                                   {"BREITENGRAD", 'y', false}, {"S", 'y', true},           {"SUD", 'y', true},
                                   {"SOUTH", 'y', true},        {"E", 'x', false},          {"O", 'x', false},
                                   {"OST", 'x', false},         {"EAST", 'x', false},       {"R", 'x', false},
                                   {"RW", 'x', false},          {"RECHTSWERT", 'x', false}, {"EASTING", 'x', false},
                                   {"OSTWERT", 'x', false},     {"LON", 'x', false},        {"LONG", 'x', false},
                                   {"LNG", 'x', false},         {"LONGITUDE", 'x', false},  {"LANGE", 'x', false},
                                   {"LANGENGRAD", 'x', false},  {"X", 'x', false},          {"W", 'x', true},
                                   {"WEST", 'x', true}};
constexpr std::string_view silent_words[] = {"UTM", "ZONE", "GK", "GEO", "KOORDINATEN", "COORDINATES", "POSITION"};

/// Reads signs, words and numbers one after the other; false where something stands that no position has.
class Scanner {
public:
  Scanner(std::string_view text, Comma comma) : text_(text), comma_(comma) {}

  std::optional<PositionPieces> scan() {
    while (at_ < text_.size())
      if (!step()) return std::nullopt;
    return std::move(pieces_);
  }

private:
  char now() const { return text_[at_]; }
  bool digit_at(std::size_t i) const { return i < text_.size() && is_digit(text_[i]); }

  bool step() {
    const char c = now();
    if (is_digit(c) || sign_of_number()) return number();
    if (c == 'd' || c == 'm' || c == 's') return unit(c);
    if (is_letter(c)) return word();
    ++at_;
    return std::string_view(" ,;/|()[]:=.").find(c) != std::string_view::npos;
  }

  /// "1+1" is no pair: a sign stands behind a blank or a separator.
  bool sign_of_number() const {
    const bool sign = now() == '-' || now() == '+';
    return sign && digit_at(at_ + 1) &&
           (at_ == 0 || std::string_view(" ,;/|(:").find(text_[at_ - 1]) != std::string_view::npos);
  }

  bool number() {
    const std::size_t begin = at_++;
    const auto joins = [&](char c) { return c == '.' || (c == ',' && comma_ == Comma::decimal); };
    while (at_ < text_.size() && (is_digit(now()) || (joins(now()) && digit_at(at_ + 1)))) ++at_;
    pieces_.numbers.push_back({std::string(text_.substr(begin, at_ - begin)), 0, 0});
    return true;
  }

  bool unit(char c) {
    ++at_;
    if (pieces_.numbers.empty() || pieces_.numbers.back().unit != 0) return false;
    pieces_.numbers.back().unit = c;
    return true;
  }

  bool word() {
    const std::size_t begin = at_;
    while (at_ < text_.size() && is_letter(now())) ++at_;
    const std::string_view word = text_.substr(begin, at_ - begin);
    if (word == "EPSG") return epsg();
    if (word == "ETRS" || word == "WGS") return skip_digits();
    if (word == "POINT") return pieces_.is_point = true;
    if (std::find(std::begin(silent_words), std::end(silent_words), word) != std::end(silent_words)) return true;
    const auto* mark =
        std::find_if(std::begin(mark_words), std::end(mark_words), [&](const MarkWord& m) { return m.word == word; });
    if (mark != std::end(mark_words)) {
      pieces_.marks.push_back({mark->axis, mark->negative, word == "H", pieces_.numbers.size()});
      return true;
    }
    return band(word);
  }

  /// "33U": the band behind the zone.
  bool band(std::string_view word) {
    if (word.size() != 1 || word[0] < 'C' || word[0] > 'X' || pieces_.numbers.size() != 1 || pieces_.has_band)
      return false;
    pieces_.has_band = true;
    pieces_.south_band = word[0] < 'N';
    return true;
  }

  bool skip_digits() {
    while (at_ < text_.size() && (is_digit(now()) || now() == ' ')) {
      if (now() == ' ' && !digit_at(at_ + 1)) break;
      if (now() == ' ' && digit_at(at_ - 1)) break;
      ++at_;
    }
    return true;
  }

  bool epsg() {
    while (at_ < text_.size() && (now() == ':' || now() == ' ')) ++at_;
    const char* const begin = text_.data() + at_;
    const auto [end, error] = std::from_chars(begin, text_.data() + text_.size(), pieces_.epsg);
    at_ += static_cast<std::size_t>(end - begin);
    return error == std::errc() && pieces_.epsg > 0 && pieces_.epsg < 1'000'000;
  }

  std::string_view text_;
  Comma comma_;
  std::size_t at_ = 0;
  PositionPieces pieces_;
};

}  // namespace

std::string plain_position_text(std::string_view text) {
  return with_parted_commas(with_joined_thousands(with_plain_signs(text)));
}

std::string plain_coordinate_text(std::string_view text) {
  return without_thousands_blanks(with_plain_signs(text));
}

Comma likely_comma(std::string_view text) {
  int inside = 0;
  bool parted = false;
  for (std::size_t i = 1; i + 1 < text.size(); ++i) {
    const bool between = is_digit(text[i - 1]) && is_digit(text[i + 1]);
    if (text[i] == ',' && between) ++inside;
    if ((text[i] == ',' && !between) || std::string_view(";/|").find(text[i]) != std::string_view::npos) parted = true;
    if (text[i] == ' ' && (is_digit(text[i - 1]) || text[i - 1] == ',') && is_digit(text[i + 1])) parted = true;
    if (std::string_view("dms").find(text[i]) != std::string_view::npos) parted = true;
  }
  return inside == 1 && !parted ? Comma::separator : Comma::decimal;
}

std::optional<PositionPieces> position_pieces(std::string_view text, Comma comma) {
  return Scanner(text, comma).scan();
}

}  // namespace smile
