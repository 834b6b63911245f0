#include "layers/palette.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace smile::layers {
namespace {

/// "#RRGGBB" or "#RRGGBBAA".
QColor hex(const char* name) {
  const QString text = QString::fromLatin1(name);
  QColor colour(text.left(7));
  if (text.size() == 9) colour.setAlpha(text.mid(7).toInt(nullptr, 16));
  return colour;
}

Palette light_palette() {
  Palette p;
  p.outside = hex("#E8E5E0");
  p.land = hex("#F6F4F1");
  p.border = hex("#5B5B66");
  p.fine_border = hex("#827D7A");
  p.hatch = hex("#B9B4AC");
  p.label = hex("#2B2B33");
  p.halo = hex("#FBFAF8");
  p.feature_name = hex("#4A4A54");
  p.water_name = hex("#2A5F8A");
  p.green_name = hex("#3A6641");
  p.quiet = hex("#55555F");
  p.selection = hex("#1B1B22");
  p.casing = hex("#FFFFFF");
  p.veil = QColor(246, 244, 241, 178);
  p.badge = hex("#FFFFFF");
  for (const char* colour : district_ramp) p.ramp.push_back(hex(colour));
  return p;
}

Palette dark_palette() {
  Palette p;
  p.outside = hex("#1B1D21");
  p.land = hex("#2A2D33");
  p.border = hex("#9A9AA6");
  p.fine_border = hex("#76757B");
  p.hatch = hex("#51545C");
  p.label = hex("#F2F0EC");
  p.halo = hex("#1B1D21");
  p.feature_name = hex("#D2CFC9");
  p.water_name = hex("#9CC4E4");
  p.green_name = hex("#A5CFA8");
  p.quiet = hex("#B7B5B0");
  p.selection = hex("#FFFFFF");
  p.casing = hex("#101114");
  p.veil = QColor(27, 29, 33, 168);
  p.badge = hex("#2A2D33");
  p.ramp = {hex("#34332F"), hex("#454136"), hex("#575040"), hex("#665C47"), hex("#756A4E")};
  return p;
}

double linear(double channel) {
  return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor& c) {
  return 0.2126 * linear(c.redF()) + 0.7152 * linear(c.greenF()) + 0.0722 * linear(c.blueF());
}

QColor between(const QColor& a, const QColor& b, double t) {
  const auto mix = [t](int x, int y) { return static_cast<int>(std::lround(x + (y - x) * t)); };
  return {mix(a.red(), b.red()), mix(a.green(), b.green()), mix(a.blue(), b.blue())};
}

struct RampEnds {
  std::string_view name;
  const char *few, *middle, *many;                 ///< light
  const char *dark_few, *dark_middle, *dark_many;  ///< on a dark ground more is lighter
};
constexpr RampEnds ramps[] = {
    {"blue", "#EAF1F8", "#94BBDD", "#2F6FA8", "#24323F", "#3A5F80", "#7FB2DE"},
    {"green", "#EBF3E8", "#9CC7A0", "#3A7D54", "#25332A", "#3F6B50", "#86C49B"},
    {"purple", "#F1EDF6", "#BBA9D6", "#6C4F9C", "#2E2939", "#58477A", "#AE98D4"},
    {"orange", "#FBEEDF", "#F0B777", "#B5651D", "#3A2C1F", "#7C5329", "#E2A660"},
    {"grey", "#F0F0F0", "#B0B0B0", "#565656", "#2B2D31", "#5A5D63", "#B4B7BC"},
};

std::vector<QColor> ramp_steps(Theme theme, std::string_view name) {
  for (const RampEnds& ends : ramps)
    if (ends.name == name)
      return theme == Theme::dark ? std::vector<QColor>{hex(ends.dark_few), hex(ends.dark_middle), hex(ends.dark_many)}
                                  : std::vector<QColor>{hex(ends.few), hex(ends.middle), hex(ends.many)};
  return palette(theme).ramp;
}

struct TopicRow {
  LayerTopic topic;
  GeometryKind kind;  ///< none: any
  const char *fill, *edge, *dark_fill, *dark_edge;
  double width;

