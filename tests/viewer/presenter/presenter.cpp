#include "viewer/presenter/presenter.h"

#include <QHelpEvent>
#include <QLabel>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QTextBlock>
#include <QTextDocument>
#include <QToolTip>
#include <QWindow>

#include "gis/questions/keep.h"
#include "gis/store/taken_layer.h"
#include "tests/viewer/presenter/presenting.h"
#include "viewer/map/context_menu.h"
#include "viewer/presenter/reached.h"
#include "viewer/window/look.h"

using namespace smile;
using namespace smile::tests;
using namespace smile::viewer;

BOOST_AUTO_TEST_SUITE(presentations)

BOOST_FIXTURE_TEST_CASE(a_rehearsal_goes_through_everything_and_ends_where_it_began, Presented) {
  auto& list = *window.findChild<QListWidget*>("steps_list");
  list.setCurrentRow(0);
  QTest::keyClick(&list, Qt::Key_Down, Qt::ControlModifier);
  BOOST_TEST(plan()->steps[1]->title == "Schritt 1");
  start();
  BOOST_TEST(presenter().number() == 1);
  BOOST_TEST(view().shown()->layout.size.width() == stage().width());
  press(Qt::Key_Right);
  press(Qt::Key_Space);
  press(Qt::Key_PageDown);
  BOOST_TEST(presenter().number() == 4);
  press(Qt::Key_Backspace);
  BOOST_TEST(presenter().number() == 3);
  press(Qt::Key_1);
  press(Qt::Key_0);
  press(Qt::Key_Return);
  BOOST_TEST(presenter().number() == 10);
  press(Qt::Key_Home);
  BOOST_TEST(presenter().number() == 1);
  press(Qt::Key_End);
  press(Qt::Key_Right);
  BOOST_TEST(presenter().number() == 12);
  drawn();
  const double before = view().shown()->layout.camera.metres_per_pixel / view().shown()->layout.magnified;
  wheel(240);
  BOOST_REQUIRE(stage().map() != nullptr);
  BOOST_TEST(stage().map()->camera().metres_per_pixel < before);
  press(Qt::Key_R);
  BOOST_TEST(stage().map() == nullptr);
  BOOST_TEST((stage().shows() == Stage::Shows::step));
  press(Qt::Key_B);
  BOOST_TEST((stage().shows() == Stage::Shows::black));
  press(Qt::Key_Right);
  BOOST_TEST((stage().shows() == Stage::Shows::step));
  BOOST_TEST(presenter().number() == 12, "the first key only brings the step back");
  press(Qt::Key_Escape);
  BOOST_TEST(!presenter().running());
}

BOOST_FIXTURE_TEST_CASE(a_measure_is_dragged_on_the_live_map_and_one_key_returns, Presented) {
  start();
  press(Qt::Key_Z);
  MapView* map = stage().map();
  BOOST_REQUIRE(map != nullptr);
  BOOST_REQUIRE(wait_for([&] { return map->renderer().scene() != nullptr && map->renderer().idle(); }));
  const Point before = bench();
  const QPoint at = map->camera().to_screen(before).toPoint();
  drag(*map, at, at + QPoint(40, 0));
  BOOST_TEST(bench().x > before.x + 10);
  QTest::keyClick(map, Qt::Key_Escape);
  BOOST_TEST(presenter().running());
  BOOST_TEST((stage().shows() == Stage::Shows::step));
  drawn();
  document().undo();
  BOOST_TEST(bench().x == before.x);
  press(Qt::Key_Escape);
}

/// 40 people beside the first measure, and whom measures reach within 200 m.
struct Asked : Presented {
  Asked() {
    LayerData data;
    data.kind = GeometryKind::point;
    data.features.columns.emplace_back().name = "einwohner";
    data.features.columns.back().kind = ValueColumn::Kind::integer;
    append_feature(data.features, make_point({309050, 6001000}), {"40"});
    MapLayer layer;
    layer.name = "Einwohner";
    layer.kind = GeometryKind::point;
    layer.use.kind = LayerUse::Kind::population;
    layer.use.total_field = "einwohner";
    const Crs crs = plan()->crs;
    document().apply(add_taken(layer, document().take_features(data, layer.name, crs, {}), crs));
    Answer answer =
        ask({"catchment", {{"places", "measures"}, {"distance", "200"}}}, *plan(), {document().path(), true});
    answer.map.reset();
    document().apply(keep_answer(answer, {}));
  }
  QString card() {
    const auto* label = stage().findChild<QLabel*>("live_card");
    return label != nullptr && label->isVisible() ? label->text() : QString();
  }
};

