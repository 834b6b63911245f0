// Stage and speaker on the screens there are, and what the speaker is told.

#include <QScreen>
#include <QWindow>
#include <algorithm>

#include "gis/plan/steps.h"
#include "viewer/document.h"
#include "viewer/presenter/presenter.h"
#include "viewer/text.h"

namespace smile::viewer {
namespace {

void put_on(QWidget& window, QScreen& screen) {
  window.setGeometry(screen.geometry());
  if (window.windowHandle() != nullptr) window.windowHandle()->setScreen(&screen);
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

/// Its own key may be what closes it.
void Presenter::close_speaker() {
  if (!speaker_) return;
  speaker_->disconnect(this);
  speaker_->hide();
  speaker_.release()->deleteLater();
}

void Presenter::use_screens(const QList<QScreen*>& all) {
  if (!running()) return;
  const ScreensOfTalk screens = screens_of_talk(all, desk_);
  if (screens.stage == nullptr) return;
  if (screens.speaker == nullptr) {
    close_speaker();
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
