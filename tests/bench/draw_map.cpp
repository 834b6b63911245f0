// bench_draw_map FOLDER   FOLDER holds stadtbereiche.shp and its companions. Warm frames: each is drawn anew at another
// camera.
#include <QGuiApplication>

#include "layers/map.h"
#include "layers/paper.h"
#include "measure.h"
#include "tests/layers/real_city.h"

namespace {

using namespace smile;
using namespace smile::layers;

void frames(const char* name, const MapScene& scene, Camera camera) {
  render(scene, camera);
  std::vector<double> seconds = bench::timed(60, [&] {
    camera = panned(camera, {3, 2});
    render(scene, camera);
  });
  std::sort(seconds.begin(), seconds.end());
  char note[80];
  std::snprintf(note, sizeof note, "p99 %.2f ms", seconds[seconds.size() * 99 / 100] * 1e3);
  bench::row(name, bench::median(seconds), note);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    std::fprintf(stderr, "bench_draw_map FOLDER\n");
    return 2;
  }
  if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM")) qputenv("QT_QPA_PLATFORM", "offscreen");
  const QGuiApplication application(argc, argv);
  load_fonts();
  const PlanPtr plan = tests::real_city(argv[1]);
  MapSettings settings;
  settings.style = plan->style;
  bench::row("scene, again", bench::median(bench::timed(20, [&] { MapScene(plan, settings); })));
  const MapScene scene(plan, settings);
  const Camera whole = fit(extent(*plan), {1920, 1080});
  frames("1920 × 1080 whole city", scene, whole);
  frames("1920 × 1080 zoom 4", scene, zoomed(whole, 4, {860, 760}));
  frames("1920 × 1080 zoom 16", scene, zoomed(whole, 16, {860, 760}));
  frames("1366 × 768 whole city", scene, fit(extent(*plan), {1366, 768}));
  return 0;
}
