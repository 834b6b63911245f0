#include "layers/palette.h"

#include <algorithm>
#include <cmath>

#include "gis/plan/topic_look.h"

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
  return p;
}

double linear(double channel) {
  return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor& c) {
  return 0.2126 * linear(c.redF()) + 0.7152 * linear(c.greenF()) + 0.0722 * linear(c.blueF());
}

}  // namespace

const Palette& palette(Theme theme) {
  static const Palette light = light_palette();
  static const Palette dark = dark_palette();
  return theme == Theme::dark ? dark : light;
}

std::vector<QColor> ramp(Theme theme, int classes, std::string_view name) {
  std::vector<QColor> out;
  for (const std::string& colour : ramp_colours(name, classes, theme == Theme::dark))
    out.push_back(hex(colour.c_str()));
  return out;
}

QColor category_colour(std::size_t index) {
  static constexpr const char* colours[] = {"#0072B2", "#E69F00", "#009E73", "#CC79A7",
                                            "#56B4E9", "#D55E00", "#B8A800", "#7A7A84"};
  return hex(colours[index % std::size(colours)]);
}

TopicColours topic_colours(Theme theme, LayerTopic topic, GeometryKind kind) {
  const TopicLook& look = topic_look(topic, kind);
  return theme == Theme::dark ? TopicColours{hex(look.dark_fill), hex(look.dark_edge), look.width}
                              : TopicColours{hex(look.fill), hex(look.edge), look.width};
}

QColor edge_of(const QColor& fill, Theme theme) {
  constexpr double least = 2.4;  // a fine line: with more, a grid of cells would be a net
  const QColor& ground = palette(theme).land;
  QColor edge = theme == Theme::dark ? fill.lighter(140) : fill.darker(135);
  for (int i = 0; i < 12 && contrast(edge, ground) < least; ++i)
    edge = theme == Theme::dark ? edge.lighter(112) : edge.darker(108);
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
