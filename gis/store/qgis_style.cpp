#include "gis/store/qgis_style.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "gis/plan/classify.h"
#include "gis/plan/fields.h"
#include "gis/plan/topic_look.h"
#include "gis/store/qml.h"
#include "gis/store/schema.h"

namespace smile::store {
namespace {

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

// --- districts ---

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
  const std::vector<std::string> colours = ramp_colours({}, count);
  for (int i = 0; i < count; ++i) {
    const std::string lower = number(classes.limits[static_cast<std::size_t>(i)]);
    const std::string upper = number(classes.limits[static_cast<std::size_t>(i) + 1]);
    const std::string below = i + 1 == count ? " <= " : " < ";
    const std::string name = std::to_string(i);
    rules += "<rule key=\"{class" + name + "}\" symbol=\"" + name + "\" filter=\"" +
             escaped(expression + " >= " + lower + " AND " + expression + below + upper) + "\" label=\"" +
             escaped(class_label(Language::german, classes, i)) + "\"/>";
    symbols += district_symbol(i, rgba(colours[static_cast<std::size_t>(i)]), level);
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
