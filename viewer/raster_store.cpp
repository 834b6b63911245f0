#include "viewer/raster_store.h"

#include <algorithm>
#include <mutex>

#include "gis/formats/map_service.h"
#include "viewer/document.h"
#include "viewer/text.h"

namespace smile::viewer {
namespace {

constexpr int rest_ms = 60;
constexpr int peace_ms = 30000;

/// Once a program: what was kept of services does not grow for ever.
void tidy_cache() {
  constexpr std::uintmax_t most = 1ULL << 30;
  static std::once_flag once;
  std::call_once(once, [] { trim_cache(tile_cache(), most); });
}

/// The service answers, but not for so large a part: a hint in the list of layers is enough.
bool has_no_such_zoom(const MapLayer& layer, const Error& problem) {
  return is_service(layer.source) && problem.kind() == ErrorKind::not_found;
}

double width_of(const RasterImagePtr& image) {
  return image->ground.width();
}

}  // namespace

RasterStore::RasterStore(Document& document, QObject* parent) : QObject(parent), document_(document) {
  wait_.setSingleShot(true);
  wait_.setInterval(rest_ms);
  connect(&wait_, &QTimer::timeout, this, &RasterStore::follow);
  retry_.setSingleShot(true);
  retry_.setInterval(peace_ms);
  connect(&retry_, &QTimer::timeout, this, [this] {
    for (auto& [id, entry] : entries_)
      if (std::exchange(entry.silent, false)) entry.view = {};
    follow();
  });
  connect(&document, &Document::plan_changed, this, &RasterStore::follow);
}

RasterStore::~RasterStore() = default;

void RasterStore::look(const RasterView& view) {
  if (view == view_) return;
  view_ = view;
  wait_.start();
}

void RasterStore::compare(Id layer) {
  if (std::exchange(compared_, layer) != layer) follow();
}

void RasterStore::follow() {
  if (view_.width <= 0 || view_.height <= 0) return;
  const PlanPtr plan = document_.plan();
  drop_removed(*plan);
  for (const LayerSettings& settings : plan->style.layers) {
    const MapLayer* layer = find_layer(*plan, layer_of_key(settings.layer));
    if (layer == nullptr || layer->content != LayerContent::raster) continue;
    if ((settings.visible || layer->id == compared_) && is_in_range(settings, view_.scale)) {
      read(*layer, entries_[layer->id]);
    } else if (const auto entry = entries_.find(layer->id); entry != entries_.end()) {
      entry->second.reader->stop();
      entry->second.view = {};
    }
  }
}

void RasterStore::drop_removed(const Plan& plan) {
  std::erase_if(entries_, [&](const auto& entry) { return find_layer(plan, entry.first) == nullptr; });
  std::erase_if(pictures_, [&](const auto& picture) { return find_layer(plan, picture.first) == nullptr; });
}

void RasterStore::read(const MapLayer& layer, Entry& entry) {
  const PlanPtr plan = document_.plan();
  const bool same = entry.source == layer.source && entry.grey == layer.style.grey && entry.crs == plan->crs;
  if (same && entry.reader && entry.view == view_) return;
  if (entry.source != layer.source) entry.silent = false;
  entry.outdated = entry.outdated || !same;
  entry.source = layer.source;
  entry.grey = layer.style.grey;
  entry.crs = plan->crs;
  entry.view = view_;
  if (!entry.reader) entry.reader = std::make_unique<RasterReader>([this, id = layer.id] { take(id); });
  entry.reader->start([plan, layer, folder = document_.path().parent_path(), view = view_,
                       ask = !entry.silent](const Progress& progress) {
    if (is_service(layer.source)) tidy_cache();
    return read_picture(layer, *plan, folder, view, ask, progress);
  });
  emit changed();
}

void RasterStore::take(Id id) {
  const auto found = entries_.find(id);
  if (found == entries_.end()) return;
  Entry& entry = found->second;
  std::optional<LayerPicture> picture = entry.reader->take();
  const PlanPtr plan = document_.plan();
  const MapLayer* layer = find_layer(*plan, id);
  if (!picture || layer == nullptr) return;
  keep(id, entry, std::move(picture->image));
  if (!entry.silent || picture->problem) take_problem(*layer, entry, picture->problem);
  emit changed();
  emit pictures_changed();
}

/// The last ones, and the one that shows most: there is something to draw wherever the map is moved.
void RasterStore::keep(Id id, Entry& entry, RasterImagePtr image) {
  constexpr std::size_t most = 3;
  std::vector<RasterImagePtr>& kept = pictures_[id];
  if (std::exchange(entry.outdated, false)) kept.clear();
  if (!image) return;
  kept.push_back(std::move(image));
  if (kept.size() <= most) return;
  const auto widest = std::max_element(kept.begin(), kept.end() - 1,
                                       [](const auto& a, const auto& b) { return width_of(a) < width_of(b); });
  kept.erase(widest == kept.begin() ? kept.begin() + 1 : kept.begin());
}

void RasterStore::take_problem(const MapLayer& layer, Entry& entry, const std::optional<Error>& problem) {
  const bool known = entry.problem && problem && entry.problem->sentence() == problem->sentence();
  entry.problem = problem;
  if (!problem || has_no_such_zoom(layer, *problem)) return;
  if (is_service(layer.source)) {
    entry.silent = true;
    retry_.start();
  }
  if (!known) emit failed(layer.id, tr_(problem->sentence()));
}

std::size_t RasterStore::bytes() const {
  std::size_t sum = 0;
  for (const auto& [id, pictures] : pictures_)
    for (const RasterImagePtr& picture : pictures) sum += picture->rgba.capacity();
  return sum;
}

bool RasterStore::is_reading(Id id) const {
  const PlanPtr plan = document_.plan();
  const MapLayer* layer = find_layer(*plan, id);
  if (layer == nullptr || layer->content != LayerContent::raster) return false;
  const auto entry = entries_.find(id);
  return wait_.isActive() || (entry != entries_.end() && entry->second.reader->busy());
}

QString RasterStore::problem_of(Id layer) const {
  const auto entry = entries_.find(layer);
  return entry != entries_.end() && entry->second.problem ? tr_(entry->second.problem->sentence()) : QString();
}

Issues RasterStore::issues() const {
  Issues issues;
  const PlanPtr plan = document_.plan();
  for (const auto& [id, entry] : entries_) {
    const MapLayer* layer = find_layer(*plan, id);
    const auto pictures = pictures_.find(id);
    const bool kept = pictures != pictures_.end() && !pictures->second.empty();
    if (layer != nullptr && entry.problem && !has_no_such_zoom(*layer, *entry.problem))
      issues.push_back(raster_issue(*layer, entry.problem->sentence(), kept));
  }
  return issues;
}

void RasterStore::read_again(Id layer) {
  const auto entry = entries_.find(layer);
  if (entry == entries_.end()) return;
  entry->second.problem.reset();
  entry->second.view = {};
  for (auto& [id, other] : entries_)  // of one server there may be several layers
    if (std::exchange(other.silent, false)) other.view = {};
  follow();
}

}  // namespace smile::viewer
