#include "gis/formats/tile_package.h"

#include <algorithm>
#include <cctype>
#include <cmath>
#include <functional>

#include "gis/formats/mbtiles_writer.h"
#include "gis/formats/raster_pixels.h"
#include "gis/formats/service_description.h"
#include "gis/words/issue.h"

namespace smile {
namespace {

namespace fs = std::filesystem;
using namespace raster;

constexpr int tile = 256;
constexpr int block = 4;  ///< tiles read and written at a time, in both directions

/// The zooms of a package over the pixels of the service's finest resolution.
struct Grid {
  int factor = 1;  ///< of the closest zoom
  int zooms = 1;   ///< each half as fine as the one before
  Window wanted;   ///< what is to be seen
  Window whole;    ///< whole tiles of the farthest zoom

  int factor_of(int zoom) const { return factor << zoom; }
  /// Tiles of a zoom that touch what is wanted, counted from the corner of the whole.
  Window tiles_of(int zoom) const {
    const int step = factor_of(zoom) * tile;
    const int left = (wanted.x - whole.x) / step;
    const int top = (wanted.y - whole.y) / step;
    return {left, top, (wanted.x - whole.x + wanted.width - 1) / step - left + 1,
            (wanted.y - whole.y + wanted.height - 1) / step - top + 1};
  }
  std::int64_t tiles() const {
    std::int64_t sum = 0;
    for (int zoom = 0; zoom < zooms; ++zoom) {
      const Window counted = tiles_of(zoom);
      sum += static_cast<std::int64_t>(counted.width) * counted.height;
    }
    return sum;
  }
};

Box in_service(const TilePackage& package, const Crs& crs) {
  if (package.crs == crs) return package.ground;
  const Transform transform(package.crs, crs);
  const Box& g = package.ground;
  Box out;
  for (int i = 0; i <= 8; ++i)
    for (int k = 0; k <= 8; ++k)
      if (const auto p = transform({g.min_x + g.width() * i / 8, g.min_y + g.height() * k / 8})) out.add(*p);
  return out;
}

/// In tiles counted from `corner`, which lies left of and above all.
Window whole_tiles(const Window& wanted, int step, const WebGrid& corner) {
  const auto down = [&](int v, std::int64_t before) { return static_cast<int>((v + before) / step * step - before); };
  const int x = down(wanted.x, corner.x);
  const int y = down(wanted.y, corner.y);
  const auto up = [&](int v) { return (v + step - 1) / step * step; };
  return {x, y, up(wanted.x + wanted.width - x), up(wanted.y + wanted.height - y)};
}

/// corner: from where tiles are counted, in pixels of the service; left of and above its own.
Grid grid_of(const TilePackage& package, const Opened& opened, const WebGrid& corner = {}) {
  const Box box = in_service(package, known_crs(opened));
  if (box.empty()) throw Error(ErrorKind::refused, text("The plan has no place yet that could be taken offline."));
  const double pixel = opened.to_ground[1];
  const double per_pixel = pixel * package.ground.width() / box.width();  // metres on the ground
  Grid grid;
  const auto steps = [&](double metres) { return std::floor(std::log2(std::max(1.0, metres * 1.2 / per_pixel))); };
  grid.factor = 1 << static_cast<int>(std::clamp(steps(package.finest), 0.0, 24.0));
  const double farthest = std::max(package.coarsest, package.finest) / per_pixel / grid.factor;
  grid.zooms = 1 + static_cast<int>(std::clamp(std::ceil(std::log2(std::max(1.0, farthest))), 0.0, 12.0));
  const int width = GDALGetRasterXSize(opened.dataset.get());
  const int height = GDALGetRasterYSize(opened.dataset.get());
  const auto column = [&](double x) {
    return static_cast<int>(std::clamp((x - opened.to_ground[0]) / pixel, 0.0, static_cast<double>(width)));
  };
  const auto row = [&](double y) {
    return static_cast<int>(
        std::clamp((y - opened.to_ground[3]) / opened.to_ground[5], 0.0, static_cast<double>(height)));
  };
  grid.wanted = {column(box.min_x), row(box.max_y), column(box.max_x) - column(box.min_x),
                 row(box.min_y) - row(box.max_y)};
  if (grid.wanted.empty())
    throw Error(ErrorKind::refused, text("The map service {1} does not reach the city.", opened.name));
  grid.whole = whole_tiles(grid.wanted, grid.factor_of(grid.zooms - 1) * tile, corner);
  return grid;
}

bool is_photo(const RasterSource& source) {
  const std::string& address = source.address;
  return parameter_of(address, "FORMAT") == "image/jpeg" || address.find(".jpg") != std::string::npos ||
         address.find(".jpeg") != std::string::npos;
}

PackageSize size_of_grid(const Grid& grid, const RasterSource& source) {
  constexpr std::int64_t map_tile = 22000;  // bytes; streets and labels in PNG
  constexpr std::int64_t photo_tile = 16000;
  return {grid.zooms, grid.tiles(), grid.tiles() * (is_photo(source) ? photo_tile : map_tile)};
}

/// A file of our own that is gone unless it was kept.
class Beside {
public:
  explicit Beside(const fs::path& file)
      : file_(file),
        beside_(file.parent_path() / ("." + file.stem().string() + ".unfinished" + file.extension().string())) {
    remove();
  }
  ~Beside() { remove(); }
  Beside(const Beside&) = delete;
  Beside& operator=(const Beside&) = delete;
  const fs::path& path() const { return beside_; }
  void keep() {
    std::error_code failed;
    fs::rename(beside_, file_, failed);
    if (failed)
      throw Error(ErrorKind::disk,
                  text("“{1}” could not be written; free some space or choose another folder.", file_.string()));
  }

private:
  void remove() const {
    std::error_code ignored;
    for (const char* part : {"", "-journal", "-wal", "-shm"}) fs::remove(beside_.string() + part, ignored);
  }
  fs::path file_;
  fs::path beside_;
};

[[noreturn]] void fail(const fs::path& file) {
  throw Error(ErrorKind::disk,
              text("“{1}” could not be written; free some space or choose another folder.", file.string()));
}

ogr::Dataset create(const fs::path& beside, const TilePackage& package, const Opened& opened, const Grid& grid) {
  const std::string name = "IDENTIFIER=" + package.name;
  const char* format = is_photo(package.source) ? "TILE_FORMAT=PNG_JPEG" : "TILE_FORMAT=PNG";
  const char* const options[] = {
      "BLOCKSIZE=256", "RASTER_TABLE=map", "TILING_SCHEME=CUSTOM", "QUALITY=88", format, name.c_str(), nullptr};
  ogr::Dataset dataset(GDALCreate(GDALGetDriverByName("GPKG"), beside.c_str(), grid.whole.width / grid.factor,
                                  grid.whole.height / grid.factor, 4, GDT_Byte, const_cast<char**>(options)));
  if (dataset == nullptr) fail(beside);
  const Point corner = ground_at(opened.to_ground, grid.whole.x, grid.whole.y);
  GroundTransform transform{corner.x, opened.to_ground[1] * grid.factor, 0, corner.y,
                            0,        opened.to_ground[5] * grid.factor};
  const ogr::SystemHandle system = ogr::system_of(known_crs(opened));
  if (system) GDALSetSpatialRef(dataset.get(), system.get());
  if (GDALSetGeoTransform(dataset.get(), transform.data()) != CE_None) fail(beside);
  std::vector<int> factors;
  for (int zoom = 1; zoom < grid.zooms; ++zoom) factors.push_back(1 << zoom);
  // Only their tables: what stands in them comes from the service.
  if (!factors.empty() && GDALBuildOverviews(dataset.get(), "NEAREST", static_cast<int>(factors.size()), factors.data(),
                                             0, nullptr, nullptr, nullptr) != CE_None)
    fail(beside);
  return dataset;
}

/// Takes pixels of these tiles of a zoom of the grid, 0 the closest.
using PutTiles = std::function<void(int zoom, const Window& tiles, const Pixels& pixels)>;

/// The dataset of one zoom of the package.
GDALDatasetH zoom_of(GDALDatasetH package, int zoom) {
  return zoom == 0 ? package : GDALGetBandDataset(GDALGetOverview(GDALGetRasterBand(package, 1), zoom - 1));
}

void put_into(GDALDatasetH package, int zoom, const Window& tiles, const Pixels& pixels, const fs::path& file) {
  const CPLErr error = GDALDatasetRasterIO(zoom_of(package, zoom), GF_Write, tiles.x * tile, tiles.y * tile,
                                           pixels.width, pixels.height, const_cast<std::uint8_t*>(pixels.rgba.data()),
                                           pixels.width, pixels.height, GDT_Byte, 4, nullptr, 4, 4 * pixels.width, 1);
  if (error != CE_None) fail(file);
}

class Taking {
public:
  Taking(const TilePackage& package, const Opened& opened, const Grid& grid, Guard& guard, const Progress& progress)
      : package_(package), opened_(opened), grid_(grid), guard_(guard), progress_(progress), all_(grid.tiles()) {}

