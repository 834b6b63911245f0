#include "layers/badge.h"

#include <algorithm>

#include "gis/words/words.h"
#include "layers/label.h"
#include "layers/symbols.h"

namespace smile::layers {
namespace {

constexpr double edge_room = 5;   ///< at both ends
constexpr double sign_room = 12;  ///< a shape with some air
constexpr double words_gap = 5;   ///< behind words

QString number_of(const Scene& scene, std::uint32_t measure) {
  return QString::fromStdString(scene.plan->measures[measure]->number).simplified();
}

bool can_be_listed(const Scene& scene, const SceneBadge& badge) {
  constexpr std::size_t most_measures = 3;
  constexpr qsizetype most_letters = 14;
  qsizetype letters = 0;
  for (const std::uint32_t measure : badge.measures) {
    const QString number = number_of(scene, measure);
    if (number.isEmpty()) return false;
    letters += number.size();
  }
  return badge.measures.size() <= most_measures && letters <= most_letters;
}

QString listed(const Scene& scene, const BadgeGroup& group) {
  QStringList numbers;
  for (const std::uint32_t measure : group.measures) numbers << number_of(scene, measure);
  return numbers.join(QStringLiteral(", "));
}

Text count_words(const SceneBadge& badge) {
  const std::size_t count = badge.measures.size();
  if (badge.district != 0) return text("{1} measures", count);
  return count == 1 ? text("Whole city: {1} measure", count) : text("Whole city: {1} measures", count);
}

}  // namespace

std::vector<BadgeGroup> badge_groups(const Scene& scene, const SceneBadge& badge) {
  std::vector<BadgeGroup> groups;
  for (const Block block : {Block::citizens, Block::governance, Block::places, Block::exchange, Block::none}) {
    BadgeGroup group{block, {}, std::nullopt};
    for (const std::uint32_t m : badge.measures)
      if (scene.plan->measures[m]->block == block) group.measures.push_back(m);
    if (group.measures.empty()) continue;
    const Phase first = scene.plan->measures[group.measures.front()]->phase;
    if (std::all_of(group.measures.begin(), group.measures.end(),
                    [&](std::uint32_t m) { return scene.plan->measures[m]->phase == first; }))
      group.phase = first;
    groups.push_back(std::move(group));
  }
  return groups;
}

std::vector<BadgePart> badge_parts(const Scene& scene, const SceneBadge& badge) {
  const bool named = badge.district != 0 && scene.settings.style.measure_labels && can_be_listed(scene, badge);
  std::vector<BadgePart> parts;
  for (const BadgeGroup& group : badge_groups(scene, badge))
    parts.push_back({SymbolLook{group.block, group.phase.value_or(Phase::none), {}, !group.phase},
                     named ? listed(scene, group) : QString()});
  if (!named && (badge.district == 0 || badge.measures.size() > 1))
    parts.push_back({std::nullopt, QString::fromStdString(in(scene.settings.language, count_words(badge)))});
  return parts;
}

double badge_width(const std::vector<BadgePart>& parts) {
  double width = 2 * edge_room;
  for (const BadgePart& part : parts) {
    if (part.sign) width += sign_room;
    if (!part.words.isEmpty()) width += label_size(TextStyle::badge, {part.words}).width() + words_gap;
  }
  return parts.empty() || parts.back().words.isEmpty() ? width : width - words_gap + 2;
}

void draw_badge(QPainter& painter, const QRectF& box, const std::vector<BadgePart>& parts, Theme theme, bool selected) {
  const Palette& colours = palette(theme);
  const double round = box.height() / 2;
  painter.setPen(selected ? QPen(colours.selection, 2.2) : QPen(colours.border, 0.8));
  painter.setBrush(colours.badge);
  painter.drawRoundedRect(box, round, round);
  double x = box.left() + edge_room;
  for (const BadgePart& part : parts) {
    if (part.sign) {
      const QPointF centre(x + sign_room / 2, box.center().y());
      if (paints_pixels(painter))
        draw_symbol_image(painter, centre, *part.sign, 7.5, false);
      else
        draw_symbol(painter, centre, *part.sign, 7.5, false);
      x += sign_room;
    }
    if (part.words.isEmpty()) continue;
    const double width = label_size(TextStyle::badge, {part.words}).width();
    draw_label(painter, {x + width / 2 + 1, box.center().y()}, TextStyle::badge, {part.words}, colours.label,
               Qt::transparent);
    x += width + words_gap;
  }
}

void draw_badge_key(QPainter& painter, QPointF centre, Theme theme) {
  const Palette& colours = palette(theme);
  const QRectF box(centre.x() - 11, centre.y() - 6, 22, 12);
  painter.setPen(QPen(colours.border, 0.8));
  painter.setBrush(colours.badge);
  painter.drawRoundedRect(box, 6, 6);
  draw_symbol(painter, centre, {Block::citizens, Phase::decided, colours.quiet}, 6.5, false);  // a dot: any block
}

QString badge_key_words(Language language) {
  return QString::fromStdString(in(language, text("for whole districts or the city")));
}

}  // namespace smile::layers
