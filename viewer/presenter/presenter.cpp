#include "viewer/presenter/presenter.h"

#include <QGuiApplication>
#include <QKeyEvent>
#include <QScreen>
#include <QWindow>
#include <algorithm>
#include <unordered_map>

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

int moved_between(const Plan& before, const Plan& now) {
  std::unordered_map<Id, const Measure*> old;
  for (const MeasurePtr& measure : before.measures) old[measure->id] = measure.get();
  return static_cast<int>(std::count_if(now.measures.begin(), now.measures.end(), [&](const MeasurePtr& measure) {
    const auto found = old.find(measure->id);
    return found != old.end() && found->second != measure.get() && found->second->location != measure->location;
  }));
}

bool is_touch(QEvent::Type type) {
  switch (type) {
    case QEvent::MouseButtonPress:
    case QEvent::MouseButtonRelease:
    case QEvent::MouseButtonDblClick:
    case QEvent::MouseMove:
    case QEvent::Wheel:
    case QEvent::TouchBegin:
    case QEvent::TouchUpdate:
    case QEvent::TouchEnd:
    case QEvent::ContextMenu:
      return true;
    default:
      return false;
  }
}

}  // namespace

ScreensOfTalk screens_of_talk(const QList<QScreen*>& screens, QScreen* desk) {
  ScreensOfTalk out;
  if (screens.isEmpty()) return out;
  QScreen* own = screens.contains(desk) ? desk : screens.front();
  const auto other = std::find_if(screens.begin(), screens.end(), [&](QScreen* screen) { return screen != own; });
  if (other == screens.end()) return {own, nullptr};
  return {*other, own};
}

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
  connect(&stage_->view(), &StepView::dragged, this,
          [this](QPointF by) { live_from([&](MapView& map) { map.set_camera(layers::panned(map.camera(), by)); }); });
  use_screens(QGuiApplication::screens());
  show_step();
  return true;
}

