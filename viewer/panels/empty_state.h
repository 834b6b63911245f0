#pragma once
// What an empty panel shows: what belongs there, and the first step.

#include <QString>
#include <functional>
#include <vector>

class QWidget;

namespace smile::viewer {

struct FirstStep {
  QString label;
  std::function<void()> action;
};

/// The first step of the list is the recommended one.
QWidget* make_empty_state(const QString& headline, const QString& sentence, const std::vector<FirstStep>& steps,
                          QWidget* parent);

}  // namespace smile::viewer
