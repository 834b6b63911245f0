#include "layers/place_features.h"

#include <algorithm>
#include <cmath>

#include "layers/clip.h"

namespace smile::layers {
namespace {

constexpr double clearance = 3;          ///< between two texts
constexpr double street_repeats = 420;   ///< pixels between two names of the same street
constexpr double place_repeats = 60;     ///< two platforms of one stop need one name
constexpr double room_per_point = 9000;  ///< square pixels of the map: with less, points would only be a heap of names
constexpr std::size_t most_of_layer = 160;

TextStyle style_of(LayerTopic topic, GeometryKind kind) {
  if (topic == LayerTopic::water) return TextStyle::water;
  return kind == GeometryKind::line ? TextStyle::street : TextStyle::place;
}

class FeaturePlacer {
public:
  FeaturePlacer(const Camera& camera, const QMarginsF& margins, const TakenRoom& taken, Layout& layout,
                const std::stop_token& stop)
      : camera_(camera),
        texts_(taken.texts),
        symbols_(taken.symbols),
        paths_(taken.paths),
        layout_(layout),
        stop_(stop),
        view_(QRectF(QPointF(), QSizeF(camera.size)).marginsRemoved(margins)) {}

  void keep(const PlacedFeature& before, QPointF shift) {
    PlacedFeature kept = before;
    kept.box.translate(shift);
    kept.anchor += shift;
    if (kept.path) {
      kept.path->middle += shift;
      for (TurnedText& piece : kept.path->pieces) piece.at += shift;
      for (QRectF& box : kept.path->boxes) box.translate(shift);
    }
    const bool has_room = kept.path ? std::all_of(kept.path->boxes.begin(), kept.path->boxes.end(),
                                                  [&](const QRectF& box) { return is_free(box); })
                                    : is_free(kept.box);
    if (has_room) take(std::move(kept));
  }

  /// Names keep off the points that bear names.
  void note_points(const ContextLayer& context) {
    begin(context);
    const double side = context.paints.front().width;
    for (const NamedPoint* point : seen_points()) symbols_.add(around(place_of(*point), {side, side}));
  }

  void layer(const ContextLayer& context) {
    begin(context);
    for (const NamedArea& area : context.labels->areas)
      if (!place_area(area)) break;
    for (const NamedLine& line : context.labels->lines)
      if (!place_line(line)) break;
    place_points();
  }

private:
  void begin(const ContextLayer& context) {
    context_ = &context;
    const FeatureShapes& shapes = *context.shapes;
    per_metre_ = 1 / camera_.metres_per_pixel;
    x_ = (shapes.origin().x - camera_.centre.x) * per_metre_ + camera_.size.width() / 2.0;
    y_ = (camera_.centre.y - shapes.origin().y) * per_metre_ + camera_.size.height() / 2.0;
    ground_ = {
        static_cast<float>((view_.left() - x_) / per_metre_), static_cast<float>((y_ - view_.bottom()) / per_metre_),
        static_cast<float>((view_.right() - x_) / per_metre_), static_cast<float>((y_ - view_.top()) / per_metre_)};
    of_layer_ = static_cast<std::size_t>(
        std::count_if(layout_.features.begin(), layout_.features.end(),
                      [&](const PlacedFeature& placed) { return placed.layer == context.layer->id; }));
  }

  QPointF screen(GroundPoint p) const { return {x_ + p.x * per_metre_, y_ - p.y * per_metre_}; }
  LayerTopic topic() const { return context_->layer->style.topic; }
  bool is_full() const { return of_layer_ >= most_of_layer || stop_.stop_requested(); }

  bool is_free(const QRectF& box) const {
    return view_.contains(box) && !texts_.touches(box) && !symbols_.touches(box);
  }

  bool is_clear(const QRectF& box) const { return is_free(box) && !paths_.touches(box); }

  /// The same words are not said twice close to each other.
  bool is_said(const QString& text, QPointF at, double within) const {
    return std::any_of(layout_.features.begin(), layout_.features.end(), [&](const PlacedFeature& placed) {
      const QPointF off = placed.anchor - at;
      return placed.text == text && std::hypot(off.x(), off.y()) < within;
    });
  }

  void take(PlacedFeature placed) {
    const auto reserve = [&](const QRectF& box) {
      texts_.add(box.adjusted(-clearance, -clearance, clearance, clearance));
    };
    if (placed.path)
      for (const QRectF& box : placed.path->boxes) reserve(box);
    else
      reserve(placed.box);
    layout_.features.push_back(std::move(placed));
    ++of_layer_;
  }

  PlacedFeature placed(TextStyle style, const QString& text) const {
    return {context_->layer->id, topic(), style, text, {}, {}, {}, std::nullopt};
  }

  bool place_text(const QString& text, const QStringList& lines, TextStyle style, QPointF anchor, const QRectF& box) {
    if (!is_free(box)) return false;
    PlacedFeature one = placed(style, text);
    one.anchor = anchor;
    one.lines = lines;
    one.box = box;
    take(std::move(one));
    return true;
  }

  /// False: the areas that follow are all too small.
  bool place_area(const NamedArea& area) {
    const double width = area.width * per_metre_;
    if (width < 24 || is_full()) return false;
    const QPointF at = screen(area.at);
    if (!view_.contains(at) || is_said(area.text, at, place_repeats)) return true;
    const TextStyle style = style_of(topic(), GeometryKind::area);
    for (const QStringList& lines : {QStringList{area.text}, on_two_lines(area.text)}) {
      if (lines.isEmpty()) continue;
      const QSizeF size = label_size(style, lines);
      if (size.width() > width * 1.05 || size.height() > area.height * per_metre_) continue;
      if (place_text(area.text, lines, style, at, around(at, size))) break;
    }
    return true;
  }

