#pragma once
// Delimited text record by record. Nothing is copied unless a cell holds doubled quotes.

#include <array>
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace smile {

/// Cells may be quoted with ", may hold doubled quotes, delimiters and line breaks then; lines end with LF, CRLF or CR.
/// Lenient as spreadsheets are: text behind a closing quote belongs to the cell, a quote within plain text is a
/// character, and a quote that is never closed is one too (and is told by unclosed_quote).
class CsvReader {
public:
  /// The text must outlive the reader.
  CsvReader(std::string_view text, char delimiter);

  /// The next record, false at the end. The views hold until the next call.
  bool next(std::vector<std::string_view>& cells);
  /// Number of the record just read, from 1. A cell with line breaks does not shift it.
  std::int64_t record() const { return record_; }
  /// Bytes read so far.
  std::size_t position() const { return at_; }
  /// The first record with a quote that is never closed, 0: none.
  std::int64_t unclosed_quote() const { return unclosed_; }

private:
  std::string_view plain_cell();
  std::string_view quoted_cell();
  std::string& scratch();
  bool at_quote() const { return at_ < text_.size() && text_[at_] == '"'; }
  void skip_line_end();

  std::string_view text_;
  char delimiter_;
  std::array<bool, 256> stops_{};
  std::size_t at_ = 0;
  std::int64_t record_ = 0;
  std::int64_t unclosed_ = 0;
  std::deque<std::string> scratch_;  // a deque: views into its strings stay when it grows
  std::size_t scratch_used_ = 0;
};

/// The delimiter that makes the most of the first records: ';', tab, ',' or '|'. Tab where the text has one column.
char guess_delimiter(std::string_view text);

}  // namespace smile
