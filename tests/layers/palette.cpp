#include "layers/palette.h"

#include <boost/test/unit_test.hpp>
#include <cmath>

#include "gis/plan/topic_look.h"

using namespace smile::layers;

BOOST_AUTO_TEST_SUITE(palette_suite)

BOOST_AUTO_TEST_CASE(neighbouring_classes_can_be_told_apart_by_lightness_alone) {
  for (const Theme theme : {Theme::light, Theme::dark})
    for (int classes = 2; classes <= 5; ++classes) {
      const auto colours = ramp(theme, classes);
      BOOST_TEST_REQUIRE(colours.size() == static_cast<std::size_t>(classes));
      for (std::size_t i = 1; i < colours.size(); ++i) {
        const double step = lightness(colours[i]) - lightness(colours[i - 1]);
        BOOST_TEST((theme == Theme::light ? -step : step) > 5);
      }
    }
}

BOOST_AUTO_TEST_CASE(classes_of_layers_can_be_told_from_the_ground_and_from_each_other) {
  for (const Theme theme : {Theme::light, Theme::dark})
    for (const std::string_view name : smile::ramp_names()) {
      if (name == "sand" || name == "difference") continue;  // of districts, which have borders; around a middle
      const auto colours = ramp(theme, 5, name);
      double below = lightness(palette(theme).land);
      for (const QColor& colour : colours) {
        BOOST_TEST(std::abs(lightness(colour) - below) > 6, std::string(name) + " " + colour.name().toStdString());
        below = lightness(colour);
      }
    }
}

BOOST_AUTO_TEST_CASE(an_outline_sets_even_the_palest_class_off_from_the_land) {
  for (const Theme theme : {Theme::light, Theme::dark})
    for (const std::string_view name : smile::ramp_names())
      for (const QColor& fill : ramp(theme, 5, name))
        BOOST_TEST(contrast(edge_of(fill, theme), palette(theme).land) >= 2.2, std::string(name));
}

BOOST_AUTO_TEST_CASE(names_stay_readable_on_every_class) {
  for (const Theme theme : {Theme::light, Theme::dark}) {
    const Palette& p = palette(theme);
    for (const QColor& ground : ramp(theme, 5)) BOOST_TEST(contrast(p.label, ground) >= 4.5);
    BOOST_TEST(contrast(p.label, p.halo) >= 7);
    BOOST_TEST(contrast(p.quiet, p.outside) >= 4.5);
  }
}

BOOST_AUTO_TEST_CASE(contrast_is_that_of_wcag) {
  BOOST_TEST(contrast(Qt::black, Qt::white) == 21, boost::test_tools::tolerance(1e-6));
  BOOST_TEST(std::round(lightness(QColor(119, 119, 119))) == 50);
}

BOOST_AUTO_TEST_SUITE_END()
