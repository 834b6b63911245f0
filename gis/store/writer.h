#pragma once
// Writes the difference between two snapshots. Records that are the same pointer cost nothing.

#include <map>
#include <string>
#include <vector>

#include "gis/database/sqlite.h"
#include "gis/plan/plan.h"

namespace smile::store {

/// Positions of a plan's rows in the file, in the order of plan.measures and plan.districts.
struct Positions {
  std::vector<std::int64_t> measures;
  std::vector<std::int64_t> districts;
};

/// Fills an empty file made by create_schema.
Positions write_all(database::Connection& connection, const Plan& plan);

class Writer {
public:
  /// `saved` is what the file holds, at `positions`.
  Writer(database::Connection& connection, PlanPtr saved, Positions positions);
  /// Writes within the transaction of the caller. Call adopt() after the commit, nothing after a rollback.
  void write(const PlanPtr& next);
  void adopt();
  const PlanPtr& saved() const { return saved_; }

private:
  struct Touched;
  database::Statement& statement(const std::string& sql);
  void write_crs(const Plan& next);
  void write_levels(const Plan& next);
  void write_districts(const Plan& next, bool all);
  void write_measures(const Plan& next, bool all);
  void write_settings(const Plan& next);
  void touch(const std::string& table, const Box& box);
  void write_touched();
  void write_styles(const Plan& next);

  database::Connection& connection_;
  PlanPtr saved_;
  Positions positions_;
  PlanPtr pending_;
  Positions pending_positions_;
  std::map<std::string, database::Statement> statements_;
  std::map<std::string, Box> touched_;
};

}  // namespace smile::store
