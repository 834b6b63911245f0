// Row 2: a whole city with its layers of context, drawn at the six views of the peers' scripts.
//   bench_draw_layers PLAN CITY.gpkg [FOLDER]   prints one JSON line like the peers; FOLDER: a picture of each view
// Warm: data in memory, pixels not: each frame is drawn anew, at a camera a little off the one before.
#include <QGuiApplication>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <thread>

#include "gis/intake/layers.h"
#include "gis/store/plan_file.h"
#include "layers/identify.h"
#include "layers/map.h"
#include "layers/paper.h"
#include "layers/snap.h"
#include "measure.h"

namespace {

using namespace smile;
using namespace smile::layers;
using Clock = std::chrono::steady_clock;

double since(Clock::time_point start) {
  return std::chrono::duration<double>(Clock::now() - start).count();
}

/// The middle of the district with the most people, as the peers take it.
Point busiest(const std::filesystem::path& city, const Crs& crs) {
  ReadOptions options;
  options.layer = "districts";
  const LayerData districts = read_layer_data(city, options, crs);
  std::size_t best = 0;
  for (const ValueColumn& column : districts.features.columns)
    if (column.name == "population")
      for (std::size_t i = 0; i < column.integers.size(); ++i)
        if (column.integers[i] > column.integers[best]) best = i;
  return bounds(districts.features.geometry(best)).centre();
}

Camera view(const Box& city, Point centre, double zoom) {
  const QSize size(1920, 1080);
  const double width = std::max(city.width(), city.height() * size.width() / size.height()) * 1.02;
  return {zoom == 1 ? city.centre() : centre, width / size.width() / zoom, size, 1};
}

double warm_frame(const MapScene& scene, Camera camera) {
  return bench::median(bench::timed(9, [&] {
    camera = panned(camera, {3, 2});
    render(scene, camera);
  }));
}

/// The plan as the peers' scripts draw the city: streets as thin grey lines, nothing of the context has a name.
PlanPtr as_peers_draw(Plan plan) {
  for (MapLayerPtr& layer : plan.layers) {
    MapLayer plain = *layer;
    plain.style.label_field.clear();
    if (plain.style.topic == LayerTopic::streets) plain.style.width = 0.6, plain.style.colour = "#808080";
    layer = std::make_shared<const MapLayer>(std::move(plain));
  }
  return std::make_shared<const Plan>(std::move(plan));
}

/// How long a drawing that nobody wants any more goes on, at worst: stopped at many moments of it.
double slowest_stop(const MapScene& scene, Camera camera, double frame_s) {
  double worst = 0;
  for (const double share : {0.05, 0.15, 0.25, 0.35, 0.45, 0.55, 0.65, 0.75, 0.85, 0.95}) {
    camera = panned(camera, {3, 2});
    std::stop_source stop;
    Clock::time_point ended;
    std::jthread drawing([&] {
      render(scene, camera, stop.get_token());
      ended = Clock::now();
    });
    std::this_thread::sleep_for(std::chrono::duration<double>(frame_s * share));
    const Clock::time_point asked = Clock::now();
    stop.request_stop();
    drawing.join();
    worst = std::max(worst, std::chrono::duration<double>(ended - asked).count());
  }
  return worst;
}

/// The slowest answer of many places all over the picture.
template <class Ask>
double slowest(const Camera& camera, Ask ask) {
  double worst = 0;
  for (int x = 24; x < camera.size.width(); x += 97)
    for (int y = 24; y < camera.size.height(); y += 101) {
      const Clock::time_point asked = Clock::now();
      ask(QPointF(x, y));
      worst = std::max(worst, since(asked));
    }
  return worst;
}

}  // namespace

int main(int argc, char** argv) {
  const Clock::time_point start = Clock::now();
  if (argc < 3) {
    std::fprintf(stderr, "bench_draw_layers PLAN CITY.gpkg [FOLDER]\n");
    return 2;
  }
  if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM")) qputenv("QT_QPA_PLATFORM", "offscreen");
  const QGuiApplication application(argc, argv);
  load_fonts();
  const PlanPtr plan = PlanFile::open(argv[1], PlanFile::Mode::read).plan();
  const LoadedLayers loaded = load_layers(*plan, place_of(argv[1]));
  nlohmann::ordered_json out = {{"script", "draw_layers"}, {"open_s", since(start)}};
  MapSettings settings;
  settings.style = plan->style;
  const Clock::time_point read = Clock::now();
  const MapScene scene(plan, settings, loaded.layers);
  out["prepare_s"] = since(read);
  const Box city = extent(*plan);
  render(scene, view(city, {}, 1));
  out["first_map_s"] = since(start);
  const Point centre = busiest(argv[2], plan->crs);
  const MapScene plain(as_peers_draw(*plan), settings, loaded.layers);
  out["prepare_again_s"] = bench::median(bench::timed(5, [&] { MapScene(plan, settings, loaded.layers); }));
  for (const int zoom : {1, 2, 4, 8, 16, 32}) {
    const std::string name = zoom == 1 ? "full" : "zoom" + std::to_string(zoom);
    const Camera camera = view(city, centre, zoom);
    const double frame = warm_frame(scene, camera);
    out["warm_frame_s"][name] = frame;
    out["warm_frame_like_peers_s"][name] = warm_frame(plain, camera);
    out["slowest_stop_s"][name] = slowest_stop(scene, camera, frame);
    out["identify_s"][name] = slowest(camera, [&](QPointF p) { features_at(scene, camera, p); });
    out["snap_s"][name] = slowest(camera, [&](QPointF p) { snap(scene, camera, p); });
    if (argc > 3)
      render(scene, camera).image.save(QString("%1/ours_%2.png").arg(argv[3], QString::fromStdString(name)));
  }
  std::size_t bytes = 0;
  for (const auto& [id, data] : loaded.layers) bytes += data->features.bytes();
  out["features_mb"] = static_cast<double>(bytes) / 1e6;
  std::puts(out.dump().c_str());
  return 0;
}
