#include "layers/context.h"

#include <algorithm>
#include <cmath>
#include <deque>
#include <mutex>
#include <unordered_map>

#include "gis/plan/classify.h"
#include "gis/words/numbers.h"

namespace smile::layers {
namespace {

FeaturePaint coloured(FeaturePaint paint, const QColor& fill, Theme theme, QString label) {
  paint.fill = fill;
  paint.edge = edge_of(fill, theme);
  paint.label = std::move(label);
  return paint;
}

const ValueColumn* column_of(const FeatureColumns& features, const std::string& name) {
  for (const ValueColumn& column : features.columns)
    if (column.name == name) return &column;
  return nullptr;
}

/// NaN for null and for what is no number.
double number_at(const ValueColumn& column, std::size_t row) {
  if (column.null[row]) return NAN;
  if (column.kind == ValueColumn::Kind::integer) return static_cast<double>(column.integers[row]);
  return column.kind == ValueColumn::Kind::real ? column.reals[row] : NAN;
}

/// Two digits that count.
double rounded(double value) {
  if (!(value > 0)) return 0;
  const double power = std::pow(10, std::floor(std::log10(value)) - 1);
  return std::round(value / power) * power;
}

QString words(Language language, const Text& sentence) {
  return QString::fromStdString(in(language, sentence));
}

/// Pale colours are chosen for paper: on a dark map they would glow, so they become as dark as they were pale.
QColor chosen(const std::string& colour, Theme theme) {
  const QColor paper(QString::fromStdString(colour));
  constexpr float pale = 0.6F;
  if (theme == Theme::light || paper.lightnessF() < pale) return paper;
  const float lightness = 0.16F + (1 - paper.lightnessF()) * 0.5F;
  return QColor::fromHslF(std::max(0.0F, paper.hslHueF()), paper.hslSaturationF() * 0.6F, lightness);
}

void by_categories(ContextLayer& out, const ValueColumn& column, Theme theme, Language language) {
  const FeaturePaint plain = out.paints.front();
  std::unordered_map<std::string, std::uint16_t> known;
  out.paints.clear();
  for (const LayerCategory& category : out.layer->style.categories) {
    known.emplace(category.value, static_cast<std::uint16_t>(out.paints.size()));
    out.paints.push_back(
        coloured(plain, chosen(category.colour, theme), theme, QString::fromStdString(category.value)));
  }
  out.paints.push_back(plain);
  out.paints.back().label = words(language, text("other values"));
  const auto rest = static_cast<std::uint16_t>(out.paints.size() - 1);
  for (std::size_t i = 0; i < out.shapes->size(); ++i) {
    const auto found = known.find(cell_text(column, out.shapes->row(i)));
    out.paint_of.push_back(found == known.end() ? rest : found->second);
  }
}

void by_classes(ContextLayer& out, const ValueColumn& column, Theme theme, Language language) {
  const FeaturePaint plain = out.paints.front();
  std::vector<double> values;
  for (std::size_t i = 0; i < out.shapes->size(); ++i) values.push_back(number_at(column, out.shapes->row(i)));
  const LayerStyle& style = out.layer->style;
  const Classes classes = classes_of(values, style);
  const std::vector<QColor> colours = ramp(theme, std::max(classes.count(), 1), style.ramp);
  out.paints.clear();
  for (int i = 0; i < classes.count(); ++i)
    out.paints.push_back(coloured(plain, colours[static_cast<std::size_t>(i)], theme,
                                  QString::fromStdString(class_label(language, classes, i))));
  out.paints.push_back(plain);
  out.paints.back().label = words(language, text("no data"));
  for (const double value : values) {
    const int of_class = classes.class_of(value);
    out.paint_of.push_back(static_cast<std::uint16_t>(of_class < 0 ? classes.count() : of_class));
  }
}

std::vector<double> values_of(const ContextLayer& layer, const ValueColumn& column) {
  std::vector<double> values;
  for (std::size_t i = 0; i < layer.shapes->size(); ++i) values.push_back(number_at(column, layer.shapes->row(i)));
  return values;
}

/// The largest value, a third and a tenth of it, in round numbers.
void by_amount(ContextLayer& out, const ValueColumn& column, Theme theme, Language language) {
  constexpr double usual_largest = 40;
  const LayerStyle& style = out.layer->style;
  const double largest = style.largest > 0 ? style.largest : usual_largest;
  const std::vector<double> values = values_of(out, column);
  out.circles = amount_circles(*out.shapes, values, largest);
  FeaturePaint& paint = out.paints.front();
  if (style.colour.empty() && style.topic == LayerTopic::other) paint.fill = category_colour(0);
  paint.fill.setAlphaF(0.72F);
  paint.edge = palette(theme).casing;
  double most = 0;
  for (const double value : values)
    if (std::isfinite(value)) most = std::max(most, value);
  for (const double share : {1.0, 0.33, 0.1}) {
    if (most <= 0) break;
    const double round = rounded(most * share);
    FeaturePaint sample = paint;
    sample.width = largest * std::sqrt(round / most);
    sample.label = QString::fromStdString(format_number(language, round, round < 1 ? 2 : 0));
    sample.features = -1;
    out.samples.push_back(sample);
  }
}

void as_heat(ContextLayer& out, const ValueColumn* column, Theme theme, Language language) {
  constexpr double usual_radius = 300;
  const LayerStyle& style = out.layer->style;
  const double radius = style.radius_m > 0 ? style.radius_m : usual_radius;
  out.heat = std::make_shared<const HeatField>(
      out.shapes, column != nullptr ? values_of(out, *column) : std::vector<double>(), radius);
  out.heat_colours = ramp(theme, 6, style.ramp.empty() ? heat_ramp : style.ramp);
  for (const double share : {0.25, 0.5, 0.75, 1.0}) {
    FeaturePaint sample;
    sample.fill = out.heat_colours[static_cast<std::size_t>(std::lround(share * 5))];
    sample.edge = edge_of(sample.fill, theme);
    sample.label = words(language, text("{1} per km²", format_number(language, rounded(out.heat->most() * share))));
    sample.features = -1;
    out.samples.push_back(sample);
  }
  out.method = words(language, text("Density within {1} m (quartic kernel)", format_number(language, radius)));
}

/// What no feature has, the legend needs not to explain.
void count_features(ContextLayer& layer) {
  if (layer.paint_of.empty()) layer.paints.front().features = static_cast<int>(layer.shapes->size());
  for (const std::uint16_t paint : layer.paint_of) ++layer.paints[paint].features;
}

/// The same looks, with how many features touch the frame by their boxes.
std::vector<FeaturePaint> paints_in(const ContextLayer& layer, const Box& frame) {
  const FeatureShapes& shapes = *layer.shapes;
  const Point origin = shapes.origin();
  const GroundBox seen{static_cast<float>(frame.min_x - origin.x), static_cast<float>(frame.min_y - origin.y),
                       static_cast<float>(frame.max_x - origin.x), static_cast<float>(frame.max_y - origin.y)};
  std::vector<FeaturePaint> paints = layer.paints;
  for (FeaturePaint& paint : paints) paint.features = 0;
  for (const FeatureShapes::Block& block : shapes.blocks()) {
    if (!block.box.intersects(seen)) continue;
    for (std::uint32_t feature = block.begin; feature < block.end; ++feature)
      if (shapes.box(feature).intersects(seen)) ++paints[layer.paint_of.empty() ? 0 : layer.paint_of[feature]].features;
  }
  return paints;
}

}  // namespace

FeaturePaint plain_paint(const MapLayer& layer, Theme theme) {
  const TopicColours colours = topic_colours(theme, layer.style.topic, layer.kind);
  FeaturePaint paint{colours.fill, colours.edge, colours.width, {}, 0, layer.style.pattern};
  if (!layer.style.colour.empty()) {
    paint.fill = QColor(QString::fromStdString(layer.style.colour));
    paint.edge = edge_of(paint.fill, theme);
  }
  if (layer.style.width > 0) paint.width = layer.style.width;
  return paint;
}

GeometryKind sample_kind(const ContextLayer& layer) {
  if (layer.samples.empty()) return layer.layer->kind;
  return layer.heat ? GeometryKind::area : GeometryKind::point;
}

std::vector<FeaturePaint> legend_paints(const ContextLayer& layer, const std::optional<Box>& frame) {
  std::vector<FeaturePaint> paints = frame ? paints_in(layer, *frame) : layer.paints;
  std::erase_if(paints, [](const FeaturePaint& paint) { return paint.features == 0; });
  return layer.samples.empty() || paints.empty() ? paints : layer.samples;
}

ContextLayer prepare_context(const MapLayerPtr& layer, const LayerDataPtr& data, Theme theme, Language language) {
  ContextLayer out{layer, feature_shapes(data), {plain_paint(*layer, theme)}, {}, {}};
  const ValueColumn* column = column_of(data->features, layer->style.field);
  if (column != nullptr && layer->style.method == StyleMethod::categories)
    by_categories(out, *column, theme, language);
  else if (column != nullptr && layer->style.method == StyleMethod::classes)
    by_classes(out, *column, theme, language);
  else if (column != nullptr && layer->style.method == StyleMethod::proportional)
    by_amount(out, *column, theme, language);
  else if (layer->style.method == StyleMethod::heat_map && data->kind == GeometryKind::point)
    as_heat(out, column, theme, language);
  count_features(out);
  if (!layer->style.label_field.empty()) out.labels = feature_labels(out.shapes, layer->style.label_field);
  return out;
}

ContextLayerPtr kept_context(const MapLayerPtr& layer, const LayerDataPtr& data, Theme theme, Language language) {
  struct Known {
    LayerDataPtr data;
    Theme theme;
    Language language;
    ContextLayerPtr prepared;
  };
  constexpr std::size_t most = 24;
  static std::mutex mutex;
  static std::deque<Known> kept;
  {
    const std::lock_guard lock(mutex);
    for (const Known& known : kept)
      if (known.prepared->layer == layer && known.data == data && known.theme == theme && known.language == language)
        return known.prepared;
  }
  auto prepared = std::make_shared<const ContextLayer>(prepare_context(layer, data, theme, language));
  const std::lock_guard lock(mutex);
  // The look it had before goes: a layer of a city is some ten megabytes.
  std::erase_if(kept, [&](const Known& known) { return known.prepared->layer->id == layer->id; });
  kept.push_front({data, theme, language, prepared});
  if (kept.size() > most) kept.pop_back();
  return prepared;
}

}  // namespace smile::layers
