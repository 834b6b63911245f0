// The whole afternoon in one walk with mouse and keys: open, import, place, drag, undo, edit, export.

#include <QAction>
#include <QApplication>
#include <QDialog>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QStackedWidget>
#include <QTest>
#include <boost/test/unit_test.hpp>
#include <fstream>

#include "datasets/datasets.h"
#include "tests/viewer/support.h"
#include "viewer/dialogs/import_assistant.h"
#include "viewer/map/map_view.h"
#include "viewer/text.h"
#include "viewer/window/look.h"
#include "viewer/window/main_window.h"
#include "viewer/window/opening.h"

using namespace smile;
using namespace smile::tests;
using namespace smile::viewer;

namespace {

class Walk {
public:
  Walk() {
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, q(folder.path().string()));
    set_language(Language::english);
    learn_system_look();
    apply_look(layers::Theme::light);
    window.resize(1366, 768);
    window.show();
  }

  const Plan& plan() const { return *window.document()->plan(); }
  void settle() {
    BOOST_REQUIRE(wait_for([&] { return window.map()->renderer().scene() && window.map()->renderer().idle(); }, 30000));
  }
  QPoint at(Point p) const { return window.map()->camera().to_screen(p).toPoint(); }

  template <class Widget>
  Widget* wait_for_part(const char* name) {
    Widget* found = nullptr;
    wait_for(
        [&] {
          found = window.findChild<Widget*>(name);
          return found && found->isVisible();
        },
        20000);
    BOOST_REQUIRE_MESSAGE(found != nullptr && found->isVisible(), "no " << name);
    return found;
  }
  void press(QPushButton* button) {
    BOOST_REQUIRE(wait_for([&] { return button->isEnabled(); }, 30000));
    QTest::mouseClick(button, Qt::LeftButton);
  }

  void open_plan_without_measures() {
    Plan start = demo_plan();
    std::vector<Id> all;
    for (const MeasurePtr& measure : start.measures) all.push_back(measure->id);
    start = remove_measures(all).apply(start);
    PlanFile::create(file, start);
    open_plan(window, file);
    BOOST_REQUIRE(wait_for([&] { return window.document() != nullptr; }, 30000));
    settle();
  }

  std::filesystem::path idea_pool() const {
    const auto name = folder / "ideenpool.csv";
    std::ofstream(name, std::ios::binary) << embedded_file("rostock/ideenpool.csv");
    return name;
  }

  void import_measures() {
    open_import_assistant(&window, *window.document(), window.tasks(), q(idea_pool().string()));
    wait_for_part<QDialog>("import_assistant");
    auto* next = wait_for_part<QPushButton>("next");
    press(next);  // as it is read: the guesses are right
    QTest::qWait(50);
    press(next);  // what the report says comes in
    BOOST_REQUIRE(wait_for([&] { return plan().measures.size() >= 55; }, 30000));
    if (auto* dialog = window.findChild<QDialog*>("import_assistant")) dialog->close();
    BOOST_REQUIRE(wait_for([&] { return !window.findChild<QDialog*>("import_assistant"); }));
    settle();
  }

  Id unplaced() const {
    for (const MeasurePtr& measure : plan().measures)
      if (measure->location.placement == Placement::none) return measure->id;
    return 0;
  }

  TemporaryFolder folder;
  std::filesystem::path file = folder / "walk.gpkg";
  MainWindow window;
};

}  // namespace

BOOST_AUTO_TEST_SUITE(walk)

BOOST_FIXTURE_TEST_CASE(open_import_place_drag_undo_edit_export, Walk) {
  open_plan_without_measures();
  import_measures();
  MapView& map = *window.map();

  // Place: an idea without place gets one where the planner clicks.
  const Id idea = unplaced();
  BOOST_REQUIRE(idea != 0);
  window.document()->select_measures({idea});
  const District& first = *plan().districts.front();
  map.zoom_to_district(first.id);
  settle();
  window.action("place_point")->trigger();
  const QPoint middle(map.width() / 2, map.height() / 2);
  const Point ground = map.camera().to_ground(middle);
  QTest::mouseClick(&map, Qt::LeftButton, {}, middle);
  const auto place_of = [&] { return find_measure(plan(), idea)->location; };
  BOOST_REQUIRE((place_of().placement == Placement::point));
  BOOST_TEST(std::abs(place_of().geometry.points[0].x - ground.x) <= map.camera().metres_per_pixel);
  settle();

  // Drag it and take it back.
  window.action("select")->trigger();
  const Point before = place_of().geometry.points[0];
  QTest::mousePress(&map, Qt::LeftButton, {}, at(before));
  for (int i = 1; i <= 4; ++i) {
    const QPoint to = middle + QPoint(20 * i, 10 * i);
    QMouseEvent move(QEvent::MouseMove, to, map.mapToGlobal(to), Qt::NoButton, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&map, &move);
  }
  QTest::mouseRelease(&map, Qt::LeftButton, {}, middle + QPoint(80, 40));
  BOOST_TEST((place_of().geometry.points[0] != before));
  window.action("undo")->trigger();
  BOOST_TEST((place_of().geometry.points[0] == before));

  // Edit a field in the inspector.
  auto* title = window.findChild<QWidget*>("field_title");
  BOOST_REQUIRE(title != nullptr);
  auto* words = qobject_cast<QLineEdit*>(title);
  if (!words) words = title->findChild<QLineEdit*>();
  BOOST_REQUIRE(words != nullptr);
  words->setFocus();
  words->selectAll();
  QTest::keyClicks(words, "Bank am Hafen");
  QTest::keyClick(words, Qt::Key_Return);
  BOOST_TEST(wait_for([&] { return find_measure(plan(), idea)->title == "Bank am Hafen"; }));

  // Hand over as shapefiles.
  window.action("export")->trigger();
  wait_for_part<QDialog>("export_dialog");
  const auto out = folder / "hand-over";
  auto* where = wait_for_part<QLineEdit>("folder");
  where->setText(q(out.string()));
  emit where->editingFinished();
  press(wait_for_part<QPushButton>("write"));
  BOOST_TEST(wait_for([&] { return std::filesystem::exists(out / "measures_points.shp"); }, 30000));

  // And all of it is on disk.
  if (auto* dialog = window.findChild<QDialog*>("export_dialog")) dialog->close();
  BOOST_TEST(window.close());
  const PlanFile again = PlanFile::open(file, PlanFile::Mode::read);
  BOOST_TEST(find_measure(*again.plan(), idea)->title == "Bank am Hafen");
  BOOST_TEST((find_measure(*again.plan(), idea)->location.geometry.points[0] == before));
}

BOOST_AUTO_TEST_SUITE_END()
