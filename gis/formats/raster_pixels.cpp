#include "gis/formats/raster_pixels.h"

#include <algorithm>
#include <cmath>
#include <deque>
#include <mutex>

#include "gis/words/issue.h"

namespace smile::raster {
namespace {

GDALRasterBandH band_at(const Opened& opened, int band) {
  return GDALGetRasterBand(opened.dataset.get(), band);
}

/// Valid values of a band, from a coarse reading of all of it.
std::vector<double> sample_of(const Opened& opened, int band) {
  constexpr int most = 512;
  GDALRasterBandH handle = band_at(opened, band);
  const int width = GDALGetRasterBandXSize(handle);
  const int height = GDALGetRasterBandYSize(handle);
  const int columns = std::min(width, most);
  const int rows = std::min(height, most);
  std::vector<double> values(static_cast<std::size_t>(columns) * static_cast<std::size_t>(rows));
  std::vector<std::uint8_t> mask(values.size());
  if (GDALRasterIO(handle, GF_Read, 0, 0, width, height, values.data(), columns, rows, GDT_Float64, 0, 0) != CE_None ||
      GDALRasterIO(GDALGetMaskBand(handle), GF_Read, 0, 0, width, height, mask.data(), columns, rows, GDT_Byte, 0, 0) !=
          CE_None)
    return {};
  std::size_t kept = 0;
  for (std::size_t i = 0; i < values.size(); ++i)
    if (mask[i] != 0 && std::isfinite(values[i])) values[kept++] = values[i];
  values.resize(kept);
  return values;
}

std::pair<double, double> stretch_of(std::vector<double> values) {
  if (values.empty()) return {0, 1};
  std::sort(values.begin(), values.end());
  const auto at = [&](double share) {
    return values[static_cast<std::size_t>(share * static_cast<double>(values.size() - 1))];
  };
  const bool few = values.size() < 100;  // percentiles need a crowd
  const std::pair range{few ? values.front() : at(0.02), few ? values.back() : at(0.98)};
  return range.second > range.first ? range : std::pair{values.front(), values.front() + 1};
}

/// The same for every window of a file: kept, because it needs a look at the whole.
std::pair<double, double> kept_stretch(const RasterSource& source, const Opened& opened, int band) {
  struct Known {
    std::filesystem::path file;
    std::string layer;
    std::filesystem::file_time_type when;
    std::pair<double, double> stretch;
  };
  static std::mutex mutex;
  static std::deque<Known> kept;
  std::error_code ignored;
  const auto when = std::filesystem::last_write_time(source.file, ignored);
  const std::lock_guard lock(mutex);
  for (const Known& known : kept)
    if (known.file == source.file && known.layer == source.layer && known.when == when) return known.stretch;
  kept.push_front({source.file, source.layer, when, stretch_of(sample_of(opened, band))});
  if (kept.size() > 16) kept.pop_back();
  return kept.front().stretch;
}

int band_for(const Opened& opened, GDALColorInterp meaning, int otherwise) {
  const int count = GDALGetRasterCount(opened.dataset.get());
  for (int band = 1; band <= count; ++band)
    if (GDALGetRasterColorInterpretation(band_at(opened, band)) == meaning) return band;
  return otherwise;
}

/// One piece of the window, into its place in `pixels`.
class Piece {
public:
  Piece(const Opened& opened, const Bands& bands, Pixels& pixels, Window from, Window to)
      : opened_(opened), bands_(bands), pixels_(pixels), from_(from), to_(to) {}

  bool read() const { return read_colours() && read_alpha() && (!bands_.palette || (apply_palette(), true)); }

private:
  std::uint8_t* at(int x, int y, int channel) const {
    const auto index = (static_cast<std::size_t>(to_.y + y) * static_cast<std::size_t>(pixels_.width) +
                        static_cast<std::size_t>(to_.x + x)) *
                           4 +
                       static_cast<std::size_t>(channel);
    return pixels_.rgba.data() + index;
  }

  bool copy(GDALRasterBandH band, GDALDataType type, void* buffer, GSpacing pixel, GSpacing line, bool average) const {
    GDALRasterIOExtraArg extra;
    INIT_RASTERIO_EXTRA_ARG(extra);
    const bool shrinks = to_.width < from_.width || to_.height < from_.height;
    extra.eResampleAlg = shrinks && average ? GRIORA_Average : GRIORA_NearestNeighbour;
    return GDALRasterIOEx(band, GF_Read, from_.x, from_.y, from_.width, from_.height, buffer, to_.width, to_.height,
                          type, pixel, line, &extra) == CE_None;
  }

  bool copy_bytes(GDALRasterBandH band, int channel, bool average) const {
    return copy(band, GDT_Byte, at(0, 0, channel), 4, GSpacing{4} * pixels_.width, average);
  }

  bool copy_stretched(GDALRasterBandH band, int channel) const {
    std::vector<double> values(static_cast<std::size_t>(to_.width) * static_cast<std::size_t>(to_.height));
    if (!copy(band, GDT_Float64, values.data(), 0, 0, true)) return false;
    const double low = bands_.stretch.first;
    const double range = bands_.stretch.second - low;
    std::size_t i = 0;
    for (int y = 0; y < to_.height; ++y)
      for (int x = 0; x < to_.width; ++x, ++i) {
        const double share = std::isfinite(values[i]) ? (values[i] - low) / range : 0;
        *at(x, y, channel) = static_cast<std::uint8_t>(std::lround(std::clamp(share, 0.0, 1.0) * 255));
      }
    return true;
  }

