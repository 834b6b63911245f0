#include "gis/formats/gate.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

#include "gis/geometry/overlay.h"

namespace smile {
namespace {

/// Areas in m² for data in degrees, feet or metres: measured in the UTM zone where the shape lies.
class SquareMetres {
public:
  explicit SquareMetres(const Crs& crs) : crs_(crs) {}

  double operator()(const Geometry& geometry) {
    if (geometry.empty() || !crs_.known()) return area(geometry);
    if (!to_metres_) start(geometry);
    if (!to_metres_) return area(geometry);
    const auto in_metres = (*to_metres_)(geometry);
    return in_metres ? area(*in_metres) : area(geometry);
  }

private:
  void start(const Geometry& geometry) {
    const auto centre = Transform(crs_, crs_from_epsg(4326))(bounds(geometry).centre());
    if (centre && std::abs(centre->x) <= 180 && std::abs(centre->y) <= 84)
      to_metres_.emplace(crs_, utm_of(centre->x, centre->y));
  }
  Crs crs_;
  std::optional<Transform> to_metres_;
};

/// What is wrong in words of our own; GEOS' words are the value of the issue.
Text sentence(const std::string& reason, double before, double after) {
  if (reason.find("elf-intersection") != std::string::npos)
    return text("The outline crosses itself; repaired: {1} m² before, {2} m² after.", before, after);
  if (reason.find("Hole") != std::string::npos || reason.find("shells") != std::string::npos ||
      reason.find("disconnected") != std::string::npos)
    return text("A hole or a part lies where it cannot be; repaired: {1} m² before, {2} m² after.", before, after);
  return text("The outline is damaged; repaired: {1} m² before, {2} m² after.", before, after);
}

double rounded(double square_metres) {
  return std::round(square_metres * 10) / 10;
}

class Repair {
public:
  Repair(const Crs& crs, IssueList& issues) : square_metres_(crs), issues_(issues) {}

  bool operator()(Feature& feature) {
    const Validity found = validity(feature.geometry);
    if (found.valid) return false;
    Geometry good = repaired(feature.geometry);
    if (good.empty()) return collapsed(feature, found.reason);
    const double before = square_metres_(feature.geometry);
    const double after = square_metres_(good);
    const bool safe = std::abs(after - before) <= std::max(1.0, 0.01 * after);
    issues_
        .add_row(safe ? Severity::note : Severity::warning, "geometry_repaired", feature.row,
                 sentence(found.reason, rounded(before), rounded(after)),
                 safe ? Text() : text("Look at the shape on the map."))
        .value = found.reason;
    feature.geometry = std::move(good);
    return true;
  }

private:
  bool collapsed(Feature& feature, const std::string& reason) {
    issues_
        .add_row(Severity::warning, "geometry_collapsed", feature.row,
                 text("The shape has no extent: nothing is left of it."), text("Draw it again or leave it out."))
        .value = reason;
    feature.geometry = {feature.geometry.kind, {}, {}, {}};
    return false;
  }

  SquareMetres square_metres_;
  IssueList& issues_;
};

bool list_missing(const Feature& feature, IssueList& issues) {
  if (!feature.geometry.empty()) return false;
  if (feature.geometry.kind == GeometryKind::none)
    issues.add_row(Severity::warning, "geometry_null", feature.row, text("The record has no geometry."));
  else
    issues.add_row(Severity::warning, "geometry_empty", feature.row, text("The geometry is empty."));
  return true;
}

std::size_t hash_of(const Geometry& geometry) {
  std::size_t hash = geometry.points.size();
  for (const Point& p : geometry.points)
    for (const double value : {p.x, p.y}) hash = (hash ^ std::hash<double>()(value)) * 0x9E3779B97F4A7C15ULL;
  return hash;
}

/// Two bus stops may stand at one place; two areas may not.
bool same(const Feature& a, const Feature& b) {
  return a.geometry == b.geometry && (a.geometry.kind != GeometryKind::point || a.cells == b.cells);
}

void list_duplicates(const std::vector<Feature>& features, IssueList& issues) {
  std::unordered_multimap<std::size_t, const Feature*> seen;
  for (const Feature& feature : features) {
    if (feature.geometry.empty()) continue;
    const std::size_t hash = hash_of(feature.geometry);
    const auto [begin, end] = seen.equal_range(hash);
    const auto twin = std::find_if(begin, end, [&](const auto& entry) { return same(*entry.second, feature); });
    if (twin == end)
      seen.emplace(hash, &feature);
    else
      issues.add_row(Severity::warning, "geometry_duplicate", feature.row,
                     text("The same geometry already stands in record {1}.", twin->second->row),
                     text("Remove one of the two."));
  }
}

}  // namespace

void drop_not_finite(std::vector<Feature>& features, IssueList& issues) {
  for (Feature& feature : features) {
    if (is_finite(feature.geometry)) continue;
    feature.geometry = {feature.geometry.kind, {}, {}, {}};
    issues.add_row(Severity::error, "geometry_not_finite", feature.row,
                   text("A coordinate is not a number a map can show; the record came in without its geometry."),
                   text("Export the file again from its source."));
  }
}

std::int64_t pass_gate(std::vector<Feature>& features, const Crs& crs, IssueList& issues, const Progress& progress) {
  Repair repair(crs, issues);
  std::int64_t count = 0;
  std::size_t done = 0;
  for (Feature& feature : features) {
    if (++done % 128 == 0) {
      progress.check();
      progress.report(text("Checking shapes"), static_cast<double>(done) / static_cast<double>(features.size()));
    }
    if (!list_missing(feature, issues) && repair(feature)) ++count;
  }
  list_duplicates(features, issues);
  return count;
}

}  // namespace smile
