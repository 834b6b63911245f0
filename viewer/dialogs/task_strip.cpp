#include "viewer/dialogs/task_strip.h"

#include <QBoxLayout>
#include <QLabel>
#include <QPointer>
#include <QProgressBar>
#include <QToolButton>

#include "viewer/panels/panel_parts.h"
#include "viewer/text.h"

namespace smile::viewer {

TaskStrip::TaskStrip(QWidget* parent) : QWidget(parent), tasks_(new Tasks(this)) {
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(8);
  failure_ = make_problem_line(this);
  failure_->setObjectName("failure");
  step_ = plain_label({}, this);
  bar_ = new QProgressBar(this);
  bar_->setTextVisible(false);
  bar_->setFixedWidth(120);
  bar_->setMaximumHeight(12);
  cross_ = make_tool_button("dialog-cancel", tr_("Cancel this work"), this, "process-stop");
  row->addWidget(failure_, 1);
  row->addWidget(step_);
  row->addWidget(bar_);
  row->addWidget(cross_);
  setMinimumHeight(cross_->sizeHint().height());
  connect(tasks_, &Tasks::progressed, this, &TaskStrip::follow);
  connect(tasks_, &Tasks::failed, this, &TaskStrip::show_failure);
  connect(cross_, &QToolButton::clicked, this, &TaskStrip::cancel);
  set_running(false);
}

void TaskStrip::start(const QString& name, Tasks::Work work) {
  const quint64 mine = ++newest_;
  tasks_->cancel_all();
  show_failure({});
  step_->setText(name);
  bar_->setRange(0, 0);
  set_running(true);
  tasks_->start(name, [this, mine, work = std::move(work)](const Progress& progress) -> std::function<void()> {
    return [this, mine, then = work(progress)] {
      if (mine != newest_) return;
      set_running(false);
      if (then) then();
    };
  });
}

void TaskStrip::cancel() {
  ++newest_;
  tasks_->cancel_all();
  set_running(false);
}

void TaskStrip::delete_when_settled(QWidget& dialog) {
  ++newest_;
  tasks_->cancel_all();
  if (!tasks_->busy()) return dialog.deleteLater();
  connect(tasks_, &Tasks::progressed, &dialog, [this, &dialog] {
    if (!tasks_->busy()) dialog.deleteLater();
  });
}

void TaskStrip::follow(const QString& step, double share) {
  if (step.isEmpty()) return set_running(false);
  if (!running_) return;
  step_->setText(step);
  bar_->setRange(0, share < 0 ? 0 : 1000);
  if (share >= 0) bar_->setValue(static_cast<int>(share * 1000));
}

void TaskStrip::set_running(bool running) {
  const bool changed = running != running_;
  running_ = running;
  for (QWidget* part : {static_cast<QWidget*>(step_), static_cast<QWidget*>(bar_), static_cast<QWidget*>(cross_)})
    part->setVisible(running);
  if (changed) emit busy_changed(running);
}

void TaskStrip::show_failure(const QString& sentence) {
  show_problem(*failure_, sentence);
}

QString TaskStrip::failure() const {
  return failure_->text();
}

}  // namespace smile::viewer
