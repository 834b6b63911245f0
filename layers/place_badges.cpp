#include "layers/place_badges.h"

#include <algorithm>
#include <cmath>

#include "layers/badge.h"

namespace smile::layers {
namespace {

// What choosing a place costs, in pixels of distance from the district's label point or dot.
constexpr double symbol_cost = 40;
constexpr double path_cost = 12;
constexpr double away_cost = 40;      ///< outside of the own district
constexpr double sea_cost = 40;       ///< and outside of the city
constexpr double crossing_cost = 20;  ///< each piece of a leader below a text …
constexpr double touching_cost = 6;   ///< … or on a symbol

/// A long line costs more than a few short ones.
double cost_of_line(double length) {
  return length * (1 + length / 50);
}

double distance(QPointF a, QPointF b) {
  return std::hypot(a.x() - b.x(), a.y() - b.y());
}

/// By the slices: quick, and exact enough to choose.
bool covers(const DistrictShape& shape, Point at, double metres) {
  const Box dot{at.x - metres, at.y - metres, at.x + metres, at.y + metres};
  return shape.box.contains(at) && shape.slices.covered(dot) > 0.5;
}

/// The part of a line from the middle of a box that lies outside of the box.
QLineF from_edge(const QRectF& box, QPointF to) {
  const QLineF line(box.center(), to);
  const double x = std::abs(line.dx()) * 2 / box.width(), y = std::abs(line.dy()) * 2 / box.height();
  return {line.pointAt(1 / std::max({x, y, 1.0})), to};
}

/// Steps around a point, nearest first.
const std::vector<QPointF>& steps_around() {
  static const std::vector<QPointF> steps = [] {
    std::vector<QPointF> out;
    for (int y = -12; y <= 12; ++y)
      for (int x = -14; x <= 14; ++x) out.emplace_back(x * 12, y * 10);
    std::stable_sort(out.begin(), out.end(),
                     [](QPointF a, QPointF b) { return std::hypot(a.x(), a.y()) < std::hypot(b.x(), b.y()); });
    return out;
  }();
  return steps;
}

class BadgePlacer {
public:
  BadgePlacer(const Scene& scene, const Camera& camera, const QRectF& view, const SceneBadge& badge,
              const TakenRoom& taken)
      : scene_(scene),
        camera_(camera),
        view_(view),
        badge_(badge),
        shape_(*badge.shape),
        taken_(taken),
        size_(badge_width(badge_parts(scene, badge)), badge_height) {
    seen_.add(camera.to_ground(view.topLeft()));
    seen_.add(camera.to_ground(view.bottomRight()));
  }

  std::optional<PlacedBadge> run() {
    const std::optional<QPointF> anchor = anchor_in_view();
    if (!anchor) return std::nullopt;
    for (const QPointF& step : steps_around()) {
      if (std::hypot(step.x(), step.y()) >= least_) break;
      try_at_home(around(*anchor + step, size_), std::hypot(step.x(), step.y()));
    }
    const QPointF dot = free_dot(*anchor);
    for (const QPointF& step : steps_around()) {
      if (cost_of_line(std::hypot(step.x(), step.y())) + away_cost >= least_) break;
      try_away(around(dot + step, size_), std::hypot(step.x(), step.y()), dot);
    }
    if (std::isinf(least_)) return std::nullopt;
    if (!best_.leader && !holds(shape_, camera_.to_ground(best_.box.center())))
      best_.leader = from_edge(best_.box, dot);
    return best_;
  }

private:
  /// The label point; of a district that is seen in part, the place in this part next to it.
  std::optional<QPointF> anchor_in_view() const {
    const QPointF anchor = camera_.to_screen(shape_.anchor);
    if (view_.adjusted(10, 10, -10, -10).contains(anchor)) return anchor;
    std::optional<QPointF> nearest;
    for (const QPointF& place : places_inside(size_))
      if (!nearest || distance(place, anchor) < distance(*nearest, anchor)) nearest = place;
    return nearest;
  }

  std::vector<QPointF> places_inside(QSizeF size) const {
    const double metres = camera_.metres_per_pixel;
    std::vector<QPointF> out;
    for (const Point& place :
         shape_.slices.places_for(size.width() * metres, size.height() * metres, seen_, shape_.anchor))
      out.push_back(camera_.to_screen(place));
    return out;
  }

  /// Well inside the district, near its label point, where no name hides it.
  QPointF free_dot(QPointF anchor) const {
    constexpr QSizeF dot(8, 8);
    constexpr double hidden_cost = 500;
    const auto cost_of = [&](QPointF at) {
      return distance(at, anchor) + symbol_cost * taken_.symbols.count(around(at, dot)) +
             hidden_cost * taken_.texts.count(around(at, dot));
    };
    QPointF best = anchor;
    double least = cost_of(anchor);
    for (const QPointF& place : places_inside(dot))
      if (const double cost = cost_of(place); cost < least) best = place, least = cost;
    return best;
  }

