// What a command does to the stage and the plan.

#include "gis/plan/steps.h"
#include "viewer/document.h"
#include "viewer/map/map_view.h"
#include "viewer/presenter/moved_measures.h"
#include "viewer/presenter/presenter.h"
#include "viewer/text.h"

namespace smile::viewer {

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
    stage_->say(keys_are_shown() ? QString() : words_of_keys());
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

/// To those who present, where they have a screen of their own.
void Presenter::note(const QString& words) {
  note_ = words;
  if (!speaker_) stage_->say_briefly(words);
}

/// From the way back to the step on, until it is put back, another step is shown or the map is live again.
void Presenter::say_what_stays_moved() {
  if (moved_from_) note(words_of_moved(*moved_from_, *document_.plan()));
}

/// Once in a presentation: a drag on the live map that no kept result follows.
void Presenter::say_what_to_ask_first() {
  if (asked_ || stage_->map() == nullptr || stage_->answer() != nullptr) return;
  if (words_of_moved(*before_live_, *document_.plan()).isEmpty()) return;
  asked_ = true;
  note(tr_("Nothing is counted while a measure moves: ask “Whom do they reach?” first and keep the result."));
}

bool Presenter::keys_are_shown() const {
  return stage_->said() == words_of_keys();
}

/// What was opened last goes first.
void Presenter::leave() {
  if (keys_are_shown()) return stage_->say({});
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
  note_.clear();
  moved_from_ = nullptr;
  if (!before_live_) before_live_ = document_.plan();
  stage_->show_live(*step);
  if (MapView* map = stage_->map()) {
    map->installEventFilter(this);
    then(*map);
  }
  tell_speaker();
}

}  // namespace smile::viewer
