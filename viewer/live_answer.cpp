#include "viewer/live_answer.h"

#include <algorithm>

#include "gis/plan/measure.h"
#include "viewer/document.h"
#include "viewer/tasks.h"
#include "viewer/text.h"

namespace smile::viewer {
namespace {

/// Measures apart, the plans are the same for an answer about reach.
bool only_measures_differ(const Plan& a, const Plan& b) {
  return a.layers == b.layers && a.districts == b.districts && a.levels == b.levels && a.crs == b.crs;
}

}  // namespace

LiveAnswer::LiveAnswer(Document& document, QObject* parent)
    : QObject(parent), document_(document), tasks_(new Tasks(this)) {
  connect(&document, &Document::plan_changed, this, &LiveAnswer::plan_changed);
  connect(tasks_, &Tasks::failed, this, [this](const QString& sentence) {
    problem_ = sentence;
    emit changed();
  });
  connect(&document, &Document::selection_changed, this, [this] {
    if (live_) emit changed();
  });
}

LiveAnswer::~LiveAnswer() = default;

void LiveAnswer::stop() {
  ++turn_;
  tasks_->cancel_all();
  live_.reset();
  plan_.reset();
  problem_.clear();
}

void LiveAnswer::follow(const Finding& finding) {
  stop();
  kept_ = finding_ = finding;
  if (!can_follow(finding.question)) return;
  const PlanPtr plan = document_.plan();
  const PlanPlace place{document_.path(), !document_.read_only()};
  tasks_->start(tr_("Following the measures"),
                [this, plan, place, question = finding.question,
                 turn = turn_](const Progress& progress) -> std::function<void()> {
                  auto live = std::make_shared<LiveReach>(live_reach(question, *plan, place, progress));
                  return [this, live, plan, turn] { take(std::move(*live), plan, turn); };
                });
}

void LiveAnswer::take(LiveReach live, PlanPtr made_for, quint64 turn) {
  if (turn != turn_) return;
  live_.emplace(std::move(live));
  plan_ = std::move(made_for);
  plan_changed();
}

void LiveAnswer::plan_changed() {
  const PlanPtr plan = document_.plan();
  if (!live_) return;
  if (plan_ && !only_measures_differ(*plan, *plan_)) return follow(kept_);
  plan_ = plan;
  live_->follow(*plan);
  finding_ = now(kept_, *live_, *plan);
  emit changed();
}

std::optional<LiveAnswer::Ground> LiveAnswer::ground() {
  const Measure* measure = live_ ? only_selected(document_) : nullptr;
  if (!measure) return std::nullopt;
  const auto words = part_in_words(*live_, kept_.question, *measure, *document_.plan());
  if (words.empty()) return std::nullopt;
  Ground ground;
  ground.shape = live_->ground_of(measure->id);
  ground.around_m = live_->straight_m();
  QStringList lines;
  for (const Text& line : words) lines << tr_(line);
  ground.words = lines.join('\n');
  return ground;
}

}  // namespace smile::viewer
