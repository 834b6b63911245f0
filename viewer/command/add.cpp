#include <memory>

#include "gis/store/plan_file.h"
#include "viewer/command/intake.h"

namespace smile::viewer::command {

int run_add(const Call& call) {
  const Kind kind = kind_from_word(call.words[1]);
  const bool service = call.has("--wms") || call.has("--wmts") || call.has("--xyz");
  if (service ? kind != Kind::layer || call.words.size() > 2 : call.words.size() < 3)
    throw Error(ErrorKind::usage,
                service ? text("A map service is added as: smileplaces add PLAN layer --wms URL --layer NAME")
                        : text("Say which file is to be added: smileplaces add PLAN {1} FILE", call.words[1]));
  const bool dry = call.has("--dry-run");
  PlanFile file = PlanFile::open(call.words[0], dry ? PlanFile::Mode::read : PlanFile::Mode::write);
  const Intake intake = prepare(kind, service ? std::string() : call.words[2], call, *file.plan());
  if (!dry && intake.edit.apply) file.save(std::make_shared<const Plan>(intake.edit.apply(*file.plan())));
  return report(intake, call);
}

}  // namespace smile::viewer::command
