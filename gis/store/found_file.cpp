#include "gis/store/found_file.h"

#include <unistd.h>

#include <array>
#include <cstring>
#include <fstream>

#include "gis/store/schema.h"

namespace smile::store {

namespace fs = std::filesystem;
using database::Access;
using database::Connection;
using database::Statement;

std::string shown(const fs::path& path) {
  return path.filename().string();
}

fs::path beside(const fs::path& file, const char* suffix) {
  return fs::path(file.string() + suffix);
}

namespace {

bool has_content(const fs::path& file) {
  std::error_code error;
  const auto size = fs::file_size(file, error);
  return !error && size > 0;
}

FileHeader read_header(const fs::path& path) {
  std::array<char, 100> bytes{};
  std::ifstream in(path, std::ios::binary);
  in.read(bytes.data(), bytes.size());
  FileHeader header;
  header.database = in.gcount() == 100 && std::memcmp(bytes.data(), "SQLite format 3", 16) == 0;
  header.wal = bytes[18] == 2 || bytes[19] == 2;
  for (std::size_t i = 68; i < 72; ++i)
    header.application = header.application << 8 | static_cast<unsigned char>(bytes[i]);
  return header;
}

}  // namespace

FileHeader require_geopackage(const fs::path& path) {
  std::error_code error;
  const auto status = fs::status(path, error);
  if (!fs::exists(status)) throw Error(ErrorKind::not_found, text("“{1}” is not there; check the name.", shown(path)));
  if (!fs::is_regular_file(status)) throw Error(ErrorKind::refused, text("“{1}” is not a file.", shown(path)));
  if (::access(path.c_str(), R_OK) != 0)
    throw Error(ErrorKind::refused, text("“{1}” may not be read; ask its owner for the right to.", shown(path)));
  const FileHeader header = read_header(path);
  if (!header.database || header.application != application_id)
    throw Error(
        ErrorKind::refused,
        text("“{1}” is not a plan; make a new plan and bring the file in as districts or measures.", shown(path)));
  return header;
}

void require_plan(Connection& connection, const fs::path& path) {
  Statement found = connection.prepare(
      "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = 'smile_settings' AND rootpage > 0");
  if (!found.step() || found.integer(0) != 1)
    throw Error(ErrorKind::refused,
                text("“{1}” is a GeoPackage but not a plan; make a new plan and bring it in as districts or measures.",
                     shown(path)));
  require_tables(connection, shown(path));
}

std::unique_ptr<Connection> reading_connection(const fs::path& path, Access access) {
  auto connection = std::make_unique<Connection>(path, access);
  connection->distrust();
  connection->set_busy_timeout(2000);
  connection->allow_only_reading();
  return connection;
}

Reader open_for_reading(const fs::path& path) {
  const FileHeader header = require_geopackage(path);
  const bool wal = has_content(beside(path, "-wal"));
  const bool left_behind = (header.wal && wal) || has_content(beside(path, "-journal"));
  Reader reader;
  Access access = Access::read;
  fs::path from = path;
  const bool held = WriteLock::is_held(path);
  if (!held) {
    if (left_behind) {  // bringing it in order means writing: that happens in a copy
      reader.copy = std::make_unique<TemporaryCopy>(path);
      from = reader.copy->path();
      access = Access::write;
    } else if (header.wal) {  // opening it as usual would make files beside it
      access = Access::immutable;
      reader.copied_while_open = true;
    }
  }
  reader.connection = reading_connection(from, access);
  if (!header.wal && !left_behind && !held) reader.another = [=] { return reading_connection(from, access); };
  return reader;
}

Issue copied_issue(const fs::path& path) {
  Issue issue;
  issue.kind = "not_closed";
  issue.file = shown(path);
  issue.message =
      text("The file was not closed when it was last used or copied; the very last edits may be in another copy.");
  return issue;
}

}  // namespace smile::store
