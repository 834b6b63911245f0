#include "gis/store/whole_file.h"

#include "gis/store/feature_tables.h"
#include "gis/store/safe_file.h"
#include "gis/store/schema.h"

namespace smile::store {
namespace {

namespace fs = std::filesystem;
using database::Access;
using database::Connection;
using database::Statement;
using database::Transaction;

/// Only with a plan file behind it: its versions, and the features that it or one of them shows.
void copy_what_belongs(Connection& from, Connection& to, const Plan& plan) {
  copy_tables(from, to, referenced_tables(from, plan));
  Statement row = from.prepare("SELECT id, name, created_at, plan FROM smile_versions");
  Statement insert = to.prepare("INSERT INTO smile_versions VALUES (?, ?, ?, ?)");
  while (row.step())
    insert.bind(1, row.integer(0)).bind(2, row.text(1)).bind(3, row.text(2)).bind(4, row.text(3)).run();
}

/// A complete file beside the destination. Without journal and syncs: it has no name yet, and is synced before it gets
/// one.
Positions write_new(const fs::path& file, const Plan& plan, const Belongings& belongings) {
  Connection connection(file, Access::create);
  connection.execute("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF");
  Transaction transaction(connection);
  create_schema(connection, plan);
  if (belongings.from) copy_what_belongs(*belongings.from, connection, plan);
  if (belongings.tables)
    for (const auto& [table, data] : *belongings.tables)
      write_features(connection, table, table, *data, data->kind, true, plan.crs, {});
  Positions positions = write_all(connection, plan);  // last: styles ask for the values of features
  transaction.commit();
  return positions;
}

}  // namespace

void require_free(const fs::path& path, bool overwrite) {
  if (!overwrite && fs::exists(path))
    throw Error(ErrorKind::exists,
                text("“{1}” is already there; choose another name or allow overwriting.", path.filename().string()));
}

Positions write_beside(const fs::path& path, const Plan& plan, bool overwrite, const Belongings& belongings) {
  NewFile file(path);
  Positions positions = write_new(file.path(), plan, belongings);
  file.commit(overwrite);
  return positions;
}

}  // namespace smile::store
