// The layers of a map, from the ground up.

#include <array>
#include <cmath>

#include "layers/clip.h"
#include "layers/draw_measures.h"
#include "layers/furniture.h"
#include "layers/label.h"
#include "layers/raster.h"
#include "layers/scene.h"
#include "layers/stroke.h"

namespace smile::layers {
namespace {

constexpr double detail_px = 0.25;  ///< what a simplified border may be off, in device pixels

class Drawing {
public:
  Drawing(const Scene& scene, const RasterSet& rasters, QPainter& painter, const Camera& camera, const QRectF& visible,
          const std::stop_token& stop)
      : scene_(scene),
        rasters_(rasters),
        painter_(painter),
        camera_(camera),
        stop_(stop),
        colours_(palette(scene.settings.theme)),
        whole_(QSizeF(camera.size)),
        view_(visible),
        ground_(ground_of(camera, visible)),
        tolerance_(scene.settings.full_detail ? 0 : detail_px * camera.metres_per_pixel / camera.device_pixel_ratio) {}

  bool stopped() const { return stop_.stop_requested(); }

  void background() { painter_.fillRect(view_, colours_.outside); }

  void layer(const std::string& name) {
    if (name == "districts") districts();
    if (name == "district_borders") borders();
    if (name == "district_labels") names();
    if (name == "measures") draw_measures(scene_, painter_, {camera_, view_, ground_, tolerance_}, layout(), stop_);
    if (const auto found = rasters_.find(layer_of_key(name)); found != rasters_.end()) pictures(found->second);
    if (const ContextLayer* context = scene_.context_layer(layer_of_key(name)))
      draw_context(painter_, *context, camera_, view_, stop_, scene_.settings.full_detail);
  }

  void selected_districts() {
    for (const Id id : scene_.settings.selected_districts)
      for (const LevelShapesPtr& level : scene_.levels)
        if (const DistrictShape* shape = level->find(id); shape != nullptr && shape->box.intersects(ground_)) {
          outline(*level, *shape, QPen(colours_.casing, 6.5, Qt::SolidLine, Qt::SquareCap, Qt::BevelJoin));
          outline(*level, *shape, QPen(colours_.selection, 3, Qt::SolidLine, Qt::SquareCap, Qt::BevelJoin));
        }
  }

  void feature_names() {
    for (const PlacedFeature& placed : layout().features) {
      if (stopped()) return;
      const QColor& ink = feature_ink(colours_, placed.topic);
      if (placed.path)
        draw_label_path(painter_, *placed.path, placed.style, ink, colours_.halo);
      else if (placed.box.intersects(near_view()))
        draw_label(painter_, placed.box.center(), placed.style, placed.lines, ink, colours_.halo);
    }
  }

  /// One district is meant: the others are veiled.
  void focus() {
    if (scene_.settings.focus_district == 0) return;
    for (const LevelShapesPtr& level : scene_.levels)
      if (const DistrictShape* shape = level->find(scene_.settings.focus_district)) {
        std::vector<QPolygonF> rest = rings(*level, *shape);
        if (is_small(rest)) fill(rest, seen_from_afar());
        rest.push_back(QPolygonF(view_));
        fill(rest, colours_.veil);
        outline(*level, *shape, QPen(colours_.selection, 2.4, Qt::SolidLine, Qt::SquareCap, Qt::BevelJoin));
        return;
      }
  }

private:
  /// A district in the map of its whole city: an outline alone would not catch the eye.
  bool is_small(const std::vector<QPolygonF>& rings) const {
    constexpr double small = 0.3;  // of the shorter side of the view
    QRectF box;
    for (const QPolygonF& ring : rings) box |= ring.boundingRect();
    return std::max(box.width(), box.height()) < small * std::min(view_.width(), view_.height());
  }
  QColor seen_from_afar() const {
    QColor ink = colours_.selection;
    ink.setAlphaF(0.25F);
    return ink;
  }

  QPointF screen(const Point& p) const {
    return {(p.x - camera_.centre.x) / camera_.metres_per_pixel + whole_.width() / 2,
            (camera_.centre.y - p.y) / camera_.metres_per_pixel + whole_.height() / 2};
  }

  static Box ground_of(const Camera& camera, const QRectF& visible) {
    Box box;
    box.add(camera.to_ground(visible.topLeft()));
    box.add(camera.to_ground(visible.bottomRight()));
    return box.grown(8 * camera.metres_per_pixel);
  }

  QPolygonF on_screen(std::span<const Point> points) const {
    QPolygonF out;
    out.reserve(static_cast<qsizetype>(points.size()));
    for (const Point& p : points) out.append(screen(p));
    return out;
  }

