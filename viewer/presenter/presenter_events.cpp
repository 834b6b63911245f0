// Keys and touches of all windows of a presentation.

#include <QKeyEvent>

#include "viewer/presenter/presenter.h"

namespace smile::viewer {
namespace {

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

}  // namespace smile::viewer
