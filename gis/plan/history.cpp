#include "gis/plan/history.h"

namespace smile {

History::History(PlanPtr start) {
  steps_.push_back({{}, {}, std::move(start)});
}

PlanPtr History::apply(const Edit& edit) {
  auto next = std::make_shared<const Plan>(edit.apply(*current()));
  const bool merges = !edit.merge_key.empty() && index_ > 0 && steps_[index_].merge_key == edit.merge_key;
  steps_.resize(index_ + 1);
  if (merges) {
    steps_[index_].plan = std::move(next);
  } else {
    steps_.push_back({edit.name, edit.merge_key, std::move(next)});
    ++index_;
  }
  return current();
}

PlanPtr History::undo() {
  if (can_undo()) --index_;
  seal();
  return current();
}

PlanPtr History::redo() {
  if (can_redo()) ++index_;
  seal();
  return current();
}

Text History::undo_name() const {
  return can_undo() ? steps_[index_].name : Text{};
}
Text History::redo_name() const {
  return can_redo() ? steps_[index_ + 1].name : Text{};
}

void History::seal() {
  steps_[index_].merge_key.clear();
}

}  // namespace smile
