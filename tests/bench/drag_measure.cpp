// Row 4: a measure is dragged, and everything follows: catchment, people reached and missed, figures by district, map.
//   bench_drag_measure PLAN LAYER [FRAMES]   prints one JSON line; PLAN has people and a network, LAYER are places
// figures: the core alone. worked: until the event is dealt with, nothing painted yet. followed: from the mouse event
// until window and map have painted them. sharp: until the map's picture drawn anew is painted too.
#include <QApplication>
#include <QLabel>
#include <QMouseEvent>
#include <algorithm>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <thread>

#include "gis/questions/live.h"
#include "gis/store/plan_file.h"
#include "layers/paper.h"
#include "viewer/map/map_view.h"
#include "viewer/window/main_window.h"

namespace {

using namespace smile;
using namespace smile::viewer;
using Clock = std::chrono::steady_clock;

double since(Clock::time_point start) {
  return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

nlohmann::ordered_json times(std::vector<double> all) {
  std::sort(all.begin(), all.end());
  const auto at = [&](double share) {
    return all[static_cast<std::size_t>(share * static_cast<double>(all.size() - 1))];
  };
  return {{"p50_ms", at(0.5)}, {"p99_ms", at(0.99)}, {"worst_ms", all.back()}};
}

Question question_of(const Plan& plan, const std::string& layer, const std::string& by) {
  const auto found =
      std::find_if(plan.layers.begin(), plan.layers.end(), [&](const MapLayerPtr& one) { return one->name == layer; });
  if (found == plan.layers.end()) throw Error(ErrorKind::not_found, text("The plan has no layer {1}.", layer));
  return {"gaps", {{"places", std::to_string((*found)->id) + ";measures"}, {"by", by}, {"distance", "500;800"}}};
}

/// A point measure in the middle of the list: streets all around it.
const Measure& dragged(const Plan& plan) {
  for (std::size_t i = plan.measures.size() / 2; i < plan.measures.size(); ++i)
    if (plan.measures[i]->location.placement == Placement::point) return *plan.measures[i];
  throw Error(ErrorKind::not_found, text("The plan has no measure at a point."));
}

/// There and back along a slanting line, 12 m a frame.
Point step(Point from, int frame) {
  const int there = frame % 100 < 50 ? frame % 50 : 50 - frame % 50;
  return {from.x + 12.0 * there, from.y + 7.0 * there};
}

nlohmann::ordered_json core_times(const Question& question, Plan plan, const PlanPlace& place, int frames) {
  LiveReach live = live_reach(question, plan, place);
  const Measure& measure = dragged(plan);
  const Id id = measure.id;
  const Point from = measure.location.geometry.points.front();
  Finding kept;
  kept.question = question;
  std::vector<double> all;
  for (int i = 0; i < frames; ++i) {
    for (MeasurePtr& one : plan.measures) {
      if (one->id != id) continue;
      auto moved = std::make_shared<Measure>(*one);
      moved->location.geometry = make_point(step(from, i + 1));
      one = std::move(moved);
    }
    const Clock::time_point start = Clock::now();
    live.follow(plan);
    const Finding shown = now(kept, live, plan);
    const Geometry ground = live.ground_of(id);
    all.push_back(since(start));
  }
  return times(all);
}

void send(MapView& map, QEvent::Type type, QPointF at, Qt::MouseButton button, Qt::MouseButtons buttons) {
  QMouseEvent event(type, at, map.mapToGlobal(at), button, buttons, Qt::NoModifier);
  QCoreApplication::sendEvent(&map, &event);
}

void settle(MapView& map) {
  do QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
  while (!map.renderer().idle());
}

/// The window with the result chosen, the map close up around the measure.
nlohmann::ordered_json window_times(const std::filesystem::path& file, const Question& question, int frames) {
  MainWindow window;
  window.resize(1920, 1080);
  window.show_plan(PlanFile::open(file, PlanFile::Mode::write));
  window.show();
  Document& document = *window.document();
  MapView& map = *window.map();
  Answer answer = ask(question, *document.plan(), {document.path(), true});
  document.apply(keep_finding(answer.finding));
  emit document.show_finding(document.plan()->findings.back()->id);
  const Measure measure = dragged(*document.plan());
  document.select_measures({measure.id});
  const Point from = measure.location.geometry.points.front();
  map.zoom_to_measures({measure.id});
  map.zoom_to_scale(15000);
  const Clock::time_point asked = Clock::now();
  while (!map.shown_reach() && since(asked) < 120'000) {
    QCoreApplication::processEvents();
    std::this_thread::sleep_for(std::chrono::milliseconds(2));
  }
  const double ready = since(asked);
  settle(map);
  if (auto* state = window.findChild<QLabel*>("finding_state"); state && !map.shown_reach())
    std::fprintf(stderr, "%s\n", qPrintable(state->text()));
  if (!map.shown_reach()) throw Error(ErrorKind::not_found, text("The result does not follow the measure."));
  std::vector<double> worked, followed, sharp;
  send(map, QEvent::MouseButtonPress, map.camera().to_screen(from), Qt::LeftButton, Qt::LeftButton);
  for (int i = 0; i < frames; ++i) {
    const QPointF at = map.camera().to_screen(step(from, i + 1));
    const Clock::time_point start = Clock::now();
    send(map, QEvent::MouseMove, at, Qt::NoButton, Qt::LeftButton);
    worked.push_back(since(start));
    QCoreApplication::processEvents();
    followed.push_back(since(start));
    settle(map);
    sharp.push_back(since(start));
  }
  send(map, QEvent::MouseButtonRelease, map.camera().to_screen(from), Qt::LeftButton, Qt::NoButton);
  return {{"ready_ms", ready}, {"worked", times(worked)}, {"followed", times(followed)}, {"sharp", times(sharp)}};
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) {
    std::fprintf(stderr, "bench_drag_measure PLAN LAYER [FRAMES]\n");
    return 2;
  }
  if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM")) qputenv("QT_QPA_PLATFORM", "offscreen");
  const QApplication application(argc, argv);
  layers::load_fonts();
  const std::filesystem::path copy = std::filesystem::absolute(argv[1]).parent_path() / "dragged.gpkg";
  for (const char* rest : {"", "-wal", "-shm"}) std::filesystem::remove(copy.string() + rest);
  std::filesystem::copy_file(argv[1], copy, std::filesystem::copy_options::overwrite_existing);
  const int frames = argc > 3 ? std::atoi(argv[3]) : 200;
  nlohmann::ordered_json out = {{"script", "drag_measure"}};
  for (const char* by : {"walk", "line"}) {
    const PlanPtr plan = PlanFile::open(copy, PlanFile::Mode::read).plan();
    const Question question = question_of(*plan, argv[2], by);
    out[by]["figures"] = core_times(question, *plan, {copy, false}, frames);
    out[by].update(window_times(copy, question, frames));
  }
  std::filesystem::remove(copy);
  std::puts(out.dump().c_str());
  return 0;
}
