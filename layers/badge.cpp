#include "layers/badge.h"

#include <map>

#include "gis/words/words.h"
#include "layers/label.h"
#include "layers/symbols.h"

namespace smile::layers {
namespace {

constexpr double edge_room = 5;   ///< at both ends
constexpr double sign_room = 12;  ///< a shape with some air
constexpr double words_gap = 5;   ///< behind words

/// The known blocks in their order, measures of none last.
std::map<std::size_t, QStringList> numbers_by_block(const Scene& scene, const SceneBadge& badge) {
  std::map<std::size_t, QStringList> out;
  for (const std::uint32_t m : badge.measures) {
    const Measure& measure = *scene.plan->measures[m];
    const std::size_t order = measure.block == Block::none ? 99 : static_cast<std::size_t>(measure.block);
    out[order] << QString::fromStdString(measure.number).simplified();
  }
  return out;
}

bool can_be_listed(const std::map<std::size_t, QStringList>& numbers) {
  constexpr qsizetype most_measures = 3, most_letters = 14;
  qsizetype measures = 0, letters = 0;
  for (const auto& [block, list] : numbers)
    for (const QString& number : list) {
      if (number.isEmpty()) return false;
      ++measures, letters += number.size();
    }
  return measures <= most_measures && letters <= most_letters;
}

Text count_words(const SceneBadge& badge) {
  const std::size_t count = badge.measures.size();
  if (badge.district != 0) return text("{1} measures", count);
  return count == 1 ? text("Whole city: {1} measure", count) : text("Whole city: {1} measures", count);
}

}  // namespace

std::vector<BadgePart> badge_parts(const Scene& scene, const SceneBadge& badge) {
  const auto numbers = numbers_by_block(scene, badge);
  const bool listed = badge.district != 0 && scene.settings.style.measure_labels && can_be_listed(numbers);
  std::vector<BadgePart> parts;
  for (const auto& [order, list] : numbers)
    parts.push_back(
        {order == 99 ? Block::none : static_cast<Block>(order), listed ? list.join(QStringLiteral(", ")) : QString()});
  if (!listed && (badge.district == 0 || badge.measures.size() > 1))
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
      const SymbolLook look{*part.sign, Phase::decided, {}};
      if (paints_pixels(painter))
        draw_symbol_image(painter, centre, look, 7.5, false);
      else
        draw_symbol(painter, centre, look, 7.5, false);
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
