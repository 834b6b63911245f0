#pragma once
// codebook.json: what the shapefiles beside it can't hold. A value, and its text form.

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "gis/exports/tables.h"

namespace smile::exports {

inline constexpr std::string_view codebook_name = "codebook.json";

struct CodebookColumn {
  std::string short_name;
  std::string key;
  Id statistic = 0;
};

struct CodebookFile {
  std::string name;  ///< with ending
  TableKind kind = TableKind::measures;
  Id level = 0;
  std::vector<CodebookColumn> columns;
};

/// A value that reads back from the DBF otherwise than it was. As long as the file still says `written`, `whole` is the
/// value.
struct CodebookCell {
  std::string written;
  std::string whole;
};
using CellKey = std::tuple<TableKind, Id, std::string>;  ///< record, key of the field

/// Shapefiles turn and order rings their own way. Applies while `written` is the hash of what is read: else a colleague
/// changed it.
struct CodebookGeometry {
  std::uint64_t written = 0;
  std::vector<int>
      rings;  ///< the file's rings from 1 in the plan's order, negative: turned round; empty: as in the file
  std::vector<int> parts;  ///< rings of each polygon
  Geometry whole;          ///< where turning and ordering isn't enough
};
using GeometryKey = std::pair<TableKind, Id>;

struct Codebook {
  Plan rest;  ///< the plan without what the shapefiles hold
  std::vector<CodebookFile> files;
  std::map<CellKey, CodebookCell> cells;
  std::map<GeometryKey, CodebookGeometry> geometries;
};

std::string to_json(const Codebook& codebook);
/// Throws Error{unreadable}.
Codebook codebook_from_json(std::string_view json);

/// How to make `whole` from the `read` geometry.
CodebookGeometry difference_of(const Geometry& read, const Geometry& whole);
/// The whole geometry if `read` is what was written, else nothing.
std::optional<Geometry> restored(const CodebookGeometry& entry, const Geometry& read);
/// FNV-1a over coordinates and structure.
std::uint64_t hash_of(const Geometry& geometry);

}  // namespace smile::exports