  void into(const PutTiles& put) {
    for (int zoom = grid_.zooms - 1; zoom >= 0; --zoom) {
      const Window tiles = grid_.tiles_of(zoom);
      for (int y = tiles.y; y < tiles.y + tiles.height; y += block)
        for (int x = tiles.x; x < tiles.x + tiles.width; x += block)
          take(zoom, {x, y, std::min(block, tiles.x + tiles.width - x), std::min(block, tiles.y + tiles.height - y)},
               put);
    }
  }

private:
  void take(int zoom, const Window& tiles, const PutTiles& put) {
    progress_.check();
    progress_.report(text("{1} of {2} tiles of “{3}”", done_, all_, package_.name),
                     static_cast<double>(done_) / static_cast<double>(all_));
    const int step = grid_.factor_of(zoom) * tile;
    const Window from{grid_.whole.x + tiles.x * step, grid_.whole.y + tiles.y * step, tiles.width * step,
                      tiles.height * step};
    const Pixels pixels = padded(from, grid_.factor_of(zoom));
    done_ += static_cast<std::int64_t>(tiles.width) * tiles.height;
    put(zoom, tiles, pixels);
  }

  /// Transparent where the service has no map.
  Pixels padded(const Window& from, int factor) {
    const int width = GDALGetRasterXSize(opened_.dataset.get()), height = GDALGetRasterYSize(opened_.dataset.get());
    const int left = std::max(from.x, 0), top = std::max(from.y, 0);
    const Window inside{left, top, std::min(from.x + from.width, width) - left,
                        std::min(from.y + from.height, height) - top};
    if (inside.x == from.x && inside.y == from.y && inside.width == from.width && inside.height == from.height)
      return read(from, factor);
    Pixels out{from.width / factor, from.height / factor, {}, {}};
    out.rgba.resize(static_cast<std::size_t>(out.width) * static_cast<std::size_t>(out.height) * 4);
    if (inside.empty()) return out;
    const Pixels part = read(inside, factor);
    const int x = (left - from.x) / factor, y = (top - from.y) / factor;
    const int columns = std::min(part.width, out.width - x);
    for (int row = 0; row < std::min(part.height, out.height - y); ++row)
      std::copy_n(part.rgba.begin() + std::ptrdiff_t{4} * row * part.width, std::ptrdiff_t{4} * columns,
                  out.rgba.begin() + std::ptrdiff_t{4} * ((y + row) * out.width + x));
    return out;
  }

