#pragma once
// Features of layers of context inside the plan file: a table per layer and kind of geometry, called
// layer_<number>_<name>. Their rows never change; which of them a layer shows is LayerSource::layer.

#include <set>
#include <string>
#include <vector>

#include "gis/database/sqlite.h"
#include "gis/formats/layer_data.h"
#include "gis/plan/plan.h"
#include "gis/store/taken_layer.h"

namespace smile::store {

/// "layer_7_gewaesser", as no other program and no other table of ours is called.
bool is_feature_table(const std::string& name);
/// True where `sql` makes such a table as we do: plain columns, nothing that computes.
bool is_feature_table(const std::string& name, const std::string& sql);

/// Numbers go up: a table's name is not used again as long as the file is open.
std::string free_table_name(database::Connection& connection, const std::string& layer);

/// Writes the features of this kind as a new table, with those without a geometry where `with_rest`. Within the
/// transaction of the caller. Throws Error{cancelled}.
void write_features(database::Connection& connection, const std::string& table, const std::string& title,
                    const LayerData& data, GeometryKind kind, bool with_rest, const Crs& crs, const Progress& progress);

/// Tables that a plan or one of its named versions refers to.
std::set<std::string> referenced_tables(database::Connection& connection, const Plan& plan);
/// The others go: nobody can come back to them.
void drop_orphans(database::Connection& connection, const Plan& plan);
/// Copies those tables that are there.
void copy_tables(database::Connection& from, database::Connection& to, const std::set<std::string>& tables);

/// Values of a column that are numbers.
std::vector<double> numbers_in(database::Connection& connection, const std::string& table, const std::string& column);

}  // namespace smile::store
