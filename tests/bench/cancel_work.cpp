// How long a planner waits after the cross: work on a whole city is cancelled from another thread at moments spread
// over its run, from the request to the end of the work.
//   bench_cancel_work PLAN LAYER [MOMENTS] [WORK]   prints one JSON line; PLAN has people, a network, and the streets
//   it
//                                                   was made of as its layer "Streets"; LAYER are places
#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <cstdio>
#include <mutex>
#include <nlohmann/json.hpp>
#include <optional>
#include <thread>

#include "gis/intake/network.h"
#include "gis/questions/ask.h"
#include "gis/store/plan_file.h"

namespace {

using namespace smile;
using Clock = std::chrono::steady_clock;
using Seconds = std::chrono::duration<double>;
using Work = std::function<void(const Progress&)>;

struct Named {
  std::string name;
  Work work;
};

const MapLayer& layer_called(const Plan& plan, const std::string& name) {
  for (const MapLayerPtr& layer : plan.layers)
    if (layer->name == name) return *layer;
  throw Error(ErrorKind::not_found, text("The plan has no layer {1}.", name));
}

std::vector<Named> all_work(const PlanPtr& plan, const std::filesystem::path& file, const std::string& layer) {
  const PlanPlace place{file, false};
  const auto asked = [plan, place](const Question& question) {
    return [=](const Progress& progress) { ask(question, *plan, place, progress); };
  };
  const std::string places = std::to_string(layer_called(*plan, layer).id);
  const auto people = std::find_if(plan->layers.begin(), plan->layers.end(),
                                   [](const MapLayerPtr& one) { return one->use.kind == LayerUse::Kind::population; });
  if (people == plan->layers.end()) throw Error(ErrorKind::not_found, text("The plan has no layer {1}.", "population"));
  const std::string homes = std::to_string((*people)->id);
  const LayerSource streets = layer_called(*plan, "Streets").source;
  const auto network = [=](const Progress& progress) {
    LayerOptions options;
    options.read.layer = streets.layer;
    intake_network(place.folder() / streets.file, options, *plan, place.folder(), progress);
  };
  return {
      {"catchment_line", asked({"catchment", {{"places", places}, {"distance", "500;800"}}})},
      {"catchment_walk", asked({"catchment", {{"places", places}, {"distance", "500;800"}, {"by", "walk"}}})},
      {"gaps_walk", asked({"gaps", {{"places", places}, {"distance", "500"}, {"by", "walk"}}})},
      {"sites_line", asked({"sites", {{"candidates", places}, {"count", "10"}, {"distance", "500"}}})},
      {"sites_walk", asked({"sites", {{"candidates", places}, {"count", "10"}, {"distance", "500"}, {"by", "walk"}}})},
      {"density", asked({"density", {{"places", homes}, {"radius", "500"}, {"cell", "25"}}})},
      {"network", network}};
}

/// Seconds from the request to the end, whether the work heard it or came to its end by itself; nothing where it was
/// done before.
std::optional<double> after_cancel(const Work& work, Seconds moment) {
  std::stop_source stop;
  std::mutex mutex;
  std::condition_variable wake;
  bool done = false;
  std::optional<Clock::time_point> asked;
  std::jthread other([&] {
    std::unique_lock lock(mutex);
    if (wake.wait_for(lock, moment, [&] { return done; })) return;
    asked = Clock::now();
    stop.request_stop();
  });
  try {
    work(Progress(stop.get_token(), {}));
  } catch (const Error& error) {
    if (error.kind() != ErrorKind::cancelled) throw;
  }
  const Clock::time_point ended = Clock::now();
  const std::lock_guard lock(mutex);
  done = true;
  wake.notify_one();
  return asked ? std::optional(Seconds(ended - *asked).count()) : std::nullopt;
}

nlohmann::ordered_json measured(const Work& work, int moments) {
  const Clock::time_point start = Clock::now();
  work({});
  const Seconds whole = Clock::now() - start;
  std::vector<double> taken;
  double worst = 0, worst_at = 0;
  for (int i = 0; i < moments; ++i) {
    const Seconds moment = whole * (i + 0.5) / moments;
    const auto seconds = after_cancel(work, moment);
    if (!seconds) continue;
    taken.push_back(*seconds * 1000);
    if (taken.back() > worst) worst = taken.back(), worst_at = moment.count();
  }
  if (taken.empty()) return {{"whole_s", whole.count()}, {"cancelled", 0}};
  std::sort(taken.begin(), taken.end());
  const auto at = [&](double share) {
    return taken[static_cast<std::size_t>(share * static_cast<double>(taken.size() - 1))];
  };
  return {{"whole_s", whole.count()}, {"cancelled", taken.size()}, {"p50_ms", at(0.5)},
          {"p99_ms", at(0.99)},       {"worst_ms", worst},         {"worst_at_s", worst_at}};
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) {
    std::fprintf(stderr, "bench_cancel_work PLAN LAYER [MOMENTS] [WORK]\n");
    return 2;
  }
  const std::filesystem::path file = std::filesystem::absolute(argv[1]);
  const PlanPtr plan = PlanFile::open(file, PlanFile::Mode::read).plan();
  const int moments = argc > 3 ? std::atoi(argv[3]) : 40;
  nlohmann::ordered_json out = {{"script", "cancel_work"}};
  const std::string only = argc > 4 ? argv[4] : "";
  for (const Named& one : all_work(plan, file, argv[2]))
    if (only.empty() || only == one.name) out[one.name] = measured(one.work, moments);
  std::puts(out.dump().c_str());
  return 0;
}
