#pragma once
// One sentence above the map, with the next step as a button. Replaces message boxes: nothing has to be clicked away
// before going on.

#include <QFrame>
#include <QString>
#include <functional>

class QBoxLayout;
class QLabel;
class QToolButton;

namespace smile::viewer {

class MessageStrip : public QFrame {
public:
  enum class Kind { note, problem };
  explicit MessageStrip(QWidget* parent);
  /// The action is optional: an empty label shows no button.
  void show_message(Kind kind, const QString& sentence, const QString& action = {}, std::function<void()> run = {});
  QString sentence() const;
  /// Is no longer true: goes if nothing else is said meanwhile.
  void withdraw(const QString& sentence);

private:
  QLabel* icon_;
  QLabel* words_;
  QToolButton* action_;
  std::function<void()> run_;
};

}  // namespace smile::viewer
