// Row 9: a CSV of 100,000 measures into memory, beside OGR's CSV driver in the same process. Equal cells first.
//   bench_read_csv [ROWS]     prints a table and, last, one line of JSON

#include <gdal.h>
#include <ogr_api.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>

#include "gis/formats/text_table.h"
#include "measure.h"

namespace {

using smile::TextTable;

/// What an office's list looks like: amounts, dates, positions, quoted notes with line breaks and doubled quotes.
std::string make_csv(int rows) {
  std::string csv =
      "Nr.,Titel,Baustein,Handlungsfeld,Status,Federführung,Persona,Kosten,Beginn,Ende,Lage,Stadtbereich,Bemerkung\n";
  for (int i = 1; i <= rows; ++i) {
    const std::string n = std::to_string(i);
    csv += n + ",Grüner Schulweg " + n + ",smile Places,Mobilität,in Umsetzung,Amt für Mobilität,Politik,\"" +
           std::to_string(i % 900 + 100) + ".973,82 €\",07.01.2021,Q3 2025,\"54.1" + n + ", 12.1" + n + "\",Südstadt,";
    csv += i % 3 == 0   ? "\"Zitat: \"\"bitte bald\"\"\"\n"
           : i % 3 == 1 ? "\"mehrzeilig\nmit Umbruch\"\n"
                        : "Förderung beantragt\n";
  }
  return csv;
}

struct Counted {
  std::size_t cells = 0;
  std::uint32_t checksum = 2166136261U;
  void add(std::string_view cell) {
    ++cells;
    for (const char c : cell) checksum = (checksum ^ static_cast<unsigned char>(c)) * 16777619U;
    checksum = (checksum ^ 31U) * 16777619U;
  }
};

Counted counted(const TextTable& table) {
  Counted all;
  for (const smile::TextRow& row : table.rows)
    for (const std::string& cell : row.cells) all.add(cell);
  return all;
}

/// The feature loop a program would write with OGR: every field as text, kept in memory.
TextTable read_with_ogr(const std::string& file) {
  TextTable table;
  const char* const drivers[] = {"CSV", nullptr};
  GDALDatasetH dataset = GDALOpenEx(file.c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY, drivers, nullptr, nullptr);
  if (dataset == nullptr) return table;
  OGRLayerH layer = GDALDatasetGetLayer(dataset, 0);
  const int fields = OGR_FD_GetFieldCount(OGR_L_GetLayerDefn(layer));
  while (OGRFeatureH feature = OGR_L_GetNextFeature(layer)) {
    smile::TextRow& row = table.rows.emplace_back();
    for (int i = 0; i < fields; ++i) row.cells.emplace_back(OGR_F_GetFieldAsString(feature, i));
    OGR_F_Destroy(feature);
  }
  GDALClose(dataset);
  return table;
}

}  // namespace

int main(int argc, char** argv) {
  const int rows = argc > 1 ? std::atoi(argv[1]) : 100'000;
  const std::filesystem::path file =
      std::filesystem::temp_directory_path() / ("smile-places-bench-" + std::to_string(rows) + ".csv");
  std::ofstream(file, std::ios::binary) << make_csv(rows);
  GDALAllRegister();
  const Counted ours = counted(smile::read_text_table(file));
  const Counted theirs = counted(read_with_ogr(file.string()));
  const bool equal = ours.cells == theirs.cells && ours.checksum == theirs.checksum;
  std::printf("%d rows, %zu cells, %s\n", rows, ours.cells, equal ? "equal" : "DIFFERENT");
  const double our_time = smile::bench::median(smile::bench::timed(5, [&] { smile::read_text_table(file); }));
  const double their_time = smile::bench::median(smile::bench::timed(5, [&] { read_with_ogr(file.string()); }));
  std::filesystem::remove(file);
  const double rate = static_cast<double>(ours.cells) / our_time;
  smile::bench::row("ours: file to table", our_time, std::to_string(rate / 1e6) + " M cells/s");
  smile::bench::row("OGR CSV driver, all fields as text", their_time,
                    equal ? std::to_string(their_time / our_time) + " x" : "results differ");
  std::printf("%s\n", nlohmann::json{{"rows", rows},
                                     {"cells", ours.cells},
                                     {"equal", equal},
                                     {"ours_s", our_time},
                                     {"ogr_s", their_time},
                                     {"cells_per_s", rate}}
                          .dump()
                          .c_str());
  return equal ? 0 : 1;
}
