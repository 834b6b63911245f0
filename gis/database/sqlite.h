#pragma once
// SQLite with destructors and exceptions. Errors name the file: Error{disk} it can't be written, {unreadable} it is
// damaged or not a database, {in_use} another program holds it, {read_only}, {not_found}. One Connection per thread;
// statements must not outlive it.

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace smile::database {

/// A table's or column's name as SQL may hold it: "so", with quotes inside doubled. The only way a name gets into a
/// statement.
std::string quoted_name(std::string_view identifier);

/// A prepared statement. Parameters count from 1, columns from 0.
class Statement {
public:
  Statement& bind(int parameter, std::int64_t value);
  Statement& bind(int parameter, double value);                 ///< NaN becomes NULL
  Statement& bind(int parameter, std::string_view text);        ///< copied; any bytes, also NUL
  Statement& bind_blob(int parameter, std::string_view bytes);  ///< copied
  Statement& bind_null(int parameter);

  /// True while there is a row. After the last one the statement can be bound and stepped anew.
  bool step();
  /// Steps to the end, ready for the next round.
  void run();
  /// Ends a round before its last row.
  void reset();

  int columns() const;
  std::string_view column_name(int column) const;
  bool is_null(int column) const;
  enum class Type { null, integer, real, text, blob };
  Type type(int column) const;
  std::int64_t integer(int column) const;
  double real(int column) const;
  /// In place: valid until the next step or reset, or until the column is read as another type.
  std::string_view text(int column) const;
  std::string_view blob(int column) const;

private:
  friend class Connection;
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const;
  };
  explicit Statement(sqlite3_stmt* statement) : statement_(statement) {}
  void check(int code) const;
  std::unique_ptr<sqlite3_stmt, Finalize> statement_;
};

enum class Access {
  read,       ///< an existing file; locks are taken, nothing is written into it
  immutable,  ///< an existing file that nobody changes meanwhile: no locks, no files beside it, a left-behind -wal is
              ///< ignored
  write,      ///< an existing file
  create,     ///< a new file, or an existing one
};

class Connection {
public:
  Connection(const std::filesystem::path& file, Access access);

  /// Throws Error{unreadable} where the file lacks a table or column the statement names.
  Statement prepare(std::string_view sql);
  /// One or several statements whose rows don't matter.
  void execute(const std::string& sql);
  /// The first column of the first row, 0 or "" without one.
  std::int64_t read_integer(std::string_view sql);
  std::string read_text(std::string_view sql);

  std::int64_t changes() const;  ///< rows changed by the last statement
  bool in_transaction() const;
  void set_busy_timeout(int milliseconds);

  /// For files from strangers: nothing in the file's schema can run. No triggers, views, virtual tables with side
  /// effects, extensions, attached files or writes to the schema by tricks; functions in the schema only where they are
  /// harmless. (R-tree triggers of a GeoPackage don't work with it.)
  void distrust();
  /// From now on only SELECT and the checks of PRAGMA quick_check are possible, and no functions but count, min, max.
  void allow_only_reading();

private:
  struct Close {
    void operator()(sqlite3* connection) const;
  };
  std::unique_ptr<sqlite3, Close> connection_;
};

/// Everything between construction and commit() is done or not done. BEGIN IMMEDIATE: a second writer hears of it here.
class Transaction {
public:
  explicit Transaction(Connection& connection);
  ~Transaction();  ///< rolls back what was not committed
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  /// Durable when it returns (as far as the connection's synchronous mode says). Throws Error{disk}; then everything is
  /// rolled back.
  void commit();

private:
  Connection& connection_;
  bool open_ = true;
};

}  // namespace smile::database
