#include "viewer/presenter/presenter.h"

#include <QGuiApplication>
#include <QScreen>
#include <algorithm>

#include "gis/plan/steps.h"
#include "viewer/document.h"
#include "viewer/map/map_view.h"
#include "viewer/presenter/reached.h"
#include "viewer/text.h"

namespace smile::viewer {
namespace {

constexpr int mirror_ms = 300;  ///< the speaker sees the live map so often

/// Nearest first: the step, the next two, the one before, then the others.
std::vector<Id> nearest_first(const std::vector<Id>& all, int at) {
  std::vector<Id> out;
  const auto add = [&](int i) {
    if (i < 0 || i >= static_cast<int>(all.size())) return;
    const Id id = all[static_cast<std::size_t>(i)];
    if (std::find(out.begin(), out.end(), id) == out.end()) out.push_back(id);
  };
  for (const int i : {at, at + 1, at + 2, at - 1}) add(i);
  for (int far = 3; far < static_cast<int>(all.size()); ++far) add(at + far), add(at - far + 1);
  return out;
}

}  // namespace

Presenter::Presenter(Document& document, LayerStore& layers, layers::Theme theme, QObject* parent)
    : QObject(parent), document_(document), layers_(layers), theme_(theme) {
  connect(&document, &Document::plan_changed, this, &Presenter::plan_changed);
  mirror_.setInterval(mirror_ms);
  connect(&mirror_, &QTimer::timeout, this, &Presenter::show_pictures_to_speaker);
  // The screen is still in the list while it tells that it goes.
  const auto rearrange = [this] { use_screens(QGuiApplication::screens()); };
  connect(qApp, &QGuiApplication::screenAdded, this, rearrange, Qt::QueuedConnection);
  connect(qApp, &QGuiApplication::screenRemoved, this, rearrange, Qt::QueuedConnection);
}

Presenter::~Presenter() = default;

bool Presenter::begin(Id step, QScreen* desk) {
  order_ = shown();
  if (order_.empty() || running()) return false;
  desk_ = desk;
  since_.start();
  step_ = std::find(order_.begin(), order_.end(), step) == order_.end() ? order_.front() : step;
  pictures_ = std::make_unique<StepPictures>(document_, layers_, nullptr);
  connect(pictures_.get(), &StepPictures::drawn, this, [this](Id id) {
    if (id == step_) show_picture();
    tell_speaker();
  });
  connect(pictures_.get(), &StepPictures::failed, this, [this](const QString& sentence) { stage_->say(sentence); });
  make_stage();
  use_screens(QGuiApplication::screens());
  show_step();
  return true;
}

void Presenter::make_stage() {
  stage_ = std::make_unique<Stage>(document_, layers_, theme_);
  stage_->installEventFilter(this);
  stage_->view().installEventFilter(this);
  connect(stage_.get(), &Stage::closed, this, &Presenter::end);
  connect(stage_.get(), &Stage::step_wanted, this, [this] { run(Command::step); });
  connect(&stage_->view(), &StepView::clicked, this, [this] { run(Command::on); });
  connect(&stage_->view(), &StepView::drawn, this, [this](const PenMark& mark) {
    document_.seal();
    document_.apply(add_mark(step_, mark));
  });
  connect(&stage_->view(), &StepView::wheeled, this, [this](QPointF at, double factor) {
    live_from([&](MapView& map) { map.set_camera(layers::zoomed(map.camera(), factor, at)); });
  });
  connect(&stage_->view(), &StepView::dragged, this, [this](QPointF from, QPointF to) {
    live_from([&](MapView& map) {
      map.set_camera(layers::panned(map.camera(), to - from));
      map.take_hold(to);
    });
  });
}

void Presenter::end() {
  if (!running()) return;
  keep_reached(document_.path(), 0);
  typed_.clear();
  note_.clear();
  before_live_ = moved_from_ = nullptr;
  locked_ = asked_ = false;
  // Their own keys may be what ends them.
  stage_->removeEventFilter(this);
  stage_->disconnect(this);
  stage_->show_step();
  stage_->hide();
  stage_.release()->deleteLater();
  close_speaker();
  pictures_.reset();
  emit ended();
}

std::vector<Id> Presenter::shown() const {
  std::vector<Id> ids;
  for (const StepPtr& step : shown_steps(*document_.plan())) ids.push_back(step->id);
  return ids;
}

const Step* Presenter::current() const {
  return find_step(*document_.plan(), step_);
}

int Presenter::number() const {
  const auto at = std::find(order_.begin(), order_.end(), step_);
  return at == order_.end() ? 0 : static_cast<int>(at - order_.begin()) + 1;
}

int Presenter::count() const {
  return static_cast<int>(order_.size());
}

// --- where it goes ---

void Presenter::go_to(int number) {
  if (order_.empty()) return;
  step_ = order_[static_cast<std::size_t>(std::clamp(number, 1, count()) - 1)];
  show_step();
}

/// A step that was deleted or hidden meanwhile: on with the one in its place.
void Presenter::plan_changed() {
  if (!running()) return;
  const int before = number();
  order_ = shown();
  if (order_.empty()) return end();
  if (number() == 0) return go_to(before);
  pictures_->want(nearest_first(order_, number() - 1));
  show_picture();
  say_what_stays_moved();
  say_what_to_ask_first();
  tell_speaker();
}

void Presenter::show_step() {
  stage_->show_step();
  stage_->say({});
  note_.clear();
  moved_from_ = std::exchange(before_live_, nullptr);
  say_what_stays_moved();
  keep_reached(document_.path(), step_);
  pictures_->want(nearest_first(order_, number() - 1));
  show_picture();
  tell_speaker();
}

/// What was shown before stays until the picture is there.
void Presenter::show_picture() {
  const StepImage* picture = pictures_->of(step_);
  const Step* step = current();
  if (picture != nullptr && step != nullptr) stage_->view().show_step(*picture, step->marks);
}

}  // namespace smile::viewer
