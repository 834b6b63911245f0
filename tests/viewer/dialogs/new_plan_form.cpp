#include "viewer/dialogs/new_plan_form.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <fstream>

#include "tests/viewer/panels/panel_support.h"

using namespace smile;
using namespace smile::tests;
using namespace smile::viewer;

namespace {

struct Form {
  TemporaryFolder folder;
  NewPlanForm dialog{nullptr};
  QLineEdit& line(const char* name) { return part<QLineEdit>(dialog, name); }
  QPushButton& create() { return part<QPushButton>(dialog, "create"); }
  void keep_at(const char* name) {
    line("place").setFocus();
    line("place").selectAll();
    QTest::keyClicks(&line("place"), QString::fromStdString((folder / name).string()));
  }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(new_plan_form)

BOOST_FIXTURE_TEST_CASE(a_plan_may_start_without_districts, Form) {
  dialog.open();
  keep_at("katowice.gpkg");
  line("title").setText("Budżet obywatelski");
  part<QComboBox>(dialog, "currency").setEditText("PLN");
  QTest::mouseClick(&create(), Qt::LeftButton);
  BOOST_REQUIRE(dialog.result() == QDialog::Accepted);
  const PlanFile file = PlanFile::open(dialog.file(), PlanFile::Mode::read);
  BOOST_TEST(file.plan()->title == "Budżet obywatelski");
  BOOST_TEST(file.plan()->currency == "PLN");
}

BOOST_FIXTURE_TEST_CASE(the_file_is_named_after_the_title, Form) {
  line("title").setText("Ideenpool: Rostock / 2026");
  BOOST_TEST(line("place").text().endsWith("ideenpool-rostock-2026.gpkg"));
}

BOOST_FIXTURE_TEST_CASE(a_file_that_is_there_is_not_overwritten, Form) {
  PlanFile::create(folder / "da.gpkg", small_plan());
  dialog.open();
  keep_at("da.gpkg");
  QTest::mouseClick(&create(), Qt::LeftButton);
  BOOST_TEST(dialog.result() != QDialog::Accepted);
  BOOST_TEST(PlanFile::open(folder / "da.gpkg", PlanFile::Mode::read).plan()->title == "Probe");
}

BOOST_FIXTURE_TEST_CASE(districts_bring_the_plan_its_coordinate_system, Form) {
  if (!have_shared_data()) return;
  dialog.open();
  dialog.set_districts(QString::fromStdString((shared_data() / "rostock" / "stadtbereiche.shp").string()));
  BOOST_REQUIRE(wait_for([this] { return part<QLabel>(dialog, "plan_crs").text().contains("25833"); }));
  keep_at("rostock.gpkg");
  QTest::mouseClick(&create(), Qt::LeftButton);
  BOOST_REQUIRE(dialog.result() == QDialog::Accepted);
  BOOST_TEST(PlanFile::open(dialog.file(), PlanFile::Mode::read).plan()->districts.size() == 21);
}

BOOST_FIXTURE_TEST_CASE(no_sentence_is_cut, Form) {
  set_language(Language::german);
  NewPlanForm german(nullptr);
  set_language(Language::english);
  german.open();
  QCoreApplication::processEvents();
  for (const QLabel* label : german.findChildren<QLabel*>())
    if (label->isVisible() && label->wordWrap())
      BOOST_TEST(label->height() >= label->heightForWidth(label->width()), label->text().toStdString());
}

BOOST_FIXTURE_TEST_CASE(a_city_in_the_west_lies_west, Form) {
  dialog.open();
  const auto file = folder / "west.geojson";
  std::ofstream(file)
      << R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{"code":"N","name":"North"},
      "geometry":{"type":"Polygon","coordinates":[[[-122.5,37.7],[-122.4,37.7],[-122.4,37.8],[-122.5,37.8],[-122.5,37.7]]]}}]})";
  dialog.set_districts(QString::fromStdString(file.string()));
  BOOST_REQUIRE(wait_for([this] { return words_on(dialog).contains("Its centre is"); }));
  BOOST_TEST(part<QLabel>(dialog, "crs_sentence").text().contains("37.750° N, 122.450° W"));
}

BOOST_AUTO_TEST_SUITE_END()
