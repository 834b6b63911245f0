#pragma once
// A layer of context: any geodata shown with districts and measures. The plan holds where the data are and how they
// look; the features themselves stand outside the plan (formats/layer_data.h), because they don't change with it.

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "gis/plan/district.h"
#include "gis/plan/style.h"

namespace smile {

/// What a layer shows. It decides the colours of a layer nobody has styled yet, in both themes, and where in the stack
/// it comes in.
enum class LayerTopic : std::uint8_t { other, water, green, buildings, streets, stops, protection };

std::string_view word(LayerTopic topic);  ///< "water", "streets" …

/// Where the features are.
struct LayerSource {
  std::string file;   ///< relative to the folder of the plan, with "/", where it lies in or below it; else absolute
  std::string layer;  ///< its name in the file; "": the only one
  std::string crs;    ///< "EPSG:25833" where the user said so against the file; "": as the file says
  bool swap_axes = false;
  std::string encoding;  ///< as crs
  bool operator==(const LayerSource&) const = default;
};

enum class StyleMethod : std::uint8_t { single, categories, classes };

/// One value of a categorised layer. Values without a category are drawn as the layer is by itself.
struct LayerCategory {
  std::string value;   ///< as the cell reads
  std::string colour;  ///< "#rrggbb"
  bool operator==(const LayerCategory&) const = default;
};

struct LayerStyle {
  LayerTopic topic = LayerTopic::other;
  StyleMethod method = StyleMethod::single;
  std::string colour;  ///< "#rrggbb" of areas, lines or points; "": by topic
  double width = 0;    ///< lines: pixels at 96 dpi; points: diameter; 0: by topic
  std::string field;   ///< whose values decide, for categories and classes
  std::vector<LayerCategory> categories;
  int classes = 5;
  ClassMethod class_method = ClassMethod::natural_breaks;
  std::string ramp;  ///< of layers/palette.h; "": the first
  bool operator==(const LayerStyle&) const = default;
};

struct MapLayer {
  Id id = 0;
  std::string name;
  LayerSource source;
  GeometryKind kind = GeometryKind::none;  ///< of most features
  std::int64_t features = 0;               ///< when it was added
  LayerStyle style;
  std::string credit;  ///< "© OpenStreetMap": stands with the sources of a map that shows it
  bool operator==(const MapLayer&) const = default;
};

using MapLayerPtr = std::shared_ptr<const MapLayer>;

}  // namespace smile
