// Painting the features of a layer: pixels by what is covered, each class in one go; vectors one by one.

#include <QPainterPath>
#include <cmath>

#include "layers/clip.h"
#include "layers/context.h"
#include "layers/coverage.h"
#include "layers/pattern.h"
#include "layers/stroke.h"
#include "layers/symbols.h"

namespace smile::layers {
namespace {

constexpr double detail_px = 0.25;        ///< what a simplified line may be off, in device pixels
constexpr double detail_mm = 0.05;        ///< … and on paper
constexpr double smallest_area_px = 1.5;  ///< smaller areas are spread over their boxes
constexpr double smallest_line_px = 1.0;  ///< smaller lines are added where they lie
constexpr double round_from_px = 5;       ///< thinner lines have square ends
constexpr double edges_from_px = 10;      ///< areas get an outline from this size on
constexpr double fine_edge = 0.8;
constexpr double dots_of_a_printer = 3;  ///< for each logical pixel: 300 to the inch and finer
constexpr double pattern_edge = 1.2;

/// Vectors for a printer.
bool prints(const QPainter& painter) {
  return !paints_pixels(painter) && painter.deviceTransform().m11() >= dots_of_a_printer;
}

/// Ground units that a line may be off.
double tolerance_for(const QPainter& painter, const Camera& camera) {
  if (!prints(painter)) return detail_px * camera.metres_per_pixel / camera.device_pixel_ratio;
  const double dots = detail_mm / 25.4 * painter.device()->logicalDpiX();
  constexpr double rounding = 1 + 1e-9;  // at 1:40,000 it is a step of detail exactly
  return dots / painter.deviceTransform().m11() * camera.metres_per_pixel * rounding;
}

class ContextPainter {
public:
  ContextPainter(QPainter& painter, const ContextLayer& layer, const Camera& camera, const QRectF& visible,
                 const std::stop_token& stop, bool full_detail)
      : painter_(painter),
        layer_(layer),
        shapes_(*layer.shapes),
        camera_(camera),
        visible_(visible),
        stop_(stop),
        pixels_(paints_pixels(painter)),
        prints_(prints(painter)),
        per_metre_(1 / camera.metres_per_pixel),
        x_((shapes_.origin().x - camera.centre.x) * per_metre_ + camera.size.width() / 2.0),
        y_((camera.centre.y - shapes_.origin().y) * per_metre_ + camera.size.height() / 2.0),
        step_(shapes_.at(full_detail ? 0 : tolerance_for(painter, camera))),
        full_detail_(full_detail),
        view_(view_on_ground(16)),
        cover_(painter, visible) {
    const QTransform device = painter.deviceTransform();
    ratio_ = device.m11();
    dx_ = device.dx(), dy_ = device.dy();
    scale_ = per_metre_ * ratio_;
    left_ = x_ * ratio_ + device.dx() - cover_.device_left();
    top_ = y_ * ratio_ + device.dy() - cover_.device_top();
  }

  void run() {
    if (layer_.heat) return layer_.heat->draw(painter_, camera_, visible_, layer_.heat_colours, stop_);
    if (!layer_.circles.empty() || layer_.layer->style.method == StyleMethod::proportional) return circles();
    for (std::size_t paint = layer_.paints.size(); paint-- > 0 && !stop_.stop_requested();) {
      if (layer_.paints[paint].features == 0) continue;
      areas(paint);
      lines(paint);
      points(paint);
    }
  }

private:
  QPointF screen(GroundPoint p) const {
    const QPointF at(x_ + p.x * per_metre_, y_ - p.y * per_metre_);
    return prints_ ? QPointF(snapped(at.x(), dx_), snapped(at.y(), dy_)) : at;
  }
  /// To whole dots of a printer: nobody sees more, and a PDF gets by with half the digits.
  double snapped(double at, double offset) const { return (std::round(at * ratio_ + offset) - offset) / ratio_; }

