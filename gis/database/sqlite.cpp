#include "gis/database/sqlite.h"

#include <sqlite3.h>

#include <cmath>
#include <cstdio>
#include <set>
#include <system_error>

#include "gis/words/issue.h"

namespace smile::database {
namespace {

std::string shown(const std::string& file) {
  return std::filesystem::path(file).filename().string();
}

[[noreturn]] void fail(int code, const std::string& file, const std::string& reason) {
  const std::string name = shown(file);
  switch (code & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      throw Error(ErrorKind::in_use,
                  text("“{1}” is being used by another program; close it there and try again.", name));
    case SQLITE_FULL:
    case SQLITE_IOERR:
    case SQLITE_NOMEM:
      throw Error(ErrorKind::disk, text("“{1}” could not be written or read ({2}); free some space or choose another "
                                        "place. What was saved before is still there.",
                                        name, reason));
    case SQLITE_READONLY:
    case SQLITE_PERM:
      throw Error(ErrorKind::read_only, text("“{1}” must not be written here; save a copy elsewhere.", name));
    case SQLITE_CANTOPEN:
      throw Error(ErrorKind::not_found, text("“{1}” could not be opened; check that it exists and may be read.", name));
    case SQLITE_AUTH:
      throw Error(ErrorKind::refused, text("“{1}” wants to run something of its own, which is not allowed.", name));
    default:
      throw Error(
          ErrorKind::unreadable,
          text("“{1}” is damaged or not what it should be ({2}); take the last good copy of it.", name, reason));
  }
}

[[noreturn]] void fail(int code, sqlite3* connection) {
  const char* file = sqlite3_db_filename(connection, "main");
  fail(code, file ? file : "", sqlite3_errmsg(connection));
}

/// A path as part of a file: URI; everything that could mean something there is escaped.
std::string uri_path(const std::string& path) {
  std::string out;
  for (const char c : path) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '/' ||
                       c == '.' || c == '-' || c == '_';
    char escaped[4];
    std::snprintf(escaped, sizeof escaped, "%%%02X", static_cast<unsigned>(static_cast<unsigned char>(c)));
    if (plain)
      out += c;
    else
      out += escaped;
  }
  return out;
}

int flags_of(Access access) {
  switch (access) {
    case Access::read:
      return SQLITE_OPEN_READONLY;
    case Access::immutable:
      return SQLITE_OPEN_READONLY | SQLITE_OPEN_URI;
    case Access::write:
      return SQLITE_OPEN_READWRITE;
    case Access::create:
      return SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
  }
  return SQLITE_OPEN_READONLY;
}

int only_reading(void*, int action, const char* first, const char* second, const char*, const char*) {
  static const std::set<std::string_view> functions = {"count", "min", "max"};
  static const std::set<std::string_view> pragmas = {"quick_check", "application_id", "user_version", "page_count"};
  switch (action) {
    case SQLITE_SELECT:
    case SQLITE_READ:
    case SQLITE_TRANSACTION:
      return SQLITE_OK;
    case SQLITE_FUNCTION:
      return second && functions.contains(second) ? SQLITE_OK : SQLITE_DENY;
    case SQLITE_PRAGMA:
      return first && pragmas.contains(first) ? SQLITE_OK : SQLITE_DENY;
    default:
      return SQLITE_DENY;
  }
}

}  // namespace

std::string quoted_name(std::string_view identifier) {
  std::string out = "\"";
  for (const char c : identifier) {
    if (c == '\0') continue;  // SQL text ends there: no name of ours holds it
    if (c == '"') out += '"';
    out += c;
  }
  return out + '"';
}

// --- Statement ---

void Statement::Finalize::operator()(sqlite3_stmt* statement) const {
  sqlite3_finalize(statement);
}

void Statement::check(int code) const {
  if (code != SQLITE_OK) fail(code, sqlite3_db_handle(statement_.get()));
}

Statement& Statement::bind(int parameter, std::int64_t value) {
  check(sqlite3_bind_int64(statement_.get(), parameter, value));
  return *this;
}

Statement& Statement::bind(int parameter, double value) {
  check(sqlite3_bind_double(statement_.get(), parameter, value));
  return *this;
}

Statement& Statement::bind(int parameter, std::string_view text) {
  const char* begin = text.data() ? text.data() : "";
  check(sqlite3_bind_text64(statement_.get(), parameter, begin, text.size(), SQLITE_TRANSIENT, SQLITE_UTF8));
  return *this;
}

Statement& Statement::bind_blob(int parameter, std::string_view bytes) {
  const char* begin = bytes.data() ? bytes.data() : "";
  check(sqlite3_bind_blob64(statement_.get(), parameter, begin, bytes.size(), SQLITE_TRANSIENT));
  return *this;
}

Statement& Statement::bind_null(int parameter) {
  check(sqlite3_bind_null(statement_.get(), parameter));
  return *this;
}

bool Statement::step() {
  const int code = sqlite3_step(statement_.get());
  if (code == SQLITE_ROW) return true;
  sqlite3* connection = sqlite3_db_handle(statement_.get());
  if (code == SQLITE_DONE) {
    sqlite3_reset(statement_.get());
    return false;
  }
  const std::string reason = sqlite3_errmsg(connection);
  const char* file = sqlite3_db_filename(connection, "main");
  sqlite3_reset(statement_.get());
  fail(code, file ? file : "", reason);
}

