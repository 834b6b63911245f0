#include "viewer/panels/districts_table.h"

#include <QApplication>
#include <QClipboard>
#include <QTableView>
#include <QToolButton>

#include "gis/plan/scenarios.h"
#include "tests/viewer/panels/panel_support.h"
#include "viewer/panels/districts_table_model.h"

using namespace smile;
using namespace smile::tests;
using namespace smile::viewer;

namespace {

struct Table : Opened {
  Table() : widget(shown(make_districts_table(document, nullptr))) {
    BOOST_REQUIRE(wait_for([this] { return view().model()->rowCount() == 2; }));
  }
  std::shared_ptr<QWidget> widget;
  QTableView& view() { return part<QTableView>(*widget, "districts_view"); }
  QString cell(int row, int column) { return view().model()->index(row, column).data().toString(); }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(districts_table)

BOOST_FIXTURE_TEST_CASE(figures_stand_beside_the_names_with_their_method_below, Table) {
  BOOST_TEST(cell(0, DistrictsModel::name).toStdString() == "Westen");
  BOOST_TEST(cell(0, DistrictsModel::measures).toStdString() == "1");
  BOOST_TEST(cell(1, DistrictsModel::measures).toStdString() == "0");
  BOOST_TEST(cell(0, DistrictsModel::inhabitants).toStdString() == "no data");
  BOOST_TEST(!part<QLabel>(*widget, "districts_method").text().isEmpty());
}

BOOST_FIXTURE_TEST_CASE(figures_follow_a_move_and_say_so_meanwhile, Table) {
  document.apply(move_measure(measure(0), 2000, 0));
  BOOST_TEST(part<QLabel>(*widget, "districts_state").text().contains("Outdated"));
  BOOST_REQUIRE(wait_for([this] { return cell(1, DistrictsModel::measures) == "1"; }));
  BOOST_TEST(cell(0, DistrictsModel::measures).toStdString() == "0");
  BOOST_TEST(part<QLabel>(*widget, "districts_state").text().isEmpty());
}

BOOST_FIXTURE_TEST_CASE(what_is_not_known_is_sorted_last, Table) {
  Statistic people;
  people.level = plan()->levels.front().id;
  people.name = "einwohner";
  people.inhabitants = true;
  people.figures[plan()->districts[1]->id] = {Figure::State::value, 5000};
  document.apply(add_statistics({people}));
  BOOST_REQUIRE(wait_for([this] { return cell(1, DistrictsModel::inhabitants) == "5,000"; }));
  for (const Qt::SortOrder order : {Qt::AscendingOrder, Qt::DescendingOrder}) {
    view().sortByColumn(DistrictsModel::inhabitants, order);
    BOOST_TEST(cell(0, DistrictsModel::name).toStdString() == "Osten");
  }
}

BOOST_FIXTURE_TEST_CASE(selecting_a_row_selects_the_district_and_enter_shows_it, Table) {
  Id asked = 0;
  QObject::connect(&document, &Document::show_district, [&](Id id) { asked = id; });
  view().setFocus();
  view().selectRow(1);
  BOOST_TEST(document.selected_district() == plan()->districts[1]->id);
  QTest::keyClick(&view(), Qt::Key_Return);
  BOOST_TEST(asked == plan()->districts[1]->id);
  document.select_district(plan()->districts[0]->id);
  BOOST_TEST(view().selectionModel()->isRowSelected(0, {}));
}

BOOST_FIXTURE_TEST_CASE(a_copy_has_units_in_its_headers_and_plain_numbers, Table) {
  QTest::mouseClick(widget->findChild<QToolButton*>(), Qt::LeftButton);
  const QStringList lines = QApplication::clipboard()->text().split('\n', Qt::SkipEmptyParts);
  BOOST_REQUIRE(lines.size() == 3);
  BOOST_TEST(lines[0].contains("Area in km²"));
  BOOST_TEST(lines[1].startsWith("A\tWesten\t\t4.000\t1\t"));
}

BOOST_AUTO_TEST_CASE(a_plan_without_districts_is_offered_the_first_step) {
  Opened opened{Plan{}};
  const auto widget = shown(make_districts_table(opened.document, nullptr));
  BOOST_TEST(words_on(*widget).contains("No districts yet"));
}

BOOST_FIXTURE_TEST_CASE(figures_count_the_scenario_that_is_shown_and_say_so, Table) {
  document.apply(add_scenario({0, "Nur Rat", {measure(1)}}));
  BOOST_REQUIRE(wait_for([this] { return cell(0, DistrictsModel::measures) == "0"; }));
  const QString method = part<QLabel>(*widget, "districts_method").text();
  BOOST_TEST(method.startsWith("Only the measures of the scenario “Nur Rat”."), method.toStdString());
}

BOOST_AUTO_TEST_SUITE_END()
