#include "viewer/presenter/commands.h"

#include <QKeyEvent>

#include "viewer/text.h"

namespace smile::viewer {

Command command_of(const QKeyEvent& key) {
  constexpr Qt::KeyboardModifiers quiet = Qt::ShiftModifier | Qt::KeypadModifier;
  if (key.modifiers() == Qt::ControlModifier && key.key() == Qt::Key_Z) return Command::undo;
  if (key.modifiers() & ~quiet) return Command::none;
  switch (key.key()) {
    case Qt::Key_Right:
    case Qt::Key_Down:
    case Qt::Key_Space:
    case Qt::Key_PageDown:
    case Qt::Key_N:
      return Command::on;
    case Qt::Key_Left:
    case Qt::Key_Up:
    case Qt::Key_PageUp:
    case Qt::Key_Backspace:
      return Command::back;
    case Qt::Key_Home:
      return Command::first;
    case Qt::Key_End:
      return Command::last;
    case Qt::Key_F5:
      return key.modifiers() & Qt::ShiftModifier ? Command::step : Command::first;
    case Qt::Key_Return:
    case Qt::Key_Enter:
      return Command::jump;
    case Qt::Key_B:
    case Qt::Key_Period:
      return Command::black;
    case Qt::Key_W:
    case Qt::Key_Comma:
      return Command::white;
    case Qt::Key_P:
      return Command::pen;
    case Qt::Key_E:
      return Command::wipe;
    case Qt::Key_Z:
      return Command::live;
    case Qt::Key_V:
      return Command::layers;
    case Qt::Key_R:
      return Command::step;
    case Qt::Key_Escape:
      return Command::leave;
    case Qt::Key_L:
      return Command::lock;
    case Qt::Key_F1:
    case Qt::Key_Question:
      return Command::keys;
    default:
      return Command::none;
  }
}

int digit_of(const QKeyEvent& key) {
  const bool digit = key.key() >= Qt::Key_0 && key.key() <= Qt::Key_9;
  return digit && !(key.modifiers() & ~Qt::KeypadModifier) ? key.key() - Qt::Key_0 : -1;
}

QString words_of_keys() {
  QStringList keys =
      tr_("→ on · ← back · number and Enter: jump · B black · W white · P pen · E wipe · Z map · V layers "
          "· R step · Ctrl+Z undo · L lock · Esc end")
          .split(QStringLiteral(" · "));
  for (QString& key : keys) key.replace(u' ', QChar::Nbsp);  // a key and what it does stay on one line
  return keys.join(QStringLiteral(" · "));
}

bool goes_when_locked(Command command) {
  return command == Command::on || command == Command::lock;
}

}  // namespace smile::viewer
