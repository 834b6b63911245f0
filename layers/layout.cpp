// Where names, numbers and signs stand. Larger districts first; what finds no room is left out rather than made
// smaller.

#include <algorithm>
#include <cmath>
#include <numeric>

#include "layers/badge.h"
#include "layers/furniture.h"
#include "layers/label.h"
#include "layers/occupied.h"
#include "layers/place_badges.h"
#include "layers/place_features.h"
#include "layers/place_numbers.h"
#include "layers/scene.h"
#include "layers/symbols.h"

namespace smile::layers {
namespace {

constexpr double badge_gap = 5;      ///< between a name and the sign below it
constexpr double symbol_cost = 140;  ///< a name on a symbol is as bad as one so many pixels away from its best place
constexpr double path_cost = 25;

class Placer {
public:
  /// before: what stood on the map last, if from the same distance; nullptr: nothing.
  Placer(const Scene& scene, const Camera& camera, const Layout* before, const std::stop_token& stop)
      : scene_(scene),
        before_(before),
        camera_(camera),
        stop_(stop),
        view_(QRectF(QPointF(), QSizeF(camera.size)).marginsRemoved(scene.settings.label_margins)),
        names_view_(view_.adjusted(4, 4, -4, -4)),
        seen_(ground_of(view_)),
        symbols_(camera.size),
        paths_(camera.size),
        texts_(camera.size) {
    for (const QRectF& box : scene.settings.no_labels) texts_.add(box);
    if (scene.settings.furniture)
      for (const QRectF& box : furniture_boxes(QSizeF(camera.size))) texts_.add(box);
  }

  Layout run() {
    layout_.camera = camera_;
    note_symbols();
    add_badge(place_city_badge(scene_, camera_, view_, before_, taken_));
    const bool names = scene_.layer("district_labels") != nullptr;
    if (const LevelShapes* shown = scene_.shown_level(); names && shown != nullptr) {
      keep_names(*shown);
      place_names(*shown);
    }
    place_badges();
    if (scene_.settings.style.measure_labels) place_numbers(scene_, camera_, view_, before_, taken_, layout_, stop_);
    place_features(scene_, camera_, before_, taken_, layout_, stop_);
    return std::move(layout_);
  }

private:
  double width_of(const SceneBadge& badge) const { return badge_width(badge_parts(scene_, badge)); }

  bool is_placed(const SceneBadge& badge) const {
    return std::any_of(layout_.badges.begin(), layout_.badges.end(),
                       [&](const PlacedBadge& placed) { return placed.badge == &badge; });
  }

  Box ground_of(const QRectF& box) const {
    Box ground;
    ground.add(camera_.to_ground(box.topLeft()));
    ground.add(camera_.to_ground(box.bottomRight()));
    return ground;
  }

  void note_symbols() {
    for (const SceneSymbol& symbol : scene_.symbols) {
      if (stop_.stop_requested()) return;
      const QPointF at = camera_.to_screen(symbol.at);
      const double reach = symbol_reach(size_on(camera_, symbol), symbol.selected) - 2;
      if (view_.contains(at)) symbols_.add(around(at, {2 * reach, 2 * reach}));
    }
    for (const MeasureShapePtr& shape : scene_.measures)
      for (const Line& path : shape->paths) note_path(path.at(camera_.metres_per_pixel));
  }

  /// Small boxes along a line, so that names keep away from it.
  void note_path(std::span<const Point> path) {
    for (std::size_t i = 1; i < path.size(); ++i)
      for (const QRectF& box : boxes_along({camera_.to_screen(path[i - 1]), camera_.to_screen(path[i])}, 16, 6))
        if (view_.contains(box.center())) paths_.add(box);
  }

  void add_badge(std::optional<PlacedBadge> placed) {
    if (!placed) return;
    taken_.take(placed->box);
    if (placed->leader)
      for (const QRectF& box : boxes_along(*placed->leader, 4, 4)) taken_.take(box);
    layout_.badges.push_back(*std::move(placed));
  }

  void place_badges() {
    for (const SceneBadge& badge : scene_.badges)
      if (badge.district != 0 && !is_placed(badge) && !stop_.stop_requested())
        add_badge(place_badge(scene_, camera_, view_, badge, taken_));
  }

  /// Names that stood on the map stay on their ground, if they still have room with their signs.
  void keep_names(const LevelShapes& shown) {
    if (before_ == nullptr) return;
    const QPointF shift = camera_.to_screen(before_->camera.centre) -
                          QPointF(before_->camera.size.width() / 2.0, before_->camera.size.height() / 2.0);
    for (const PlacedText& text : before_->texts) {
      if (text.kind != PlacedText::Kind::district || shown.find(text.id) == nullptr) continue;
      const QPointF top = QPointF(text.box.center().x(), text.box.top()) + shift;
      const auto set_with = [&](const SceneBadge* badge) {
        const QSizeF size = size_of(text.lines, badge);
        const QRectF box(top.x() - size.width() / 2, top.y(), size.width(), size.height());
        if (!names_view_.contains(box) || texts_.touches(box) || !is_at_home(badge, box)) return false;
        set_name(text.id, {text.lines, 1, 0, box.center()}, badge);
        return true;
      };
      const SceneBadge* badge = badge_of(text.id);
      if (!set_with(badge) && badge != nullptr) set_with(nullptr);
    }
  }

