#pragma once
// Files made on the spot: shapefiles byte by byte, archives, and small texts.

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "gis/geometry/geometry.h"

namespace smile::tests {

inline void write_file(const std::filesystem::path& file, std::string_view bytes) {
  std::ofstream(file, std::ios::binary).write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
}

inline std::string read_file(const std::filesystem::path& file) {
  std::string bytes(std::filesystem::file_size(file), '\0');
  std::ifstream(file, std::ios::binary).read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  return bytes;
}

template <class T>
std::string little(T value) {
  return {reinterpret_cast<const char*>(&value), sizeof value};
}
inline std::string big(std::uint32_t value) {
  const std::string bytes = little(value);
  return {bytes.rbegin(), bytes.rend()};
}

struct Shape {
  std::string name;
  std::vector<Point> ring;  ///< empty: null
};

/// A polygon shapefile with one text column NAME of 20 bytes: .shp, .shx and .dbf beside each other, no .prj, no .cpg.
inline void write_shapefile(const std::filesystem::path& shp, const std::vector<Shape>& shapes,
                            int language_driver = 0) {
  std::string records, index;
  Box box;
  std::uint32_t number = 0;
  for (const Shape& shape : shapes) {
    Box own;
    for (const Point& p : shape.ring) own.add(p);
    box.add(own);
    std::string content = little<std::int32_t>(shape.ring.empty() ? 0 : 5);
    if (!shape.ring.empty()) {
      for (const double edge : {own.min_x, own.min_y, own.max_x, own.max_y}) content += little(edge);
      content +=
          little<std::int32_t>(1) + little(static_cast<std::int32_t>(shape.ring.size())) + little<std::int32_t>(0);
      for (const Point& p : shape.ring) content += little(p.x) + little(p.y);
    }
    const auto words = static_cast<std::uint32_t>(content.size() / 2);
    index += big(static_cast<std::uint32_t>(100 + records.size()) / 2) + big(words);
    records += big(++number) + big(words) + content;
  }
  const auto header = [&](std::size_t body) {
    std::string out = big(9994) + std::string(20, '\0') + big(static_cast<std::uint32_t>((100 + body) / 2)) +
                      little<std::int32_t>(1000) + little<std::int32_t>(5);
    for (const double edge : {box.min_x, box.min_y, box.max_x, box.max_y, 0.0, 0.0, 0.0, 0.0}) out += little(edge);
    return out;
  };
  write_file(shp, header(records.size()) + records);
  write_file(std::filesystem::path(shp).replace_extension(".shx"), header(index.size()) + index);
  std::string dbf = std::string("\x03\x7a\x01\x01", 4) + little(static_cast<std::uint32_t>(shapes.size())) +
                    little<std::uint16_t>(65) + little<std::uint16_t>(21) + std::string(17, '\0') +
                    static_cast<char>(language_driver) + std::string(2, '\0');
  dbf += std::string("NAME\0\0\0\0\0\0\0C\0\0\0\0\x14", 17) + std::string(15, '\0') + "\x0d";
  for (const Shape& shape : shapes) {
    std::string cell = shape.name;
    cell.resize(20, ' ');
    dbf += ' ' + cell;
  }
  write_file(std::filesystem::path(shp).replace_extension(".dbf"), dbf + '\x1a');
}

inline std::vector<Point> square_ring(double x, double y, double size) {
  return {{x, y}, {x, y + size}, {x + size, y + size}, {x + size, y}, {x, y}};
}

/// Three neighbours in Rostock, EPSG:25833.
inline std::vector<Shape> three_squares() {
  return {{"Altstadt", square_ring(307000, 6004000, 1000)},
          {"Neustadt", square_ring(308000, 6004000, 1000)},
          {"Hafen", square_ring(309000, 6004000, 1000)}};
}

struct ZipEntry {
  std::string name;
  std::string bytes;  ///< as stored
  std::uint16_t method = 0;
  std::uint32_t declared = 0;  ///< inflated size that is claimed; 0: the stored size
  std::uint16_t flags = 0;
};

inline std::string zip_of(const std::vector<ZipEntry>& entries) {
  std::string out, directory;
  for (const ZipEntry& entry : entries) {
    const std::uint32_t inflated =
        entry.declared != 0 ? entry.declared : static_cast<std::uint32_t>(entry.bytes.size());
    const std::string common = little<std::uint16_t>(20) + little(entry.flags) + little(entry.method) +
                               little<std::uint32_t>(0) + little<std::uint32_t>(0) +
                               little(static_cast<std::uint32_t>(entry.bytes.size())) + little(inflated) +
                               little(static_cast<std::uint16_t>(entry.name.size())) + little<std::uint16_t>(0);
    directory += "PK\1\2" + little<std::uint16_t>(20) + common + std::string(10, '\0') +
                 little(static_cast<std::uint32_t>(out.size())) + entry.name;
    out += "PK\3\4" + common + entry.name + entry.bytes;
  }
  const auto start = static_cast<std::uint32_t>(out.size());
  const auto count = static_cast<std::uint16_t>(entries.size());
  return out + directory + "PK\5\6" + std::string(4, '\0') + little(count) + little(count) +
         little(static_cast<std::uint32_t>(directory.size())) + little(start) + std::string(2, '\0');
}

}  // namespace smile::tests
