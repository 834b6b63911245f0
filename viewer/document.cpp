#include "viewer/document.h"

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <thread>

#include "viewer/bell.h"
#include "viewer/text.h"

namespace smile::viewer {

/// Writes the newest snapshot that waits. While one is being written later ones replace each other: the store writes
/// the difference to what is on disk, so nothing between them is lost, and a drag doesn't queue up hundreds of writes.
struct Document::Writer {
  static constexpr std::chrono::seconds pause{2};

  Writer(PlanFile opened, std::function<void()> on_news)
      : file(std::move(opened)),
        path(file.path()),
        read_only(file.read_only()),
        notices(file.notices()),
        bell(std::move(on_news)) {
    thread = std::jthread([this](std::stop_token stop) { run(stop); });
  }

  void put(PlanPtr plan) {
    {
      const std::lock_guard lock(mutex);
      waiting = std::move(plan);
      failed = false;
    }
    wake.notify_all();
  }

  bool quiet() const {
    const std::lock_guard lock(mutex);
    return !waiting && !writing;
  }

  void wait_until_quiet() const {
    std::unique_lock lock(mutex);
    idle.wait(lock, [this] { return !waiting && !writing; });
  }

  void run(const std::stop_token& stop) {
    std::unique_lock lock(mutex);
    // Asked to stop, it still writes what waits.
    while (wait_for_work(lock, stop)) {
      const PlanPtr plan = std::exchange(waiting, nullptr);
      writing = unsettled = true;
      lock.unlock();
      std::optional<Text> problem = write(plan);
      lock.lock();
      writing = false;
      failed = problem.has_value() && !waiting;
      if (problem) problems.push_back(std::move(*problem));
      idle.notify_all();
      bell.ring();
    }
  }

  /// False at the end. In a pause the file is made whole: somebody may copy it.
  bool wait_for_work(std::unique_lock<std::mutex>& lock, const std::stop_token& stop) {
    const auto is_work = [this] { return waiting != nullptr; };
    if (unsettled && !wake.wait_for(lock, stop, pause, is_work) && !stop.stop_requested()) {
      unsettled = false;
      lock.unlock();
      {
        const std::lock_guard use(file_mutex);
        file.settle();
      }
      lock.lock();
    }
    wake.wait(lock, stop, is_work);
    return waiting != nullptr;
  }

  std::optional<Text> write(const PlanPtr& plan) {
    const std::lock_guard lock(file_mutex);
    try {
      file.save(plan);
      return std::nullopt;
    } catch (const Error& error) {
      return error.sentence();
    } catch (const std::exception& error) {
      return text("The plan could not be written: {1}", error.what());
    }
  }

  std::mutex file_mutex;  ///< one thread at a time uses the file
  PlanFile file;
  const std::filesystem::path path;
  const bool read_only;
  const Issues notices;

  mutable std::mutex mutex;  ///< of what follows
  mutable std::condition_variable_any wake;
  mutable std::condition_variable_any idle;
  PlanPtr waiting;
  bool writing = false;
  bool unsettled = false;  ///< something is in the -wal alone
  bool failed = false;
  std::vector<Text> problems;

