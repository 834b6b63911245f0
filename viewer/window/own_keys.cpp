#include "viewer/window/own_keys.h"

#include <QAction>
#include <QApplication>
#include <QKeyEvent>
#include <QMainWindow>
#include <algorithm>

namespace smile::viewer {
namespace {

constexpr const char* of_both[] = {"undo", "redo", "delete"};  // in a text field they are the text's
constexpr QKeySequence::StandardKey of_texts[] = {QKeySequence::Copy, QKeySequence::Cut,  QKeySequence::Paste,
                                                  QKeySequence::Undo, QKeySequence::Redo, QKeySequence::SelectAll};

bool belongs_to_texts(const QAction& action) {
  return std::any_of(std::begin(of_both), std::end(of_both), [&](const char* id) { return action.objectName() == id; });
}

bool edits_text(const QKeyEvent& event) {
  return std::any_of(std::begin(of_texts), std::end(of_texts), [&](auto key) { return event.matches(key); });
}

class OwnKeys : public QObject {
public:
  explicit OwnKeys(QMainWindow& window) : QObject(&window), window_(window) { setObjectName("own_keys"); }

  bool eventFilter(QObject* watched, QEvent* event) override {
    if (event->type() != QEvent::ShortcutOverride || !watched->isWidgetType()) return false;
    if (static_cast<QWidget*>(watched)->window() != &window_) return false;
    const auto& key = static_cast<QKeyEvent&>(*event);
    if (!key.modifiers().testFlag(Qt::ControlModifier) || edits_text(key) || !is_own(key)) return false;
    event->ignore();  // nobody below takes it: the shortcut is looked up next
    return true;
  }

private:
  bool is_own(const QKeyEvent& key) const {
    const QKeySequence pressed(key.keyCombination());
    const QList<QAction*> actions = window_.actions();
    return std::any_of(actions.begin(), actions.end(), [&](const QAction* action) {
      return action->isEnabled() && !belongs_to_texts(*action) && action->shortcuts().contains(pressed);
    });
  }

  QMainWindow& window_;
};

}  // namespace

void keep_own_keys(QMainWindow& window) {
  if (window.findChild<QObject*>("own_keys", Qt::FindDirectChildrenOnly) != nullptr) return;
  qApp->installEventFilter(new OwnKeys(window));
}

}  // namespace smile::viewer
