#pragma once
// A list to choose from in a form: narrow, named for tests and screen readers, left alone by the wheel.

#include <QStringList>

class QComboBox;
class QFormLayout;

namespace smile::viewer {

QComboBox* add_combo(QFormLayout& form, const QString& label, const char* name, const QStringList& items);

}  // namespace smile::viewer
