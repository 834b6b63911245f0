#include "gis/questions/keep.h"

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

/// The maps of other findings are hidden: several over each other say nothing.
Plan alone_on_the_map(Plan plan, Id shown) {
  for (const FindingPtr& finding : plan.findings)
    for (LayerSettings& settings : plan.style.layers) {
      if (finding->layer == 0 || settings.layer != layer_key(finding->layer)) continue;
      if (finding->layer != shown) settings.visible = false;
    }
  return plan;
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

Edit show_finding_layer(Id layer, bool visible) {
  return {text("Show or hide the layer of a result"), {}, [layer, visible](const Plan& plan) {
            Plan next = visible ? alone_on_the_map(plan, layer) : plan;
            for (LayerSettings& settings : next.style.layers)
              if (settings.layer == layer_key(layer)) settings.visible = visible;
            return next;
          }};
}

Edit keep_answer(const Answer& answer, const std::vector<TakenTable>& tables) {
  return {text("Keep the result “{1}”", answer.finding.name), {}, [answer, tables](const Plan& plan) {
            Finding finding = answer.finding;
            const Plan next = with_map(plan, finding, answer, tables);
            return keep_finding(std::move(finding)).apply(next);
          }};
}

}  // namespace smile
