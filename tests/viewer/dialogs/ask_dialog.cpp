#include "viewer/dialogs/ask_dialog.h"

#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPointer>
#include <QPushButton>
#include <QTest>
#include <boost/test/unit_test.hpp>

#include "gis/questions/ask.h"
#include "gis/questions/fields.h"
#include "tests/viewer/asking.h"
#include "viewer/dialogs/question_form.h"

using namespace smile;
using namespace smile::tests;
using namespace smile::viewer;

namespace {

struct Asking : AskedCity {
  QWidget owner;
  QPointer<QDialog> dialog;

  explicit Asking(bool with_people = true) : AskedCity(with_people) { dialog = open_ask_dialog(document, owner); }
  QWidget& form(const char* kind) { return part<QWidget>(*dialog, (std::string("form_") + kind).c_str()); }
  QPushButton& button(const char* name) { return part<QPushButton>(*dialog, name); }
  void choose(const char* kind) {
    auto& kinds = part<QListWidget>(*dialog, "kinds");
    for (int i = 0; i < kinds.count(); ++i)
      if (kinds.item(i)->data(Qt::UserRole).toString() == kind) kinds.setCurrentRow(i);
  }
  void type(const char* kind, const char* name, const char* words) {
    auto& line = part<QLineEdit>(form(kind), name);
    line.setFocus();
    line.selectAll();
    QTest::keyClicks(&line, words);
  }
  void add_layer(const char* name, double x) {
    LayerData data;
    data.kind = GeometryKind::point;
    append_feature(data.features, make_point({x, 6005000}), {});
    MapLayer layer;
    layer.name = name;
    const Crs crs = document.plan()->crs;
    document.apply(add_taken(layer, document.take_features(data, layer.name, crs, {}), crs));
  }
  void ask() {
    const std::size_t before = document.plan()->findings.size();
    QTest::mouseClick(&button("ask"), Qt::LeftButton);
    BOOST_REQUIRE(wait_for([&] { return document.plan()->findings.size() == before + 1; }));
  }
};

struct WithoutPeople : Asking {
  WithoutPeople() : Asking(false) {}
};

}  // namespace

BOOST_AUTO_TEST_SUITE(ask_dialog)

BOOST_FIXTURE_TEST_CASE(an_answer_is_kept_in_the_plan_and_shown_and_the_dialog_closes, Asking) {
  Id shown = 0;
  QObject::connect(&document, &Document::show_finding, &owner, [&](Id finding) { shown = finding; });
  type("catchment", "distance", "200; 500");
  ask();
  BOOST_TEST(str(kept().sentences.front()) ==
             "90 of 200 inhabitants (45.0 %) live within 500 m, straight, of the one measure.");
  BOOST_TEST(str(kept().sentences.back()) ==
             "40 of 200 inhabitants (20.0 %) live within 200 m, straight, of the one measure.");
  BOOST_TEST(kept().question.options.at("distance") == "200;500");
  BOOST_TEST(kept().question.options.at("places") == "measures");
  BOOST_TEST(shown == kept().id);
  BOOST_TEST(wait_for([&] { return dialog.isNull(); }));
}

BOOST_FIXTURE_TEST_CASE(who_is_missed_comes_with_a_layer_and_undo_takes_both_away, Asking) {
  choose("gaps");
  type("gaps", "distance", "200");
  const std::size_t before = document.plan()->layers.size();
  ask();
  BOOST_TEST_REQUIRE(document.plan()->layers.size() == before + 1);
  const MapLayer& layer = *document.plan()->layers.back();
  BOOST_TEST(layer.id == kept().layer);
  BOOST_TEST(layer.features == 2);
  document.undo();
  BOOST_TEST(document.plan()->layers.size() == before);
  BOOST_TEST(document.plan()->findings.empty());
}

BOOST_FIXTURE_TEST_CASE(every_kind_the_core_answers_has_a_form, Asking) {
  std::vector<std::string> offered;
  for (const QuestionKind& kind : offered_questions()) offered.push_back(kind.kind);
  for (const std::string& kind : question_kinds())
    BOOST_TEST((std::find(offered.begin(), offered.end(), kind) != offered.end()), kind << " is not offered");
  BOOST_TEST(part<QListWidget>(*dialog, "kinds").count() == static_cast<int>(offered.size()));
}

