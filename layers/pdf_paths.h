#pragma once
// Most of a map's PDF are paths. QPdfWriter takes ten times as long for them as they need: it writes them with many
// digits and deflates slowly. Here they become the operators of a page (ISO 32000-1, 8.5), in whole dots of the device,
// deflated by libdeflate.

#include <QPainter>
#include <QSize>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <utility>

namespace smile::layers {

struct PdfPaths {
  std::string deflated;                 ///< content stream
  std::set<std::pair<int, int>> alpha;  ///< opacities of fill and stroke it asks for, 0–255
};
/// The name the content gives to such opacities.
std::string name_of_alpha(std::pair<int, int> alpha);

/// What `draw` paints on a page of so many points (1/72 inch), its painter counting dots. Nothing where it paints
/// anything but paths in plain colours: pictures, text, patterns, gradients.
std::optional<PdfPaths> paths_of(QSize points, int dots_per_inch, const std::function<void(QPainter&)>& draw);

/// The same, in eighths of a dot; what is no path in a plain colour is painted onto `rest`, which counts dots too, and
/// will lie above the paths. Clips are rectangles.
PdfPaths paths_of(QSize points, int dots_per_inch, const std::function<void(QPainter&)>& draw, QPainter& rest);

}  // namespace smile::layers
