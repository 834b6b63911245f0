#include "viewer/panels/measures_table.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QLineEdit>
#include <QTableView>
#include <QToolButton>

#include "gis/plan/scenarios.h"
#include "tests/viewer/panels/panel_support.h"
#include "viewer/panels/measures_table_model.h"
#include "viewer/panels/measures_table_view.h"

using namespace smile;
using namespace smile::tests;
using namespace smile::viewer;

namespace {

Measure costing(std::string title, std::optional<std::int64_t> cents, Phase phase) {
  Measure measure = named(std::move(title));
  measure.phase = phase;
  if (cents) measure.cost.likely = Money{*cents};
  return measure;
}

Plan pool() {
  return applied(small_plan(),
                 add_measures({costing("Teuer", 100000000, Phase::decided), costing("Billig", 90000, Phase::idea),
                               costing("Ohne Betrag", {}, Phase::idea)}));
}

struct Table : Opened {
  Table() : Opened(pool()), widget(shown(make_measures_table(document, nullptr))) {}
  std::shared_ptr<QWidget> widget;
  MeasuresView& view() { return static_cast<MeasuresView&>(part<QTableView>(*widget, "measures_view")); }
  QString title(int row) { return view().model()->index(row, MeasuresModel::column_of("title")).data().toString(); }
  void filter(const QString& text) { part<QLineEdit>(*widget, "filter").setText(text); }
  QString sums() { return part<QLabel>(*widget, "measures_sums").text(); }
  void click(const char* name) { QTest::mouseClick(&part<QToolButton>(*widget, name), Qt::LeftButton); }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(measures_table)

BOOST_FIXTURE_TEST_CASE(amounts_are_sorted_by_value_and_missing_ones_stand_last_both_ways, Table) {
  const int cost = MeasuresModel::column_of("cost");
  view().sortByColumn(cost, Qt::AscendingOrder);
  BOOST_TEST(title(0).toStdString() == "Billig");
  BOOST_TEST(title(1).toStdString() == "Teuer");
  view().sortByColumn(cost, Qt::DescendingOrder);
  BOOST_TEST(title(0).toStdString() == "Teuer");
  BOOST_TEST(title(1).toStdString() == "Billig");
  BOOST_TEST(view().model()->index(4, cost).data().toString().toStdString().empty());
}

BOOST_FIXTURE_TEST_CASE(the_filter_finds_words_in_every_field_and_the_sums_follow, Table) {
  document.apply(set_field({measure(3)}, "lead", Value(std::string("Amt für Stadtgrün"))));
  filter("stadtgrün");
  BOOST_TEST(view().model()->rowCount() == 1);
  BOOST_TEST(title(0).toStdString() == "Billig");
  BOOST_TEST(sums().contains("1 of 5"));
  BOOST_TEST(sums().contains("900"));
  filter("westen");
  BOOST_TEST(title(0).toStdString() == "Mitfahrbank");
  filter("gibt es nicht");
  BOOST_TEST(view().model()->rowCount() == 0);
  BOOST_TEST(words_on(*widget).contains("Nothing fits the filter"));
}

BOOST_FIXTURE_TEST_CASE(block_phase_district_and_no_place_can_be_chosen, Table) {
  auto lists = widget->findChildren<QComboBox*>();
  BOOST_REQUIRE(lists.size() == 3);
  lists[1]->setCurrentIndex(lists[1]->findData("decided"));
  BOOST_TEST(view().model()->rowCount() == 1);
  lists[1]->setCurrentIndex(0);
  lists[2]->setCurrentIndex(lists[2]->findData(-1));
  BOOST_TEST(view().model()->rowCount() == 4);
  lists[2]->setCurrentIndex(lists[2]->findText("A Westen"));
  BOOST_TEST(view().model()->rowCount() == 1);
}

BOOST_FIXTURE_TEST_CASE(selection_is_one_thing_in_table_and_document, Table) {
  document.select_measures({measure(3)});
  BOOST_TEST(view().selectionModel()->isRowSelected(3, {}));
  view().selectRow(1);
  BOOST_REQUIRE(document.selected_measures().size() == 1);
  BOOST_TEST(document.selected_measures().front() == measure(1));
  filter("Bürgerrat");
  BOOST_TEST(view().selectionModel()->isRowSelected(0, {}));
}

BOOST_FIXTURE_TEST_CASE(a_filter_that_hides_the_selected_measure_leaves_it_selected, Table) {
  document.select_measures({measure(0)});
  filter("Teuer");
  BOOST_REQUIRE(document.selected_measures().size() == 1);
  BOOST_TEST(document.selected_measures().front() == measure(0));
}

BOOST_FIXTURE_TEST_CASE(a_copy_is_what_is_seen_with_headers_and_without_formulas, Table) {
  document.apply(set_field({measure(0)}, "title", Value(std::string("=1+1"))));
  document.select_measures({measure(0), measure(2)});
  view().setFocus();
  QTest::keyClick(&view(), Qt::Key_C, Qt::ControlModifier);
  const QStringList lines = QApplication::clipboard()->text().split('\n', Qt::SkipEmptyParts);
  BOOST_REQUIRE(lines.size() == 3);
  BOOST_TEST(lines[0].startsWith("Symbol\tNumber\tTitle"));
  BOOST_TEST(lines[1].contains("\t'=1+1\t"));
  BOOST_TEST(lines[2].contains("\t1000000.00\t"));
}

BOOST_FIXTURE_TEST_CASE(new_duplicate_and_delete_are_steps_of_undo, Table) {
  click("new_measure");
  BOOST_REQUIRE(plan()->measures.size() == 6);
  BOOST_TEST(document.selected_measures().front() == measure(5));
  click("duplicate_measures");
  BOOST_TEST(plan()->measures.size() == 7);
  document.select_measures({measure(0), measure(1)});
  view().setFocus();
  QTest::keyClick(&view(), Qt::Key_Delete);
  BOOST_TEST(plan()->measures.size() == 5);
  document.undo();
  BOOST_TEST(plan()->measures.size() == 7);
  document.undo();
  document.undo();
  BOOST_TEST(plan()->measures.size() == 5);
}

BOOST_FIXTURE_TEST_CASE(enter_on_a_row_shows_it_on_the_map, Table) {
  Id asked = 0;
  QObject::connect(&document, &Document::show_measure, [&](Id id) { asked = id; });
  view().selectRow(2);
  QTest::keyClick(&view(), Qt::Key_Return);
  BOOST_TEST(asked == measure(2));
}

BOOST_AUTO_TEST_CASE(an_empty_plan_is_offered_the_first_step) {
  Opened opened{Plan{}};
  const auto widget = shown(make_measures_table(opened.document, nullptr));
  BOOST_TEST(words_on(*widget).contains("No measures yet"));
}

BOOST_FIXTURE_TEST_CASE(data_that_look_like_html_are_shown_as_they_are, Table) {
  document.apply(set_field({measure(0)}, "title", Value(std::string("<b>x</b>"))));
  BOOST_TEST(title(0).toStdString() == "<b>x</b>");
  const QString tip = view().model()->index(0, MeasuresModel::column_of("title")).data(Qt::ToolTipRole).toString();
  BOOST_TEST(!tip.contains("<b>"));
  BOOST_TEST(all_plain(*widget));
}

BOOST_AUTO_TEST_CASE(ten_thousand_measures_are_filtered_sorted_and_moved) {
  std::vector<Measure> many;
  for (int i = 0; i < 10'000; ++i) many.push_back(named_at("Idee " + std::to_string(i), 308000 + i % 4000, 6000500));
  MeasuresModel model;
  model.set_plan(std::make_shared<const Plan>(applied(small_plan(), add_measures(many))));
  MeasureFilter filter;
  filter.text = "idee 77";
  model.set_filter(filter);
  BOOST_TEST(model.rowCount() == 280);
  model.sort(MeasuresModel::column_of("title"), Qt::DescendingOrder);
  BOOST_TEST(model.index(0, MeasuresModel::column_of("title")).data().toString().toStdString() == "Idee 9977");
  model.set_filter({});
  BOOST_TEST(model.rowCount() == 10'002);
}

BOOST_AUTO_TEST_CASE(moving_one_of_many_keeps_the_rows_where_they_are) {
  const PlanPtr before = std::make_shared<const Plan>(pool());
  MeasuresModel model;
  model.set_plan(before);
  int resets = 0;
  QObject::connect(&model, &QAbstractItemModel::modelReset, [&] { ++resets; });
  const Edit move = move_measure(before->measures.front()->id, 1500, 0);
  model.set_plan(std::make_shared<const Plan>(applied(*before, move)));
  BOOST_TEST(resets == 0);
  BOOST_TEST(model.index(0, MeasuresModel::column_of("districts")).data().toString().toStdString() == "Osten");
}

BOOST_FIXTURE_TEST_CASE(measures_without_a_building_block_can_be_looked_for, Table) {
  document.apply(set_field({measure(3)}, "block", Value{}));
  auto* blocks = widget->findChildren<QComboBox*>().front();
  blocks->setCurrentIndex(blocks->findText("Without building block"));
  BOOST_REQUIRE(view().model()->rowCount() == 1);
  BOOST_TEST(title(0).toStdString() == "Billig");
}

BOOST_FIXTURE_TEST_CASE(the_title_takes_the_width_that_other_columns_leave, Table) {
  document.apply(set_field({measure(0)}, "lead", Value(std::string("Amt für Stadtgrün und Wald"))));
  QCoreApplication::processEvents();
  const auto left_over = [&] {
    int left = view().viewport()->width();
    for (int column = 0; column < view().model()->columnCount(); ++column)
      if (!view().isColumnHidden(column)) left -= view().columnWidth(column);
    return left;
  };
  BOOST_TEST(left_over() == 0);
  const int before = view().viewport()->width();
  widget->resize(widget->width() + 200, 600);
  BOOST_REQUIRE(wait_for([&] { return view().viewport()->width() == before + 200; }));
  BOOST_TEST(left_over() == 0);
}

BOOST_FIXTURE_TEST_CASE(boxes_to_tick_stand_where_a_scenario_is_shown, Table) {
  const int boxes = MeasuresModel::column_of("scenario");
  const auto state = [&](int row) { return view().model()->index(row, boxes).data(Qt::CheckStateRole).toInt(); };
  BOOST_TEST(view().isColumnHidden(boxes));
  document.apply(add_scenario({0, "A", {measure(0)}}));
  BOOST_TEST(!view().isColumnHidden(boxes));
  BOOST_TEST(state(0) == static_cast<int>(Qt::Checked));
  BOOST_TEST(state(1) == static_cast<int>(Qt::Unchecked));
  BOOST_TEST(view().model()->index(1, boxes).data(Qt::AccessibleTextRole).toString().toStdString() ==
             "not in the scenario");
  document.apply(show_scenario(0));
  BOOST_TEST(view().isColumnHidden(boxes));
}

BOOST_FIXTURE_TEST_CASE(a_tick_switches_one_measure_or_all_that_are_selected_with_it, Table) {
  document.apply(add_scenario({0, "A", {}}));
  const int boxes = MeasuresModel::column_of("scenario");
  const auto own = [&] { return plan()->scenarios[0].measures; };
  view().model()->setData(view().model()->index(1, boxes), Qt::Checked, Qt::CheckStateRole);
  BOOST_TEST((own() == std::vector<Id>{measure(1)}));
  document.select_measures({measure(0), measure(2)});
  view().model()->setData(view().model()->index(0, boxes), Qt::Checked, Qt::CheckStateRole);
  BOOST_TEST(own().size() == 3U);
  QTest::keyClick(&view(), Qt::Key_Space);
  BOOST_TEST((own() == std::vector<Id>{measure(1)}));
  BOOST_TEST(document.undo_name().toStdString() == "Take 2 measures out of the scenario");
}

BOOST_FIXTURE_TEST_CASE(the_chooser_and_the_sums_say_which_scenario_is_shown, Table) {
  auto& chooser = part<QToolButton>(*widget, "scenario_chooser");
  BOOST_TEST(chooser.accessibleName().toStdString() == "Scenario: all measures");
  document.apply(add_scenario({0, "A", {measure(2)}}));
  BOOST_TEST(chooser.accessibleName().toStdString() == "Scenario “A”");
  BOOST_TEST(sums().contains("“A”: 1 measure, €1,000,000"), sums().toStdString());
}

BOOST_AUTO_TEST_SUITE_END()