  double cost_on(const QRectF& box) const {
    return symbol_cost * taken_.symbols.count(box) + path_cost * taken_.paths.count(box);
  }
  bool is_free(const QRectF& box) const { return view_.contains(box) && !taken_.texts.touches(box); }
  void choose(double cost, PlacedBadge placed) {
    if (cost < least_) least_ = cost, best_ = std::move(placed);
  }

  void try_at_home(const QRectF& box, double far) {
    if (covers(shape_, camera_.to_ground(box.center()), camera_.metres_per_pixel) && is_free(box))
      choose(far + cost_on(box), {box, &badge_, std::nullopt});
  }

  void try_away(const QRectF& box, double far, QPointF dot) {
    const Point ground = camera_.to_ground(box.center());
    if (covers(shape_, ground, camera_.metres_per_pixel) || box.adjusted(-6, -6, 6, 6).contains(dot) || !is_free(box))
      return;
    double cost = cost_of_line(far) + away_cost + cost_on(box) + (is_land(ground) ? 0 : sea_cost);
    if (cost >= least_) return;
    const QLineF leader = from_edge(box, dot);
    for (const QRectF& piece : boxes_along(leader, 8, 4))
      cost += (taken_.texts.touches(piece) ? crossing_cost : 0) + (taken_.symbols.touches(piece) ? touching_cost : 0);
    choose(cost, {box, &badge_, leader});
  }

  bool is_land(Point at) const {
    const auto& city = scene_.levels.front()->districts;
    return std::any_of(city.begin(), city.end(),
                       [&](const DistrictShape& district) { return covers(district, at, camera_.metres_per_pixel); });
  }

  const Scene& scene_;
  const Camera& camera_;
  const QRectF& view_;
  const SceneBadge& badge_;
  const DistrictShape& shape_;
  const TakenRoom& taken_;
  QSizeF size_;
  Box seen_;
  double least_ = INFINITY;
  PlacedBadge best_;
};

/// How much of a box covers what the map is about: the district that is meant, else the city. 0–1.
double share_of_subject(const Scene& scene, const Camera& camera, const QRectF& box) {
  Box ground;
  ground.add(camera.to_ground(box.topLeft()));
  ground.add(camera.to_ground(box.bottomRight()));
  for (const LevelShapesPtr& level : scene.levels)
    if (const DistrictShape* meant = level->find(scene.settings.focus_district)) return meant->slices.covered(ground);
  double share = 0;
  if (!scene.levels.empty())
    for (const DistrictShape& district : scene.levels.front()->districts) share += district.slices.covered(ground);
  return share;
}

/// Whether the pill of the whole city stood on the right; nothing: it did not stand.
std::optional<bool> stood_on_the_right(const Layout* before) {
  if (before == nullptr) return std::nullopt;
  for (const PlacedBadge& placed : before->badges)
    if (placed.of_city) return placed.box.center().x() > before->camera.size.width() / 2.0;
  return std::nullopt;
}

}  // namespace

bool holds(const DistrictShape& shape, Point at) {
  return shape.box.contains(at) && locate(at, shape.district->geometry) != Side::outside;
}

std::optional<PlacedBadge> place_badge(const Scene& scene, const Camera& camera, const QRectF& view,
                                       const SceneBadge& badge, const TakenRoom& taken) {
  return BadgePlacer(scene, camera, view, badge, taken).run();
}

std::optional<PlacedBadge> place_city_badge(const Scene& scene, const Camera& camera, const QRectF& view,
                                            const Layout* before, const TakenRoom& taken) {
  const auto badge =
      std::find_if(scene.badges.begin(), scene.badges.end(), [](const SceneBadge& one) { return one.district == 0; });
  if (badge == scene.badges.end()) return std::nullopt;
  const QSizeF size(badge_width(badge_parts(scene, *badge)), badge_height + 4);
  if (view.width() < size.width() + 24 || view.height() < 40) return std::nullopt;
  const QRectF left(view.topLeft() + QPointF(12, 12), size);
  const QRectF right = left.translated(view.width() - 24 - size.width(), 0);
  const auto cost_of = [&](const QRectF& box) {
    constexpr double on_subject = 150, hidden = 1e6;
    return symbol_cost * taken.symbols.count(box) + path_cost * taken.paths.count(box) +
           on_subject * share_of_subject(scene, camera, box) + (taken.texts.touches(box) ? hidden : 0);
  };
  const bool on_the_right = stood_on_the_right(before).value_or(cost_of(right) < cost_of(left));
  return PlacedBadge{on_the_right ? right : left, &*badge, std::nullopt, true};
}

}  // namespace smile::layers
