#include "gis/store/loader.h"

#include <algorithm>
#include <charconv>
#include <future>
#include <iterator>
#include <optional>
#include <unordered_set>

#include "gis/plan/plan_json.h"
#include "gis/store/order.h"
#include "gis/store/rows.h"
#include "gis/store/schema.h"

namespace smile::store {
namespace {

using database::Connection;
using database::quoted_name;
using database::Statement;

std::string select_sql(const std::string& table, const std::vector<std::string>& columns) {
  std::string names;
  for (const std::string& column : columns) names += (names.empty() ? "" : ", ") + quoted_name(column);
  return "SELECT " + names + " FROM " + quoted_name(table);
}

template <class Number>
Number number_of(const std::string& text) {
  Number number{};
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

std::map<std::string, std::string> read_settings(Connection& connection) {
  std::map<std::string, std::string> settings;
  Statement row = connection.prepare("SELECT key, value FROM smile_settings");
  while (row.step()) settings.emplace(row.text(0), row.text(1));
  return settings;
}

void take_settings(std::map<std::string, std::string> settings, const std::string& file, Plan& plan) {
  const auto format = number_of<std::int64_t>(settings["format"]);
  if (format > format_version)
    throw Error(ErrorKind::refused,
                text("“{1}” was written by a newer version of Smile Places; update the program.", file));
  if (format < 1)
    throw Error(ErrorKind::unreadable,
                text("“{1}” does not say which version wrote it; take the last good copy of it.", file));
  const auto list = [&](const char* key) -> std::string_view {
    const std::string& json = settings[key];
    return json.empty() ? std::string_view("[]") : std::string_view(json);
  };
  plan.title = settings["title"];
  plan.currency = settings["currency"];
  plan.crs = {number_of<int>(settings["crs_epsg"]), settings["crs_wkt"]};
  plan.levels = from_json<std::vector<Level>>(list("levels"));
  plan.aliases = from_json<std::vector<Alias>>(list("aliases"));
  plan.sources = from_json<std::vector<Source>>(list("sources"));
  plan.mappings = from_json<std::vector<ColumnMapping>>(list("mappings"));
  plan.layers = from_json<std::vector<MapLayerPtr>>(list("layers"));
  plan.bookmarks = from_json<std::vector<Bookmark>>(list("bookmarks"));
  plan.scenarios = from_json<std::vector<Scenario>>(list("scenarios"));
  if (!settings["sheets"].empty()) plan.sheets = from_json<SheetSettings>(settings["sheets"]);
  if (!settings["style"].empty()) plan.style = from_json<MapStyle>(settings["style"]);
  plan.next_id = number_of<Id>(settings["next_id"]);
}

template <class T>
void read_list(Connection& connection, const std::string& table, std::vector<std::shared_ptr<const T>>& out) {
  Statement row = connection.prepare("SELECT record FROM " + table + " ORDER BY position");
  while (row.step()) out.push_back(std::make_shared<const T>(from_json<T>(row.text(0))));
}

template <class T>
struct Row {
  std::optional<std::int64_t> position;
  std::shared_ptr<T> record;
};

/// The list in its order. Rows that another program added have no position and come last; true if there are such.
template <class T>
bool sort_rows(std::vector<Row<T>>& rows) {
  std::stable_sort(rows.begin(), rows.end(), [](const Row<T>& a, const Row<T>& b) {
    return a.position && (!b.position || *a.position < *b.position);
  });
  const bool added = !rows.empty() && !rows.back().position;
  std::int64_t last = 0;
  for (Row<T>& row : rows) {
    if (!row.position) row.position = last + position_gap;
    last = *row.position;
  }
  return added;
}

template <class T>
void take_rows(std::vector<Row<T>>& rows, std::vector<std::shared_ptr<const T>>& records,
               std::vector<std::int64_t>& positions) {
  records.reserve(rows.size());
  positions.reserve(rows.size());
  for (Row<T>& row : rows) {
    positions.push_back(*row.position);
    records.push_back(std::move(row.record));
  }
}

void read_districts(Connection& connection, const std::string& file, Loaded& out) {
  std::vector<Row<District>> rows;
  for (const Level& level : out.plan->levels) {
    Statement row = connection.prepare(select_sql(districts_table(level.id), district_columns()));
    while (row.step()) {
      const auto position = row.is_null(8) ? std::nullopt : std::optional(row.integer(8));
      rows.push_back({position, std::make_shared<District>(read_district(row, level.id, file))});
    }
  }
  if (sort_rows(rows)) out.changed = true;
  take_rows(rows, out.plan->districts, out.positions.districts);
}

/// Rows of one table as they come, and what is wrong with them.
struct Part {
  std::vector<Row<Measure>> rows;
  Issues issues;
};

void read_table(Connection& connection, GeometryKind kind, const std::string& where, const std::string& file,
                Part& out) {
  Statement row = connection.prepare(select_sql(measures_table(kind), measure_columns(kind)) + where);
  const MeasureReader reader(kind, file, out.issues);
  while (row.step()) out.rows.push_back({reader.position(row), std::make_shared<Measure>(reader.read(row))});
}

void require_sound(Connection& connection, const std::string& file) {
  const std::string verdict = connection.read_text("PRAGMA quick_check(1)");
  if (verdict != "ok")
    throw Error(ErrorKind::unreadable,
                text("“{1}” is damaged ({2}); open the last good copy or a backup of it.", file, verdict));
}

/// Points are what a large plan has most of: their upper ids are read by the second thread, which also checks the file.
std::string upper_points(Connection& connection) {
  const std::string table = measures_table(GeometryKind::point);
  const std::int64_t low = connection.read_integer("SELECT min(id) FROM " + table);
  const std::int64_t high = connection.read_integer("SELECT max(id) FROM " + table);
  return std::to_string(low + (high / 5 - low / 5) * 3);
}

/// Other programs number a new row by its own table: such an id may be taken by another table's row, which keeps it.
void settle_ids(std::vector<Row<Measure>>& rows, const std::string& file, Loaded& out) {
  std::unordered_set<Id> taken;
  Id last = out.plan->next_id - 1;
  for (const DistrictPtr& district : out.plan->districts)
    taken.insert(district->id), last = std::max(last, district->id);
  for (const auto& row : rows) last = std::max(last, row.record->id);
  for (auto& row : rows) {
    if (taken.insert(row.record->id).second && row.record->id > 0) continue;
    Issue issue;
    issue.severity = Severity::warning;
    issue.kind = "id_changed";
    issue.file = file;
    issue.value = std::to_string(row.record->id);
    row.record->id = ++last;
    issue.measure = row.record->id;
    issue.message = text("A measure added by another program had an id that was already taken; it has a new one.");
    out.issues.push_back(std::move(issue));
    out.changed = true;
  }
  out.plan->next_id = std::max(out.plan->next_id, last + 1);
}

/// All but the points that `points` leaves out, which come from `other`.
Loaded assemble(Connection& connection, const std::string& file, const std::string& points,
                const std::function<Part()>& other) {
  Loaded out;
  out.plan = std::make_shared<Plan>();
  take_settings(read_settings(connection), file, *out.plan);
  read_districts(connection, file, out);
  Part measures;
  for (const GeometryKind kind : measure_kinds())
    read_table(connection, kind, kind == GeometryKind::point ? points : "", file, measures);
  read_list(connection, "smile_statistics", out.plan->statistics);
  read_list(connection, "smile_reports", out.plan->reports);
  if (has_table(connection, "smile_findings")) read_list(connection, "smile_findings", out.plan->findings);
  if (has_table(connection, "smile_steps")) read_list(connection, "smile_steps", out.plan->steps);
  Part rest = other();
  std::move(rest.rows.begin(), rest.rows.end(), std::back_inserter(measures.rows));
  out.issues = std::move(measures.issues);
  out.issues.insert(out.issues.end(), rest.issues.begin(), rest.issues.end());
  if (sort_rows(measures.rows)) out.changed = true;  // ours first: where ids clash, they keep theirs
  settle_ids(measures.rows, file, out);
  take_rows(measures.rows, out.plan->measures, out.positions.measures);
  return out;
}

}  // namespace

Loaded load(Connection& connection, const std::string& file) {
  return assemble(connection, file, "", [] { return Part{}; });
}

Loaded load_checked(Connection& connection, const std::string& file, const Another& another) {
  if (!another) {
    require_sound(connection, file);
    return load(connection, file);
  }
  // As long as this transaction reads, nobody can commit into a file with a rollback journal: both threads see one
  // state.
  connection.execute("BEGIN");
  const std::string border = upper_points(connection);
  std::future<Part> upper = std::async(std::launch::async, [&] {
    const std::unique_ptr<Connection> second = another();
    require_sound(*second, file);
    Part part;
    read_table(*second, GeometryKind::point, " WHERE id > " + border, file, part);
    return part;
  });
  Loaded loaded = assemble(connection, file, " WHERE id <= " + border, [&] { return upper.get(); });
  connection.execute("COMMIT");
  return loaded;
}

}  // namespace smile::store
