#include "gis/store/qgis_style.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

#include "gis/plan/classify.h"
#include "gis/plan/fields.h"
#include "gis/store/schema.h"

namespace smile::store {
namespace {

using Properties = std::vector<std::pair<std::string, std::string>>;

std::string escaped(const std::string& text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '&':
        out += "&amp;";
        break;
      case '"':
        out += "&quot;";
        break;
      default:
        out += c;
    }
  }
  return out;
}

std::string options(const Properties& properties) {
  std::string out = "<Option type=\"Map\">";
  for (const auto& [name, value] : properties)
    out += "<Option type=\"QString\" name=\"" + name + "\" value=\"" + escaped(value) + "\"/>";
  return out + "</Option>";
}

/// Properties that follow an expression over the row.
std::string data_defined(const Properties& expressions) {
  std::string out =
      "<data_defined_properties><Option type=\"Map\"><Option type=\"QString\" name=\"name\" value=\"\"/>"
      "<Option type=\"Map\" name=\"properties\">";
  for (const auto& [name, expression] : expressions)
    out += "<Option type=\"Map\" name=\"" + name +
           "\"><Option type=\"bool\" name=\"active\" value=\"true\"/>"
           "<Option type=\"QString\" name=\"expression\" value=\"" +
           escaped(expression) + "\"/><Option type=\"int\" name=\"type\" value=\"3\"/></Option>";
  return out +
         "</Option><Option type=\"QString\" name=\"type\" value=\"collection\"/></Option></data_defined_properties>";
}

std::string symbol(const std::string& type, int name, const std::string& layer_class, const Properties& properties,
                   const Properties& expressions = {}) {
  return "<symbol type=\"" + type + "\" name=\"" + std::to_string(name) +
         "\" alpha=\"1\" clip_to_extent=\"1\" force_rhr=\"0\"><layer class=\"" + layer_class +
         "\" enabled=\"1\" locked=\"0\" pass=\"0\">" + options(properties) +
         (expressions.empty() ? "" : data_defined(expressions)) + "</layer></symbol>";
}

struct BlockLook {
  Block block;
  const char* colour;
  const char* pale;
  const char* shape;
};
constexpr std::array<BlockLook, 5> looks = {{{Block::citizens, "0,114,178,255", "255,255,255,255", "circle"},
                                             {Block::governance, "123,94,167,255", "255,255,255,255", "square"},
                                             {Block::places, "0,129,95,255", "255,255,255,255", "diamond"},
                                             {Block::exchange, "217,130,0,255", "255,255,255,255", "triangle"},
                                             {Block::none, "91,91,102,255", "255,255,255,255", "circle"}}};

/// Hollow until it is decided, as on our own map.
std::string fill_expression(const BlockLook& look) {
  return std::string("if(\"phase\" IN ('decided', 'in_progress', 'done'), '") + look.colour + "', '" + look.pale + "')";
}

std::string measure_symbol(GeometryKind kind, int name, const BlockLook& look) {
  if (kind == GeometryKind::point)
    return symbol("marker", name, "SimpleMarker",
                  {{"name", look.shape},
                   {"color", look.colour},
                   {"outline_color", look.colour},
                   {"outline_style", "solid"},
                   {"outline_width", "0.6"},
                   {"outline_width_unit", "MM"},
                   {"size", "3.6"},
                   {"size_unit", "MM"},
                   {"joinstyle", "round"}},
                  {{"fillColor", fill_expression(look)}});
  if (kind == GeometryKind::line)
    return symbol("line", name, "SimpleLine",
                  {{"line_color", look.colour},
                   {"line_width", "0.9"},
                   {"line_width_unit", "MM"},
                   {"line_style", "solid"},
                   {"capstyle", "round"},
                   {"joinstyle", "round"}});
  std::string transparent = look.colour;
  transparent.replace(transparent.rfind(',') + 1, 3, "70");
  return symbol("fill", name, "SimpleFill",
                {{"color", transparent},
                 {"outline_color", look.colour},
                 {"outline_style", "solid"},
                 {"outline_width", "0.5"},
                 {"outline_width_unit", "MM"},
                 {"style", "solid"},
                 {"joinstyle", "round"}});
}

std::string block_label(Block block) {
  for (const Choice& choice : block_choices())
    if (choice.word == word(block)) return std::string(choice.label);
  return "–";
}

struct LabelLook {
  std::string field;
  std::string size;
  std::string colour;
  int placement;  ///< 0 around a point, 1 over it, 2 along a line
  bool capitals;
};

