#include "viewer/panels/results_panel.h"

#include <QApplication>
#include <QClipboard>
#include <QDialog>
#include <QLineEdit>
#include <QListWidget>
#include <QTableView>
#include <QToolButton>
#include <boost/test/unit_test.hpp>

#include "gis/questions/keep.h"
#include "tests/viewer/asking.h"
#include "viewer/map/map_view.h"
#include "viewer/panels/chart_view.h"

using namespace smile;
using namespace smile::tests;
using namespace smile::viewer;

namespace {

struct Results : AskedCity {
  MapView map{document, nullptr};
  std::shared_ptr<QWidget> widget = shown(make_results_panel(document, map, nullptr));

  void keep(const std::string& name, const std::string& kind = "catchment", const std::string& distance = "200") {
    keep(name, Question{kind, {{"places", "measures"}, {"distance", distance}}});
  }
  void keep(const std::string& name, const Question& question) {
    Answer answer = ask(question, *document.plan(), {document.path(), true});
    answer.finding.name = name;
    answer.map.reset();
    document.apply(keep_answer(answer, {}));
    emit document.show_finding(document.plan()->findings.back()->id);
  }
  void keep_with_map(const std::string& name, const std::string& distance) {
    Answer answer =
        ask({"gaps", {{"places", "measures"}, {"distance", distance}}}, *document.plan(), {document.path(), true});
    answer.finding.name = name;
    document.apply(keep_answer(answer, document.take_features(answer.map->data, name, document.plan()->crs, {})));
    emit document.show_finding(document.plan()->findings.back()->id);
  }
  std::vector<std::string> maps_shown() {
    std::vector<std::string> names;
    for (const FindingPtr& finding : document.plan()->findings)
      for (const LayerSettings& settings : document.plan()->style.layers)
        if (settings.layer == layer_key(finding->layer) && settings.visible) names.push_back(finding->name);
    return names;
  }
  QListWidget& list() { return part<QListWidget>(*widget, "results_list"); }
  QString sentences() { return part<QLabel>(*widget, "finding_sentences").text(); }
  QString state() { return part<QLabel>(*widget, "finding_state").text(); }
  QTableView& table() { return part<QTableView>(*widget, "finding_table"); }
  void press(const char* name) { QTest::mouseClick(&part<QToolButton>(*widget, name), Qt::LeftButton); }
  bool reaches(const char* sentence) {
    return wait_for([&] { return sentences().contains(sentence); });
  }
};

constexpr char forty[] = "40 of 200 inhabitants";

}  // namespace

BOOST_FIXTURE_TEST_SUITE(results_panel, Results)

BOOST_AUTO_TEST_CASE(a_plan_without_results_offers_to_ask) {
  BOOST_TEST(words_on(*widget).contains("No results yet"));
}

BOOST_AUTO_TEST_CASE(a_result_is_a_sentence_a_table_a_chart_and_how_it_was_found) {
  keep("Wege");
  BOOST_TEST(sentences().contains(forty));
  BOOST_TEST(table().model()->rowCount() == 5);
  BOOST_TEST(table().model()->index(0, 1).data().toString().toStdString() == "Kröpeliner-Tor-Vorstadt");
  BOOST_TEST(part<ChartView>(*widget, "finding_chart").chart().has_value());
  const QString method = part<QLabel>(*widget, "finding_method").text();
  BOOST_TEST(method.contains("Straight distance"));
  BOOST_TEST(method.contains("Einwohner"));
  BOOST_TEST(method.contains("catchment --distance 200 --places measures"));
  BOOST_TEST(all_plain(*widget));
  press("copy_result");
  BOOST_TEST(QApplication::clipboard()->text().contains("Kröpeliner-Tor-Vorstadt\t200\t40\t20.0"));
}

BOOST_AUTO_TEST_CASE(the_newest_stands_first_and_the_asked_one_is_chosen) {
  keep("Eins");
  keep("Zwei", "catchment", "500");
  BOOST_TEST(list().item(0)->text().toStdString() == "Zwei");
  BOOST_TEST(list().currentRow() == 0);
  emit document.show_finding(document.plan()->findings.front()->id);
  BOOST_TEST(list().currentItem()->text().toStdString() == "Eins");
  BOOST_TEST(sentences().contains("200 m"));
}

BOOST_AUTO_TEST_CASE(figures_follow_a_measure_while_it_moves_and_the_map_shows_its_ground) {
  keep("Wege");
  document.select_measures({document.plan()->measures[0]->id});
  BOOST_REQUIRE(wait_for([&] { return map.shown_reach().has_value(); }));
  BOOST_TEST(map.shown_reach()->words.contains("reaches 40 people"));
  BOOST_TEST(map.shown_reach()->around_m == 200.0);
  document.apply(move_measure(document.plan()->measures[0]->id, 4000, 0));
  BOOST_TEST(sentences().contains("110 of 200 inhabitants"), "at once, without waiting");
  BOOST_TEST(state().contains("Follows"));
  BOOST_TEST(map.shown_reach()->words.contains("reaches 110 people"));
  document.undo();
  BOOST_TEST(sentences().contains(forty));
  BOOST_TEST(!part<QLabel>(*widget, "finding_state").isVisible());
  document.select_measures({});
  BOOST_TEST(!map.shown_reach().has_value());
}

