#pragma once
// Where a plan lies, for whoever reads the features of its layers: beside it, or out of it.

#include <filesystem>

namespace smile {

struct PlanPlace {
  std::filesystem::path file;  ///< of the plan
  bool held = false;           ///< somebody, maybe this program, has it open for writing

  std::filesystem::path folder() const { return file.parent_path(); }
};

}  // namespace smile
