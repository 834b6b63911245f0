#pragma once
// Plans of real cities, read here by GDAL's own hands so that a test of intake does not depend on the reader of layers.

#include <gdal.h>
#include <ogr_api.h>

#include "gis/formats/features.h"
#include "gis/plan/edits.h"
#include "tests/support/places.h"

namespace smile::tests {

/// Rostock's 21 Stadtbereiche in EPSG:25833. Only with have_shared_data().
inline Plan rostock_plan() {
  GDALAllRegister();
  const std::string file = (shared_data() / "rostock" / "stadtbereiche.shp").string();
  GDALDatasetH dataset = GDALOpenEx(file.c_str(), GDAL_OF_VECTOR, nullptr, nullptr, nullptr);
  BOOST_TEST_REQUIRE(dataset != nullptr);
  OGRLayerH layer = GDALDatasetGetLayer(dataset, 0);
  const Transform transform(crs_from_epsg(4326), crs_from_epsg(25833));
  std::vector<District> districts;
  while (OGRFeatureH feature = OGR_L_GetNextFeature(layer)) {
    OGRGeometryH geometry = OGR_F_GetGeometryRef(feature);
    std::string wkb(static_cast<std::size_t>(OGR_G_WkbSize(geometry)), '\0');
    OGR_G_ExportToIsoWkb(geometry, wkbNDR, reinterpret_cast<unsigned char*>(wkb.data()));
    District district;
    district.code = OGR_F_GetFieldAsString(feature, OGR_F_GetFieldIndex(feature, "code"));
    district.name = OGR_F_GetFieldAsString(feature, OGR_F_GetFieldIndex(feature, "bez"));
    district.geometry = *transform(*from_wkb(wkb));
    district.area_m2 = area(district.geometry);
    districts.push_back(std::move(district));
    OGR_F_Destroy(feature);
  }
  GDALClose(dataset);
  std::sort(districts.begin(), districts.end(), [](const District& a, const District& b) { return a.code < b.code; });
  return set_level("Stadtbereiche", std::move(districts), crs_from_epsg(25833)).apply(Plan{});
}

/// A layer of points in longitude/latitude with all its fields as text.
inline FeatureTable layer_of(const std::filesystem::path& file) {
  GDALAllRegister();
  GDALDatasetH dataset = GDALOpenEx(file.c_str(), GDAL_OF_VECTOR, nullptr, nullptr, nullptr);
  BOOST_TEST_REQUIRE(dataset != nullptr);
  OGRLayerH layer = GDALDatasetGetLayer(dataset, 0);
  FeatureTable table;
  table.crs = crs_from_epsg(4326);
  table.report.driver = "GeoJSON";
  OGRFeatureDefnH definition = OGR_L_GetLayerDefn(layer);
  for (int i = 0; i < OGR_FD_GetFieldCount(definition); ++i)
    table.columns.push_back({OGR_Fld_GetNameRef(OGR_FD_GetFieldDefn(definition, i)), ColumnType::text});
  while (OGRFeatureH record = OGR_L_GetNextFeature(layer)) {
    Feature feature;
    feature.row = static_cast<std::int64_t>(table.features.size()) + 1;
    for (std::size_t i = 0; i < table.columns.size(); ++i)
      feature.cells.emplace_back(OGR_F_GetFieldAsString(record, static_cast<int>(i)));
    OGRGeometryH geometry = OGR_F_GetGeometryRef(record);
    feature.geometry = make_point({OGR_G_GetX(geometry, 0), OGR_G_GetY(geometry, 0)});
    table.features.push_back(std::move(feature));
    OGR_F_Destroy(record);
  }
  GDALClose(dataset);
  return table;
}

}  // namespace smile::tests
