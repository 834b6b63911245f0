#include "gis/words/folded.h"

#include <cctype>

namespace smile {

std::string folded(std::string_view text) {
  std::string out;
  const std::size_t first = text.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) return out;
  text = text.substr(first, text.find_last_not_of(" \t\r\n") + 1 - first);
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto c = static_cast<unsigned char>(text[i]);
    const auto previous = i > 0 ? static_cast<unsigned char>(text[i - 1]) : 0;
    if (c < 0x80)
      out += static_cast<char>(std::tolower(c));
    else if (previous == 0xC3 && c >= 0x80 && c <= 0x9E && c != 0x97)
      out += static_cast<char>(c + 0x20);
    else if ((previous == 0xC4 || previous == 0xC5) && previous == 0xC4 && c % 2 == 0)
      out += static_cast<char>(c + 1);
    else
      out += static_cast<char>(c);
  }
  return out;
}

}  // namespace smile
