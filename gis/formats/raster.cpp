#include "gis/formats/raster.h"

#include <gdal_utils.h>

#include <algorithm>
#include <cmath>
#include <fstream>

#include "gis/formats/decide_crs.h"
#include "gis/formats/raster_pixels.h"

namespace smile {
namespace {

using namespace raster;

std::string first_bytes(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::string bytes(16, '\0');
  in.read(bytes.data(), 16);
  bytes.resize(static_cast<std::size_t>(std::max<std::streamsize>(in.gcount(), 0)));
  return bytes;
}

bool is_picture_file(std::string_view bytes) {
  using namespace std::string_view_literals;
  return bytes.starts_with("II*\0"sv) || bytes.starts_with("MM\0*"sv) || bytes.starts_with("II+\0"sv) ||
         bytes.starts_with("MM\0+"sv) || bytes.starts_with("\x89PNG"sv) || bytes.starts_with("\xFF\xD8\xFF"sv);
}

/// "GPKG:/path/to/file.gpkg:table" → "table".
std::vector<std::string> tables_of(GDALDatasetH dataset) {
  std::vector<std::string> tables;
  char** list = GDALGetMetadata(dataset, "SUBDATASETS");
  for (int i = 1;; ++i) {
    const char* name = CSLFetchNameValue(list, ("SUBDATASET_" + std::to_string(i) + "_NAME").c_str());
    if (name == nullptr) break;
    const std::string whole = name;
    tables.push_back(whole.substr(whole.rfind(':') + 1));
  }
  if (tables.empty() && GDALGetRasterCount(dataset) > 0) tables.emplace_back();
  return tables;
}

/// The corners, and places between them: an edge is bowed in another system.
Box moved(const Box& box, const Transform& transform) {
  constexpr int steps = 16;
  Box out;
  for (int i = 0; i <= steps; ++i)
    for (int k = 0; k <= steps; ++k)
      if (const auto p = transform({box.min_x + box.width() * i / steps, box.min_y + box.height() * k / steps}))
        out.add(*p);
  return out;
}

Box box_of(const Opened& opened) {
  const int width = GDALGetRasterXSize(opened.dataset.get());
  const int height = GDALGetRasterYSize(opened.dataset.get());
  Box box;
  for (const Point corner :
       {Point{0.0, 0.0}, Point{1.0 * width, 0.0}, Point{0.0, 1.0 * height}, Point{1.0 * width, 1.0 * height}})
    box.add(ground_at(opened.to_ground, corner.x, corner.y));
  return box;
}

/// The pixels under `box`; a little more, for smoothing at the edge.
Window window_of(const Opened& opened, const Box& box) {
  GroundTransform inverse{};
  GroundTransform forward = opened.to_ground;
  if (!GDALInvGeoTransform(forward.data(), inverse.data())) return {};
  Box pixels;
  for (const Point corner : {Point{box.min_x, box.min_y}, Point{box.min_x, box.max_y}, Point{box.max_x, box.min_y},
                             Point{box.max_x, box.max_y}})
    pixels.add(ground_at(inverse, corner.x, corner.y));
  const double width = GDALGetRasterXSize(opened.dataset.get());
  const double height = GDALGetRasterYSize(opened.dataset.get());
  const Box inside{std::max(0.0, std::floor(pixels.min_x)), std::max(0.0, std::floor(pixels.min_y)),
                   std::min(width, std::ceil(pixels.max_x)), std::min(height, std::ceil(pixels.max_y))};
  if (inside.min_x >= inside.max_x || inside.min_y >= inside.max_y) return {};
  return {static_cast<int>(inside.min_x), static_cast<int>(inside.min_y), static_cast<int>(inside.max_x - inside.min_x),
          static_cast<int>(inside.max_y - inside.min_y)};
}

/// The coarsest resolution there is that is still fine enough. Pictures without overviews are averaged to what is
/// needed; of services only their own zooms are asked for.
double factor_for(const RasterSource& source, const Opened& opened, double needed) {
  GDALRasterBandH band = GDALGetRasterBand(opened.dataset.get(), 1);
  const double width = GDALGetRasterBandXSize(band);
  double best = 1;
  for (int i = 0; i < GDALGetOverviewCount(band); ++i) {
    const double factor = width / GDALGetRasterBandXSize(GDALGetOverview(band, i));
    const double whole = std::round(factor);
    const double exact = std::abs(factor - whole) < 0.02 * whole ? whole : factor;
    if (exact <= needed * 1.2 && exact > best) best = exact;
  }
  const bool coarse_enough = needed / best <= 2.5 || source.kind != RasterSource::Kind::file;
  return coarse_enough ? best : needed;
}

/// A service without coarse zooms would be asked for thousands of tiles.
void check_distance(const RasterSource& source, const Opened& opened, double too_fine) {
  constexpr double most = 4;
  if (source.kind != RasterSource::Kind::file && too_fine > most)
    throw Error(ErrorKind::not_found,
                text("The map service {1} has no picture of so large a part; come closer.", opened.name));
}

/// What is read, the last on top: from what is kept of a service also coarser zooms and the next finer one, where the
/// wanted one has holes.
std::vector<double> factors_below(const RasterSource& source, const Opened& opened, const Window& seen, double factor) {
  constexpr double coarsest = 16;
  constexpr double most_pixels = 3e7;
  std::vector<double> factors{factor};
  if (!source.only_cache) return factors;
  GDALRasterBandH band = GDALGetRasterBand(opened.dataset.get(), 1);
  const double width = GDALGetRasterBandXSize(band);
  for (int i = 0; i < GDALGetOverviewCount(band); ++i) {
    const double other = std::round(width / GDALGetRasterBandXSize(GDALGetOverview(band, i)));
    if (other > factor * 1.01 && other < factor * coarsest * 1.01) factors.insert(factors.begin(), other);
  }
  const double finer = factor / 2;
  if (finer >= 1 && seen.width / finer * (seen.height / finer) < most_pixels) factors.insert(factors.end() - 1, finer);
  return factors;
}

/// Grown so that it holds whole pixels of the coarser resolution: then overviews are copied, not resampled.
Window aligned(Window window, double factor, const Opened& opened) {
  const auto step = static_cast<int>(std::max(1.0, std::round(factor)));
  const int margin = 2 * step;
  const int width = GDALGetRasterXSize(opened.dataset.get());
  const int height = GDALGetRasterYSize(opened.dataset.get());
  const auto down = [&](int v) { return std::max(0, v - margin) / step * step; };
  const auto up = [&](int v, int most) {
    const std::int64_t wanted = (static_cast<std::int64_t>(v) + margin + step - 1) / step * step;
    return static_cast<int>(std::min<std::int64_t>(wanted, most));
  };
  const int x = down(window.x);
  const int y = down(window.y);
  return {x, y, up(window.x + window.width, width) - x, up(window.y + window.height, height) - y};
}

void warp(Pixels& from, const Crs& crs, RasterImage& into, const Crs& to) {
  const GroundTransform north_up{into.ground.min_x,
                                 into.ground.width() / into.width,
                                 0,
                                 into.ground.max_y,
                                 0,
                                 -into.ground.height() / into.height};
  const ogr::Dataset source = over_memory(from.rgba.data(), from.width, from.height, from.to_ground, crs);
  const ogr::Dataset target = over_memory(into.rgba.data(), into.width, into.height, north_up, to);
  const char* words[] = {"-r", "bilinear", "-et", "0.125", "-wm", "256", nullptr};
  GDALWarpAppOptions* options = GDALWarpAppOptionsNew(const_cast<char**>(words), nullptr);
  GDALDatasetH handle = source.get();
  int failed = 0;
  GDALWarp(nullptr, target.get(), 1, &handle, options, &failed);
  GDALWarpAppOptionsFree(options);
}

RawLayer as_layer(const RasterInfo& info, const std::string& name, const std::optional<Crs>& declared) {
  RawLayer layer;
  layer.layer = name;
  layer.crs = declared;
  for (const Point corner : {Point{info.box.min_x, info.box.min_y}, Point{info.box.max_x, info.box.max_y}}) {
    Feature& feature = layer.features.emplace_back();
    feature.geometry = make_point(corner);
  }
  return layer;
}

void describe_stretch(RasterInfo& info, const Bands& bands, IssueList& issues) {
  if (bands.bytes) return;
  info.stretch = bands.stretch;
  issues.add(Severity::note, "raster_stretched",
             text("Values from {1} to {2} are drawn from black to white (all but the lowest and highest two percent).",
                  bands.stretch.first, bands.stretch.second));
}

}  // namespace

bool RasterImage::empty() const {
  for (std::size_t i = 3; i < rgba.size(); i += 4)
    if (rgba[i] != 0) return false;
  return true;
}

void make_grey(RasterImage& image) {
  for (std::size_t i = 0; i + 3 < image.rgba.size(); i += 4) {
    std::uint8_t* pixel = image.rgba.data() + i;
    const auto light = static_cast<std::uint8_t>((pixel[0] * 299 + pixel[1] * 587 + pixel[2] * 114 + 500) / 1000);
    pixel[0] = pixel[1] = pixel[2] = light;
  }
}

std::vector<std::string> rasters_in(const std::filesystem::path& file) {
  std::error_code failed;
  if (!std::filesystem::is_regular_file(file, failed)) return {};
  const std::string bytes = first_bytes(file);
  if (is_picture_file(bytes)) return {""};
  if (!bytes.starts_with("SQLite format 3")) return {};
  const Guard guard({RasterSource::Kind::file, file, {}, {}, {}, {}, false});
  const char* const drivers[] = {"MBTiles", "GPKG", nullptr};
  const ogr::Dataset dataset(GDALOpenEx(file.c_str(), GDAL_OF_RASTER | GDAL_OF_READONLY, drivers, nullptr, nullptr));
  return dataset == nullptr ? std::vector<std::string>{} : tables_of(dataset.get());
}

bool is_raster_file(const std::filesystem::path& file) {
  const std::vector<std::string> rasters = rasters_in(file);
  if (rasters.empty() || !first_bytes(file).starts_with("SQLite")) return !rasters.empty();
  try {
    return layers_in(file).empty();
  } catch (const Error&) {
    return true;  // MBTiles: no layers at all
  }
}

RasterInfo raster_info(const RasterSource& source, const ReadOptions& options, const Progress& progress) {
  const Guard guard(source);
  const Opened opened = open(source, guard, progress);
  GDALDatasetH dataset = opened.dataset.get();
  RasterInfo info;
  info.driver = GDALGetDriverShortName(GDALGetDatasetDriver(dataset));
  info.width = GDALGetRasterXSize(dataset);
  info.height = GDALGetRasterYSize(dataset);
  info.bands = GDALGetRasterCount(dataset);
  info.overviews = GDALGetOverviewCount(GDALGetRasterBand(dataset, 1));
  info.box = box_of(opened);
  IssueList issues(opened.name);
  if (source.kind == RasterSource::Kind::file) {
    CrsDecision decision = decide_crs(as_layer(info, opened.name, opened.crs), options, issues);
    info.crs = decision.crs;
    info.crs_guessed = decision.guessed;
    info.proposals = std::move(decision.proposals);
    describe_stretch(info, bands_of(source, opened), issues);
  } else {
    info.crs = known_crs(opened);
  }
  info.report = {0,
                 "layer",
                 source.kind == RasterSource::Kind::file ? source.file.string() : source.address,
                 {},
                 info.driver,
                 {},
                 crs_code(info.crs),
                 1,
                 1,
                 0,
                 0,
                 issues.take()};
  return info;
}

RasterImage read_raster(const RasterSource& source, const Box& ground, const Crs& to, int width, int height,
                        const Progress& progress) {
  const Guard guard(source);
  RasterImage image{ground, width, height, {}};
  image.rgba.resize(static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 4);
  const Opened opened = open(source, guard, progress);
  const Crs& crs = known_crs(opened);
  const Box box = crs == to ? ground : moved(ground, Transform(to, crs));
  const Window seen = box.empty() ? Window{} : window_of(opened, box);
  if (seen.empty()) return image;
  const double pixel_width = std::hypot(opened.to_ground[1], opened.to_ground[4]);
  const double pixel_height = std::hypot(opened.to_ground[2], opened.to_ground[5]);
  const double needed = std::min(box.width() / pixel_width / width, box.height() / pixel_height / height);
  const double factor = factor_for(source, opened, needed);
  check_distance(source, opened, needed / factor);
  for (const double coarser : factors_below(source, opened, seen, factor)) {
    Pixels pixels = read_window(source, opened, aligned(seen, coarser, opened), coarser, guard, progress);
    progress.check();
    warp(pixels, crs, image, to);
  }
  return image;
}

}  // namespace smile