BOOST_FIXTURE_TEST_CASE(the_result_follows_a_measure_that_is_dragged_live, Asked) {
  start();
  press(Qt::Key_Z);
  MapView& map = *stage().map();
  BOOST_REQUIRE(wait_for([&] { return card().contains("40 of 40"); }));
  BOOST_REQUIRE(wait_for([&] { return map.renderer().scene() != nullptr && map.renderer().idle(); }));
  const QPoint at = map.camera().to_screen(bench()).toPoint();
  const int far = static_cast<int>(500 / map.camera().metres_per_pixel);
  drag(map, at, at + QPoint(0, far));
  BOOST_TEST(card().contains("0 of 40"));
  BOOST_TEST(stage().said().isEmpty());
  BOOST_TEST(card().startsWith("“Mitfahrbank” reaches nobody within 200 m.\n"));
  BOOST_TEST(map.shown_reach().has_value());
  press(Qt::Key_R);
  BOOST_TEST(card().isEmpty());
}

BOOST_FIXTURE_TEST_CASE(the_live_map_speaks_of_the_measure_that_is_dragged, Asked) {
  document().apply(add_measures({named_at("Werkstatt", 311000, 6001000)}));
  const Id workshop = plan()->measures.back()->id;
  document().select_measures({workshop});
  start();
  press(Qt::Key_Z);
  MapView& map = *stage().map();
  BOOST_REQUIRE(wait_for([&] { return card().contains("40 of 40"); }));
  BOOST_TEST(!card().contains("Werkstatt"), "selected at the desk long ago");
  BOOST_TEST(card().contains("nearest of 2 measures"));
  BOOST_REQUIRE(wait_for([&] { return map.renderer().scene() != nullptr && map.renderer().idle(); }));
  const QPoint at = map.camera().to_screen(bench()).toPoint();
  drag(map, at, at + QPoint(20, 0));
  BOOST_TEST(card().startsWith("“Mitfahrbank” reaches "));
  document().select_measures({plan()->measures[1]->id});
  BOOST_TEST(card().startsWith("“Bürgerrat” is not counted here."));
}

BOOST_FIXTURE_TEST_CASE(the_live_map_begins_where_the_step_is, Presented) {
  start();
  const layers::StepPicture layout = view().shown()->layout;
  press(Qt::Key_Z);
  for (const QPointF p : {QPointF(0, 0), QPointF(200, 100)}) {
    const Point there = layout.to_ground(p);
    const QPointF live = stage().map()->camera().to_screen(there);
    BOOST_TEST(std::abs(live.x() - p.x()) < 1.5);
    BOOST_TEST(std::abs(live.y() - p.y()) < 1.5);
  }
  press(Qt::Key_Right);
  BOOST_TEST(stage().map() == nullptr);
  BOOST_TEST(presenter().number() == 2, "going on leaves the map");
}

/// Of what the tool tip says, as it is drawn.
int pixels_of(const QString& rich) {
  QTextDocument document;
  document.setHtml(rich);
  return document.begin().begin().fragment().charFormat().font().pixelSize();
}

BOOST_FIXTURE_TEST_CASE(what_is_said_on_the_live_map_is_read_from_the_back_of_the_room, Presented) {
  start();
  press(Qt::Key_Z);
  MapView& map = *stage().map();
  BOOST_REQUIRE(wait_for([&] { return map.renderer().scene() != nullptr && map.renderer().idle(); }));
  const QPoint at = map.camera().to_screen(bench()).toPoint();
  QHelpEvent help(QEvent::ToolTip, at, map.mapToGlobal(at));
  QCoreApplication::sendEvent(&map, &help);
  BOOST_TEST(QToolTip::text().contains("Mitfahrbank"));
  BOOST_TEST(pixels_of(QToolTip::text()) >= stage().height() * 20 / 800);
  QToolTip::hideText();
  emit map.menu_wanted(at);
  const auto* menu = map.findChild<QMenu*>();
  BOOST_REQUIRE(menu != nullptr);
  BOOST_TEST(menu->font().pixelSize() >= stage().height() * 18 / 800);
}

