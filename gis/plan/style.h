#pragma once
// What is drawn and how, as values that travel in the plan.

#include <array>
#include <string>
#include <vector>

#include "gis/plan/district.h"

namespace smile {

/// manual: limits set by hand, of layers only.
enum class ClassMethod : std::uint8_t { natural_breaks, quantile, equal, pretty, manual };

/// What the colours of the measures' symbols tell. Their shapes always tell the building block.
enum class MeasureColours : std::uint8_t { block, phase, cost };

/// The figure by which districts are coloured. key: "" none, "measures", "cost", "cost_per_head", "inhabitants",
/// "density", or "statistic:<id>".
struct Choropleth {
  std::string figure = "inhabitants";
  int classes = 5;
  ClassMethod method = ClassMethod::natural_breaks;
  bool operator==(const Choropleth&) const = default;
};

/// Colours of districts from few to many, light ground: sand, because the four blocks own blue, purple, green and
/// orange. Any number of classes lies evenly between these.
inline constexpr std::array<const char*, 5> district_ramp = {"#F3EEE2", "#E8DEC8", "#DACCAB", "#CAB88E", "#B9A272"};

/// One line of the layer list. Fixed layers of a plan: "measures", "district_labels", "district_borders", "districts";
/// layers of context: "layer:<id>".
struct LayerSettings {
  std::string layer;
  bool visible = true;
  double opacity = 1;
  double closest = 0;   ///< shown from 1:closest …
  double farthest = 0;  ///< … to 1:farthest; 0: without limit
  std::string group{};  ///< layers of the same group that lie on each other are one branch of the list; "": none
  bool operator==(const LayerSettings&) const = default;
};

struct MapStyle {
  Choropleth choropleth;
  Id level = 0;  ///< districts shown and counted by; 0: the coarsest
  bool measure_labels = true;
  MeasureColours measure_colours = MeasureColours::block;
  Id scenario = 0;  ///< whose measures are shown, the others only hinted at; 0: all
  std::vector<LayerSettings> layers = {
      {"measures"}, {"district_labels"}, {"district_borders"}, {"districts"}};  ///< top first
  bool operator==(const MapStyle&) const = default;
};

}  // namespace smile
