#pragma once
// The frame of every question of `analyse`: the plan is opened, asked once, what is to be kept is kept, the answer is
// shown.

#include "gis/questions/told.h"
#include "gis/store/plan_file.h"
#include "viewer/command/command.h"

namespace smile::viewer::command {

struct Asking {
  const Call& call;
  PlanFile file;
  PlanPtr plan;  ///< as it was opened
  Question question;

  explicit Asking(const Call& call);
  QuestionOptions options() const { return {question, *plan}; }
  PlanPlace place() const { return place_of(file.path()); }
  /// --keep or --layer-name.
  bool keeps() const;
  /// The map becomes a layer (--layer-name), the finding stays in the plan (--keep).
  void keep(Answer answer);
};

/// find(asking): the answer with its figures; show(found, asking): prints it and returns its issues.
template <class Find, class Show>
int asked(const Call& call, Find find, Show show) {
  Asking asking(call);
  const auto found = find(asking);
  if (asking.keeps()) asking.keep(told(found, asking.options()));
  return exit_code(show(found, asking));
}

}  // namespace smile::viewer::command
