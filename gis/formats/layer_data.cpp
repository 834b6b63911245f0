#include "gis/formats/layer_data.h"

#include <algorithm>
#include <array>

#include "gis/formats/decide_crs.h"
#include "gis/formats/encoded_twice.h"
#include "gis/formats/feature_values.h"
#include "gis/formats/geopackage_reader.h"
#include "gis/formats/layer_columns.h"
#include "gis/formats/source_files.h"

namespace smile {
namespace {

ValueColumn::Kind kind_of(ColumnType type) {
  switch (type) {
    case ColumnType::integer:
      return ValueColumn::Kind::integer;
    case ColumnType::real:
      return ValueColumn::Kind::real;
    case ColumnType::date:
      return ValueColumn::Kind::date;
    case ColumnType::text:
      break;
  }
  return ValueColumn::Kind::text;
}

/// Features without their geometry: it is not there for whoever draws or counts.
template <class Keep>
std::int64_t drop_geometries(FeatureColumns& features, Keep keep) {
  std::int64_t dropped = 0;
  for (std::size_t i = 0; i < features.size(); ++i) {
    if (features.kinds[i] == GeometryKind::none || keep(features.points_of(i))) continue;
    features.kinds[i] = GeometryKind::none;
    ++dropped;
  }
  return dropped;
}

void drop_not_finite(FeatureColumns& features, IssueList& issues) {
  const std::int64_t dropped = drop_geometries(features, [](std::span<const Point> points) {
    return std::all_of(points.begin(), points.end(),
                       [](const Point& p) { return std::abs(p.x) <= 1e9 && std::abs(p.y) <= 1e9; });
  });
  if (dropped > 0)
    issues.add(Severity::error, "not_finite",
               text_n(dropped, "{1} feature has coordinates that are no numbers; it is not shown.",
                      "{1} features have coordinates that are no numbers; they are not shown.", dropped),
               text("Export the file again from its source."));
}

/// Enough of the features to tell where they lie.
RawLayer sample_of(const FeatureColumns& features, const GeoPackageLayer& layer) {
  constexpr std::size_t wanted = 2000;
  RawLayer sample;
  sample.layer = layer.name;
  sample.driver = "GPKG";
  sample.crs_text = layer.crs;
  sample.crs = crs_from_text(layer.crs);
  const std::size_t step = features.size() / wanted + 1;
  for (std::size_t i = 0; i < features.size(); i += step) {
    Feature& feature = sample.features.emplace_back();
    feature.row = static_cast<std::int64_t>(i) + 1;
    feature.geometry = features.geometry(i);
  }
  return sample;
}

/// In place. What can't be transformed loses its geometry.
void bring(FeatureColumns& features, const Crs& from, const Crs& to, IssueList& issues, const Progress& progress) {
  if (from == to || features.shapes.points.empty()) return;
  const Transform transform(from, to);
  std::vector<bool> lost(features.shapes.points.size());
  bool some_lost = false;
  for (std::size_t i = 0; i < features.shapes.points.size(); ++i) {
    if (i % 4096 == 0) progress.check();
    Point& p = features.shapes.points[i];
    const auto moved = transform(p);
    if (moved)
      p = *moved;
    else
      lost[i] = some_lost = true;
  }
  if (!some_lost) return;
  const std::int64_t dropped = drop_geometries(features, [&](std::span<const Point> points) {
    const auto first = static_cast<std::size_t>(points.data() - features.shapes.points.data());
    return std::none_of(lost.begin() + static_cast<std::ptrdiff_t>(first),
                        lost.begin() + static_cast<std::ptrdiff_t>(first + points.size()), [](bool l) { return l; });
  });
  issues.add(Severity::error, "not_transformable",
             text_n(dropped, "{1} feature can't be brought into {2}; it is not shown.",
                    "{1} features can't be brought into {2}; they are not shown.", dropped, crs_code(to)),
             text("Check the coordinate system of the file."));
}

void measure(LayerData& data) {
  std::array<std::size_t, 4> count{};
  for (std::size_t i = 0; i < data.features.size(); ++i) {
    const GeometryKind kind = data.features.kinds[i];
    ++count[static_cast<std::size_t>(kind)];
    if (kind == GeometryKind::none) continue;
    for (const Point& p : data.features.points_of(i)) data.box.add(p);
  }
  const auto most = std::max_element(count.begin() + 1, count.end());
  if (*most > 0) data.kind = static_cast<GeometryKind>(most - count.begin());
}

/// nullopt where only the way through OGR will do: several layers to choose from, arcs.
std::optional<LayerData> read_as_columns(const SourceFiles& source, const ReadOptions& options,
                                         const ColumnNames& names, const Crs& to, const Progress& progress) {
  if (source.datasets.size() != 1 || source.datasets.front().format != Format::geopackage) return std::nullopt;
  auto content = read_geopackage_content(source.datasets.front().file, options.layer.value_or(""), names, progress);
  if (!content || !content->columns.curves.empty()) return std::nullopt;
  LayerData data;
  IssueList issues(source.shown);
  data.layer = content->layer.name;
  data.features = std::move(content->columns);
  decode_twice_encoded(data.features, issues);
  drop_not_finite(data.features, issues);
  const CrsDecision crs = decide_crs(sample_of(data.features, content->layer), options, issues);
  if (crs.swap)
    for (Point& p : data.features.shapes.points) std::swap(p.x, p.y);
  bring(data.features, crs.crs, to, issues, progress);
  data.source_crs = crs.crs;
  data.report.file = source.shown;
  data.report.driver = "GPKG";
  data.report.encoding = "UTF-8";
  data.report.crs = crs_code(crs.crs);
  data.report.declared = content->layer.features;
  data.report.read = static_cast<std::int64_t>(data.features.size());
  data.report.issues = issues.take();
  return data;
}

LayerData read_as_table(const std::filesystem::path& file, const ReadOptions& options, const Crs& to,
                        const Progress& progress) {
  FeatureTable table = read_features(file, options, progress);
  LayerData data;
  data.layer = table.layer;
  data.source_crs = table.crs;
  transform(table, to);
  for (const Column& column : table.columns) add_column(data.features, column.name, kind_of(column.type));
  for (const Feature& feature : table.features) append_feature(data.features, feature.geometry, feature.cells);
  data.report = std::move(table.report);
  return data;
}

}  // namespace

LayerData read_layer_data(const std::filesystem::path& file, const ReadOptions& options, const Crs& to,
                          const Progress& progress) {
  return read_layer_columns(file, options, std::nullopt, to, progress);
}

LayerData read_plan_table(const std::filesystem::path& plan, const std::string& table, const Crs& to, bool held,
                          const Progress& progress) {
  return read_plan_columns(plan, table, std::nullopt, to, held, progress);
}

LayerData read_layer_columns(const std::filesystem::path& file, const ReadOptions& options, const ColumnNames& names,
                             const Crs& to, const Progress& progress) {
  progress.check();
  std::optional<LayerData> columns;
  if (format_of(file) == Format::geopackage)
    columns = read_as_columns(open_source(file, progress), options, names, to, progress);
  LayerData data = columns ? std::move(*columns) : read_as_table(file, options, to, progress);
  data.report.verb = "layer";
  measure(data);
  return data;
}

LayerData read_plan_columns(const std::filesystem::path& plan, const std::string& table, const ColumnNames& columns,
                            const Crs& to, bool held, const Progress& progress) {
  progress.check();
  auto content = held ? read_shared_content(plan, table, columns, progress)
                      : read_geopackage_content(plan, table, columns, progress);
  if (!content)
    throw Error(ErrorKind::not_found,
                text("its features are not in the plan “{1}” any more.", plan.filename().string()));
  LayerData data;
  IssueList issues(plan.filename().string());
  data.layer = table;
  data.features = std::move(content->columns);
  const bool as_asked = content->layer.crs == to.wkt || content->layer.crs == "EPSG:" + std::to_string(to.epsg);
  data.source_crs = as_asked ? to : crs_from_text(content->layer.crs).value_or(to);
  drop_not_finite(data.features, issues);
  bring(data.features, data.source_crs, to, issues, progress);
  data.report.verb = "layer";
  data.report.file = plan.filename().string();
  data.report.read = static_cast<std::int64_t>(data.features.size());
  data.report.issues = issues.take();
  measure(data);
  return data;
}

}  // namespace smile
