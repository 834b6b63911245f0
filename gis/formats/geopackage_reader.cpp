// A GeoPackage as a layer for the gate: its columns as cells of text.
#include <ogr_geometry.h>

#include <algorithm>
#include <memory>

#include "gis/database/sqlite.h"
#include "gis/formats/geopackage_reader.h"
#include "gis/formats/ogr_cells.h"
#include "gis/formats/ogr_geometry.h"

namespace smile {
namespace {

namespace fs = std::filesystem;

/// What was written last may still stand in a -wal beside the file. Reading it would change the folder: both are
/// copied.
class SettledFile {
public:
  explicit SettledFile(const fs::path& file) : file_(file) {
    const fs::path wal = file.string() + "-wal";
    std::error_code failed;
    if (fs::file_size(wal, failed) == 0 || failed) return;
    copy_.emplace();
    file_ = copy_->path() / "copy.gpkg";
    failed.clear();
    fs::copy_file(file, file_, failed);
    if (!failed) fs::copy_file(wal, file_.string() + "-wal", failed);
    if (failed)
      throw Error(ErrorKind::disk, text("There is no room for temporary files; free some space and try again."));
    fs::permissions(file_, fs::perms::owner_read | fs::perms::owner_write, failed);
    fs::permissions(file_.string() + "-wal", fs::perms::owner_read | fs::perms::owner_write, failed);
    database::Connection(file_, database::Access::write).execute("PRAGMA wal_checkpoint(TRUNCATE)");
  }
  const fs::path& path() const { return file_; }

private:
  fs::path file_;
  std::optional<WorkingFolder> copy_;
};

ColumnType type_of(ValueColumn::Kind kind) {
  switch (kind) {
    case ValueColumn::Kind::integer:
      return ColumnType::integer;
    case ValueColumn::Kind::real:
      return ColumnType::real;
    case ValueColumn::Kind::date:
    case ValueColumn::Kind::date_time:
      return ColumnType::date;
    default:
      return ColumnType::text;
  }
}

/// Arcs and collections: OGR knows how to straighten them.
std::optional<Geometry> straightened(const std::string& wkb) {
  OGRGeometry* raw = nullptr;
  const OGRErr failed = OGRGeometryFactory::createFromWkb(wkb.data(), nullptr, &raw, wkb.size());
  const std::unique_ptr<OGRGeometry> geometry(raw);
  if (failed != OGRERR_NONE || !geometry) return std::nullopt;
  return from_ogr(*geometry).geometry;
}

void add_unusual_geometries(const FeatureColumns& columns, RawLayer& out, IssueList& issues) {
  std::vector<std::size_t> damaged = columns.unreadable;
  std::int64_t straight = 0;
  for (const auto& [row, wkb] : columns.curves) {
    auto geometry = straightened(wkb);
    if (geometry)
      out.features[row].geometry = std::move(*geometry), ++straight;
    else
      damaged.push_back(row);
  }
  if (straight > 0)
    issues.add(Severity::note, "curves_straightened",
               text_n(straight, "{1} feature has arcs; they were turned into short straight lines.",
                      "{1} features have arcs; they were turned into short straight lines.", straight));
  for (const std::size_t row : damaged)
    issues.add_row(Severity::error, "geometry_unreadable", out.features[row].row,
                   text("The geometry is damaged; the record came in without it."),
                   text("Export the file again from its source."));
}

const GeoPackageLayer& find_layer(const std::vector<GeoPackageLayer>& layers, const std::string& name,
                                  const fs::path& file) {
  for (const GeoPackageLayer& layer : layers)
    if (layer.name == name) return layer;
  throw Error(ErrorKind::not_found, text("“{1}” has no layer “{2}”; check the name.", file.filename().string(), name));
}

std::optional<GeoPackageContent> content_of(const fs::path& file, const std::string& name, const ColumnNames& columns,
                                            Sharing sharing, const Progress& progress) {
  database::Connection connection = open_geopackage(file, sharing);
  const std::vector<GeoPackageLayer> layers = geopackage_layers(connection, false);
  const auto wanted = std::find_if(layers.begin(), layers.end(), [&](const GeoPackageLayer& layer) {
    return layer.name == name || (name.empty() && layers.size() == 1);
  });
  if (wanted == layers.end()) return std::nullopt;
  GeoPackageContent content{*wanted, read_geopackage_columns(connection, *wanted, progress, columns)};
  content.layer.features = static_cast<std::int64_t>(content.columns.size());
  return content;
}

}  // namespace

std::optional<GeoPackageContent> read_geopackage_content(const fs::path& file, const std::string& name,
                                                         const ColumnNames& columns, const Progress& progress) {
  const SettledFile settled(file);
  return content_of(settled.path(), name, columns, Sharing::alone, progress);
}

std::optional<GeoPackageContent> read_shared_content(const fs::path& file, const std::string& name,
                                                     const ColumnNames& columns, const Progress& progress) {
  return content_of(file, name, columns, Sharing::with_writer, progress);
}

std::vector<LayerInfo> list_geopackage_layers(const fs::path& file) {
  const SettledFile settled(file);
  std::vector<LayerInfo> out;
  database::Connection connection = open_geopackage(settled.path());
  for (GeoPackageLayer& layer : geopackage_layers(connection, true))
    out.push_back({std::move(layer.name), layer.kind, layer.features});
  return out;
}

RawLayer read_geopackage_layer(const fs::path& file, const std::string& name, IssueList& issues,
                               const Progress& progress) {
  const SettledFile settled(file);
  database::Connection connection = open_geopackage(settled.path());
  const std::vector<GeoPackageLayer> layers = geopackage_layers(connection, false);
  const GeoPackageLayer& layer = find_layer(layers, name, file);
  const FeatureColumns columns = read_geopackage_columns(connection, layer, progress);
  RawLayer out;
  out.layer = layer.name;
  out.driver = "GPKG";
  out.declared = static_cast<std::int64_t>(columns.size());
  out.crs_text = layer.crs;
  out.crs = crs_from_text(layer.crs);
  for (const ValueColumn& column : columns.columns) out.columns.push_back({column.name, type_of(column.kind)});
  out.features.resize(columns.size());
  for (std::size_t row = 0; row < columns.size(); ++row) {
    Feature& feature = out.features[row];
    feature.row = static_cast<std::int64_t>(row) + 1;
    feature.geometry = columns.geometry(row);
    feature.cells.reserve(columns.columns.size());
    for (const ValueColumn& column : columns.columns) feature.cells.push_back(cell_text(column, row));
  }
  if (columns.with_heights > 0)
    issues.add(
        Severity::note, "heights_dropped",
        text_n(columns.with_heights, "{1} feature has heights or measures; a plan is flat and leaves them out.",
               "{1} features have heights or measures; a plan is flat and leaves them out.", columns.with_heights));
  add_unusual_geometries(columns, out, issues);
  return out;
}

}  // namespace smile
