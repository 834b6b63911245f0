#include "layers/context.h"

#include <QImage>
#include <boost/test/unit_test.hpp>

#include "gis/plan/edits.h"
#include "layers/legend.h"
#include "layers/map.h"
#include "layers/pdf_paths.h"
#include "tests/support/sample.h"

#include "tests/layers/layered.h"

using namespace smile;
using namespace smile::layers;

namespace {

/// n × n squares of `side` metres, `pitch` apart, from (0, 0); field "kind" a or b in turn, field "n" 0, 1, 2 …
LayerDataPtr houses(int n, double side, double pitch) {
  auto data = std::make_shared<LayerData>();
  data->kind = GeometryKind::area;
  data->features.columns.resize(2);
  data->features.columns[0].name = "kind";
  data->features.columns[1].name = "n";
  data->features.columns[1].kind = ValueColumn::Kind::integer;
  for (int i = 0; i < n * n; ++i) {
    const double x = i % n * pitch;
    const double y = i / n * pitch;
    append_feature(data->features, make_area({{x, y}, {x + side, y}, {x + side, y + side}, {x, y + side}}),
                   {i % 2 == 0 ? "a" : "b", std::to_string(i)});
  }
  for (const Point& p : data->features.shapes.points) data->box.add(p);
  return data;
}

MapLayerPtr layer_of(LayerStyle style) {
  MapLayer layer;
  layer.id = 7;
  layer.name = "Häuser";
  layer.kind = GeometryKind::area;
  layer.style = std::move(style);
  return std::make_shared<const MapLayer>(layer);
}

QImage drawn(const ContextLayer& layer, const Camera& camera) {
  QImage image(camera.size, QImage::Format_ARGB32_Premultiplied);
  image.fill(Qt::white);
  QPainter painter(&image);
  painter.setRenderHint(QPainter::Antialiasing);
  draw_context(painter, layer, camera, QRectF(QPointF(), QSizeF(camera.size)), {});
  return image;
}

double mean_red(const QImage& image) {
  double sum = 0;
  for (int y = 0; y < image.height(); ++y)
    for (int x = 0; x < image.width(); ++x) sum += image.pixelColor(x, y).red();
  return sum / image.width() / image.height();
}

}  // namespace

BOOST_AUTO_TEST_SUITE(context)

BOOST_AUTO_TEST_CASE(features_too_small_to_be_seen_cover_as_much_as_they_do_close_up) {
  // A quarter of the ground is built on: from wherever it is seen (without outlines) a quarter of the picture is ink.
  LayerStyle style;
  style.colour = "#000000";
  const ContextLayer layer = prepare_context(layer_of(style), houses(64, 10, 20), Theme::light, Language::english);
  for (const double metres_per_pixel : {2.0, 4.0, 16.0}) {
    const int side = static_cast<int>(1280 / metres_per_pixel);
    const Camera camera{{640, 640}, metres_per_pixel, QSize(side, side), 1};
    BOOST_TEST(mean_red(drawn(layer, camera)) == 255 * 0.75, boost::test_tools::tolerance(0.03));
  }
}

BOOST_AUTO_TEST_CASE(categories_and_classes_colour_by_value_and_are_counted) {
  LayerStyle style;
  style.method = StyleMethod::categories;
  style.field = "kind";
  style.categories = {{"a", "#ff0000"}};
  const LayerDataPtr data = houses(4, 10, 20);
  const ContextLayer kinds = prepare_context(layer_of(style), data, Theme::light, Language::english);
  BOOST_REQUIRE(kinds.paints.size() == 2U);
  BOOST_TEST(kinds.paints[0].features == 8);
  BOOST_TEST(kinds.paints[1].features == 8);
  BOOST_TEST(kinds.paints[1].label.toStdString() == "other values");
  const Camera camera{{40, 40}, 0.1, QSize(800, 800), 1};
  const QImage image = drawn(kinds, camera);
  BOOST_TEST((image.pixelColor(camera.to_screen({5, 5}).toPoint()) == QColor("#ff0000")));
  BOOST_TEST((image.pixelColor(camera.to_screen({25, 5}).toPoint()) == kinds.paints[1].fill));
  style.method = StyleMethod::classes;
  style.field = "n";
  style.classes = 4;
  style.class_method = ClassMethod::quantile;
  const ContextLayer classes = prepare_context(layer_of(style), data, Theme::light, Language::german);
  BOOST_REQUIRE(classes.paints.size() == 5U);
  int counted = 0;
  for (const FeaturePaint& paint : classes.paints) counted += paint.features;
  BOOST_TEST(counted == 16);
  BOOST_TEST(classes.paints.back().features == 0);
}