void Presenter::end() {
  if (!running()) return;
  keep_reached(document_.path(), 0);
  typed_.clear();
  note_.clear();
  before_live_ = moved_from_ = nullptr;
  locked_ = false;
  // Their own keys may be what ends them.
  stage_->removeEventFilter(this);
  stage_->disconnect(this);
  stage_->show_step();
  stage_->hide();
  stage_.release()->deleteLater();
  if (speaker_) speaker_->disconnect(this), speaker_->hide(), speaker_.release()->deleteLater();
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

// --- what is done ---

void Presenter::run(Command command) {
  if (!running() || command == Command::none) return;
  if (locked_ && !goes_when_locked(command)) return say_how_to_unlock();
  const bool blank = stage_->shows() == Stage::Shows::black || stage_->shows() == Stage::Shows::white;
  if (const auto number = number_for(command); !number)
    act(command);
  else if (blank && (command == Command::on || command == Command::back))
    show_step();  // the first key only brings it back
  else
    go_to(*number);
  typed_.clear();
  if (running()) tell_speaker();
}

std::optional<int> Presenter::number_for(Command command) const {
  switch (command) {
    case Command::on:
      return number() + 1;
    case Command::back:
      return number() - 1;
    case Command::first:
      return 1;
    case Command::last:
      return count();
    case Command::jump:
      return typed_.toInt() > 0 ? typed_.toInt() : number() + 1;
    default:
      return std::nullopt;
  }
}

void Presenter::act(Command command) {
  if (command == Command::black || command == Command::white) toggle_blank(command == Command::white);
  if (command == Command::pen) toggle_pen();
  if (command == Command::wipe) wipe();
  if (command == Command::undo) document_.undo();
  if (command == Command::live) toggle_live();
  if (command == Command::layers) stage_->choose_layers();
  if (command == Command::step) show_step();
  if (command == Command::leave) leave();
  if (command == Command::lock) toggle_lock();
  if (command == Command::keys && !speaker_)  // who has a screen of their own has the keys there
    stage_->say(stage_->said().isEmpty() ? words_of_keys() : QString());
}

void Presenter::wipe() {
  const Step* step = current();
  if (step != nullptr && !step->marks.empty()) document_.apply(wipe_marks(step_));
}

void Presenter::toggle_live() {
  stage_->shows() == Stage::Shows::live ? show_step() : live_from([](MapView&) {});
}

void Presenter::toggle_lock() {
  locked_ = !locked_;
  stage_->view().set_pen(false);
  if (locked_) show_step();
  locked_ ? say_how_to_unlock() : stage_->say({});
}

void Presenter::say_how_to_unlock() {
  stage_->say_briefly(tr_("Locked: a touch only goes on. L unlocks."));
}

/// Until it is put back or another step is shown. To those who present, where they have a screen of their own.
void Presenter::say_what_stays_moved() {
  if (!moved_from_) return;
  const int moved = moved_between(*moved_from_, *document_.plan());
  note_ = moved == 0 ? QString()
                     : tr_(text_n(moved, "One measure stays moved – Ctrl+Z puts it back",
                                  "{1} measures stay moved – Ctrl+Z puts them back one by one", moved));
  if (!speaker_) stage_->say_briefly(note_);
}

void Presenter::leave() {
  if (stage_->view().pen()) return toggle_pen();
  stage_->shows() == Stage::Shows::step ? end() : show_step();
}

void Presenter::toggle_blank(bool white) {
  const auto wanted = white ? Stage::Shows::white : Stage::Shows::black;
  stage_->shows() == wanted ? show_step() : stage_->show_blank(white);
}

void Presenter::toggle_pen() {
  if (document_.read_only()) return stage_->say(tr_("The plan is open read-only: nothing can be drawn on it."));
  if (stage_->shows() != Stage::Shows::step) show_step();
  stage_->view().set_pen(!stage_->view().pen());
}

void Presenter::live_from(const std::function<void(MapView&)>& then) {
  const Step* step = current();
  if (step == nullptr || locked_) return;
  stage_->view().set_pen(false);
  stage_->say({});
  if (!before_live_) before_live_ = document_.plan();
  stage_->show_live(*step);
  if (MapView* map = stage_->map()) {
    map->installEventFilter(this);
    then(*map);
  }
  tell_speaker();
}

// --- keys ---

bool Presenter::take_key(const QKeyEvent& key) {
  if (const int digit = digit_of(key); digit >= 0) {
    typed_ = (typed_ + QString::number(digit)).right(4);
    tell_speaker();
    return true;
  }
  const Command command = command_of(key);
  if (command == Command::none) return false;
  run(command);
  return true;
}

bool Presenter::eventFilter(QObject* watched, QEvent* event) {
  if (!running()) return false;
  if (event->type() == QEvent::ShortcutOverride) {
    event->accept();  // no key of the window's menus goes before the presentation's
    return true;
  }
  if (event->type() == QEvent::KeyPress) return take_key(*static_cast<QKeyEvent*>(event));
  if (locked_ && event->type() == QEvent::Close) {
    event->ignore();
    say_how_to_unlock();
    return true;
  }
  if (locked_ && is_touch(event->type())) {
    const bool goes = event->type() == QEvent::MouseButtonRelease || event->type() == QEvent::TouchEnd;
    if (goes) run(Command::on);
    return true;
  }
  if (watched == stage_.get() && event->type() == QEvent::Resize)
    pictures_->set_look(stage_->size(), stage_->devicePixelRatioF(), theme_);
  return false;
}

// --- screens ---

void Presenter::put_on(QWidget& window, QScreen& screen) const {
  window.setGeometry(screen.geometry());
  if (window.windowHandle() != nullptr) window.windowHandle()->setScreen(&screen);
}

void Presenter::use_screens(const QList<QScreen*>& all) {
  if (!running()) return;
  const ScreensOfTalk screens = screens_of_talk(all, desk_);
  if (screens.stage == nullptr) return;
  if (screens.speaker == nullptr) {
    if (speaker_) speaker_->disconnect(this), speaker_->hide(), speaker_.release()->deleteLater();
  } else if (!speaker_) {
    speaker_ = std::make_unique<Speaker>(since_);
    speaker_->installEventFilter(this);
    connect(speaker_.get(), &Speaker::closed, this, &Presenter::end);
  }
  stage_->winId();  // the native window that is put on a screen
  put_on(*stage_, *screens.stage);
  stage_->showFullScreen();
  stage_->raise();
  pictures_->set_look(stage_->size(), stage_->devicePixelRatioF(), theme_);
  if (speaker_) {
    put_on(*speaker_, *screens.speaker);
    speaker_->showFullScreen();
    speaker_->activateWindow();
    speaker_->setFocus();
  } else {
    stage_->activateWindow();
    stage_->setFocus();
  }
  tell_speaker();
}

void Presenter::tell_speaker() {
  const Step* step = current();
  if (!speaker_ || step == nullptr) return;
  Speaker::Shown shown{q(step->title), q(step->notes), {}, number(), count(), note_, typed_};
  const std::size_t at = static_cast<std::size_t>(std::max(1, number()));
  const Step* next = at < order_.size() ? find_step(*document_.plan(), order_[at]) : nullptr;
  if (next != nullptr) shown.next_title = q(next->title);
  if (stage_->shows() == Stage::Shows::black) shown.state = tr_("The screen is black");
  if (stage_->shows() == Stage::Shows::white) shown.state = tr_("The screen is white");
  if (stage_->shows() == Stage::Shows::live) shown.state = tr_("The map is live – R returns to the step");
  if (stage_->view().pen()) shown.state = tr_("The pen draws");
  if (locked_) shown.state = tr_("Locked – L unlocks");
  speaker_->show_step(shown);
  if (stage_->shows() == Stage::Shows::live)
    mirror_.start();
  else
    mirror_.stop();
  show_pictures_to_speaker();
}

/// Of the live map what the audience sees of it.
void Presenter::show_pictures_to_speaker() {
  if (!running() || !speaker_) return mirror_.stop();
  const auto drawn = [this](std::size_t at) {
    const StepImage* picture = at < order_.size() ? pictures_->of(order_[at]) : nullptr;
    return picture != nullptr ? picture->image : QImage();
  };
  const auto at = static_cast<std::size_t>(std::max(1, number()) - 1);
  const bool live = stage_->shows() == Stage::Shows::live;
  speaker_->show_pictures(live ? stage_->grab().toImage() : drawn(at), drawn(at + 1));
}

}  // namespace smile::viewer