void Statement::run() {
  while (step()) {
  }
}

void Statement::reset() {
  sqlite3_reset(statement_.get());
}

int Statement::columns() const {
  return sqlite3_column_count(statement_.get());
}

std::string_view Statement::column_name(int column) const {
  const char* name = sqlite3_column_name(statement_.get(), column);
  return name ? name : "";
}

Statement::Type Statement::type(int column) const {
  switch (sqlite3_column_type(statement_.get(), column)) {
    case SQLITE_INTEGER:
      return Type::integer;
    case SQLITE_FLOAT:
      return Type::real;
    case SQLITE_TEXT:
      return Type::text;
    case SQLITE_BLOB:
      return Type::blob;
    default:
      return Type::null;
  }
}

bool Statement::is_null(int column) const {
  return sqlite3_column_type(statement_.get(), column) == SQLITE_NULL;
}
std::int64_t Statement::integer(int column) const {
  return sqlite3_column_int64(statement_.get(), column);
}
double Statement::real(int column) const {
  return sqlite3_column_double(statement_.get(), column);
}

std::string_view Statement::text(int column) const {
  const auto* begin = reinterpret_cast<const char*>(sqlite3_column_text(statement_.get(), column));
  if (!begin) return {};
  return {begin, static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column))};
}

std::string_view Statement::blob(int column) const {
  const auto* begin = static_cast<const char*>(sqlite3_column_blob(statement_.get(), column));
  if (!begin) return {};
  return {begin, static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column))};
}

// --- Connection ---

void Connection::Close::operator()(sqlite3* connection) const {
  sqlite3_close_v2(connection);
}

Connection::Connection(const std::filesystem::path& file, Access access) {
  // An absolute path never starts with "file:", so what a file is called can't switch on options.
  std::string name = std::filesystem::absolute(file).string();
  if (access == Access::immutable) name = "file:" + uri_path(name) + "?immutable=1";
  sqlite3* opened = nullptr;
  const int code =
      sqlite3_open_v2(name.c_str(), &opened, flags_of(access) | SQLITE_OPEN_EXRESCODE | SQLITE_OPEN_NOMUTEX, nullptr);
  connection_.reset(opened);
  if (code != SQLITE_OK) fail(code, file.string(), opened ? sqlite3_errmsg(opened) : sqlite3_errstr(code));
}

Statement Connection::prepare(std::string_view sql) {
  sqlite3_stmt* statement = nullptr;
  const int code = sqlite3_prepare_v2(connection_.get(), sql.data(), static_cast<int>(sql.size()), &statement, nullptr);
  if (code != SQLITE_OK) fail(code, connection_.get());
  return Statement(statement);
}

void Connection::execute(const std::string& sql) {
  const int code = sqlite3_exec(connection_.get(), sql.c_str(), nullptr, nullptr, nullptr);
  if (code != SQLITE_OK) fail(code, connection_.get());
}

std::int64_t Connection::read_integer(std::string_view sql) {
  Statement statement = prepare(sql);
  return statement.step() ? statement.integer(0) : 0;
}

std::string Connection::read_text(std::string_view sql) {
  Statement statement = prepare(sql);
  return statement.step() ? std::string(statement.text(0)) : std::string();
}

std::int64_t Connection::changes() const {
  return sqlite3_changes64(connection_.get());
}
bool Connection::in_transaction() const {
  return sqlite3_get_autocommit(connection_.get()) == 0;
}
void Connection::set_busy_timeout(int milliseconds) {
  sqlite3_busy_timeout(connection_.get(), milliseconds);
}

void Connection::distrust() {
  sqlite3* db = connection_.get();
  sqlite3_db_config(db, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  sqlite3_db_config(db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
  sqlite3_db_config(db, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, nullptr);
  sqlite3_db_config(db, SQLITE_DBCONFIG_ENABLE_VIEW, 0, nullptr);
  sqlite3_db_config(db, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, nullptr);
  sqlite3_db_config(db, SQLITE_DBCONFIG_ENABLE_FTS3_TOKENIZER, 0, nullptr);
  sqlite3_limit(db, SQLITE_LIMIT_ATTACHED, 0);
  sqlite3_limit(db, SQLITE_LIMIT_EXPR_DEPTH, 100);
}

void Connection::allow_only_reading() {
  sqlite3_set_authorizer(connection_.get(), only_reading, nullptr);
}

// --- Transaction ---

Transaction::Transaction(Connection& connection) : connection_(connection) {
  connection_.execute("BEGIN IMMEDIATE");
}

Transaction::~Transaction() {
  if (!open_ || !connection_.in_transaction()) return;
  try {
    connection_.execute("ROLLBACK");
  } catch (const Error&) {
    // Nothing more can be done here; SQLite rolls back by itself when the file is opened next.
  }
}

void Transaction::commit() {
  connection_.execute("COMMIT");
  open_ = false;
}

}  // namespace smile::database