BOOST_AUTO_TEST_CASE(a_legend_of_a_frame_explains_and_counts_only_what_is_in_it) {
  LayerStyle style;
  style.method = StyleMethod::categories;
  style.field = "kind";
  style.categories = {{"a", "#ff0000"}};
  const ContextLayer kinds = prepare_context(layer_of(style), houses(4, 10, 20), Theme::light, Language::english);
  BOOST_TEST(legend_paints(kinds).size() == 2U);
  const std::vector<FeaturePaint> one = legend_paints(kinds, Box{1, 1, 4, 4});
  BOOST_TEST_REQUIRE(one.size() == 1U);
  BOOST_TEST(one[0].label.toStdString() == "a");
  BOOST_TEST(one[0].features == 1);
  BOOST_TEST(legend_paints(kinds, Box{900, 900, 910, 910}).empty());
}

BOOST_AUTO_TEST_CASE(pale_kinds_do_not_glow_on_a_dark_map) {
  LayerStyle style;
  style.method = StyleMethod::categories;
  style.field = "kind";
  style.categories = {{"home", "#ffffff"}, {"park", "#cbdfbe"}, {"bold", "#0072b2"}};
  const auto fill = [&](Theme theme, std::size_t i) {
    return prepare_context(layer_of(style), houses(2, 1, 2), theme, Language::english).paints[i].fill;
  };
  BOOST_TEST((fill(Theme::light, 0) == QColor("#ffffff")));
  for (const std::size_t pale : {0U, 1U}) BOOST_TEST(fill(Theme::dark, pale).lightnessF() < 0.35);
  BOOST_TEST(std::abs(fill(Theme::dark, 1).hslHue() - QColor("#cbdfbe").hslHue()) <= 6);
  BOOST_TEST((fill(Theme::dark, 2) == QColor("#0072b2")));
}

BOOST_AUTO_TEST_CASE(a_field_that_has_gone_leaves_one_look) {
  LayerStyle style;
  style.method = StyleMethod::classes;
  style.field = "fort";
  BOOST_TEST(prepare_context(layer_of(style), houses(2, 1, 2), Theme::dark, Language::english).paints.size() == 1U);
}

BOOST_AUTO_TEST_CASE(simplified_steps_are_never_off_by_more_than_they_say) {
  auto data = std::make_shared<LayerData>();
  data->kind = GeometryKind::line;
  std::vector<Point> wave;
  for (int i = 0; i < 3000; ++i) wave.push_back({300000.0 + i, 6000000 + 40 * std::sin(i / 40.0)});
  append_feature(data->features, make_line(wave), {});
  for (const Point& p : wave) data->box.add(p);
  const FeatureShapes shapes(data);
  std::size_t last = wave.size() + 1;
  for (const double tolerance : {0.0, 0.6, 3.0, 10.0, 40.0}) {
    const auto& step = shapes.at(tolerance);
    BOOST_TEST(step.tolerance <= tolerance);
    const auto path = step.path(0);
    BOOST_TEST(path.size() < last);
    last = path.size();
    for (const Point& p : wave) {
      double nearest = INFINITY;
      for (std::size_t i = 1; i < path.size(); ++i) {
        const double x = p.x - shapes.origin().x, y = p.y - shapes.origin().y;
        const double dx = path[i].x - path[i - 1].x, dy = path[i].y - path[i - 1].y;
        const double t =
            std::clamp(((x - path[i - 1].x) * dx + (y - path[i - 1].y) * dy) / (dx * dx + dy * dy), 0.0, 1.0);
        nearest = std::min(nearest, std::hypot(x - path[i - 1].x - t * dx, y - path[i - 1].y - t * dy));
      }
      if (nearest > step.tolerance + 0.01) BOOST_TEST(nearest <= step.tolerance + 0.01);
    }
  }
}

