#pragma once
// A worker thread wakes the GUI thread. The data themselves wait behind a mutex of whoever rings: nothing is handed
// over through Qt's event queue, whose own locks the thread sanitizer cannot see.

#include <QObject>
#include <functional>

namespace smile::viewer {

class Bell : public QObject {
public:
  /// on_ring runs on the thread that made the bell. Several rings may become one call.
  Bell(std::function<void()> on_ring, QObject* parent = nullptr);
  ~Bell() override;
  void ring();  ///< from any thread

private:
  int descriptor_ = -1;
};

}  // namespace smile::viewer
