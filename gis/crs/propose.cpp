// Coordinates whose system is missing or wrong: which readings put them into the city?
#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

#include "gis/crs/crs.h"

namespace smile {
namespace {

constexpr Box central_europe{5, 45, 25, 56};
/// Data of a city reach a little beyond it; without a city the neighbours of Central Europe are as likely.
constexpr double near_city_km = 50;
constexpr double near_central_europe_km = 600;

/// What offices in and around Germany use, most likely first. E-N forms: 5678 is 31468 and 5674 is 2398 with the axes
/// as everywhere here.
constexpr std::array usual_codes = {25833, 25832, 5650, 4647, 5678, 31467, 5674, 4326, 3857, 3035};

double distance_km(Point a, Point b) {
  constexpr double degree = std::numbers::pi / 180;
  const double half_y = std::sin((b.y - a.y) * degree / 2);
  const double half_x = std::sin((b.x - a.x) * degree / 2);
  const double h = half_y * half_y + std::cos(a.y * degree) * std::cos(b.y * degree) * half_x * half_x;
  return 2 * 6371.0088 * std::asin(std::min(1.0, std::sqrt(h)));
}

double distance_km(Point p, const Box& box) {
  return distance_km(p, Point{std::clamp(p.x, box.min_x, box.max_x), std::clamp(p.y, box.min_y, box.max_y)});
}

Box turned(const Box& box) {
  return {box.min_y, box.min_x, box.max_y, box.max_x};
}

/// The data read in one way. Corners count too: where the centre is defined and a corner isn't, the reading is wrong.
std::optional<Point> centre_in_degrees(const Box& extent, const Crs& crs, const Crs& degrees) {
  const Transform transform(crs, degrees);
  const auto low = transform(Point{extent.min_x, extent.min_y});
  const auto high = transform(Point{extent.max_x, extent.max_y});
  const auto centre = transform(extent.centre());
  if (!low || !high || !centre) return std::nullopt;
  for (const Point p : {*low, *high, *centre})
    if (std::abs(p.x) > 180 || std::abs(p.y) > 90) return std::nullopt;
  return centre;
}

std::vector<Crs> candidates(const std::optional<Crs>& declared) {
  std::vector<Crs> out;
  if (declared && declared->known()) out.push_back(*declared);
  for (const int code : usual_codes) {
    Crs crs = crs_from_epsg(code);
    if (std::find(out.begin(), out.end(), crs) == out.end()) out.push_back(std::move(crs));
  }
  return out;
}

}  // namespace

std::vector<CrsProposal> propose_crs(const Box& extent, const std::optional<Crs>& declared, const Box& city) {
  std::vector<CrsProposal> out;
  if (extent.empty()) return out;
  const Box& place = city.empty() ? central_europe : city;
  const double farthest = city.empty() ? near_central_europe_km : near_city_km;
  const Crs degrees = crs_from_epsg(4326);
  for (const Crs& crs : candidates(declared))
    for (const bool swapped : {false, true}) {
      const auto centre = centre_in_degrees(swapped ? turned(extent) : extent, crs, degrees);
      if (!centre) continue;
      const double distance = distance_km(*centre, place);
      if (distance <= farthest) out.push_back({crs, swapped, distance, *centre});
    }
  // Stable: equally near ones keep the order in which they were tried, the declared one first.
  std::stable_sort(out.begin(), out.end(), [](const CrsProposal& a, const CrsProposal& b) {
    return std::pair(a.distance_km, a.axes_swapped) < std::pair(b.distance_km, b.axes_swapped);
  });
  return out;
}

}  // namespace smile