std::string labeling(const LabelLook& look) {
  return "<labeling type=\"simple\"><settings calloutType=\"simple\"><text-style fieldName=\"" + look.field +
         "\" isExpression=\"0\" fontSize=\"" + look.size + "\" fontSizeUnit=\"Point\" textColor=\"" + look.colour +
         "\" textOpacity=\"1\" fontLetterSpacing=\"" + (look.capitals ? "0.6" : "0") + "\" capitalization=\"" +
         (look.capitals ? "1" : "0") +
         "\"><text-buffer bufferDraw=\"1\" bufferSize=\"0.8\" bufferSizeUnits=\"MM\" "
         "bufferColor=\"246,244,241,255\" bufferOpacity=\"1\" bufferJoinStyle=\"128\"/></text-style><placement "
         "placement=\"" +
         std::to_string(look.placement) +
         "\" dist=\"1.5\" distUnits=\"MM\" priority=\"5\"/><rendering obstacle=\"0\" "
         "drawLabels=\"1\"/></settings></labeling>";
}

std::string document(const std::string& renderer, const std::string& labels) {
  return "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n<qgis version=\"3.22.0\" "
         "styleCategories=\"Symbology|Labeling\" labelsEnabled=\"1\">" +
         renderer + labels +
         "<blendMode>0</blendMode><featureBlendMode>0</featureBlendMode><layerOpacity>1</layerOpacity></qgis>";
}

// --- districts ---

/// "r,g,b,255" of a class; between the steps of the ramp as on our own maps.
std::string ramp_colour(int index, int count) {
  const double last = static_cast<double>(district_ramp.size() - 1);
  const double at = count == 1 ? last / 2 : last * index / (count - 1);
  const auto low = static_cast<std::size_t>(std::min(std::floor(at), last - 1));
  std::string colour;
  for (const std::size_t digit : {1U, 3U, 5U}) {
    const auto channel = [&](std::size_t step) {
      return std::stoi(std::string(district_ramp[step]).substr(digit, 2), nullptr, 16);
    };
    const double mixed = channel(low) + (channel(low + 1) - channel(low)) * (at - static_cast<double>(low));
    colour += std::to_string(std::lround(mixed)) + ",";
  }
  return colour + "255";
}

std::string district_symbol(int name, const std::string& colour, const Level& level,
                            const std::string& style = "solid") {
  const char* width = level.rank == 0 ? "0.5" : (level.rank == 1 ? "0.3" : "0.15");  // 2, 1.2 and 0.6 px
  return symbol("fill", name, "SimpleFill",
                {{"color", colour},
                 {"outline_color", "91,91,102,255"},
                 {"outline_style", "solid"},
                 {"outline_width", width},
                 {"outline_width_unit", "MM"},
                 {"style", style},
                 {"joinstyle", "round"}});
}

std::string number(double value) {
  char buffer[40];
  std::snprintf(buffer, sizeof buffer, "%.15g", value);
  return buffer;
}

/// The figure QGIS can compute from the district's row; "" for others.
std::string figure_expression(const std::string& figure) {
  if (figure == "inhabitants") return "\"inhabitants\"";
  return figure == "density" ? "\"inhabitants\" / \"area_m2\" * 1000000" : "";
}

std::vector<double> figure_values(const Plan& plan, const Level& level, const std::string& figure) {
  std::vector<double> values;
  const Statistic* people = inhabitants_of(plan, level.id);
  if (!people) return values;
  for (const DistrictPtr& district : plan.districts) {
    const auto found = people->figures.find(district->id);
    if (district->level != level.id || found == people->figures.end()) continue;
    if (found->second.state != Figure::State::value || !std::isfinite(found->second.value)) continue;
    const double share = figure == "density" ? 1e6 / std::max(district->area_m2, 1.0) : 1;
    values.push_back(found->second.value * share);
  }
  return values;
}

