#include "viewer/tasks.h"

#include <chrono>
#include <list>
#include <mutex>
#include <optional>
#include <thread>

#include "gis/words/issue.h"
#include "viewer/bell.h"
#include "viewer/text.h"

namespace smile::viewer {
namespace {

/// What a task's thread leaves for the GUI thread.
struct Post {
  std::mutex mutex;
  Text step;
  double share = -1;
  bool fresh = false;  ///< step and share were not shown yet
  bool done = false;
  std::function<void()> then;
  std::optional<Text> problem;
};

struct Task {
  QString name;
  std::shared_ptr<Post> post = std::make_shared<Post>();
  std::jthread thread;
};

std::optional<Text> run(const Tasks::Work& work, const Progress& progress, const std::string& name,
                        std::function<void()>& then) {
  try {
    then = work(progress);
  } catch (const Error& error) {
    if (error.kind() != ErrorKind::cancelled) return error.sentence();
  } catch (const std::exception& error) {
    return text("“{1}” could not be finished: {2}", name, error.what());
  } catch (...) {
    return text("“{1}” could not be finished.", name);
  }
  return std::nullopt;
}

}  // namespace

struct Tasks::Implementation {
  explicit Implementation(std::function<void()> on_news) : bell(std::move(on_news)) {}
  Bell bell;
  std::list<Task> tasks;  // last: its threads ring the bell
};

Tasks::Tasks(QObject* parent)
    : QObject(parent), implementation_(std::make_unique<Implementation>([this] { take_news(); })) {}

Tasks::~Tasks() {
  cancel_all();
}

void Tasks::start(const QString& name, Work work) {
  Task& task = implementation_->tasks.emplace_back();
  task.name = name;
  Bell* bell = &implementation_->bell;
  task.thread =
      std::jthread([post = task.post, work = std::move(work), title = name.toStdString(), bell](std::stop_token stop) {
        const Progress progress(stop, [&](const Text& step, double share) {
          const std::lock_guard lock(post->mutex);
          post->step = step;
          post->share = share;
          if (!std::exchange(post->fresh, true)) bell->ring();
        });
        std::function<void()> then;
        std::optional<Text> problem = run(work, progress, title, then);
        const std::lock_guard lock(post->mutex);
        // A task that was cancelled at its very end must not change the plan any more.
        if (!stop.stop_requested()) post->then = std::move(then);
        post->problem = std::move(problem);
        post->done = true;
        bell->ring();
      });
  emit progressed(name, -1);
}

void Tasks::take_news() {
  std::list<Task> finished;
  for (auto task = implementation_->tasks.begin(); task != implementation_->tasks.end();) {
    const auto next_task = std::next(task);
    std::unique_lock lock(task->post->mutex);
    const bool done = task->post->done;
    if (!done && std::exchange(task->post->fresh, false)) {
      const QString step = task->post->step.empty() ? task->name : tr_(task->post->step);
      const double share = task->post->share;
      lock.unlock();
      emit progressed(step, share);
    } else if (done) {
      lock.unlock();
      finished.splice(finished.end(), implementation_->tasks, task);
    }
    task = next_task;
  }
  for (Task& task : finished) finish(task.thread, task.post->then, task.post->problem);
  if (!finished.empty() && !busy()) emit progressed({}, -1);
}

void Tasks::finish(std::jthread& thread, const std::function<void()>& then, const std::optional<Text>& problem) {
  const bool cancelled = thread.get_stop_token().stop_requested();
  thread.join();
  if (problem) emit failed(tr_(*problem));
  if (then && !cancelled) then();
}

void Tasks::cancel_all() {
  for (Task& task : implementation_->tasks) task.thread.request_stop();
}

bool Tasks::busy() const {
  return !implementation_->tasks.empty();
}

}  // namespace smile::viewer