  GroundBox view_on_ground(double margin_px) const {
    const double left = (visible_.left() - margin_px - x_) / per_metre_;
    const double right = (visible_.right() + margin_px - x_) / per_metre_;
    const double top = (y_ - visible_.top() + margin_px) / per_metre_;
    const double bottom = (y_ - visible_.bottom() - margin_px) / per_metre_;
    return {static_cast<float>(left), static_cast<float>(bottom), static_cast<float>(right), static_cast<float>(top)};
  }

  /// Features of one kind and paint that are in view; stops between blocks.
  template <class Visit>
  void each(GeometryKind kind, std::size_t paint, Visit visit) {
    for (const FeatureShapes::Block& block : shapes_.blocks()) {
      if (!block.box.intersects(view_)) continue;
      if (stop_.stop_requested()) return;
      for (std::uint32_t i = block.begin; i < block.end; ++i)
        if (shapes_.kind(i) == kind && (layer_.paint_of.empty() || layer_.paint_of[i] == paint) &&
            shapes_.box(i).intersects(view_))
          visit(i);
    }
  }

  double size_px(std::size_t feature) const { return shapes_.box(feature).size() * per_metre_; }

  /// Pixels of the device, as Coverage counts them.
  double column(float x) const { return left_ + static_cast<double>(x) * scale_; }
  double row(float y) const { return top_ - static_cast<double>(y) * scale_; }

  void cover_box(std::size_t feature) {
    const GroundBox& box = shapes_.box(feature);
    const double box_area = static_cast<double>(box.max_x - box.min_x) * (box.max_y - box.min_y);
    if (box_area > 0)
      cover_.add_box(column(box.min_x), row(box.max_y), column(box.max_x), row(box.min_y),
                     shapes_.area(feature) / box_area);
  }

  // --- amounts ---

  void circles() {
    const FeaturePaint& look = layer_.paints.front();
    painter_.setPen(QPen(look.edge, 1));
    painter_.setBrush(look.fill);
    for (const AmountCircle& circle : layer_.circles) {
      const QPointF at = screen(circle.at);
      const double radius = circle.diameter / 2;
      const double reach = pixels_ ? radius + 1 : 0;  // vectors are not clipped: nothing may stand outside
      if (!visible_.adjusted(-reach, -reach, reach, reach).contains(at)) continue;
      if (stop_.stop_requested()) return;
      painter_.drawEllipse(at, radius, radius);
    }
  }

  // --- areas ---

  void areas(std::size_t paint) {
    const FeaturePaint& look = layer_.paints[paint];
    const bool plain = look.pattern == Pattern::solid || look.pattern == Pattern::dashed;
    if (pixels_ && (plain || look.pattern == Pattern::outline)) return area_pixels(paint, look, plain);
    painter_.setBrush(pattern_brush(look.pattern, look.fill, camera_.device_pixel_ratio));
    painter_.setBrushOrigin(QPointF(std::fmod(x_, 8), std::fmod(y_, 8)));
    const QPen outline(plain ? look.edge : look.fill, plain ? fine_edge : pattern_edge, Qt::SolidLine, Qt::FlatCap,
                       Qt::BevelJoin);
    each(GeometryKind::area, paint, [&](std::uint32_t i) {
      if (pixels_ && size_px(i) * ratio_ < smallest_area_px && !full_detail_) return cover_box(i);
      painter_.setPen(size_px(i) >= edges_from_px ? outline : QPen(Qt::NoPen));
      if (plain || pixels_)
        area(i);
      else
        pattern_area(i, look, outline);
    });
    cover_.paint(share_of(look));
  }

  /// A pattern ends in its own colour, and covers only a part of what is too small for it.
  static QColor share_of(const FeaturePaint& look) {
    QColor colour = look.fill;
    colour.setAlphaF(static_cast<float>(colour.alphaF() * pattern_cover(look.pattern)));
    return colour;
  }

