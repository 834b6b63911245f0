#pragma once
// One step of a presentation: a state of the map with what is said about it.

#include <memory>
#include <string>
#include <vector>

#include "gis/geometry/geometry.h"
#include "gis/plan/style.h"

namespace smile {

/// What stands beside the map of a step; made from the plan when it is shown, so that it is never out of date.
enum class StepPanel : std::uint8_t { none, people, measures, result, costs };

/// A stroke of the pen on the map.
struct PenMark {
  std::vector<Point> line;  ///< plan's system
  std::string colour;       ///< "#RRGGBB"
  double width = 0;         ///< pixels at 96 to the inch
  bool operator==(const PenMark&) const = default;
};

struct Step {
  Id id = 0;
  std::string title;         ///< the one message
  std::string body;          ///< what may be read beside it; lines
  std::string notes;         ///< for those who present
  Box ground;                ///< plan's system; shown whole
  MapStyle style;            ///< layers, colours, scenario
  Id district = 0;           ///< in focus, the others veiled; 0: none
  std::vector<Id> measures;  ///< pointed out
  StepPanel panel = StepPanel::none;
  Id finding = 0;       ///< whose figures the panel `result` shows
  bool hidden = false;  ///< passed over when presenting
  std::vector<PenMark> marks;
  bool operator==(const Step&) const = default;
};
using StepPtr = std::shared_ptr<const Step>;

}  // namespace smile
