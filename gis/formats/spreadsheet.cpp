#include "gis/formats/spreadsheet.h"

#include <cpl_conv.h>
#include <cpl_error.h>
#include <cpl_vsi.h>
#include <gdal.h>
#include <ogr_api.h>

#include <array>
#include <charconv>
#include <cstdio>
#include <fstream>
#include <memory>
#include <mutex>
#include <system_error>

// GDAL declares these in a C++ header full of foreign warnings; only these two drivers are wanted here.
extern "C" {
void RegisterOGRXLSX();
void RegisterOGRODS();
}

namespace smile {
namespace {

constexpr std::size_t most_inflated_bytes = 256U << 20U;
constexpr int most_entries = 20'000;

struct CloseDataset {
  void operator()(void* dataset) const { GDALClose(dataset); }
};
struct DestroyFeature {
  void operator()(void* feature) const { OGR_F_Destroy(feature); }
};
struct CloseVsi {
  void operator()(VSILFILE* file) const { VSIFCloseL(file); }
};
struct CloseFolder {
  void operator()(VSIDIR* folder) const { VSICloseDir(folder); }
};
using Dataset = std::unique_ptr<void, CloseDataset>;
using FeatureHandle = std::unique_ptr<void, DestroyFeature>;

/// GDAL's own words go to nobody: what failed is said by our sentences.
class Silence {
public:
  Silence() { CPLPushErrorHandler(CPLQuietErrorHandler); }
  ~Silence() { CPLPopErrorHandler(); }
  Silence(const Silence&) = delete;
  Silence& operator=(const Silence&) = delete;
};

/// A setting of GDAL for this thread, taken back at the end.
class ThreadSetting {
public:
  ThreadSetting(std::string key, const char* value) : key_(std::move(key)) {
    CPLSetThreadLocalConfigOption(key_.c_str(), value);
  }
  ~ThreadSetting() { CPLSetThreadLocalConfigOption(key_.c_str(), nullptr); }
  ThreadSetting(const ThreadSetting&) = delete;
  ThreadSetting& operator=(const ThreadSetting&) = delete;

private:
  std::string key_;
};

void register_drivers() {
  static std::once_flag once;
  std::call_once(once, [] {
    RegisterOGRXLSX();
    RegisterOGRODS();
  });
}

/// Bytes of one entry, counted while inflating: what an archive declares may be a lie.
std::size_t inflated_size(const std::string& entry, std::size_t most) {
  const std::unique_ptr<VSILFILE, CloseVsi> file(VSIFOpenL(entry.c_str(), "rb"));
  std::array<char, 65536> buffer{};
  std::size_t total = 0;
  while (file && total <= most) {
    const std::size_t read = VSIFReadL(buffer.data(), 1, buffer.size(), file.get());
    if (read == 0) break;
    total += read;
  }
  return total;
}

void refuse_bombs(const std::filesystem::path& file, const Progress& progress) {
  const std::string archive = "/vsizip/{" + file.string() + "}";
  const std::unique_ptr<VSIDIR, CloseFolder> folder(VSIOpenDir(archive.c_str(), -1, nullptr));
  std::size_t total = 0;
  int entries = 0;
  while (const VSIDIREntry* entry = folder ? VSIGetNextDirEntry(folder.get()) : nullptr) {
    progress.check();
    if (!VSI_ISDIR(entry->nMode)) total += inflated_size(archive + "/" + entry->pszName, most_inflated_bytes - total);
    if (total > most_inflated_bytes || ++entries > most_entries)
      throw Error(ErrorKind::refused, text("“{1}” unpacks to more than {2} MB: save the sheet you need as CSV.",
                                           file.string(), most_inflated_bytes >> 20U));
  }
  if (entries == 0)
    throw Error(ErrorKind::unreadable,
                text("“{1}” can't be unpacked: open it in a spreadsheet program and save it again.", file.string()));
}

void require_archive(const std::filesystem::path& file, const std::string& format) {
  std::array<char, 4> head{};
  std::ifstream(file, std::ios::binary).read(head.data(), head.size());
  if (std::string_view(head.data(), head.size()) != std::string_view("PK\x03\x04", 4))
    throw Error(ErrorKind::refused, text("“{1}” is not an {2} file, whatever its name says: save it as {2} or CSV.",
                                         file.string(), format));
}

Dataset open_dataset(const std::filesystem::path& file, const std::string& format) {
  register_drivers();
  const std::array<const char*, 2> drivers = {format.c_str(), nullptr};
  Dataset dataset(GDALOpenEx(file.c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY, drivers.data(), nullptr, nullptr));
  if (!dataset)
    throw Error(
        ErrorKind::unreadable,
        text("“{1}” can't be read as {2}: open it in a spreadsheet program and save it again.", file.string(), format));
  return dataset;
}

bool matches(std::string_view text, std::string_view pattern) {
  if (text.size() < pattern.size()) return false;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    const bool digit = text[i] >= '0' && text[i] <= '9';
    if (pattern[i] == '0' ? !digit : text[i] != pattern[i]) return false;
  }
  return true;
}

/// GDAL writes a date cell as "2021/01/07" or "2021/01/07 00:00:00".
bool turn_into_iso_date(std::string& cell) {
  if (!matches(cell, "0000/00/00") || (cell.size() > 10 && !matches(cell, "0000/00/00 00:00"))) return false;
  cell[4] = cell[7] = '-';
  if (cell.size() > 10 && cell.find_first_not_of(" 0:.", 10) == std::string::npos) cell.resize(10);
  return true;
}

/// Excel stores 123973.82 as 123973.82000000001 and 0.0123 as 1.2300000000000001E-2: fifteen digits are what it shows.
void shorten_number(std::string& cell) {
  const bool exponent = cell.find('E') != std::string::npos;
  const bool number =
      cell.find_first_not_of("0123456789.E+-") == std::string::npos && cell.find_first_of("0123456789") == 0;
  if (!number || (!exponent && (cell.size() < 17 || cell.find('.') == std::string::npos))) return;
  double value = 0;
  const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
  if (error != std::errc() || end != cell.data() + cell.size()) return;
  char fifteen[40];
  std::snprintf(fifteen, sizeof fifteen, "%.15g", value);
  std::from_chars(fifteen, fifteen + sizeof fifteen, value);
  const auto written = std::to_chars(fifteen, fifteen + sizeof fifteen, value, std::chars_format::fixed);
  if (written.ec == std::errc()) cell.assign(fifteen, written.ptr);
}

std::string cell_text(OGRFeatureH feature, int field) {
  if (!OGR_F_IsFieldSetAndNotNull(feature, field)) return {};
  std::string cell = OGR_F_GetFieldAsString(feature, field);
  if (!turn_into_iso_date(cell)) shorten_number(cell);
  return cell;
}

std::vector<TextRow> rows_of(OGRLayerH layer, const Progress& progress) {
  std::vector<TextRow> rows;
  const int fields = OGR_FD_GetFieldCount(OGR_L_GetLayerDefn(layer));
  OGR_L_ResetReading(layer);
  while (const FeatureHandle feature{OGR_L_GetNextFeature(layer)}) {
    if (rows.size() % 1000 == 0) progress.check();
    TextRow& row = rows.emplace_back();
    row.row = static_cast<std::int64_t>(rows.size());
    row.cells.reserve(static_cast<std::size_t>(fields));
    for (int i = 0; i < fields; ++i) row.cells.push_back(cell_text(feature.get(), i));
  }
  return rows;
}

/// The layer asked for, else the first with two rows, else the first.
OGRLayerH choose_layer(GDALDatasetH dataset, const std::optional<std::string>& name, Sheet& sheet) {
  OGRLayerH chosen = nullptr;
  for (int i = 0; i < GDALDatasetGetLayerCount(dataset); ++i) {
    OGRLayerH layer = GDALDatasetGetLayer(dataset, i);
    const bool has_rows = OGR_L_GetFeatureCount(layer, 1) > 1;
    const bool wanted = name ? *name == OGR_L_GetName(layer) : has_rows;
    if (has_rows) sheet.all.emplace_back(OGR_L_GetName(layer));
    if (!chosen && wanted) chosen = layer;
  }
  return chosen || name || GDALDatasetGetLayerCount(dataset) == 0 ? chosen : GDALDatasetGetLayer(dataset, 0);
}

}  // namespace

Sheet read_sheet(const std::filesystem::path& file, const std::string& format, const std::optional<std::string>& sheet,
                 const Progress& progress) {
  const Silence silence;
  require_archive(file, format);
  refuse_bombs(file, progress);
  const ThreadSetting headers("OGR_" + format + "_HEADERS", "DISABLE");
  const ThreadSetting types("OGR_" + format + "_FIELD_TYPES", "STRING");
  const Dataset dataset = open_dataset(file, format);
  Sheet result;
  OGRLayerH layer = choose_layer(dataset.get(), sheet, result);
  if (!layer && sheet) throw Error(ErrorKind::not_found, text("“{1}” has no sheet “{2}”.", file.string(), *sheet));
  if (!layer) throw Error(ErrorKind::refused, text("“{1}” has no table in it.", file.string()));
  result.name = OGR_L_GetName(layer);
  result.rows = rows_of(layer, progress);
  return result;
}

}  // namespace smile
