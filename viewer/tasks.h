#pragma once
// Starts jobs on threads, shows their progress, cancels them. The only place of the viewer that starts threads for
// work.

#include <QObject>
#include <QString>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <thread>

#include "gis/jobs/progress.h"

namespace smile::viewer {

class Tasks : public QObject {
  Q_OBJECT
public:
  explicit Tasks(QObject* parent = nullptr);
  ~Tasks() override;  ///< asks all to stop and waits

  /// work runs on a thread and returns what then runs on the GUI thread with its result. An Error it throws becomes
  /// failed().
  using Work = std::function<std::function<void()>(const Progress&)>;
  void start(const QString& name, Work work);
  void cancel_all();
  bool busy() const;
  /// Takes what is finished now rather than when the window next looks for it.
  void take_news();

signals:
  /// share below 0: unknown. An empty step: nothing runs any more.
  void progressed(const QString& step, double share);
  void failed(const QString& sentence);

private:
  struct Implementation;
  void finish(std::jthread& thread, const std::function<void()>& then, const std::optional<Text>& problem);
  std::unique_ptr<Implementation> implementation_;
};

}  // namespace smile::viewer
