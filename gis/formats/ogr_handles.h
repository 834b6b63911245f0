#pragma once
// Owners of GDAL's handles, and the conversions every OGR writer and reader here needs. Included by .cpp files of this
// room only.

#include <cpl_conv.h>
#include <cpl_string.h>
#include <gdal.h>
#include <ogr_api.h>
#include <ogr_srs_api.h>

#include <memory>
#include <string>

#include "gis/crs/crs.h"

namespace smile::ogr {

struct CloseDataset {
  void operator()(void* dataset) const { GDALClose(dataset); }
};
using Dataset = std::unique_ptr<void, CloseDataset>;

struct DestroyFeature {
  void operator()(OGRFeatureH feature) const { OGR_F_Destroy(feature); }
};
using FeatureHandle = std::unique_ptr<std::remove_pointer_t<OGRFeatureH>, DestroyFeature>;

struct DestroyField {
  void operator()(OGRFieldDefnH field) const { OGR_Fld_Destroy(field); }
};
using FieldDefinition = std::unique_ptr<std::remove_pointer_t<OGRFieldDefnH>, DestroyField>;

struct ReleaseSystem {
  void operator()(OGRSpatialReferenceH system) const { OSRRelease(system); }
};
using SystemHandle = std::unique_ptr<std::remove_pointer_t<OGRSpatialReferenceH>, ReleaseSystem>;

/// One option for this thread, put back at the end.
class ThreadOption {
public:
  ThreadOption(const char* key, const char* value) : key_(key) {
    if (const char* before = CPLGetThreadLocalConfigOption(key, nullptr))
      before_ = std::make_unique<std::string>(before);
    CPLSetThreadLocalConfigOption(key, value);
  }
  ~ThreadOption() { CPLSetThreadLocalConfigOption(key_, before_ ? before_->c_str() : nullptr); }
  ThreadOption(const ThreadOption&) = delete;
  ThreadOption& operator=(const ThreadOption&) = delete;

private:
  const char* key_;
  std::unique_ptr<std::string> before_;
};

/// GDAL's messages are taken from the thread's last error, never printed.
class QuietErrors {
public:
  QuietErrors() { CPLPushErrorHandler(CPLQuietErrorHandler); }
  ~QuietErrors() { CPLPopErrorHandler(); }
  QuietErrors(const QuietErrors&) = delete;
  QuietErrors& operator=(const QuietErrors&) = delete;
};

/// x, y order as everywhere; empty for an unknown system.
inline SystemHandle system_of(const Crs& crs) {
  if (!crs.known()) return {};
  SystemHandle system(OSRNewSpatialReference(nullptr));
  std::string wkt = crs.wkt;
  char* text = wkt.data();
  const OGRErr error =
      crs.epsg != 0 ? OSRImportFromEPSG(system.get(), crs.epsg) : OSRImportFromWkt(system.get(), &text);
  if (error != OGRERR_NONE) return {};
  OSRSetAxisMappingStrategy(system.get(), OAMS_TRADITIONAL_GIS_ORDER);
  return system;
}

}  // namespace smile::ogr
