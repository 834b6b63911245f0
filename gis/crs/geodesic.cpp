#include "gis/crs/geodesic.h"

#include <geodesic.h>

#include <cmath>
#include <numbers>
#include <vector>

#include "gis/crs/proj_context.h"
#include "gis/words/issue.h"

namespace smile {
namespace {

using proj::context;
using proj::Object;

Object object_of(const Crs& crs) {
  const std::string definition = crs.epsg != 0 ? "EPSG:" + std::to_string(crs.epsg) : crs.wkt;
  return Object(definition.empty() ? nullptr : proj_create(context(), definition.c_str()));
}

/// From the system to longitude and latitude on its own ellipsoid: no change of datum.
Object way_to_degrees(PJ* crs) {
  const Object geodetic(proj_crs_get_geodetic_crs(context(), crs));
  if (!geodetic) return nullptr;
  const Object plain(proj_create_crs_to_crs_from_pj(context(), crs, geodetic.get(), nullptr, nullptr));
  return Object(plain ? proj_normalize_for_visualization(context(), plain.get()) : nullptr);
}

}  // namespace

struct Geodesic::Implementation {
  Object to_degrees;
  geod_geodesic ellipsoid{};
  std::string name;
  double degrees = 1;  ///< in one unit of longitude

  std::optional<Point> longitude_latitude(Point p) const {
    const PJ_COORD out = proj_trans(to_degrees.get(), PJ_FWD, proj_coord(p.x, p.y, 0, HUGE_VAL));
    proj_errno_reset(to_degrees.get());
    if (!std::isfinite(out.xy.x) || !std::isfinite(out.xy.y)) return std::nullopt;
    return Point{out.xy.x * degrees, out.xy.y * degrees};
  }
};

Geodesic::Geodesic(const Crs& crs) : implementation_(std::make_unique<Implementation>()) {
  const Object system = object_of(crs);
  const Object ellipsoid(system ? proj_get_ellipsoid(context(), system.get()) : nullptr);
  double major = 0;
  double inverse_flattening = 0;
  if (ellipsoid) implementation_->to_degrees = way_to_degrees(system.get());
  if (!implementation_->to_degrees ||
      !proj_ellipsoid_get_parameters(context(), ellipsoid.get(), &major, nullptr, nullptr, &inverse_flattening))
    throw Error(ErrorKind::usage,
                text("Nothing can be measured on the ellipsoid of “{1}”: it is not known.", crs_code(crs)));
  geod_init(&implementation_->ellipsoid, major, inverse_flattening > 0 ? 1 / inverse_flattening : 0);
  implementation_->name = proj_get_name(ellipsoid.get());
  if (proj_angular_output(implementation_->to_degrees.get(), PJ_FWD)) implementation_->degrees = 180 / std::numbers::pi;
}

Geodesic::~Geodesic() = default;
Geodesic::Geodesic(Geodesic&&) noexcept = default;
Geodesic& Geodesic::operator=(Geodesic&&) noexcept = default;

std::optional<double> Geodesic::length_m(std::span<const Point> line) const {
  double sum = 0;
  std::optional<Point> before;
  for (const Point& p : line) {
    const auto at = implementation_->longitude_latitude(p);
    if (!at) return std::nullopt;
    double metres = 0;
    if (before)
      geod_inverse(&implementation_->ellipsoid, before->y, before->x, at->y, at->x, &metres, nullptr, nullptr);
    sum += metres;
    before = at;
  }
  return sum;
}

std::optional<double> Geodesic::area_m2(std::span<const Point> ring) const {
  geod_polygon polygon;
  geod_polygon_init(&polygon, 0);
  if (ring.size() > 1 && ring.front() == ring.back()) ring = ring.first(ring.size() - 1);
  for (const Point& p : ring) {
    const auto at = implementation_->longitude_latitude(p);
    if (!at) return std::nullopt;
    geod_polygon_addpoint(&implementation_->ellipsoid, &polygon, at->y, at->x);
  }
  double square_metres = 0;
  geod_polygon_compute(&implementation_->ellipsoid, &polygon, 0, 1, &square_metres, nullptr);
  return std::abs(square_metres);
}

const std::string& Geodesic::ellipsoid() const {
  return implementation_->name;
}

}  // namespace smile
