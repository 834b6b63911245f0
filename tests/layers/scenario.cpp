// Of a scenario that is shown: what is outside of it is a hint, and every figure speaks of what is in it.

#include <boost/test/unit_test.hpp>

#include "gis/plan/scenarios.h"
#include "layers/legend.h"
#include "layers/map.h"
#include "layers/paper.h"
#include "tests/support/sample.h"

using namespace smile;
using namespace smile::layers;

namespace {

/// The sample plan with measures 102 (a point), 105 (an area) and 107 (the whole city) in a scenario.
struct Sample {
  PlanPtr plan;
  Id scenario = 0;

  Sample() {
    load_fonts();
    Plan made = add_scenario({0, "Nord", {102, 105, 107}}).apply(tests::sample_plan());
    scenario = made.scenarios[0].id;
    plan = std::make_shared<const Plan>(std::move(made));
  }
  MapScene scene(Id shown) const {
    MapSettings settings;
    settings.style = plan->style;
    settings.style.scenario = shown;
    settings.style.choropleth.figure = "measures";
    return MapScene(plan, settings);
  }
  Camera camera() const { return fit(extent(*plan), {900, 640}); }
  /// How far the pixels around a place are from those of the map without measures, at most.
  int ink(Id shown, Point place) const {
    MapSettings bare;
    bare.style = plan->style;
    bare.style.scenario = shown;
    for (LayerSettings& layer : bare.style.layers)
      if (layer.layer != "districts") layer.visible = false;
    const QImage ground = render(MapScene(plan, bare), camera()).image;
    bare.style.layers.front().visible = true;
    const QImage drawn = render(MapScene(plan, bare), camera()).image;
    const QPoint at = camera().to_screen(place).toPoint();
    int most = 0;
    for (int y = -12; y <= 12; ++y)
      for (int x = -12; x <= 12; ++x) {
        const QColor a = ground.pixelColor(at + QPoint(x, y)), b = drawn.pixelColor(at + QPoint(x, y));
        most = std::max(most,
                        std::abs(a.red() - b.red()) + std::abs(a.green() - b.green()) + std::abs(a.blue() - b.blue()));
      }
    return most;
  }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(shown_scenario_suite, Sample)

BOOST_AUTO_TEST_CASE(what_is_outside_of_it_is_drawn_as_a_hint) {
  const Point inside{302500, 6003300}, outside{304500, 6000700};
  BOOST_TEST(ink(scenario, inside) == ink(0, inside));
  BOOST_TEST(ink(scenario, outside) > 30);
  BOOST_TEST(ink(scenario, outside) < ink(0, outside) * 0.65);
}

BOOST_AUTO_TEST_CASE(what_is_outside_of_it_is_not_labelled_but_can_be_clicked) {
  const MapScene all = scene(0), some = scene(scenario);
  // Names of six districts, then numbers and signs.
  BOOST_TEST(label_boxes(some, camera()).size() < label_boxes(all, camera()).size());
  const auto hit = measures_at(some, camera(), camera().to_screen({304500, 6000700}));
  BOOST_TEST_REQUIRE(!hit.empty());
  BOOST_TEST(hit.front() == 103);
}

BOOST_AUTO_TEST_CASE(the_legend_counts_what_is_in_it_and_says_so) {
  const MapScene shown = scene(scenario);
  const Legend& legend = shown.legend();
  BOOST_TEST(legend.measures == 3);
  BOOST_TEST(legend.unplaced == 0);
  BOOST_TEST(legend.scenario.toStdString() == "Scenario “Nord”: 3 of 8 measures; the others are faint");
  BOOST_TEST(legend.figure.toStdString() == "Measures in “Nord”");
  BOOST_TEST(scene(0).legend().scenario.isEmpty());
  BOOST_TEST(scene(0).legend().figure.toStdString() == "Measures");
}

BOOST_AUTO_TEST_CASE(figures_of_districts_count_what_is_in_it) {
  // In Nordost lie three and the whole city's, of the scenario the area and the whole city's.
  const auto most = [](const MapScene& shown) {
    const auto& classes = shown.legend().classes;
    return classes[classes.size() - 1].label.toStdString();
  };
  BOOST_TEST(most(scene(0)) != most(scene(scenario)));
}

BOOST_AUTO_TEST_CASE(a_scenario_that_is_gone_shows_all_measures) {
  BOOST_TEST(scene(999).legend().measures == scene(0).legend().measures);
}

BOOST_AUTO_TEST_SUITE_END()
