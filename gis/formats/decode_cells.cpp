#include "gis/formats/decode_cells.h"

#include <algorithm>

#include "gis/formats/encoding.h"

namespace smile {
namespace {

bool is_ascii(std::string_view bytes) {
  return std::all_of(bytes.begin(), bytes.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

/// All bytes beyond ASCII, for the guess. A few thousand cells say as much as all.
std::string sample(const RawLayer& layer) {
  constexpr std::size_t enough = 1U << 18;
  std::string out;
  for (const Column& column : layer.columns)
    if (!is_ascii(column.name)) out += column.name + '\n';
  for (const Feature& feature : layer.features)
    for (const std::string& cell : feature.cells)
      if (out.size() < enough && !is_ascii(cell)) out += cell + '\n';
  return out;
}

/// What byte 29 of a .dbf means, where it says anything. 0x57 is "whatever Windows had": written by many programs
/// whatever they wrote.
std::string encoding_of_language(int byte) {
  switch (byte) {
    case 0x01:
      return "CP437";
    case 0x02:
      return "CP850";
    case 0x03:
      return "CP1252";
    case 0x04:
      return "MACINTOSH";
    case 0x64:
      return "CP852";
    case 0xC8:
      return "CP1250";
    case 0xC9:
      return "CP1251";
    case 0xCA:
      return "CP1254";
    case 0xCC:
      return "CP1257";
    default:
      return {};
  }
}

std::string first_line(const std::string& text) {
  std::string line = text.substr(0, text.find_first_of("\r\n"));
  while (!line.empty() && line.back() == ' ') line.pop_back();
  return line;
}

/// A field of fixed width may cut the last letter of UTF-8 in two.
std::string without_cut_letter(const std::string& bytes) {
  for (std::size_t cut = 1; cut <= 3 && cut < bytes.size(); ++cut) {
    const auto lead = static_cast<unsigned char>(bytes[bytes.size() - cut]);
    if (lead >= 0xC2) return is_utf8(bytes.substr(0, bytes.size() - cut)) ? bytes.substr(0, bytes.size() - cut) : bytes;
    if (lead < 0x80) break;
  }
  return bytes;
}

class Decoder {
public:
  Decoder(std::string encoding, IssueList& issues) : encoding_(std::move(encoding)), issues_(issues) {}

  void decode(std::string& bytes, std::int64_t row, const std::string& column) {
    if (is_ascii(bytes)) return;
    if (auto decoded = to_utf8(bytes, encoding_)) {
      bytes = std::move(*decoded);
      return;
    }
    std::string whole = encoding_ == "UTF-8" ? without_cut_letter(bytes) : bytes;
    const bool cut = whole.size() < bytes.size();
    bytes = cut ? std::move(whole) : to_utf8(bytes, "ISO-8859-1").value_or("?");
    Issue& issue = issues_.add_row(
        cut ? Severity::note : Severity::warning, cut ? "letter_cut" : "encoding_broken", row,
        cut ? text("The text ends in the middle of a letter; the half letter was left out.")
            : text("The text is not clean in the encoding {1}; it was read letter by letter.", encoding_),
        cut ? Text() : text("Say which encoding it is in with --encoding."));
    issue.column = column;
    issue.value = bytes;
  }

private:
  std::string encoding_;
  IssueList& issues_;
};

void decode_all(RawLayer& layer, const std::string& encoding, IssueList& issues) {
  Decoder decoder(encoding, issues);
  for (Column& column : layer.columns) decoder.decode(column.name, 0, column.name);
  for (Feature& feature : layer.features)
    for (std::size_t i = 0; i < feature.cells.size(); ++i)
      decoder.decode(feature.cells[i], feature.row, layer.columns[i].name);
}

Decoded guess(const std::string& bytes, IssueList& issues) {
  const EncodingGuess guessed = guess_encoding(bytes);
  const std::string encoding = guessed.encoding.empty() ? "CP1252" : guessed.encoding;
  if (!guessed.guessed && !guessed.encoding.empty()) return {encoding, false};
  issues
      .add(Severity::note, "encoding_guessed",
           text("The file does not say how its letters are encoded; {1} was assumed.", encoding),
           text("Look at names with umlauts; another encoding can be given with --encoding."))
      .value = encoding;
  return {encoding, true};
}

Decoded decide(const RawLayer& layer, const std::string& bytes, const std::optional<std::string>& wanted,
               IssueList& issues) {
  if (wanted) {
    if (!to_utf8("a", *wanted))
      throw Error(ErrorKind::usage, text("“{1}” is not a known encoding; try UTF-8, CP1252 or CP850.", *wanted));
    return {*wanted, false};
  }
  const std::string said = first_line(layer.code_page);
  if (!said.empty() && to_utf8("a", said)) {
    const bool clean = to_utf8(bytes, said).has_value();
    if (clean || !guess_encoding(bytes).guessed) return {clean ? said : "UTF-8", false};
    if (is_utf8(bytes.substr(0, bytes.find('\n')))) return {said, false};
    issues.add(Severity::warning, "encoding_wrong",
               text("The file says its letters are encoded as {1}, but they are not.", said),
               text("Look at names with umlauts; another encoding can be given with --encoding."));
    return guess(bytes, issues);
  }
  const std::string language = encoding_of_language(layer.language_driver);
  if (!is_utf8(bytes) && !language.empty() && to_utf8(bytes, language)) return {language, false};
  return guess(bytes, issues);
}

}  // namespace

Decoded decode_cells(RawLayer& layer, const std::optional<std::string>& wanted, IssueList& issues) {
  const std::string bytes = sample(layer);
  if (bytes.empty()) return {first_line(layer.code_page), false};
  if (!layer.table_bytes && !wanted && is_utf8(bytes)) return {"UTF-8", false};
  const bool already_decoded = !layer.table_bytes && is_utf8(bytes);
  const Decoded decided = already_decoded ? Decoded{"UTF-8", false} : decide(layer, bytes, wanted, issues);
  decode_all(layer, decided.encoding, issues);
  return decided;
}

}  // namespace smile
