#include "viewer/map/ruler.h"

#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QToolButton>

#include "tests/viewer/map/shown.h"
#include "viewer/map/tools/ruler_tool.h"
#include "viewer/text.h"

using namespace smile;
using namespace smile::tests;
using namespace smile::viewer;

namespace {

struct Measuring : Shown {
  Measuring() { map.set_snaps(false); }
  const RulerTool& ruler() const { return dynamic_cast<const RulerTool&>(map.tool()); }
  QString result() const {
    for (const QLabel* label : map.findChildren<QLabel*>("ruler_result"))
      if (label->isVisible()) return label->text();
    return {};
  }
  double metres_per_pixel() const { return map.camera().metres_per_pixel; }
};

constexpr double scale_here = 1.0000455;  // of UTM zone 33 at this easting: the plane is that much too long

}  // namespace

BOOST_AUTO_TEST_SUITE(ruler)

BOOST_AUTO_TEST_CASE(figures_have_the_digits_and_units_people_read) {
  set_language(Language::german);
  BOOST_TEST(length_words(12.345).toStdString() == "12,3 m");
  BOOST_TEST(length_words(1234.6).toStdString() == "1.235 m");
  BOOST_TEST(length_words(12345).toStdString() == "12,35 km");
  BOOST_TEST(area_words(950).toStdString() == "950 m²");
  BOOST_TEST(area_words(12345).toStdString() == "12.345 m² (1,23 ha)");
  BOOST_TEST(area_words(1223223).toStdString() == "122,32 ha");
  BOOST_TEST(area_words(12345678).toStdString() == "12,35 km²");
  set_language(Language::english);
}

BOOST_AUTO_TEST_CASE(an_outline_that_crosses_itself_is_noticed) {
  const Ruler ruler(crs_from_epsg(25833));
  const std::vector<Point> bow{{310000, 6000000}, {310100, 6000100}, {310100, 6000000}, {310000, 6000100}};
  BOOST_TEST(ruler.read(bow, RulerMode::area)->crosses_itself);
  BOOST_TEST(!ruler.read(std::vector<Point>{{0, 0}}, RulerMode::length).has_value());
}

BOOST_FIXTURE_TEST_CASE(a_length_grows_with_the_pointer_and_ends_with_a_double_click, Measuring) {
  map.use(ToolKind::ruler_length);
  click({308500, 6000500});
  move(at({309500, 6000500}), {}, Qt::NoButton);
  BOOST_REQUIRE(ruler().reading().has_value());
  BOOST_TEST(std::abs(ruler().reading()->length - 1000) < 2 * metres_per_pixel());
  click({309500, 6000500});
  click({309500, 6001500});
  QTest::mouseDClick(&map, Qt::LeftButton, {}, at({309500, 6001500}));
  BOOST_TEST(ruler().done());
  const RulerReading reading = *ruler().reading();
  BOOST_TEST(reading.plane / reading.length == scale_here, boost::test_tools::tolerance(1e-6));
  BOOST_TEST(std::abs(reading.last_piece - 1000) < 2 * metres_per_pixel());
  BOOST_TEST(result().toStdString() == length_words(reading.length).toStdString());
  BOOST_TEST(map.findChild<QLabel*>("ruler_method")->text().contains("GRS 1980"));
  BOOST_TEST(map.findChild<QLabel*>("ruler_method")->text().contains("EPSG:25833"));
  BOOST_TEST(!document.can_undo());  // the plan is not touched
}

BOOST_FIXTURE_TEST_CASE(an_area_ends_with_the_right_button_and_is_copied, Measuring) {
  map.use(ToolKind::ruler_area);
  for (const Point p : {Point{308500, 6000500}, {309500, 6000500}, {309500, 6001500}, {308500, 6001500}}) click(p);
  QTest::mouseClick(&map, Qt::RightButton, {}, at({308500, 6001500}));
  BOOST_REQUIRE(ruler().done());
  BOOST_TEST(ruler().reading()->area == 1e6, boost::test_tools::tolerance(0.03));
  BOOST_TEST(ruler().reading()->length == 4000, boost::test_tools::tolerance(0.03));
  QTest::keyClick(&map, Qt::Key_C, Qt::ControlModifier);
  BOOST_TEST(QApplication::clipboard()->text().startsWith(result()));
  BOOST_TEST(QApplication::clipboard()->text().contains("EPSG:25833"));
}

BOOST_FIXTURE_TEST_CASE(backspace_takes_back_and_escape_clears_and_then_ends, Measuring) {
  map.use(ToolKind::ruler_length);
  click({308500, 6000500});
  click({309500, 6000500});
  click({309500, 6001500});
  QTest::keyClick(&map, Qt::Key_Backspace);
  QTest::keyClick(&map, Qt::Key_Return);
  BOOST_TEST(std::abs(ruler().reading()->length - 1000) < 2 * metres_per_pixel());
  QTest::keyClick(&map, Qt::Key_Escape);
  BOOST_TEST(!ruler().reading().has_value());
  BOOST_TEST((map.tool().kind() == ToolKind::ruler_length));
  QTest::keyClick(&map, Qt::Key_Escape);
  BOOST_TEST((map.tool().kind() == ToolKind::select));
}

BOOST_FIXTURE_TEST_CASE(the_next_click_after_the_end_measures_anew, Measuring) {
  map.use(ToolKind::ruler_length);
  click({308500, 6000500});
  click({309500, 6000500});
  QTest::keyClick(&map, Qt::Key_Return);
  click({310500, 6000500});
  BOOST_TEST(!ruler().done());
  BOOST_TEST(result().isEmpty());
}

BOOST_FIXTURE_TEST_CASE(the_keys_alone_can_measure, Measuring) {
  map.use(ToolKind::ruler_length);
  map.setFocus();
  QTest::keyClick(&map, Qt::Key_Insert);
  QTest::keyClick(&map, Qt::Key_Right);
  QTest::keyClick(&map, Qt::Key_Insert);
  QTest::keyClick(&map, Qt::Key_Return);
  BOOST_REQUIRE(ruler().done());
  BOOST_TEST(ruler().reading()->length == 64 * metres_per_pixel(), boost::test_tools::tolerance(1e-3));
}

BOOST_FIXTURE_TEST_CASE(a_ruler_meets_the_corners_of_districts, Measuring) {
  map.set_snaps(true);
  map.use(ToolKind::ruler_length);
  QTest::mouseClick(&map, Qt::LeftButton, {}, at({308000, 6000000}) + QPoint(4, -3));
  QTest::mouseClick(&map, Qt::LeftButton, {}, at({310000, 6000000}) + QPoint(-3, 4));
  QTest::keyClick(&map, Qt::Key_Return);
  BOOST_TEST(std::abs(ruler().reading()->plane - 2000) < 1e-6);
}

BOOST_AUTO_TEST_SUITE_END()
