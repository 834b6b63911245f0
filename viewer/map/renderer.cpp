#include "viewer/map/renderer.h"

#include <condition_variable>
#include <mutex>
#include <optional>
#include <thread>

#include "gis/words/issue.h"
#include "viewer/bell.h"
#include "viewer/text.h"

namespace smile::viewer {
namespace {

struct Request {
  PlanPtr plan;
  layers::MapSettings settings;
  LayerSet layers;
  RasterSet rasters;
  layers::Camera camera;
};

/// A picture for `old` is of no use for `wanted`: another scale, or less than half of the wanted ground.
bool useless(const layers::Camera& old, const layers::Camera& wanted) {
  const double zoom = old.metres_per_pixel / wanted.metres_per_pixel;
  if (zoom > 2 || zoom < 0.5) return true;
  const Box ground = wanted.ground();
  return !old.ground().contains(ground.centre());
}

}  // namespace

struct Renderer::Worker {
  explicit Worker(std::function<void()> on_news) : bell(std::move(on_news)) {
    thread = std::jthread([this](std::stop_token stop) { run(stop); });
  }
  ~Worker() {
    const std::lock_guard lock(mutex);
    current_stop.request_stop();
  }

  void put(Request request) {
    {
      const std::lock_guard lock(mutex);
      if (drawing && useless(*drawing, request.camera)) current_stop.request_stop();
      waiting = std::move(request);
    }
    wake.notify_all();
  }

  void run(const std::stop_token& stop) {
    std::unique_lock lock(mutex);
    while (wake.wait(lock, stop, [this] { return waiting.has_value(); }) && !stop.stop_requested()) {
      const Request request = *std::exchange(waiting, std::nullopt);
      drawing = request.camera;
      current_stop = std::stop_source();
      const std::stop_token given_up = current_stop.get_token();
      lock.unlock();
      try {
        draw(request, given_up);
      } catch (const std::exception& error) {
        const std::lock_guard note(mutex);
        problem = text("The map could not be drawn: {1}", error.what());
      }
      lock.lock();
      drawing.reset();
      bell.ring();
    }
  }

  void draw(const Request& request, const std::stop_token& given_up) {
    const bool same = own_scene && own_plan == request.plan && own_layers == request.layers;
    if (!same || own_scene->settings() != request.settings) {
      own_scene = std::make_shared<const layers::MapScene>(request.plan, request.settings, request.layers);
      own_plan = request.plan;
      own_layers = request.layers;
      const std::lock_guard lock(mutex);
      scene = own_scene;
      bell.ring();
    }
    layers::Frame picture = layers::render(*own_scene, request.camera, given_up, &memory, request.rasters);
    if (picture.image.isNull()) return;
    const std::lock_guard lock(mutex);
    frame = std::move(picture);
  }

  // Used by the worker alone.
  std::shared_ptr<const layers::MapScene> own_scene;
  PlanPtr own_plan;
  LayerSet own_layers;
  layers::RenderMemory memory;

  std::mutex mutex;  ///< of what follows
  std::condition_variable_any wake;
  std::optional<Request> waiting;
  std::optional<layers::Camera> drawing;
  std::stop_source current_stop;
  std::shared_ptr<const layers::MapScene> scene;
  std::optional<layers::Frame> frame;
  std::optional<Text> problem;

  Bell bell;
  std::jthread thread;  // last: it uses all of the above
};

Renderer::Renderer(QObject* parent) : QObject(parent), worker_(std::make_unique<Worker>([this] { take_news(); })) {}

Renderer::~Renderer() = default;

void Renderer::request(PlanPtr plan, layers::MapSettings settings, LayerSet layers, RasterSet rasters,
                       layers::Camera camera) {
  worker_->put({std::move(plan), std::move(settings), std::move(layers), std::move(rasters), camera});
}

bool Renderer::idle() const {
  const std::lock_guard lock(worker_->mutex);
  return !worker_->waiting && !worker_->drawing && !worker_->frame;
}

void Renderer::take_news() {
  std::shared_ptr<const layers::MapScene> scene;
  std::optional<layers::Frame> frame;
  std::optional<Text> problem;
  {
    const std::lock_guard lock(worker_->mutex);
    scene.swap(worker_->scene);
    frame.swap(worker_->frame);
    problem.swap(worker_->problem);
  }
  if (scene) {
    scene_ = std::move(scene);
    emit scene_changed();
  }
  if (frame) {
    frame_ = std::move(*frame);
    emit rendered();
  }
  if (problem) emit failed(tr_(*problem));
}

}  // namespace smile::viewer