  Bell bell;
  std::jthread thread;  // last: it uses all of the above
};

Document::Document(PlanFile file, QObject* parent)
    : QObject(parent),
      history_(file.plan()),
      writer_(std::make_unique<Writer>(std::move(file), [this] { take_news(); })) {}

Document::~Document() = default;

PlanPtr Document::plan() const {
  return history_.current();
}
std::filesystem::path Document::path() const {
  return writer_->path;
}
bool Document::read_only() const {
  return writer_->read_only;
}

const Issues& Document::notices() const {
  return writer_->notices;
}

bool Document::apply(const Edit& edit) {
  if (read_only()) {
    emit failed(tr_("This plan is open for reading only. Save a copy to change it."));
    return false;
  }
  try {
    history_.apply(edit);
  } catch (const Error& error) {
    emit failed(tr_(error.sentence()));
    return false;
  }
  plan_moved();
  return true;
}

void Document::undo() {
  if (!can_undo()) return;
  history_.undo();
  plan_moved();
}

void Document::redo() {
  if (!can_redo()) return;
  history_.redo();
  plan_moved();
}

bool Document::can_undo() const {
  return history_.can_undo();
}
bool Document::can_redo() const {
  return history_.can_redo();
}
QString Document::undo_name() const {
  return can_undo() ? tr_(history_.undo_name()) : QString();
}
QString Document::redo_name() const {
  return can_redo() ? tr_(history_.redo_name()) : QString();
}
void Document::seal() {
  history_.seal();
}

bool Document::save_failed() const {
  const std::lock_guard lock(writer_->mutex);
  return writer_->failed;
}

bool Document::saved() const {
  return writer_->quiet() && !save_failed();
}

void Document::save_again() {
  if (save_failed()) writer_->put(plan());
  tell_saved();
}

void Document::wait_until_saved() {
  writer_->wait_until_quiet();
  take_news();
}

void Document::plan_moved() {
  writer_->put(plan());
  drop_lost_selection();
  tell_saved();
  emit plan_changed();
}

void Document::take_news() {
  std::vector<Text> problems;
  {
    const std::lock_guard lock(writer_->mutex);
    problems.swap(writer_->problems);
  }
  tell_saved();
  for (const Text& problem : problems)
    emit failed(tr_(text("{1} On disk is the last good state, without your latest changes; save a copy somewhere else.",
                         str(problem))));
}

void Document::tell_saved() {
  const bool now = saved();
  if (now == told_saved_) return;
  told_saved_ = now;
  emit saved_changed(now);
}

void Document::save_copy(const std::filesystem::path& to, bool overwrite) const {
  writer_->wait_until_quiet();
  const std::lock_guard lock(writer_->file_mutex);
  if (!save_failed()) return writer_->file.save_copy(to, overwrite);
  // What is on disk is old: the copy must hold what the window shows, and the rest as far as it can still be read.
  try {
    writer_->file.save_copy(to, overwrite, plan());
  } catch (const Error& error) {
    if (error.kind() != ErrorKind::disk && error.kind() != ErrorKind::unreadable) throw;
    PlanFile::create(to, *plan(), overwrite);
  }
}

std::vector<TakenTable> Document::take_features(const LayerData& data, const std::string& layer, const Crs& crs,
                                                const Progress& progress) const {
  const std::lock_guard lock(writer_->file_mutex);
  return writer_->file.take_features(data, layer, crs, progress);
}

void Document::save_version(const QString& name) const {
  writer_->wait_until_quiet();
  const std::lock_guard lock(writer_->file_mutex);
  writer_->file.save_version(name.toStdString());
}

std::vector<NamedVersion> Document::versions() const {
  const std::lock_guard lock(writer_->file_mutex);
  return writer_->file.versions();
}

void Document::go_back_to(Id version) {
  try {
    writer_->wait_until_quiet();
    std::unique_lock lock(writer_->file_mutex);
    const auto all = writer_->file.versions();
    const auto found = std::find_if(all.begin(), all.end(), [&](const NamedVersion& v) { return v.id == version; });
    if (found == all.end()) throw Error(ErrorKind::not_found, text("This version is not in the plan any more."));
    Plan earlier = writer_->file.version(version);
    const std::string name = found->name;
    lock.unlock();
    apply(Edit{text("Go back to version “{1}”", name), {}, [earlier = std::move(earlier)](const Plan& now) {
                 Plan plan = earlier;
                 plan.next_id = std::max(earlier.next_id, now.next_id);  // ids are never used again
                 return plan;
               }});
  } catch (const Error& error) {
    emit failed(tr_(error.sentence()));
  }
}

void Document::select_measures(std::vector<Id> measures) {
  const bool clears_district = !measures.empty() && selected_district_ != 0;
  if (measures == selected_measures_ && !clears_district) return;
  selected_measures_ = std::move(measures);
  if (!selected_measures_.empty()) selected_district_ = 0;
  emit selection_changed();
}

void Document::select_district(Id district) {
  const bool clears_measures = district != 0 && !selected_measures_.empty();
  if (district == selected_district_ && !clears_measures) return;
  selected_district_ = district;
  if (district != 0) selected_measures_.clear();
  emit selection_changed();
}

void Document::drop_lost_selection() {
  const PlanPtr now = plan();
  const auto lost = std::erase_if(selected_measures_, [&](Id id) { return find_measure(*now, id) == nullptr; });
  const bool district_lost = selected_district_ != 0 && find_district(*now, selected_district_) == nullptr;
  if (district_lost) selected_district_ = 0;
  if (lost > 0 || district_lost) emit selection_changed();
}

const Measure* only_selected(const Document& document) {
  const std::vector<Id>& selected = document.selected_measures();
  return selected.size() == 1 ? find_measure(*document.plan(), selected.front()) : nullptr;
}

}  // namespace smile::viewer
