// Styles of layers for QGIS: the same classes and colours as on our own map.

#include "gis/store/layer_style.h"

#include <boost/test/unit_test.hpp>

#include "gis/plan/classify.h"
#include "gis/plan/edits.h"
#include "gis/plan/topic_look.h"
#include "gis/store/plan_file.h"
#include "gis/store/qml.h"
#include "tests/support/places.h"

using namespace smile;
using namespace smile::store;

namespace {

MapLayer layer_of(LayerTopic topic, GeometryKind kind) {
  MapLayer layer;
  layer.id = 7;
  layer.name = "Layer";
  layer.kind = kind;
  layer.style.topic = topic;
  return layer;
}

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

std::size_t count_of(const std::string& text, const std::string& part) {
  std::size_t count = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++count;
  return count;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(layer_style)

BOOST_AUTO_TEST_CASE(a_layer_nobody_styled_has_the_colours_of_its_topic) {
  for (const LayerTopic topic : {LayerTopic::water, LayerTopic::green, LayerTopic::buildings}) {
    const std::string qml = layer_qml(layer_of(topic, GeometryKind::area), {}, {});
    BOOST_TEST(has(qml, "singleSymbol"));
    BOOST_TEST(has(qml, rgba(topic_look(topic, GeometryKind::area).fill)));
  }
  const std::string streets = layer_qml(layer_of(LayerTopic::streets, GeometryKind::line), {}, {});
  BOOST_TEST(count_of(streets, "SimpleLine") == 2);  // a casing and a core …
  BOOST_TEST(has(streets, "symbollevels=\"1\""));    // … all cores above all casings
  BOOST_TEST(has(streets, "255,255,255,255"));
  BOOST_TEST(has(layer_qml(layer_of(LayerTopic::stops, GeometryKind::point), {}, {}), "SimpleMarker"));
}

BOOST_AUTO_TEST_CASE(colour_width_dash_pattern_opacity_and_scales_are_handed_on) {
  MapLayer line = layer_of(LayerTopic::streets, GeometryKind::line);
  line.style.colour = "#102030";
  line.style.width = 9.6;  // pixels: 2.54 mm
  line.style.pattern = Pattern::dashed;
  const std::string qml = layer_qml(line, {"layer:7", true, 0.5, 1000, 60000, {}}, {});
  for (const char* part : {"16,32,48,255", "value=\"2.54\"", "value=\"dash\"", "<layerOpacity>0.5</layerOpacity>",
                           "hasScaleBasedVisibilityFlag=\"1\"", "minScale=\"60000\"", "maxScale=\"1000\""})
    BOOST_TEST(has(qml, part), part);
  MapLayer area = layer_of(LayerTopic::other, GeometryKind::area);
  for (const auto& [pattern, style] :
       {std::pair(Pattern::hatched, "b_diagonal"), std::pair(Pattern::crossed, "diagonal_x"),
        std::pair(Pattern::outline, "\"no\"")}) {
    area.style.pattern = pattern;
    BOOST_TEST(has(layer_qml(area, {}, {}), style), style);
  }
}

BOOST_AUTO_TEST_CASE(categories_have_their_colours_and_the_rest_one_of_its_own) {
  MapLayer layer = layer_of(LayerTopic::green, GeometryKind::area);
  layer.style.method = StyleMethod::categories;
  layer.style.field = "art \"&\"";
  layer.style.categories = {{"Wald & <Heide>", "#0A0B0C"}, {"Park", "#0D0E0F"}};
  const std::string qml = layer_qml(layer, {}, {});
  BOOST_TEST(count_of(qml, "<category ") == 3);
  BOOST_TEST(has(qml, "value=\"Wald &amp; &lt;Heide&gt;\""));
  BOOST_TEST(has(qml, "10,11,12,255"));
  BOOST_TEST(has(qml, "attr=\"&quot;art &quot;&quot;&amp;&quot;&quot;&quot;\""));
}

BOOST_AUTO_TEST_CASE(classes_are_those_of_our_own_map) {
  MapLayer layer = layer_of(LayerTopic::buildings, GeometryKind::area);
  layer.style.method = StyleMethod::classes;
  layer.style.field = "geschosse";
  layer.style.classes = 3;
  layer.style.ramp = "blue";
  const std::vector<double> values = {1, 1, 2, 5, 6, 11, 12, 12};
  const Classes classes = classes_of(values, layer.style);
  const std::string qml = layer_qml(layer, {}, values);
  BOOST_TEST(count_of(qml, "<rule key=\"{class") == static_cast<std::size_t>(classes.count()));
  BOOST_TEST(has(qml, "&gt;= " + number(classes.limits[1])));
  for (const std::string& colour : ramp_colours("blue", classes.count())) BOOST_TEST(has(qml, rgba(colour)), colour);
  BOOST_TEST(has(qml, "filter=\"ELSE\""));
}

BOOST_AUTO_TEST_CASE(amounts_are_circles_and_many_points_a_heat_map) {
  MapLayer layer = layer_of(LayerTopic::stops, GeometryKind::point);
  layer.style.method = StyleMethod::proportional;
  layer.style.field = "fahrgaeste";
  const std::string circles = layer_qml(layer, {}, {10, 400});
  BOOST_TEST(has(circles, "sqrt(max(&quot;fahrgaeste&quot;, 0) / 400)"));
  layer.style.method = StyleMethod::heat_map;
  layer.style.radius_m = 250;
  const std::string heat = layer_qml(layer, {}, {});
  BOOST_TEST(has(heat, "heatmapRenderer"));
  BOOST_TEST(has(heat, "radius=\"250\""));
  BOOST_TEST(has(heat, "weight_expression=\"&quot;fahrgaeste&quot;\""));
}

BOOST_AUTO_TEST_CASE(names_are_written_where_the_layer_has_a_field_for_them) {
  MapLayer layer = layer_of(LayerTopic::streets, GeometryKind::line);
  BOOST_TEST(has(layer_qml(layer, {}, {}), "labelsEnabled=\"0\""));
  layer.style.label_field = "name";
  const std::string qml = layer_qml(layer, {}, {});
  BOOST_TEST(has(qml, "labelsEnabled=\"1\""));
  BOOST_TEST(has(qml, "fieldName=\"name\""));
}

BOOST_AUTO_TEST_CASE(the_style_in_the_file_follows_the_plan) {
  tests::TemporaryFolder folder;
  Plan plan;
  plan.crs = crs_from_epsg(25833);
  MapLayer layer = layer_of(LayerTopic::green, GeometryKind::area);
  layer.source.kind = LayerSource::Kind::plan;
  layer.source.layer = "layer_1_gruen";
  plan = add_layer(layer, plan.crs).apply(plan);
  auto data = std::make_shared<LayerData>();
  data->features.columns.emplace_back().name = "wert";
  data->features.columns.back().kind = ValueColumn::Kind::integer;
  for (const char* value : {"1", "", "50"})
    append_feature(data->features, make_area({{0, 0}, {9, 0}, {9, 9}}), {value});
  data->kind = GeometryKind::area;
  PlanFile file = PlanFile::create(folder / "a.gpkg", plan, false, {{"layer_1_gruen", data}});
  const auto style = [&] {
    return database::Connection(folder / "a.gpkg", database::Access::read)
        .read_text("SELECT styleQML FROM layer_styles WHERE f_table_name = 'layer_1_gruen' AND useAsDefault");
  };
  BOOST_TEST(has(style(), "221,235,211,255"));
  MapLayer classed = *plan.layers.front();
  classed.style.method = StyleMethod::classes;
  classed.style.field = "wert";
  file.save(std::make_shared<const Plan>(change_layer(classed, {}).apply(*file.plan())));
  BOOST_TEST(has(style(), "&lt;= 50"));
  Plan faint = *file.plan();
  for (LayerSettings& settings : faint.style.layers) settings.opacity = 0.25;
  file.save(std::make_shared<const Plan>(faint));
  BOOST_TEST(has(style(), "<layerOpacity>0.25</layerOpacity>"));
}

BOOST_AUTO_TEST_SUITE_END()
