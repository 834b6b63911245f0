#include "gis/formats/text_table.h"

#include <algorithm>
#include <fstream>

#include "gis/formats/csv_reader.h"
#include "gis/formats/encoding.h"
#include "gis/formats/spreadsheet.h"
#include "gis/formats/table_builder.h"

namespace smile {
namespace {

constexpr std::size_t sample_rows = 60;
constexpr std::uintmax_t most_bytes = 1U << 30U;

std::string lower_ending(const std::filesystem::path& file) {
  std::string ending = file.extension().string();
  for (char& c : ending)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return ending.empty() ? ending : ending.substr(1);
}

Issue table_note(Severity severity, std::string kind, const std::string& file, Text message, Text proposal = {}) {
  Issue issue;
  issue.severity = severity;
  issue.kind = std::move(kind);
  issue.file = file;
  issue.message = std::move(message);
  issue.proposal = std::move(proposal);
  return issue;
}

std::string chosen_encoding(std::string_view bytes, const std::string& name, const TextTableOptions& options,
                            TextTable& table) {
  if (options.encoding) {
    const auto known = canonical_encoding(*options.encoding);
    if (!known)
      throw Error(
          ErrorKind::usage,
          text("“{1}” is no encoding this program knows: say UTF-8, CP1252, ISO-8859-1 or CP850.", *options.encoding));
    return *known;
  }
  const EncodingGuess guess = guess_encoding(bytes);
  if (guess.encoding.empty())
    throw Error(
        ErrorKind::needs_answer,
        text("The encoding of “{1}” can't be told: say which with --encoding, or check that it is a text file.", name));
  table.encoding_guessed = guess.guessed;
  if (guess.guessed)
    table.issues.push_back(table_note(Severity::note, "encoding_guessed", name,
                                      text("The text is not marked as UTF-8; it was read as {1}.", guess.encoding),
                                      text("If umlauts look wrong, choose another encoding.")));
  return guess.encoding;
}

/// The text in UTF-8: a view of the bytes where they are UTF-8 already, else of `storage`.
std::string_view decoded(std::string_view bytes, const std::string& name, const TextTableOptions& options,
                         TextTable& table, std::string& storage) {
  table.encoding = chosen_encoding(bytes, name, options, table);
  std::string_view result = bytes;
  if (table.encoding == "UTF-8" && is_utf8(bytes)) {
    if (bytes.starts_with("\xEF\xBB\xBF")) result.remove_prefix(3);
  } else {
    auto converted = to_utf8(bytes, table.encoding);
    if (!converted)
      throw Error(ErrorKind::unreadable,
                  text("“{1}” is not clean text in {2}: choose another encoding.", name, table.encoding));
    storage = std::move(*converted);
    result = storage;
  }
  if (result.find('\0') != std::string_view::npos)
    throw Error(ErrorKind::refused, text("“{1}” is not a text table: it holds zero bytes.", name));
  return result;
}

/// Excel's first line "sep=;" names the delimiter and is no row.
std::optional<char> declared_delimiter(std::string_view& text) {
  if (text.size() < 5 || !(text.starts_with("sep=") || text.starts_with("SEP="))) return std::nullopt;
  const std::size_t end = text.find_first_of("\r\n", 5);
  if (end != 5) return std::nullopt;
  const char delimiter = text[4];
  text.remove_prefix(text.substr(end).starts_with("\r\n") ? end + 2 : end + 1);
  return delimiter;
}

std::vector<TextRow> csv_sample(std::string_view text, char delimiter) {
  CsvReader reader(text, delimiter);
  std::vector<TextRow> sample;
  std::vector<std::string_view> cells;
  while (sample.size() < sample_rows && reader.next(cells))
    sample.push_back({reader.record(), {cells.begin(), cells.end()}});
  return sample;
}

void note_unclosed_quote(const CsvReader& reader, const std::string& name, TextTable& table) {
  if (reader.unclosed_quote() == 0) return;
  Issue issue = table_note(Severity::warning, "unclosed_quote", name,
                           text("A quotation mark opens here and is never closed; it was taken as a character."),
                           text("Check this row and the ones below it."));
  issue.row = reader.unclosed_quote();
  table.issues.push_back(std::move(issue));
}

void read_records(std::string_view csv, const std::string& name, const TextTableOptions& options, TextTable& table,
                  const Progress& progress) {
  CsvReader reader(csv, table.delimiter);
  TableBuilder builder(table, name, options.header_row.value_or(find_header(csv_sample(csv, table.delimiter))));
  std::vector<std::string_view> cells;
  while (reader.next(cells)) {
    if (reader.record() % 1024 == 0) {
      progress.check();
      progress.report(text("Reading rows"), static_cast<double>(reader.position()) / static_cast<double>(csv.size()));
    }
    builder.add(reader.record(), cells);
  }
  builder.finish();
  note_unclosed_quote(reader, name, table);
}

std::string whole_file(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::string bytes(std::filesystem::file_size(file), '\0');
  in.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  if (!in) throw Error(ErrorKind::unreadable, text("“{1}” can't be read.", file.string()));
  return bytes;
}

void require_file(const std::filesystem::path& file) {
  std::error_code error;
  if (!std::filesystem::exists(file, error))
    throw Error(ErrorKind::not_found, text("There is no file “{1}”.", file.string()));
  if (!std::filesystem::is_regular_file(file, error))
    throw Error(ErrorKind::refused, text("“{1}” is not a regular file.", file.string()));
  if (std::filesystem::file_size(file) > most_bytes)
    throw Error(ErrorKind::refused, text("“{1}” is larger than {2} MB: split it.", file.string(), most_bytes >> 20U));
}

TextTable table_of_sheet(Sheet sheet, const std::string& name, const TextTableOptions& options) {
  TextTable table;
  table.encoding = "UTF-8";
  const std::vector<TextRow> sample(
      sheet.rows.begin(), sheet.rows.begin() + static_cast<std::ptrdiff_t>(std::min(sheet.rows.size(), sample_rows)));
  TableBuilder builder(table, name, options.header_row.value_or(find_header(sample)));
  const auto others = static_cast<std::int64_t>(sheet.all.size()) - 1;
  if (!options.sheet && others > 0)
    table.issues.push_back(
        table_note(Severity::note, "sheet_chosen", name,
                   text_n(others, "The sheet “{1}” was read; there is {2} more with rows.",
                          "The sheet “{1}” was read; there are {2} more with rows.", sheet.name, others)));
  table.sheet = sheet.name;
  table.sheets = std::move(sheet.all);
  std::vector<std::string_view> cells;
  for (const TextRow& row : sheet.rows) {
    cells.assign(row.cells.begin(), row.cells.end());
    builder.add(row.row, cells);
  }
  builder.finish();
  return table;
}

}  // namespace

bool is_text_table(const std::filesystem::path& file) {
  const std::string ending = lower_ending(file);
  return ending == "csv" || ending == "tsv" || ending == "txt" || ending == "xlsx" || ending == "ods";
}

TextTable parse_csv(std::string_view bytes, const std::string& name, const TextTableOptions& options,
                    const Progress& progress) {
  TextTable table;
  std::string storage;
  std::string_view csv = decoded(bytes, name, options, table, storage);
  const std::optional<char> declared = declared_delimiter(csv);
  table.delimiter = options.delimiter ? *options.delimiter : declared ? *declared : guess_delimiter(csv);
  table.format = table.delimiter == '\t' ? "TSV" : "CSV";
  read_records(csv, name, options, table, progress);
  return table;
}

TextTable read_text_table(const std::filesystem::path& file, const TextTableOptions& options,
                          const Progress& progress) {
  require_file(file);
  const std::string ending = lower_ending(file);
  if (ending == "xls")
    throw Error(ErrorKind::refused, text("“{1}” is in Excel's old format: save it as XLSX or CSV.", file.string()));
  if (ending != "xlsx" && ending != "ods") return parse_csv(whole_file(file), file.string(), options, progress);
  const std::string format = ending == "ods" ? "ODS" : "XLSX";
  TextTable table = table_of_sheet(read_sheet(file, format, options.sheet, progress), file.string(), options);
  table.format = format;
  return table;
}

}  // namespace smile
