#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QToolButton>
#include <QTreeWidget>

#include "tests/viewer/map/shown.h"
#include "viewer/map/identified.h"
#include "viewer/text.h"

using namespace smile;
using namespace smile::tests;
using namespace smile::viewer;

namespace {

const Point in_park{308500, 6000500};

struct Asking : WithLayer {
  Asking() {
    show_features({{"Stadtwald", box(308200, 6000200, 600)}, {"Lichtung", box(308400, 6000400, 200)}});
    map.use(ToolKind::identify);
  }
  static Geometry box(double x, double y, double side) {
    return make_area({{x, y}, {x + side, y}, {x + side, y + side}, {x, y + side}});
  }
  QTreeWidget* tree() const {
    auto* card = map.findChild<QFrame*>("map_card");
    return card != nullptr && card->isVisible() ? card->findChild<QTreeWidget*>("identified") : nullptr;
  }
  QStringList headings() const {
    QStringList out;
    for (int i = 0; i < tree()->topLevelItemCount(); ++i) out << tree()->topLevelItem(i)->text(0);
    return out;
  }
  QStringList rows(int thing) const {
    QStringList out;
    const QTreeWidgetItem* item = tree()->topLevelItem(thing);
    for (int i = 0; i < item->childCount(); ++i) out << item->child(i)->text(0) + "=" + item->child(i)->text(1);
    return out;
  }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(identify_tool)

BOOST_FIXTURE_TEST_CASE(a_click_says_where_it_is_and_what_lies_there_the_smaller_first, Asking) {
  click(in_park);
  BOOST_REQUIRE(tree() != nullptr);
  BOOST_TEST((headings() == QStringList{"Where this is", "Parks: Lichtung", "Parks: Stadtwald"}));
  BOOST_TEST((rows(1) == QStringList{"name=Lichtung", "art=Wiese"}));
  BOOST_TEST(rows(0).first().startsWith("Stadtbereiche=Westen"));
  BOOST_TEST(rows(0).last().startsWith("EPSG:25833="));
}

BOOST_FIXTURE_TEST_CASE(inhabitants_stand_beside_each_district, Asking) {
  Statistic people;
  people.level = document.plan()->levels.front().id;
  people.name = "Einwohner";
  people.year = 2023;
  people.inhabitants = true;
  people.figures[document.plan()->districts.front()->id] = {Figure::State::value, 13640};
  document.apply(add_statistics({people}));
  settle();
  click(in_park);
  BOOST_TEST(rows(0).first().toStdString() == "Stadtbereiche=Westen · 13,640 inhabitants");
}

BOOST_FIXTURE_TEST_CASE(all_values_are_shown_when_asked_for, Asking) {
  click(in_park);
  auto* all = map.findChild<QCheckBox*>("show_all_values");
  BOOST_REQUIRE((all != nullptr && all->isVisible()));
  all->click();
  BOOST_TEST((rows(1) == QStringList{"name=Lichtung", "art=Wiese", "leer=–"}));
}

BOOST_FIXTURE_TEST_CASE(the_thing_that_is_chosen_has_an_outline_on_the_map, Asking) {
  const auto edge_of = [&](double x, double y) { return map.grab().toImage().pixelColor(at({x, y})); };
  const QColor before = edge_of(308200, 6000300);
  click(in_park);
  BOOST_TEST((edge_of(308200, 6000300) == before));  // the clearing is chosen, not the wood
  tree()->setCurrentItem(tree()->topLevelItem(2)->child(0));
  BOOST_TEST((edge_of(308200, 6000300) != before));
}

BOOST_FIXTURE_TEST_CASE(escape_closes_the_answer_first_and_then_the_tool, Asking) {
  click(in_park);
  QTest::keyClick(tree(), Qt::Key_Escape);
  BOOST_TEST(tree() == nullptr);
  BOOST_TEST((map.tool().kind() == ToolKind::identify));
  click(in_park);
  QTest::keyClick(&map, Qt::Key_Escape);
  BOOST_TEST(tree() == nullptr);
  QTest::keyClick(&map, Qt::Key_Escape);
  BOOST_TEST((map.tool().kind() == ToolKind::select));
}

BOOST_FIXTURE_TEST_CASE(the_answer_can_be_copied, Asking) {
  click(in_park);
  QTest::mouseClick(map.findChild<QToolButton*>("card_copy"), Qt::LeftButton);
  const QString copied = QApplication::clipboard()->text();
  BOOST_TEST(copied.contains("Parks: Lichtung\nname\tLichtung\nart\tWiese"));
  BOOST_TEST(!copied.contains("leer"));
  BOOST_TEST(tree() != nullptr);  // a click on the card is none on the map
}

BOOST_FIXTURE_TEST_CASE(a_measure_answers_with_its_fields, Asking) {
  click({309000, 6001000});
  BOOST_TEST(headings().contains("Mitfahrbank"));
}

BOOST_FIXTURE_TEST_CASE(values_that_look_like_markup_are_shown_as_they_are, Asking) {
  show_features({{"<b>fett</b>", box(308200, 6000200, 600)}});
  click(in_park);
  BOOST_TEST(headings().contains("Parks: <b>fett</b>"));
}

BOOST_FIXTURE_TEST_CASE(the_keys_ask_for_the_middle_of_the_map, Asking) {
  layers::Camera camera = map.camera();
  camera.centre = in_park;
  map.set_camera(camera);
  map.setFocus();
  QTest::keyClick(&map, Qt::Key_Insert);
  BOOST_REQUIRE(tree() != nullptr);
  BOOST_TEST(headings().contains("Parks: Lichtung"));
}

BOOST_FIXTURE_TEST_CASE(outside_of_the_city_it_says_so, Asking) {
  document.select_measures({});
  layers::Camera camera = map.camera();
  camera.centre = {320000, 6001000};
  map.set_camera(camera);
  settle();
  click({320000, 6001000});
  BOOST_TEST((headings() == QStringList{"Where this is"}));
  BOOST_TEST(rows(0).first().contains("Outside the city"));
}

BOOST_AUTO_TEST_SUITE_END()
