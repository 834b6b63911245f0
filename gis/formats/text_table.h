#pragma once
// Tables without geometry: CSV, TSV, XLSX, ODS as cells of UTF-8 text, with the row numbers a spreadsheet shows.

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "gis/jobs/progress.h"
#include "gis/words/issue.h"

namespace smile {

struct TextRow {
  std::int64_t row =
      0;  ///< as a spreadsheet counts: the header usually is 1; a cell with line breaks does not shift it
  std::vector<std::string> cells;  ///< as many as there are columns
};

struct TextTable {
  std::string format;    ///< "CSV", "TSV", "XLSX", "ODS"
  std::string encoding;  ///< "UTF-8", "CP1252", "UTF-16LE" …
  bool encoding_guessed = false;
  char delimiter = ',';             ///< CSV and TSV
  std::string sheet;                ///< XLSX, ODS: the one that was read …
  std::vector<std::string> sheets;  ///< … of all that have rows, in the order of the file
  std::int64_t header_row = 1;
  std::vector<std::string> header;  ///< trimmed, never empty (column letters where a cell is), unique
  std::vector<TextRow> rows;        ///< blank rows are left out, counted in blank_rows
  std::int64_t blank_rows = 0;
  Issues issues;  ///< e.g. note "encoding_guessed", warning "row_too_long"
};

struct TextTableOptions {
  std::optional<std::string> encoding;
  std::optional<char> delimiter;
  std::optional<std::int64_t> header_row;
  std::optional<std::string> sheet;  ///< XLSX, ODS; default the first with a table
};

/// True for the endings this reader takes: csv, tsv, txt, xlsx, ods.
bool is_text_table(const std::filesystem::path& file);
TextTable read_text_table(const std::filesystem::path& file, const TextTableOptions& options = {},
                          const Progress& progress = {});
/// The same from memory: the fast tokenizer behind it (CSV and TSV only). `name` goes into issues.
TextTable parse_csv(std::string_view bytes, const std::string& name, const TextTableOptions& options = {},
                    const Progress& progress = {});

}  // namespace smile