  /// A server that stumbles once is asked again.
  Pixels read(const Window& from, int factor) {
    constexpr int attempts = 3;
    for (int attempt = 1;; ++attempt) try {
        guard_.forget();
        return read_window(package_.source, opened_, from, factor, guard_, Progress(progress_.stop_token(), {}));
      } catch (const Error& error) {
        if (attempt == attempts || error.kind() != ErrorKind::unreadable) throw;
      }
  }

  const TilePackage& package_;
  const Opened& opened_;
  const Grid& grid_;
  Guard& guard_;
  const Progress& progress_;
  std::int64_t all_;
  std::int64_t done_ = 0;
};

}  // namespace

PackageSize size_of(const TilePackage& package, const Progress& progress) {
  const Guard guard(package.source);
  const Opened opened = open(package.source, guard, progress);
  return size_of_grid(grid_of(package, opened), package.source);
}

namespace {

void write_geopackage(const TilePackage& package, const Opened& opened, const Grid& grid, const fs::path& beside,
                      const fs::path& file, Taking& taking) {
  const ogr::Dataset target = create(beside, package, opened, grid);
  taking.into(
      [&](int zoom, const Window& tiles, const Pixels& pixels) { put_into(target.get(), zoom, tiles, pixels, file); });
  CPLErrorReset();
  GDALFlushCache(target.get());
  if (CPLGetLastErrorType() == CE_Failure) fail(file);
}

void write_mbtiles(const TilePackage& package, const Opened& opened, const Grid& grid, const WebGrid& web,
                   const fs::path& file, Taking& taking) {
  const int closest = web.zoom - static_cast<int>(std::lround(std::log2(grid.factor)));
  Box covered;
  covered.add(ground_at(opened.to_ground, grid.wanted.x, grid.wanted.y));
  covered.add(ground_at(opened.to_ground, grid.wanted.x + grid.wanted.width, grid.wanted.y + grid.wanted.height));
  MbtilesWriter writer(file, {package.name, is_photo(package.source), covered, closest - grid.zooms + 1, closest});
  taking.into([&](int zoom, const Window& tiles, const Pixels& pixels) {
    const std::int64_t step = std::int64_t{grid.factor_of(zoom)} * tile;
    const std::int64_t column = (grid.whole.x + web.x) / step + tiles.x, row = (grid.whole.y + web.y) / step + tiles.y;
    const auto line = static_cast<std::size_t>(pixels.width) * 4;
    for (int y = 0; y < tiles.height; ++y)
      for (int x = 0; x < tiles.width; ++x)
        writer.put(
            closest - zoom, column + x, row + y,
            pixels.rgba.data() + static_cast<std::size_t>(y) * tile * line + static_cast<std::size_t>(x) * tile * 4,
            line);
  });
  writer.finish();
}

}  // namespace

bool is_mbtiles(const fs::path& file) {
  std::string ending = file.extension().string();
  std::transform(ending.begin(), ending.end(), ending.begin(), [](unsigned char c) { return std::tolower(c); });
  return ending == ".mbtiles";
}

void write_package(const TilePackage& package, const fs::path& file, const Progress& progress) {
  Guard guard(package.source);
  const Opened opened = open(package.source, guard, progress);
  const std::optional<WebGrid> web = is_mbtiles(file) ? web_grid(opened) : std::nullopt;
  if (is_mbtiles(file) && !web)
    throw Error(ErrorKind::refused,
                text("MBTiles holds tiles of Web Mercator only, and {1} has others; write a .gpkg.", opened.name));
  const Grid grid = grid_of(package, opened, web.value_or(WebGrid()));
  if (grid.tiles() > most_tiles)
    throw Error(ErrorKind::refused,
                text("{1} tiles are too many for one file; stay further away or take a smaller part.", grid.tiles()));
  Beside beside(file);
  Taking taking(package, opened, grid, guard, progress);
  if (web)
    write_mbtiles(package, opened, grid, *web, beside.path(), taking);
  else
    write_geopackage(package, opened, grid, beside.path(), file, taking);
  beside.keep();
}

}  // namespace smile
