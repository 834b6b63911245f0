#include "tests/layers/real_city.h"

#include <boost/test/unit_test.hpp>
#include <stop_token>

#include "layers/legend.h"
#include "layers/map.h"
#include "layers/paper.h"
#include "tests/support/places.h"

using namespace smile;
using namespace smile::layers;

namespace {

/// Rostock, read once for all tests here; nothing where the data are absent.
PlanPtr rostock() {
  if (!tests::have_shared_data()) return nullptr;
  static const PlanPtr plan = tests::real_city(tests::shared_data() / "rostock");
  return plan;
}

MapSettings settings_of(const PlanPtr& plan) {
  load_fonts();
  MapSettings settings;
  settings.style = plan->style;
  return settings;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(real_city_suite)

BOOST_AUTO_TEST_CASE(no_two_texts_overlap_at_five_zooms_on_two_screens) {
  if (!rostock()) return;
  const auto folder = tests::shared_data() / "rostock";
  const PlanPtr plan = tests::with_context(*rostock(), folder);
  const MapScene scene(plan, settings_of(plan), load_layers(*plan, PlanPlace{folder / "plan.gpkg"}).layers);
  for (const QSize& size : {QSize(1920, 1080), QSize(1000, 620)}) {
    Camera camera = fit(extent(*plan), size);
    for (int zoom = 0; zoom < 5; ++zoom, camera = zoomed(camera, 2, {size.width() * 0.45, size.height() * 0.7})) {
      const auto texts = label_boxes(scene, camera);
      BOOST_TEST(!texts.empty());
      int overlaps = 0;
      for (std::size_t i = 0; i < texts.size(); ++i)
        for (std::size_t j = 0; j < i; ++j)
          for (const QRectF& a : texts[i])
            for (const QRectF& b : texts[j]) overlaps += a.intersects(b);
      BOOST_TEST(overlaps == 0);
    }
  }
}

BOOST_AUTO_TEST_CASE(simplified_drawing_differs_from_full_drawing_in_less_than_half_a_percent_of_pixels) {
  if (!rostock()) return;
  const auto folder = tests::shared_data() / "rostock";
  const PlanPtr plan = tests::with_context(*rostock(), folder);
  const LayerSet layers = load_layers(*plan, PlanPlace{folder / "plan.gpkg"}).layers;
  MapSettings settings = settings_of(plan);
  const MapScene simplified(plan, settings, layers);
  settings.full_detail = true;
  const MapScene full(plan, settings, layers);
  Camera camera = fit(extent(*plan), {1200, 900});
  for (int zoom = 0; zoom < 5; ++zoom, camera = zoomed(camera, 2.5, {540, 630})) {
    const QImage a = render(simplified, camera).image, b = render(full, camera).image;
    int different = 0;
    for (int y = 0; y < a.height(); ++y)
      for (int x = 0; x < a.width(); ++x) {
        const QRgb p = a.pixel(x, y), q = b.pixel(x, y);
        different += std::abs(qRed(p) - qRed(q)) > 16 || std::abs(qGreen(p) - qGreen(q)) > 16 ||
                     std::abs(qBlue(p) - qBlue(q)) > 16;
      }
    BOOST_TEST_INFO("1:" << camera.scale_denominator() << ": " << different << " pixels");
    BOOST_TEST(different * 200 <= a.width() * a.height());
  }
}

BOOST_AUTO_TEST_CASE(most_districts_are_named_on_a_large_screen) {
  const PlanPtr plan = rostock();
  if (!plan) return;
  MapSettings settings = settings_of(plan);
  settings.style.measure_labels = false;
  auto without_measures = std::make_shared<Plan>(*plan);
  without_measures->measures.clear();
  const MapScene scene(without_measures, settings);
  BOOST_TEST(label_boxes(scene, fit(extent(*plan), {1920, 1080})).size() >= 18U);  // of 21
}

BOOST_AUTO_TEST_CASE(five_classes_hold_all_districts) {
  const PlanPtr plan = rostock();
  if (!plan) return;
  const MapScene scene(plan, settings_of(plan));
  BOOST_TEST_REQUIRE(scene.legend().classes.size() == 5U);
  int districts = 0;
  for (const LegendClass& entry : scene.legend().classes) districts += entry.districts;
  BOOST_TEST(districts == 21);
}

BOOST_AUTO_TEST_CASE(a_superseded_drawing_gives_no_picture) {
  const PlanPtr plan = rostock();
  if (!plan) return;
  const MapScene scene(plan, settings_of(plan));
  const Camera camera = fit(extent(*plan), {1920, 1080});
  BOOST_TEST(!render(scene, camera).image.isNull());
  std::stop_source source;
  source.request_stop();
  BOOST_TEST(render(scene, panned(camera, {7, 3}), source.get_token()).image.isNull());
}

BOOST_AUTO_TEST_SUITE_END()
