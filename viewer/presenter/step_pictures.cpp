#include "viewer/presenter/step_pictures.h"

#include <algorithm>
#include <condition_variable>
#include <filesystem>
#include <mutex>
#include <optional>
#include <thread>

#include "gis/plan/steps.h"
#include "gis/words/issue.h"
#include "layers/raster.h"
#include "viewer/bell.h"
#include "viewer/document.h"
#include "viewer/layer_store.h"
#include "viewer/text.h"

namespace smile::viewer {
namespace {

constexpr std::size_t most_bytes = std::size_t{320} << 20;
constexpr int pause_ms = 120;

/// What a picture is drawn from: the same again need not be drawn.
struct Basis {
  PlanPtr plan;
  StepPtr step;
  LayerSet layers;
  QSize size;
  double ratio = 1;
  layers::Theme theme = layers::Theme::light;
  Language language = Language::english;
  int number = 0, count = 0;
  bool operator==(const Basis&) const = default;
};

struct Job {
  Basis basis;
  std::filesystem::path folder;
};

StepImage drawn_from(const Job& job, const std::stop_token& stop) {
  const Basis& basis = job.basis;
  StepImage out;
  out.layout = layers::lay_out_step(basis.plan, *basis.step, basis.size,
                                    {basis.theme, basis.ratio, basis.layers, basis.number, basis.count});
  const LoadedRasters under = load_rasters(as_in_step(*basis.plan, *basis.step), job.folder,
                                           layers::raster_view(out.layout.camera), Progress(stop, {}));
  out.image = layers::step_image(out.layout, under.rasters, stop);
  return out;
}

}  // namespace

struct StepPictures::Entry {
  Basis basis;
  StepImage picture;
};

struct StepPictures::Worker {
  explicit Worker(std::function<void()> on_news) : bell(std::move(on_news)) {
    thread = std::jthread([this](std::stop_token stop) { run(stop); });
  }
  ~Worker() {
    const std::lock_guard lock(mutex);
    current_stop.request_stop();
  }

  /// In place of those that wait; the one at hand goes on only if it is among them.
  void put(std::vector<Job> wanted) {
    {
      const std::lock_guard lock(mutex);
      if (drawing) {
        const auto same =
            std::find_if(wanted.begin(), wanted.end(), [&](const Job& job) { return job.basis == *drawing; });
        if (same == wanted.end())
          current_stop.request_stop();
        else
          wanted.erase(same);
      }
      waiting = std::move(wanted);
    }
    wake.notify_all();
  }

  void run(const std::stop_token& stop) {
    std::unique_lock lock(mutex);
    while (wake.wait(lock, stop, [this] { return !waiting.empty(); }) && !stop.stop_requested()) {
      const Job job = std::move(waiting.front());
      waiting.erase(waiting.begin());
      drawing = job.basis;
      current_stop = std::stop_source();
      const std::stop_token given_up = current_stop.get_token();
      lock.unlock();
      std::optional<Text> trouble;
      StepImage picture;
      try {
        picture = drawn_from(job, given_up);
      } catch (const std::exception& error) {
        if (!given_up.stop_requested()) trouble = text("The map could not be drawn: {1}", error.what());
      }
      lock.lock();
      drawing.reset();
      if (!picture.image.isNull()) done.push_back({job.basis, std::move(picture)});
      if (trouble) problem = trouble;
      bell.ring();
    }
  }

  std::mutex mutex;
  std::condition_variable_any wake;
  std::vector<Job> waiting;
  std::optional<Basis> drawing;
  std::stop_source current_stop;
  std::vector<Entry> done;
  std::optional<Text> problem;
  Bell bell;
  std::jthread thread;  ///< last: it ends first
};

StepPictures::StepPictures(Document& document, LayerStore& layers, QObject* parent)
    : QObject(parent), document_(document), layers_(layers) {
  worker_ = std::make_unique<Worker>([this] { take_news(); });
  wait_.setSingleShot(true);
  wait_.setInterval(pause_ms);
  connect(&wait_, &QTimer::timeout, this, &StepPictures::request);
  const auto soon = [this] {
    if (!wait_.isActive()) wait_.start();
  };
  connect(&document, &Document::plan_changed, this, soon);
  connect(&layers, &LayerStore::changed, this, soon);
}

StepPictures::~StepPictures() = default;

void StepPictures::set_look(QSize size, double device_pixel_ratio, layers::Theme theme) {
  if (size == size_ && device_pixel_ratio == ratio_ && theme == theme_) return;
  size_ = size;
  ratio_ = device_pixel_ratio;
  theme_ = theme;
  request();
}

void StepPictures::want(std::vector<Id> steps) {
  wanted_ = std::move(steps);
  request();
}

const StepImage* StepPictures::of(Id step) const {
  const auto found = entries_.find(step);
  return found == entries_.end() ? nullptr : &found->second.picture;
}

bool StepPictures::idle() const {
  const std::lock_guard lock(worker_->mutex);
  return !wait_.isActive() && worker_->waiting.empty() && !worker_->drawing && worker_->done.empty();
}

void StepPictures::request() {
  if (size_.isEmpty()) return;
  const PlanPtr plan = document_.plan();
  const std::vector<StepPtr> shown = shown_steps(*plan);
  const QSizeF pixels = QSizeF(size_) * ratio_;
  const auto each = static_cast<std::size_t>(pixels.width() * pixels.height() * 4);
  const std::size_t most = std::max<std::size_t>(4, most_bytes / std::max<std::size_t>(1, each));
  if (wanted_.size() > most) wanted_.resize(most);
  std::erase_if(entries_, [&](const auto& entry) {
    return std::find(wanted_.begin(), wanted_.end(), entry.first) == wanted_.end();
  });
  std::vector<Job> jobs;
  for (const Id id : wanted_) {
    const auto step =
        std::find_if(plan->steps.begin(), plan->steps.end(), [id](const StepPtr& s) { return s->id == id; });
    if (step == plan->steps.end()) continue;
    for (const LayerSettings& layer : (*step)->style.layers)
      if (layer.visible && layer_of_key(layer.layer) != 0) layers_.want(layer_of_key(layer.layer));
    const auto at = std::find(shown.begin(), shown.end(), *step);
    const int number = at == shown.end() ? 0 : static_cast<int>(at - shown.begin()) + 1;
    Basis basis{
        plan, *step, layers_.layers(), size_, ratio_, theme_, language(), number, static_cast<int>(shown.size())};
    const auto entry = entries_.find(id);
    if (entry == entries_.end() || entry->second.basis != basis)
      jobs.push_back({std::move(basis), document_.path().parent_path()});
  }
  worker_->put(std::move(jobs));
}

void StepPictures::take_news() {
  std::vector<Entry> done;
  std::optional<Text> problem;
  {
    const std::lock_guard lock(worker_->mutex);
    done = std::exchange(worker_->done, {});
    problem = std::exchange(worker_->problem, std::nullopt);
  }
  for (Entry& entry : done) {
    const Id id = entry.basis.step->id;
    if (entry.basis.size != size_ || std::find(wanted_.begin(), wanted_.end(), id) == wanted_.end()) continue;
    entries_[id] = std::move(entry);
    emit drawn(id);
  }
  if (problem) emit failed(tr_(*problem));
}

}  // namespace smile::viewer
