#pragma once
// Writes a table of texts as XLSX or ODS, so that tests need no binary files.

#include <cpl_conv.h>
#include <gdal.h>
#include <ogr_api.h>

#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <string>
#include <vector>

namespace smile::tests {

/// The first of `rows` is the header. driver: "XLSX" or "ODS".
inline void write_sheet(const std::filesystem::path& file, const char* driver,
                        const std::vector<std::vector<std::string>>& rows) {
  GDALAllRegister();
  GDALDatasetH dataset = GDALCreate(GDALGetDriverByName(driver), file.c_str(), 0, 0, 0, GDT_Unknown, nullptr);
  BOOST_TEST_REQUIRE(dataset != nullptr);
  OGRLayerH layer = GDALDatasetCreateLayer(dataset, "Ideen", nullptr, wkbNone, nullptr);
  for (const std::string& name : rows.front()) {
    OGRFieldDefnH field = OGR_Fld_Create(name.c_str(), OFTString);
    OGR_L_CreateField(layer, field, 1);
    OGR_Fld_Destroy(field);
  }
  for (std::size_t i = 1; i < rows.size(); ++i) {
    OGRFeatureH feature = OGR_F_Create(OGR_L_GetLayerDefn(layer));
    for (std::size_t k = 0; k < rows[i].size(); ++k)
      if (!rows[i][k].empty()) OGR_F_SetFieldString(feature, static_cast<int>(k), rows[i][k].c_str());
    BOOST_TEST_REQUIRE(OGR_L_CreateFeature(layer, feature) == OGRERR_NONE);
    OGR_F_Destroy(feature);
  }
  GDALClose(dataset);
}

}  // namespace smile::tests
