#include "viewer/scenario_steps.h"

#include <QAction>
#include <QInputDialog>
#include <QMenu>
#include <QTimer>

#include "gis/plan/scenarios.h"
#include "tests/viewer/panels/panel_support.h"

using namespace smile;
using namespace smile::tests;
using namespace smile::viewer;

namespace {

struct Steps : Opened {
  QMenu menu;
  Id shown() const { return plan()->style.scenario; }
  const Scenario& the() const { return *find_scenario(*plan(), shown()); }
  /// Types a name into the question that comes.
  void with_name(const QString& name, const std::function<void()>& step) {
    QTimer::singleShot(0, [name] {
      auto* dialog = qobject_cast<QInputDialog*>(QApplication::activeModalWidget());
      BOOST_REQUIRE(dialog != nullptr);
      dialog->setTextValue(name);
      dialog->accept();
    });
    step();
  }
  QAction& item(const char* name) {
    fill_scenario_menu(menu, document, nullptr);
    auto* action = menu.findChild<QAction*>(name);
    BOOST_REQUIRE(action != nullptr);
    return *action;
  }
  QStringList lines() {
    fill_scenario_menu(menu, document, nullptr);
    QStringList words;
    for (const QAction* action : menu.actions()) words << action->text();
    return words;
  }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(scenario_steps)

BOOST_FIXTURE_TEST_CASE(an_empty_list_says_what_to_do, Steps) {
  BOOST_TEST(lines().contains("No scenarios yet: select measures and make one of them"));
  BOOST_TEST(!item("rename_scenario").isEnabled());
  BOOST_TEST(!item("switch_selected").isEnabled());
}

BOOST_FIXTURE_TEST_CASE(a_scenario_is_made_of_the_selection_shown_and_undone_in_one_step, Steps) {
  document.select_measures({measure(1)});
  with_name("Bürger & Rat", [&] { new_scenario(document, nullptr); });
  BOOST_TEST(the().name == "Bürger & Rat");
  BOOST_TEST((the().measures == std::vector<Id>{measure(1)}));
  BOOST_TEST(lines().contains("Bürger && Rat – 1 measure, €0"));
  document.undo();
  BOOST_TEST(plan()->scenarios.empty());
  BOOST_TEST(shown() == 0);
}

BOOST_FIXTURE_TEST_CASE(selected_measures_come_in_together_and_go_when_all_are_in, Steps) {
  document.apply(add_scenario({0, "A", {measure(0)}}));
  document.select_measures({measure(0), measure(1)});
  switch_selected(document);
  BOOST_TEST(the().measures.size() == 2U);
  switch_selected(document);
  BOOST_TEST(the().measures.empty());
  document.undo();
  BOOST_TEST(the().measures.size() == 2U);
  document.select_measures({});
  BOOST_TEST(!can_switch_selected(document));
}

BOOST_FIXTURE_TEST_CASE(the_shown_one_is_renamed_doubled_and_deleted, Steps) {
  document.apply(add_scenario({0, "A", {measure(0)}}));
  with_name("B", [&] { item("rename_scenario").trigger(); });
  BOOST_TEST(the().name == "B");
  item("duplicate_scenario").trigger();
  BOOST_TEST(the().name == "B 2");
  BOOST_TEST(plan()->scenarios.size() == 2U);
  item("delete_scenario").trigger();
  BOOST_TEST(plan()->scenarios.size() == 1U);
  BOOST_TEST(shown() == 0);
}

BOOST_FIXTURE_TEST_CASE(another_one_is_chosen_from_the_list, Steps) {
  document.apply(add_scenario({0, "A", {}}));
  fill_scenario_menu(menu, document, nullptr);
  BOOST_TEST(!menu.actions()[0]->isChecked());
  BOOST_TEST(menu.actions()[1]->isChecked());
  menu.actions()[0]->trigger();
  BOOST_TEST(shown() == 0);
  BOOST_TEST(document.undo_name().toStdString() == "Show all measures");
}

BOOST_AUTO_TEST_SUITE_END()
