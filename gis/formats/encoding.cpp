#include "gis/formats/encoding.h"

#include <iconv.h>

#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <memory>
#include <type_traits>

namespace smile {
namespace {

/// Length of the valid sequence at the front, 0 if there is none.
std::size_t sequence_length(const unsigned char* at, std::size_t left) {
  const unsigned char lead = at[0];
  if (lead < 0x80) return 1;
  const std::size_t length = lead >= 0xC2 && lead <= 0xDF   ? 2
                             : (lead & 0xF0) == 0xE0        ? 3
                             : lead >= 0xF0 && lead <= 0xF4 ? 4
                                                            : 0;
  if (length == 0 || length > left) return 0;
  for (std::size_t i = 1; i < length; ++i)
    if ((at[i] & 0xC0) != 0x80) return 0;
  const bool overlong = (lead == 0xE0 && at[1] < 0xA0) || (lead == 0xF0 && at[1] < 0x90);
  const bool beyond = (lead == 0xED && at[1] > 0x9F) || (lead == 0xF4 && at[1] > 0x8F);
  return overlong || beyond ? 0 : length;
}

struct CloseConverter {
  void operator()(void* converter) const { iconv_close(converter); }
};
using Converter = std::unique_ptr<std::remove_pointer_t<iconv_t>, CloseConverter>;

/// iconv's own failure value, without its cast in a macro.
bool failed(const void* converter) {
  return reinterpret_cast<std::intptr_t>(converter) == -1;
}

std::optional<std::string> convert(std::string_view bytes, const std::string& from, const std::string& to) {
  void* const opened = iconv_open(to.c_str(), from.c_str());
  if (failed(opened)) return std::nullopt;
  const Converter converter(opened);
  std::string in(bytes);  // iconv wants to write through its input pointer, though it never does
  std::string out(bytes.size() * 2 + 16, '\0');
  char* source = in.data();
  std::size_t source_left = in.size();
  std::size_t written = 0;
  while (true) {
    char* target = out.data() + written;
    std::size_t target_left = out.size() - written;
    const std::size_t result = iconv(converter.get(), &source, &source_left, &target, &target_left);
    written = out.size() - target_left;
    if (result != static_cast<std::size_t>(-1)) break;
    if (errno != E2BIG) return std::nullopt;
    out.resize(out.size() * 2);
  }
  out.resize(written);
  return out;
}

struct Mark {
  std::string_view bytes;
  std::string_view encoding;
};
constexpr Mark marks[] = {{"\xEF\xBB\xBF", "UTF-8"}, {"\xFF\xFE", "UTF-16LE"}, {"\xFE\xFF", "UTF-16BE"}};

std::string_view without_mark(std::string_view bytes, std::string_view encoding) {
  for (const Mark& mark : marks)
    if (mark.encoding == encoding && bytes.starts_with(mark.bytes)) return bytes.substr(mark.bytes.size());
  return bytes;
}

/// Latin text in UTF-16 has a zero in nearly every second byte, always on the same side.
std::string_view utf16_without_mark(std::string_view bytes) {
  const std::string_view sample = bytes.substr(0, 4096);
  std::size_t zeros[2] = {0, 0};
  for (std::size_t i = 0; i < sample.size(); ++i)
    if (sample[i] == '\0') ++zeros[i % 2];
  const std::size_t half = sample.size() / 2;
  if (bytes.size() % 2 != 0 || half == 0) return {};
  if (zeros[1] * 10 > half * 7 && zeros[0] * 10 < half) return "UTF-16LE";
  if (zeros[0] * 10 > half * 7 && zeros[1] * 10 < half) return "UTF-16BE";
  return {};
}

/// The signs German and its neighbours use in CP850, the encoding of DOS; 0x81 (ü) is undefined in CP1252.
bool looks_like_cp850(std::string_view bytes) {
  constexpr std::string_view letters =
      "\x80\x81\x82\x83\x84\x85\x87\x88\x89\x8A\x8B\x8C\x8E\x93\x94\x96\x97\x99\x9A\xA0\xA1\xA2\xA3\xA4\xE1\xF5\xF8";
  return std::all_of(bytes.begin(), bytes.end(), [&](char c) {
    return static_cast<unsigned char>(c) < 0x80 || letters.find(c) != std::string_view::npos;
  });
}

bool clean_as_cp1252(std::string_view bytes) {
  return bytes.find_first_of("\x81\x8D\x8F\x90\x9D") == std::string_view::npos;
}

struct Alias {
  std::string_view written;  ///< upper case, letters and digits only
  std::string_view encoding;
};
constexpr Alias aliases[] = {{"UTF8", "UTF-8"},          {"65001", "UTF-8"},
                             {"UTF8BOM", "UTF-8"},       {"CP65001", "UTF-8"},
                             {"UTF16", "UTF-16LE"},      {"UNICODE", "UTF-16LE"},
                             {"UTF16LE", "UTF-16LE"},    {"UTF16BE", "UTF-16BE"},
                             {"CP1252", "CP1252"},       {"1252", "CP1252"},
                             {"WINDOWS1252", "CP1252"},  {"ANSI1252", "CP1252"},
                             {"ANSI", "CP1252"},         {"WINDOWSLATIN1", "CP1252"},
                             {"ISO88591", "ISO-8859-1"}, {"88591", "ISO-8859-1"},
                             {"LATIN1", "ISO-8859-1"},   {"ISO885915", "ISO-8859-15"},
                             {"885915", "ISO-8859-15"},  {"LATIN9", "ISO-8859-15"},
                             {"ISO88592", "ISO-8859-2"}, {"88592", "ISO-8859-2"},
                             {"LATIN2", "ISO-8859-2"},   {"CP1250", "CP1250"},
                             {"1250", "CP1250"},         {"WINDOWS1250", "CP1250"},
                             {"ANSI1250", "CP1250"},     {"CP1251", "CP1251"},
                             {"1251", "CP1251"},         {"WINDOWS1251", "CP1251"},
                             {"ANSI1251", "CP1251"},     {"CP1254", "CP1254"},
                             {"1254", "CP1254"},         {"WINDOWS1254", "CP1254"},
                             {"CP1257", "CP1257"},       {"1257", "CP1257"},
                             {"WINDOWS1257", "CP1257"},  {"CP850", "CP850"},
                             {"850", "CP850"},           {"IBM850", "CP850"},
                             {"OEM850", "CP850"},        {"OEM", "CP850"},
                             {"CP437", "CP437"},         {"437", "CP437"},
                             {"IBM437", "CP437"},        {"OEM437", "CP437"},
                             {"CP852", "CP852"},         {"852", "CP852"},
                             {"IBM852", "CP852"},        {"OEM852", "CP852"},
                             {"MACINTOSH", "MACINTOSH"}, {"MACROMAN", "MACINTOSH"},
                             {"10000", "MACINTOSH"},     {"MAC", "MACINTOSH"},
                             {"ASCII", "UTF-8"},         {"USASCII", "UTF-8"}};

}  // namespace

bool is_utf8(std::string_view bytes) {
  const auto* data = reinterpret_cast<const unsigned char*>(bytes.data());
  std::size_t at = 0;
  while (at < bytes.size()) {
    std::uint64_t eight = 0;
    if (at + 8 <= bytes.size()) {
      std::memcpy(&eight, data + at, 8);
      if ((eight & 0x8080808080808080U) == 0) {
        at += 8;
        continue;
      }
    }
    const std::size_t length = sequence_length(data + at, bytes.size() - at);
    if (length == 0) return false;
    at += length;
  }
  return true;
}

const std::vector<std::string>& known_encodings() {
  static const std::vector<std::string> names = {"UTF-8",  "CP1252", "ISO-8859-1", "ISO-8859-15", "CP850",
                                                 "CP437",  "CP1250", "ISO-8859-2", "CP852",       "CP1251",
                                                 "CP1254", "CP1257", "MACINTOSH",  "UTF-16LE",    "UTF-16BE"};
  return names;
}

std::optional<std::string> canonical_encoding(std::string_view name) {
  std::string plain;
  for (const char c : name) {
    const bool lower = c >= 'a' && c <= 'z';
    if (lower || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'))
      plain += lower ? static_cast<char>(c - 'a' + 'A') : c;
  }
  for (const Alias& alias : aliases)
    if (alias.written == plain) return std::string(alias.encoding);
  return std::nullopt;
}

std::optional<std::string> to_utf8(std::string_view bytes, std::string_view encoding) {
  const std::optional<std::string> name = canonical_encoding(encoding);
  if (!name) return std::nullopt;
  const std::string_view text = without_mark(bytes, *name);
  if (*name != "UTF-8") return convert(text, *name, "UTF-8");
  return is_utf8(text) ? std::optional(std::string(text)) : std::nullopt;
}

std::optional<std::string> from_utf8(std::string_view text, std::string_view encoding) {
  const std::optional<std::string> name = canonical_encoding(encoding);
  if (!name || !is_utf8(text)) return std::nullopt;
  return *name == "UTF-8" ? std::optional(std::string(text)) : convert(text, "UTF-8", *name);
}

bool may_be_encoded_twice(std::string_view text) {
  for (std::size_t at = text.find('\xC3'); at < text.size() - 1; at = text.find('\xC3', at + 1))
    if (text[at + 1] == '\x83' || text[at + 1] == '\x82' || text[at + 1] == '\xA2') return true;
  return false;
}

std::optional<std::string> decoded_twice(std::string_view text) {
  if (!may_be_encoded_twice(text)) return std::nullopt;
  for (const char* encoding : {"CP1252", "ISO-8859-1"})
    if (auto meant = from_utf8(text, encoding); meant && is_utf8(*meant)) return meant;
  return std::nullopt;
}

EncodingGuess guess_encoding(std::string_view bytes) {
  for (const Mark& mark : marks)
    if (bytes.starts_with(mark.bytes)) return {std::string(mark.encoding), false};
  if (const std::string_view wide = utf16_without_mark(bytes); !wide.empty()) return {std::string(wide), true};
  if (is_utf8(bytes)) return {"UTF-8", false};
  if (bytes.find('\0') != std::string_view::npos) return {};
  if (clean_as_cp1252(bytes)) return {"CP1252", true};
  return looks_like_cp850(bytes) ? EncodingGuess{"CP850", true} : EncodingGuess{};
}

}  // namespace smile
