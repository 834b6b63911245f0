#include "viewer/panels/steps_panel.h"

#include <QComboBox>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPlainTextEdit>
#include <QStatusBar>
#include <QToolButton>

#include "tests/viewer/presenter/presenting.h"
#include "viewer/presenter/screen_step.h"

using namespace smile;
using namespace smile::tests;
using namespace smile::viewer;

namespace {

struct Panel : Presented {
  QListWidget& list = *window.findChild<QListWidget*>("steps_list");
  Panel() { show_steps_panel(window); }
  void choose(int row) { list.setCurrentRow(row, QItemSelectionModel::ClearAndSelect); }
  void click(const char* name) { window.findChild<QToolButton*>(name)->click(); }
  template <class Field>
  Field& field(const char* name) {
    return *window.findChild<Field*>(name);
  }
  std::string titles() {
    std::string all;
    for (const StepPtr& step : plan()->steps) all += step->title.substr(8) + " ";
    return all;
  }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(steps_panel)

BOOST_FIXTURE_TEST_CASE(a_new_step_keeps_what_the_map_shows, Panel) {
  document().select_measures({plan()->measures.front()->id});
  choose(2);
  click("step_new");
  BOOST_REQUIRE(plan()->steps.size() == 13U);
  const Step& step = *plan()->steps[3];
  BOOST_TEST((step.measures == std::vector<Id>{plan()->measures.front()->id}));
  BOOST_TEST((step.style == plan()->style));
  BOOST_TEST((step.ground == window.map()->camera().ground()));
  BOOST_TEST(step.title == "Mitfahrbank");
  BOOST_TEST(list.currentRow() == 3);
  document().undo();
  BOOST_TEST(plan()->steps.size() == 12U);
  BOOST_TEST(list.count() == 12);
}

BOOST_FIXTURE_TEST_CASE(a_new_step_has_no_name_of_what_was_selected_long_ago_or_is_not_seen, Panel) {
  const Id bench = plan()->measures.front()->id;
  choose(11);
  document().select_measures({bench});
  click("step_new");
  click("step_new");
  BOOST_TEST(plan()->steps[13]->title == "Step 14", "selected for the step before");
  BOOST_TEST((plan()->steps[13]->measures == std::vector<Id>{bench}), "what the map points out stays pointed out");
  document().select_measures({});
  document().select_measures({bench});
  window.map()->show_ground({308000, 6000000, 308100, 6000100});
  click("step_new");
  BOOST_TEST(plan()->steps[14]->title == "Step 15");
  BOOST_TEST(plan()->steps[14]->measures.empty());
  document().select_district(plan()->districts.front()->id);
  click("step_new");
  BOOST_TEST(plan()->steps[15]->title == "Westen");
  document().select_district(0);
  BOOST_REQUIRE(wait_for([this] { return window.map()->renderer().idle(); }));
  window.map()->zoom_to_district(plan()->districts.back()->id);
  BOOST_REQUIRE(wait_for([this] { return window.map()->renderer().idle(); }));
  click("step_new");
  BOOST_TEST(plan()->steps[16]->title == "Osten", "what the map is zoomed to");
  BOOST_TEST(plan()->steps[16]->district == 0);
}

BOOST_FIXTURE_TEST_CASE(the_title_of_a_new_step_is_typed_in_the_list, Panel) {
  choose(11);
  click("step_new");
  auto* title = list.findChild<QLineEdit*>("caption_title");
  BOOST_REQUIRE(title != nullptr);
  BOOST_TEST(wait_for([this] { return !list.item(12)->icon().isNull(); }, 20000));
  BOOST_TEST(title->selectedText().toStdString() == "Step 13", "its picture has come meanwhile");
  QTest::keyClicks(title, "Ne");
  list.item(12)->setIcon({});
  QTest::keyClicks(title, "u");
  QTest::keyClick(title, Qt::Key_Return);
  BOOST_TEST(wait_for([this] { return plan()->steps[12]->title == "Neu"; }));
  BOOST_TEST(list.item(12)->text().toStdString() == "13  Neu");
  document().undo();
  BOOST_TEST(list.item(12)->text().toStdString() == "13  Step 13");
}

BOOST_FIXTURE_TEST_CASE(steps_are_put_in_order_doubled_hidden_and_deleted, Panel) {
  choose(0);
  QTest::keyClick(&list, Qt::Key_Down, Qt::ControlModifier);
  BOOST_TEST(titles() == "2 1 3 4 5 6 7 8 9 10 11 12 ");
  BOOST_TEST(list.currentRow() == 1);
  document().undo();
  choose(11);
  click("step_delete");
  BOOST_TEST(titles() == "1 2 3 4 5 6 7 8 9 10 11 ");
  BOOST_TEST(list.currentRow() == 10);
  choose(0);
  click("step_duplicate");
  BOOST_TEST(titles() == "1 1 2 3 4 5 6 7 8 9 10 11 ");
  click("step_hide");
  BOOST_TEST(plan()->steps[1]->hidden);
  BOOST_TEST(list.item(1)->text().toStdString() == "hidden: Schritt 1");
  BOOST_TEST(list.item(2)->text().toStdString() == "2  Schritt 2");
}

BOOST_FIXTURE_TEST_CASE(all_that_are_selected_are_deleted_hidden_and_doubled_in_one_step_of_undo, Panel) {
  document().select_measures({plan()->measures.front()->id});
  const auto middle = [this](int row) { return list.visualItemRect(list.item(row)).center(); };
  choose(0);
  QTest::mouseClick(list.viewport(), Qt::LeftButton, Qt::ControlModifier, middle(1));
  click("step_duplicate");
  BOOST_TEST(titles() == "1 2 1 2 3 4 5 6 7 8 9 10 11 12 ");
  BOOST_TEST(list.selectedItems().size() == 2);
  BOOST_TEST(list.currentRow() == 2);
  click("step_hide");
  BOOST_TEST((plan()->steps[2]->hidden && plan()->steps[3]->hidden));
  BOOST_TEST((!plan()->steps[1]->hidden && !plan()->steps[4]->hidden));
  click("step_hide");
  BOOST_TEST(shown_steps(*plan()).size() == 14U);
  for (int i = 0; i < 3; ++i) document().undo();
  BOOST_TEST(plan()->steps.size() == 12U);
  QTest::keyClick(&list, Qt::Key_A, Qt::ControlModifier);
  BOOST_TEST(list.selectedItems().size() == 12);
  QTest::keyClick(&list, Qt::Key_Delete);
  BOOST_TEST(plan()->steps.empty());
  BOOST_TEST(plan()->measures.size() == 2U, "measures selected on the map are not meant");
  document().undo();
  BOOST_TEST(titles() == "1 2 3 4 5 6 7 8 9 10 11 12 ");
}

BOOST_FIXTURE_TEST_CASE(steps_made_for_the_city_are_selected_in_sight_and_counted, Panel) {
  choose(0);
  auto* decks = window.findChild<QToolButton*>("step_decks");
  emit decks->menu()->aboutToShow();
  decks->menu()->actions().front()->trigger();
  const int made = static_cast<int>(plan()->steps.size()) - 12;
  BOOST_TEST_REQUIRE(made > 1);
  BOOST_TEST(list.selectedItems().size() == made);
  BOOST_TEST(list.currentRow() == 12);
  BOOST_TEST(list.item(12)->isSelected());
  BOOST_TEST(list.viewport()->rect().intersects(list.visualItemRect(list.item(12))));
  BOOST_TEST(window.statusBar()->currentMessage().toStdString() ==
             std::to_string(made) + " steps made – Ctrl+Z takes them all back");
  window.action("undo")->trigger();
  BOOST_TEST(titles() == "1 2 3 4 5 6 7 8 9 10 11 12 ");
}

BOOST_FIXTURE_TEST_CASE(a_step_that_was_dragged_stands_where_it_was_dropped, Panel) {
  choose(0);
  BOOST_TEST(list.model()->moveRow({}, 0, {}, 4));
  BOOST_TEST(wait_for([this] { return titles() == "2 3 4 1 5 6 7 8 9 10 11 12 "; }));
  BOOST_TEST(list.currentRow() == 3);
  BOOST_TEST(list.model()->moveRows({}, 0, 2, {}, 12));
  BOOST_TEST(wait_for([this] { return titles() == "4 1 5 6 7 8 9 10 11 12 2 3 "; }), "two at once");
  document().undo();
  BOOST_TEST(titles() == "2 3 4 1 5 6 7 8 9 10 11 12 ");
}

BOOST_FIXTURE_TEST_CASE(what_is_typed_is_in_the_plan_as_one_step_of_undo, Panel) {
  choose(1);
  auto& title = field<QLineEdit>("step_title");
  title.setFocus();
  title.selectAll();
  QTest::keyClicks(&title, "Neu");
  BOOST_TEST(plan()->steps[1]->title == "Neu");
  field<QPlainTextEdit>("step_body").setPlainText("a\nb");
  BOOST_TEST(plan()->steps[1]->body == "a\nb");
  auto& panel = field<QComboBox>("step_panel");
  panel.setCurrentIndex(4);
  emit panel.activated(4);
  BOOST_TEST((plan()->steps[1]->panel == StepPanel::costs));
  document().undo();
  document().undo();
  document().undo();
  BOOST_TEST(plan()->steps[1]->title == "Schritt 2");
  BOOST_TEST(title.text().toStdString() == "Schritt 2");
}

BOOST_FIXTURE_TEST_CASE(the_view_of_a_step_is_taken_anew_and_shown_again, Panel) {
  choose(0);
  window.map()->zoom_by(3);
  click("step_update");
  BOOST_TEST((plan()->steps[0]->ground == window.map()->camera().ground()));
  BOOST_TEST(plan()->steps[0]->title == "Schritt 1");
  const Box ground = plan()->steps[0]->ground;
  window.map()->show_all();
  show_on_map(*plan()->steps[0], *window.map());
  BOOST_TEST(std::abs(window.map()->camera().ground().min_x - ground.min_x) < 1);
}

BOOST_FIXTURE_TEST_CASE(small_pictures_stand_beside_the_titles, Panel) {
  BOOST_TEST(wait_for([this] { return !list.item(11)->icon().isNull(); }, 20000));
}

BOOST_AUTO_TEST_SUITE_END()
