#include "gis/store/writer.h"

#include <algorithm>
#include <unordered_map>

#include "gis/plan/plan_json.h"
#include "gis/store/layer_style.h"
#include "gis/store/order.h"
#include "gis/store/qgis_style.h"
#include "gis/store/rows.h"
#include "gis/store/schema.h"

namespace smile::store {
namespace {

using database::Connection;
using database::quoted_name;
using database::Statement;

// --- what differs between two lists of records ---

template <class T>
using Records = std::vector<std::shared_ptr<const T>>;

template <class T>
struct Difference {
  struct Put {
    const T* record;
    const T* old;  ///< nullptr: new
    std::int64_t position;
  };
  std::vector<Put> puts;
  std::vector<const T*> gone;
  std::vector<std::int64_t> positions;  ///< of all rows of the new list
};

template <class T>
bool same_record(const T* a, const T* b) {
  return a == b || (a && b && *a == *b);
}

/// The part of both lists that is left when equal beginnings and ends are cut off.
struct Middle {
  std::size_t begin = 0;
  std::size_t old_end = 0;
  std::size_t next_end = 0;
};

template <class T>
Middle middle_of(const Records<T>& old, const Records<T>& next) {
  Middle m{0, old.size(), next.size()};
  while (m.begin < m.old_end && m.begin < m.next_end && old[m.begin] == next[m.begin]) ++m.begin;
  while (m.old_end > m.begin && m.next_end > m.begin && old[m.old_end - 1] == next[m.next_end - 1])
    --m.old_end, --m.next_end;
  return m;
}

/// Positions of the new list; where there is no room left, all are new.
std::vector<std::int64_t> place_rows(const std::vector<std::int64_t>& old, const Middle& m, std::size_t next_size,
                                     const std::vector<std::optional<std::int64_t>>& known) {
  const auto neighbour = [&](bool exists, std::size_t i) { return exists ? std::optional(old[i]) : std::nullopt; };
  const auto placed =
      positions_between(neighbour(m.begin > 0, m.begin - 1), neighbour(m.old_end < old.size(), m.old_end), known);
  if (!placed) return fresh_positions(next_size);
  std::vector<std::int64_t> positions(old.begin(), old.begin() + static_cast<std::ptrdiff_t>(m.begin));
  positions.insert(positions.end(), placed->begin(), placed->end());
  positions.insert(positions.end(), old.begin() + static_cast<std::ptrdiff_t>(m.old_end), old.end());
  return positions;
}

template <class T>
Difference<T> difference(const Records<T>& old, const std::vector<std::int64_t>& old_positions,
                         const Records<T>& next) {
  Difference<T> out;
  const Middle m = middle_of(old, next);
  std::unordered_map<Id, std::size_t> index;
  for (std::size_t i = m.begin; i < m.old_end; ++i) index.emplace(old[i]->id, i);
  std::vector<std::optional<std::int64_t>> known;
  for (std::size_t i = m.begin; i < m.next_end; ++i) {
    const auto found = index.find(next[i]->id);
    known.push_back(found == index.end() ? std::nullopt : std::optional(old_positions[found->second]));
  }
  out.positions = place_rows(old_positions, m, next.size(), known);
  const auto visit = [&](std::size_t i, const T* before, std::int64_t position) {
    if (!same_record(before, next[i].get()) || position != out.positions[i])
      out.puts.push_back({next[i].get(), before, out.positions[i]});
  };
  for (std::size_t i = 0; i < m.begin; ++i) visit(i, old[i].get(), old_positions[i]);
  for (std::size_t i = m.begin; i < m.next_end; ++i) {
    const auto found = index.find(next[i]->id);
    const bool is_new = found == index.end();
    visit(i, is_new ? nullptr : old[found->second].get(), is_new ? 0 : old_positions[found->second]);
    if (!is_new) index.erase(found);
  }
  for (std::size_t i = m.next_end; i < next.size(); ++i) {
    const std::size_t before = i - m.next_end + m.old_end;
    visit(i, old[before].get(), old_positions[before]);
  }
  for (const auto& [id, i] : index) out.gone.push_back(old[i].get());
  return out;
}

/// Everything, as if nothing had been there.
template <class T>
Difference<T> all_of(const Records<T>& next) {
  Difference<T> out;
  out.positions = fresh_positions(next.size());
  for (std::size_t i = 0; i < next.size(); ++i) out.puts.push_back({next[i].get(), nullptr, out.positions[i]});
  return out;
}

std::string table_of(const Measure& measure) {
  return measures_table(measure.location.geometry.kind);
}
std::string table_of(const District& district) {
  return districts_table(district.level);
}

std::string put_sql(const std::string& table, const std::vector<std::string>& columns) {
  std::string names;
  std::string places;
  for (const std::string& column : columns) {
    names += (names.empty() ? "" : ", ") + quoted_name(column);
    places += places.empty() ? "?" : ", ?";
  }
  return "INSERT OR REPLACE INTO " + quoted_name(table) + " (" + names + ") VALUES (" + places + ")";
}

std::string remove_sql(const std::string& table) {
  return "DELETE FROM " + quoted_name(table) + " WHERE id = ?";
}

/// Small lists are rewritten from the first difference on.
template <class T>
void write_list(Connection& connection, const std::string& table, const Records<T>& old, const Records<T>& next) {
  for (std::size_t i = 0; i < next.size(); ++i) {
    if (i < old.size() && same_record(old[i].get(), next[i].get())) continue;
    connection.prepare("INSERT OR REPLACE INTO " + table + " VALUES (?, ?)")
        .bind(1, static_cast<std::int64_t>(i))
        .bind(2, to_json(*next[i]))
        .run();
  }
  if (next.size() < old.size())
    connection.prepare("DELETE FROM " + table + " WHERE position >= ?")
        .bind(1, static_cast<std::int64_t>(next.size()))
        .run();
}

/// A list that plans of earlier versions have no table for: it is made with the first record.
template <class T>
void write_younger_list(Connection& connection, const std::string& table, const Records<T>& old,
                        const Records<T>& next) {
  if (old == next) return;
  ensure_table(connection, table);
  write_list(connection, table, old, next);
}

std::map<std::string, std::string> settings_of(const Plan& plan) {
  return {{"format", std::to_string(format_version)},
          {"title", plan.title},
          {"currency", plan.currency},
          {"crs_epsg", std::to_string(plan.crs.epsg)},
          {"crs_wkt", plan.crs.wkt},
          {"levels", to_json(plan.levels)},
          {"aliases", to_json(plan.aliases)},
          {"sources", to_json(plan.sources)},
          {"mappings", to_json(plan.mappings)},
          {"layers", to_json(plan.layers)},
          {"bookmarks", to_json(plan.bookmarks)},
          {"scenarios", to_json(plan.scenarios)},
          {"sheets", to_json(plan.sheets)},
          {"style", to_json(plan.style)},
          {"next_id", std::to_string(plan.next_id)}};
}

/// Figures of the districts of a level, nullptr where nothing says how many people live there.
const Statistic* figures_of(const Plan& plan, Id level) {
  return inhabitants_of(plan, level);
}

std::optional<double> figure(const Statistic* statistic, Id district) {
  if (!statistic) return std::nullopt;
  const auto found = statistic->figures.find(district);
  if (found == statistic->figures.end() || found->second.state != Figure::State::value) return std::nullopt;
  return found->second.value;
}

}  // namespace

Writer::Writer(Connection& connection, PlanPtr saved, Positions positions)
    : connection_(connection), saved_(std::move(saved)), positions_(std::move(positions)) {}

Statement& Writer::statement(const std::string& sql) {
  const auto found = statements_.find(sql);
  return found != statements_.end() ? found->second : statements_.emplace(sql, connection_.prepare(sql)).first->second;
}

void Writer::write(const PlanPtr& next) {
  pending_ = next;
  pending_positions_ = {};
  touched_.clear();
  const bool moved = !(saved_->crs == next->crs);
  if (moved) write_crs(*next);
  write_levels(*next);
  write_districts(*next, moved);
  write_measures(*next, moved);
  write_list(connection_, "smile_statistics", saved_->statistics, next->statistics);
  write_list(connection_, "smile_reports", saved_->reports, next->reports);
  write_younger_list(connection_, "smile_findings", saved_->findings, next->findings);
  write_younger_list(connection_, "smile_steps", saved_->steps, next->steps);
  write_settings(*next);
  write_touched();
  write_styles(*next);
}

void Writer::adopt() {
  saved_ = std::move(pending_);
  positions_ = std::move(pending_positions_);
}

void Writer::write_crs(const Plan& next) {
  put_srs(connection_, next.crs);
  for (const Layer& layer : layers_of(*saved_)) {  // tables of features keep theirs: their rows don't change
    if (layer.kind == GeometryKind::none) continue;
    for (const char* list : {"gpkg_geometry_columns", "gpkg_contents"})
      connection_.prepare(std::string("UPDATE ") + list + " SET srs_id = ? WHERE table_name = ?")
          .bind(1, srs_id(next.crs))
          .bind(2, layer.table)
          .run();
  }
}

void Writer::write_levels(const Plan& next) {
  if (saved_->levels == next.levels && saved_->title == next.title) return;
  const std::vector<Layer> layers = layers_of(next);
  const auto listed = [](const std::vector<Layer>& all, const std::string& table) {
    return std::any_of(all.begin(), all.end(), [&](const Layer& layer) { return layer.table == table; });
  };
  statements_.clear();  // a statement in use would hold a table that is to go
  const std::vector<Layer> before = layers_of(*saved_);
  for (const Layer& layer : before)
    if (!listed(layers, layer.table)) drop_layer(connection_, layer.table);
  for (const Layer& layer : before)  // none may hold a name that another one is to get
    connection_.prepare("UPDATE gpkg_contents SET identifier = NULL WHERE table_name = ?").bind(1, layer.table).run();
  for (const Layer& layer : layers) {
    if (!listed(before, layer.table)) add_layer(connection_, layer, next.crs);
    connection_.prepare("UPDATE gpkg_contents SET identifier = ?, description = ? WHERE table_name = ?")
        .bind(1, layer.identifier)
        .bind(2, layer.description)
        .bind(3, layer.table)
        .run();
  }
}

void Writer::write_districts(const Plan& next, bool all) {
  Difference<District> changes =
      all ? all_of(next.districts) : difference(saved_->districts, positions_.districts, next.districts);
  std::map<Id, const Statistic*> people;
  for (const Level& level : next.levels) people[level.id] = figures_of(next, level.id);
  const auto remove = [&](const District& old) {
    if (find_level(next, old.level)) statement(remove_sql(table_of(old))).bind(1, old.id).run();
  };
  if (all)
    for (const DistrictPtr& old : saved_->districts) remove(*old);
  for (const District* old : changes.gone) remove(*old);
  for (const auto& put : changes.puts) {
    if (put.old && put.old->level != put.record->level) remove(*put.old);
    Statement& insert = statement(put_sql(table_of(*put.record), district_columns()));
    const auto statistic = people.find(put.record->level);
    const auto inhabitants = figure(statistic == people.end() ? nullptr : statistic->second, put.record->id);
    bind_district(insert, *put.record, inhabitants, put.position, srs_id(next.crs));
    insert.run();
    touch(table_of(*put.record), bounds(put.record->geometry));
  }
  for (const auto& [level, statistic] : people) {
    if (statistic == figures_of(*saved_, level)) continue;
    Statement& update = statement("UPDATE " + districts_table(level) + " SET inhabitants = ? WHERE id = ?");
    for (const DistrictPtr& district : next.districts) {
      if (district->level != level) continue;
      const auto value = figure(statistic, district->id);
      value ? update.bind(1, *value) : update.bind_null(1);
      update.bind(2, district->id).run();
    }
    touch(districts_table(level), {});
  }
  pending_positions_.districts = std::move(changes.positions);
}

void Writer::write_measures(const Plan& next, bool all) {
  Difference<Measure> changes =
      all ? all_of(next.measures) : difference(saved_->measures, positions_.measures, next.measures);
  const auto remove = [&](const Measure& old) {
    statement(remove_sql(table_of(old))).bind(1, old.id).run();
    touch(table_of(old), {});
  };
  if (all)
    for (const MeasurePtr& old : saved_->measures) remove(*old);
  for (const Measure* old : changes.gone) remove(*old);
  for (const auto& put : changes.puts) {
    const std::string table = table_of(*put.record);
    if (put.old && table_of(*put.old) != table) remove(*put.old);
    Statement& insert = statement(put_sql(table, measure_columns(put.record->location.geometry.kind)));
    bind_measure(insert, *put.record, put.position, srs_id(next.crs));
    insert.run();
    touch(table, bounds(put.record->location.geometry));
  }
  pending_positions_.measures = std::move(changes.positions);
}

void Writer::write_settings(const Plan& next) {
  const auto before = settings_of(*saved_);
  for (const auto& [key, value] : settings_of(next)) {
    const auto found = before.find(key);
    if (found != before.end() && found->second == value) continue;
    statement("INSERT OR REPLACE INTO smile_settings VALUES (?, ?)").bind(1, key).bind(2, value).run();
  }
}

void Writer::touch(const std::string& table, const Box& box) {
  touched_[table].add(box);
}

/// The extent of a table only grows: that is what it promises to contain, and nobody has to read all rows for it.
void Writer::write_touched() {
  for (const auto& [table, box] : touched_) {
    statement("UPDATE gpkg_contents SET last_change = ? WHERE table_name = ?").bind(1, now_utc()).bind(2, table).run();
    if (box.empty() || table == measures_table(GeometryKind::none)) continue;
    Statement& grow = statement(
        "UPDATE gpkg_contents SET min_x = min(coalesce(min_x, ?1), ?1), min_y = min(coalesce(min_y, ?2), ?2), "
        "max_x = max(coalesce(max_x, ?3), ?3), max_y = max(coalesce(max_y, ?4), ?4) WHERE table_name = ?5");
    grow.bind(1, box.min_x).bind(2, box.min_y).bind(3, box.max_x).bind(4, box.max_y).bind(5, table).run();
  }
}

void Writer::write_styles(const Plan& next) {
  put_layer_styles(connection_, *saved_, next);
  if (saved_->levels == next.levels && saved_->districts == next.districts && saved_->statistics == next.statistics &&
      saved_->style == next.style)
    return;
  put_styles(connection_, next);
}

Positions write_all(Connection& connection, const Plan& plan) {
  // Seen from an empty plan with the same levels and system, everything is new.
  auto empty = std::make_shared<Plan>();
  empty->crs = plan.crs;
  empty->levels = plan.levels;
  Positions positions{fresh_positions(plan.measures.size()), fresh_positions(plan.districts.size())};
  Writer writer(connection, empty, {});
  for (const auto& [key, value] : settings_of(*empty))
    connection.prepare("INSERT OR REPLACE INTO smile_settings VALUES (?, ?)").bind(1, key).bind(2, value).run();
  writer.write(std::make_shared<const Plan>(plan));
  put_styles(connection, plan);
  return positions;
}

}  // namespace smile::store
