// Row 11: one edit made durable, undo, and opening, with a plan of 10,000 measures. Beside it in the same run, edit by
// edit, the floor: SQLite updating one row of a table as large, with the same WAL and synchronous=FULL. Run it in a
// folder on a real disk.
//   bench_edit_durable [FOLDER] [MEASURES]

#include <sys/vfs.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <functional>
#include <random>

#include "gis/database/sqlite.h"
#include "gis/plan/history.h"
#include "gis/store/plan_file.h"
#include "tests/bench/measure.h"

using namespace smile;

namespace {

std::string words(std::mt19937& random, std::size_t count) {
  static const std::string list[] = {"Grünes", "Klassenzimmer", "im",      "Stadtteil",   "mit", "Bürgerinnen",
                                     "und",    "Bürgern",       "digital", "Mitfahrbank", "für", "Warnemünde",
                                     "Beete",  "Reparatur",     "Café",    "Sensorik"};
  std::string out;
  for (std::size_t i = 0; i < count; ++i) out += (i ? " " : "") + list[random() % std::size(list)];
  return out;
}

Measure an_idea(std::mt19937& random, Id id) {
  Measure m;
  m.id = id;
  m.number = std::to_string(id);
  m.title = words(random, 4);
  m.summary = words(random, 25);
  m.block = static_cast<Block>(1 + random() % 4);
  m.field_of_action = words(random, 2);
  m.phase = static_cast<Phase>(1 + random() % 9);
  m.phase_history = {{m.phase, {2026, DatePrecision::quarter, 3, 0}}};
  m.lead = words(random, 2);
  m.persona = static_cast<Persona>(1 + random() % 5);
  m.cost.likely = Money{static_cast<std::int64_t>(random() % 50000000)};
  m.start = Date{2027, DatePrecision::month, 4, 0};
  const Point place{300000.0 + static_cast<double>(random() % 20000),
                    5990000.0 + static_cast<double>(random() % 20000)};
  if (random() % 10 != 0) m.location = {Placement::point, make_point(place), {}, "54,1; 12,1"};
  return m;
}

Plan plan_of(std::size_t measures) {
  std::mt19937 random(1);
  Plan plan;
  plan.title = "Ideenpool";
  plan.crs = {25833, {}};
  for (std::size_t i = 0; i < measures; ++i)
    plan.measures.push_back(std::make_shared<const Measure>(an_idea(random, plan.next_id++)));
  return plan;
}

/// What people do most: change a field, move a sign, add one.
Edit some_edit(std::mt19937& random, const Plan& plan) {
  const Id id = plan.measures[random() % plan.measures.size()]->id;
  switch (random() % 4) {
    case 0:
      return move_measure(id, 12.5, -3);
    case 1:
      return add_measures({an_idea(random, 0)});
    default:
      return set_field({id}, "note", Value{words(random, 12)});
  }
}

double percentile(std::vector<double> values, double share) {
  std::sort(values.begin(), values.end());
  return values[static_cast<std::size_t>(share * static_cast<double>(values.size() - 1))];
}

double seconds_of(const std::function<void()>& task) {
  const auto start = std::chrono::steady_clock::now();
  task();
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

void print(const std::string& what, const std::vector<double>& seconds) {
  char note[96];
  std::snprintf(note, sizeof note, "p50;  p95 %.3f ms, max %.3f ms, n %zu", percentile(seconds, 0.95) * 1e3,
                percentile(seconds, 1) * 1e3, seconds.size());
  bench::row(what, percentile(seconds, 0.5), note);
}

/// The same amount of data in one table of one text column.
database::Connection floor_table(const std::filesystem::path& file, const Plan& plan) {
  database::Connection connection(file, database::Access::create);
  connection.execute(
      "PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF; CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT, b TEXT); "
      "BEGIN");
  database::Statement insert = connection.prepare("INSERT INTO t VALUES (?, ?, ?)");
  for (const MeasurePtr& m : plan.measures) insert.bind(1, m->id).bind(2, m->title).bind(3, m->summary).run();
  connection.execute("COMMIT; PRAGMA wal_checkpoint(TRUNCATE); PRAGMA synchronous = FULL");
  return connection;
}

void edits_beside_the_floor(PlanFile& file, const std::filesystem::path& folder, int count) {
  database::Connection connection = floor_table(folder / "floor.db", *file.plan());
  database::Statement update = connection.prepare("UPDATE t SET a = ? WHERE id = ?");
  std::mt19937 random(7);
  History history(file.plan());
  std::vector<double> floor;
  std::vector<double> apply;
  std::vector<double> durable;
  for (int i = 0; i < count; ++i) {
    const Edit edit = some_edit(random, *history.current());
    apply.push_back(seconds_of([&] { history.apply(edit); }));
    durable.push_back(seconds_of([&] { file.save(history.current()); }));
    const Id id = file.plan()->measures[random() % file.plan()->measures.size()]->id;
    floor.push_back(seconds_of([&] { update.bind(1, words(random, 12)).bind(2, id).run(); }));
  }
  std::vector<double> undo;
  std::vector<double> undo_durable;
  for (int i = 0; i < count / 4; ++i) {
    undo.push_back(seconds_of([&] { history.undo(); }));
    undo_durable.push_back(seconds_of([&] { file.save(history.current()); }));
  }
  print("an edit, in memory", apply);
  print("the same edit, durable on disk", durable);
  print("floor: SQLite, one row, WAL and FULL", floor);
  print("undo, in memory", undo);
  print("undo, durable on disk", undo_durable);
}

}  // namespace

int main(int argc, char** argv) {
  const std::filesystem::path folder = std::filesystem::path(argc > 1 ? argv[1] : ".") / "bench_edit_durable";
  const std::size_t measures = argc > 2 ? static_cast<std::size_t>(std::atol(argv[2])) : 10000;
  std::filesystem::remove_all(folder);
  std::filesystem::create_directories(folder);
  struct statfs system {};
  ::statfs(folder.c_str(), &system);
  constexpr unsigned tmpfs = 0x01021994;
  if (static_cast<unsigned>(system.f_type) == tmpfs)
    std::puts("NOT VALID: this folder is in memory, nothing here is durable");
  const Plan plan = plan_of(measures);
  const auto path = folder / "plan.gpkg";
  std::printf("row 11: a plan of %zu measures\n", measures);
  print("write the whole plan", bench::timed(5, [&] { PlanFile::create(path, plan, true); }));
  std::printf("  file: %.1f MB\n", static_cast<double>(std::filesystem::file_size(path)) / 1e6);
  {
    PlanFile file = PlanFile::open(path, PlanFile::Mode::write);
    edits_beside_the_floor(file, folder, 400);
  }
  print("open for writing", bench::timed(9, [&] { PlanFile::open(path, PlanFile::Mode::write); }));
  print("open read-only", bench::timed(9, [&] { PlanFile::open(path, PlanFile::Mode::read); }));
  std::filesystem::remove_all(folder);
  return 0;
}
