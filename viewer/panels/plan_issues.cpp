#include "viewer/panels/plan_issues.h"

#include <QPointer>
#include <algorithm>
#include <utility>

#include "gis/analysis/check.h"
#include "viewer/document.h"
#include "viewer/tasks.h"
#include "viewer/text.h"

namespace smile::viewer {
namespace {

constexpr int wait_ms = 150;        // a drag changes the plan at every frame
constexpr int first_wait_ms = 400;  // a plan that was just opened shows its map first

std::vector<ReportPtr> newest_of_each_file(const std::vector<ReportPtr>& reports) {
  std::vector<ReportPtr> newest;
  for (auto report = reports.rbegin(); report != reports.rend(); ++report) {
    const bool known = std::any_of(newest.begin(), newest.end(), [&](const ReportPtr& later) {
      return later->file == (*report)->file && later->verb == (*report)->verb;
    });
    if (!known) newest.push_back(*report);
  }
  return newest;
}

/// An import that found a place outside and a plan that still has it there say the same.
bool said_by_plan(const Issue& of_import, const Issues& of_plan) {
  if (of_import.kind != "position_outside") return false;
  return std::any_of(of_plan.begin(), of_plan.end(), [&](const Issue& issue) {
    const bool same_words = of_import.measure == 0 && !issue.value.empty() && issue.value == of_import.value;
    return issue.kind == "outside" && (same_words || (issue.measure != 0 && issue.measure == of_import.measure));
  });
}

}  // namespace

PlanIssues& PlanIssues::of(Document& document) {
  if (auto* known = document.findChild<PlanIssues*>({}, Qt::FindDirectChildrenOnly)) return *known;
  return *new PlanIssues(document);
}

PlanIssues::PlanIssues(Document& document) : QObject(&document), document_(document), tasks_(new Tasks(this)) {
  wait_.setSingleShot(true);
  wait_.setInterval(first_wait_ms);
  connect(&wait_, &QTimer::timeout, this, [this] {
    wait_.setInterval(wait_ms);
    check();
  });
  connect(&document_, &Document::plan_changed, this, [this] {
    if (!wait_.isActive()) wait_.start();
  });
  wait_.start();
}

void PlanIssues::check() {
  if (tasks_->busy()) return wait_.start();
  const PlanPtr plan = document_.plan();
  tasks_->start(tr_("Checking the plan"), [plan, self = QPointer(this)](const Progress&) -> std::function<void()> {
    return [plan, self, issues = check_plan(*plan)] {
      if (PlanIssues* alive = self.data()) alive->take(issues, *plan);
    };
  });
}

void PlanIssues::take(const Issues& of_plan, const Plan& plan) {
  const std::vector<FoundIssue> before = std::move(found_);
  const std::vector<ReportPtr> imports_before = imports_;
  found_.clear();
  for (const Issue& issue : document_.notices()) found_.push_back({issue, 0});
  for (const Issue& issue : of_layers_) found_.push_back({issue, 0});
  for (const Issue& issue : of_plan) found_.push_back({issue, 0});
  imports_ = newest_of_each_file(plan.reports);
  std::erase_if(imports_, [](const ReportPtr& report) { return report->issues.empty(); });
  for (const ReportPtr& report : imports_)
    for (const Issue& issue : report->issues)
      if (!said_by_plan(issue, of_plan)) found_.push_back({issue, report->id});
  std::stable_sort(found_.begin(), found_.end(),
                   [](const FoundIssue& a, const FoundIssue& b) { return a.issue.severity > b.issue.severity; });
  // A drag is checked again and again: a list that is the same need not be laid out anew.
  if (std::exchange(taken_, true) && found_ == before && imports_ == imports_before) return;
  emit changed();
}

void PlanIssues::show_layers(const Issues& issues) {
  if (of_layers_ == issues) return;
  of_layers_ = issues;
  if (!wait_.isActive()) wait_.start();
}

int PlanIssues::count() const {
  return static_cast<int>(std::count_if(found_.begin(), found_.end(),
                                        [](const FoundIssue& f) { return f.issue.severity != Severity::note; }));
}

}  // namespace smile::viewer