BOOST_FIXTURE_TEST_CASE(a_drag_that_begins_on_the_step_goes_on_on_the_live_map, Presented) {
  start();
  const Point held = view().shown()->layout.to_ground({300, 300});
  QWindow& screen = *stage().windowHandle();  // whose pointer it is, the program decides
  QTest::mousePress(&screen, Qt::LeftButton, {}, {300, 300});
  for (const int by : {15, 40, 120, 200}) QTest::mouseMove(&screen, {300 + by, 300 + by / 2});
  MapView* map = stage().map();
  BOOST_REQUIRE(map != nullptr);
  const QPointF there = map->camera().to_screen(held);
  BOOST_TEST(std::abs(there.x() - 500) < 2);
  BOOST_TEST(std::abs(there.y() - 400) < 2);
  QTest::mouseRelease(&screen, Qt::LeftButton, {}, {500, 400});
  QTest::mouseMove(&screen, {600, 300});
  BOOST_TEST(std::abs(map->camera().to_screen(held).x() - 500) < 2, "let go");
  press(Qt::Key_R);
  QTest::mousePress(&screen, Qt::LeftButton, {}, {300, 300});
  QTest::mouseMove(&screen, {350, 350});
  BOOST_TEST(QWidget::mouseGrabber() == stage().map());
  press(Qt::Key_R);
  BOOST_TEST(QWidget::mouseGrabber() == nullptr, "a key ends the map in the middle of a drag");
  QTest::mouseRelease(&screen, Qt::LeftButton, {}, {350, 350});
}

BOOST_FIXTURE_TEST_CASE(what_the_pen_draws_stays_with_the_step_and_can_be_undone, Presented) {
  start();
  press(Qt::Key_P);
  drag(view(), {100, 300}, {300, 400});
  const Step& step = *find_step(*plan(), presenter().step());
  BOOST_REQUIRE(step.marks.size() == 1U);
  const QPointF end = view().shown()->layout.to_picture(step.marks.front().line.back());
  BOOST_TEST(std::abs(end.x() - 300) < 0.01);
  BOOST_TEST(presenter().number() == 1, "drawing is no click");
  drawn();
  BOOST_TEST(view().shown()->layout.marks.size() == 1U);
  press(Qt::Key_E);
  BOOST_TEST(find_step(*plan(), presenter().step())->marks.empty());
  press(Qt::Key_Z, Qt::ControlModifier);
  BOOST_TEST(find_step(*plan(), presenter().step())->marks.size() == 1U);
  press(Qt::Key_Escape);
  BOOST_TEST(presenter().running(), "the first Esc puts the pen away");
  BOOST_TEST(!view().pen());
}

BOOST_FIXTURE_TEST_CASE(a_click_goes_on_and_locked_nothing_else_does, Presented) {
  start();
  QTest::mouseClick(&view(), Qt::LeftButton, {}, {200, 200});
  BOOST_TEST(presenter().number() == 2);
  press(Qt::Key_L);
  BOOST_TEST(presenter().locked());
  for (const int key : {Qt::Key_Z, Qt::Key_P, Qt::Key_Escape, Qt::Key_B, Qt::Key_Left}) press(key);
  wheel(240);
  drag(view(), {100, 100}, {300, 300});
  BOOST_TEST(stage().map() == nullptr);
  BOOST_TEST(!view().pen());
  BOOST_TEST(presenter().running());
  BOOST_TEST((stage().shows() == Stage::Shows::step));
  BOOST_TEST(presenter().number() == 3, "a touch that moves is one touch");
  press(Qt::Key_L);
  press(Qt::Key_Escape);
  BOOST_TEST(!presenter().running());
}

