#include "layers/place_numbers.h"

#include <map>

#include "layers/clip.h"
#include "layers/label.h"
#include "layers/symbols.h"

namespace smile::layers {
namespace {

double length_of(const QPolygonF& line) {
  double length = 0;
  for (qsizetype i = 1; i < line.size(); ++i) length += QLineF(line[i - 1], line[i]).length();
  return length;
}

/// share: of the line's length, 0–1.
QPointF point_along(const QPolygonF& line, double share) {
  double left = share * length_of(line);
  for (qsizetype i = 1; i < line.size(); ++i) {
    const QLineF piece(line[i - 1], line[i]);
    if (piece.length() >= left && piece.length() > 0) return piece.pointAt(left / piece.length());
    left -= piece.length();
  }
  return line.back();
}

class NumberPlacer {
public:
  NumberPlacer(const Scene& scene, const Camera& camera, const QRectF& view, const Layout* before,
               const TakenRoom& taken, Layout& layout, const std::stop_token& stop)
      : scene_(scene), camera_(camera), view_(view), before_(before), taken_(taken), layout_(layout), stop_(stop) {}

  void run() {
    if (before_ != nullptr)
      for (const PlacedText& text : before_->texts)
        if (text.kind == PlacedText::Kind::number) kept_[text.id].push_back(text.beside);
    for (auto symbol = scene_.symbols.rbegin(); symbol != scene_.symbols.rend() && !stop_.stop_requested(); ++symbol) {
      if (scene_.is_faint(symbol->measure)) continue;
      const QPointF at = camera_.to_screen(symbol->at);
      const QString number = QString::fromStdString(scene_.plan->measures[symbol->measure]->number).simplified();
      if (number.isEmpty() || number.size() > 14) continue;
      if (view_.contains(at))
        place_number(symbol->measure, at, symbol_reach(size_on(camera_, *symbol), symbol->selected), number,
                     taken_.symbols);
      else
        place_number_on_path(symbol->measure, number);
    }
  }

private:
  /// Of a line or an area whose symbol is not seen: beside the longest piece that is.
  void place_number_on_path(std::uint32_t measure, const QString& number) {
    QPolygonF longest;
    for (const Line& path : scene_.measures[measure]->paths) {
      QPolygonF points;
      for (const Point& p : path.at(camera_.metres_per_pixel)) points.append(camera_.to_screen(p));
      for (QPolygonF& piece : clipped_line(points, view_))
        if (length_of(piece) > length_of(longest)) longest = std::move(piece);
    }
    constexpr double least_seen = 24, reach = 5;
    if (length_of(longest) < least_seen) return;
    Occupied line(camera_.size);
    for (qsizetype i = 1; i < longest.size(); ++i)
      for (const QRectF& box : boxes_along({longest[i - 1], longest[i]}, 4, 2)) line.add(box);
    for (const double share : {0.5, 0.35, 0.65, 0.2, 0.8})
      if (place_number(measure, point_along(longest, share), reach, number, line)) return;
  }

  /// The number keeps off what it belongs to.
  bool place_number(std::uint32_t position, QPointF at, double reach, const QString& number, const Occupied& owner) {
    const QSizeF size = label_size(TextStyle::number, {number});
    const double aside = reach + size.width() / 2;
    const double above = reach + 1 + size.height() / 2;
    const Id measure = scene_.plan->measures[position]->id;
    std::vector<QPointF> shifts = {{aside, 0},
                                   {-aside, 0},
                                   {0, -above},
                                   {0, above},
                                   {aside - 1, -above + 4},
                                   {aside - 1, above - 4},
                                   {-aside + 1, -above + 4},
                                   {-aside + 1, above - 4}};
    if (const auto kept = kept_.find(measure); kept != kept_.end())
      shifts.insert(shifts.begin(), kept->second.begin(), kept->second.end());
    for (const QPointF& shift : shifts) {
      const QRectF box = around(at + shift, size);
      if (!view_.contains(box) || taken_.texts.touches(box) || taken_.symbols.touches(box) || owner.touches(box))
        continue;
      taken_.take(box);
      layout_.texts.push_back({PlacedText::Kind::number, measure, box, {number}, shift});
      return true;
    }
    return false;
  }

  const Scene& scene_;
  const Camera& camera_;
  const QRectF& view_;
  const Layout* before_;
  const TakenRoom& taken_;
  Layout& layout_;
  const std::stop_token& stop_;
  std::map<Id, std::vector<QPointF>> kept_;  ///< where numbers stood beside their symbols
};

}  // namespace

void place_numbers(const Scene& scene, const Camera& camera, const QRectF& view, const Layout* before,
                   const TakenRoom& taken, Layout& layout, const std::stop_token& stop) {
  NumberPlacer(scene, camera, view, before, taken, layout, stop).run();
}

}  // namespace smile::layers
