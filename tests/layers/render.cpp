// What render() keeps from picture to picture.

#include <boost/test/unit_test.hpp>

#include "gis/plan/edits.h"
#include "layers/map.h"
#include "layers/paper.h"
#include "tests/support/sample.h"

using namespace smile;
using namespace smile::layers;

namespace {

MapSettings settings_of(const PlanPtr& plan) {
  MapSettings settings;
  settings.style = plan->style;
  for (LayerSettings& layer : settings.style.layers)
    if (layer.layer == "district_labels") layer.visible = false;  // names stay where they stood, so pictures differ
  settings.style.measure_labels = false;
  return settings;
}

PlanPtr sample() {
  load_fonts();
  return std::make_shared<const Plan>(tests::sample_plan());
}

int different(const QImage& a, const QImage& b) {
  int count = 0;
  for (int y = 0; y < a.height(); ++y)
    for (int x = 0; x < a.width(); ++x) {
      const QColor p = a.pixelColor(x, y), q = b.pixelColor(x, y);
      count += std::abs(p.red() - q.red()) > 16 || std::abs(p.green() - q.green()) > 16 ||
               std::abs(p.blue() - q.blue()) > 16;
    }
  return count;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(render_suite)

BOOST_AUTO_TEST_CASE(a_picture_moved_is_the_picture_drawn_anew) {
  const PlanPtr plan = sample();
  const MapScene scene(plan, settings_of(plan));
  RenderMemory memory;
  Camera camera = fit(extent(*plan), {900, 640});
  for (const double ratio : {1.0, 1.5, 2.0}) {
    camera.device_pixel_ratio = ratio;
    render(scene, camera, {}, &memory);
    for (const QPointF by : {QPointF(20, 0), QPointF(-6, 14), QPointF(0, -30), QPointF(400, 2), QPointF(0.3, 0.4)}) {
      camera = panned(camera, by);
      const Frame moved = render(scene, camera, {}, &memory);
      const Frame fresh = render(scene, camera);
      BOOST_TEST_INFO("ratio " << ratio << ", moved by " << by.x() << ", " << by.y());
      BOOST_TEST(different(moved.image, fresh.image) == 0);
    }
  }
}

BOOST_AUTO_TEST_CASE(what_is_kept_goes_when_something_on_the_ground_changes) {
  const PlanPtr plan = sample();
  const Camera camera = fit(extent(*plan), {900, 640});
  RenderMemory memory;
  render(MapScene(plan, settings_of(plan)), camera, {}, &memory);
  MapSettings changed = settings_of(plan);
  const auto is_as_fresh = [&] {
    const MapScene scene(plan, changed);
    return different(render(scene, camera, {}, &memory).image, render(scene, camera).image) == 0;
  };
  changed.theme = Theme::dark;
  BOOST_TEST(is_as_fresh());
  changed.highlighted_class = 1;
  BOOST_TEST(is_as_fresh());
  changed.style.choropleth.figure = "";
  BOOST_TEST(is_as_fresh());
  changed.style.layers.back().opacity = 0.4;
  BOOST_TEST(is_as_fresh());
  changed.selected_measures = {101};
  BOOST_TEST(is_as_fresh());
  changed.selected_districts = {plan->districts.front()->id};
  BOOST_TEST(is_as_fresh());
}

BOOST_AUTO_TEST_CASE(a_picture_that_was_given_up_leaves_the_memory_usable) {
  const PlanPtr plan = sample();
  const MapScene scene(plan, settings_of(plan));
  RenderMemory memory;
  Camera camera = fit(extent(*plan), {900, 640});
  render(scene, camera, {}, &memory);
  camera = zoomed(camera, 2, {100, 100});
  std::stop_source stop;
  stop.request_stop();
  BOOST_TEST(render(scene, camera, stop.get_token(), &memory).image.isNull());
  BOOST_TEST(different(render(scene, camera, {}, &memory).image, render(scene, camera).image) == 0);
}

BOOST_AUTO_TEST_SUITE_END()