  /// One ring of a district from its arcs, cut to the view.
  QPolygonF ring(const LevelShapes& level, const std::vector<std::int32_t>& arcs) const {
    QPolygonF out;
    for (const std::int32_t arc : arcs) {
      const auto points = level.arcs[static_cast<std::size_t>(arc >= 0 ? arc : ~arc)].at(tolerance_);
      if (arc >= 0)
        for (std::size_t i = 0; i + 1 < points.size(); ++i) out.append(screen(points[i]));
      else
        for (std::size_t i = points.size(); i-- > 1;) out.append(screen(points[i]));
    }
    return clipped_ring(out, view_);
  }

  std::vector<QPolygonF> rings(const LevelShapes& level, const DistrictShape& shape) const {
    std::vector<QPolygonF> out;
    for (const auto& arcs : shape.rings)
      if (QPolygonF one = ring(level, arcs); one.size() >= 3) out.push_back(std::move(one));
    return out;
  }

  void fill(const std::vector<QPolygonF>& rings, const QColor& colour) { fill_rings(painter_, rings, colour); }

  void hatch(const std::vector<QPolygonF>& rings) {
    constexpr double spacing = 7;
    // Sticks to the ground while the map is moved.
    const QPointF origin = screen({0, 0});
    const double phase = std::fmod((origin.x() + origin.y()) * std::sqrt(0.5), spacing);
    const std::vector<QLineF> lines = hatching(rings, spacing, phase);
    painter_.setPen(QPen(colours_.hatch, 1.1));  // thinner ones Qt sets a pixel off, now here, now there
    painter_.drawLines(lines.data(), static_cast<int>(lines.size()));
  }

  void districts() {
    const LevelShapes* shown = scene_.shown_level();
    if (shown == nullptr) return;
    if (scene_.shown > 0 && !on_picture_)
      land_of(*scene_.levels.front());  // where the finer level has gaps, the city is still the city
    for (std::size_t i = 0; i < shown->districts.size() && !stopped(); ++i) {
      const DistrictShape& shape = shown->districts[i];
      if (!shape.box.intersects(ground_)) continue;
      const std::vector<QPolygonF> outline = rings(*shown, shape);
      if (outline.empty()) continue;
      const int of_class = scene_.class_of.empty() ? -2 : scene_.class_of[i];
      if (of_class >= 0)
        fill(outline, on_ground(scene_.colours[static_cast<std::size_t>(of_class)]));
      else if (!on_picture_)
        fill(outline, colours_.land);
      if (of_class == -1) hatch(outline);
      if (is_dimmed(of_class)) fill(outline, colours_.veil);
    }
  }

  /// Whether districts let them through must not depend on the part of the map that is drawn at a time.
  void pictures(const std::vector<RasterImagePtr>& list) {
    on_picture_ = on_picture_ || !list.empty();
    draw_rasters(painter_, list, camera_, view_);
  }

  /// Colours of districts are laid on a picture below them like a glaze: it stays readable.
  QColor on_ground(QColor colour) const {
    if (on_picture_) colour.setAlphaF(0.55F);
    return colour;
  }

  /// While a class is lit up in the legend, the others step back. The class after the last is "no data".
  bool is_dimmed(int of_class) const {
    const int lit = scene_.settings.highlighted_class;
    return lit >= 0 && of_class != -2 && (of_class == -1 ? scene_.classes.count() : of_class) != lit;
  }

  void land_of(const LevelShapes& level) {
    for (const DistrictShape& shape : level.districts)
      if (shape.box.intersects(ground_) && !stopped()) fill(rings(level, shape), colours_.land);
  }

  void borders() {
    constexpr std::array<double, 3> widths{2, 1.2, 0.6};
    for (std::size_t i = scene_.levels.size(); i-- > 0 && !stopped();) {
      const LevelShapes& level = *scene_.levels[i];
      const bool finer = i > scene_.shown;
      if (finer && level.typical_width / camera_.metres_per_pixel < 180) continue;  // would only be noise yet
      // The coarsest level shown alone needs no 2 px: the widths tell levels apart.
      const double width =
          closeness(camera_) * (scene_.levels.size() == 1 ? widths[1] : widths[std::min<std::size_t>(i, 2)]);
      const QColor& colour = finer ? colours_.fine_border : colours_.border;
      stroke_arcs(level.arcs, QPen(colour, width, Qt::SolidLine, Qt::SquareCap, Qt::BevelJoin));
    }
  }

  void stroke_arcs(const std::vector<Line>& arcs, const QPen& pen) {
    painter_.setPen(pen);
    painter_.setBrush(Qt::NoBrush);
    for (const Line& arc : arcs) {
      if (stopped()) return;
      if (arc.bounds().intersects(ground_)) stroke_line(on_screen(arc.at(tolerance_)));
    }
  }

