#include "viewer/panels/steps_panel.h"

#include <QComboBox>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
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
  list.setCurrentRow(2);
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

BOOST_FIXTURE_TEST_CASE(steps_are_put_in_order_doubled_hidden_and_deleted, Panel) {
  list.setCurrentRow(0);
  QTest::keyClick(&list, Qt::Key_Down, Qt::ControlModifier);
  BOOST_TEST(titles() == "2 1 3 4 5 6 7 8 9 10 11 12 ");
  BOOST_TEST(list.currentRow() == 1);
  document().undo();
  list.setCurrentRow(11);
  click("step_delete");
  BOOST_TEST(titles() == "1 2 3 4 5 6 7 8 9 10 11 ");
  BOOST_TEST(list.currentRow() == 10);
  list.setCurrentRow(0);
  click("step_duplicate");
  BOOST_TEST(titles() == "1 1 2 3 4 5 6 7 8 9 10 11 ");
  click("step_hide");
  BOOST_TEST(plan()->steps[1]->hidden);
  BOOST_TEST(list.item(1)->text().toStdString() == "hidden: Schritt 1");
  BOOST_TEST(list.item(2)->text().toStdString() == "2  Schritt 2");
}

BOOST_FIXTURE_TEST_CASE(a_step_that_was_dragged_stands_where_it_was_dropped, Panel) {
  list.setCurrentRow(0);
  BOOST_TEST(list.model()->moveRow({}, 0, {}, 4));
  BOOST_TEST(wait_for([this] { return titles() == "2 3 4 1 5 6 7 8 9 10 11 12 "; }));
  BOOST_TEST(list.currentRow() == 3);
}

BOOST_FIXTURE_TEST_CASE(what_is_typed_is_in_the_plan_as_one_step_of_undo, Panel) {
  list.setCurrentRow(1);
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
  list.setCurrentRow(0);
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
