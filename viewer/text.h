#pragma once
// Words and data into widgets. Data are always shown as plain text: Qt would show text that looks like HTML as HTML.

#include <QLabel>
#include <QString>

#include "gis/words/words.h"

namespace smile::viewer {

/// A sentence of the program in the language of the window. The argument must be a literal (a test looks it up in the
/// German table).
inline QString tr_(const char* english) {
  return QString::fromStdString(say(english));
}
inline QString tr_(const Text& text) {
  return QString::fromStdString(str(text));
}
inline QString q(const std::string& utf8) {
  return QString::fromStdString(utf8);
}

/// A label that shows its text literally whatever it holds.
QLabel* plain_label(const QString& text = {}, QWidget* parent = nullptr);
/// For tool tips and message boxes, where the widget decides by itself: escaped so that it is shown literally.
QString literal(const QString& data);

}  // namespace smile::viewer