  void stroke_line(const QPolygonF& line) { layers::stroke_line(painter_, line, view_, lines_); }

  void outline(const LevelShapes& level, const DistrictShape& shape, const QPen& pen) {
    painter_.setPen(pen);
    painter_.setBrush(Qt::NoBrush);
    for (const auto& arcs : shape.rings)
      for (const std::int32_t arc : arcs)
        stroke_line(on_screen(level.arcs[static_cast<std::size_t>(arc >= 0 ? arc : ~arc)].at(tolerance_)));
  }

  static const QColor& feature_ink(const Palette& colours, LayerTopic topic) {
    if (topic == LayerTopic::water) return colours.water_name;
    return topic == LayerTopic::green ? colours.green_name : colours.feature_name;
  }

  void names() {
    for (const PlacedText& text : layout().texts)
      if (text.kind == PlacedText::Kind::district && text.box.intersects(near_view()) && !stopped())
        draw_label(painter_, text.box.center(), TextStyle::district, text.lines, colours_.label, colours_.halo);
  }

  QRectF near_view() const { return view_.adjusted(-4, -4, 4, 4); }

  const Layout& layout() {
    if (!layout_) layout_ = layout_for(scene_, camera_, stop_);
    return *layout_;
  }

  const Scene& scene_;
  const RasterSet& rasters_;
  QPainter& painter_;
  const Camera& camera_;
  const std::stop_token& stop_;
  const Palette& colours_;
  QSizeF whole_;
  QRectF view_;  ///< the part of the picture that is drawn: all of it, or a band
  Box ground_;
  double tolerance_;
  bool on_picture_ = false;  ///< there are pictures below
  LayoutPtr layout_;
  std::vector<QLineF> lines_;  ///< kept for its memory
};

Issue failed_layer(const std::string& layer, const std::exception& problem) {
  Issue issue;
  issue.severity = Severity::warning;
  issue.kind = "layer_not_drawn";
  issue.message = text("“{1}” could not be drawn: {2}", layer, problem.what());
  return issue;
}

std::span<const LayerSettings> layers_of(const Scene& scene, MapDepth depth) {
  const std::span all(scene.settings.style.layers);
  const std::size_t above = depth == MapDepth::whole ? 0 : ground_begins(scene);
  if (depth == MapDepth::ground) return all.subspan(above);
  return depth == MapDepth::above ? all.first(above) : all;
}

}  // namespace

bool is_in_range(const LayerSettings& layer, const Camera& camera) {
  return smile::is_in_range(layer, camera.scale_denominator());
}

std::size_t ground_begins(const Scene& scene) {
  const auto& layers = scene.settings.style.layers;
  for (std::size_t i = layers.size(); i-- > 0;)
    if (layers[i].layer == "measures" || layers[i].layer == "district_labels") return i + 1;
  return 0;
}

bool draw_layers(const Scene& scene, const RasterSet& rasters, QPainter& painter, const Camera& camera,
                 const QRectF& visible, MapDepth depth, const std::stop_token& stop, Issues& issues) {
  Drawing drawing(scene, rasters, painter, camera, visible, stop);
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  if (depth != MapDepth::above) drawing.background();
  const std::span<const LayerSettings> layers = layers_of(scene, depth);
  const std::size_t ground_ends = depth == MapDepth::whole ? ground_begins(scene) : 0;
  for (std::size_t i = layers.size() + 1; i-- > 0 && !drawing.stopped();) {
    if (i == ground_ends && depth != MapDepth::above) drawing.focus();
    if (i == (depth == MapDepth::above ? layers.size() : ground_ends) && depth != MapDepth::ground)
      drawing.selected_districts();
    if (i == 0) break;
    const LayerSettings& layer = layers[i - 1];
    if (!layer.visible || !is_in_range(layer, camera) || layer.layer == "district_labels") continue;
    painter.setOpacity(layer.opacity);
    try {
      drawing.layer(layer.layer);
    } catch (const std::exception& problem) {
      issues.push_back(failed_layer(layer.layer, problem));
    }
    painter.setOpacity(1);
  }
  // Where there is no room beside symbols and lines, names are read above them.
  if (depth != MapDepth::ground) drawing.feature_names();
  if (const LayerSettings* names = scene.layer("district_labels"); names != nullptr && depth != MapDepth::ground) {
    painter.setOpacity(names->opacity);
    drawing.layer(names->layer);
    painter.setOpacity(1);
  }
  if (depth != MapDepth::ground && scene.settings.furniture && !drawing.stopped())
    draw_furniture(painter, *scene.plan, camera, scene.settings);
  painter.restore();
  return !drawing.stopped();
}

}  // namespace smile::layers
