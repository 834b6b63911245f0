#include <memory>

#include "gis/store/plan_file.h"
#include "viewer/command/intake.h"

namespace smile::viewer::command {

int run_add(const Call& call) {
  const Kind kind = kind_from_word(call.words[1]);
  const bool dry = call.has("--dry-run");
  PlanFile file = PlanFile::open(call.words[0], dry ? PlanFile::Mode::read : PlanFile::Mode::write);
  const Intake intake = prepare(kind, call.words[2], call, *file.plan());
  if (!dry && intake.edit.apply) file.save(std::make_shared<const Plan>(intake.edit.apply(*file.plan())));
  return report(intake, call);
}

}  // namespace smile::viewer::command