BOOST_FIXTURE_TEST_CASE(a_rule_fills_the_fields_and_ages_are_counted, Asking) {
  auto& preset = part<QComboBox>(form("catchment"), "preset");
  preset.setCurrentIndex(4);
  emit preset.activated(4);
  BOOST_TEST(part<QLineEdit>(form("catchment"), "distance").text().toStdString() == "175; 350; 750");
  ask();
  BOOST_TEST(str(kept().sentences.back()).find("10 of 60 inhabitants of 0 to 17 years") == 0U);
}

BOOST_FIXTURE_TEST_CASE(how_far_is_said_in_metres_or_in_minutes, Asking) {
  auto& unit = part<QComboBox>(form("catchment"), "distance_unit");
  BOOST_TEST(part<QLineEdit>(form("catchment"), "distance").isVisible());
  BOOST_TEST(!part<QLineEdit>(form("catchment"), "minutes").isVisible());
  unit.setCurrentIndex(1);
  BOOST_TEST(!part<QLineEdit>(form("catchment"), "distance").isVisible());
  type("catchment", "minutes", "3; 6");
  type("catchment", "speed", "4");
  ask();
  BOOST_TEST(kept().question.options.at("minutes") == "3;6");
  BOOST_TEST(kept().question.options.at("speed") == "4");
  BOOST_TEST(kept().question.options.count("distance") == 0U);
  BOOST_TEST(str(kept().sentences.back()).find("within 3 minutes (200 m)") != std::string::npos);
}

BOOST_FIXTURE_TEST_CASE(what_is_not_seen_is_not_read, Asking) {
  auto& unit = part<QComboBox>(form("gaps"), "distance_unit");
  choose("gaps");
  type("gaps", "distance", "viel");
  BOOST_TEST(!button("ask").isEnabled());
  unit.setCurrentIndex(1);
  BOOST_TEST(button("ask").isEnabled());
  type("gaps", "speed", "0");
  BOOST_TEST(!button("ask").isEnabled());
  unit.setCurrentIndex(0);
  type("gaps", "distance", "300");
  BOOST_TEST(button("ask").isEnabled());
}

BOOST_FIXTURE_TEST_CASE(minutes_of_a_question_asked_before_come_back_and_a_rule_says_metres_again, Asking) {
  dialog = open_ask_dialog(document, owner, {"gaps", {{"places", "measures"}, {"minutes", "10"}, {"speed", "3.5"}}});
  BOOST_TEST(part<QLineEdit>(form("gaps"), "minutes").isVisible());
  BOOST_TEST(part<QLineEdit>(form("gaps"), "minutes").text().toStdString() == "10");
  BOOST_TEST(part<QLineEdit>(form("gaps"), "speed").text().toStdString() == "3.5");
  auto& preset = part<QComboBox>(form("gaps"), "preset");
  preset.setCurrentIndex(6);
  emit preset.activated(6);
  BOOST_TEST(!part<QLineEdit>(form("gaps"), "minutes").isVisible());
  BOOST_TEST(part<QLineEdit>(form("gaps"), "distance").text().toStdString() == "600");
}

BOOST_FIXTURE_TEST_CASE(supply_takes_a_word_for_the_capacity_and_a_rule, Asking) {
  choose("supply");
  auto& holds = part<QComboBox>(form("supply"), "capacity");
  holds.setCurrentIndex(holds.findData("count"));
  auto& rule = part<QComboBox>(form("supply"), "preset");
  rule.setCurrentIndex(rule.findData("din-playground-0-5"));
  type("supply", "target", "0,1");
  ask();
  BOOST_TEST(kept().question.options.at("capacity") == "count");
  BOOST_TEST(kept().question.options.at("preset") == "din-playground-0-5");
  BOOST_TEST(kept().question.options.at("target") == "0.1");
  BOOST_TEST(kept().question.options.count("distance") == 0U);
  BOOST_TEST(str(kept().sentences.front()).find("20 inhabitants of 0 to 5 years have 1 sites") == 0U);
}

