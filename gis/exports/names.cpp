#include "gis/exports/names.h"

#include <algorithm>
#include <cctype>
#include <cstdint>

namespace smile::exports {
namespace {

// The letters U+00C0 to U+017F without their marks. Umlauts and ß are spelt out before.
constexpr std::string_view plain_letters =
    "AAAAAAACEEEEIIIIDNOOOOO_OUUUUYTsaaaaaaaceeeeiiiidnooooo_"
    "ouuuuytyAaAaAaCcCcCcCcDdDdEeEeEeEeEeGgGgGgGgHhHhIiIiIiIiIiIiJj"
    "KkkLlLlLlLlLlNnNnNnnNnOoOoOoOoRrRrRrSsSsSsSsTtTtTtUuUuUuUuUuUuWwYyYZzZzZzs";
static_assert(plain_letters.size() == 0x180 - 0xC0);

/// The code point that begins at `at`, which moves behind it. Broken bytes are 0.
std::uint32_t next_code_point(std::string_view text, std::size_t& at) {
  const auto first = static_cast<unsigned char>(text[at++]);
  if (first < 0x80) return first;
  const std::size_t more = first >= 0xF0 ? 3 : first >= 0xE0 ? 2 : first >= 0xC0 ? 1 : 0;
  std::uint32_t code = first & (0x3FU >> more);
  for (std::size_t i = 0; i < more; ++i) {
    if (at >= text.size() || (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80) return 0;
    code = code << 6 | (static_cast<unsigned char>(text[at++]) & 0x3FU);
  }
  return more == 0 ? 0 : code;
}

std::string spelt(std::uint32_t code) {
  switch (code) {
    case 0xC4:
    case 0xE4:
      return "ae";
    case 0xD6:
    case 0xF6:
      return "oe";
    case 0xDC:
    case 0xFC:
      return "ue";
    case 0xDF:
      return "ss";
    default:
      break;
  }
  if (code >= 0xC0 && code < 0x180) return std::string(1, plain_letters[code - 0xC0]);
  return std::string(1, code < 0x80 ? static_cast<char>(code) : '_');
}

std::string lower(std::string text) {
  for (char& c : text) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return text;
}

std::string in_base_36(std::uint64_t number) {
  std::string digits;
  for (; number > 0; number /= 36) digits += "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"[number % 36];
  std::reverse(digits.begin(), digits.end());
  return digits;
}

}  // namespace

std::string slug(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();)
    for (const char c : lower(spelt(next_code_point(text, at)))) {
      const bool kept = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
      if (kept)
        out += c;
      else if (!out.empty() && out.back() != '_')
        out += '_';
    }
  while (!out.empty() && out.back() == '_') out.pop_back();
  return out;
}

std::string cut_utf8(std::string_view text, std::size_t bytes) {
  if (text.size() <= bytes) return std::string(text);
  while (bytes > 0 && (static_cast<unsigned char>(text[bytes]) & 0xC0) == 0x80) --bytes;
  return std::string(text.substr(0, bytes));
}

std::string statistic_short_name(const Statistic& statistic) {
  const std::string id = std::to_string(statistic.id);
  if (id.size() > 6) return "S_" + in_base_36(static_cast<std::uint64_t>(statistic.id)).substr(0, 8);
  char year[3] = {};
  if (statistic.year > 0) {
    year[0] = static_cast<char>('0' + statistic.year / 10 % 10);
    year[1] = static_cast<char>('0' + statistic.year % 10);
  }
  std::string letters;
  for (const char c : slug(statistic.name))
    if (c != '_') letters += static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  const std::size_t room = 10 - 1 - id.size() - std::string_view(year).size();
  letters = letters.substr(0, room);
  if (letters.empty() || letters.front() < 'A') letters = ("S" + letters).substr(0, std::max<std::size_t>(room, 1));
  return letters + year + "_" + id;
}

std::string UniqueNames::take(const std::string& wanted) {
  std::string name = cut_utf8(wanted, longest_);
  for (int n = 2; !taken_.insert(lower(name)).second; ++n) {
    const std::string tail = "_" + std::to_string(n);
    name = cut_utf8(wanted, longest_ - tail.size()) + tail;
  }
  return name;
}

}  // namespace smile::exports