  bool is_named(Id district) const {
    return std::any_of(layout_.texts.begin(), layout_.texts.end(), [&](const PlacedText& text) {
      return text.kind == PlacedText::Kind::district && text.id == district;
    });
  }

  void place_names(const LevelShapes& shown) {
    std::vector<std::size_t> order(shown.districts.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    const auto is_meant = [&](std::size_t i) {
      return shown.districts[i].district->id == scene_.settings.focus_district;
    };
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
      if (is_meant(a) != is_meant(b)) return is_meant(a);
      return shown.districts[a].district->area_m2 > shown.districts[b].district->area_m2;
    });
    for (const std::size_t i : order)
      if (!stop_.stop_requested() && shown.districts[i].box.intersects(seen_) &&
          !is_named(shown.districts[i].district->id))
        place_name(shown.districts[i]);
  }

  const SceneBadge* badge_of(Id district) const {
    for (const SceneBadge& badge : scene_.badges)
      if (badge.district == district) return &badge;
    return nullptr;
  }

  /// A way to set a name: its lines, how much of it has to lie inside, what choosing it costs in pixels, and where it
  /// would stand.
  struct Setting {
    QStringList lines;
    double inside = 1;
    double cost = INFINITY;
    QPointF centre;
  };

  void place_name(const DistrictShape& shape) {
    const SceneBadge* badge = badge_of(shape.district->id);
    if (place_name_with(shape, badge) || (badge != nullptr && place_name_with(shape, nullptr))) return;
    if (shape.district->id == scene_.settings.focus_district) place_name_beside(shape);
  }

  /// The one district that is meant has its name, however small it is: beside it then, where no other text stands.
  void place_name_beside(const DistrictShape& shape) {
    const QRectF area(camera_.to_screen({shape.box.min_x, shape.box.max_y}),
                      camera_.to_screen({shape.box.max_x, shape.box.min_y}));
    const QStringList lines = name_on_one_line(QString::fromStdString(shape.district->name));
    const QSizeF size = label_size(TextStyle::district, lines);
    const double x = area.width() / 2 + size.width() / 2 + badge_gap,
                 y = area.height() / 2 + size.height() / 2 + badge_gap;
    for (const QPointF& off : {QPointF(x, 0), QPointF(-x, 0), QPointF(0, -y), QPointF(0, y)}) {
      const QPointF centre = area.center() + off;
      const QRectF box = around(centre, size);
      if (!names_view_.contains(box) || texts_.touches(box)) continue;
      return set_name(shape.district->id, {lines, 0, 0, centre}, nullptr);
    }
  }

  /// Best on one line inside; on two lines, or a little over the border, where that keeps it clear of symbols.
  bool place_name_with(const DistrictShape& shape, const SceneBadge* badge) {
    const QString name = QString::fromStdString(shape.district->name);
    Setting best;
    double penalty = 0;
    for (const double inside : {1.0, 0.8})
      for (const QStringList& lines : {name_on_one_line(name), name_on_two_lines(name)}) {
        Setting setting{lines, inside, best.cost - penalty, {}};
        if (best.cost > penalty && !lines.empty() && find_place(shape, size_of(lines, badge), setting)) {
          best = setting;
          best.cost += penalty;
        }
        penalty += 20;
      }
    if (best.cost > symbol_cost)
      for (const QStringList& lines : {name_on_one_line(name), name_on_two_lines(name)})
        if (!lines.empty()) find_place_across(shape, lines, size_of(lines, badge), best);
    if (std::isinf(best.cost) || !is_at_home(badge, around(best.centre, size_of(best.lines, badge)))) return false;
    set_name(shape.district->id, best, badge);
    return true;
  }

  QSizeF size_of(const QStringList& lines, const SceneBadge* badge) const {
    const QSizeF size = label_size(TextStyle::district, lines);
    if (badge == nullptr) return size;
    return {std::max(size.width(), width_of(*badge)), size.height() + badge_gap + badge_height};
  }

  /// Below its name in this box a pill must stand in its district, else it stands alone.
  bool is_at_home(const SceneBadge* badge, const QRectF& box) const {
    return badge == nullptr ||
           holds(*badge->shape, camera_.to_ground({box.center().x(), box.bottom() - badge_height / 2}));
  }

  void set_name(Id district, const Setting& setting, const SceneBadge* badge) {
    const QSizeF text_size = label_size(TextStyle::district, setting.lines);
    const QSizeF size = size_of(setting.lines, badge);
    const double top = setting.centre.y() - size.height() / 2;
    const QRectF box = around({setting.centre.x(), top + text_size.height() / 2}, text_size);
    taken_.take(box);
    layout_.texts.push_back({PlacedText::Kind::district, district, box, setting.lines});
    if (badge != nullptr)
      add_badge(PlacedBadge{
          around({setting.centre.x(), top + size.height() - badge_height / 2}, {width_of(*badge), badge_height}),
          badge});
  }

