#include "gis/intake/position.h"

#include <array>
#include <cmath>
#include <utility>
#include <vector>

#include "gis/intake/written_position.h"
#include "gis/words/issue.h"

namespace smile {
namespace {

constexpr int wgs84 = 4326;
constexpr std::array usual_codes = {25833, 25832, 5650, 4647, 5678, 31467, 5674, 3857};

bool could_be_degrees(double a, double b) {
  return std::abs(a) <= 180 && std::abs(b) <= 180 && (std::abs(a) <= 90 || std::abs(b) <= 90);
}

bool has_decimals(double value) {
  return value != std::floor(value);
}

/// ETRS89 in Europe, WGS84 elsewhere.
Crs utm_zone(int zone, bool south) {
  if (!south && zone >= 28 && zone <= 38) return crs_from_epsg(25800 + zone);
  return crs_from_epsg((south ? 32700 : 32600) + zone);
}

}  // namespace

struct PositionReader::Implementation {
  PositionContext context;
  mutable std::vector<std::pair<Crs, std::optional<Transform>>> transforms;

  const Transform* transform_from(const Crs& crs) const {
    for (const auto& [from, transform] : transforms)
      if (from == crs) return transform ? &*transform : nullptr;
    auto& entry = transforms.emplace_back(crs, std::nullopt);
    try {
      entry.second.emplace(crs, context.plan_crs);
    } catch (const Error&) {
      return nullptr;  // no way between the two: this reading is none
    }
    return &*entry.second;
  }

  std::optional<Position> place(Point p, const Crs& crs) const {
    if (is_geographic(crs) && (std::abs(p.x) > 180 || std::abs(p.y) > 90)) return std::nullopt;
    const Transform* transform = transform_from(crs);
    const auto point = transform ? (*transform)(p) : std::nullopt;
    if (!point) return std::nullopt;
    return Position{*point, crs, false, false};
  }

  std::vector<Crs> systems(const WrittenPosition& written) const {
    if (written.epsg != 0) return written_system(written.epsg);
    if (written.zone != 0) return {utm_zone(written.zone, written.south)};
    const bool degrees = written.angles || could_be_degrees(written.first, written.second);
    if (context.crs && is_geographic(*context.crs) == degrees) return {*context.crs};
    if (degrees) return {crs_from_epsg(wgs84)};
    if (std::abs(written.first) < 10'000 || std::abs(written.second) < 10'000) return {};
    return projected_systems();
  }

  std::vector<Crs> written_system(int epsg) const {
    try {
      return {crs_from_epsg(epsg)};
    } catch (const Error&) {
      return {};
    }
  }

  std::vector<Crs> projected_systems() const {
    std::vector<Crs> list;
    if (context.plan_crs.known() && !is_geographic(context.plan_crs)) list.push_back(context.plan_crs);
    for (const int code : usual_codes)
      if (code != context.plan_crs.epsg) list.push_back(crs_from_epsg(code));
    return list;
  }

  /// The stated order in every system, then the other order: the first that falls into the city; else the stated one.
  std::optional<Position> choose(const WrittenPosition& written, Point stated) const {
    const std::vector<Crs> candidates = systems(written);
    const bool unknown = context.city.empty();
    std::optional<Position> fallback;
    for (const bool swapped : {false, true}) {
      const Point p = swapped ? Point{stated.y, stated.x} : stated;
      for (const Crs& crs : candidates) {
        std::optional<Position> position = place(p, crs);
        if (!position) continue;
        position->swapped = swapped;
        if (unknown ? plausible(p, crs) : context.city.contains(position->point)) return position;
        if (!fallback) fallback = position;
      }
    }
    if (fallback) fallback->outside = !unknown;
    if (fallback && !unknown) fallback->swapped = false;
    return fallback;
  }

  /// Without a city: eastings say by their size which system they are in.
  static bool plausible(Point p, const Crs& crs) {
    const double millions = std::floor(p.x / 1e6);
    switch (crs.epsg) {
      case 5650:
        return millions == 33;
      case 4647:
        return millions == 32;
      case 5678:
        return millions == 4;
      case 31467:
        return millions == 3;
      case 5674:
      case 3857:
        return false;
      default:
        return is_geographic(crs) || (p.x < 1e6 && p.y > p.x);
    }
  }

  std::optional<Position> read(const WrittenPosition& written, Point stated) const {
    const Point turned{stated.y, stated.x};
    const bool reversed = context.reversed && written.order == WrittenPosition::Order::unstated;
    return choose(written, reversed ? turned : stated);
  }
};

PositionReader::PositionReader(PositionContext context) : implementation_(std::make_unique<Implementation>()) {
  implementation_->context = std::move(context);
}
PositionReader::~PositionReader() = default;
PositionReader::PositionReader(PositionReader&&) noexcept = default;
PositionReader& PositionReader::operator=(PositionReader&&) noexcept = default;

std::optional<Position> PositionReader::from_text(std::string_view text) const {
  const auto written = take_position_apart(text);
  if (!written) return std::nullopt;
  const bool degrees = written->angles || could_be_degrees(written->first, written->second);
  const bool stated = written->angles || written->order != WrittenPosition::Order::unstated;
  // "54 / 12" is more likely two counts than a place of 100 km.
  if (degrees && !stated && !has_decimals(written->first) && !has_decimals(written->second)) return std::nullopt;
  const bool x_first =
      written->order == WrittenPosition::Order::unstated ? !degrees : written->order == WrittenPosition::Order::x_first;
  return implementation_->read(
      *written, x_first ? Point{written->first, written->second} : Point{written->second, written->first});
}

std::optional<Position> PositionReader::from_columns(std::string_view x, std::string_view y) const {
  const auto written = take_columns_apart(x, y);
  if (!written) return std::nullopt;
  return implementation_->read(*written, {written->first, written->second});
}

std::optional<Position> position_from_text(std::string_view text, const PositionContext& context) {
  return PositionReader(context).from_text(text);
}

std::optional<Position> position_from_columns(std::string_view x, std::string_view y, const PositionContext& context) {
  return PositionReader(context).from_columns(x, y);
}

}  // namespace smile
