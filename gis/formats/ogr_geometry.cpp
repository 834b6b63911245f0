#include "gis/formats/ogr_geometry.h"

#include <ogr_geometry.h>

#include <memory>

namespace smile {
namespace {

void append_path(Geometry& out, const OGRSimpleCurve& curve) {
  const auto count = static_cast<std::size_t>(curve.getNumPoints());
  if (count == 0) return;
  const std::size_t begin = out.points.size();
  out.points.reserve(begin + count);
  for (int i = 0; i < curve.getNumPoints(); ++i) out.points.push_back({curve.getX(i), curve.getY(i)});
  if (out.kind == GeometryKind::area && !(out.points[begin] == out.points.back()))
    out.points.push_back(Point(out.points[begin]));
  out.path_ends.push_back(static_cast<std::uint32_t>(out.points.size()));
}

void append_polygon(Geometry& out, const OGRPolygon& polygon) {
  const std::size_t before = out.path_ends.size();
  for (const OGRLinearRing* ring : polygon) append_path(out, *ring);
  if (out.path_ends.size() > before) out.part_ends.push_back(static_cast<std::uint32_t>(out.path_ends.size()));
}

GeometryKind kind_of(const OGRGeometry& geometry) {
  switch (wkbFlatten(geometry.getGeometryType())) {
    case wkbPoint:
    case wkbMultiPoint:
      return GeometryKind::point;
    case wkbLineString:
    case wkbLinearRing:
    case wkbMultiLineString:
      return GeometryKind::line;
    case wkbPolygon:
    case wkbTriangle:
    case wkbMultiPolygon:
      return GeometryKind::area;
    default:
      return GeometryKind::none;
  }
}

/// The highest dimension among the parts.
GeometryKind highest(const OGRGeometry& geometry) {
  if (wkbFlatten(geometry.getGeometryType()) != wkbGeometryCollection) return kind_of(geometry);
  GeometryKind kind = GeometryKind::none;
  for (const OGRGeometry* part : *geometry.toGeometryCollection()) kind = std::max(kind, highest(*part));
  return kind;
}

void append(Converted& out, const OGRGeometry& geometry) {
  const auto type = wkbFlatten(geometry.getGeometryType());
  if (geometry.IsEmpty()) return;
  if (OGR_GT_IsSubClassOf(type, wkbGeometryCollection)) {
    for (const OGRGeometry* part : *geometry.toGeometryCollection()) append(out, *part);
  } else if (kind_of(geometry) != out.geometry.kind) {
    out.mixed = true;
  } else if (type == wkbPoint) {
    out.geometry.points.push_back({geometry.toPoint()->getX(), geometry.toPoint()->getY()});
  } else if (out.geometry.kind == GeometryKind::line) {
    append_path(out.geometry, *geometry.toLineString());
  } else {
    append_polygon(out.geometry, *geometry.toPolygon());
  }
}

bool is_surface(const OGRGeometry& geometry) {
  const auto type = wkbFlatten(geometry.getGeometryType());
  if (type == wkbGeometryCollection)
    for (const OGRGeometry* part : *geometry.toGeometryCollection())
      if (is_surface(*part)) return true;
  return type == wkbTIN || type == wkbPolyhedralSurface;
}

}  // namespace

Converted from_ogr(const OGRGeometry& geometry) {
  Converted out;
  out.heights = geometry.Is3D() || geometry.IsMeasured();
  std::unique_ptr<OGRGeometry> straight;
  if (geometry.hasCurveGeometry()) {
    straight.reset(geometry.getLinearGeometry());
    out.curves = true;
  } else if (is_surface(geometry)) {
    straight.reset(OGRGeometryFactory::forceToMultiPolygon(geometry.clone()));
    out.surfaces = true;
  }
  const OGRGeometry& plain = straight ? *straight : geometry;
  out.geometry.kind = highest(plain);
  if (out.geometry.kind == GeometryKind::none) out.geometry.kind = GeometryKind::point;  // an empty collection
  append(out, plain);
  return out;
}

}  // namespace smile