  bool read_colours() const {
    const int wanted[] = {bands_.red, bands_.green, bands_.blue};
    for (int channel = 0; channel < 3; ++channel) {
      if (channel > 0 && wanted[channel] == wanted[0]) {
        repeat(channel);
        continue;
      }
      GDALRasterBandH band = band_at(opened_, wanted[channel]);
      if (bands_.bytes ? !copy_bytes(band, channel, !bands_.palette) : !copy_stretched(band, channel)) return false;
    }
    return true;
  }

  /// Grey: the other channels are the first.
  void repeat(int channel) const {
    for (int y = 0; y < to_.height; ++y)
      for (int x = 0; x < to_.width; ++x) *at(x, y, channel) = *at(x, y, 0);
  }

  /// No data, alpha bands and masks are one thing to GDAL.
  bool read_alpha() const {
    GDALRasterBandH band = band_at(opened_, bands_.red);
    if ((GDALGetMaskFlags(band) & GMF_ALL_VALID) == 0) return copy_bytes(GDALGetMaskBand(band), 3, !bands_.palette);
    for (int y = 0; y < to_.height; ++y)
      for (int x = 0; x < to_.width; ++x) *at(x, y, 3) = 255;
    return true;
  }

  void apply_palette() const {
    GDALColorTableH table = GDALGetRasterColorTable(band_at(opened_, bands_.red));
    const int count = GDALGetColorEntryCount(table);
    for (int y = 0; y < to_.height; ++y)
      for (int x = 0; x < to_.width; ++x) {
        std::uint8_t* pixel = at(x, y, 0);
        GDALColorEntry colour{0, 0, 0, 0};
        if (pixel[0] < count) GDALGetColorEntryAsRGB(table, pixel[0], &colour);
        pixel[0] = static_cast<std::uint8_t>(colour.c1);
        pixel[1] = static_cast<std::uint8_t>(colour.c2);
        pixel[2] = static_cast<std::uint8_t>(colour.c3);
        pixel[3] = static_cast<std::uint8_t>(std::min<int>(pixel[3], colour.c4));
      }
  }

  const Opened& opened_;
  const Bands& bands_;
  Pixels& pixels_;
  Window from_;
  Window to_;
};

/// Steps of a length in pieces of about `step`; the last may be smaller.
std::vector<std::pair<int, int>> pieces_of(int length, int step) {
  std::vector<std::pair<int, int>> pieces;
  for (int at = 0; at < length; at += step) pieces.emplace_back(at, std::min(step, length - at));
  return pieces;
}

Pixels empty_pixels(const Opened& opened, const Window& window, double factor) {
  Pixels pixels;
  pixels.width = std::max(1, static_cast<int>(std::lround(window.width / factor)));
  pixels.height = std::max(1, static_cast<int>(std::lround(window.height / factor)));
  pixels.rgba.resize(static_cast<std::size_t>(pixels.width) * static_cast<std::size_t>(pixels.height) * 4);
  const GroundTransform& t = opened.to_ground;
  const Point corner = ground_at(t, window.x, window.y);
  const double x_step = static_cast<double>(window.width) / pixels.width;
  const double y_step = static_cast<double>(window.height) / pixels.height;
  pixels.to_ground = {corner.x, t[1] * x_step, t[2] * y_step, corner.y, t[4] * x_step, t[5] * y_step};
  return pixels;
}

}  // namespace

Bands bands_of(const RasterSource& source, const Opened& opened) {
  Bands bands;
  const int count = GDALGetRasterCount(opened.dataset.get());
  if (count >= 3) {
    bands.red = band_for(opened, GCI_RedBand, 1);
    bands.green = band_for(opened, GCI_GreenBand, 2);
    bands.blue = band_for(opened, GCI_BlueBand, 3);
  } else {
    bands.palette = GDALGetRasterColorTable(band_at(opened, 1)) != nullptr;
    bands.red = bands.green = bands.blue = 1;
  }
  bands.bytes = GDALGetRasterDataType(band_at(opened, bands.red)) == GDT_Byte;
  if (!bands.bytes) bands.palette = false;
  if (!bands.bytes) bands.stretch = kept_stretch(source, opened, bands.red);
  return bands;
}

Pixels read_window(const RasterSource& source, const Opened& opened, const Window& window, double factor,
                   const Guard& guard, const Progress& progress) {
  constexpr int piece = 1024;
  const Bands bands = bands_of(source, opened);
  Pixels pixels = empty_pixels(opened, window, factor);
  const double x_step = static_cast<double>(window.width) / pixels.width;
  const double y_step = static_cast<double>(window.height) / pixels.height;
  const auto rows = pieces_of(pixels.height, piece);
  const auto columns = pieces_of(pixels.width, piece);
  std::size_t done = 0;
  for (const auto& [y, height] : rows)
    for (const auto& [x, width] : columns) {
      progress.check();
      progress.report(text("Reading {1}", opened.name),
                      static_cast<double>(done++) / static_cast<double>(rows.size() * columns.size()));
      const int left = static_cast<int>(std::lround(x * x_step));
      const int top = static_cast<int>(std::lround(y * y_step));
      const Window from{window.x + left, window.y + top,
                        std::max(1, static_cast<int>(std::lround((x + width) * x_step)) - left),
                        std::max(1, static_cast<int>(std::lround((y + height) * y_step)) - top)};
      if (!Piece(opened, bands, pixels, from, {x, y, width, height}).read())
        throw source.kind == RasterSource::Kind::file ? file_problem(opened, guard.said())
                                                      : service_problem(source, guard.said());
    }
  return pixels;
}

}  // namespace smile::raster
