#include "viewer/layer_store.h"

#include <QPointer>
#include <QTimer>
#include <algorithm>
#include <chrono>
#include <utility>

#include "gis/intake/layer_memory.h"
#include "gis/words/issue.h"
#include "layers/context.h"
#include "viewer/document.h"
#include "viewer/memory_words.h"
#include "viewer/raster_store.h"
#include "viewer/tasks.h"
#include "viewer/text.h"

namespace smile::viewer {
namespace {

constexpr int first_picture_ms = 500;

/// The map finds shapes and names prepared: at the start they are while the window is still being built. The theme
/// changes colours only, which take no time.
void make_ready(const Plan& plan, Id id, const LayerDataPtr& data) {
  for (const MapLayerPtr& layer : plan.layers)
    if (layer->id == id) layers::kept_context(layer, data, layers::Theme::light, language());
}

}  // namespace

LayerStore::LayerStore(Document& document, Tasks& tasks, std::size_t budget, QObject* parent)
    : QObject(parent), document_(document), tasks_(tasks), rasters_(new RasterStore(document, this)), budget_(budget) {
  connect(rasters_, &RasterStore::changed, this, &LayerStore::changed);
  connect(rasters_, &RasterStore::failed, this, &LayerStore::failed);
  connect(&document, &Document::plan_changed, this, &LayerStore::follow);
  connect(&tasks, &Tasks::progressed, this, [this](const QString& step) {
    if (step.isEmpty()) take_cancelled();
  });
  follow();
}

LayerStore::~LayerStore() {
  closing_.request_stop();
}

bool LayerStore::is_reading(Id layer) const {
  return states_.value(layer).step == State::Step::reading || rasters_->is_reading(layer);
}

QString LayerStore::problem_of(Id layer) const {
  const Text problem = states_.value(layer).problem;
  return problem.empty() ? rasters_->problem_of(layer) : tr_(problem);
}

Issues LayerStore::issues() const {
  Issues issues = rasters_->issues();
  const PlanPtr plan = document_.plan();
  for (auto state = states_.cbegin(); state != states_.cend(); ++state)
    if (const MapLayer* layer = find_layer(*plan, state.key()); layer != nullptr && !state->problem.empty()) {
      Issue& issue = issues.emplace_back(missing_layer(*layer, state->problem));
      if (waits(layer->id)) issue.proposal = text("Choose “Read it now” in the menu of the layer.");
    }
  return issues;
}

bool LayerStore::waits(Id layer) const {
  const State::Step step = states_.value(layer).step;
  return step == State::Step::no_room || step == State::Step::cancelled;
}

void LayerStore::read_now(Id layer) {
  anyway_.insert(layer);
  read_again(layer);
}

std::size_t LayerStore::bytes() const {
  std::size_t sum = rasters_->bytes();
  for (const auto& [id, data] : layers_) sum += data->features.bytes();
  return sum;
}

void LayerStore::set_budget(std::size_t bytes) {
  budget_ = bytes;
  follow();
  emit changed();
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
    if (layer == nullptr || layer->content == LayerContent::raster || !is_seen(*plan, layer->id)) continue;
    const auto state = states_.constFind(layer->id);
    if (state == states_.cend() || state->source != layer->source || state->crs != plan->crs ||
        state->step == State::Step::no_room)
      read(*layer);
  }
  find_room(0);
}

bool LayerStore::is_seen(const Plan& plan, Id layer) const {
  if (find_layer(plan, layer) == nullptr) return false;
  const auto shown = [&](const LayerSettings& one) { return one.visible && layer_of_key(one.layer) == layer; };
  return wanted_.contains(layer) || std::any_of(plan.style.layers.begin(), plan.style.layers.end(), shown);
}

bool LayerStore::find_room(std::size_t needed) {
  std::size_t used = bytes() + needed;
  for (const State& state : std::as_const(states_))
    if (state.step == State::Step::reading) used += state.expected;
  const PlanPtr plan = document_.plan();
  for (const bool removed : {true, false}) {
    std::vector<Id> unseen;
    for (const auto& [id, data] : layers_)
      if ((find_layer(*plan, id) == nullptr) == removed && !is_seen(*plan, id)) unseen.push_back(id);
    for (const Id id : unseen) {
      if (used <= budget_) return true;
      used -= layers_.at(id)->features.bytes();
      let_go(id);
    }
  }
  return used <= budget_;
}

