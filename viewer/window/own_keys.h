#pragma once
// The window's Ctrl keys work wherever the keyboard is.

#include <QObject>

class QMainWindow;

namespace smile::viewer {

/// Text fields take some Ctrl keys for moves in a line (Ctrl+E: to its end): those that are the window's own are kept
/// from them. What people edit a text with – copy, paste, undo, select all – stays theirs.
void keep_own_keys(QMainWindow& window);

}  // namespace smile::viewer
