#pragma once
// What the window shows without a plan: an invitation.

#include <QStringList>
#include <QWidget>

namespace smile::viewer {

class StartPage : public QWidget {
  Q_OBJECT
public:
  StartPage(const QStringList& recent, QWidget* parent);

signals:
  void wants_new();
  void wants_open();
  void wants_demo();
  void wants_plan(const QString& file);
};

}  // namespace smile::viewer