BOOST_FIXTURE_TEST_CASE(locked_it_is_said_how_to_unlock, Presented) {
  start();
  press(Qt::Key_L);
  press(Qt::Key_Right);
  BOOST_TEST(stage().said().isEmpty());
  press(Qt::Key_Escape);
  BOOST_TEST(presenter().running());
  BOOST_TEST(stage().said().toStdString() == "Locked: a touch only goes on. L unlocks.");
  press(Qt::Key_Right);
  QTest::mouseClick(&view(), Qt::LeftButton, {}, {200, 200});
  BOOST_TEST(stage().said().isEmpty(), "a touch goes on and asks for nothing");
  stage().close();
  BOOST_TEST(stage().said().contains("L unlocks"));
  press(Qt::Key_L);
  BOOST_TEST(stage().said().isEmpty());
}

BOOST_FIXTURE_TEST_CASE(esc_closes_the_keys_before_anything_else, Presented) {
  start();
  press(Qt::Key_F1);
  BOOST_TEST(stage().said().contains("pen"));
  press(Qt::Key_Escape);
  BOOST_REQUIRE(presenter().running());
  BOOST_TEST(stage().said().isEmpty());
  press(Qt::Key_Z);
  press(Qt::Key_Question, Qt::ShiftModifier);
  press(Qt::Key_Escape);
  BOOST_TEST(stage().said().isEmpty());
  BOOST_TEST(stage().map() != nullptr, "the live map stays");
  press(Qt::Key_Escape);
  BOOST_TEST(stage().map() == nullptr);
  press(Qt::Key_Escape);
  BOOST_TEST(!presenter().running());
}

BOOST_FIXTURE_TEST_CASE(the_live_map_shows_the_way_back_to_the_step, Presented) {
  start();
  auto* back = stage().findChild<QPushButton*>("back_to_step");
  BOOST_REQUIRE(back != nullptr);
  BOOST_TEST(!back->isVisible());
  press(Qt::Key_Z);
  BOOST_TEST(back->isVisible());
  BOOST_TEST(back->text().contains("(R)"));
  QTest::mouseClick(back, Qt::LeftButton);
  BOOST_TEST(stage().map() == nullptr);
  BOOST_TEST(!back->isVisible());
  BOOST_TEST(presenter().number() == 1);
}

BOOST_FIXTURE_TEST_CASE(what_stands_on_the_stage_is_light_beside_a_dark_window, Presented) {
  apply_look(layers::Theme::dark);
  start();
  press(Qt::Key_Z);
  const auto* back = stage().findChild<QPushButton*>("back_to_step");
  const auto* words = stage().findChild<QLabel*>("stage_words");
  for (const QWidget* widget : {static_cast<const QWidget*>(back), static_cast<const QWidget*>(words)}) {
    BOOST_TEST(widget->palette().color(QPalette::Window).lightness() > 200);
    BOOST_TEST(widget->palette().color(QPalette::WindowText).lightness() < 80);
  }
  press(Qt::Key_Escape);
  press(Qt::Key_Escape);
  apply_look(layers::Theme::light);
}

BOOST_FIXTURE_TEST_CASE(what_was_dragged_on_the_live_map_is_said_until_it_is_put_back, Presented) {
  start();
  press(Qt::Key_Z);
  press(Qt::Key_R);
  BOOST_TEST(stage().said().isEmpty(), "nothing was dragged");
  press(Qt::Key_Z);
  MapView* map = stage().map();
  BOOST_REQUIRE(wait_for([&] { return map->renderer().scene() != nullptr && map->renderer().idle(); }));
  const QPoint at = map->camera().to_screen(bench()).toPoint();
  drag(*map, at, at + QPoint(40, 0));
  press(Qt::Key_B);
  press(Qt::Key_R);
  BOOST_TEST(stage().said().toStdString() == "One measure stays moved – Ctrl+Z puts it back");
  press(Qt::Key_Z, Qt::ControlModifier);
  BOOST_TEST(stage().said().isEmpty());
  document().redo();
  BOOST_TEST(!stage().said().isEmpty());
  press(Qt::Key_Right);
  BOOST_TEST(stage().said().isEmpty());
}

