#pragma once
// What a shapefile of ours says now: when it has just been written, and when it comes back from a colleague.

#include <filesystem>
#include <optional>

#include "gis/exports/codebook_file.h"
#include "gis/formats/vector_table.h"

namespace smile::exports {

struct Record {
  Id id = 0;  ///< 0: a record that was added
  std::int64_t site = 0;
  std::vector<VectorCell> cells;  ///< one per column of the codebook; null where the column is gone
  Geometry geometry;
};

struct RecordFile {
  CodebookFile file;
  std::vector<Record> records;
  std::string prj;
  std::vector<std::string> missing_columns;
};

RecordFile read_records(const std::filesystem::path& folder, const CodebookFile& file, const Progress& progress = {});

/// nullptr if the codebook has no such column.
const VectorCell* cell_of(const RecordFile& file, const Record& record, std::string_view key);
/// The value of a field; std::nullopt for text that is no such value.
std::optional<Value> value_from(const MeasureField& field, const VectorCell& cell);
std::optional<double> number_from(const VectorCell& cell);

}  // namespace smile::exports
