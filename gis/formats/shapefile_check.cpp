#include "gis/formats/shapefile_check.h"

#include <algorithm>
#include <fstream>

namespace smile {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t header_size = 100;
constexpr std::uint64_t record_header_size = 8;

std::string bytes_of(const fs::path& file, std::uint64_t limit) {
  std::ifstream in(file, std::ios::binary);
  std::error_code failed;
  const std::uint64_t size = fs::file_size(file, failed);
  std::string bytes(failed ? 0 : std::min(size, limit), '\0');
  in.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  bytes.resize(static_cast<std::size_t>(std::max<std::streamsize>(in.gcount(), 0)));
  return bytes;
}

std::uint32_t big(std::string_view bytes, std::uint64_t at) {
  std::uint32_t value = 0;
  for (std::uint64_t i = 0; i < 4; ++i) value = value << 8 | static_cast<unsigned char>(bytes[at + i]);
  return value;
}

std::uint32_t little(std::string_view bytes, std::uint64_t at, std::uint64_t count) {
  std::uint32_t value = 0;
  for (std::uint64_t i = count; i-- > 0;) value = value << 8 | static_cast<unsigned char>(bytes[at + i]);
  return value;
}

void put_big(std::string& bytes, std::uint64_t at, std::uint32_t value) {
  for (std::uint64_t i = 4; i-- > 0; value >>= 8) bytes[at + i] = static_cast<char>(value & 0xFFU);
}

/// A sibling whatever the case of its ending.
fs::path sibling(const fs::path& shp, const std::string& ending) {
  std::string upper = ending;
  std::transform(upper.begin(), upper.end(), upper.begin(),
                 [](char c) { return c == '.' ? c : static_cast<char>(c - 32); });
  for (const std::string& spelling : {ending, upper}) {
    fs::path file = shp;
    file.replace_extension(spelling);
    if (fs::is_regular_file(file)) return file;
  }
  return {};
}

struct Record {
  std::uint64_t offset = 0;
  std::uint32_t words = 0;  ///< length of the content in 16-bit words
};

/// Reads record headers without holding the file in memory.
class Shapes {
public:
  explicit Shapes(const fs::path& file) : in_(file, std::ios::binary), size_(fs::file_size(file)) {}
  std::uint64_t size() const { return size_; }

  std::optional<Record> at(std::uint64_t offset) {
    if (offset < header_size || offset + record_header_size > size_) return std::nullopt;
    char header[8];
    in_.clear();
    in_.seekg(static_cast<std::streamoff>(offset));
    if (!in_.read(header, sizeof header)) return std::nullopt;
    const Record record{offset, big({header, sizeof header}, 4)};
    const bool fits = record.words >= 2 && offset + record_header_size + 2ULL * record.words <= size_;
    return fits ? std::optional(record) : std::nullopt;
  }

