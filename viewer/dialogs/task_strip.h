#pragma once
// What a dialog is doing, how far it is, and a cross. Its tasks are its own: the cross doesn't cancel what the window
// does.

#include <QWidget>
#include <functional>

#include "gis/jobs/progress.h"
#include "viewer/tasks.h"

class QLabel;
class QProgressBar;
class QToolButton;

namespace smile::viewer {

class TaskStrip : public QWidget {
  Q_OBJECT
public:
  explicit TaskStrip(QWidget* parent);

  /// Replaces what still runs: only the newest work's result arrives.
  void start(const QString& name, Tasks::Work work);
  bool busy() const { return running_; }
  void cancel();
  /// Deletes the dialog it stands in once its threads have ended: a server that hangs must not hold the window.
  void delete_when_settled(QWidget& dialog);
  void show_failure(const QString& sentence);
  QString failure() const;

signals:
  void busy_changed(bool busy);

private:
  void follow(const QString& step, double share);
  void set_running(bool running);

  Tasks* tasks_;
  QLabel* step_;
  QProgressBar* bar_;
  QToolButton* cross_;
  QLabel* failure_;
  quint64 newest_ = 0;
  bool running_ = false;
};

}  // namespace smile::viewer
