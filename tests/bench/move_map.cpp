// Row 2, the script: 200 frames of panning and zooming through the real widget, from the input event to the picture.
//   bench_move_map PLAN [RUNS]   prints one JSON line
// followed: until the widget has painted what it has, moved and scaled. sharp: until the picture drawn anew is painted.
#include <QApplication>
#include <QMouseEvent>
#include <QWheelEvent>
#include <algorithm>
#include <fstream>
#include <nlohmann/json.hpp>
#include <thread>

#include "gis/store/plan_file.h"
#include "layers/paper.h"
#include "measure.h"
#include "viewer/document.h"
#include "viewer/map/map_view.h"

namespace {

using namespace smile;
using namespace smile::viewer;
using Clock = std::chrono::steady_clock;

struct Times {
  std::vector<double> followed, sharp;

  nlohmann::ordered_json json() {
    const auto at = [](std::vector<double>& times, double share) {
      std::sort(times.begin(), times.end());
      return times[static_cast<std::size_t>(share * static_cast<double>(times.size() - 1))];
    };
    return {{"frames", followed.size()},
            {"followed_p50_ms", at(followed, 0.5)},
            {"followed_p99_ms", at(followed, 0.99)},
            {"sharp_p50_ms", at(sharp, 0.5)},
            {"sharp_p99_ms", at(sharp, 0.99)}};
  }
};

double since(Clock::time_point start) {
  return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

void wait_until_sharp(MapView& map) {
  while (!map.renderer().idle()) QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 50);
}

void wheel(MapView& map, int turned) {
  const QPointF at(map.width() * 0.5, map.height() * 0.45);
  QWheelEvent event(at, map.mapToGlobal(at), {}, {0, turned}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
  QCoreApplication::sendEvent(&map, &event);
}

void mouse(MapView& map, QEvent::Type type, QPointF at) {
  QMouseEvent event(type, at, map.mapToGlobal(at), Qt::MiddleButton, Qt::MiddleButton, Qt::NoModifier);
  QCoreApplication::sendEvent(&map, &event);
}

template <class Input>
void frame(MapView& map, Times& times, Input input) {
  const Clock::time_point start = Clock::now();
  input();
  map.repaint();
  times.followed.push_back(since(start));
  wait_until_sharp(map);
  map.repaint();
  times.sharp.push_back(since(start));
}

Times pan(MapView& map, int frames) {
  Times times;
  QPointF at(map.width() / 2.0, map.height() / 2.0);
  mouse(map, QEvent::MouseButtonPress, at);
  for (int i = 0; i < frames; ++i) {
    at += QPointF(i / 25 % 2 == 0 ? 14 : -14, i / 50 % 2 == 0 ? 8 : -8);
    frame(map, times, [&] { mouse(map, QEvent::MouseMove, at); });
  }
  mouse(map, QEvent::MouseButtonRelease, at);
  return times;
}

Times zoom(MapView& map, int frames) {
  Times times;
  for (int i = 0; i < frames; ++i) frame(map, times, [&] { wheel(map, i < frames / 2 ? 30 : -30); });
  return times;
}

double resident_mb() {
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);)
    if (line.starts_with("VmRSS:")) return std::stod(line.substr(6)) / 1024;
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    std::fprintf(stderr, "bench_move_map PLAN\n");
    return 2;
  }
  if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM")) qputenv("QT_QPA_PLATFORM", "offscreen");
  const QApplication application(argc, argv);
  layers::load_fonts();
  Document document(PlanFile::open(argv[1], PlanFile::Mode::read));
  const LoadedLayers loaded = load_layers(*document.plan(), place_of(document.path()));
  MapView map(document, nullptr);
  map.resize(1920, 1080);
  map.show();
  map.show_layers(loaded.layers);
  map.show_all();
  wait_until_sharp(map);
  nlohmann::ordered_json out = {{"script", "move_map"}};
  out["pan_whole_city"] = pan(map, 100).json();
  out["zoom_in_and_out"] = zoom(map, 100).json();
  for (int i = 0; i < 12; ++i) wheel(map, 60);
  wait_until_sharp(map);
  out["pan_close_up"] = pan(map, 100).json();
  out["resident_mb"] = resident_mb();
  std::puts(out.dump().c_str());
  return 0;
}
