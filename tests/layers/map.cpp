#include "layers/map.h"

#include <boost/test/unit_test.hpp>
#include <chrono>
#include <numeric>
#include <set>

#include "layers/legend.h"
#include "layers/paper.h"
#include "layers/scene.h"
#include "layers/symbols.h"
#include "tests/support/sample.h"

using namespace smile;
using namespace smile::layers;

namespace {

PlanPtr sample() {
  load_fonts();
  return std::make_shared<Plan>(tests::sample_plan());
}

MapSettings settings_of(const PlanPtr& plan) {
  MapSettings settings;
  settings.style = plan->style;
  return settings;
}

Camera camera_of(const PlanPtr& plan, QSize size = {900, 640}) {
  return fit(extent(*plan), size);
}

QColor at(const Frame& frame, Point p) {
  const QPointF pixel = frame.camera.to_screen(p) * frame.camera.device_pixel_ratio;
  return frame.image.pixelColor(pixel.toPoint());
}

int overlaps(const std::vector<std::vector<QRectF>>& texts) {
  int count = 0;
  for (std::size_t i = 0; i < texts.size(); ++i)
    for (std::size_t j = 0; j < i; ++j)
      for (const QRectF& a : texts[i])
        for (const QRectF& b : texts[j]) count += a.intersects(b);
  return count;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(map_suite)

BOOST_AUTO_TEST_CASE(districts_have_the_colour_of_their_class) {
  const PlanPtr plan = sample();
  const MapScene scene(plan, settings_of(plan));
  const Frame frame = render(scene, camera_of(plan));
  BOOST_TEST_REQUIRE(!frame.image.isNull());
  BOOST_TEST(frame.issues.empty());
  const Legend& legend = scene.legend();
  BOOST_TEST_REQUIRE(legend.classes.size() == 6U);
  const Point corners[] = {
      {300150, 6000150}, {302150, 6000150}, {304150, 6000150}, {300150, 6003850}, {302150, 6003850}};
  for (std::size_t i = 0; i < 5; ++i) BOOST_TEST((at(frame, corners[i]) == legend.classes[i].fill));
  BOOST_TEST((frame.image.pixelColor(2, 300) == palette(Theme::light).outside));
}

BOOST_AUTO_TEST_CASE(the_legend_counts_what_the_plan_holds) {
  const PlanPtr plan = sample();
  const Legend legend = MapScene(plan, settings_of(plan)).legend();
  int measures = legend.unplaced;
  for (const LegendSymbol& symbol : legend.symbols) measures += symbol.measures;
  BOOST_TEST(measures == 8);
  BOOST_TEST(legend.unplaced == 1);
  int phases = 0;
  for (const LegendPhase& phase : legend.phase_symbols) phases += phase.measures;
  BOOST_TEST(phases == 7, "the sign of a whole district or the city tells the phase, too");
  int districts = 0;
  for (const LegendClass& entry : legend.classes) districts += entry.districts;
  BOOST_TEST(districts == 6);
  BOOST_TEST(legend.classes.back().no_data);
  BOOST_TEST(legend.classes.back().districts == 1);
  BOOST_TEST(!legend.method.isEmpty());
}

BOOST_AUTO_TEST_CASE(the_legend_speaks_both_languages) {
  const PlanPtr plan = sample();
  MapSettings settings = settings_of(plan);
  settings.language = Language::german;
  const Legend legend = MapScene(plan, settings).legend();
  BOOST_TEST(legend.figure.toStdString() == "Einwohner 2023");
  BOOST_TEST(legend.classes.back().label.toStdString() == "keine Angabe");
  settings.style.choropleth.figure = "density";
  BOOST_TEST(MapScene(plan, settings).legend().figure.toStdString() == "Bevölkerungsdichte (Personen je km²)");
}

BOOST_AUTO_TEST_CASE(hidden_layers_are_neither_drawn_nor_explained) {
  const PlanPtr plan = sample();
  MapSettings settings = settings_of(plan);
  for (LayerSettings& layer : settings.style.layers) layer.visible = false;
  const MapScene scene(plan, settings);
  const Frame frame = render(scene, camera_of(plan));
  BOOST_TEST(scene.legend().classes.empty());
  BOOST_TEST(scene.legend().symbols.empty());
  BOOST_TEST(label_boxes(scene, frame.camera).empty());
  for (int x = 0; x < frame.image.width(); x += 7)
    BOOST_TEST((frame.image.pixelColor(x, 320) == palette(Theme::light).outside));
}

BOOST_AUTO_TEST_CASE(a_symbol_stands_where_its_measure_is) {
  const PlanPtr plan = sample();
  const Frame frame = render(MapScene(plan, settings_of(plan)), camera_of(plan));
  BOOST_TEST((at(frame, {302500, 6003300}) == block_colour(Block::governance)));  // decided: full
  BOOST_TEST((at(frame, {300500, 6000500}) == QColor(Qt::white)));                // an idea: hollow
}

BOOST_AUTO_TEST_CASE(texts_never_overlap) {
  const PlanPtr plan = sample();
  const MapScene scene(plan, settings_of(plan));
  Camera camera = camera_of(plan);
  for (int zoom = 0; zoom < 6; ++zoom) {
    const auto boxes = label_boxes(scene, camera);
    BOOST_TEST(overlaps(boxes) == 0);
    if (zoom == 0) BOOST_TEST(boxes.size() >= 12U);  // six names, two signs, some numbers
    camera = zoomed(camera, 1.7, {300, 250});
  }
}

BOOST_AUTO_TEST_CASE(a_name_steps_out_of_a_crowd_over_open_ground) {
  // A district full of symbols but for a strip along the sea, a neighbour on the other side.
  Plan plan;
  plan.crs = crs_from_epsg(25833);
  plan.levels = {{1, "Stadtbereiche", 0}};
  for (const auto& [id, name, west] : {std::tuple{Id{10}, "Voll", 0.0}, {Id{11}, "Leer", 2000.0}}) {
    District district;
    district.id = id, district.level = 1, district.code = name, district.name = name;
    district.geometry = make_area({{west, 0}, {west + 2000, 0}, {west + 2000, 2000}, {west, 2000}});
    district.area_m2 = 4e6;
    plan.districts.push_back(std::make_shared<const District>(district));
  }
  plan.style.measure_labels = false;
  for (int i = 0; i < 49; ++i) {
    Measure measure;
    measure.id = 100 + i;
    measure.location = {Placement::point, make_point({350.0 + i % 7 * 250, 100.0 + i / 7 * 300.0}), {}, {}};
    plan.measures.push_back(std::make_shared<const Measure>(measure));
  }
  const auto shared = std::make_shared<const Plan>(plan);
  const Camera camera = fit({0, 0, 4000, 2000}, {500, 300}, 60);
  const auto boxes = label_boxes(MapScene(shared, settings_of(shared)), camera);
  BOOST_REQUIRE(boxes.size() == 2U);
  int on_symbols = 0;
  for (const std::vector<QRectF>& box : boxes)
    for (const MeasurePtr& measure : plan.measures)
      on_symbols += box.front().contains(camera.to_screen(measure->location.geometry.points.front()));
  BOOST_TEST(on_symbols == 0);
}

BOOST_AUTO_TEST_CASE(the_one_district_that_is_meant_has_its_name_however_small_it_is) {
  Plan plan;
  plan.crs = crs_from_epsg(25833);
  plan.levels = {{1, "Ortsteile", 0}};
  for (const auto& [id, west, size] : {std::tuple{Id{10}, 0.0, 4000.0}, {Id{11}, 4000.0, 100.0}}) {
    District district;
    district.id = id, district.level = 1, district.code = std::to_string(id);
    district.name = id == 10 ? "Weites Land" : "Kleines Fischerviertel";
    district.geometry = make_area({{west, 0}, {west + size, 0}, {west + size, size}, {west, size}});
    district.area_m2 = size * size;
    plan.districts.push_back(std::make_shared<const District>(district));
  }
  const auto shared = std::make_shared<const Plan>(plan);
  const Camera camera = fit({0, 0, 6000, 4000}, {600, 400}, 20);
  const auto named = [&](Id focus) {
    MapSettings settings = settings_of(shared);
    settings.focus_district = focus;
    const MapScene scene(shared, settings);
    BOOST_TEST(overlaps(label_boxes(scene, camera)) == 0);
    const LayoutPtr layout = layout_for(scene.scene(), camera);
    return std::count_if(layout->texts.begin(), layout->texts.end(),
                         [](const PlacedText& one) { return one.id == 11; });
  };
  BOOST_TEST(named(0) == 0);
  BOOST_TEST(named(11) == 1);
}

BOOST_AUTO_TEST_CASE(names_of_districts_keep_off_the_edge_of_the_map) {
  const PlanPtr plan = sample();
  const MapScene scene(plan, settings_of(plan));
  Camera camera = camera_of(plan);
  const QRectF inside = QRectF(QPointF(), QSizeF(camera.size)).adjusted(4, 4, -4, -4);
  const Point middle = camera.centre;
  for (int i = 0; i < 40; ++i) {
    camera.centre = {middle.x + 90 * i, middle.y + 70 * i};
    for (const PlacedText& text : layout_for(scene.scene(), camera)->texts)
      if (text.kind == PlacedText::Kind::district) BOOST_TEST(inside.contains(text.box));
  }
}

BOOST_AUTO_TEST_CASE(a_line_whose_middle_is_not_seen_has_its_number_beside_the_part_that_is) {
  Plan plan = *sample();
  plan.measures.clear();
  Location along{Placement::line, make_line({{300000, 6001000}, {306000, 6001000}}), {}, {}};
  plan.measures.push_back(tests::measure(105, Block::places, Phase::idea, along));
  const auto shared = std::make_shared<const Plan>(plan);
  const MapScene scene(shared, settings_of(shared));
  const Camera camera{{306000, 6001000}, 5, {600, 400}, 1};  // its last 1.5 km
  std::vector<QRectF> numbers;
  for (const PlacedText& text : layout_for(scene.scene(), camera)->texts)
    if (text.kind == PlacedText::Kind::number) numbers.push_back(text.box);
  BOOST_REQUIRE(numbers.size() == 1U);
  BOOST_TEST(numbers[0].center().x() < 300, "the line ends in the middle of the picture");
  BOOST_TEST(std::abs(numbers[0].center().y() - 200) < 20);
  BOOST_TEST((numbers[0].top() > 200 || numbers[0].bottom() < 200), "not on the line");
}

BOOST_AUTO_TEST_CASE(measures_are_hit_symbols_first) {
  const PlanPtr plan = sample();
  const MapScene scene(plan, settings_of(plan));
  const Camera camera = camera_of(plan);
  const auto hit = [&](Point p) { return measures_at(scene, camera, camera.to_screen(p)); };
  BOOST_TEST(hit({300500, 6000500}) == std::vector<Id>{101}, boost::test_tools::per_element());
  BOOST_TEST(hit({305500, 6000700}) == std::vector<Id>{103}, boost::test_tools::per_element());
  BOOST_TEST(hit({304800, 6002300}) == std::vector<Id>{105}, boost::test_tools::per_element());
  BOOST_TEST(hit({301600, 6002500}) == std::vector<Id>{104}, boost::test_tools::per_element());
  BOOST_TEST(hit({301000, 6001700}).empty());
}

BOOST_AUTO_TEST_CASE(measures_for_a_district_or_the_city_can_be_found_on_the_map) {
  const PlanPtr plan = sample();
  const MapScene scene(plan, settings_of(plan));
  const Camera camera = camera_of(plan);
  std::set<Id> found;
  for (const std::vector<QRectF>& box : label_boxes(scene, camera))
    for (const Id id : measures_at(scene, camera, box.front().center(), 0)) found.insert(id);
  BOOST_TEST(found.contains(106));
  BOOST_TEST(found.contains(107));
}

BOOST_AUTO_TEST_CASE(the_district_under_the_mouse_is_found) {
  const PlanPtr plan = sample();
  const Camera camera = camera_of(plan);
  MapSettings settings = settings_of(plan);
  BOOST_TEST(district_at(MapScene(plan, settings), camera, camera.to_screen({302900, 6001000})) == 11);
  BOOST_TEST(district_at(MapScene(plan, settings), camera, {1, 1}) == 0);
  settings.style.level = 2;
  BOOST_TEST(district_at(MapScene(plan, settings), camera, camera.to_screen({300500, 6000500})) == 20);
}

BOOST_AUTO_TEST_CASE(what_is_selected_looks_different_and_lies_above) {
  const PlanPtr plan = sample();
  MapSettings settings = settings_of(plan);
  const Frame before = render(MapScene(plan, settings), camera_of(plan));
  settings.selected_measures = {101};
  settings.selected_districts = {11};
  const Frame after = render(MapScene(plan, settings), camera_of(plan));
  const QPoint symbol = after.camera.to_screen({300500, 6000500}).toPoint();
  const QRect around(symbol - QPoint(14, 14), QSize(28, 28));
  BOOST_TEST((before.image.copy(around) != after.image.copy(around)));
  BOOST_TEST(lightness(at(after, {303000, 6000000 + 0.5})) < lightness(at(before, {303000, 6000000 + 0.5})));
}

BOOST_AUTO_TEST_CASE(a_class_lit_up_in_the_legend_stays_while_the_others_step_back) {
  const PlanPtr plan = sample();
  MapSettings settings = settings_of(plan);
  settings.highlighted_class = 4;
  const MapScene scene(plan, settings);
  const Frame frame = render(scene, camera_of(plan));
  BOOST_TEST((at(frame, {302150, 6003850}) == scene.legend().classes[4].fill));
  BOOST_TEST((at(frame, {300150, 6003850}) != scene.legend().classes[3].fill));
}

BOOST_AUTO_TEST_CASE(the_same_map_is_the_same_picture) {
  const PlanPtr plan = sample();
  const MapScene scene(plan, settings_of(plan));
  const Camera camera = camera_of(plan);
  const Frame bands = render(scene, camera);
  BOOST_TEST((render(scene, camera).image == bands.image));
  QImage whole(camera.size, QImage::Format_ARGB32_Premultiplied);
  QPainter painter(&whole);
  BOOST_TEST(scene.draw(painter, camera).empty());
  painter.end();
  int different = 0;
  for (int y = 0; y < whole.height(); ++y)
    for (int x = 0; x < whole.width(); ++x) {
      const QColor a = whole.pixelColor(x, y);
      const QColor b = bands.image.pixelColor(x, y);
      different += std::abs(a.red() - b.red()) + std::abs(a.green() - b.green()) + std::abs(a.blue() - b.blue()) > 24;
    }
  BOOST_TEST(different < 20);  // bands and one pass differ at most where strokes are cut
}

BOOST_AUTO_TEST_CASE(a_picture_for_a_fine_screen_has_more_pixels) {
  const PlanPtr plan = sample();
  Camera camera = camera_of(plan);
  camera.device_pixel_ratio = 2;
  const Frame frame = render(MapScene(plan, settings_of(plan)), camera);
  BOOST_TEST((frame.image.size() == QSize(1800, 1280)));
  BOOST_TEST(frame.image.devicePixelRatio() == 2);
  BOOST_TEST((at(frame, {302500, 6003300}) == block_colour(Block::governance)));
}

BOOST_AUTO_TEST_CASE(a_stopped_drawing_returns_at_once_without_a_picture) {
  auto plan = std::make_shared<Plan>(*sample());
  for (int i = 0; i < 20000; ++i)
    plan->measures.push_back(tests::measure(1000 + i, Block::places, Phase::idea,
                                            tests::at({300000.0 + i % 6000, 6000000.0 + i * 7 % 4000})));
  const MapScene scene(plan, settings_of(plan));
  const Camera camera = camera_of(plan);
  render(scene, camera);
  std::stop_source source;
  source.request_stop();
  const auto start = std::chrono::steady_clock::now();
  BOOST_TEST(render(scene, camera, source.get_token()).image.isNull());
  BOOST_TEST(
      (std::chrono::steady_clock::now() - start < std::chrono::milliseconds(100)));  // 5 on a machine of one's own
}

BOOST_AUTO_TEST_CASE(an_empty_plan_is_an_empty_map) {
  const auto plan = std::make_shared<Plan>();
  const MapScene scene(plan, settings_of(plan));
  Camera camera;
  camera.size = {400, 300};
  BOOST_TEST(!render(scene, camera).image.isNull());
  BOOST_TEST(scene.legend().classes.empty());
  BOOST_TEST(measures_at(scene, camera, {10, 10}).empty());
  BOOST_TEST(district_at(scene, camera, {10, 10}) == 0);
}

BOOST_AUTO_TEST_CASE(dark_maps_are_dark) {
  const PlanPtr plan = sample();
  MapSettings settings = settings_of(plan);
  settings.theme = Theme::dark;
  const Frame frame = render(MapScene(plan, settings), camera_of(plan));
  BOOST_TEST(lightness(frame.image.pixelColor(2, 300)) < 20);
  BOOST_TEST(lightness(at(frame, {302150, 6003850})) < 50);
}

BOOST_AUTO_TEST_CASE(colours_of_measures_tell_block_phase_or_cost) {
  const PlanPtr plan = sample();
  MapSettings settings = settings_of(plan);
  const auto colour = [&] { return at(render(MapScene(plan, settings), camera_of(plan)), {302500, 6003300}); };
  BOOST_TEST((colour() == block_colour(Block::governance)));
  settings.style.measure_colours = MeasureColours::phase;
  BOOST_TEST((colour() == phase_colour(Phase::decided)));
  const MapScene by_phase(plan, settings);
  int counted = 0;
  for (const LegendClass& entry : by_phase.legend().measure_classes) counted += entry.districts;
  BOOST_TEST(counted == static_cast<int>(plan->measures.size()));
  settings.style.measure_colours = MeasureColours::cost;
  const MapScene by_cost(plan, settings);
  BOOST_TEST(!by_cost.legend().measure_classes.empty());
  BOOST_TEST((colour() != block_colour(Block::governance)));
}

BOOST_AUTO_TEST_SUITE_END()
