#pragma once
// A plan file as it is found: what its first bytes say, whether it is a plan at all, and a connection that changes
// nothing. Only for store.

#include <filesystem>
#include <memory>

#include "gis/database/sqlite.h"
#include "gis/store/loader.h"
#include "gis/store/safe_file.h"
#include "gis/words/issue.h"

namespace smile::store {

/// As people are told: without its folder.
std::string shown(const std::filesystem::path& path);
std::filesystem::path beside(const std::filesystem::path& file, const char* suffix);

/// What the first 100 bytes of a database say.
struct FileHeader {
  bool database = false;
  bool wal = false;  ///< left in WAL mode: it was not closed
  std::uint32_t application = 0;
};

/// Only a regular file that calls itself a GeoPackage is ever given to SQLite. Throws Error{not_found}, {refused}.
FileHeader require_geopackage(const std::filesystem::path& path);
/// Throws Error{refused} for a GeoPackage of another program.
void require_plan(database::Connection& connection, const std::filesystem::path& path);

/// Runs nothing from the file.
std::unique_ptr<database::Connection> reading_connection(const std::filesystem::path& path, database::Access access);

/// A connection that changes nothing, and the private copy it may need.
struct Reader {
  std::unique_ptr<TemporaryCopy> copy;
  std::unique_ptr<database::Connection> connection;
  Another another;  ///< where a second connection sees the same
  bool copied_while_open = false;
};

/// Leaves the file byte for byte as it is.
Reader open_for_reading(const std::filesystem::path& path);
/// It was copied while it was open.
Issue copied_issue(const std::filesystem::path& path);

}  // namespace smile::store
