#include "viewer/presenter/screen_step.h"

#include <algorithm>

#include "gis/plan/steps.h"
#include "viewer/map/map_view.h"
#include "viewer/text.h"

namespace smile::viewer {
namespace {

/// The newest whose map is to be seen.
const Finding* shown_finding(const Plan& plan) {
  for (auto one = plan.findings.rbegin(); one != plan.findings.rend(); ++one) {
    if ((*one)->layer == 0) continue;
    const auto& layers = plan.style.layers;
    const bool seen = std::any_of(layers.begin(), layers.end(), [&](const LayerSettings& layer) {
      return layer.visible && layer_of_key(layer.layer) == (*one)->layer;
    });
    if (seen) return one->get();
  }
  return nullptr;
}

}  // namespace

Step step_of_screen(const MapView& map) {
  const Document& document = map.document();
  const PlanPtr plan = document.plan();
  Step step;
  step.ground = map.camera().ground();
  step.style = plan->style;
  step.measures = document.selected_measures();
  step.district = document.selected_district();
  step.title = say("New step");
  if (const District* district = find_district(*plan, step.district)) step.title = district->name;
  if (!step.measures.empty()) step.panel = StepPanel::measures;
  if (step.measures.size() == 1) step.title = find_measure(*plan, step.measures.front())->title;
  if (const Finding* finding = shown_finding(*plan)) {
    step.finding = finding->id;
    step.panel = StepPanel::result;
    step.title = finding->name;
  }
  return step;
}

void show_on_map(const Step& step, MapView& map) {
  Document& document = map.document();
  if (!document.read_only() && document.plan()->style != step.style)
    document.apply(set_style(step.style, text("Show a step on the map")));
  if (!step.measures.empty())
    document.select_measures(measures_of(*document.plan(), step));
  else
    document.select_district(step.district);
  map.show_ground(step.ground);
}

}  // namespace smile::viewer