  /// The records one after another, up to the first that is cut or damaged.
  std::vector<Record> walk() {
    std::vector<Record> out;
    for (std::uint64_t offset = header_size; const auto record = at(offset);) {
      out.push_back(*record);
      offset += record_header_size + 2ULL * record->words;
    }
    return out;
  }

private:
  std::ifstream in_;
  std::uint64_t size_;
};

struct Index {
  std::vector<Record> records;
  std::size_t bad = 0;  ///< entries that point to nothing, or whose length the record denies
};

std::optional<Index> read_index(const fs::path& shx, Shapes& shapes) {
  const std::string bytes = shx.empty() ? std::string() : bytes_of(shx, 1ULL << 31);
  if (bytes.size() < header_size || big(bytes, 0) != 9994) return std::nullopt;
  Index index;
  // What lies beyond the length in the header is left over from a longer file.
  const std::uint64_t end = std::min<std::uint64_t>(bytes.size(), 2ULL * big(bytes, 24));
  if (2ULL * big(bytes, 24) > bytes.size()) ++index.bad;
  for (std::uint64_t at = header_size; at + 8 <= end; at += 8) {
    const Record entry{2ULL * big(bytes, at), big(bytes, at + 4)};
    const auto record = shapes.at(entry.offset);
    if (!record || record->words != entry.words) ++index.bad;
    index.records.push_back(entry);
  }
  return index;
}

std::string index_bytes(std::string header, const std::vector<Record>& records) {
  header.resize(header_size);
  put_big(header, 24, static_cast<std::uint32_t>((header_size + 8 * records.size()) / 2));
  header.resize(header_size + 8 * records.size());
  for (std::uint64_t i = 0; i < records.size(); ++i) {
    put_big(header, header_size + 8 * i, static_cast<std::uint32_t>(records[i].offset / 2));
    put_big(header, header_size + 8 * i + 4, records[i].words);
  }
  return header;
}

void write_bytes(const fs::path& file, std::string_view bytes) {
  std::ofstream out(file, std::ios::binary | std::ios::in | std::ios::out);
  if (!out) out.open(file, std::ios::binary);
  out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  out.close();
  if (!out) throw Error(ErrorKind::disk, text("There is no room for temporary files; free some space and try again."));
}

/// A copy with a header that says the truth and an index made from the records. The user's files stay as they are.
void mend(ShapefileCheck& check, const fs::path& shp, const fs::path& dbf, std::string header,
          const std::vector<Record>& records) {
  check.mended.emplace();
  check.open = check.mended->path() / (shp.stem().string() + ".shp");
  std::error_code failed;
  fs::copy_file(shp, check.open, failed);
  if (!failed && !dbf.empty()) fs::copy_file(dbf, fs::path(check.open).replace_extension(".dbf"), failed);
  if (failed)
    throw Error(ErrorKind::disk, text("There is no room for temporary files; free some space and try again."));
  fs::permissions(check.open, fs::perms::owner_read | fs::perms::owner_write, failed);
  put_big(header, 24, static_cast<std::uint32_t>(fs::file_size(shp) / 2));
  write_bytes(check.open, header);
  write_bytes(fs::path(check.open).replace_extension(".shx"), index_bytes(header, records));
}

struct Table {
  std::int64_t declared = 0;
  std::int64_t there = 0;
};

std::optional<Table> read_table_header(const fs::path& dbf, ShapefileCheck& check) {
  const std::string bytes = dbf.empty() ? std::string() : bytes_of(dbf, 32);
  if (bytes.size() < 32) return std::nullopt;
  const std::uint64_t start = little(bytes, 8, 2);
  const std::uint64_t length = little(bytes, 10, 2);
  const std::uint64_t size = fs::file_size(dbf);
  check.language_driver = static_cast<unsigned char>(bytes[29]);
  const std::uint64_t there = length == 0 || size < start ? 0 : (size - start) / length;
  return Table{little(bytes, 4, 4), static_cast<std::int64_t>(there)};
}

void check_table(const fs::path& shp, const fs::path& dbf, ShapefileCheck& check, std::int64_t shapes,
                 IssueList& issues) {
  const auto table = read_table_header(dbf, check);
  if (!table) {
    issues.add(Severity::warning, "dbf_missing",
               text("“{1}” has no readable table (.dbf) beside it: shapes come in without names and numbers.",
                    shp.filename().string()),
               text("Ask for the .dbf file that belongs to it."));
    return;
  }
  check.declared = std::max(check.declared, table->declared);
  if (table->there < table->declared)
    issues.add(Severity::warning, "table_cut",
               text("The table beside “{1}” says it has {2} records; only {3} are there.", shp.filename().string(),
                    table->declared, table->there),
               text("Ask for the file again: it was probably cut while copying."));
  else if (table->declared != shapes)
    issues.add(
        Severity::warning, "counts_differ",
        text("“{1}” has {2} shapes but {3} records in its table.", shp.filename().string(), shapes, table->declared),
        text("Ask for the file again: its parts do not belong together."));
}

void check_length(const fs::path& shp, std::string_view header, std::uint64_t size, IssueList& issues) {
  const std::uint64_t said = 2ULL * big(header, 24);
  if (said != size)
    issues.add(Severity::warning, "length_wrong",
               text("The header of “{1}” says {2} bytes, the file has {3}.", shp.filename().string(), said, size),
               text("Compare the number of records with what you expect."));
}

/// The records GDAL is to see. An index that is there is followed, also where it is wrong: it is what every other
/// program shows.
std::vector<Record> decide_records(const fs::path& shp, const std::optional<Index>& index, Shapes& shapes,
                                   IssueList& issues) {
  if (!index) {
    issues.add(
        Severity::note, "index_rebuilt",
        text("“{1}” has no readable index (.shx); it was rebuilt in a temporary copy.", shp.filename().string()));
    return shapes.walk();
  }
  if (index->bad > 0)
    issues.add(
        Severity::warning, "index_wrong",
        text("{1} entries in the index (.shx) of “{2}” do not fit its records; their shapes are missing.",
             static_cast<std::int64_t>(index->bad), shp.filename().string()),
        text("Ask for the file again, or read it without its .shx: then the index is rebuilt from the records."));
  return index->records;
}

}  // namespace

ShapefileCheck check_shapefile(const fs::path& shp, IssueList& issues) {
  ShapefileCheck check;
  check.open = shp;
  std::string header = bytes_of(shp, header_size);
  if (header.size() < header_size || big(header, 0) != 9994)
    throw Error(ErrorKind::unreadable,
                text("“{1}” has no whole shapefile header; ask for the file again.", shp.filename().string()));
  Shapes shapes(shp);
  const fs::path dbf = sibling(shp, ".dbf");
  const auto index = read_index(sibling(shp, ".shx"), shapes);
  const std::vector<Record> records = decide_records(shp, index, shapes, issues);
  check.declared = static_cast<std::int64_t>(records.size());
  check_length(shp, header, shapes.size(), issues);
  check_table(shp, dbf, check, static_cast<std::int64_t>(records.size()), issues);
  if (!index || 2ULL * big(header, 24) != shapes.size()) mend(check, shp, dbf, header, records);
  check.projection = bytes_of(sibling(shp, ".prj"), 65536);
  check.code_page = bytes_of(sibling(shp, ".cpg"), 100);
  return check;
}

}  // namespace smile
