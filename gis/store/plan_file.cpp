#include "gis/store/plan_file.h"

#include <unistd.h>

#include <algorithm>

#include "gis/plan/plan_json.h"
#include "gis/store/feature_tables.h"
#include "gis/store/found_file.h"
#include "gis/store/loader.h"
#include "gis/store/safe_file.h"
#include "gis/store/schema.h"
#include "gis/store/whole_file.h"
#include "gis/store/writer.h"

namespace smile {
namespace {

namespace fs = std::filesystem;
using database::Access;
using database::Connection;
using database::Statement;
using database::Transaction;
using store::shown;

std::vector<NamedVersion> read_versions(Connection& connection) {
  std::vector<NamedVersion> versions;
  Statement row = connection.prepare("SELECT id, name, created_at FROM smile_versions ORDER BY id");
  while (row.step()) versions.push_back({row.integer(0), std::string(row.text(1)), std::string(row.text(2))});
  return versions;
}

std::string read_version(Connection& connection, Id id) {
  Statement row = connection.prepare("SELECT plan FROM smile_versions WHERE id = ?");
  row.bind(1, id);
  if (!row.step()) throw Error(ErrorKind::not_found, text("The plan has no version {1}.", std::to_string(id)));
  return std::string(row.text(0));
}

}  // namespace

struct PlanFile::Implementation {
  fs::path path;
  PlanPtr plan;
  Issues notices;
  // Only when open for writing, in the order in which they are built; the lock goes last.
  std::unique_ptr<store::WriteLock> lock;
  std::unique_ptr<Connection> connection;
  std::unique_ptr<store::Writer> writer;
  bool journal_chosen = false;
  bool swept = false;  ///< of features nobody can come back to
  std::int64_t data_version = 0;

