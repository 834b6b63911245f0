#pragma once
// Which encoding a text is in, and its UTF-8 form.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace smile {

bool is_utf8(std::string_view bytes);
/// Encodings an office file can be in; each name is understood by to_utf8.
const std::vector<std::string>& known_encodings();
/// std::nullopt if the bytes are not clean in that encoding (CP1252 has five undefined bytes).
std::optional<std::string> to_utf8(std::string_view bytes, std::string_view encoding);
std::optional<std::string> from_utf8(std::string_view text, std::string_view encoding);

struct EncodingGuess {
  std::string encoding;  ///< "UTF-8", "CP1252", …; "" if none is clean
  bool guessed = false;  ///< false for ASCII, UTF-8 and a byte order mark
};
EncodingGuess guess_encoding(std::string_view bytes);

}  // namespace smile
