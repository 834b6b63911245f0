#include "gis/questions/keep.h"

#include <functional>

namespace smile {
namespace {

/// The layer of an earlier finding, shown anew.
Plan with_new_source(const Plan& plan, const MapLayer& old, const TakenTable& table) {
  MapLayer layer = old;
  layer.source = {};
  layer.source.kind = LayerSource::Kind::plan;
  layer.source.layer = table.table;
  layer.kind = table.kind;
  layer.features = table.features;
  return change_layer(std::move(layer), {}).apply(plan);
}

/// visible(layer, as it is): of the layers of findings.
Plan with_maps_shown(Plan plan, const std::function<bool(Id, bool)>& visible) {
  for (const FindingPtr& finding : plan.findings)
    for (LayerSettings& settings : plan.style.layers)
      if (finding->layer != 0 && settings.layer == layer_key(finding->layer))
        settings.visible = visible(finding->layer, settings.visible);
  return plan;
}

/// The maps of other findings are hidden: several over each other say nothing.
Plan alone_on_the_map(Plan plan, Id kept) {
  return with_maps_shown(std::move(plan), [kept](Id layer, bool visible) { return visible && layer == kept; });
}

Plan with_map(Plan plan, Finding& finding, const Answer& answer, const std::vector<TakenTable>& tables) {
  const Finding* before = find_finding(plan, finding.name);
  const MapLayer* old = before ? find_layer(plan, before->layer) : nullptr;
  if (tables.empty()) return old ? remove_layer(old->id, old->name).apply(plan) : plan;
  if (old != nullptr) {
    finding.layer = old->id;
    return alone_on_the_map(with_new_source(plan, *old, tables.front()), old->id);
  }
  MapLayer layer = answer.map->layer;
  layer.name = finding.name;
  finding.layer = plan.next_id;
  Plan next = add_taken(layer, {tables.front()}, plan.crs).apply(plan);
  for (LayerSettings& settings : next.style.layers)
    if (settings.layer == layer_key(finding.layer)) settings.opacity = answer.map->opacity;
  return alone_on_the_map(std::move(next), finding.layer);
}

}  // namespace

Edit keep_answer(const Answer& answer, const std::vector<TakenTable>& tables) {
  return {text("Keep the result “{1}”", answer.finding.name), {}, [answer, tables](const Plan& plan) {
            Finding finding = answer.finding;
            const Plan next = with_map(plan, finding, answer, tables);
            return keep_finding(std::move(finding)).apply(next);
          }};
}

Edit show_map_alone(const Finding& finding) {
  return {text("Show the map of “{1}”", finding.name), {}, [layer = finding.layer](const Plan& plan) {
            const Plan alone = with_maps_shown(plan, [layer](Id one, bool) { return one == layer; });
            return alone.style == plan.style ? alone_on_the_map(plan, 0) : alone;
          }};
}

}  // namespace smile