void LayerStore::let_go(Id layer) {
  layers_.erase(layer);
  states_.remove(layer);
  QMetaObject::invokeMethod(this, &LayerStore::changed, Qt::QueuedConnection);
}

void LayerStore::read(const MapLayer& layer) {
  const PlanPtr plan = document_.plan();
  State state{layer.source, plan->crs, 0, {}, State::Step::reading};
  const PlanPlace place{document_.path(), !document_.read_only()};
  state.expected = expected_bytes(layer, place);
  if (!anyway_.contains(layer.id) && !find_room(state.expected)) return hold_back(layer, std::move(state));
  states_[layer.id] = std::move(state);
  tasks_.start(tr_(text("Reading {1}", layer.name)),
               [plan, layer, place, self = QPointer(this)](const Progress& progress) -> std::function<void()> {
                 try {
                   const LayerDataPtr data = load_layer(layer, *plan, place, progress);
                   make_ready(*plan, layer.id, data);
                   return [self, id = layer.id, data] {
                     if (self) self->take(id, data);
                   };
                 } catch (const Error& error) {
                   if (error.kind() == ErrorKind::cancelled) throw;
                   return [self, id = layer.id, why = error.sentence()] {
                     if (self) self->take_problem(id, why, State::Step::done);
                   };
                 }
               });
  emit changed();
}

/// Said once, a moment later: this may run before anybody listens.
void LayerStore::hold_back(const MapLayer& layer, State state) {
  const bool known = states_.value(layer.id).step == State::Step::no_room;
  const Text sentence =
      text("“{1}” would take about {2} of memory, and layers may take {3}. Hide others, or allow more in the settings.",
           layer.name, str(size_words(state.expected)), str(size_words(budget_)));
  layers_.erase(layer.id);
  states_[layer.id] = std::move(state);
  states_[layer.id].step = State::Step::no_room;
  states_[layer.id].problem = sentence;
  if (known) return;
  const auto say_so = [this, id = layer.id, sentence] {
    if (states_.value(id).step == State::Step::no_room) take_problem(id, sentence, State::Step::no_room);
  };
  QMetaObject::invokeMethod(this, say_so, Qt::QueuedConnection);
}

void LayerStore::take(Id layer, LayerDataPtr data) {
  states_[layer].step = State::Step::done;
  QTimer::singleShot(first_picture_ms, this, [this, data] { make_steps(data); });
  layers_.insert_or_assign(layer, std::move(data));
  find_room(0);
  emit changed();
}

/// The first picture has made its own step of detail; the others are made beside it, so that nobody who zooms waits.
void LayerStore::make_steps(const LayerDataPtr& data) {
  std::erase_if(making_steps_, [](const std::future<void>& one) {
    return one.wait_for(std::chrono::seconds(0)) == std::future_status::ready;
  });
  making_steps_.push_back(std::async(
      std::launch::async, [data, stop = closing_.get_token()] { layers::feature_shapes(data)->make_steps(stop); }));
}

/// Nothing runs any more: what is still being read was cancelled.
void LayerStore::take_cancelled() {
  const PlanPtr plan = document_.plan();
  for (const Id id : states_.keys()) {
    if (states_.value(id).step != State::Step::reading) continue;
    const MapLayer* layer = find_layer(*plan, id);
    if (layer == nullptr)
      states_.remove(id);
    else
      take_problem(id, text("“{1}” was not read to its end.", layer->name), State::Step::cancelled);
  }
}

void LayerStore::take_problem(Id layer, const Text& sentence, State::Step step) {
  const auto state = states_.find(layer);
  if (state == states_.end()) return;
  state->step = step;
  state->problem = sentence;
  emit changed();
  emit failed(layer, tr_(sentence));
}

}  // namespace smile::viewer
