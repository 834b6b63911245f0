// Measures on the map: lines and areas, symbols, signs for whole districts, numbers.

#include "layers/draw_measures.h"

#include <algorithm>

#include "layers/badge.h"
#include "layers/clip.h"
#include "layers/label.h"
#include "layers/stroke.h"
#include "layers/symbols.h"

namespace smile::layers {
namespace {

constexpr double faint_opacity = 0.35;

/// Draws what is outside of the shown scenario as a hint, as long as it lives.
class Faintly {
public:
  Faintly(QPainter& painter, bool faint) : painter_(painter), before_(painter.opacity()) {
    if (faint) painter_.setOpacity(before_ * faint_opacity);
  }
  ~Faintly() { painter_.setOpacity(before_); }
  Faintly(const Faintly&) = delete;
  Faintly& operator=(const Faintly&) = delete;

private:
  QPainter& painter_;
  double before_;
};

class MeasureDrawing {
public:
  MeasureDrawing(const Scene& scene, QPainter& painter, const MapPart& part, const Layout& layout,
                 const std::stop_token& stop)
      : scene_(scene),
        painter_(painter),
        camera_(part.camera),
        view_(part.view),
        ground_(part.ground),
        tolerance_(part.tolerance),
        layout_(layout),
        stop_(stop),
        colours_(palette(scene.settings.theme)) {}

  void measures() {
    for (std::size_t i = 0; i < scene_.measures.size() && !stopped(); ++i) paths_of(i);
    for (const SceneSymbol& symbol : scene_.symbols)
      if (!symbol.selected && !stopped()) draw_one(symbol);
    for (const PlacedBadge& badge : layout_.badges)
      if (badge.leader) draw_leader(*badge.leader);
    for (const PlacedBadge& badge : layout_.badges)
      if (badge.box.intersects(near_view()) && !stopped()) draw_one_badge(badge);
    for (const SceneSymbol& symbol : scene_.symbols)
      if (symbol.selected && !stopped()) draw_one(symbol);
    for (const PlacedText& text : layout_.texts)
      if (text.kind == PlacedText::Kind::number && text.box.intersects(near_view()) && !stopped())
        draw_label(painter_, text.box.center(), TextStyle::number, text.lines, colours_.label, colours_.halo);
  }

private:
  bool stopped() const { return stop_.stop_requested(); }
  QRectF near_view() const { return view_.adjusted(-4, -4, 4, 4); }

  QPolygonF on_screen(std::span<const Point> points) const {
    QPolygonF out;
    out.reserve(static_cast<qsizetype>(points.size()));
    for (const Point& p : points) out.append(camera_.to_screen(p));
    return out;
  }

  void draw_one(const SceneSymbol& symbol) {
    const QPointF at = camera_.to_screen(symbol.at);
    const Measure& measure = *scene_.plan->measures[symbol.measure];
    const double size = size_on(camera_, symbol);
    const double reach = paints_pixels(painter_) ? 24 : 0;  // vectors are not clipped: nothing may stand outside
    if (!view_.adjusted(-reach, -reach, reach, reach).contains(at)) return;
    const bool faint = scene_.is_faint(symbol.measure);
    const Faintly hint(painter_, faint && !symbol.selected);
    draw_any_symbol(at, {measure.block, faint ? Phase::idea : measure.phase, scene_.colour_of(symbol.measure)}, size,
                    symbol.selected);
  }

  void draw_any_symbol(QPointF at, const SymbolLook& look, double size, bool selected) {
    if (paints_pixels(painter_))
      draw_symbol_image(painter_, at, look, size, selected);
    else
      draw_symbol(painter_, at, look, size, selected);
  }

  void paths_of(std::size_t position) {
    const MeasureShape& shape = *scene_.measures[position];
    if (shape.paths.empty() || !shape.box.intersects(ground_)) return;
    const Measure& measure = *shape.measure;
    const QColor colour = symbol_colour({measure.block, measure.phase, scene_.colour_of(position)});
    const bool selected = scene_.is_selected(measure.id);
    const bool faint = scene_.is_faint(position);
    const Faintly hint(painter_, faint && !selected);
    const bool area = measure.location.geometry.kind == GeometryKind::area;
    if (area && !faint) fill_area(shape, colour, selected);
    const double width = (area ? 1.6 : 3.2) + (selected ? 1.4 : 0);
    if (selected) stroke_paths(shape, QPen(colours_.selection, width + 5, Qt::SolidLine, Qt::SquareCap, Qt::BevelJoin));
    stroke_paths(shape, QPen(QColor(255, 255, 255), width + 2.4, Qt::SolidLine, Qt::SquareCap, Qt::BevelJoin));
    QPen pen(colour, width, Qt::SolidLine, Qt::SquareCap, Qt::BevelJoin);
    const PhaseFill look = faint ? PhaseFill::hollow : phase_fill(measure.phase);
    if (look == PhaseFill::hollow || look == PhaseFill::pale || look == PhaseFill::crossed)
      pen.setDashPattern({3, 1.6}), pen.setCapStyle(Qt::FlatCap);
    stroke_paths(shape, pen);
  }

  void fill_area(const MeasureShape& shape, QColor colour, bool selected) {
    std::vector<QPolygonF> outline;
    for (const Line& path : shape.paths)
      if (QPolygonF ring = clipped_ring(on_screen(path.at(tolerance_)), view_); ring.size() >= 3)
        outline.push_back(std::move(ring));
    colour.setAlphaF(selected ? 0.42F : 0.26F);
    if (!outline.empty()) fill_rings(painter_, outline, colour);
  }

  void stroke_paths(const MeasureShape& shape, const QPen& pen) {
    painter_.setPen(pen);
    painter_.setBrush(Qt::NoBrush);
    for (const Line& path : shape.paths) stroke_line(painter_, on_screen(path.at(tolerance_)), view_, lines_);
  }

  void draw_leader(const QLineF& leader) {
    constexpr double dot = 2.2, casing = 1.2;
    painter_.setPen(QPen(colours_.casing, 0.9 + 2 * casing));
    painter_.drawLine(leader);
    painter_.setPen(Qt::NoPen);
    painter_.setBrush(colours_.casing);
    painter_.drawEllipse(leader.p2(), dot + casing, dot + casing);
    painter_.setPen(QPen(colours_.border, 0.9));
    painter_.drawLine(leader);
    painter_.setPen(Qt::NoPen);
    painter_.setBrush(colours_.border);
    painter_.drawEllipse(leader.p2(), dot, dot);
  }

  void draw_one_badge(const PlacedBadge& placed) {
    const auto& measures = placed.badge->measures;
    const bool selected = std::any_of(measures.begin(), measures.end(), [&](std::uint32_t m) {
      return scene_.is_selected(scene_.plan->measures[m]->id);
    });
    draw_badge(painter_, placed.box, badge_parts(scene_, *placed.badge), scene_.settings.theme, selected);
  }

  const Scene& scene_;
  QPainter& painter_;
  const Camera& camera_;
  const QRectF& view_;
  const Box& ground_;
  double tolerance_;
  const Layout& layout_;
  const std::stop_token& stop_;
  const Palette& colours_;
  std::vector<QLineF> lines_;  ///< kept for its memory
};

}  // namespace

void draw_measures(const Scene& scene, QPainter& painter, const MapPart& part, const Layout& layout,
                   const std::stop_token& stop) {
  MeasureDrawing(scene, painter, part, layout, stop).measures();
}

}  // namespace smile::layers