  ~Implementation() { close(); }
  void connect();
  void load_for_writing();
  void settle(store::Loaded& loaded);
  void choose_journal();
  void require_unchanged();
  void close() noexcept;
  template <class Work>
  void write(Work&& work);
};

void PlanFile::Implementation::connect() {
  connection = std::make_unique<Connection>(path, Access::write);
  connection->distrust();
  connection->set_busy_timeout(2000);
  data_version = connection->read_integer("PRAGMA data_version");
}

void PlanFile::Implementation::load_for_writing() {
  connect();
  store::require_plan(*connection, path);
  if (const std::string stranger = store::first_stranger(*connection); !stranger.empty())
    throw Error(
        ErrorKind::refused,
        text("“{1}” holds something that is not part of a plan (“{2}”); open it read-only and save a copy to work "
             "on.",
             shown(path), stranger));
  store::Another another;  // in WAL mode a second connection might see a later state
  if (connection->read_text("PRAGMA journal_mode") == "delete")
    another = [this] { return store::reading_connection(path, Access::read); };
  store::Loaded loaded = store::load_checked(*connection, shown(path), another);
  notices.insert(notices.end(), loaded.issues.begin(), loaded.issues.end());
  plan = loaded.plan;
  if (loaded.changed) return settle(loaded);
  writer = std::make_unique<store::Writer>(*connection, plan, std::move(loaded.positions));
}

/// Rows of another program got ids and positions: all are written anew, so that file and plan agree.
void PlanFile::Implementation::settle(store::Loaded& loaded) {
  auto bare = std::make_shared<Plan>(*loaded.plan);
  bare->measures.clear();
  bare->districts.clear();
  writer = std::make_unique<store::Writer>(*connection, bare, store::Positions{});
  write([&] {
    for (const store::Layer& layer : store::layers_of(*plan))
      connection->execute("DELETE FROM " + database::quoted_name(layer.table));
    writer->write(plan);
  });
  writer->adopt();
}

/// WAL costs one sync per edit but needs shared memory; elsewhere the rollback journal, with the folder synced too.
/// Chosen at the first edit: a plan that is only looked at stays as it is.
void PlanFile::Implementation::choose_journal() {
  if (journal_chosen) return;
  require_unchanged();
  const bool wal = store::is_local(path);
  std::string mode;
  try {
    mode = connection->read_text(wal ? "PRAGMA journal_mode = WAL" : "PRAGMA journal_mode = DELETE");
  } catch (const Error& error) {
    if (error.kind() != ErrorKind::in_use) throw;  // another program is reading: the journal stays as it is
  }
  connection->execute(mode == "wal" ? "PRAGMA synchronous = FULL" : "PRAGMA synchronous = EXTRA");
  data_version = connection->read_integer("PRAGMA data_version");  // the change of mode counts as one
  journal_chosen = true;
}

/// Another program (QGIS) may have written since. What it changed must not be overwritten unseen.
void PlanFile::Implementation::require_unchanged() {
  const std::int64_t now = connection->read_integer("PRAGMA data_version");
  if (now == data_version) return;
  const store::Loaded disk = store::load(*connection, shown(path));
  if (!store::first_stranger(*connection).empty() || disk.changed || !same_content(*disk.plan, *plan))
    throw Error(
        ErrorKind::in_use,
        text("“{1}” was changed by another program while it was open here; save a copy of what you see, then open "
             "the plan again.",
             shown(path)));
  data_version = now;
}

template <class Work>
void PlanFile::Implementation::write(Work&& work) {
  choose_journal();
  Transaction transaction(*connection);
  require_unchanged();
  // The steps of undo begin with the plan as it was opened: what neither it nor a version shows is out of reach.
  if (!swept) store::drop_orphans(*connection, *plan);
  work();
  transaction.commit();
  swept = true;
}

void PlanFile::Implementation::close() noexcept {
  writer.reset();
  if (!connection) return;
  try {
    // Back to one file that any program and any medium can take.
    if (connection->read_text("PRAGMA journal_mode") == "wal") {
      connection->execute("PRAGMA wal_checkpoint(TRUNCATE)");
      connection->read_text("PRAGMA journal_mode = DELETE");
    }
  } catch (const std::exception&) {
    // Somebody reads it, or the disk is full: the -wal stays, and whoever opens the plan next brings it in order.
  }
  connection.reset();
  lock.reset();
}

PlanFile::PlanFile(std::unique_ptr<Implementation> implementation) : implementation_(std::move(implementation)) {}
PlanFile::PlanFile(PlanFile&&) noexcept = default;
PlanFile& PlanFile::operator=(PlanFile&&) noexcept = default;
PlanFile::~PlanFile() = default;

void PlanFile::settle() noexcept {
  try {
    if (implementation_->connection) implementation_->connection->read_integer("PRAGMA wal_checkpoint(PASSIVE)");
  } catch (const std::exception&) {
    // The -wal holds it all the same.
  }
}

PlanFile PlanFile::create(const fs::path& path, const Plan& plan, bool overwrite, const FeatureTables& tables) {
  store::require_free(path, overwrite);
  auto implementation = std::make_unique<Implementation>();
  implementation->path = fs::absolute(path);
  implementation->lock = std::make_unique<store::WriteLock>(implementation->path);
  implementation->plan = std::make_shared<const Plan>(plan);
  store::Positions positions = store::write_beside(implementation->path, plan, overwrite, {nullptr, &tables});
  implementation->connect();
  implementation->writer =
      std::make_unique<store::Writer>(*implementation->connection, implementation->plan, std::move(positions));
  return PlanFile(std::move(implementation));
}

PlanFile PlanFile::open(const fs::path& path, Mode mode) {
  auto implementation = std::make_unique<Implementation>();
  implementation->path = fs::absolute(path);
  if (mode == Mode::write) {
    const store::FileHeader header = store::require_geopackage(path);
    if (::access(path.c_str(), W_OK) != 0)
      throw Error(ErrorKind::read_only,
                  text("“{1}” can't be written where it is; open it read-only or save a copy elsewhere.", shown(path)));
    implementation->lock = std::make_unique<store::WriteLock>(implementation->path);
    if (header.wal && !fs::exists(store::beside(path, "-wal")))
      implementation->notices.push_back(store::copied_issue(path));
    implementation->load_for_writing();
    return PlanFile(std::move(implementation));
  }
  store::Reader reader = store::open_for_reading(implementation->path);
  store::require_plan(*reader.connection, path);
  store::Loaded loaded = store::load_checked(*reader.connection, shown(path), reader.another);
  if (reader.copied_while_open) implementation->notices.push_back(store::copied_issue(path));
  implementation->notices.insert(implementation->notices.end(), loaded.issues.begin(), loaded.issues.end());
  implementation->plan = loaded.plan;
  return PlanFile(std::move(implementation));
}

const fs::path& PlanFile::path() const {
  return implementation_->path;
}
PlanPtr PlanFile::plan() const {
  return implementation_->plan;
}
bool PlanFile::read_only() const {
  return !implementation_->writer;
}
const Issues& PlanFile::notices() const {
  return implementation_->notices;
}

void PlanFile::save(PlanPtr next) {
  Implementation& file = *implementation_;
  if (read_only())
    throw Error(ErrorKind::read_only, text("“{1}” is open read-only; save a copy to work on.", shown(file.path)));
  if (next == file.plan) return;
  file.write([&] { file.writer->write(next); });
  file.writer->adopt();
  file.plan = std::move(next);
}

std::vector<TakenTable> PlanFile::take_features(const LayerData& data, const std::string& layer, const Crs& crs,
                                                const Progress& progress) {
  Implementation& file = *implementation_;
  if (read_only())
    throw Error(ErrorKind::read_only, text("“{1}” is open read-only; save a copy to work on.", shown(file.path)));
  if (data.kind == GeometryKind::none)
    throw Error(ErrorKind::refused, text("Layer “{1}” has no shapes; there is nothing to take into the plan.", layer));
  std::vector<TakenTable> tables;
  for (const GeometryKind kind : {data.kind, GeometryKind::area, GeometryKind::line, GeometryKind::point}) {
    const auto count = std::count(data.features.kinds.begin(), data.features.kinds.end(), kind);
    if (count > 0 && (tables.empty() || kind != data.kind)) tables.push_back({{}, kind, count});
  }
  file.write([&] {
    for (TakenTable& table : tables) {
      const bool first = &table == &tables.front();
      table.table = store::free_table_name(*file.connection, layer);
      store::write_features(*file.connection, table.table, layer, data, table.kind, first, crs, progress);
    }
  });
  return tables;
}

void PlanFile::save_version(const std::string& name) {
  Implementation& file = *implementation_;
  if (read_only())
    throw Error(ErrorKind::read_only, text("“{1}” is open read-only; save a copy to work on.", shown(file.path)));
  file.write([&] {
    file.connection->prepare("INSERT INTO smile_versions (name, created_at, plan) VALUES (?, ?, ?)")
        .bind(1, name)
        .bind(2, store::now_utc())
        .bind(3, to_json(*file.plan))
        .run();
  });
}

std::vector<NamedVersion> PlanFile::versions() const {
  if (!read_only()) return read_versions(*implementation_->connection);
  return read_versions(*store::open_for_reading(implementation_->path).connection);
}

Plan PlanFile::version(Id id) const {
  const std::string json = read_only() ? read_version(*store::open_for_reading(implementation_->path).connection, id)
                                       : read_version(*implementation_->connection, id);
  return from_json<Plan>(json);
}

void PlanFile::save_copy(const fs::path& to, bool overwrite, PlanPtr plan) const {
  store::require_free(to, overwrite);
  const store::WriteLock lock(fs::absolute(to));
  const Plan& written = plan ? *plan : *implementation_->plan;
  if (!read_only()) {
    store::write_beside(fs::absolute(to), written, overwrite, {implementation_->connection.get(), nullptr});
    return;
  }
  const store::Reader reader = store::open_for_reading(implementation_->path);
  store::write_beside(fs::absolute(to), written, overwrite, {reader.connection.get(), nullptr});
}

PlanPlace place_of(const fs::path& plan) {
  const fs::path absolute = fs::absolute(plan);
  return {absolute, store::WriteLock::is_held(absolute)};
}

}  // namespace smile
