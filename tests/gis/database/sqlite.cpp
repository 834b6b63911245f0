#include "gis/database/sqlite.h"

#include <boost/test/unit_test.hpp>
#include <fstream>
#include <functional>
#include <sstream>

#include "gis/words/issue.h"
#include "tests/support/places.h"

using namespace smile;
using namespace smile::database;

namespace {

ErrorKind kind_of(const std::function<void()>& work) {
  try {
    work();
  } catch (const Error& error) {
    return error.kind();
  }
  BOOST_FAIL("nothing was thrown");
  return ErrorKind::usage;
}

std::string bytes_of(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

}  // namespace

BOOST_AUTO_TEST_SUITE(sqlite)

BOOST_AUTO_TEST_CASE(what_is_bound_comes_back_byte_for_byte) {
  tests::TemporaryFolder folder;
  Connection db(folder / "a.db", Access::create);
  db.execute("CREATE TABLE t (i INTEGER, r REAL, t TEXT, b BLOB, n TEXT)");
  const char literal[] = "o'b\"--\0; DROP TABLE t; ä€\xf0\x9f\x98\x80";
  const std::string nasty(literal, sizeof literal - 1);
  db.prepare("INSERT INTO t VALUES (?,?,?,?,?)")
      .bind(1, std::int64_t{-7})
      .bind(2, 0.1)
      .bind(3, nasty)
      .bind_blob(4, nasty)
      .bind_null(5)
      .run();
  Statement row = db.prepare("SELECT * FROM t");
  BOOST_REQUIRE(row.step());
  BOOST_TEST(row.columns() == 5);
  BOOST_TEST(row.column_name(1) == "r");
  BOOST_TEST(row.integer(0) == -7);
  BOOST_TEST(row.real(1) == 0.1);
  BOOST_TEST(row.text(2) == nasty);
  BOOST_TEST(row.blob(3) == nasty);
  BOOST_TEST(row.is_null(4));
  BOOST_TEST((row.type(3) == Statement::Type::blob));
  BOOST_TEST(!row.step());
}

BOOST_AUTO_TEST_CASE(an_empty_text_is_not_null) {
  tests::TemporaryFolder folder;
  Connection db(folder / "a.db", Access::create);
  db.execute("CREATE TABLE t (a TEXT, b BLOB)");
  db.prepare("INSERT INTO t VALUES (?,?)").bind(1, std::string_view{}).bind_blob(2, {}).run();
  Statement row = db.prepare("SELECT a, b FROM t");
  BOOST_REQUIRE(row.step());
  BOOST_TEST(!row.is_null(0));
  BOOST_TEST(!row.is_null(1));
}

BOOST_AUTO_TEST_CASE(names_with_quotes_are_names) {
  tests::TemporaryFolder folder;
  Connection db(folder / "a.db", Access::create);
  for (const std::string name :
       {"plain", "with space", "a\"b", "\"; DROP TABLE x; --", "select", "[x]", "ümläut", "'"}) {
    db.execute("CREATE TABLE " + quoted_name(name) + " (" + quoted_name(name) + " INTEGER)");
    db.execute("INSERT INTO " + quoted_name(name) + " VALUES (3)");
    BOOST_TEST(db.read_integer("SELECT " + quoted_name(name) + " FROM " + quoted_name(name)) == 3);
    Statement found = db.prepare("SELECT count(*) FROM sqlite_master WHERE name = ?");
    found.bind(1, std::string_view(name));
    BOOST_TEST(found.step());
    BOOST_TEST(found.integer(0) == 1);
  }
}

BOOST_AUTO_TEST_CASE(a_transaction_that_is_not_committed_did_not_happen) {
  tests::TemporaryFolder folder;
  Connection db(folder / "a.db", Access::create);
  db.execute("CREATE TABLE t (a)");
  {
    Transaction transaction(db);
    db.execute("INSERT INTO t VALUES (1)");
  }
  BOOST_TEST(db.read_integer("SELECT count(*) FROM t") == 0);
  {
    Transaction transaction(db);
    db.execute("INSERT INTO t VALUES (1)");
    transaction.commit();
  }
  BOOST_TEST(db.read_integer("SELECT count(*) FROM t") == 1);
}

BOOST_AUTO_TEST_CASE(errors_say_of_what_kind_they_are) {
  tests::TemporaryFolder folder;
  BOOST_TEST((kind_of([&] { Connection(folder / "none.db", Access::read); }) == ErrorKind::not_found));
  std::ofstream(folder / "junk.db") << std::string(5000, 'x');
  Connection junk(folder / "junk.db", Access::read);
  BOOST_TEST((kind_of([&] { junk.read_integer("SELECT count(*) FROM sqlite_master"); }) == ErrorKind::unreadable));
  Connection first(folder / "a.db", Access::create);
  first.execute("CREATE TABLE t (a)");
  Connection second(folder / "a.db", Access::write);
  Transaction held(first);
  BOOST_TEST((kind_of([&] { Transaction refused(second); }) == ErrorKind::in_use));
  Connection reader(folder / "a.db", Access::read);
  BOOST_TEST((kind_of([&] { reader.execute("CREATE TABLE u (a)"); }) == ErrorKind::read_only));
}

BOOST_AUTO_TEST_CASE(a_full_disk_is_a_disk_error_and_leaves_what_was_there) {
  tests::TemporaryFolder folder;
  Connection db(folder / "a.db", Access::create);
  db.execute("CREATE TABLE t (a); INSERT INTO t VALUES (1); PRAGMA max_page_count = 3");
  BOOST_TEST((kind_of([&] {
                Transaction transaction(db);
                db.execute("INSERT INTO t VALUES (zeroblob(100000))");
                transaction.commit();
              }) == ErrorKind::disk));
  BOOST_TEST(db.read_integer("SELECT count(*) FROM t") == 1);
  BOOST_TEST(!db.in_transaction());
}

BOOST_AUTO_TEST_CASE(a_file_read_as_immutable_stays_as_it_is_whatever_it_is_called) {
  tests::TemporaryFolder folder;
  const auto file = folder / "a?mode=rwc#%41 ä.db";
  Connection(file, Access::create).execute("CREATE TABLE t (a); INSERT INTO t VALUES (42)");
  const std::string before = bytes_of(file);
  BOOST_TEST(Connection(file, Access::immutable).read_integer("SELECT a FROM t") == 42);
  BOOST_TEST(bytes_of(file) == before);
  BOOST_TEST(std::distance(std::filesystem::directory_iterator(folder.path()), {}) == 1);
}

BOOST_AUTO_TEST_CASE(a_distrusted_file_runs_nothing_of_its_own) {
  tests::TemporaryFolder folder;
  Connection(folder / "a.db", Access::create)
      .execute(
          "CREATE TABLE t (a); CREATE TABLE log (a); CREATE VIEW v AS SELECT 1;"
          "CREATE TRIGGER g AFTER INSERT ON t BEGIN INSERT INTO log VALUES (1); END");
  Connection db(folder / "a.db", Access::write);
  db.distrust();
  db.execute("INSERT INTO t VALUES (1)");
  BOOST_TEST(db.read_integer("SELECT count(*) FROM log") == 0);
  BOOST_CHECK_THROW(db.read_integer("SELECT * FROM v"), Error);
  BOOST_CHECK_THROW(db.execute("ATTACH '" + (folder / "b.db").string() + "' AS b"), Error);
  BOOST_TEST(!std::filesystem::exists(folder / "b.db"));
}

BOOST_AUTO_TEST_CASE(a_connection_that_may_only_read_does_nothing_else) {
  tests::TemporaryFolder folder;
  Connection(folder / "a.db", Access::create).execute("CREATE TABLE t (a); INSERT INTO t VALUES (1)");
  Connection db(folder / "a.db", Access::write);
  db.allow_only_reading();
  BOOST_TEST(db.read_integer("SELECT count(*) FROM t") == 1);
  BOOST_TEST(db.read_text("PRAGMA quick_check") == "ok");
  BOOST_CHECK_THROW(db.execute("INSERT INTO t VALUES (2)"), Error);
  BOOST_CHECK_THROW(db.read_text("SELECT hex(a) FROM t"), Error);
  BOOST_CHECK_THROW(db.read_text("SELECT load_extension('x')"), Error);
  BOOST_CHECK_THROW(db.execute("PRAGMA journal_mode = WAL"), Error);
}

BOOST_AUTO_TEST_SUITE_END()
