#pragma once
// Undo and redo: a list of named snapshots and an index.

#include <cstddef>
#include <vector>

#include "gis/plan/edits.h"

namespace smile {

class History {
public:
  explicit History(PlanPtr start);

  PlanPtr current() const { return steps_[index_].plan; }
  /// Applies the edit; redo steps are dropped. Merges with the last step where the merge keys are equal and not empty.
  PlanPtr apply(const Edit& edit);
  bool can_undo() const { return index_ > 0; }
  bool can_redo() const { return index_ + 1 < steps_.size(); }
  PlanPtr undo();
  PlanPtr redo();
  Text undo_name() const;  ///< of the step that undo takes back
  Text redo_name() const;
  /// Ends merging: the next edit is a step of its own.
  void seal();

private:
  struct Step {
    Text name;
    std::string merge_key;
    PlanPtr plan;
  };
  std::vector<Step> steps_;
  std::size_t index_ = 0;
};

}  // namespace smile