  /// What is filled is summed; outlines are thin, and thin lines Qt draws faster than they can be summed.
  void area_pixels(std::size_t paint, const FeaturePaint& look, bool filled) {
    outlines_.clear();
    each(GeometryKind::area, paint, [&](std::uint32_t i) {
      const double size = size_px(i);
      if (size * ratio_ < smallest_area_px && !full_detail_) return cover_box(i);
      const bool outlined = !filled || size >= edges_from_px;
      for (std::size_t k = step_.first_path(i); k < step_.ends[i]; ++k) add_ring(step_.path(k), filled, outlined);
    });
    cover_.paint(share_of(look));
    draw_thin(outlines_, filled ? look.edge : look.fill, filled ? fine_edge : pattern_edge);
  }

  void add_ring(std::span<const GroundPoint> ring, bool filled, bool outlined) {
    if (outlined) add_thin(ring, outlines_);
    if (!filled || ring.empty()) return;
    double x0 = column(ring[0].x), y0 = row(ring[0].y);
    for (std::size_t i = 1; i < ring.size(); ++i) {
      const double x1 = column(ring[i].x), y1 = row(ring[i].y);
      cover_.edge(x0, y0, x1, y1);
      x0 = x1, y0 = y1;
    }
  }

  void add_thin(std::span<const GroundPoint> points, std::vector<QLineF>& out) const {
    const QRectF near = visible_.adjusted(-4, -4, 4, 4);
    for (std::size_t k = 1; k < points.size(); ++k) {
      const QPointF a = screen(points[k - 1]), b = screen(points[k]);
      const bool beside = std::max(a.x(), b.x()) < near.left() || std::min(a.x(), b.x()) > near.right() ||
                          std::max(a.y(), b.y()) < near.top() || std::min(a.y(), b.y()) > near.bottom();
      if (!beside) out.emplace_back(a, b);
    }
  }

  void draw_thin(const std::vector<QLineF>& lines, const QColor& colour, double width) {
    if (lines.empty()) return;
    painter_.setPen(QPen(colour, width, Qt::SolidLine, Qt::FlatCap));
    constexpr std::size_t at_once = 4096;  // Qt can't be stopped within them
    for (std::size_t i = 0; i < lines.size() && !stop_.stop_requested(); i += at_once)
      painter_.drawLines(lines.data() + i, static_cast<int>(std::min(at_once, lines.size() - i)));
  }

  void area(std::size_t feature) {
    const std::size_t first = step_.first_path(feature);
    const std::size_t end = step_.ends[feature];
    if (end - first == 1) {
      ring(step_.path(first));
      if (ring_.size() >= 3) painter_.drawPolygon(ring_);
      return;
    }
    QPainterPath path;
    for (const QPolygonF& one : rings(feature)) {
      path.addPolygon(one);
      path.closeSubpath();
    }
    painter_.drawPath(path);
  }

  std::vector<QPolygonF> rings(std::size_t feature) {
    std::vector<QPolygonF> out;
    for (std::size_t i = step_.first_path(feature); i < step_.ends[feature]; ++i) {
      ring(step_.path(i));
      if (ring_.size() >= 3) out.push_back(ring_);
    }
    return out;
  }

  void pattern_area(std::size_t feature, const FeaturePaint& look, const QPen& outline) {
    const std::vector<QPolygonF> outlines = rings(feature);
    if (look.pattern != Pattern::outline) draw_pattern(painter_, outlines, look.pattern, look.fill, {x_, y_});
    painter_.setPen(outline);
    painter_.setBrush(Qt::NoBrush);
    for (const QPolygonF& one : outlines) painter_.drawPolygon(one);
  }

  /// Into ring_, cut to the view where it reaches far beyond.
  void ring(std::span<const GroundPoint> points) {
    ring_.resize(0);
    bool far = !pixels_;
    const QRectF near = visible_.adjusted(-64, -64, 64, 64);
    for (const GroundPoint& p : points) {
      const QPointF at = screen(p);
      far = far || !near.contains(at);
      if (!prints_ || ring_.isEmpty() || ring_.back() != at) ring_.append(at);
    }
    if (far) ring_ = clipped_ring(ring_, pixels_ ? near : visible_);
  }

