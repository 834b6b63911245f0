#pragma once
// The pill that stands for measures of a whole district or of the whole city. For this folder only.

#include <optional>

#include "layers/scene.h"
#include "layers/symbols.h"

namespace smile::layers {

inline constexpr double badge_height = 16;

/// Measures of a pill that share one sign.
struct BadgeGroup {
  Block block = Block::none;
  std::vector<std::uint32_t> measures;  ///< positions in plan.measures
  std::optional<Phase> phase;           ///< if it is the same for all
};
/// The known blocks in their order, measures of none last.
std::vector<BadgeGroup> badge_groups(const Scene& scene, const SceneBadge& badge);

/// A block's shape filled as its measures' phase, words, or the one and the other behind it.
struct BadgePart {
  std::optional<SymbolLook> sign;
  QString words;
};
/// As everywhere on the map a number beside a shape is a measure's own. More than a pill holds are counted in words:
/// a bare count would be read as one of their numbers.
std::vector<BadgePart> badge_parts(const Scene& scene, const SceneBadge& badge);

double badge_width(const std::vector<BadgePart>& parts);
void draw_badge(QPainter& painter, const QRectF& box, const std::vector<BadgePart>& parts, Theme theme, bool selected);

}  // namespace smile::layers
