#include "gis/intake/layer_memory.h"

#include <algorithm>

#include "gis/intake/layers.h"

namespace smile {

namespace fs = std::filesystem;

std::size_t expected_bytes(const MapLayer& layer, const PlanPlace& place) {
  const std::size_t each = layer.kind == GeometryKind::point ? 100 : 400;
  const std::size_t by_number = static_cast<std::size_t>(std::max<std::int64_t>(layer.features, 0)) * each;
  if (layer.source.kind != LayerSource::Kind::file) return by_number;
  const fs::path file = layer_file(layer.source, place.folder());
  std::error_code gone;
  const std::uintmax_t size = fs::file_size(file, gone);
  if (gone) return 0;
  const std::string ending = file.extension().string();
  if (ending == ".zip" || ending == ".kmz") return by_number;
  return ending == ".gpkg" ? std::min<std::size_t>(by_number, size) : size;
}

}  // namespace smile