  // --- lines ---

  void lines(std::size_t paint) {
    if (layer_.shapes->data().kind == GeometryKind::point) return;
    const FeaturePaint& look = layer_.paints[paint];
    // Seen from far a line is a thin stroke of its edge; close up it is a band with two edges.
    // Wide ones – main roads – stay bands: white with edges they read on any ground.
    const double near = std::clamp((10 - camera_.metres_per_pixel) / 8, 0.28, 1.0);
    const double core = look.width * near;
    const bool cased = core >= 1.4 && look.edge.isValid() && look.pattern == Pattern::solid;
    const QColor ink = cased || broken(look) || !look.edge.isValid() ? look.fill : look.edge;
    const double width = cased ? core : std::max(0.8, core);
    const double dash = std::max(1.2, width) * ratio_;
    dashes_ = Dashes(look.pattern == Pattern::dotted ? dash : 3.5 * dash, 2 * dash);
    broken_ = broken(look);
    const bool rounded = core >= round_from_px;
    if (!pixels_) cut_lines(paint);
    if (cased) stroke(paint, look.edge, core + 1.6, rounded);
    stroke(paint, ink, width, rounded);
  }

  void stroke(std::size_t paint, const QColor& colour, double width, bool rounded) {
    if (!pixels_) return stroke_vectors(paint, colour, width, rounded);
    const double device_width = width * ratio_;
    const bool thin = device_width <= 1 && !broken_;
    segments_.clear();
    each(GeometryKind::line, paint, [&](std::uint32_t i) {
      const double size = size_px(i) * ratio_;
      if (size < smallest_line_px && !full_detail_) {
        const GroundBox& box = shapes_.box(i);
        return cover_.add(column((box.min_x + box.max_x) / 2), row((box.min_y + box.max_y) / 2), size * device_width);
      }
      for (std::size_t k = step_.first_path(i); k < step_.ends[i]; ++k)
        if (thin)
          add_thin(step_.path(k), segments_);
        else
          add_line(step_.path(k), device_width, rounded);
    });
    cover_.paint(colour);
    if (thin) draw_thin(segments_, colour, width);
  }

  void add_line(std::span<const GroundPoint> points, double width, bool rounded) {
    if (broken_) return add_dashes(points, width);
    line_.clear();
    for (const GroundPoint& p : points) line_.push_back({column(p.x), row(p.y)});
    cover_.polyline(line_, width, rounded);
  }

  void add_dashes(std::span<const GroundPoint> points, double width) {
    dashes_.begin();
    segments_.clear();
    for (std::size_t k = 1; k < points.size(); ++k)
      dashes_.add({column(points[k - 1].x), row(points[k - 1].y), column(points[k].x), row(points[k].y)}, segments_);
    for (const QLineF& dash : segments_) cover_.line(dash.x1(), dash.y1(), dash.x2(), dash.y2(), width);
  }

  void stroke_vectors(std::size_t paint, const QColor& colour, double width, bool rounded) {
    QPen pen(colour, width, Qt::SolidLine, rounded ? Qt::RoundCap : Qt::FlatCap, Qt::RoundJoin);
    if (broken_) pen = broken_pen(pen, layer_.paints[paint].pattern);
    painter_.setPen(pen);
    painter_.setBrush(Qt::NoBrush);
    for (const QPolygonF& piece : pieces_) painter_.drawPolyline(piece);
  }

  /// Into pieces_: what is in view, once for edge and core.
  void cut_lines(std::size_t paint) {
    pieces_.clear();
    each(GeometryKind::line, paint, [&](std::uint32_t i) {
      for (std::size_t k = step_.first_path(i); k < step_.ends[i]; ++k) {
        ring_.resize(0);
        for (const GroundPoint& p : step_.path(k))
          if (const QPointF at = screen(p); !prints_ || ring_.isEmpty() || ring_.back() != at) ring_.append(at);
        for (QPolygonF& piece : clipped_line(ring_, visible_)) pieces_.push_back(std::move(piece));
      }
    });
  }