BOOST_AUTO_TEST_CASE(on_paper_a_line_may_be_off_by_a_twentieth_of_a_millimetre) {
  auto data = std::make_shared<LayerData>();
  data->kind = GeometryKind::line;
  append_feature(data->features, make_line({{0, 0}, {100, 1.5}, {200, 0}}), {});  // 1.5 m off the straight
  for (const Point& p : data->features.shapes.points) data->box.add(p);
  MapLayer line;
  line.kind = GeometryKind::line;
  const ContextLayer layer =
      prepare_context(std::make_shared<const MapLayer>(line), data, Theme::light, Language::english);
  const auto bytes_at = [&](double scale) {
    Camera camera;
    camera.centre = {100, 0};
    camera.size = QSize(400, 300);
    camera.metres_per_pixel = scale * 0.0254 / 96;
    return paths_of({300, 225}, 600,
                    [&](QPainter& painter) {
                      painter.scale(600 / 96.0, 600 / 96.0);
                      draw_context(painter, layer, camera, QRectF(QPointF(), QSizeF(camera.size)), {});
                    })
        ->deflated.size();
  };
  // 1:40,000 is 2 m in 0.05 mm, the first step of detail that leaves the corner out.
  BOOST_TEST(bytes_at(40000) < bytes_at(39900));
}

BOOST_AUTO_TEST_CASE(a_layer_is_on_the_map_in_its_place_and_in_the_legend) {
  Plan plan = tests::sample_plan();
  MapLayer layer;
  layer.name = "Park";
  layer.kind = GeometryKind::area;
  layer.style.topic = LayerTopic::green;
  plan = add_layer(layer, {}).apply(plan);
  const Id id = plan.layers.front()->id;
  auto data = std::make_shared<LayerData>();
  data->kind = GeometryKind::area;
  append_feature(data->features,
                 make_area({{301100, 6000100}, {301900, 6000100}, {301900, 6000400}, {301100, 6000400}}), {});
  for (const Point& p : data->features.shapes.points) data->box.add(p);
  const auto shared = std::make_shared<const Plan>(plan);
  MapSettings settings;
  settings.style = plan.style;
  const Camera camera = fit(extent(plan), {600, 400}, 20);
  const MapScene scene(shared, settings, {{id, data}});
  BOOST_REQUIRE(scene.legend().layers.size() == 1U);
  BOOST_TEST(scene.legend().layers[0].name.toStdString() == "Park");
  const QColor green = topic_colours(Theme::light, LayerTopic::green, GeometryKind::area).fill;
  const QPoint inside = camera.to_screen({301500, 6000250}).toPoint();
  BOOST_TEST((render(scene, camera).image.pixelColor(inside) == green));
  // Not where it is out of its range of scales, and not without its data.
  for (LayerSettings& line : settings.style.layers)
    if (layer_of_key(line.layer) == id) line.farthest = 1000;
  const MapScene out_of_range(shared, settings, {{id, data}});
  BOOST_TEST(legend_at(out_of_range.legend(), 900).layers.size() == 1U);
  BOOST_TEST(legend_at(out_of_range.legend(), 1100).layers.empty());
  BOOST_TEST((render(MapScene(shared, settings, {{id, data}}), camera).image.pixelColor(inside) != green));
  settings.style = plan.style;
  BOOST_TEST((render(MapScene(shared, settings), camera).image.pixelColor(inside) != green));
}

BOOST_AUTO_TEST_CASE(circles_are_as_large_as_the_number_and_the_largest_lies_lowest) {
  LayerStyle style;
  style.method = StyleMethod::proportional;
  style.field = "n";
  style.largest = 60;
  const ContextLayer layer = prepare_context(layer_of(style), houses(4, 10, 20), Theme::light, Language::english);
  BOOST_REQUIRE(layer.circles.size() == 15U);  // 0 has none
  BOOST_TEST(layer.circles.front().diameter == 60);
  for (std::size_t i = 1; i < layer.circles.size(); ++i)
    BOOST_TEST(layer.circles[i].diameter <= layer.circles[i - 1].diameter);
  const double smallest = layer.circles.back().diameter;
  BOOST_TEST(smallest * smallest * 15 == 3600, boost::test_tools::tolerance(1e-4));
  BOOST_TEST(layer.samples.size() == 3U);
  BOOST_TEST(layer.samples.front().label.toStdString() == "15");
}

