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

/// The first is that of the districts. The last, "difference", leads from less over the same to more: for figures
/// around 0.
std::span<const std::string_view> ramp_names();

/// Colours of so many classes, from few to many, evenly between the steps of a ramp. Another name than one of
/// ramp_names() is the first.
std::vector<std::string> ramp_colours(std::string_view ramp, int classes, bool dark = false);

}  // namespace smile
