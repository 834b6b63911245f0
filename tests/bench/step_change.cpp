// Presenting: from the key to the step on the screen, 1920 × 1080.
//   bench_step_change PLAN [RUNS]   prints one JSON line
// A copy of the plan gets a deck for the city and its first districts. played: on and on,
// each step looked at for a moment. jumped: to a step nobody expected. cold: right after the start, nothing drawn
// ahead.
#include <QApplication>
#include <QKeyEvent>
#include <QTemporaryDir>
#include <algorithm>
#include <chrono>
#include <fstream>
#include <nlohmann/json.hpp>
#include <random>

#include "gis/plan/steps.h"
#include "gis/questions/deck.h"
#include "gis/store/plan_file.h"
#include "layers/paper.h"
#include "viewer/document.h"
#include "viewer/layer_store.h"
#include "viewer/presenter/presenter.h"
#include "viewer/tasks.h"

namespace {

using namespace smile;
using namespace smile::viewer;
using Clock = std::chrono::steady_clock;

constexpr std::size_t wanted_steps = 40;
constexpr int look_ms = 400;

nlohmann::ordered_json json_of(std::vector<double> times) {
  std::sort(times.begin(), times.end());
  const auto at = [&](double share) {
    return times[static_cast<std::size_t>(share * static_cast<double>(times.size() - 1))];
  };
  return {{"changes", times.size()}, {"p50_ms", at(0.5)}, {"p99_ms", at(0.99)}, {"worst_ms", times.back()}};
}

double since(Clock::time_point start) {
  return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

void pass(int milliseconds) {
  const Clock::time_point start = Clock::now();
  while (since(start) < milliseconds) QCoreApplication::processEvents(QEventLoop::AllEvents, 10);
}

void press(Presenter& presenter, int key) {
  QKeyEvent event(QEvent::KeyPress, key, Qt::NoModifier);
  QCoreApplication::sendEvent(presenter.stage(), &event);
}

/// Until the picture of the step that is meant has been painted.
template <class Input>
double change(Presenter& presenter, Input input) {
  const Clock::time_point start = Clock::now();
  input();
  while (presenter.pictures().of(presenter.step()) == nullptr)
    QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 20);
  presenter.stage()->view().repaint();
  return since(start);
}

void jump(Presenter& presenter, int number) {
  for (const char digit : std::to_string(number)) press(presenter, Qt::Key_0 + (digit - '0'));
  press(presenter, Qt::Key_Return);
}

PlanPtr with_decks(Plan plan) {
  plan.steps.clear();
  plan = add_deck(plan, 0).apply(plan);
  for (const DistrictPtr& district : districts_of(plan, coarsest_level(plan)->id))
    if (plan.steps.size() < wanted_steps) plan = add_deck(plan, district->id).apply(plan);
  return std::make_shared<const Plan>(std::move(plan));
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    std::fprintf(stderr, "bench_step_change PLAN [RUNS]\n");
    return 2;
  }
  const QTemporaryDir folder;
  const std::string screens = folder.filePath("screens.json").toStdString();
  std::ofstream(screens) << R"({"screens":[{"name":"one","x":0,"y":0,"width":1920,"height":1080}]})";
  qputenv("QT_QPA_PLATFORM", ("offscreen:configfile=" + screens).c_str());
  qputenv("XDG_CONFIG_HOME", folder.path().toUtf8());
  const QApplication application(argc, argv);
  layers::load_fonts();
  // Beside the plan: its layers lie there.
  const std::filesystem::path copy = std::string(argv[1]) + ".presented.gpkg";
  const PlanFile plan = PlanFile::open(argv[1], PlanFile::Mode::read);
  const PlanPtr steps = with_decks(*plan.plan());
  plan.save_copy(copy, true, steps);
  Document document(PlanFile::open(copy, PlanFile::Mode::write));
  Tasks tasks;
  LayerStore layers(document, tasks, std::size_t{1} << 30, nullptr);
  while (tasks.busy()) pass(50);
  Presenter presenter(document, layers, layers::Theme::light, nullptr);
  std::vector<double> cold, played, jumped;
  const int runs = argc > 2 ? std::atoi(argv[2]) : 3;
  std::mt19937 random(1);
  for (int run = 0; run < runs; ++run) {
    cold.push_back(change(presenter, [&] { presenter.begin(0, nullptr); }));
    cold.push_back(change(presenter, [&] { jump(presenter, presenter.count() / 2); }));
    press(presenter, Qt::Key_Home);
    while (!presenter.pictures().idle()) pass(20);
    for (int i = 1; i < presenter.count(); ++i) {
      played.push_back(change(presenter, [&] { press(presenter, Qt::Key_Right); }));
      pass(look_ms);
    }
    for (int i = 0; i < 40; ++i) {
      const int to = 1 + static_cast<int>(random() % static_cast<unsigned>(presenter.count()));
      jumped.push_back(change(presenter, [&] { jump(presenter, to); }));
      pass(50);
    }
    presenter.end();
    pass(50);
  }
  nlohmann::ordered_json out = {{"script", "step_change"}, {"steps", steps->steps.size()}};
  out["played"] = json_of(played);
  out["jumped"] = json_of(jumped);
  out["cold"] = json_of(cold);
  std::puts(out.dump().c_str());
  std::filesystem::remove(copy);
  return 0;
}
