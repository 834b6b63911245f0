#include "viewer/raster_reader.h"

#include <condition_variable>
#include <mutex>
#include <thread>
#include <vector>

#include "viewer/bell.h"

namespace smile::viewer {

struct RasterReader::State {
  std::mutex mutex;  ///< of everything here
  std::condition_variable_any wake;
  std::optional<Work> waiting;
  std::optional<LayerPicture> result;
  std::stop_source current;
  bool running = false;
  std::unique_ptr<Bell> bell;  ///< gone once the reader is

  void run(const std::stop_token& stop) {
    std::unique_lock lock(mutex);
    while (wake.wait(lock, stop, [this] { return waiting.has_value(); }) && !stop.stop_requested()) {
      const Work work = *std::exchange(waiting, std::nullopt);
      current = std::stop_source();
      const std::stop_token given_up = current.get_token();
      running = true;
      lock.unlock();
      std::optional<LayerPicture> picture = done(work, given_up);
      lock.lock();
      running = false;
      if (given_up.stop_requested() || !picture) continue;
      result = std::move(picture);
      if (bell) bell->ring();
    }
  }

  static std::optional<LayerPicture> done(const Work& work, const std::stop_token& given_up) {
    try {
      return work(Progress(given_up, {}));
    } catch (const Error& error) {
      if (error.kind() == ErrorKind::cancelled) return std::nullopt;
      return LayerPicture{nullptr, error};
    } catch (const std::exception& error) {
      return LayerPicture{nullptr,
                          Error(ErrorKind::unreadable, text("The picture could not be read: {1}", error.what()))};
    }
  }
};

namespace {

/// Threads of readers that are gone. One that waits for a server that hangs is waited for when the program ends.
void keep_until_the_end(std::jthread thread) {
  static std::mutex mutex;
  static std::vector<std::jthread> threads;
  const std::lock_guard lock(mutex);
  threads.push_back(std::move(thread));
}

}  // namespace

RasterReader::RasterReader(std::function<void()> on_news) : state_(std::make_shared<State>()) {
  state_->bell = std::make_unique<Bell>(std::move(on_news));
  thread_ = std::jthread([state = state_](const std::stop_token& stop) { state->run(stop); });
}

RasterReader::~RasterReader() {
  stop();
  std::unique_ptr<Bell> bell;  // destroyed after the lock is free
  {
    const std::lock_guard lock(state_->mutex);
    bell = std::move(state_->bell);
  }
  thread_.request_stop();
  keep_until_the_end(std::move(thread_));
}

void RasterReader::start(Work work) {
  {
    const std::lock_guard lock(state_->mutex);
    state_->current.request_stop();
    state_->waiting = std::move(work);
    state_->result.reset();
  }
  state_->wake.notify_all();
}

void RasterReader::stop() {
  const std::lock_guard lock(state_->mutex);
  state_->current.request_stop();
  state_->waiting.reset();
  state_->result.reset();
}

bool RasterReader::busy() const {
  const std::lock_guard lock(state_->mutex);
  return state_->waiting || state_->result || (state_->running && !state_->current.stop_requested());
}

std::optional<LayerPicture> RasterReader::take() {
  const std::lock_guard lock(state_->mutex);
  return std::exchange(state_->result, std::nullopt);
}

}  // namespace smile::viewer
