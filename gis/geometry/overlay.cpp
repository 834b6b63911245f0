#include "gis/geometry/overlay.h"

#include <geos_c.h>

#include <algorithm>
#include <cmath>
#include <memory>
#include <stdexcept>

namespace smile {
namespace {

/// GEOS wants one context per thread. Its error handler only keeps the text: throwing through C code is undefined.
class Context {
public:
  Context() : handle_(GEOS_init_r()) {
    GEOSContext_setErrorMessageHandler_r(
        handle_, [](const char* message, void* self) { static_cast<Context*>(self)->error_ = message; }, this);
    GEOSContext_setNoticeMessageHandler_r(
        handle_, [](const char*, void*) {}, nullptr);
  }
  ~Context() { GEOS_finish_r(handle_); }
  Context(const Context&) = delete;
  Context& operator=(const Context&) = delete;
  GEOSContextHandle_t handle() const { return handle_; }
  [[noreturn]] void fail() const { throw std::runtime_error("GEOS: " + error_); }

private:
  GEOSContextHandle_t handle_;
  std::string error_;
};

Context& context() {
  thread_local Context per_thread;
  return per_thread;
}
GEOSContextHandle_t handle() {
  return context().handle();
}

struct Destroy {
  void operator()(GEOSGeometry* g) const { GEOSGeom_destroy_r(handle(), g); }
  void operator()(GEOSMakeValidParams* p) const { GEOSMakeValidParams_destroy_r(handle(), p); }
};
using Shape = std::unique_ptr<GEOSGeometry, Destroy>;

Shape checked(GEOSGeometry* geometry) {
  if (geometry == nullptr) context().fail();
  return Shape(geometry);
}

bool truth(char answer) {
  if (answer != 0 && answer != 1) context().fail();
  return answer == 1;
}

void check_finite(const Geometry& geometry) {
  if (!is_finite(geometry)) throw std::invalid_argument("a coordinate is not finite");
}

GEOSCoordSequence* sequence(std::span<const Point> points) {
  GEOSCoordSequence* made =
      GEOSCoordSeq_copyFromBuffer_r(handle(), &points.data()->x, static_cast<unsigned>(points.size()), 0, 0);
  if (made == nullptr) context().fail();
  return made;
}

/// GEOS takes ownership of the parts whether it succeeds or not.
Shape collected(int type, std::vector<Shape> parts) {
  std::vector<GEOSGeometry*> raw;
  raw.reserve(parts.size());
  for (Shape& part : parts) raw.push_back(part.release());
  return checked(GEOSGeom_createCollection_r(handle(), type, raw.data(), static_cast<unsigned>(raw.size())));
}

/// GEOS refuses to build rings of fewer than four and lines of fewer than two coordinates.
bool long_enough(std::span<const Point> path, GeometryKind kind) {
  return path.size() >= (kind == GeometryKind::area ? 4U : 2U);
}

Shape polygon(const Geometry& geometry, std::size_t begin, std::size_t end) {
  Shape shell;
  std::vector<Shape> holes;
  for (std::size_t path = begin; path < end; ++path) {
    if (!long_enough(geometry.path(path), GeometryKind::area)) {
      if (path == begin) return nullptr;
      continue;
    }
    Shape ring = checked(GEOSGeom_createLinearRing_r(handle(), sequence(geometry.path(path))));
    if (path == begin)
      shell = std::move(ring);
    else
      holes.push_back(std::move(ring));
  }
  std::vector<GEOSGeometry*> raw;
  for (Shape& hole : holes) raw.push_back(hole.release());
  return checked(GEOSGeom_createPolygon_r(handle(), shell.release(), raw.data(), static_cast<unsigned>(raw.size())));
}

std::vector<Shape> polygons(const Geometry& geometry) {
  std::vector<Shape> parts;
  std::size_t begin = 0;
  for (const std::uint32_t end : geometry.part_ends) {
    if (Shape part = polygon(geometry, begin, end)) parts.push_back(std::move(part));
    begin = end;
  }
  return parts;
}

std::vector<Shape> lines(const Geometry& geometry) {
  std::vector<Shape> parts;
  for (std::size_t path = 0; path < geometry.paths(); ++path)
    if (long_enough(geometry.path(path), GeometryKind::line))
      parts.push_back(checked(GEOSGeom_createLineString_r(handle(), sequence(geometry.path(path)))));
  return parts;
}

std::vector<Shape> points(const Geometry& geometry) {
  std::vector<Shape> parts;
  for (const Point& p : geometry.points) parts.push_back(checked(GEOSGeom_createPointFromXY_r(handle(), p.x, p.y)));
  return parts;
}

/// Leaves out what GEOS can't hold (rings of three coordinates); validity() reports those beforehand.
Shape to_geos(const Geometry& geometry) {
  check_finite(geometry);
  std::vector<Shape> parts;
  int type = GEOS_GEOMETRYCOLLECTION;
  switch (geometry.kind) {
    case GeometryKind::none:
      break;
    case GeometryKind::point:
      parts = points(geometry);
      type = GEOS_MULTIPOINT;
      break;
    case GeometryKind::line:
      parts = lines(geometry);
      type = GEOS_MULTILINESTRING;
      break;
    case GeometryKind::area:
      parts = polygons(geometry);
      type = GEOS_MULTIPOLYGON;
      break;
  }
  return parts.size() == 1 ? std::move(parts.front()) : collected(type, std::move(parts));
}

void append_path(Geometry& out, const GEOSGeometry* path) {
  const GEOSCoordSequence* sequence = GEOSGeom_getCoordSeq_r(handle(), path);
  unsigned count = 0;
  if (sequence == nullptr || GEOSCoordSeq_getSize_r(handle(), sequence, &count) == 0) context().fail();
  if (count == 0) return;
  const std::size_t begin = out.points.size();
  out.points.resize(begin + count);
  if (GEOSCoordSeq_copyToBuffer_r(handle(), sequence, &out.points[begin].x, 0, 0) == 0) context().fail();
  if (out.kind != GeometryKind::point) out.path_ends.push_back(static_cast<std::uint32_t>(out.points.size()));
}

void append_polygon(Geometry& out, const GEOSGeometry* polygon) {
  append_path(out, GEOSGetExteriorRing_r(handle(), polygon));
  const int holes = GEOSGetNumInteriorRings_r(handle(), polygon);
  for (int i = 0; i < holes; ++i) append_path(out, GEOSGetInteriorRingN_r(handle(), polygon, i));
  out.part_ends.push_back(static_cast<std::uint32_t>(out.path_ends.size()));
}

/// Takes the parts of out.kind; other kinds in a collection are left out.
void append(Geometry& out, const GEOSGeometry* geometry) {
  if (truth(GEOSisEmpty_r(handle(), geometry))) return;
  const int type = GEOSGeomTypeId_r(handle(), geometry);
  if (type >= GEOS_MULTIPOINT) {
    const int count = GEOSGetNumGeometries_r(handle(), geometry);
    for (int i = 0; i < count; ++i) append(out, GEOSGetGeometryN_r(handle(), geometry, i));
  } else if (type == GEOS_POLYGON) {
    if (out.kind == GeometryKind::area) append_polygon(out, geometry);
  } else if (type == GEOS_POINT) {
    if (out.kind == GeometryKind::point) append_path(out, geometry);
  } else if (out.kind == GeometryKind::line) {
    append_path(out, geometry);
  }
}

Geometry from_geos(const Shape& shape, GeometryKind kind) {
  Geometry out;
  out.kind = kind;
  append(out, shape.get());
  return out;
}

/// Points have the lowest dimension, areas the highest: what two geometries share is of the lower one.
GeometryKind lower(GeometryKind a, GeometryKind b) {
  return std::min(a, b);
}

std::optional<Point> too_short_path(const Geometry& geometry) {
  for (std::size_t path = 0; path < geometry.paths(); ++path)
    if (!long_enough(geometry.path(path), geometry.kind))
      return geometry.path(path).empty() ? Point{} : geometry.path(path).front();
  return std::nullopt;
}

Point coordinate(const GEOSGeometry* geometry) {
  Point p;
  if (GEOSGeomGetX_r(handle(), geometry, &p.x) != 1 || GEOSGeomGetY_r(handle(), geometry, &p.y) != 1) context().fail();
  return p;
}

/// The polygon with the largest area, or the longest line.
Geometry largest_part(const Geometry& geometry) {
  Geometry best;
  double best_size = -1;
  std::uint32_t begin = 0;
  const bool is_area = geometry.kind == GeometryKind::area;
  for (std::size_t part = 0; part < geometry.parts(); ++part) {
    const std::uint32_t end = is_area ? geometry.part_ends[part] : static_cast<std::uint32_t>(part + 1);
    Geometry one{geometry.kind, {}, {}, {}};
    for (std::size_t path = begin; path < end; ++path) {
      const auto points = geometry.path(path);
      one.points.insert(one.points.end(), points.begin(), points.end());
      one.path_ends.push_back(static_cast<std::uint32_t>(one.points.size()));
    }
    if (is_area) one.part_ends.push_back(end - begin);
    const double size = is_area ? area(one) : length(one);
    if (size > best_size) best = std::move(one), best_size = size;
    begin = end;
  }
  return best;
}

/// The centre of the largest circle that fits in: where a label has most room.
std::optional<Point> centre_of_widest(const Geometry& area_part) {
  const Box box = bounds(area_part);
  const double tolerance = std::max(box.width(), box.height()) / 100;
  if (!(tolerance > 0)) return std::nullopt;
  const Shape circle(GEOSMaximumInscribedCircle_r(handle(), to_geos(area_part).get(), tolerance));
  if (!circle) return std::nullopt;
  const Shape centre(GEOSGeomGetStartPoint_r(handle(), circle.get()));
  if (!centre) return std::nullopt;
  const Point p = coordinate(centre.get());
  if (locate(p, area_part) != Side::inside) return std::nullopt;
  return p;
}

}  // namespace

Validity validity(const Geometry& geometry) {
  check_finite(geometry);
  if (const auto where = too_short_path(geometry)) return {false, "Too few points in geometry component", *where};
  const Shape shape = to_geos(geometry);
  char* reason = nullptr;
  GEOSGeometry* raw_where = nullptr;
  const bool valid = truth(GEOSisValidDetail_r(handle(), shape.get(), 0, &reason, &raw_where));
  const Shape where(raw_where);
  Validity out{valid, reason == nullptr ? "" : reason, {}};
  if (reason != nullptr) GEOSFree_r(handle(), reason);
  if (where && !truth(GEOSisEmpty_r(handle(), where.get()))) out.where = coordinate(where.get());
  return out;
}

Geometry repaired(const Geometry& geometry) {
  const std::unique_ptr<GEOSMakeValidParams, Destroy> how(GEOSMakeValidParams_create_r(handle()));
  GEOSMakeValidParams_setMethod_r(handle(), how.get(), GEOS_MAKE_VALID_STRUCTURE);
  GEOSMakeValidParams_setKeepCollapsed_r(handle(), how.get(), 0);
  const Shape shape = to_geos(geometry);
  return from_geos(checked(GEOSMakeValidWithParams_r(handle(), shape.get(), how.get())), geometry.kind);
}

Geometry intersection(const Geometry& a, const Geometry& b) {
  const Shape left = to_geos(a);
  const Shape right = to_geos(b);
  return from_geos(checked(GEOSIntersection_r(handle(), left.get(), right.get())), lower(a.kind, b.kind));
}

Geometry united(const std::vector<Geometry>& areas) {
  std::vector<Shape> parts;
  for (const Geometry& one : areas) parts.push_back(to_geos(one));
  const GeometryKind kind = areas.empty() ? GeometryKind::area : areas.front().kind;
  const Shape all = collected(GEOS_GEOMETRYCOLLECTION, std::move(parts));
  return from_geos(checked(GEOSUnaryUnion_r(handle(), all.get())), kind);
}

Geometry difference(const Geometry& a, const Geometry& b) {
  const Shape left = to_geos(a);
  const Shape right = to_geos(b);
  return from_geos(checked(GEOSDifference_r(handle(), left.get(), right.get())), a.kind);
}

Geometry buffered(const Geometry& geometry, double distance) {
  constexpr int segments_of_a_quarter = 4;
  return from_geos(checked(GEOSBuffer_r(handle(), to_geos(geometry).get(), distance, segments_of_a_quarter)),
                   GeometryKind::area);
}

bool intersects(const Geometry& a, const Geometry& b) {
  if (!bounds(a).intersects(bounds(b))) return false;
  const Shape left = to_geos(a);
  const Shape right = to_geos(b);
  return truth(GEOSIntersects_r(handle(), left.get(), right.get()));
}

Point label_point(const Geometry& geometry) {
  check_finite(geometry);
  if (geometry.empty()) return {};
  if (geometry.kind == GeometryKind::point) return geometry.points.front();
  const Geometry part = largest_part(geometry);
  if (geometry.kind == GeometryKind::line) {
    const Shape middle = checked(GEOSInterpolateNormalized_r(handle(), to_geos(part).get(), 0.5));
    return coordinate(middle.get());
  }
  if (const auto centre = centre_of_widest(part)) return *centre;
  const Shape inside = checked(GEOSPointOnSurface_r(handle(), to_geos(part).get()));
  return truth(GEOSisEmpty_r(handle(), inside.get())) ? geometry.points.front() : coordinate(inside.get());
}

Geometry simplified(const Geometry& geometry, double tolerance) {
  const Shape shape = to_geos(geometry);
  return from_geos(checked(GEOSTopologyPreserveSimplify_r(handle(), shape.get(), tolerance)), geometry.kind);
}

}  // namespace smile
