#include "viewer/map/coordinates.h"

#include <cmath>
#include <memory>

#include "gis/words/issue.h"
#include "gis/words/numbers.h"
#include "viewer/text.h"

namespace smile::viewer {

std::optional<Point> longitude_latitude(Point ground, const Crs& crs) {
  static Crs known;
  static std::unique_ptr<Transform> to_degrees;
  if (!crs.known()) return std::nullopt;
  try {
    if (!to_degrees || !(known == crs)) {
      to_degrees = std::make_unique<Transform>(crs, crs_from_epsg(4326));
      known = crs;
    }
    return (*to_degrees)(ground);
  } catch (const Error&) {
    return std::nullopt;  // a system without way to longitude and latitude: the map works without
  }
}

QString copied_coordinates(Point ground, const Crs& crs) {
  const QString plane =
      q(crs_code(crs)) + ": " + QString::number(ground.x, 'f', 1) + ", " + QString::number(ground.y, 'f', 1);
  const auto at = longitude_latitude(ground, crs);
  if (!at) return plane;
  return QString::number(at->y, 'f', 6) + ", " + QString::number(at->x, 'f', 6) + '\n' + plane;
}

std::optional<double> scale_from_text(std::string_view text) {
  const std::size_t colon = text.find(':');
  QString number = q(std::string(colon == std::string_view::npos ? text : text.substr(colon + 1)));
  if (colon != std::string_view::npos && q(std::string(text.substr(0, colon))).trimmed() != "1") return std::nullopt;
  number.remove(QChar(' ')).remove(QChar(0xA0)).remove(QChar(0x202F)).remove('.').remove(',');
  bool read = false;
  const auto denominator = static_cast<double>(number.toULongLong(&read));
  if (!read || denominator < 10 || denominator > 1e7) return std::nullopt;
  return denominator;
}

QString scale_words(double denominator) {
  const double step = std::pow(10, std::floor(std::log10(denominator)) - 2);
  return q("1:" + format_number(language(), std::round(denominator / step) * step));
}

}  // namespace smile::viewer
