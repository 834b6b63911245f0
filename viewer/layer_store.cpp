#include "viewer/layer_store.h"

#include <QPointer>

#include "gis/words/issue.h"
#include "viewer/document.h"
#include "viewer/raster_store.h"
#include "viewer/tasks.h"
#include "viewer/text.h"

namespace smile::viewer {

LayerStore::LayerStore(Document& document, Tasks& tasks, QObject* parent)
    : QObject(parent), document_(document), tasks_(tasks), rasters_(new RasterStore(document, this)) {
  connect(rasters_, &RasterStore::changed, this, &LayerStore::changed);
  connect(rasters_, &RasterStore::failed, this, &LayerStore::failed);
  connect(&document, &Document::plan_changed, this, &LayerStore::follow);
  follow();
}

bool LayerStore::is_reading(Id layer) const {
  return states_.value(layer).reading || rasters_->is_reading(layer);
}

QString LayerStore::problem_of(Id layer) const {
  const Text problem = states_.value(layer).problem;
  return problem.empty() ? rasters_->problem_of(layer) : tr_(problem);
}

Issues LayerStore::issues() const {
  Issues issues = rasters_->issues();
  const PlanPtr plan = document_.plan();
  for (auto state = states_.cbegin(); state != states_.cend(); ++state)
    if (const MapLayer* layer = find_layer(*plan, state.key()); layer != nullptr && !state->problem.empty())
      issues.push_back(missing_layer(*layer, state->problem));
  return issues;
}

void LayerStore::read_again(Id layer) {
  rasters_->read_again(layer);
  states_.remove(layer);
  layers_.erase(layer);
  follow();
}

void LayerStore::want(Id layer) {
  wanted_.insert(layer);
  follow();
}

void LayerStore::follow() {
  const PlanPtr plan = document_.plan();
  for (const LayerSettings& settings : plan->style.layers) {
    const MapLayer* layer = find_layer(*plan, layer_of_key(settings.layer));
    if (layer == nullptr || layer->content == LayerContent::raster) continue;
    if (!settings.visible && !wanted_.contains(layer->id)) continue;
    const auto state = states_.constFind(layer->id);
    if (state == states_.cend() || state->source != layer->source || state->crs != plan->crs) read(*layer);
  }
}

void LayerStore::read(const MapLayer& layer) {
  const PlanPtr plan = document_.plan();
  states_[layer.id] = {layer.source, plan->crs, true, {}};
  const PlanPlace place{document_.path(), !document_.read_only()};
  tasks_.start(tr_(text("Reading {1}", layer.name)),
               [plan, layer, place, self = QPointer(this)](const Progress& progress) -> std::function<void()> {
                 try {
                   return [self, id = layer.id, data = load_layer(layer, *plan, place, progress)] {
                     if (self) self->take(id, data);
                   };
                 } catch (const Error& error) {
                   return [self, id = layer.id, why = error.sentence()] {
                     if (self) self->take_problem(id, why);
                   };
                 }
               });
  emit changed();
}

void LayerStore::take(Id layer, LayerDataPtr data) {
  states_[layer].reading = false;
  layers_.insert_or_assign(layer, std::move(data));
  emit changed();
}

void LayerStore::take_problem(Id layer, const Text& sentence) {
  states_[layer].reading = false;
  states_[layer].problem = sentence;
  emit changed();
  emit failed(layer, tr_(sentence));
}

}  // namespace smile::viewer
