#pragma once
// One page with a map: laid out in logical pixels of 1/96 inch, drawn by the same code into images, SVG and PDF.

#include <QPainter>
#include <QRectF>

#include "layers/paper.h"

namespace smile::layers {

inline constexpr double pixels_per_mm = 96 / 25.4;

/// Logical pixels of the paper.
QSizeF page_size(const PaperSettings& settings);

/// Where things stand on the page.
struct PageLayout {
  QRectF page;
  QRectF title;  ///< bar, title, one line below
  QRectF map;
  QRectF facts;   ///< legend and method
  QRectF bottom;  ///< scale, north
  QRectF foot;    ///< sources and date
};
PageLayout page_layout(QSizeF page, int title_lines);

/// The page of a plan, prepared: scene, camera, words.
class Page {
public:
  /// size: logical pixels. Reads the pictures under the map. Throws Error{not_found} for a district the plan doesn't
  /// have.
  Page(PlanPtr plan, const PaperSettings& settings, QSizeF size, double device_pixel_ratio,
       const Progress& progress = {});
  /// Returns the layers that could not be drawn.
  Issues draw(QPainter& painter, MapDepth depth = MapDepth::whole) const;
  QString title() const { return title_; }
  const Camera& camera() const { return camera_; }
  /// 1:n, as the page says it: a fitted map promises two digits.
  double scale() const;
  const PageLayout& layout() const { return layout_; }
  const MapScene& scene() const { return scene_; }

private:
  void draw_title(QPainter& painter) const;
  void draw_frame(QPainter& painter) const;
  void draw_facts(QPainter& painter) const;
  void draw_bottom(QPainter& painter) const;
  void draw_foot(QPainter& painter) const;
  QString subtitle() const;

  PlanPtr plan_;
  PaperSettings settings_;
  QString title_;
  QStringList title_lines_;
  PageLayout layout_;
  Camera camera_;
  MapScene scene_;
  LoadedRasters rasters_;
};

/// The day a map of this plan speaks of: the latest import or change of phase, so that the same plan gives the same
/// page. Nothing for a plan without either.
std::optional<Date> state_of(const Plan& plan);

}  // namespace smile::layers