  /// The free place with the fewest symbols on it, then the nearest to the anchor. False if none costs less than the
  /// setting's cost so far.
  bool find_place(const DistrictShape& shape, QSizeF size, Setting& setting) {
    const double metres = camera_.metres_per_pixel;
    const double air = setting.inside < 1 ? 0 : 6;
    const Box view = seen_.grown(-4 * metres - (1 - setting.inside) * size.width() * metres / 2);
    bool found = false;
    for (const Point& place :
         shape.slices.places_for((size.width() * setting.inside + air) * metres,
                                 (size.height() + air) * setting.inside * metres, view, shape.anchor)) {
      const double far = std::hypot(place.x - shape.anchor.x, place.y - shape.anchor.y) / metres;
      if (far >= setting.cost) continue;
      const QPointF centre = camera_.to_screen(place);
      const QRectF box = around(centre, size);
      const double cost = far + symbol_cost * symbols_.count(box) + path_cost * paths_.count(box);
      if (cost >= setting.cost || texts_.count(box) > 0) continue;
      setting.cost = cost;
      setting.centre = centre;
      found = true;
    }
    return found;
  }

  /// Where no room inside is clear of symbols, a name may stand across its district's border: over open ground rather
  /// than over a neighbour, and never so far that it would name the neighbour.
  void find_place_across(const DistrictShape& shape, const QStringList& lines, QSizeF size, Setting& setting) {
    constexpr double least_own = 0.35;
    constexpr double most_of_others = 0.25;
    const QPointF anchor = camera_.to_screen(shape.anchor);
    const double metres = camera_.metres_per_pixel;
    const QSizeF reach = (QSizeF(shape.box.width(), shape.box.height()) / metres + size) / 2;
    const double step_x = std::max(8.0, reach.width() / 10);
    const double step_y = std::max(6.0, reach.height() / 10);
    for (double dy = -reach.height(); dy <= reach.height(); dy += step_y)
      for (double dx = -reach.width(); dx <= reach.width(); dx += step_x) {
        const double far = std::hypot(dx, dy);
        const QRectF box = around(anchor + QPointF(dx, dy), size);
        if (far >= setting.cost || !names_view_.contains(box) || texts_.count(box) > 0) continue;
        const Box ground = ground_of(box);
        const double own = shape.slices.covered(ground);
        const double others = own < least_own ? 1 : covered_by_others(shape, ground);
        if (others > most_of_others) continue;
        const double cost = far + symbol_cost * symbols_.count(box) + path_cost * paths_.count(box) +
                            40 * (1 - own - others) + 240 * others;
        if (cost < setting.cost) setting = {lines, own, cost, box.center()};
      }
  }

  double covered_by_others(const DistrictShape& shape, const Box& ground) const {
    double share = 0;
    for (const DistrictShape& other : scene_.shown_level()->districts)
      if (&other != &shape && other.box.intersects(ground)) share += other.slices.covered(ground);
    return share;
  }

  const Scene& scene_;
  const Layout* before_;
  const Camera& camera_;
  const std::stop_token& stop_;
  QRectF view_;        ///< where texts may stand
  QRectF names_view_;  ///< names of districts keep off its edge
  Box seen_;           ///< the ground of the view
  Occupied symbols_;
  Occupied paths_;
  Occupied texts_;
  TakenRoom taken_{texts_, symbols_, paths_};
  Layout layout_;
};

}  // namespace

double closeness(const Camera& camera) {
  return std::clamp(1 - (camera.metres_per_pixel - 8) * 0.014, 0.62, 1.0);
}

double size_on(const Camera& camera, const SceneSymbol& symbol) {
  return std::round(2 * symbol.size * closeness(camera)) / 2;  // few different sizes: their images are kept
}

void keep_places(const Scene& scene, LayoutPtr before) {
  const std::lock_guard lock(scene.mutex);
  scene.layout_before = std::move(before);
}

LayoutPtr layout_for(const Scene& scene, const Camera& camera, const std::stop_token& stop) {
  LayoutPtr before;
  {
    const std::lock_guard lock(scene.mutex);
    if (scene.last_layout && scene.last_layout->camera == camera) return scene.last_layout;
    before = scene.last_layout ? scene.last_layout : scene.layout_before;
  }
  const bool as_far = before && before->camera.metres_per_pixel == camera.metres_per_pixel;
  auto layout = std::make_shared<const Layout>(Placer(scene, camera, as_far ? before.get() : nullptr, stop).run());
  if (stop.stop_requested()) return layout;  // not complete: not kept
  const std::lock_guard lock(scene.mutex);
  scene.last_layout = layout;
  return layout;
}

}  // namespace smile::layers
