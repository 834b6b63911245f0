#pragma once
// The colours of layers of context, for our own maps and for the styles QGIS finds. Words of colours: "#RRGGBB" or
// "#RRGGBBAA".

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "gis/plan/layer.h"

namespace smile {

/// The look of a layer nobody has styled. Quiet: context is the ground on which measures stand.
struct TopicLook {
  LayerTopic topic = LayerTopic::other;
  GeometryKind kind = GeometryKind::none;  ///< none: any
  const char* fill;                        ///< of areas and points, core of lines
  const char* edge;                        ///< around areas and points, casing of lines
  const char* dark_fill;                   ///< the same on a dark ground
  const char* dark_edge;
  double width;  ///< pixels at 96 dpi; lines: core close up; points: diameter
};
const TopicLook& topic_look(LayerTopic topic, GeometryKind kind);

/// A ramp of colours from few to many by its ends and its middle. On a dark ground more is lighter.
struct RampLook {
  std::string_view name;
  const char *few, *middle, *many;
  const char *dark_few, *dark_middle, *dark_many;
};
/// All but the first, which is that of the districts ("sand"). The last, "difference", leads from less over the same to
/// more: for figures around 0.
std::span<const RampLook> ramp_looks();

/// Colours of so many classes on a light ground, evenly between the steps of a ramp; as our maps have them.
std::vector<std::string> ramp_colours(std::string_view ramp, int classes);

}  // namespace smile
