#pragma once
// The pill that stands for measures of a whole district or of the whole city. For this folder only.

#include <optional>

#include "layers/scene.h"

namespace smile::layers {

inline constexpr double badge_height = 16;

/// A block's shape, words, or the one and the other behind it.
struct BadgePart {
  std::optional<Block> sign;
  QString words;
};
/// As everywhere on the map a number beside a shape is a measure's own. More than a pill holds are counted in words:
/// a bare count would be read as one of their numbers.
std::vector<BadgePart> badge_parts(const Scene& scene, const SceneBadge& badge);

double badge_width(const std::vector<BadgePart>& parts);
void draw_badge(QPainter& painter, const QRectF& box, const std::vector<BadgePart>& parts, Theme theme, bool selected);

}  // namespace smile::layers
