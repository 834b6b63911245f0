#pragma once
// What the panel of a step says, made from the plan as it is: a chart, or rows of measures, with what stands around
// them. Nothing of it is laid out yet. In the language of the program.

#include <optional>
#include <string>
#include <vector>

#include "gis/plan/plan.h"
#include "layers/chart.h"

namespace smile::layers {

struct StepRow {
  std::string number;  ///< as the office counts it
  std::string title;
  std::string cost;
};

struct StepPanelWords {
  std::string large;               ///< the figure or sentence to be read aloud
  std::vector<std::string> small;  ///< below it
  std::vector<StepRow> rows;
  std::optional<Chart> chart;
  bool empty() const { return large.empty() && small.empty() && rows.empty() && !chart; }
};

StepPanelWords words_of_panel(const Plan& plan, const Step& step);

}  // namespace smile::layers
