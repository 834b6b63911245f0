#include "viewer/dialogs/select_by_value.h"

#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QPushButton>
#include <QTest>
#include <boost/test/unit_test.hpp>

#include "tests/viewer/panels/panel_support.h"
#include "tests/viewer/support.h"

using namespace smile;
using namespace smile::tests;
using namespace smile::viewer;

namespace {

struct Asking {
  TemporaryFolder folder;
  Document document{PlanFile::create(folder / "probe.gpkg", plan())};
  std::unique_ptr<QDialog> dialog{open_select_by_value(document, nullptr)};

  static Plan plan() {
    Measure dear = named("Müllcafé", "3");
    dear.cost.likely = Money{1200000};
    dear.phase = Phase::decided;
    return applied(small_plan(), add_measures({dear}));
  }
  Asking() { dialog->setAttribute(Qt::WA_DeleteOnClose, false); }
  QComboBox& box(const char* name) { return part<QComboBox>(*dialog, name); }
  QPushButton& button(const char* name) { return part<QPushButton>(*dialog, name); }
  QString count() { return part<QLabel>(*dialog, "count").text(); }
  void choose(const char* field, const char* condition) {
    box("field").setCurrentIndex(box("field").findData(field));
    box("condition").setCurrentIndex(box("condition").findText(condition));
  }
  void type(const char* name, const char* words) {
    box(name).setFocus();
    box(name).clearEditText();
    QTest::keyClicks(&box(name), words);
  }
  Id id(std::size_t i) const { return document.plan()->measures[i]->id; }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(select_by_value_dialog)

BOOST_FIXTURE_TEST_CASE(typing_counts_and_select_selects, Asking) {
  choose("title", "contains");
  BOOST_TEST(!button("select").isEnabled());
  type("value", "b");
  BOOST_TEST(count().toStdString() == "2 measures of 3");
  type("value", "bank");
  BOOST_TEST(count().toStdString() == "1 measure of 3");
  QTest::mouseClick(&button("select"), Qt::LeftButton);
  BOOST_TEST((document.selected_measures() == std::vector<Id>{id(0)}));
}

BOOST_FIXTURE_TEST_CASE(add_keeps_what_was_selected, Asking) {
  document.select_measures({id(1)});
  choose("cost", "is at least");
  type("value", "5000");
  QTest::mouseClick(&button("add"), Qt::LeftButton);
  BOOST_TEST((document.selected_measures() == std::vector<Id>{id(1), id(2)}));
  QTest::mouseClick(&button("select"), Qt::LeftButton);
  BOOST_TEST((document.selected_measures() == std::vector<Id>{id(2)}));
}

BOOST_FIXTURE_TEST_CASE(a_value_that_is_no_amount_is_said, Asking) {
  choose("cost", "lies between");
  type("value", "viel");
  type("up_to", "9000");
  BOOST_TEST(count().contains("“viel” is no amount"));
  BOOST_TEST(!button("select").isEnabled());
  type("value", "1");
  type("up_to", "20000");
  BOOST_TEST(count().toStdString() == "1 measure of 3");
}

BOOST_FIXTURE_TEST_CASE(empty_needs_no_value_and_choices_are_suggested, Asking) {
  choose("cost", "is empty");
  BOOST_TEST(!box("value").isEnabled());
  BOOST_TEST(count().toStdString() == "2 measures of 3");
  choose("phase", "is");
  BOOST_TEST(box("value").findText("Decided") >= 0);
  type("value", "Decided");
  BOOST_TEST(count().toStdString() == "1 measure of 3");
  document.apply(set_field({id(0)}, "phase", Value{std::string("decided")}));
  BOOST_TEST(count().toStdString() == "2 measures of 3");
}

BOOST_AUTO_TEST_SUITE_END()
