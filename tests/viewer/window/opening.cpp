// What the window does with a file that is dropped on it.
#include "viewer/window/opening.h"

#include <QDialog>
#include <QLineEdit>
#include <boost/test/unit_test.hpp>
#include <fstream>

#include "tests/viewer/window/desk.h"
#include "viewer/window/main_window.h"

using namespace smile;
using namespace smile::tests;
using namespace smile::viewer;

namespace {

struct WithPlan : Desk {
  MainWindow window;
  WithPlan() { window.show_plan(PlanFile::create(folder / "probe.gpkg", small_plan())); }

  /// What stands in the file field of the dialog that makes places; "" without a dialog.
  std::string file_of_places() {
    const auto* dialog = window.findChild<QDialog*>("places_dialog");
    return dialog ? dialog->findChild<QLineEdit*>("file")->text().toStdString() : std::string();
  }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(opening)

BOOST_FIXTURE_TEST_CASE(openstreetmap_that_is_dropped_is_asked_for_its_places, WithPlan) {
  const std::string file = (folder / "stadt.osm").string();
  std::ofstream(file) << R"(<?xml version="1.0"?><osm version="0.6"></osm>)";
  take_file(window, q(file));
  BOOST_TEST(file_of_places() == file);
}

BOOST_FIXTURE_TEST_CASE(a_timetable_that_is_dropped_as_a_folder_is_one_too, WithPlan) {
  const std::string feed = (folder / "fahrplan").string();
  std::filesystem::create_directory(feed);
  std::ofstream(feed + "/stops.txt") << "stop_id,stop_lat,stop_lon\nA,54.1,12.1\n";
  take_file(window, q(feed));
  BOOST_TEST(file_of_places() == feed);
}

BOOST_AUTO_TEST_SUITE_END()
