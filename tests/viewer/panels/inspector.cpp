#include "viewer/panels/inspector.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>

#include "tests/viewer/panels/panel_support.h"
#include "viewer/fresh_measure.h"
#include "viewer/panels/inspector_field.h"

using namespace smile;
using namespace smile::tests;
using namespace smile::viewer;

namespace {

struct Page : Opened {
  Page() : widget(shown(make_inspector(document, nullptr))) {}
  std::shared_ptr<QWidget> widget;
  FieldEditor& field(const char* key) { return part<FieldEditor>(*widget, (std::string("field_") + key).c_str()); }
  QLineEdit& line(const char* key) { return *field(key).findChild<QLineEdit*>(); }
  QComboBox& choice(const char* key) { return *field(key).findChild<QComboBox*>(); }
  static void type(QLineEdit& line, const QString& words) {
    line.setFocus();
    line.selectAll();
    QTest::keyClicks(&line, words);
    QTest::keyClick(&line, Qt::Key_Return);
  }
  static void choose(QComboBox& list, int index) {
    list.setCurrentIndex(index);
    emit list.activated(index);
  }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(inspector)

BOOST_FIXTURE_TEST_CASE(every_field_of_the_table_of_fields_has_an_editor, Page) {
  document.select_measures({measure(0)});
  for (const MeasureField& f : measure_fields()) BOOST_TEST(!field(std::string(f.key).c_str()).objectName().isEmpty());
}

BOOST_FIXTURE_TEST_CASE(a_typed_amount_is_one_step_of_undo, Page) {
  document.select_measures({measure(0)});
  type(line("cost"), "1.234,50");
  BOOST_REQUIRE(at(0).cost.likely.has_value());
  BOOST_TEST(at(0).cost.likely->cents == 123450);
  BOOST_TEST(line("cost").text().contains("1,234.50"));
  document.undo();
  BOOST_TEST(!at(0).cost.likely.has_value());
  BOOST_TEST(line("cost").text().isEmpty());
  BOOST_TEST(!document.can_undo());
}

BOOST_FIXTURE_TEST_CASE(what_cannot_be_read_says_why_and_stays, Page) {
  document.select_measures({measure(0)});
  type(line("start"), "irgendwann");
  BOOST_TEST(!at(0).start.has_value());
  BOOST_TEST(field("start").problem().contains("irgendwann"));
  BOOST_TEST(line("start").text().toStdString() == "irgendwann");
  type(line("start"), "Q3 2025");
  BOOST_TEST(at(0).start.has_value());
  BOOST_TEST(field("start").problem().isEmpty());
}

BOOST_FIXTURE_TEST_CASE(several_measures_show_what_differs_and_change_together_in_one_step, Page) {
  document.select_measures({measure(0), measure(1)});
  BOOST_TEST(line("title").text().isEmpty());
  BOOST_TEST(line("title").placeholderText().toStdString() == "several values");
  type(line("lead"), "Amt 61");
  BOOST_TEST(at(0).lead == "Amt 61");
  BOOST_TEST(at(1).lead == "Amt 61");
  BOOST_TEST(at(0).title == "Mitfahrbank");
  document.undo();
  BOOST_TEST(at(0).lead.empty());
  BOOST_TEST(at(1).lead.empty());
}

BOOST_FIXTURE_TEST_CASE(leaving_a_field_of_several_values_untouched_changes_nothing, Page) {
  document.select_measures({measure(0), measure(1)});
  line("title").setFocus();
  line("lead").setFocus();
  BOOST_TEST(!document.can_undo());
}

BOOST_FIXTURE_TEST_CASE(a_choice_sets_phase_and_block, Page) {
  document.select_measures({measure(0)});
  choose(choice("phase"), choice("phase").findData("decided"));
  choose(choice("block"), choice("block").findData("citizens"));
  BOOST_TEST((at(0).phase == Phase::decided));
  BOOST_TEST((at(0).block == Block::citizens));
  BOOST_TEST(at(0).phase_history.size() >= 1u);
}

BOOST_FIXTURE_TEST_CASE(typed_text_goes_to_the_measure_it_was_typed_for, Page) {
  document.select_measures({measure(0)});
  line("lead").setFocus();
  QTest::keyClicks(&line("lead"), "Amt 66");
  document.select_measures({measure(1)});
  BOOST_TEST(at(0).lead == "Amt 66");
  BOOST_TEST(at(1).lead.empty());
  BOOST_TEST(line("lead").text().isEmpty());
}

BOOST_FIXTURE_TEST_CASE(typed_coordinates_place_a_measure, Page) {
  document.select_measures({measure(1)});
  type(part<QLineEdit>(*widget, "coordinates"), "311000 / 6001000");
  BOOST_REQUIRE((at(1).location.placement == Placement::point));
  BOOST_TEST(at(1).location.geometry.points.front().x == 311000);
  BOOST_TEST(part<QLabel>(*widget, "lies_in").text().toStdString() == "Osten");
}

BOOST_FIXTURE_TEST_CASE(typed_coordinates_that_are_none_are_explained, Page) {
  document.select_measures({measure(1)});
  type(part<QLineEdit>(*widget, "coordinates"), "am Hafen");
  BOOST_TEST((at(1).location.placement == Placement::none));
  BOOST_TEST(words_on(*widget).contains("“am Hafen” is no position"));
}

BOOST_FIXTURE_TEST_CASE(several_measures_are_placed_in_a_district_in_one_step, Page) {
  document.select_measures({measure(0), measure(1)});
  auto& districts = part<QComboBox>(*widget, "place_district");
  choose(districts, districts.findText("B Osten"));
  BOOST_TEST((at(0).location.placement == Placement::district));
  BOOST_TEST((at(1).location.districts == std::vector<Id>{plan()->districts[1]->id}));
  document.undo();
  BOOST_TEST((at(0).location.placement == Placement::point));
  auto& kinds = part<QComboBox>(*widget, "placement");
  choose(kinds, kinds.findData("city"));
  BOOST_TEST((at(1).location.placement == Placement::city));
}

BOOST_FIXTURE_TEST_CASE(a_district_named_in_the_source_is_offered_and_not_taken_by_itself, Page) {
  document.apply(set_field({measure(1)}, "district_hint", Value(std::string("Osten"))));
  document.select_measures({measure(1)});
  auto& button = part<QPushButton>(*widget, "place_at_hint");
  BOOST_TEST(button.isVisible());
  BOOST_TEST((at(1).location.placement == Placement::none));
  QTest::mouseClick(&button, Qt::LeftButton);
  BOOST_TEST((at(1).location.placement == Placement::district));
  BOOST_TEST(!button.isVisible());
}

BOOST_AUTO_TEST_CASE(html_in_data_is_shown_literally) {
  Measure measure = named("<b>x</b>");
  measure.extra = {{"<i>Spalte</i>", "<img src=x>"}};
  Opened opened{applied(small_plan(), add_measures({measure}))};
  const auto widget = shown(make_inspector(opened.document, nullptr));
  opened.document.select_measures({opened.measure(2)});
  BOOST_TEST(words_on(*widget).contains("<b>x</b>"));
  BOOST_TEST(words_on(*widget).contains("<img src=x>"));
  BOOST_TEST(all_plain(*widget));
}

BOOST_FIXTURE_TEST_CASE(coordinates_follow_the_selection_and_every_move, Page) {
  document.apply(place(measure(1), {Placement::point, make_point({310500, 6000500}), {}, {}}));
  auto& field = part<QLineEdit>(*widget, "coordinates");
  for (const std::size_t i : {0U, 1U, 0U}) {
    document.select_measures({measure(i)});
    BOOST_TEST(field.text().toStdString() == (i == 0 ? "309000 / 6001000" : "310500 / 6000500"));
  }
  document.apply(move_measure(measure(0), 10, -20));
  BOOST_TEST(field.text().toStdString() == "309010 / 6000980");
  document.undo();
  BOOST_TEST(field.text().toStdString() == "309000 / 6001000");
}

BOOST_FIXTURE_TEST_CASE(nothing_selected_shows_the_plan_and_its_title_can_be_changed, Page) {
  BOOST_TEST(words_on(*widget).contains("At a glance"));
  type(part<QLineEdit>(*widget, "plan_title"), "Ideenpool 2026");
  BOOST_TEST(plan()->title == "Ideenpool 2026");
  BOOST_TEST(wait_for([this] { return words_on(*widget).contains("EPSG:25833"); }));  // the lines are made anew
}

BOOST_FIXTURE_TEST_CASE(a_selected_district_shows_its_figures, Page) {
  document.select_district(plan()->districts.front()->id);
  BOOST_TEST(words_on(*widget).contains("A Westen"));
  BOOST_TEST(wait_for([this] { return words_on(*widget).contains("Places 1"); }));
}

BOOST_FIXTURE_TEST_CASE(another_measure_is_shown_from_its_top, Page) {
  widget->resize(320, 300);
  document.select_measures({measure(0)});
  QCoreApplication::processEvents();
  auto* area = part<QWidget>(*widget, "measure_page").parentWidget()->parentWidget();
  auto* bar = static_cast<QScrollArea*>(area)->verticalScrollBar();
  bar->setValue(bar->maximum());
  BOOST_REQUIRE(bar->value() > 0);
  document.select_measures({measure(1)});
  BOOST_TEST(bar->value() == 0);
}

BOOST_FIXTURE_TEST_CASE(a_new_measure_waits_for_its_title_and_has_the_next_number, Page) {
  widget->activateWindow();
  const Id id = add_fresh_measure(document);
  BOOST_TEST(find_measure(*plan(), id)->number == "3");
  BOOST_TEST(line("title").selectedText() == line("title").text());
  QTest::keyClicks(&line("title"), "Lesebank");
  QTest::keyClick(&line("title"), Qt::Key_Return);
  BOOST_TEST(find_measure(*plan(), id)->title == "Lesebank");
  document.apply(set_field({id}, "number", Value(std::string("B-7"))));
  BOOST_TEST(fresh_measure(*plan()).number.empty());
}

BOOST_FIXTURE_TEST_CASE(title_and_number_are_one_measures_own, Page) {
  document.select_measures({measure(0), measure(1)});
  BOOST_TEST(!line("title").isEnabled());
  BOOST_TEST(!line("number").isEnabled());
  BOOST_TEST(line("lead").isEnabled());
  document.select_measures({measure(0)});
  BOOST_TEST(line("title").isEnabled());
  BOOST_TEST(line("number").isEnabled());
}

BOOST_FIXTURE_TEST_CASE(a_district_is_headed_by_its_level, Page) {
  document.select_district(plan()->districts[0]->id);
  BOOST_TEST(words_on(*widget).contains("Stadtbereiche: A Westen"));
}

BOOST_FIXTURE_TEST_CASE(no_fact_of_the_plan_is_cut_at_any_width, Page) {
  document.apply(set_level("Ortsteile", {square("A1", "Hafen", 308000, 6000000, 1000)}, crs_from_epsg(25833)));
  for (int width = 280; width < 500; width += 8) {
    widget->resize(width, 900);
    document.apply(set_title("Probe " + std::to_string(width)));
    QTest::qWait(20);
    for (const QLabel* label : part<QWidget>(*widget, "plan_page").findChildren<QLabel*>())
      if (label->isVisible() && label->wordWrap())
        BOOST_TEST(label->height() >= label->heightForWidth(label->width()), label->text().toStdString()
                                                                                 << " at " << width);
  }
}

BOOST_AUTO_TEST_SUITE_END()
