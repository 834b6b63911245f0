#include "viewer/presenter/screen_step.h"

#include <algorithm>

#include "gis/plan/steps.h"
#include "viewer/map/map_view.h"
#include "viewer/map/places.h"
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

bool is_shown(const Plan& plan, std::string_view layer) {
  const auto& layers = plan.style.layers;
  return std::any_of(layers.begin(), layers.end(),
                     [&](const LayerSettings& one) { return one.layer == layer && one.visible; });
}

std::vector<Id> selected_in_sight(const MapView& map, const Plan& plan) {
  std::vector<Id> seen;
  if (!is_shown(plan, "measures")) return seen;
  for (const Id id : map.document().selected_measures()) {
    const Box ground = ground_of({id}, plan);
    if (!ground.empty() && ground.intersects(map.camera().ground())) seen.push_back(id);
  }
  return seen;
}

Id selected_district_in_sight(const MapView& map, const Plan& plan) {
  const District* district = find_district(plan, map.document().selected_district());
  return district != nullptr && bounds(district->geometry).intersects(map.camera().ground()) ? district->id : 0;
}

/// It is seen whole and fills half of the map, across or upright.
const District* zoomed_to(const MapView& map, const Plan& plan) {
  const District* district = find_district(plan, map.district_at(map.rect().center()));
  if (district == nullptr) return nullptr;
  const Box all = map.camera().ground(), its = bounds(district->geometry);
  const bool whole = all.contains({its.min_x, its.min_y}) && all.contains({its.max_x, its.max_y});
  return whole && (2 * its.width() > all.width() || 2 * its.height() > all.height()) ? district : nullptr;
}

/// about_measures: they were selected for this step.
std::string title_of(const Step& step, bool about_measures, const MapView& map, int number) {
  const PlanPtr plan = map.document().plan();
  if (about_measures && step.measures.size() == 1) return find_measure(*plan, step.measures.front())->title;
  if (const District* selected = find_district(*plan, step.district)) return selected->name;
  if (const Finding* finding = find_finding(*plan, step.finding)) return finding->name;
  if (const District* district = zoomed_to(map, *plan)) return district->name;
  return str(text("Step {1}", number));
}

}  // namespace

Step step_of_screen(const MapView& map) {
  const PlanPtr plan = map.document().plan();
  Step step;
  step.ground = map.camera().ground();
  step.style = plan->style;
  step.measures = selected_in_sight(map, *plan);
  step.district = selected_district_in_sight(map, *plan);
  return step;
}

Step new_step_of_screen(const MapView& map, bool selected_for_it, int number) {
  const PlanPtr plan = map.document().plan();
  Step step = step_of_screen(map);
  const Finding* finding = shown_finding(*plan);
  const bool all_in_sight = step.measures.size() == map.document().selected_measures().size();
  const bool about_measures = selected_for_it && all_in_sight && !step.measures.empty();
  if (finding != nullptr) step.finding = finding->id;
  if (finding != nullptr && !about_measures)
    step.panel = StepPanel::result;
  else if (!step.measures.empty())
    step.panel = StepPanel::measures;
  step.title = title_of(step, about_measures, map, number);
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
