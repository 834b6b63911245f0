#pragma once
// What a ruler laid over the map says: true lengths and areas on the ellipsoid, and beside them what the plane says.

#include <QString>
#include <memory>
#include <optional>
#include <span>

#include "gis/crs/geodesic.h"

namespace smile::viewer {

enum class RulerMode { length, area };

struct RulerReading {
  double length = 0;            ///< of the line, or around the area; metres on the ellipsoid
  double last_piece = 0;        ///< of it the line's last one
  double area = 0;              ///< square metres on the ellipsoid
  double plane = 0;             ///< length or area in the plane of the plan's system
  bool crosses_itself = false;  ///< an area whose outline does: its size means nothing
};

/// One object per coordinate system.
class Ruler {
public:
  explicit Ruler(const Crs& crs) : crs_(crs), geodesic_(crs) {}  ///< throws as Geodesic

  /// std::nullopt for too few points (2 for a length, 3 for an area) and where nothing can be measured.
  std::optional<RulerReading> read(std::span<const Point> points, RulerMode mode) const;
  /// "Ellipsoidal, on GRS 1980. In the plane of EPSG:25833: 1,234.5 m"
  QString method(const RulerReading& reading, RulerMode mode) const;
  const Crs& crs() const { return crs_; }

private:
  Crs crs_;
  Geodesic geodesic_;
};

/// "12.3 m", "1,234 m", "12.35 km": no more digits than a click is worth.
QString length_words(double metres);
/// "950 m²", "12,345 m² (1.23 ha)", "122.32 ha", "12.35 km²".
QString area_words(double square_metres);
/// What was measured in one line: the length, or the area and what is around it.
QString result_words(const RulerReading& reading, RulerMode mode);

}  // namespace smile::viewer
