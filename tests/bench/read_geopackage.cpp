// SPEED row 9: the city's features with their attributes, GeoPackage → memory, beside a loop over OGR's features in the
// same process. Call: bench_read_geopackage CITY.gpkg …   Results are compared first: features, sum of coordinates, sum
// of attribute lengths.

#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include <cmath>
#include <cstdio>
#include <cstring>

#include "gis/database/sqlite.h"
#include "gis/formats/geopackage_columns.h"
#include "tests/bench/measure.h"

using namespace smile;

namespace {

struct Result {
  std::int64_t features = 0;
  double coordinates = 0;
  std::int64_t text_bytes = 0;
  double numbers = 0;
};

void add(Result& sum, const OGRGeometry& geometry) {
  const auto type = wkbFlatten(geometry.getGeometryType());
  if (type == wkbPoint) {
    sum.coordinates += geometry.toPoint()->getX() + geometry.toPoint()->getY();
  } else if (type == wkbLineString || type == wkbLinearRing) {
    const OGRSimpleCurve& curve = *geometry.toSimpleCurve();
    for (int i = 0; i < curve.getNumPoints(); ++i) sum.coordinates += curve.getX(i) + curve.getY(i);
  } else if (type == wkbPolygon) {
    for (const OGRLinearRing* ring : *geometry.toPolygon()) add(sum, *ring);
  } else {
    for (const OGRGeometry* part : *geometry.toGeometryCollection()) add(sum, *part);
  }
}

void add(Result& sum, const OGRFeature& feature) {
  ++sum.features;
  if (const OGRGeometry* geometry = feature.GetGeometryRef()) add(sum, *geometry);
  for (int i = 0; i < feature.GetFieldCount(); ++i) {
    if (!feature.IsFieldSetAndNotNull(i)) continue;
    const OGRFieldType type = feature.GetFieldDefnRef(i)->GetType();
    if (type == OFTInteger || type == OFTInteger64)
      sum.numbers += static_cast<double>(feature.GetFieldAsInteger64(i));
    else if (type == OFTReal)
      sum.numbers += feature.GetFieldAsDouble(i);
    else
      sum.text_bytes += static_cast<std::int64_t>(std::strlen(feature.GetFieldAsString(i)));
  }
}

/// Only opening and stepping: what OGR needs at least. The sums are made in a run of their own.
std::int64_t loop_with_ogr(const char* file, Result* sum) {
  const GDALDatasetUniquePtr dataset(GDALDataset::Open(file, GDAL_OF_VECTOR | GDAL_OF_READONLY));
  std::int64_t features = 0;
  for (OGRLayer* layer : dataset->GetLayers())
    for (const OGRFeatureUniquePtr& feature : *layer) {
      ++features;
      if (sum != nullptr) add(*sum, *feature);
    }
  return features;
}

std::vector<FeatureColumns> read_columns(const char* file) {
  std::vector<FeatureColumns> out;
  database::Connection connection = open_geopackage(file);
  for (const GeoPackageLayer& layer : geopackage_layers(connection, false))
    out.push_back(read_geopackage_columns(connection, layer));
  return out;
}

Result sum_of(const std::vector<FeatureColumns>& layers) {
  Result sum;
  for (const FeatureColumns& layer : layers) {
    sum.features += static_cast<std::int64_t>(layer.size());
    for (const Point& p : layer.shapes.points) sum.coordinates += p.x + p.y;
    for (const ValueColumn& column : layer.columns) {
      sum.text_bytes += static_cast<std::int64_t>(column.bytes.size());
      for (const std::int64_t value : column.integers) sum.numbers += static_cast<double>(value);
      for (const double value : column.reals) sum.numbers += value;
    }
  }
  return sum;
}

bool near(double a, double b) {
  return std::abs(a - b) <= 1e-9 * std::max(std::abs(a), std::abs(b));
}

bool equal(const Result& a, const Result& b) {
  std::printf("  ours %lld features, coordinates %.3f, text %lld bytes, numbers %.6f\n",
              static_cast<long long>(a.features), a.coordinates, static_cast<long long>(a.text_bytes), a.numbers);
  std::printf("  OGR  %lld features, coordinates %.3f, text %lld bytes, numbers %.6f\n",
              static_cast<long long>(b.features), b.coordinates, static_cast<long long>(b.text_bytes), b.numbers);
  return a.features == b.features && near(a.coordinates, b.coordinates) && a.text_bytes == b.text_bytes &&
         near(a.numbers, b.numbers);
}

bool measure(const char* file) {
  std::printf("%s\n", file);
  Result theirs;
  loop_with_ogr(file, &theirs);
  const bool same = equal(sum_of(read_columns(file)), theirs);
  if (!same) std::printf("  results differ: not timed\n");
  if (!same) return false;
  const double ogr = bench::median(bench::timed(5, [&] { loop_with_ogr(file, nullptr); }));
  const double ours = bench::median(bench::timed(5, [&] { read_columns(file); }));
  bench::row("OGR feature loop", ogr);
  bench::row("columns through SQLite", ours);
  std::printf("  ratio %.2f\n", ogr / ours);
  return true;
}

}  // namespace

int main(int argc, char** argv) {
  GDALAllRegister();
  bool all = argc > 1;
  if (argc < 2) std::puts("Call: bench_read_geopackage CITY.gpkg …");
  for (int i = 1; i < argc; ++i) all = measure(argv[i]) && all;
  return all ? 0 : 1;
}
