#include "viewer/dialogs/reach_dialog.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableWidget>
#include <QTest>
#include <boost/test/unit_test.hpp>

#include "tests/support/square_city.h"
#include "tests/viewer/panels/panel_support.h"
#include "tests/viewer/support.h"

using namespace smile;
using namespace smile::tests;
using namespace smile::viewer;

namespace {

/// A city of four squares; people at three places of K, ages known at all; one measure beside the first.
struct Asking {
  TemporaryFolder folder;
  Document document;
  std::unique_ptr<QDialog> dialog;

  explicit Asking(bool with_people = true) : document(PlanFile::create(folder / "probe.gpkg", plan())) {
    if (with_people) add_people();
    dialog.reset(open_reach_dialog(document, nullptr));
    dialog->setAttribute(Qt::WA_DeleteOnClose, false);
  }
  static Plan plan() {
    return applied(square_city(), add_measures({named_at("Bank", 305000, 6005000)}));
  }
  void add_people() {
    LayerData data;
    data.kind = GeometryKind::point;
    for (const char* name : {"einwohner", "u18", "ab_18"}) {
      data.features.columns.emplace_back().name = name;
      data.features.columns.back().kind = ValueColumn::Kind::integer;
    }
    append_feature(data.features, make_point({305100, 6005000}), {"40", "10", "30"});
    append_feature(data.features, make_point({305400, 6005000}), {"50", "20", "30"});
    append_feature(data.features, make_point({309000, 6005000}), {"110", "30", "80"});
    MapLayer layer;
    layer.name = "Einwohner";
    layer.kind = GeometryKind::point;
    layer.use.kind = LayerUse::Kind::population;
    layer.use.total_field = "einwohner";
    layer.use.age_groups = {{"u18", 0, 17}, {"ab_18", 18, oldest_age}};
    const Crs crs = document.plan()->crs;
    document.apply(add_taken(layer, document.take_features(data, layer.name, crs, {}), crs));
  }
  QPushButton& button(const char* name) { return part<QPushButton>(*dialog, name); }
  QString sentences() { return part<QLabel>(*dialog, "sentences").text(); }
  void type(const char* name, const char* words) {
    auto& line = part<QLineEdit>(*dialog, name);
    line.setFocus();
    line.selectAll();
    QTest::keyClicks(&line, words);
  }
  void count() {
    const QString before = sentences();
    QTest::mouseClick(&button("ask"), Qt::LeftButton);
    BOOST_REQUIRE(wait_for([&] { return sentences() != before && button("ask").isEnabled(); }));
  }
};

struct WithoutPeople : Asking {
  WithoutPeople() : Asking(false) {}
};

}  // namespace

BOOST_AUTO_TEST_SUITE(reach_dialog)

BOOST_FIXTURE_TEST_CASE(the_answer_is_a_sentence_a_table_and_how_it_was_counted, Asking) {
  type("distances", "200; 500");
  count();
  BOOST_TEST(sentences().toStdString() ==
             "40 of 200 inhabitants (20.0 %) live within 200 m, straight, of the one place.\n"
             "90 of 200 inhabitants (45.0 %) live within 500 m, straight, of the one place.");
  auto& table = part<QTableWidget>(*dialog, "reach_table");
  BOOST_TEST(table.rowCount() == 4);
  BOOST_TEST(table.item(0, 1)->text().toStdString() == "Kröpeliner-Tor-Vorstadt");
  BOOST_TEST(table.item(0, 5)->text().toStdString() == "90");
  const QString method = part<QLabel>(*dialog, "method").text();
  BOOST_TEST(method.contains("Straight distance"));
  BOOST_TEST(method.contains("Einwohner"));
  QTest::mouseClick(&button("copy"), Qt::LeftButton);
  BOOST_TEST(QApplication::clipboard()->text().contains("Kröpeliner-Tor-Vorstadt\t200\t40\t20.0 %\t90"));
}

BOOST_FIXTURE_TEST_CASE(a_rule_fills_the_fields_and_ages_are_counted, Asking) {
  auto& preset = part<QComboBox>(*dialog, "preset");
  preset.setCurrentIndex(4);
  emit preset.activated(4);
  BOOST_TEST(part<QLineEdit>(*dialog, "distances").text().toStdString() == "175; 350; 750");
  count();
  BOOST_TEST(sentences().toStdString().find("10 of 60 inhabitants of 0 to 17 years") == 0U, sentences().toStdString());
}

BOOST_FIXTURE_TEST_CASE(walking_is_only_offered_where_there_is_a_network, Asking) {
  auto& by = part<QComboBox>(*dialog, "by");
  BOOST_TEST(!(by.model()->flags(by.model()->index(1, 0)) & Qt::ItemIsEnabled));
  BOOST_TEST(button("add_network").isVisible());
}

BOOST_FIXTURE_TEST_CASE(fields_that_can_not_be_read_say_so, Asking) {
  type("distances", "viel");
  BOOST_TEST(!button("ask").isEnabled());
  type("distances", "500");
  BOOST_TEST(button("ask").isEnabled());
  type("ages", "9-3");
  BOOST_TEST(!button("ask").isEnabled());
  type("ages", "65+");
  BOOST_TEST(button("ask").isEnabled());
}

BOOST_FIXTURE_TEST_CASE(an_answer_is_outdated_once_the_plan_moves_on, Asking) {
  count();
  BOOST_TEST(part<QLabel>(*dialog, "outdated").text().isEmpty());
  document.apply(set_title("Anders"));
  BOOST_TEST(!part<QLabel>(*dialog, "outdated").text().isEmpty());
  type("distances", "400");
  count();
  BOOST_TEST(part<QLabel>(*dialog, "outdated").text().isEmpty());
}

BOOST_FIXTURE_TEST_CASE(who_is_missed_becomes_a_layer_that_undo_takes_away, Asking) {
  type("distances", "200");
  count();
  const std::size_t before = document.plan()->layers.size();
  QTest::mouseClick(&button("gaps"), Qt::LeftButton);
  BOOST_REQUIRE(wait_for([&] { return document.plan()->layers.size() == before + 1; }));
  const MapLayer& layer = *document.plan()->layers.back();
  BOOST_TEST(layer.name == "Not reached within 200 m");
  BOOST_TEST(layer.features == 2);
  BOOST_TEST((layer.style.method == StyleMethod::classes));
  document.undo();
  BOOST_TEST(document.plan()->layers.size() == before);
}

BOOST_FIXTURE_TEST_CASE(a_plan_that_knows_nobody_asks_for_people, WithoutPeople) {
  BOOST_TEST(!button("ask").isEnabled());
  BOOST_TEST(button("add_people").isVisible());
  BOOST_TEST(part<QLabel>(*dialog, "needs").isVisible());
  add_people();
  BOOST_TEST(button("ask").isEnabled());
  BOOST_TEST(!button("add_people").isVisible());
}

BOOST_AUTO_TEST_SUITE_END()
