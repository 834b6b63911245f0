#pragma once
// What keys, clickers and clicks mean while presenting.

#include <QtGlobal>

#include <QString>

class QKeyEvent;

namespace smile::viewer {

enum class Command {
  none,
  on,
  back,
  first,
  last,
  jump,  ///< to the number typed before, else on
  black,
  white,
  pen,
  wipe,
  live,    ///< the map itself, to be zoomed and edited
  layers,  ///< of the live map
  leave,   ///< the live map, then the presentation
  step,    ///< from wherever to the step
  lock,
  undo,
  keys,  ///< what the keys are
};

/// Clickers send page up and down, F5, Esc and the full stop.
Command command_of(const QKeyEvent& key);
/// The digit typed, -1: none.
int digit_of(const QKeyEvent& key);
/// All of them, for those who present.
QString words_of_keys();
/// What still goes before an audience that may touch everything.
bool goes_when_locked(Command command);

}  // namespace smile::viewer
