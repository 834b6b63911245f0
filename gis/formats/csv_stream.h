#pragma once
// Private to this room: a table of any length, a piece at a time. What is held is one piece, however long the file is.

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "gis/formats/csv_reader.h"
#include "gis/jobs/progress.h"

namespace smile {

/// Commas between cells, the first record is the header; a byte order mark is dropped, pieces that are not UTF-8 are
/// read as CP1252 (is_utf8() says so). Columns are asked for by name: files may have more, in any order.
class CsvStream {
public:
  /// Throws Error{unreadable} for a file that can't be opened. piece: bytes read at a time.
  CsvStream(const std::filesystem::path& file, const Progress& progress, std::size_t piece = 1U << 20U);

  /// Where the column stands; npos where there is none.
  static constexpr std::size_t none = static_cast<std::size_t>(-1);
  std::size_t column(std::string_view name) const;

  /// The next record that is not blank, false at the end. The cells hold until the next call.
  bool next();
  /// A cell of this record without white space around it; "" where the record is shorter or the column is none.
  std::string_view cell(std::size_t column) const;
  /// As a spreadsheet counts: the header is 1.
  std::int64_t row() const { return row_; }
  bool is_utf8() const { return utf8_; }

private:
  bool read_piece();
  std::size_t last_line_end() const;

  std::ifstream in_;
  std::string name_;
  const Progress& progress_;
  std::size_t piece_bytes_;
  std::uintmax_t size_ = 0, read_ = 0;
  std::string left_;     ///< read, but not handed out: the beginning of a record
  std::string piece_;    ///< whole records
  std::string decoded_;  ///< the piece in UTF-8, where it was not
  std::unique_ptr<CsvReader> reader_;
  std::vector<std::string_view> cells_;
  std::vector<std::string> header_;
  std::int64_t row_ = 0;
  bool utf8_ = true;
};

}  // namespace smile
