#include "gis/store/layer_style.h"

#include <algorithm>
#include <cmath>

#include "gis/plan/classify.h"
#include "gis/plan/topic_look.h"
#include "gis/store/feature_tables.h"
#include "gis/store/qml.h"

namespace smile::store {
namespace {

/// Colours as "#RRGGBB" or "#RRGGBBAA".
struct Look {
  std::string fill;
  std::string edge;
  double width;  ///< pixels at 96 dpi
};

std::string millimetres(double pixels) {
  return number(std::round(pixels * 25.4 / 96 * 1000) / 1000);
}

/// What sets a colour off from its ground, as on our own maps.
std::string edge_of(const std::string& fill) {
  char out[8] = "#";
  for (const std::size_t digit : {1U, 3U, 5U}) {
    const long darker = std::lround(std::stoi(fill.substr(digit, 2), nullptr, 16) / 1.35);
    std::snprintf(out + digit, 3, "%02lX", static_cast<unsigned long>(darker) & 0xFFUL);
  }
  return out + fill.substr(7);
}

Look look_of(const MapLayer& layer) {
  const TopicLook& topic = topic_look(layer.style.topic, layer.kind);
  Look look{topic.fill, topic.edge, topic.width};
  if (layer.style.colour.size() >= 7) look = {layer.style.colour, edge_of(layer.style.colour), topic.width};
  if (layer.style.width > 0) look.width = layer.style.width;
  return look;
}

Look coloured(Look look, const std::string& fill) {
  if (fill.size() >= 7) look.fill = fill, look.edge = edge_of(fill);
  return look;
}

const char* brush_style(Pattern pattern) {
  switch (pattern) {
    case Pattern::hatched:
    case Pattern::dashed:
      return "b_diagonal";
    case Pattern::crossed:
      return "diagonal_x";
    case Pattern::dotted:
      return "dense6";
    case Pattern::outline:
      return "no";
    case Pattern::solid:
      break;
  }
  return "solid";
}

Properties fill_of(const Look& look, Pattern pattern) {
  return {{"color", rgba(look.fill)},   {"outline_color", rgba(look.edge)},
          {"outline_style", "solid"},   {"outline_width", millimetres(0.8)},
          {"outline_width_unit", "MM"}, {"style", brush_style(pattern)},
          {"joinstyle", "bevel"}};
}

Properties stroke(const std::string& colour, double width, const char* style) {
  return {{"line_color", rgba(colour)}, {"line_width", millimetres(width)},
          {"line_width_unit", "MM"},    {"line_style", style},
          {"capstyle", "round"},        {"joinstyle", "round"}};
}

Properties marker_of(const Look& look) {
  return {{"name", "circle"},
          {"color", rgba(look.fill)},
          {"outline_color", rgba(look.edge)},
          {"outline_style", "solid"},
          {"outline_width", millimetres(1)},
          {"outline_width_unit", "MM"},
          {"size", millimetres(look.width)},
          {"size_unit", "MM"}};
}

/// Streets are bands with two edges; the bands lie above all edges, so that crossings are open.
std::string line_layers(const Look& look, Pattern pattern) {
  if (pattern == Pattern::dashed || pattern == Pattern::dotted)
    return symbol_layer("SimpleLine", stroke(look.fill, look.width, pattern == Pattern::dashed ? "dash" : "dot"));
  if (look.edge == look.fill) return symbol_layer("SimpleLine", stroke(look.fill, look.width, "solid"));
  return symbol_layer("SimpleLine", stroke(look.edge, look.width + 1.6, "solid")) +
         symbol_layer("SimpleLine", stroke(look.fill, look.width, "solid"), {}, 1);
}

std::string feature_symbol(const MapLayer& layer, int name, const Look& look) {
  switch (layer.kind) {
    case GeometryKind::area:
      return symbol("fill", name, "SimpleFill", fill_of(look, layer.style.pattern));
    case GeometryKind::line:
      return symbol_of("line", name, line_layers(look, layer.style.pattern));
    default:
      return symbol("marker", name, "SimpleMarker", marker_of(look));
  }
}

std::string renderer(const std::string& type, const std::string& attributes, const std::string& inner) {
  return "<renderer-v2 type=\"" + type + "\" symbollevels=\"1\" enableorderby=\"0\" forceraster=\"0\"" + attributes +
         ">" + inner + "</renderer-v2>";
}

std::string single(const std::string& symbol) {
  return renderer("singleSymbol", "", "<symbols>" + symbol + "</symbols>");
}

std::string quoted_field(const std::string& field) {
  return database::quoted_name(field);
}

std::string categorised(const MapLayer& layer, const Look& look) {
  std::string categories;
  std::string symbols;
  int name = 0;
  for (const LayerCategory& category : layer.style.categories) {
    const std::string value = escaped(category.value);
    categories += "<category render=\"true\" symbol=\"" + std::to_string(name) + "\" value=\"" + value + "\" label=\"" +
                  value + "\" type=\"string\"/>";
    symbols += feature_symbol(layer, name++, coloured(look, category.colour));
  }
  categories +=
      "<category render=\"true\" symbol=\"" + std::to_string(name) + "\" value=\"\" label=\"–\" type=\"NULL\"/>";
  symbols += feature_symbol(layer, name, look);
  return renderer("categorizedSymbol", " attr=\"" + escaped(quoted_field(layer.style.field)) + "\"",
                  "<categories>" + categories + "</categories><symbols>" + symbols + "</symbols>");
}

/// Rules instead of QGIS's graduated renderer: there a value on a limit belongs to the lower class, here to the upper.
std::string classified(const MapLayer& layer, const Look& look, const std::vector<double>& values) {
  const Classes classes = classes_of(values, layer.style);
  const int count = classes.count();
  const std::vector<std::string> colours = ramp_colours(layer.style.ramp, count);
  const std::string field = quoted_field(layer.style.field);
  std::string rules;
  std::string symbols;
  for (int i = 0; i < count; ++i) {
    const auto at = static_cast<std::size_t>(i);
    const std::string filter = field + " >= " + number(classes.limits[at]) + " AND " + field +
                               (i + 1 == count ? " <= " : " < ") + number(classes.limits[at + 1]);
    rules += "<rule key=\"{class" + std::to_string(i) + "}\" symbol=\"" + std::to_string(i) + "\" filter=\"" +
             escaped(filter) + "\" label=\"" + escaped(class_label(Language::german, classes, i)) + "\"/>";
    symbols += feature_symbol(layer, i, coloured(look, colours[at]));
  }
  rules += "<rule key=\"{none}\" symbol=\"" + std::to_string(count) + "\" filter=\"ELSE\" label=\"–\"/>";
  symbols += feature_symbol(layer, count, look);
  return renderer("RuleRenderer", "", "<rules key=\"{root}\">" + rules + "</rules><symbols>" + symbols + "</symbols>");
}

/// Circles whose area is the value; areas and lines carry theirs in the middle.
std::string proportional(const MapLayer& layer, const Look& look, const std::vector<double>& values) {
  const double most = values.empty() ? 1 : *std::max_element(values.begin(), values.end());
  const double largest = layer.style.largest > 0 ? layer.style.largest : 40;
  const std::string size = "coalesce(sqrt(max(" + quoted_field(layer.style.field) + ", 0) / " +
                           number(most > 0 ? most : 1) + "), 0) * " + millimetres(largest);
  const std::string circle = symbol_layer("SimpleMarker", marker_of(look), {{"size", size}});
  if (layer.kind == GeometryKind::point) return single(symbol_of("marker", 0, circle));
  const std::string inner =
      "<symbol type=\"marker\" name=\"@0@0\" alpha=\"1\" clip_to_extent=\"1\">" + circle + "</symbol>";
  const Properties generator = {{"SymbolType", "Marker"}, {"geometryModifier", "point_on_surface($geometry)"}};
  std::string layers = symbol_layer("GeometryGenerator", generator);
  layers.insert(layers.rfind("</layer>"), inner);
  return single(symbol_of(layer.kind == GeometryKind::area ? "fill" : "line", 0, layers));
}

/// Clear where there is next to nothing, opaque from a quarter of the most on: as our own field.
std::string heat_ramp(const std::string& name) {
  const std::vector<std::string> steps = ramp_colours(name.empty() ? "orange" : name, 5);
  const auto option = [](const std::string& key, const std::string& value) {
    return "<Option type=\"QString\" name=\"" + key + "\" value=\"" + value + "\"/>";
  };
  const auto stop = [&](const char* at, std::size_t step) { return at + (";" + rgba(steps[step] + "DB")); };
  return "<colorramp type=\"gradient\" name=\"[source]\"><Option type=\"Map\">" +
         option("color1", rgba(steps[0] + "00")) + option("color2", rgba(steps[4] + "DB")) + option("discrete", "0") +
         option("rampType", "gradient") +
         option("stops", stop("0.25", 1) + ":" + stop("0.5", 2) + ":" + stop("0.75", 3)) + "</Option></colorramp>";
}

std::string heat_map(const MapLayer& layer) {
  const double radius = layer.style.radius_m > 0 ? layer.style.radius_m : 300;
  const std::string weight = layer.style.field.empty() ? "" : quoted_field(layer.style.field);
  return renderer("heatmapRenderer",
                  " radius=\"" + number(radius) +
                      "\" radius_unit=\"1\" radius_map_unit_scale=\"3x:0,0,0,0,0,0\" max_value=\"0\" quality=\"2\" "
                      "weight_expression=\"" +
                      escaped(weight) + "\"",
                  heat_ramp(layer.style.ramp));
}

std::string features_renderer(const MapLayer& layer, const std::vector<double>& values) {
  const Look look = look_of(layer);
  const bool has_field = !layer.style.field.empty();
  switch (layer.style.method) {
    case StyleMethod::categories:
      if (has_field) return categorised(layer, look);
      break;
    case StyleMethod::classes:
      if (has_field) return classified(layer, look, values);
      break;
    case StyleMethod::proportional:
      if (has_field) return proportional(layer, look, values);
      break;
    case StyleMethod::heat_map:
      if (layer.kind == GeometryKind::point) return heat_map(layer);
      break;
    case StyleMethod::single:
      break;
  }
  return single(feature_symbol(layer, 0, look));
}

LayerSettings settings_of(const Plan& plan, Id layer) {
  for (const LayerSettings& settings : plan.style.layers)
    if (layer_of_key(settings.layer) == layer) return settings;
  return {};
}

bool same_look(const Plan& a, const Plan& b, const MapLayer& layer) {
  const MapLayer* other = find_layer(a, layer.id);
  return other != nullptr && (other == &layer || *other == layer) &&
         settings_of(a, layer.id) == settings_of(b, layer.id);
}

}  // namespace

namespace {

/// QGIS names whatever finds room; our maps name features once they are large enough, which is about here.
double names_from(GeometryKind kind) {
  return kind == GeometryKind::point ? 15'000 : kind == GeometryKind::line ? 25'000 : 60'000;
}

}  // namespace

std::string layer_qml(const MapLayer& layer, const LayerSettings& settings, const std::vector<double>& values) {
  std::string labels;
  if (!layer.style.label_field.empty()) {
    const int placement = layer.kind == GeometryKind::line ? 2 : layer.kind == GeometryKind::area ? 1 : 0;
    labels =
        labeling({escaped(layer.style.label_field), "7", "85,85,95,255", placement, false, names_from(layer.kind)});
  }
  return document(features_renderer(layer, values), labels, {settings.opacity, settings.closest, settings.farthest});
}

void put_layer_styles(database::Connection& connection, const Plan& saved, const Plan& next) {
  for (const MapLayerPtr& layer : next.layers) {
    const std::string& table = layer->source.layer;
    if (layer->source.kind != LayerSource::Kind::plan || same_look(saved, next, *layer)) continue;
    if (!is_feature_table(table)) continue;
    const bool by_amount =
        layer->style.method == StyleMethod::classes || layer->style.method == StyleMethod::proportional;
    const auto values = by_amount ? numbers_in(connection, table, layer->style.field) : std::vector<double>();
    put_style(connection, table, true, layer_qml(*layer, settings_of(next, layer->id), values));
  }
}

}  // namespace smile::store