  TopicColours colours(Theme theme) const {
    return theme == Theme::dark ? TopicColours{hex(dark_fill), hex(dark_edge), width}
                                : TopicColours{hex(fill), hex(edge), width};
  }
};
/// Quiet: context is the ground on which measures stand.
constexpr std::array topic_rows = {
    TopicRow{LayerTopic::water, GeometryKind::line, "#A9CBE3", "#A9CBE3", "#33506A", "#33506A", 1.6},
    TopicRow{LayerTopic::water, GeometryKind::none, "#CFE3F1", "#A9CBE3", "#22384A", "#33506A", 6},
    TopicRow{LayerTopic::green, GeometryKind::none, "#DDEBD3", "#BFD6B0", "#26382B", "#38523F", 6},
    TopicRow{LayerTopic::buildings, GeometryKind::none, "#D9D4CE", "#BFB8B0", "#3A3D42", "#51555B", 6},
    TopicRow{LayerTopic::streets, GeometryKind::none, "#FFFFFF", "#C9C3BB", "#4A4E55", "#34373D", 3.6},
    TopicRow{LayerTopic::stops, GeometryKind::none, "#4A5A78", "#FFFFFF", "#A9B7D2", "#1B1D21", 7},
    TopicRow{LayerTopic::protection, GeometryKind::none, "#5B8F6A66", "#3F7A55", "#5B8F6A55", "#86C49B", 6},
    TopicRow{LayerTopic::other, GeometryKind::area, "#E4DDEA", "#A99BB8", "#38323F", "#6D6180", 6},
    TopicRow{LayerTopic::other, GeometryKind::line, "#8C7FA0", "#8C7FA0", "#9C90AE", "#9C90AE", 2},
    TopicRow{LayerTopic::other, GeometryKind::none, "#7A6C90", "#FFFFFF", "#B0A4C2", "#1B1D21", 7},
};

}  // namespace

const Palette& palette(Theme theme) {
  static const Palette light = light_palette();
  static const Palette dark = dark_palette();
  return theme == Theme::dark ? dark : light;
}

std::span<const std::string_view> ramp_names() {
  static constexpr std::string_view names[] = {"sand", "blue", "green", "purple", "orange", "grey"};
  return names;
}

std::vector<QColor> ramp(Theme theme, int classes, std::string_view name) {
  const std::vector<QColor> steps = ramp_steps(theme, name);
  std::vector<QColor> out;
  const double last = static_cast<double>(steps.size() - 1);
  for (int i = 0; i < classes; ++i) {
    const double at = classes == 1 ? last / 2 : last * i / (classes - 1);
    const auto low = static_cast<std::size_t>(std::min(std::floor(at), last - 1));
    out.push_back(between(steps[low], steps[low + 1], at - static_cast<double>(low)));
  }
  return out;
}

QColor category_colour(std::size_t index) {
  static constexpr const char* colours[] = {"#0072B2", "#E69F00", "#009E73", "#CC79A7",
                                            "#56B4E9", "#D55E00", "#B8A800", "#7A7A84"};
  return hex(colours[index % std::size(colours)]);
}

TopicColours topic_colours(Theme theme, LayerTopic topic, GeometryKind kind) {
  for (const TopicRow& row : topic_rows)
    if (row.topic == topic && (row.kind == kind || row.kind == GeometryKind::none)) return row.colours(theme);
  return topic_rows.back().colours(theme);
}

QColor edge_of(const QColor& fill, Theme theme) {
  const QColor edge = theme == Theme::dark ? fill.lighter(140) : fill.darker(135);
  return QColor(edge.red(), edge.green(), edge.blue(), fill.alpha());
}

double contrast(const QColor& a, const QColor& b) {
  const double x = luminance(a);
  const double y = luminance(b);
  return (std::max(x, y) + 0.05) / (std::min(x, y) + 0.05);
}

double lightness(const QColor& colour) {
  const double y = luminance(colour);
  return y > 216.0 / 24389 ? 116 * std::cbrt(y) - 16 : y * 24389 / 27;
}

}  // namespace smile::layers
