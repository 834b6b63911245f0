#pragma once
// Shapefiles and their codebook become a plan again. What a colleague changed in the shapefile holds; the codebook adds
// only what did not fit.

#include "gis/exports/records.h"

namespace smile::exports {

struct Restoring {
  Codebook codebook;
  Plan plan;      ///< starts as codebook.rest
  Issues issues;  ///< what was changed or could not be read
};

/// Adds an issue; fill in what more is known.
Issue& list(Restoring& restoring, Severity severity, std::string kind, const RecordFile& file, Text message,
            Text proposal);
/// In the plan's system, finite and valid: repaired and listed where a colleague drew otherwise.
Geometry checked_geometry(Restoring& restoring, const RecordFile& file, const Record& record);
/// The text the record stands for: the whole one while the file still says what was written.
std::string whole_text(const Restoring& restoring, TableKind kind, const RecordFile& file, const Record& record,
                       std::string_view key);
/// True while the geometry is the one that was written; it is then made whole.
bool make_whole(const Restoring& restoring, TableKind kind, Id id, Geometry& geometry);
/// An id for a record that has none, or one that is taken.
Id new_id(Restoring& restoring);

void restore_districts(Restoring& restoring, const std::vector<RecordFile>& files);
void restore_measures(Restoring& restoring, const std::vector<RecordFile>& files);

}  // namespace smile::exports
