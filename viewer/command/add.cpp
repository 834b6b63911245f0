#include <memory>

#include "gis/intake/layers.h"
#include "gis/store/plan_file.h"
#include "viewer/command/add_population.h"
#include "viewer/command/intake.h"

namespace smile::viewer::command {

namespace {

/// The layer that was just added, with its features in the plan file.
Plan with_features(Plan plan, PlanFile& file) {
  const MapLayer layer = *plan.layers.back();
  if (layer.content == LayerContent::raster)
    throw Error(ErrorKind::usage, text("Only the features of a layer are taken into the plan; leave out --into-plan."));
  const Progress progress = terminal_progress();
  const LayerDataPtr data = load_layer(layer, plan, place_of(file.path()), progress);
  return show_taken(layer, file.take_features(*data, layer.name, plan.crs, progress)).apply(plan);
}

}  // namespace

int run_add(const Call& call) {
  if (call.words[1] == "population") return add_population(call);
  if (call.words[1] == "network") return add_network(call);
  if (call.words[1] == "places") return add_places(call);
  const Kind kind = kind_from_word(call.words[1]);
  const bool service = call.has("--wms") || call.has("--wmts") || call.has("--xyz");
  if (service ? kind != Kind::layer || call.words.size() > 2 : call.words.size() < 3)
    throw Error(ErrorKind::usage,
                service ? text("A map service is added as: smileplaces add PLAN layer --wms URL --layer NAME")
                        : text("Say which file is to be added: smileplaces add PLAN {1} FILE", call.words[1]));
  const bool into_plan = call.has("--into-plan");
  if (into_plan && (kind != Kind::layer || service))
    throw Error(ErrorKind::usage, text("Only the features of a layer are taken into the plan; leave out --into-plan."));
  const bool dry = call.has("--dry-run");
  PlanFile file = PlanFile::open(call.words[0], dry ? PlanFile::Mode::read : PlanFile::Mode::write);
  const Intake intake = prepare(kind, service ? std::string() : call.words[2], call, *file.plan());
  if (!dry && intake.edit.apply) {
    Plan next = intake.edit.apply(*file.plan());
    if (into_plan) next = with_features(std::move(next), file);
    file.save(std::make_shared<const Plan>(std::move(next)));
  }
  return report(intake, call);
}

}  // namespace smile::viewer::command
