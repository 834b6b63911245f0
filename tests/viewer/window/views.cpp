// Scale, coordinates, bookmarks: ways to a view of the map.

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QInputDialog>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QTest>
#include <QTimer>
#include <QToolButton>

#include "tests/viewer/panels/panel_support.h"
#include "tests/viewer/window/desk.h"
#include "viewer/map/coordinates.h"
#include "viewer/map/map_view.h"
#include "viewer/window/main_window.h"

using namespace smile;
using namespace smile::tests;
using namespace smile::viewer;

namespace {

struct Open : Desk {
  MainWindow window;
  Open() {
    window.resize(1366, 768);
    window.show();
    window.show_plan(PlanFile::create(folder / "probe.gpkg", small_plan()));
    BOOST_REQUIRE(wait_for([this] { return map().renderer().scene() && map().renderer().idle(); }));
  }
  MapView& map() { return *window.map(); }
  QComboBox& scale() { return part<QComboBox>(window, "scale"); }
  const std::vector<Bookmark>& bookmarks() const { return window.document()->plan()->bookmarks; }
  void type_scale(const char* words) {
    window.action("zoom_to_scale")->trigger();
    QTest::keyClicks(scale().lineEdit(), words);
    QTest::keyClick(&scale(), Qt::Key_Return);
  }
  void bookmark(const QString& name) {
    QTimer::singleShot(0, &window, [name] {
      auto* dialog = qobject_cast<QInputDialog*>(QApplication::activeModalWidget());
      BOOST_REQUIRE(dialog != nullptr);
      dialog->setTextValue(name);
      dialog->accept();
    });
    window.action("bookmark_view")->trigger();
  }
};

void same_view(const layers::Camera& a, const layers::Camera& b) {
  BOOST_TEST(std::hypot(a.centre.x - b.centre.x, a.centre.y - b.centre.y) < 1e-6);
  BOOST_TEST(a.metres_per_pixel == b.metres_per_pixel, boost::test_tools::tolerance(1e-9));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(views)

BOOST_AUTO_TEST_CASE(scales_are_read_as_people_write_them) {
  for (const char* written : {"1:25000", "1:25 000", "1:25.000", "1:25,000", "25000", " 1 : 25 000 "})
    BOOST_TEST(scale_from_text(written).value_or(0) == 25000);
  for (const char* written : {"", "1:", "2:500", "viel", "1:-5", "1:0", "1:99999999999"})
    BOOST_TEST(!scale_from_text(written).has_value());
}

BOOST_FIXTURE_TEST_CASE(the_scale_is_shown_typed_and_chosen, Open) {
  const Point middle = map().camera().centre;
  type_scale("1:12 500");
  BOOST_TEST(map().camera().scale_denominator() == 12500, boost::test_tools::tolerance(1e-9));
  BOOST_TEST((map().camera().centre == middle));
  BOOST_TEST(scale().currentText().toStdString() == "1:12,500");
  BOOST_TEST(map().hasFocus());
  emit scale().textActivated(scale().itemText(3));
  BOOST_TEST(map().camera().scale_denominator() == 10000, boost::test_tools::tolerance(1e-9));
  map().zoom_by(2);
  BOOST_TEST(scale().currentText().toStdString() == "1:5,000");
}

BOOST_FIXTURE_TEST_CASE(what_is_no_scale_changes_nothing_and_escape_leaves_the_field, Open) {
  const layers::Camera before = map().camera();
  type_scale("groß");
  same_view(map().camera(), before);
  QTest::keyClick(&scale(), Qt::Key_Escape);
  BOOST_TEST(map().hasFocus());
  BOOST_TEST(scale().currentText().startsWith("1:"));
}

BOOST_FIXTURE_TEST_CASE(the_last_coordinates_stay_and_are_copied, Open) {
  const QPoint at = map().camera().to_screen({309000, 6001000}).toPoint();
  QTest::mouseMove(&map(), at + QPoint(5, 5));
  QTest::mouseMove(&map(), at);
  auto& position = part<QToolButton>(window, "position");
  BOOST_REQUIRE(wait_for([&] { return position.text().contains("309,0"); }));
  QEvent left(QEvent::Leave);
  QCoreApplication::sendEvent(&map(), &left);
  BOOST_TEST(position.text().contains("309,0"));
  QTest::mouseClick(&position, Qt::LeftButton);
  const QString copied = QApplication::clipboard()->text();
  BOOST_TEST(copied.startsWith("54.1"));
  BOOST_TEST(copied.contains("\nEPSG:25833: 309"));
}

BOOST_FIXTURE_TEST_CASE(a_bookmark_comes_back_to_the_very_view_by_its_key, Open) {
  map().zoom_to_district(window.document()->plan()->districts.front()->id);
  const layers::Camera kept = map().camera();
  bookmark("Westen");
  BOOST_REQUIRE(bookmarks().size() == 1U);
  map().show_all();
  window.activateWindow();
  map().setFocus();
  BOOST_REQUIRE(wait_for([&] { return window.isActiveWindow(); }));
  QTest::keyClick(&map(), Qt::Key_1, Qt::AltModifier);
  same_view(map().camera(), kept);
  window.document()->undo();
  BOOST_TEST(bookmarks().empty());
}

BOOST_FIXTURE_TEST_CASE(a_bookmark_of_the_same_name_is_replaced, Open) {
  bookmark("Hafen");
  map().zoom_by(2);
  bookmark("Hafen");
  BOOST_REQUIRE(bookmarks().size() == 1U);
  BOOST_TEST((bookmarks().front().ground == map().camera().ground()));
}

BOOST_FIXTURE_TEST_CASE(bookmarks_are_renamed_ordered_and_deleted, Open) {
  for (const char* name : {"Eins", "Zwei", "Drei"}) bookmark(name);
  window.action("bookmarks")->trigger();
  auto* dialog = window.findChild<QDialog*>("bookmarks_dialog");
  BOOST_REQUIRE(dialog != nullptr);
  auto& list = part<QListWidget>(*dialog, "bookmarks");
  list.setCurrentRow(2);
  QTest::mouseClick(&part<QPushButton>(*dialog, "up"), Qt::LeftButton);
  BOOST_TEST(bookmarks()[1].name == "Drei");
  BOOST_TEST(list.currentRow() == 1);
  list.currentItem()->setText("  Dritte ");
  BOOST_TEST(bookmarks()[1].name == "Dritte");
  list.currentItem()->setText(" ");
  BOOST_TEST(bookmarks()[1].name == "Dritte");
  QTest::mouseClick(&part<QPushButton>(*dialog, "delete"), Qt::LeftButton);
  BOOST_REQUIRE(bookmarks().size() == 2U);
  BOOST_TEST(bookmarks()[1].name == "Zwei");
  window.document()->undo();
  BOOST_TEST(bookmarks().size() == 3U);
  BOOST_TEST(list.count() == 3);
  dialog->reject();
}

BOOST_FIXTURE_TEST_CASE(the_menu_lists_names_literally, Open) {
  bookmark("Müll & Café");
  auto* menu = window.findChild<QMenu*>("bookmarks_menu");
  BOOST_REQUIRE(menu != nullptr);
  BOOST_TEST(menu->actions().last()->text().toStdString() == "Müll && Café");
}

BOOST_AUTO_TEST_SUITE_END()