  /// False: the lines that follow are all too short.
  bool place_line(const NamedLine& line) {
    if (line.length * per_metre_ < 40 || is_full()) return false;
    if (topic() == LayerTopic::water && !has_letter(line.text)) return true;  // the number of a ditch is no name
    const TextStyle style = style_of(topic(), GeometryKind::line);
    if (!line.box.intersects(ground_) || line.length * per_metre_ < label_size(style, {line.text}).width()) return true;
    points_.clear();
    for (const GroundPoint& p : line.points) {
      const QPointF at = screen(p);
      const QPointF off = points_.empty() ? QPointF(9, 9) : at - points_.back();
      if (std::abs(off.x()) + std::abs(off.y()) > 1) points_.push_back(at);
    }
    for (const QPolygonF& piece : clipped_line(points_, view_)) place_along(piece, style, line.text);
    return true;
  }

  void place_along(const QPolygonF& piece, TextStyle style, const QString& text) {
    if (piece.size() < 2 || is_full()) return;
    const std::span<const QPointF> way(piece.constData(), static_cast<std::size_t>(piece.size()));
    auto path = text_along(way, style, text, [&](const QRectF& box) { return is_clear(box); });
    if (!path) path = text_along(way, style, text, [&](const QRectF& box) { return is_free(box); });
    if (!path || is_said(text, path->middle, street_repeats)) return;
    PlacedFeature one = placed(style, text);
    one.anchor = path->middle;
    one.path = std::move(path);
    take(std::move(one));
  }

  void place_points() {
    const double reach = context_->paints.front().width / 2;
    for (const NamedPoint* point : seen_points()) {
      if (is_full()) return;
      const QPointF at = place_of(*point);
      if (!is_said(point->text, at, place_repeats)) place_beside(at, reach, point->text);
    }
  }

  /// Nothing where there are too many.
  std::vector<const NamedPoint*> seen_points() const {
    std::vector<const NamedPoint*> seen;
    const auto most = static_cast<std::size_t>(view_.width() * view_.height() / room_per_point);
    for (const NamedPoint& point : context_->labels->points) {
      if (!context_->shapes->box(point.feature).intersects(ground_)) continue;
      seen.push_back(&point);
      if (seen.size() > most) return {};
    }
    return seen;
  }

  QPointF place_of(const NamedPoint& point) const {
    const GroundBox& box = context_->shapes->box(point.feature);
    return screen({box.min_x, box.min_y});
  }

  void place_beside(QPointF at, double reach, const QString& text) {
    const TextStyle style = style_of(topic(), GeometryKind::point);
    const QSizeF size = label_size(style, {text});
    const double aside = reach + 4 + size.width() / 2;
    const double above = reach + 4 + size.height() / 2;
    const QPointF shifts[] = {{aside, 0}, {-aside, 0}, {0, -above}, {0, above}};
    for (const QPointF& shift : shifts)
      if (const QRectF box = around(at + shift, size); is_clear(box) && place_text(text, {text}, style, at, box))
        return;
    for (const QPointF& shift : shifts)
      if (place_text(text, {text}, style, at, around(at + shift, size))) return;
  }

  static bool has_letter(const QString& text) {
    return std::any_of(text.begin(), text.end(), [](QChar letter) { return letter.isLetter(); });
  }

  static QStringList on_two_lines(const QString& text) {
    qsizetype best = -1;
    for (qsizetype i = 1; i + 1 < text.size(); ++i)
      if (text[i] == u' ' && (best < 0 || std::abs(2 * i - text.size()) < std::abs(2 * best - text.size()))) best = i;
    return best < 0 ? QStringList() : QStringList{text.left(best), text.mid(best + 1)};
  }

  const Camera& camera_;
  Occupied& texts_;
  Occupied& symbols_;
  const Occupied& paths_;
  Layout& layout_;
  const std::stop_token& stop_;
  QRectF view_;
  const ContextLayer* context_ = nullptr;
  double per_metre_ = 1, x_ = 0, y_ = 0;
  GroundBox ground_;
  std::size_t of_layer_ = 0;
  std::vector<QPointF> points_;  ///< kept for its memory
};

}  // namespace

void place_features(const Scene& scene, const Camera& camera, const Layout* before, const TakenRoom& taken,
                    Layout& layout, const std::stop_token& stop) {
  FeaturePlacer placer(camera, scene.settings.label_margins, taken, layout, stop);
  std::vector<const ContextLayer*> seen;
  for (const LayerSettings& settings : scene.settings.style.layers) {
    const ContextLayer* context = scene.context_layer(layer_of_key(settings.layer));
    if (context != nullptr && context->labels != nullptr && settings.visible && is_in_range(settings, camera))
      seen.push_back(context);
  }
  for (const ContextLayer* context : seen) placer.note_points(*context);
  if (before != nullptr) {
    const QPointF shift = camera.to_screen(before->camera.centre) -
                          QPointF(before->camera.size.width() / 2.0, before->camera.size.height() / 2.0);
    for (const PlacedFeature& one : before->features)
      if (std::any_of(seen.begin(), seen.end(), [&](const ContextLayer* c) { return c->layer->id == one.layer; }))
        placer.keep(one, shift);
  }
  for (const ContextLayer* context : seen)
    if (!stop.stop_requested()) placer.layer(*context);
}

}  // namespace smile::layers
