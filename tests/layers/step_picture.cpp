#include "layers/step_picture.h"

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <cmath>

#include "layers/paper.h"
#include "tests/layers/real_city.h"
#include "tests/support/places.h"
#include "tests/support/stepped_city.h"

using namespace smile;
using namespace smile::layers;
using tests::step_with;

namespace {

constexpr StepPanel panels[] = {StepPanel::none, StepPanel::people, StepPanel::measures, StepPanel::result,
                                StepPanel::costs};
const QSize sizes[] = {{1280, 800}, {1920, 1080}, {1024, 768}, {1366, 768}, {3840, 2160}, {900, 1200}, {320, 200}};

PlanPtr city() {
  static const auto plan = std::make_shared<const Plan>(tests::stepped_city());
  return plan;
}

StepPicture laid_out(const Step& step, QSize size = {1280, 800}, Theme theme = Theme::light) {
  return lay_out_step(city(), step, size, {theme, 1, {}, 2, 8});
}

/// Of texts, signs and the chart.
std::vector<QRectF> boxes_of(const StepPicture& picture) {
  std::vector<QRectF> boxes;
  // Lines of a paragraph may share their leading.
  for (const StepText& one : picture.texts) boxes.push_back(one.box.adjusted(0, 1, 0, -1));
  for (const StepKey& key : picture.keys) boxes.push_back(key.box);
  if (picture.chart) boxes.push_back(picture.chart_box);
  if (!picture.progress.isEmpty()) boxes.push_back(picture.progress);
  return boxes;
}

int overlaps(const StepPicture& picture) {
  const std::vector<QRectF> boxes = boxes_of(picture);
  int count = 0;
  for (std::size_t i = 0; i < boxes.size(); ++i)
    for (std::size_t k = 0; k < i; ++k) {
      const QRectF common = boxes[i] & boxes[k];
      if (common.width() <= 0.01 || common.height() <= 0.01) continue;
      ++count;
      BOOST_TEST_MESSAGE("boxes " << k << " and " << i);
    }
  return count;
}

int outside(const StepPicture& picture) {
  const QRectF whole(QPointF(), QSizeF(picture.size));
  const std::vector<QRectF> boxes = boxes_of(picture);
  return static_cast<int>(std::count_if(boxes.begin(), boxes.end(), [&](const QRectF& box) {
    return !whole.adjusted(-0.01, -0.01, 0.01, 0.01).contains(box);
  }));
}

/// Height of the smallest letters as if the picture were 1280 × 800.
double smallest_letters(const StepPicture& picture) {
  double smallest = 1000;
  for (const StepText& one : picture.texts) smallest = std::min(smallest, one.font.pixelSize() / picture.unit);
  if (picture.chart)
    for (const ChartText& one : picture.chart->texts)
      smallest = std::min(smallest, one.font.pixelSize() * picture.chart_scale / picture.unit);
  return smallest;
}

std::string all_of(const StepPicture& picture) {
  std::string all;
  for (const StepText& one : picture.texts) all += one.text.toStdString() + " ";
  return all;
}

Step full_step(StepPanel panel) {
  Step step = step_with(*city(), panel);
  step.body = "Der Weg zur Schule ist lang.\nWir schlagen Bänke, Schatten und zwei Querungen vor.";
  return step;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(step_pictures)

BOOST_AUTO_TEST_CASE(german_has_room_too) {
  set_language(Language::german);
  for (const StepPanel panel : panels) {
    const StepPicture picture = laid_out(full_step(panel));
    BOOST_TEST(!picture.cut);
    BOOST_TEST(overlaps(picture) == 0);
    BOOST_TEST(outside(picture) == 0);
  }
  set_language(Language::english);
}

BOOST_AUTO_TEST_CASE(a_map_alone_has_its_legend_in_large_letters_and_all_the_room) {
  StepLook look{Theme::light, 1, {}, 2, 8};
  look.map_only = true;
  for (const StepPanel panel : panels) {
    const StepPicture picture = lay_out_step(city(), full_step(panel), {640, 600}, look);
    BOOST_TEST(overlaps(picture) == 0);
    BOOST_TEST(outside(picture) == 0);
    BOOST_TEST(picture.free.width() == 640);
    BOOST_TEST(!picture.texts.empty());
    for (const StepText& one : picture.texts) {
      BOOST_TEST((one.part == StepText::Part::legend));
      BOOST_TEST(one.font.pixelSize() >= 18);
    }
    BOOST_TEST(!picture.chart.has_value());
  }
}

BOOST_AUTO_TEST_CASE(a_real_city_is_told_by_age_with_room_for_everything) {
  if (!tests::have_shared_data()) return;
  const auto folder = tests::shared_data() / "rostock";
  const PlanPtr plan = tests::with_ages(*tests::real_city(folder), folder);
  Step step;
  step.title = "Wer in Reutershagen lebt";
  step.style = plan->style;
  step.panel = StepPanel::people;
  for (const QSize size : {QSize(1280, 800), QSize(1920, 1080)})
    for (const DistrictPtr& district : districts_of(*plan, coarsest_level(*plan)->id)) {
      step.district = district->id;
      step.ground = bounds(district->geometry);
      const StepPicture picture = lay_out_step(plan, step, size, {Theme::light, 1, {}, 2, 8});
      BOOST_TEST(!picture.cut);
      BOOST_TEST(overlaps(picture) == 0);
      BOOST_TEST(smallest_letters(picture) >= 18 - 0.01);
      BOOST_TEST_REQUIRE(picture.chart.has_value());
    }
}

BOOST_AUTO_TEST_CASE(nothing_overlaps_leaves_the_picture_or_is_too_small_to_be_read) {
  for (const Theme theme : {Theme::light, Theme::dark})
    for (const QSize size : sizes)
      for (const StepPanel panel : panels)
        BOOST_TEST_CONTEXT(size.width() << " × " << size.height() << ", panel " << static_cast<int>(panel)) {
          const StepPicture picture = laid_out(full_step(panel), size, theme);
          BOOST_TEST(overlaps(picture) == 0);
          BOOST_TEST(outside(picture) == 0);
          if (size.width() > 1000) BOOST_TEST(smallest_letters(picture) >= 18 - 0.01);
        }
}

BOOST_AUTO_TEST_CASE(title_and_body_are_large_and_nothing_of_a_usual_step_is_cut) {
  for (const StepPanel panel : panels) {
    const StepPicture picture = laid_out(full_step(panel));
    BOOST_TEST(!picture.cut, "panel " << static_cast<int>(panel));
    BOOST_TEST(all_of(picture).find("Wir schlagen") != std::string::npos);
    for (const StepText& one : picture.texts)
      if (one.part == StepText::Part::title || one.part == StepText::Part::body) BOOST_TEST(one.font.pixelSize() >= 28);
  }
}

BOOST_AUTO_TEST_CASE(a_title_takes_two_lines_at_most_and_too_much_text_is_said_to_be_cut) {
  Step step = step_with(*city(), StepPanel::none);
  step.title = "Was die Menschen in der Kröpeliner-Tor-Vorstadt vorschlagen und was es für ihren Alltag bedeutet";
  const auto title_lines = [](const StepPicture& picture) {
    return std::count_if(picture.texts.begin(), picture.texts.end(),
                         [](const StepText& one) { return one.part == StepText::Part::title; });
  };
  BOOST_TEST(title_lines(laid_out(step)) == 2);
  BOOST_TEST(!laid_out(step).cut);
  step.title = std::string(900, 'x') + " " + step.title;
  BOOST_TEST(title_lines(laid_out(step)) == 2);
  BOOST_TEST(laid_out(step).cut);
  step.title = "a";
  for (int i = 0; i < 60; ++i) step.body += "Noch eine Zeile, die niemand lesen wird.\n";
  BOOST_TEST(laid_out(step).cut);
  BOOST_TEST(overlaps(laid_out(step)) == 0);
  BOOST_TEST(outside(laid_out(step)) == 0);
}

BOOST_AUTO_TEST_CASE(the_ground_is_seen_whole_beside_title_and_card) {
  for (const QSize size : sizes)
    for (const StepPanel panel : panels) {
      const Step step = full_step(panel);
      const StepPicture picture = laid_out(step, size);
      for (const Point corner : {Point{step.ground.min_x, step.ground.min_y}, {step.ground.max_x, step.ground.max_y}})
        BOOST_TEST(picture.free.contains(picture.to_picture(corner)));
      for (const StepGround& ground : picture.grounds)
        BOOST_TEST(!ground.box.intersects(picture.free.adjusted(3, 3, -3, -3)));
    }
}

BOOST_AUTO_TEST_CASE(without_anything_to_read_the_map_has_the_whole_picture) {
  auto plan = std::make_shared<Plan>(*city());
  plan->measures.clear();
  Step step;
  step.style = plan->style;
  step.style.choropleth.figure.clear();
  const StepPicture picture = lay_out_step(plan, step, {1280, 800}, {});
  BOOST_TEST(picture.free.width() == 1280.0);
  BOOST_TEST(picture.keys.empty());
  BOOST_TEST(picture.progress.isEmpty());
  const Point middle = extent(*plan).centre();
  BOOST_TEST(std::abs(picture.to_picture(middle).x() - picture.free.center().x()) < 1);
}

BOOST_AUTO_TEST_CASE(a_panel_tells_the_plan_as_it_is) {
  const auto words = [](StepPanel panel) { return all_of(laid_out(step_with(*city(), panel))); };
  BOOST_TEST(words(StepPanel::people).find("2,000 inhabitants") != std::string::npos);
  BOOST_TEST(words(StepPanel::measures).find("€1,246,845") != std::string::npos);
  BOOST_TEST(words(StepPanel::measures).find("no cost said") != std::string::npos);
  BOOST_TEST(words(StepPanel::costs).find("3 measures together") != std::string::npos);
  const std::string of_district = words(StepPanel::result);
  BOOST_TEST(of_district.find("20 %") != std::string::npos);
  BOOST_TEST(of_district.find("within 300 m") != std::string::npos);
  BOOST_TEST(of_district.find("rows came in") == std::string::npos, "that is said of the whole city");
  Step of_city = step_with(*city(), StepPanel::result);
  of_city.district = 0;
  BOOST_TEST(all_of(laid_out(of_city)).find("1,240 of 2,310 rows came in") != std::string::npos);
  for (const StepPanel panel : {StepPanel::people, StepPanel::result, StepPanel::costs})
    BOOST_TEST(laid_out(step_with(*city(), panel)).chart.has_value());
  Step gone = step_with(*city(), StepPanel::result);
  gone.finding = 1;
  BOOST_TEST(!laid_out(gone).chart.has_value());
}

BOOST_AUTO_TEST_CASE(measures_without_room_are_counted) {
  auto plan = std::make_shared<Plan>(*city());
  for (Id i = 0; i < 40; ++i) {
    Measure measure = *plan->measures[0];
    measure.id = 300 + i;
    plan->measures.push_back(std::make_shared<const Measure>(measure));
  }
  Step step = step_with(*plan, StepPanel::measures);
  step.measures.clear();
  step.district = 0;
  const StepPicture picture = lay_out_step(plan, step, {1280, 800}, {});
  BOOST_TEST(all_of(picture).find("… ") != std::string::npos);
  BOOST_TEST(overlaps(picture) == 0);
}

BOOST_AUTO_TEST_CASE(the_legend_explains_only_what_is_pointed_out) {
  Step step = step_with(*city(), StepPanel::none);
  step.style.choropleth.figure.clear();
  step.measures = {102};
  const StepPicture picture = laid_out(step);
  BOOST_TEST_REQUIRE(picture.keys.size() == 1U);
  BOOST_TEST((std::get<Block>(picture.keys.front().sign) == Block::governance));
  step.style.choropleth.figure = "inhabitants";
  BOOST_TEST(laid_out(step).keys.size() > 2U);
}

BOOST_AUTO_TEST_CASE(the_line_of_progress_is_as_long_as_what_is_done) {
  const StepPicture picture = laid_out(step_with(*city(), StepPanel::none));
  BOOST_TEST(picture.done.width() == 1280.0 * 2 / 8);
}

BOOST_AUTO_TEST_CASE(the_citys_colours_stand_behind_the_title_where_it_can_be_read_on_them) {
  auto plan = std::make_shared<Plan>(*city());
  const Step step = step_with(*plan, StepPanel::none);
  const auto band = [&](const char* dark) {
    plan->sheets.dark = dark;
    return lay_out_step(plan, step, {1280, 800}, {}).grounds.front().fill.name().toStdString();
  };
  BOOST_TEST(band("#004f9f") == "#004f9f");
  BOOST_TEST(band("#ffee00") == band(""), "white letters would be lost on yellow");
}

BOOST_AUTO_TEST_CASE(pixels_and_painter_show_the_same_with_the_marks_of_the_pen) {
  Step step = full_step(StepPanel::measures);
  step.marks = {{{{302500, 6000500}, {303500, 6001500}}, "#D00000", 6}};
  const StepPicture picture = laid_out(step);
  const QImage image = step_image(picture);
  BOOST_TEST(image.width() == 1280);
  const QPoint on_mark = picture.to_picture({302750, 6000750}).toPoint();
  BOOST_TEST(image.pixelColor(on_mark).name().toStdString() == "#d00000");
  QImage painted(picture.size, QImage::Format_RGB32);
  painted.fill(Qt::white);
  QPainter painter(&painted);
  draw(painter, picture);
  BOOST_TEST(painted.pixelColor(on_mark).name().toStdString() == "#d00000");
  BOOST_TEST((painted.pixelColor(4, 4) == image.pixelColor(4, 4)));
  std::stop_source stopped;
  stopped.request_stop();
  BOOST_TEST(step_image(picture, {}, stopped.get_token()).isNull());
}

BOOST_AUTO_TEST_SUITE_END()
