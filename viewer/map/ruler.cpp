#include "viewer/map/ruler.h"

#include "gis/geometry/overlay.h"
#include "gis/words/numbers.h"
#include "viewer/text.h"

namespace smile::viewer {

std::optional<RulerReading> Ruler::read(std::span<const Point> points, RulerMode mode) const {
  const bool area = mode == RulerMode::area;
  if (points.size() < (area ? 3U : 2U)) return std::nullopt;
  std::vector<Point> path(points.begin(), points.end());
  if (area) path.push_back(path.front());
  const auto length = geodesic_.length_m(path);
  const auto last = geodesic_.length_m(points.last(2));
  const auto size = area ? geodesic_.area_m2(path) : 0.0;
  if (!length || !last || !size) return std::nullopt;
  RulerReading reading{*length, *last, *size, 0, false};
  if (!area) {
    reading.plane = smile::length(make_line(path));
    return reading;
  }
  const Geometry shape = make_area(path);
  reading.plane = smile::area(shape);
  reading.crosses_itself = !validity(shape).valid;
  return reading;
}

QString Ruler::method(const RulerReading& reading, RulerMode mode) const {
  const QString plane = mode == RulerMode::area ? area_words(reading.plane) : length_words(reading.plane);
  return tr_(text("Ellipsoidal, on {1}. In the plane of {2}: {3}", geodesic_.ellipsoid(), crs_code(crs_),
                  plane.toStdString()));
}

QString length_words(double metres) {
  const Language in = language();
  if (metres >= 10000) return q(format_number(in, metres / 1000, 2) + " km");
  return q(format_number(in, metres, metres < 1000 ? 1 : 0) + " m");
}

QString area_words(double square_metres) {
  const Language in = language();
  const QString plain = q(format_number(in, square_metres) + " m²");
  if (square_metres < 10000) return plain;
  if (square_metres >= 1e7) return q(format_number(in, square_metres / 1e6, 2) + " km²");
  if (square_metres >= 1e6) return q(format_number(in, square_metres / 1e4, 2) + " ha");
  return plain + q(" (" + format_number(in, square_metres / 1e4, 2) + " ha)");
}

QString result_words(const RulerReading& reading, RulerMode mode) {
  if (mode == RulerMode::length) return length_words(reading.length);
  return tr_(
      text("{1}, {2} around", area_words(reading.area).toStdString(), length_words(reading.length).toStdString()));
}

}  // namespace smile::viewer
