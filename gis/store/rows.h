#pragma once
// A record as a row of its table and back. Column order: schema.h.

#include "gis/database/sqlite.h"
#include "gis/plan/fields.h"
#include "gis/plan/plan.h"

namespace smile::store {

// --- geometry as GeoPackage keeps it: header, envelope, WKB of a multi-geometry ---
std::string to_blob(const Geometry& geometry, std::int64_t srs);
/// std::nullopt for damaged bytes and coordinates that are no finite numbers.
std::optional<Geometry> from_blob(std::string_view bytes);

void bind_measure(database::Statement& statement, const Measure& measure, std::int64_t position, std::int64_t srs);
void bind_district(database::Statement& statement, const District& district, std::optional<double> inhabitants,
                   std::int64_t position, std::int64_t srs);

/// Reads rows of one table of measures; what another program wrote and can't be understood becomes an issue and the
/// field is missing.
class MeasureReader {
public:
  MeasureReader(GeometryKind kind, std::string file, Issues& issues);
  /// Throws Error{unreadable} for a damaged place.
  Measure read(const database::Statement& row) const;
  /// std::nullopt for a row that another program added.
  std::optional<std::int64_t> position(const database::Statement& row) const {
    return row.is_null(position_column_) ? std::nullopt : std::optional(row.integer(position_column_));
  }

private:
  std::optional<Value> value_of(const database::Statement& row, int column, const MeasureField& field) const;
  void read_field(const database::Statement& row, int column, const MeasureField& field, Measure& measure) const;
  void not_understood(const database::Statement& row, int column, std::string_view name) const;
  void read_location(const database::Statement& row, int column, Measure& measure) const;
  GeometryKind kind_;
  std::string file_;
  Issues& issues_;
  int first_field_;
  int position_column_;
};

District read_district(const database::Statement& row, Id level, const std::string& file);

}  // namespace smile::store