BOOST_FIXTURE_TEST_CASE(a_drag_that_nothing_follows_is_told_once_what_to_ask_first_beside_the_buttons, Presented) {
  start();
  const auto drag_the_bench = [&] {
    MapView* map = stage().map();
    BOOST_REQUIRE(wait_for([&] { return map->renderer().scene() != nullptr && map->renderer().idle(); }));
    const QPoint at = map->camera().to_screen(bench()).toPoint();
    drag(*map, at, at + QPoint(40, 0));
  };
  press(Qt::Key_Z);
  drag_the_bench();
  BOOST_TEST(stage().said().contains("Whom do they reach?"));
  const QRect words = stage().findChild<QLabel*>("stage_words")->geometry();
  for (const char* button : {"back_to_step", "choose_layers"})
    BOOST_TEST(!words.intersects(stage().findChild<QPushButton*>(button)->geometry()), button);
  press(Qt::Key_R);
  BOOST_TEST(stage().said().contains("stays moved"));
  press(Qt::Key_Z);
  drag_the_bench();
  BOOST_TEST(stage().said().isEmpty(), "said already, and what stays moved is said on the way back");
  press(Qt::Key_R);
  BOOST_TEST(stage().said().contains("stays moved"));
}

BOOST_FIXTURE_TEST_CASE(hidden_steps_are_passed_over_and_deleted_ones_give_way, Presented) {
  document().apply(hide_steps({plan()->steps[1]->id}, true));
  start();
  BOOST_TEST(presenter().count() == 11);
  press(Qt::Key_Right);
  BOOST_TEST(presenter().step() == plan()->steps[2]->id);
  document().apply(remove_steps({plan()->steps[2]->id}));
  BOOST_TEST(presenter().number() == 2);
  BOOST_TEST(presenter().step() == plan()->steps[2]->id);
  while (!plan()->steps.empty()) document().apply(remove_steps({plan()->steps.front()->id}));
  BOOST_TEST(!presenter().running());
}

BOOST_FIXTURE_TEST_CASE(all_steps_are_drawn_ahead, Presented) {
  start();
  for (const StepPtr& step : plan()->steps) BOOST_TEST(presenter().pictures().of(step->id) != nullptr);
  press(Qt::Key_Right);
  BOOST_TEST(view().shown()->layout.done.width() > stage().width() * 1.5 / 12, "the picture is there at once");
}

BOOST_FIXTURE_TEST_CASE(the_step_reached_is_kept_until_the_end, Presented) {
  start();
  press(Qt::Key_Right);
  press(Qt::Key_Right);
  BOOST_TEST(reached_step(document().path()) == plan()->steps[2]->id);
  window.strip().show_message(MessageStrip::Kind::note, {});
  offer_to_continue(window);
  BOOST_TEST(window.strip().sentence().toStdString() == "The presentation was not ended.");
  press(Qt::Key_Escape);
  BOOST_TEST(reached_step(document().path()) == 0);
}

BOOST_FIXTURE_TEST_CASE(the_menu_of_a_place_makes_steps_for_its_district, Presented) {
  const QPoint west = window.map()->camera().to_screen({308500, 6000500}).toPoint();
  const std::unique_ptr<QMenu> menu(make_map_menu(*window.map(), west));
  menu->findChild<QAction*>("make_deck")->trigger();
  BOOST_TEST(plan()->steps.size() > 12U);
  BOOST_TEST(plan()->steps[12]->title == "We are talking about Westen");
}

BOOST_AUTO_TEST_CASE(one_screen_is_the_stage_two_are_shared) {
  const ScreensOfTalk none = screens_of_talk({}, nullptr);
  BOOST_TEST((none.stage == nullptr && none.speaker == nullptr));
  QScreen* only = QGuiApplication::primaryScreen();
  const ScreensOfTalk one = screens_of_talk({only}, only);
  BOOST_TEST((one.stage == only && one.speaker == nullptr));
}

BOOST_AUTO_TEST_SUITE_END()
