#pragma once
// Rows of cells become a TextTable: where the header is, what its columns are called, what is ragged. Shared by CSV and
// spreadsheets.

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "gis/formats/text_table.h"

namespace smile {

/// True if nothing but white space stands there.
bool is_blank(std::string_view cell);
bool is_blank(std::span<const std::string_view> cells);
/// Without white space (also no-break space) at both ends.
std::string_view trimmed(std::string_view cell);
/// "A", "B", …, "Z", "AA" for 0, 1, …: what spreadsheets call a column.
std::string column_letters(std::size_t column);
/// Mostly words: at most a third of the filled cells are numbers (years and ranges of ages are allowed).
bool reads_like_header(std::span<const std::string> cells);

/// Which of the first rows is the header: the first wide one, if it reads like one; 0: none. first_row is the number of
/// sample[0].
std::int64_t find_header(const std::vector<TextRow>& sample);

class TableBuilder {
public:
  /// header_row 0: there is none, columns are called by letters.
  TableBuilder(TextTable& table, std::string file, std::int64_t header_row);

  /// Rows in their order. Those above the header are counted, blank ones left out. Throws Error{refused} beyond 20
  /// million cells.
  void add(std::int64_t row, std::span<const std::string_view> cells);
  /// Drops empty nameless columns at the end and writes what was ragged as issues. Throws Error{usage} if there was no
  /// header row.
  void finish();

private:
  void widen(std::size_t columns);
  void note(Severity severity, std::string kind, std::int64_t row, Text message, Text proposal = {});
  void name_columns(std::span<const std::string_view> cells);
  void add_data(std::int64_t row, std::span<const std::string_view> cells, std::size_t used);
  void note_row_length(std::int64_t row, std::size_t cells, std::size_t used, std::size_t most);
  void note_columns();
  std::string unique_name(const std::string& name) const;

  TextTable& table_;
  std::string file_;
  std::size_t declared_columns_ = 0;
  bool header_seen_ = false;
  std::vector<bool> named_;
  std::vector<bool> filled_;
  std::int64_t rows_above_ = 0;
  std::int64_t short_rows_ = 0;
  std::int64_t first_short_row_ = 0;
  std::int64_t long_rows_ = 0;
  std::size_t cells_ = 0;
};

}  // namespace smile