BOOST_AUTO_TEST_CASE(minutes_follow_a_measure_too) {
  keep("Wege", Question{"gaps", {{"places", "measures"}, {"minutes", "3"}, {"speed", "4"}}});
  document.select_measures({document.plan()->measures[0]->id});
  BOOST_REQUIRE(wait_for([&] { return map.shown_reach().has_value(); }));
  BOOST_TEST(map.shown_reach()->words.contains("reaches 40 people within 3 minutes (200 m)"));
  document.apply(move_measure(document.plan()->measures[0]->id, 4000, 0));
  BOOST_TEST(sentences().contains("110 of 200 inhabitants"));
  BOOST_TEST(sentences().contains("within 3 minutes (200 m)"));
}

BOOST_AUTO_TEST_CASE(counting_again_keeps_what_is_seen) {
  keep("Wege");
  BOOST_REQUIRE(reaches(forty));
  document.apply(move_measure(document.plan()->measures[0]->id, 4000, 0));
  BOOST_TEST(outdated(kept(), *document.plan()));
  press("ask_again");
  BOOST_REQUIRE(wait_for([&] { return !outdated(kept(), *document.plan()); }));
  BOOST_TEST(document.plan()->findings.size() == 1U);
  BOOST_TEST(str(kept().sentences.front()).find("110 of 200") == 0U);
}

BOOST_AUTO_TEST_CASE(what_the_figures_rest_on_may_change_too) {
  keep("Wege");
  MapLayer people = *document.plan()->layers.front();
  people.use.total_field = "u18";
  document.apply(change_layer(people, {}));
  BOOST_TEST(reaches("10 of 60 inhabitants"), sentences().toStdString() << state().toStdString());
}

BOOST_AUTO_TEST_CASE(a_row_selects_its_district_and_follows_the_selection) {
  keep("Wege");
  table().selectRow(1);
  BOOST_TEST(document.selected_district() == document.plan()->districts[1]->id);
  document.select_district(document.plan()->districts[2]->id);
  BOOST_TEST(table().currentIndex().row() == 2);
}

BOOST_AUTO_TEST_CASE(everybody_stays_the_last_row_however_it_is_sorted) {
  keep("Wege");
  for (const Qt::SortOrder order : {Qt::AscendingOrder, Qt::DescendingOrder}) {
    table().sortByColumn(2, order);
    BOOST_TEST(table().model()->index(4, 1).data().toString().toStdString() == "Everybody");
  }
  BOOST_TEST(table().model()->index(0, 2).data().toString().toStdString() == "200");
}

BOOST_AUTO_TEST_CASE(its_map_is_shown_alone_in_one_step_and_put_away_by_the_next) {
  keep_with_map("Nah", "200");
  keep_with_map("Weit", "400");
  BOOST_TEST((maps_shown() == std::vector<std::string>{"Weit"}));
  emit document.show_finding(document.plan()->findings.front()->id);
  press("show_layer");
  BOOST_TEST((maps_shown() == std::vector<std::string>{"Nah"}));
  document.undo();
  BOOST_TEST((maps_shown() == std::vector<std::string>{"Weit"}));
  document.redo();
  press("show_layer");
  BOOST_TEST(maps_shown().empty());
}

BOOST_AUTO_TEST_CASE(layers_of_no_result_stay_when_one_is_shown_alone) {
  keep_with_map("Nah", "200");
  const std::string people = layer_key(document.plan()->layers.front()->id);
  const auto settings = [&people](MapStyle& style) {
    return std::find_if(style.layers.begin(), style.layers.end(),
                        [&](const LayerSettings& one) { return one.layer == people; });
  };
  for (const bool visible : {true, false}) {
    MapStyle style = document.plan()->style;
    settings(style)->visible = visible;
    document.apply(set_style(style, {}));
    press("show_layer");
    MapStyle after = document.plan()->style;
    BOOST_TEST(settings(after)->visible == visible);
  }
}

BOOST_AUTO_TEST_CASE(a_result_is_renamed_and_removed_and_undo_brings_it_back) {
  keep("Wege");
  list().item(0)->setText("Fußwege");
  BOOST_TEST(kept().name == "Fußwege");
  press("remove_result");
  BOOST_TEST(document.plan()->findings.empty());
  BOOST_TEST(words_on(*widget).contains("No results yet"));
  document.undo();
  BOOST_TEST(list().count() == 1);
}

BOOST_AUTO_TEST_CASE(asking_something_like_it_begins_with_its_question) {
  keep("Lücken", "gaps", "150");
  press("ask_like");
  auto* dialog = widget->findChild<QDialog*>("ask_dialog");
  BOOST_REQUIRE(dialog != nullptr);
  BOOST_TEST(part<QLineEdit>(part<QWidget>(*dialog, "form_gaps"), "distance").text().toStdString() == "150");
}

BOOST_AUTO_TEST_CASE(showing_the_map_of_one_result_hides_that_of_another) {
  const auto with_map = [&](const std::string& name) {
    Answer answer =
        ask({"gaps", {{"places", "measures"}, {"distance", "200"}}}, *document.plan(), {document.path(), true});
    answer.finding.name = name;
    document.apply(keep_answer(answer, document.take_features(answer.map->data, name, document.plan()->crs, {})));
  };
  const auto seen = [&](const FindingPtr& finding) {
    for (const LayerSettings& layer : document.plan()->style.layers)
      if (layer.layer == layer_key(finding->layer)) return layer.visible;
    return false;
  };
  with_map("Eins");
  with_map("Zwei");
  emit document.show_finding(document.plan()->findings[0]->id);
  press("show_layer");
  BOOST_TEST(seen(document.plan()->findings[0]));
  BOOST_TEST(!seen(document.plan()->findings[1]));
  press("show_layer");
  BOOST_TEST(!seen(document.plan()->findings[0]));
}

BOOST_AUTO_TEST_SUITE_END()