/// A rule per class, and one for districts without a figure: they are hatched, never left out.
std::string classified(const std::string& expression, const Classes& classes, const Level& level) {
  std::string rules;
  std::string symbols;
  const int count = classes.count();
  for (int i = 0; i < count; ++i) {
    const std::string lower = number(classes.limits[static_cast<std::size_t>(i)]);
    const std::string upper = number(classes.limits[static_cast<std::size_t>(i) + 1]);
    const std::string below = i + 1 == count ? " <= " : " < ";
    const std::string name = std::to_string(i);
    rules += "<rule key=\"{class" + name + "}\" symbol=\"" + name + "\" filter=\"" +
             escaped(expression + " >= " + lower + " AND " + expression + below + upper) + "\" label=\"" +
             escaped(class_label(Language::german, classes, i)) + "\"/>";
    symbols += district_symbol(i, ramp_colour(i, count), level);
  }
  rules += "<rule key=\"{none}\" symbol=\"" + std::to_string(count) + "\" filter=\"ELSE\" label=\"–\"/>";
  symbols += district_symbol(count, "170,170,176,255", level, "b_diagonal");
  return "<renderer-v2 type=\"RuleRenderer\" symbollevels=\"0\" enableorderby=\"0\" forceraster=\"0\"><rules "
         "key=\"{root}\">" +
         rules + "</rules><symbols>" + symbols + "</symbols></renderer-v2>";
}

/// The level our own map shows is coloured; the others are lines only, whichever of them QGIS puts on top.
bool is_shown(const Plan& plan, const Level& level) {
  const Level* coarsest = coarsest_level(plan);
  return plan.style.level != 0 ? plan.style.level == level.id : coarsest != nullptr && coarsest->id == level.id;
}

void put_style(database::Connection& connection, const std::string& table, bool spatial, const std::string& qml) {
  database::Statement update = connection.prepare(
      "UPDATE layer_styles SET styleQML = ?, update_time = ? WHERE f_table_name = ? AND owner = 'Smile Places'");
  update.bind(1, qml).bind(2, now_utc()).bind(3, table).run();
  if (connection.changes() > 0) return;
  connection
      .prepare(
          "INSERT INTO layer_styles (f_table_catalog, f_table_schema, f_table_name, f_geometry_column, styleName, "
          "styleQML, styleSLD, useAsDefault, description, owner, update_time) "
          "VALUES ('', '', ?, ?, 'Smile Places', ?, '', 1, 'Smile Places', 'Smile Places', ?)")
      .bind(1, table)
      .bind(2, std::string_view(spatial ? "geom" : ""))
      .bind(3, qml)
      .bind(4, now_utc())
      .run();
}

}  // namespace

std::string measures_qml(GeometryKind kind) {
  std::string categories;
  std::string symbols;
  for (std::size_t i = 0; i < looks.size(); ++i) {
    const std::string value(word(looks[i].block));
    categories += "<category render=\"true\" symbol=\"" + std::to_string(i) + "\" value=\"" + value + "\" label=\"" +
                  block_label(looks[i].block) + "\" type=\"" + (value.empty() ? "NULL" : "string") + "\"/>";
    symbols += measure_symbol(kind, static_cast<int>(i), looks[i]);
  }
  const std::string renderer =
      "<renderer-v2 type=\"categorizedSymbol\" attr=\"block\" symbollevels=\"0\" enableorderby=\"0\" "
      "forceraster=\"0\"><categories>" +
      categories + "</categories><symbols>" + symbols + "</symbols></renderer-v2>";
  const int placement = kind == GeometryKind::line ? 2 : 0;
  return document(renderer, labeling({"number", "8", "40,40,46,255", placement, false}));
}

std::string districts_qml(const Plan& plan, const Level& level) {
  const std::string labels = labeling({"name", level.rank == 0 ? "10" : "8", "70,70,80,255", 1, true});
  const std::string figure = plan.style.choropleth.figure;
  const std::vector<double> values = figure_values(plan, level, figure);
  const std::string expression = figure_expression(figure);
  const bool shown = is_shown(plan, level);
  if (!shown || expression.empty() || values.empty()) {
    const std::string plain = district_symbol(0, "246,244,241,255", level, shown ? "solid" : "no");
    return document(
        "<renderer-v2 type=\"singleSymbol\" symbollevels=\"0\" enableorderby=\"0\" forceraster=\"0\"><symbols>" +
            plain + "</symbols></renderer-v2>",
        labels);
  }
  const Choropleth& choropleth = plan.style.choropleth;
  return document(classified(expression, classify(values, choropleth.classes, choropleth.method), level), labels);
}

void put_styles(database::Connection& connection, const Plan& plan) {
  for (const Level& level : plan.levels)
    put_style(connection, districts_table(level.id), true, districts_qml(plan, level));
  for (const GeometryKind kind : {GeometryKind::point, GeometryKind::line, GeometryKind::area})
    put_style(connection, measures_table(kind), true, measures_qml(kind));
}

}  // namespace smile::store
