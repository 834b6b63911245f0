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

/// What a layer is made of.
enum class LayerContent : std::uint8_t { features, raster };

/// Where the data are.
struct LayerSource {
  /// plan: a table of the plan file itself; wms, wmts, xyz: a map service, asked only for what is to be seen.
  enum class Kind : std::uint8_t { file, plan, wms, wmts, xyz };
  Kind kind = Kind::file;
  std::string file;   ///< relative to the folder of the plan, with "/", where it lies in or below it; else absolute.
                      ///< Of services: the address. Of the plan's own tables: where the data once came from
  std::string layer;  ///< its name in the file, the service or the plan; "": the only one
  std::string crs;    ///< "EPSG:25833" where the user said so against the file; "": as the file says
  bool swap_axes = false;
  std::string encoding;  ///< as crs
  std::string offline;   ///< of services: the file (kept as `file`) with the city's tiles, drawn without network
  bool operator==(const LayerSource&) const = default;
};

/// proportional: a circle whose area is the value. heat_map: how dense points lie, in points or values per km².
enum class StyleMethod : std::uint8_t { single, categories, classes, proportional, heat_map };

/// How a colour is laid on: areas solid to outline; lines solid, dashed or dotted.
enum class Pattern : std::uint8_t { solid, hatched, crossed, dotted, dashed, outline };

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
  std::vector<double> limits;  ///< of ClassMethod::manual, rising; one more than there are classes
  std::string ramp;            ///< of layers/palette.h; "": the first
  Pattern pattern = Pattern::solid;
  double largest = 0;       ///< proportional: diameter of the largest circle in pixels; 0: 40
  double radius_m = 0;      ///< heat map: how far a point reaches; 0: 300
  std::string label_field;  ///< whose values are written beside the features; "": none
  bool grey = false;        ///< rasters: without their colours, so that what lies above stands out
  bool operator==(const LayerStyle&) const = default;
};

/// Inhabitants of an age, in a column of a population layer.
struct AgeGroup {
  std::string field;
  int from = 0;
  int to = 0;  ///< both included; 120: and older
  bool operator==(const AgeGroup&) const = default;
};

/// What analyses take from a layer.
struct LayerUse {
  /// network: lines people walk along; population: where how many live; places: what people walk to.
  enum class Kind : std::uint8_t { none, network, population, places };
  Kind kind = Kind::none;
  std::string total_field;           ///< population: inhabitants of each feature
  std::vector<AgeGroup> age_groups;  ///< population
  std::string place_kind;            ///< places: "playground", "kita", "stop" …; free text
  std::string capacity_field;        ///< places: area or seats; "": none
  std::string method;  ///< how the figures were made; an English sentence, a key of the words. "": as read
  bool operator==(const LayerUse&) const = default;
};

std::string_view word(LayerUse::Kind kind);  ///< "none", "network", "population", "places"

struct MapLayer {
  Id id = 0;
  std::string name;
  LayerSource source;
  LayerContent content = LayerContent::features;
  GeometryKind kind = GeometryKind::none;  ///< of most features
  std::int64_t features = 0;               ///< when it was added
  LayerStyle style;
  LayerUse use;
  std::string credit;  ///< "© OpenStreetMap": stands with the sources of a map that shows it
  bool operator==(const MapLayer&) const = default;
};

using MapLayerPtr = std::shared_ptr<const MapLayer>;

}  // namespace smile
