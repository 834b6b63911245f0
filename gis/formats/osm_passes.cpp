#include "gis/formats/osm_passes.h"

#include <fstream>

#include "gis/formats/osm.h"

namespace smile {

std::string osm_format(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::string head(512, '\0');
  in.read(head.data(), static_cast<std::streamsize>(head.size()));
  head.resize(static_cast<std::size_t>(in.gcount()));
  if (head.size() > 15 && head.substr(6, 9) == "OSMHeader") return "pbf";
  if (head.find("<osm") != std::string::npos) return "osm";
  const bool named = file.filename().string().find(".osm") != std::string::npos;  // packed, only the name tells
  if (named && head.starts_with("\x1f\x8b")) return "osm.gz";
  if (named && head.starts_with("BZh")) return "osm.bz2";
  return "";
}

bool is_osm_file(const std::filesystem::path& file) {
  return std::filesystem::is_regular_file(file) && !osm_format(file).empty();
}

}  // namespace smile
