#pragma once
// Private to this room: tiles of Web Mercator into an MBTiles file (its specification 1.3), as phones and other map
// programs take them.

#include "gis/database/sqlite.h"
#include "gis/formats/raster_open.h"

namespace smile::raster {

/// Where the finest pixels of a service lie in the grid that web maps share: zoom z has 2^z × 2^z tiles of 256 pixels.
struct WebGrid {
  int zoom = 0;
  std::int64_t x = 0;  ///< the service's corner in pixels of that zoom, from the west …
  std::int64_t y = 0;  ///< … and from the north
};
/// Nothing where it has another grid or another coordinate system.
std::optional<WebGrid> web_grid(const Opened& opened);

class MbtilesWriter {
public:
  struct About {
    std::string name;
    bool photo = false;  ///< JPEG, without transparency; else PNG
    Box web_mercator;    ///< what is covered
    int coarsest = 0;
    int finest = 0;
  };
  /// Throws Error{disk}, as all below.
  MbtilesWriter(const std::filesystem::path& file, const About& about);
  /// Row 0 is the northernmost. `rgba`: the tile's first pixel, the next line `line` bytes further. What is wholly
  /// transparent is left out.
  void put(int zoom, std::int64_t column, std::int64_t row, const std::uint8_t* rgba, std::size_t line);
  void finish();

private:
  std::string encoded(const std::uint8_t* rgba, std::size_t line) const;

  bool photo_;
  database::Connection connection_;
  std::optional<database::Transaction> transaction_;
  std::optional<database::Statement> insert_;
};

}  // namespace smile::raster
