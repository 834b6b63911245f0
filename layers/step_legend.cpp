// What explains the map of a step: only what matters to it, in a line or two at its lower edge.

#include <QFontMetricsF>
#include <algorithm>

#include "gis/plan/steps.h"
#include "layers/step_layout.h"

namespace smile::layers {
namespace {

constexpr double legend_pixels = 20;

bool is_range(const QString& label) {
  return label.contains(QStringLiteral(" – "));
}
/// "0 – 5" and "20 – 40": "0 – 40".
QString from_first_to_last(const QString& first, const QString& last) {
  const QString between = QStringLiteral(" – ");
  return first.section(between, 0, 0) + between + last.section(between, -1);
}

}  // namespace

StepLayout::LegendPiece StepLayout::said(const QString& words) const {
  return {std::nullopt, words, QFontMetricsF(font(legend_pixels)).horizontalAdvance(words), u(24)};
}

/// "not reached:" of "not reached: people in each cell …"
StepLayout::LegendPiece StepLayout::name_of(const LegendLayer& layer) const {
  LegendPiece name = said(layer.method.section(u':', 0, 0) + u':');
  name.after = u(10);
  return name;
}

/// Classes from few to many need no line each.
StepLayout::LegendItem StepLayout::strip_of(const LegendLayer& layer) const {
  LegendItem strip;
  if (!layer.method.isEmpty()) strip.push_back(name_of(layer));
  for (const FeaturePaint& paint : layer.paints)
    strip.push_back({StepKey{QRectF(), StepKey::Feature{layer.kind, paint, layer.opacity}}, {}, u(26), 0});
  strip.back().after = u(8);
  strip.push_back(said(from_first_to_last(layer.paints.front().label, layer.paints.back().label)));
  return strip;
}

void StepLayout::add_result(std::vector<LegendItem>& items) const {
  const Finding* finding = step_.panel == StepPanel::result ? find_finding(*plan_, step_.finding) : nullptr;
  if (finding == nullptr) return;
  for (const LegendLayer& layer : out_.map->legend().layers) {
    if (layer.layer != finding->layer) continue;
    if (layer.paints.size() > 2 && is_range(layer.paints.front().label) && is_range(layer.paints.back().label)) {
      items.push_back(strip_of(layer));
      continue;
    }
    const bool explained = !layer.method.isEmpty() && !layer.paints.empty() && is_range(layer.paints.front().label);
    if (explained) items.push_back({name_of(layer)});
    for (const FeaturePaint& paint : layer.paints) {
      const StepKey key{QRectF(), StepKey::Feature{layer.kind, paint, layer.opacity}};
      items.push_back({{key, {}, u(32), u(8)}, said(paint.label.isEmpty() ? plain(say("Result")) : paint.label)});
    }
  }
}

/// One strip from few to many; what has no data stands by itself.
void StepLayout::add_classes(std::vector<LegendItem>& items) const {
  const Legend& legend = out_.map->legend();
  LegendItem strip, no_data;
  QString first, last;
  for (const LegendClass& one : legend.classes) {
    const StepKey key{QRectF(), one};
    if (one.no_data) {
      no_data = {{key, {}, u(32), u(8)}, said(one.label)};
      continue;
    }
    strip.push_back({key, {}, u(26), 0});
    (first.isEmpty() ? first : last) = one.label;
  }
  if (!strip.empty()) {
    strip.back().after = u(8);
    strip.push_back(said(last.isEmpty() ? first : from_first_to_last(first, last)));
    LegendPiece name = said(legend.figure + u':');
    name.after = u(10);
    strip.insert(strip.begin(), name);
    items.push_back(std::move(strip));
  }
  if (!no_data.empty()) items.push_back(std::move(no_data));
}

/// Of the measures pointed out, else of those that are seen.
void StepLayout::add_blocks(std::vector<LegendItem>& items) const {
  std::vector<Block> blocks;
  for (const Id id : measures_of(*plan_, step_)) blocks.push_back(find_measure(*plan_, id)->block);
  if (blocks.empty())
    for (const LegendSymbol& symbol : out_.map->legend().symbols) blocks.push_back(symbol.block);
  const auto add = [&](Block block, std::string_view label) {
    if (std::find(blocks.begin(), blocks.end(), block) == blocks.end()) return;
    items.push_back({{StepKey{QRectF(), block}, {}, u(26), u(6)}, said(plain(say(label)))});
  };
  for (const Choice& choice : block_choices()) add(*block_from_word(choice.word), choice.label);
  add(Block::none, "no building block");
}

std::vector<StepLayout::LegendItem> StepLayout::legend_items() const {
  std::vector<LegendItem> items;
  add_result(items);
  add_classes(items);
  add_blocks(items);
  return items;
}

/// In lines upwards from the lower edge of the map, each as wide as what stands in it.
void StepLayout::legend() {
  const double left = u(16), room = out_.free.width() - u(32);
  std::vector<LegendItem> lines;
  double used = room;
  for (LegendItem& item : legend_items()) {
    double width = 0;
    for (const LegendPiece& piece : item) width += piece.width + piece.after;
    if (width > room) continue;  // a name longer than the map: the panel says what it is
    if (used + width > room + u(24)) lines.emplace_back(), used = 0;
    lines.back().insert(lines.back().end(), item.begin(), item.end());
    used += width;
  }
  if (lines.size() > legend_lines) lines.resize(legend_lines);
  double y = out_.free.bottom() + u(4);
  for (const LegendItem& one : lines) {
    double x = left;
    const std::size_t ground = out_.grounds.size();
    out_.grounds.push_back({});
    for (const LegendPiece& piece : one) {
      if (piece.key) {
        out_.keys.push_back(*piece.key);
        out_.keys.back().box = QRectF(x, y + u(4), piece.width, u(20));
      } else {
        line(Part::legend, {x, y}, piece.words, font(legend_pixels), ink_);
      }
      x += piece.width + piece.after;
    }
    out_.grounds[ground] = {QRectF(0, y - u(2), x, u(legend_step)), paper(), Part::legend};
    y += u(legend_step);
  }
}

}  // namespace smile::layers