  static bool broken(const FeaturePaint& look) {
    return look.pattern == Pattern::dashed || look.pattern == Pattern::dotted;
  }

  static QPen broken_pen(QPen pen, Pattern pattern) {
    pen.setCapStyle(Qt::FlatCap);
    pen.setDashPattern(pattern == Pattern::dotted ? QList<qreal>{1, 2} : QList<qreal>{3.5, 2});
    return pen;
  }

  // --- points ---

  void points(std::size_t paint) {
    const FeaturePaint& look = layer_.paints[paint];
    const double diameter =
        std::clamp(look.width * (1.25 - camera_.metres_per_pixel / 60), look.width * 0.4, look.width);
    const QImage dot = pixels_ ? dot_image(look, diameter) : QImage();
    painter_.setPen(dot_edge(look, diameter));
    painter_.setBrush(look.fill);
    const FeatureShapes::Step& exact = shapes_.at(0);
    each(GeometryKind::point, paint, [&](std::uint32_t i) {
      for (std::size_t k = exact.first_path(i); k < exact.ends[i]; ++k)
        for (const GroundPoint& p : exact.path(k)) {
          const QPointF at = screen(p);
          if (pixels_)
            painter_.drawImage(at - QPointF(diameter / 2 + 1, diameter / 2 + 1), dot);
          else if (visible_.contains(at))
            painter_.drawEllipse(at, diameter / 2, diameter / 2);
        }
    });
  }

  /// None where thousands lie over each other: their edges would be all that is seen.
  QPen dot_edge(const FeaturePaint& look, double diameter) const {
    const double side = (diameter + 1) / per_metre_;
    double ground = 0;
    for (const FeatureShapes::Block& block : shapes_.blocks())
      ground += (block.box.max_x - block.box.min_x + side) * (block.box.max_y - block.box.min_y + side);
    const bool heaped = static_cast<double>(shapes_.size()) * side * side > 2 * ground;
    constexpr double usual = 1, widest_share = 0.2;  // of small dots the edge would be more than the dot
    return heaped ? QPen(Qt::NoPen) : QPen(look.edge, std::min(usual, widest_share * diameter));
  }

  QImage dot_image(const FeaturePaint& look, double diameter) const {
    const double side = diameter + 2;
    const double ratio = camera_.device_pixel_ratio;
    const int pixels = static_cast<int>(std::ceil(side * ratio));
    QImage image(pixels, pixels, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    image.setDevicePixelRatio(ratio);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(dot_edge(look, diameter));
    painter.setBrush(look.fill);
    painter.drawEllipse(QPointF(side / 2, side / 2), diameter / 2, diameter / 2);
    return image;
  }

  QPainter& painter_;
  const ContextLayer& layer_;
  const FeatureShapes& shapes_;
  const Camera& camera_;
  QRectF visible_;
  const std::stop_token& stop_;
  bool pixels_, prints_;
  double per_metre_, x_, y_;
  const FeatureShapes::Step& step_;
  bool full_detail_;
  GroundBox view_;
  double ratio_ = 1, scale_ = 1, left_ = 0, top_ = 0;  ///< ground to pixels of the device
  double dx_ = 0, dy_ = 0;                             ///< where the picture begins on its device
  Coverage cover_;                                     ///< of areas, of strokes
  QPolygonF ring_;                                     ///< kept for their memory
  std::vector<QLineF> segments_, outlines_;
  std::vector<QPolygonF> pieces_;  ///< of lines
  std::vector<Coverage::Point> line_;
  Dashes dashes_{1, 1};
  bool broken_ = false;  ///< lines in dashes
};

}  // namespace

void draw_context(QPainter& painter, const ContextLayer& layer, const Camera& camera, const QRectF& visible,
                  const std::stop_token& stop, bool full_detail) {
  if (layer.shapes->size() > 0) ContextPainter(painter, layer, camera, visible, stop, full_detail).run();
}

}  // namespace smile::layers
