#pragma once
// Which encoding a text is in, and its UTF-8 form. Done by the system's iconv.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace smile {

/// Strict: no overlong forms, no surrogates, nothing above U+10FFFF.
bool is_utf8(std::string_view bytes);
/// Encodings an office file can be in, the likeliest first; each name is understood by to_utf8.
const std::vector<std::string>& known_encodings();
/// The name in known_encodings for what people and files write: "latin1", "windows-1252", "ANSI 1252", "88591", "utf8".
std::optional<std::string> canonical_encoding(std::string_view name);
/// A byte order mark is dropped. std::nullopt if the encoding is unknown or the bytes are not clean in it (CP1252 has
/// five undefined bytes).
std::optional<std::string> to_utf8(std::string_view bytes, std::string_view encoding);
/// Without byte order mark. std::nullopt if the encoding is unknown or has no sign for some character.
std::optional<std::string> from_utf8(std::string_view text, std::string_view encoding);

/// Whether a text, or one among many, holds Ã, Â or â, with which letters of UTF-8 begin that were taken for CP1252.
/// Costs next to nothing.
bool may_be_encoded_twice(std::string_view text);
/// What “KÃ¶sterbeck” was meant to be: UTF-8 that was taken for CP1252 or ISO-8859-1 and written as UTF-8 once more.
/// std::nullopt for any other text: all its letters beyond ASCII have to be parts of letters.
std::optional<std::string> decoded_twice(std::string_view text);

struct EncodingGuess {
  std::string encoding;  ///< "UTF-8", "CP1252", …; "" if none is clean
  bool guessed = false;  ///< false for ASCII, UTF-8 and a byte order mark
};
/// By byte order mark, UTF-8 validity, zero bytes of UTF-16, cleanness as CP1252; CP850 only where CP1252 is impossible
/// and the bytes are umlauts there. Text with zero bytes that is not UTF-16 has no encoding.
EncodingGuess guess_encoding(std::string_view bytes);

}  // namespace smile
