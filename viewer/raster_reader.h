#pragma once
// Reads the pictures of one layer on a thread of its own: disk and network are slow, and a server may hang. The newest
// request wins. Nobody ever waits for the thread but the end of the program.

#include <functional>
#include <memory>
#include <optional>
#include <thread>

#include "gis/intake/rasters.h"

namespace smile::viewer {

class RasterReader {
public:
  using Work = std::function<LayerPicture(const Progress&)>;

  /// on_news runs on the window's thread.
  explicit RasterReader(std::function<void()> on_news);
  ~RasterReader();  ///< gives up what runs, and returns at once
  RasterReader(const RasterReader&) = delete;
  RasterReader& operator=(const RasterReader&) = delete;

  /// Gives up what runs.
  void start(Work work);
  void stop();
  bool busy() const;
  /// The result of the newest work, once.
  std::optional<LayerPicture> take();

private:
  struct State;
  std::shared_ptr<State> state_;  ///< shared with the thread, which may outlive this
  std::jthread thread_;
};

}  // namespace smile::viewer