BOOST_FIXTURE_TEST_CASE(the_15_minute_city_ticks_kinds_and_walks_where_it_can, Asking) {
  choose("reach");
  BOOST_TEST(!button("ask").isEnabled());  // no layer of places yet
  add_layer("Kitas", 305100);
  add_layer("Apotheken", 309000);
  auto& kinds = part<QListWidget>(form("reach"), "places");
  BOOST_TEST_REQUIRE(kinds.count() == 2);
  for (int i = 0; i < 2; ++i) kinds.item(i)->setCheckState(Qt::Checked);
  BOOST_TEST(part<QComboBox>(form("reach"), "by").currentData().toString().toStdString() == "line");
  ask();
  BOOST_TEST(str(kept().sentences.front()).find("On average, 50.0 % of the 2 kinds") == 0U);
  BOOST_TEST(kept().question.options.at("minutes") == "15");
}

BOOST_FIXTURE_TEST_CASE(walking_is_only_offered_where_there_is_a_network, Asking) {
  auto& by = part<QComboBox>(form("catchment"), "by");
  BOOST_TEST(!(by.model()->flags(by.model()->index(1, 0)) & Qt::ItemIsEnabled));
  BOOST_TEST(button("add_network").isVisible());
}

BOOST_FIXTURE_TEST_CASE(fields_that_can_not_be_read_say_so, Asking) {
  type("catchment", "distance", "viel");
  BOOST_TEST(!button("ask").isEnabled());
  type("catchment", "distance", "500");
  BOOST_TEST(button("ask").isEnabled());
  type("catchment", "ages", "9-3");
  BOOST_TEST(!button("ask").isEnabled());
  type("catchment", "ages", "65+");
  BOOST_TEST(button("ask").isEnabled());
  auto& measures = part<QComboBox>(form("catchment"), "places_measures");
  measures.setCurrentIndex(0);
  part<QComboBox>(form("catchment"), "places_layer").setCurrentIndex(0);
  BOOST_TEST(!button("ask").isEnabled());
}

BOOST_FIXTURE_TEST_CASE(a_question_asked_before_fills_the_form, Asking) {
  const Question before{"gaps", {{"places", "measures"}, {"distance", "150;250"}, {"ages", "0-5"}}};
  dialog = open_ask_dialog(document, owner, before);
  BOOST_TEST(part<QLineEdit>(form("gaps"), "distance").text().toStdString() == "150; 250");
  BOOST_TEST(part<QLineEdit>(form("gaps"), "ages").text().toStdString() == "0-5");
}

BOOST_FIXTURE_TEST_CASE(a_plan_that_knows_nobody_asks_for_people, WithoutPeople) {
  BOOST_TEST(button("add_people").isVisible());
  BOOST_TEST(part<QLabel>(*dialog, "needs").isVisible());
  add_people();
  BOOST_TEST(!button("add_people").isVisible());
}

BOOST_AUTO_TEST_CASE(the_dialog_goes_with_what_shows_the_plan) {
  AskedCity city;
  auto owner = std::make_unique<QWidget>();
  const QPointer<QDialog> dialog = open_ask_dialog(city.document, *owner);
  owner.reset();
  BOOST_TEST(dialog.isNull());
}

BOOST_FIXTURE_TEST_CASE(a_column_that_is_not_offered_can_be_typed, Asking) {
  choose("supply");
  auto& holds = part<QComboBox>(form("supply"), "capacity");
  BOOST_TEST(holds.currentText().toStdString() == "what the layer says");
  holds.setEditText("plaetze");
  const auto question = static_cast<QuestionForm&>(form("supply")).question();
  BOOST_TEST_REQUIRE(question.has_value());
  BOOST_TEST(question->options.at("capacity") == "plaetze");
}

BOOST_FIXTURE_TEST_CASE(a_thousand_is_a_thousand_however_it_is_written, Asking) {
  const auto read = [&](const char* typed) {
    type("catchment", "distance", typed);
    const auto question = static_cast<QuestionForm&>(form("catchment")).question();
    return question ? question->options.at("distance") : std::string();
  };
  BOOST_TEST(read("1,000; 2,000.5") == "1000;2000.5");
  BOOST_TEST(read("0.5") == "0.5");
  set_language(Language::german);
  BOOST_TEST(read("1.000; 2.000,5") == "1000;2000.5");
  BOOST_TEST(read("12,5") == "12.5");
  BOOST_TEST(read("0.125") == "0.125");
  set_language(Language::english);
}

BOOST_AUTO_TEST_SUITE_END()