BOOST_AUTO_TEST_CASE(a_heat_map_counts_every_point_once_and_looks_the_same_from_everywhere) {
  auto data = std::make_shared<LayerData>();
  data->kind = GeometryKind::point;
  for (int i = 0; i < 400; ++i) append_feature(data->features, make_point({i % 20 * 10.0, i / 20 * 10.0}), {});
  append_feature(data->features, make_point({5000, 5000}), {});
  for (const Point& p : data->features.shapes.points) data->box.add(p);
  const HeatField field(feature_shapes(data), {}, 100);
  // In the middle of the grid a point stands on every 100 m²: 10,000 per km².
  BOOST_TEST(field.most() == 10000, boost::test_tools::tolerance(0.12));
  const Camera camera{{95, 95}, 1, QSize(400, 400), 1};
  const auto painted = [&](const QRectF& visible) {
    QImage image(camera.size, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::white);
    QPainter painter(&image);
    field.draw(painter, camera, visible, {Qt::white, Qt::red, Qt::black}, {});
    return image;
  };
  const QImage whole = painted({0, 0, 400, 400});
  const QImage part = painted({100, 100, 150, 150});
  BOOST_TEST(whole.pixelColor(200, 200).red() < 120);
  BOOST_TEST((whole.pixelColor(390, 10) == QColor(Qt::white)));
  for (const QPoint at : {QPoint(200, 200), QPoint(130, 160), QPoint(240, 110)})
    BOOST_TEST(std::abs(whole.pixelColor(at).green() - part.pixelColor(at).green()) <= 2);
}

BOOST_AUTO_TEST_CASE(patterns_cover_a_part_and_stick_to_the_ground) {
  LayerStyle style;
  style.colour = "#000000";
  const auto ink = [&](Pattern pattern, Point centre, double metres_per_pixel) {
    style.pattern = pattern;
    const ContextLayer layer = prepare_context(layer_of(style), houses(1, 400, 400), Theme::light, Language::english);
    return drawn(layer, {centre, metres_per_pixel, QSize(120, 120), 1});
  };
  for (const Pattern pattern : {Pattern::hatched, Pattern::crossed, Pattern::dotted}) {
    const double red = mean_red(ink(pattern, {200, 200}, 1));
    BOOST_TEST(red > 255 * 0.4);
    BOOST_TEST(red < 255 * 0.93);
  }
  BOOST_TEST(mean_red(ink(Pattern::outline, {200, 200}, 1)) == 255);
  BOOST_TEST(mean_red(ink(Pattern::solid, {200, 200}, 1)) == 0);
  const QImage before = ink(Pattern::hatched, {200, 200}, 1);
  const QImage after = ink(Pattern::hatched, {205, 203}, 1);
  int moved_along = 0;
  for (int y = 20; y < 100; ++y)
    for (int x = 20; x < 100; ++x)
      moved_along += std::abs(before.pixelColor(x, y).red() - after.pixelColor(x - 5, y + 3).red()) < 12;
  BOOST_TEST(moved_along == 6400);
}

BOOST_AUTO_TEST_CASE(broken_lines_have_gaps) {
  auto data = std::make_shared<LayerData>();
  data->kind = GeometryKind::line;
  append_feature(data->features, make_line({{0, 0}, {400, 0}}), {});
  for (const Point& p : data->features.shapes.points) data->box.add(p);
  const auto ink = [&](Pattern pattern) {
    MapLayer layer;
    layer.id = 8, layer.kind = GeometryKind::line;
    layer.style.colour = "#000000", layer.style.width = 3, layer.style.pattern = pattern;
    const ContextLayer context =
        prepare_context(std::make_shared<const MapLayer>(layer), data, Theme::light, Language::english);
    return 255 - mean_red(drawn(context, {{200, 0}, 1, QSize(380, 20), 1}));
  };
  const double whole = ink(Pattern::solid), dashed = ink(Pattern::dashed), dotted = ink(Pattern::dotted);
  BOOST_TEST(dashed < whole * 0.8);
  BOOST_TEST(dotted < dashed);
  BOOST_TEST(dotted > whole * 0.15);
}

BOOST_AUTO_TEST_CASE(thousands_of_points_seen_from_far_have_the_colour_of_their_layer_and_not_of_their_edges) {
  tests::Layered map;
  map.plan.measures.clear();
  std::vector<Geometry> many;
  for (int i = 0; i < 150; ++i)
    for (int k = 0; k < 150; ++k) many.push_back(make_point({301000.0 + 20 * i, 6000500.0 + 20 * k}));
  map.add("Bäume", LayerTopic::other, many);
  for (LayerSettings& layer : map.plan.style.layers) layer.visible = layer_of_key(layer.layer) != 0;
  const QImage image = render(map.scene(), {{302500, 6002000}, 45, {120, 120}, 1}).image;
  const QColor fill = topic_colours(Theme::light, LayerTopic::other, GeometryKind::point).fill;
  double sum = 0;
  for (int y = 50; y < 70; ++y)
    for (int x = 50; x < 70; ++x) sum += lightness(image.pixelColor(x, y));
  BOOST_TEST(std::abs(sum / 400 - lightness(fill)) < 10);
}

BOOST_AUTO_TEST_SUITE_END()
