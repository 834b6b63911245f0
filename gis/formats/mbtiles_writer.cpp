#include "gis/formats/mbtiles_writer.h"

#include <cpl_vsi.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <numbers>

#include "gis/words/issue.h"

namespace smile::raster {
namespace {

constexpr int tile = 256;
constexpr double half_world = 20037508.342789244;  ///< metres from the middle of Web Mercator to its edge

double longitude(double x) {
  return x / half_world * 180;
}
double latitude(double y) {
  return std::atan(std::sinh(y / half_world * std::numbers::pi)) * 180 / std::numbers::pi;
}

std::string bounds_text(const Box& box) {
  char words[96];
  std::snprintf(words, sizeof words, "%.6f,%.6f,%.6f,%.6f", longitude(box.min_x), latitude(box.min_y),
                longitude(box.max_x), latitude(box.max_y));
  return words;
}

bool is_seen(const std::uint8_t* rgba, std::size_t line) {
  for (int y = 0; y < tile; ++y)
    for (int x = 0; x < tile; ++x)
      if (rgba[static_cast<std::size_t>(y) * line + static_cast<std::size_t>(x) * 4 + 3] != 0) return true;
  return false;
}

void write_metadata(database::Connection& connection, const MbtilesWriter::About& about) {
  database::Statement insert = connection.prepare("INSERT INTO metadata (name, value) VALUES (?, ?)");
  const std::pair<const char*, std::string> rows[] = {{"name", about.name},
                                                      {"format", about.photo ? "jpg" : "png"},
                                                      {"type", "baselayer"},
                                                      {"version", "1.3"},
                                                      {"bounds", bounds_text(about.web_mercator)},
                                                      {"minzoom", std::to_string(about.coarsest)},
                                                      {"maxzoom", std::to_string(about.finest)}};
  for (const auto& [name, value] : rows) insert.bind(1, std::string_view(name)).bind(2, value).run();
}

}  // namespace

std::optional<WebGrid> web_grid(const Opened& opened) {
  if (!opened.crs || opened.crs->epsg != 3857) return std::nullopt;
  const double pixel = opened.to_ground[1];
  const double zoom = std::log2(2 * half_world / (tile * pixel));
  const double x = (opened.to_ground[0] + half_world) / pixel, y = (half_world - opened.to_ground[3]) / pixel;
  const auto whole = [](double value) { return std::abs(value - std::round(value)) < 0.05; };
  if (std::abs(zoom - std::round(zoom)) > 1e-4 || !whole(x) || !whole(y)) return std::nullopt;
  return WebGrid{static_cast<int>(std::lround(zoom)), std::llround(x), std::llround(y)};
}

MbtilesWriter::MbtilesWriter(const std::filesystem::path& file, const About& about)
    : photo_(about.photo), connection_(file, database::Access::create) {
  connection_.execute("PRAGMA application_id = 0x4d504258; PRAGMA journal_mode = DELETE");
  transaction_.emplace(connection_);
  connection_.execute(
      "CREATE TABLE metadata (name TEXT, value TEXT);"
      "CREATE TABLE tiles (zoom_level INTEGER, tile_column INTEGER, tile_row INTEGER, tile_data BLOB);"
      "CREATE UNIQUE INDEX tile_index ON tiles (zoom_level, tile_column, tile_row)");
  write_metadata(connection_, about);
  insert_ = connection_.prepare("INSERT OR REPLACE INTO tiles VALUES (?, ?, ?, ?)");
}

void MbtilesWriter::put(int zoom, std::int64_t column, std::int64_t row, const std::uint8_t* rgba, std::size_t line) {
  if (!is_seen(rgba, line)) return;
  const std::int64_t from_south = (std::int64_t{1} << zoom) - 1 - row;  // as the specification counts
  insert_->bind(1, std::int64_t{zoom}).bind(2, column).bind(3, from_south).bind_blob(4, encoded(rgba, line)).run();
}

void MbtilesWriter::finish() {
  insert_.reset();
  transaction_->commit();
  transaction_.reset();
}

std::string MbtilesWriter::encoded(const std::uint8_t* rgba, std::size_t line) const {
  const int bands = photo_ ? 3 : 4;
  const ogr::Dataset memory(GDALCreate(GDALGetDriverByName("MEM"), "", tile, tile, bands, GDT_Byte, nullptr));
  const CPLErr error =
      memory == nullptr
          ? CE_Failure
          : GDALDatasetRasterIOEx(memory.get(), GF_Write, 0, 0, tile, tile, const_cast<std::uint8_t*>(rgba), tile, tile,
                                  GDT_Byte, bands, nullptr, 4, static_cast<GSpacing>(line), 1, nullptr);
  const std::string name = "/vsimem/tile_" + std::to_string(reinterpret_cast<std::uintptr_t>(this));
  const char* const quality[] = {"QUALITY=88", nullptr};
  ogr::Dataset copy(error != CE_None
                        ? nullptr
                        : GDALCreateCopy(GDALGetDriverByName(photo_ ? "JPEG" : "PNG"), name.c_str(), memory.get(),
                                         FALSE, photo_ ? const_cast<char**>(quality) : nullptr, nullptr, nullptr));
  copy.reset();  // written out
  vsi_l_offset size = 0;
  GByte* bytes = VSIGetMemFileBuffer(name.c_str(), &size, FALSE);
  std::string out(reinterpret_cast<const char*>(bytes), bytes == nullptr ? 0 : static_cast<std::size_t>(size));
  VSIUnlink(name.c_str());
  VSIUnlink((name + ".aux.xml").c_str());
  if (out.empty()) throw Error(ErrorKind::disk, text("A tile could not be packed."));
  return out;
}

}  // namespace smile::raster
