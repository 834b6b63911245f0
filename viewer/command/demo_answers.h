#pragma once
// What a first afternoon asks of the embedded city.

#include <vector>

#include "gis/store/plan_file.h"

namespace smile::viewer::command {

struct DemoAnswers {
  std::vector<Text> sentences;    ///< what the answers mean, in the language of the program
  std::vector<std::string> kept;  ///< names of the findings that are in the plan now
};

/// Asks who has no stop and which children have no playground near, whom the measures reach, and which of them lie in
/// protected areas. The findings stay in the plan; their maps come in hidden.
DemoAnswers ask_demo(PlanFile& file);

}  // namespace smile::viewer::command
