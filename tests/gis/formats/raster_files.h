#pragma once
// Small pictures made with GDAL, for the tests of rasters.

#include <gdal.h>
#include <ogr_srs_api.h>

#include <array>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace smile::tests {

using Rgba = std::array<std::uint8_t, 4>;
inline bool is_like(const Rgba& a, const Rgba& b, int by = 6) {
  for (std::size_t i = 0; i < 4; ++i)
    if (std::abs(int{a[i]} - int{b[i]}) > by) return false;
  return true;
}

struct Picture {
  int width = 100;
  int height = 80;
  int bands = 3;
  GDALDataType type = GDT_Byte;
  int epsg = 25833;  ///< 0: none
  double left = 308000;
  double top = 6002000;
  double pixel = 10;
  std::vector<std::string> options{};
};

/// value(x, y, band from 0).
inline void write_picture(const std::filesystem::path& file, const Picture& picture,
                          const std::function<double(int, int, int)>& value,
                          const std::function<void(GDALDatasetH)>& then = {}) {
  GDALAllRegister();
  std::vector<const char*> options;
  for (const std::string& option : picture.options) options.push_back(option.c_str());
  options.push_back(nullptr);
  GDALDatasetH dataset = GDALCreate(GDALGetDriverByName("GTiff"), file.c_str(), picture.width, picture.height,
                                    picture.bands, picture.type, const_cast<char**>(options.data()));
  double transform[6] = {picture.left, picture.pixel, 0, picture.top, 0, -picture.pixel};
  GDALSetGeoTransform(dataset, transform);
  if (picture.epsg != 0) {
    OGRSpatialReferenceH system = OSRNewSpatialReference(nullptr);
    OSRImportFromEPSG(system, picture.epsg);
    GDALSetSpatialRef(dataset, system);
    OSRRelease(system);
  }
  if (then) then(dataset);
  for (int band = 0; band < picture.bands; ++band)
    for (int y = 0; y < picture.height; ++y) {
      std::vector<double> row;
      for (int x = 0; x < picture.width; ++x) row.push_back(value(x, y, band));
      if (GDALRasterIO(GDALGetRasterBand(dataset, band + 1), GF_Write, 0, y, picture.width, 1, row.data(),
                       picture.width, 1, GDT_Float64, 0, 0) != CE_None)
        break;
    }
  GDALClose(dataset);
}

/// The bytes of a PNG of one colour, `side` pixels wide and high.
inline std::string png_of(const Rgba& colour, int side = 256) {
  GDALAllRegister();
  GDALDatasetH picture = GDALCreate(GDALGetDriverByName("MEM"), "", side, side, 4, GDT_Byte, nullptr);
  for (int band = 0; band < 4; ++band)
    GDALFillRaster(GDALGetRasterBand(picture, band + 1), colour[static_cast<std::size_t>(band)], 0);
  const std::string name = "/vsimem/tile" + std::to_string(colour[0]) + "_" + std::to_string(colour[1]) + ".png";
  GDALClose(GDALCreateCopy(GDALGetDriverByName("PNG"), name.c_str(), picture, 0, nullptr, nullptr, nullptr));
  GDALClose(picture);
  vsi_l_offset size = 0;
  GByte* bytes = VSIGetMemFileBuffer(name.c_str(), &size, TRUE);
  std::string out(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(size));
  VSIFree(bytes);
  return out;
}

}  // namespace smile::tests
