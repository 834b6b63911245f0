#include "gis/formats/decide_crs.h"

#include <algorithm>
#include <cmath>

namespace smile {
namespace {

/// Beyond the strip a system is made for it still serves its neighbours.
constexpr double margin_degrees = 3;

Box turned(const Box& box) {
  return {box.min_y, box.min_x, box.max_y, box.max_x};
}

std::optional<Point> centre_in_degrees(const Box& extent, const Crs& crs) {
  const auto centre = Transform(crs, crs_from_epsg(4326))(extent.centre());
  if (!centre || std::abs(centre->x) > 180 || std::abs(centre->y) > 90) return std::nullopt;
  return centre;
}

bool within_area_of_use(const Box& extent, const Crs& crs) {
  const auto centre = centre_in_degrees(extent, crs);
  return centre && area_of_use(crs).grown(margin_degrees).contains(*centre);
}

/// Then no other reading can be better, and none has to be tried: each costs PROJ some milliseconds.
bool lies_in_city(const Box& extent, const Crs& declared, const Box& city) {
  if (city.empty()) return false;
  const auto centre = centre_in_degrees(extent, declared);
  return centre && city.contains(*centre);
}

bool looks_like_degrees(const Box& extent) {
  return extent.min_x >= -180 && extent.max_x <= 180 && extent.min_y >= -90 && extent.max_y <= 90;
}

/// Do the readings differ enough to matter on a map of a city?
bool ambiguous(const std::vector<CrsProposal>& proposals) {
  return std::any_of(proposals.begin(), proposals.end(), [&](const CrsProposal& p) {
    const Point a = p.longitude_latitude;
    const Point b = proposals.front().longitude_latitude;
    return p.distance_km <= proposals.front().distance_km + 1 && std::hypot(a.x - b.x, a.y - b.y) > 1e-4;
  });
}

std::string described(const CrsProposal& proposal) {
  return crs_code(proposal.crs) + " (" + crs_name(proposal.crs) + ")";
}

CrsDecision take(std::vector<CrsProposal> proposals) {
  CrsDecision out{proposals.front().crs, proposals.front().axes_swapped, true, {}};
  out.proposals = std::move(proposals);
  return out;
}

Text how_to_say() {
  return text("If that is wrong, say which one it is with --crs EPSG:n.");
}

void say_guess(const CrsDecision& decision, IssueList& issues) {
  const CrsProposal& best = decision.proposals.front();
  const Severity severity = ambiguous(decision.proposals) ? Severity::warning : Severity::note;
  issues
      .add(severity, "crs_guessed",
           text("The file does not name its coordinate system; {1} was assumed from the coordinates.", described(best)),
           how_to_say())
      .value = crs_code(best.crs);
  if (best.axes_swapped)
    issues.add(Severity::warning, "axes_swapped",
               text("Easting and northing stand in each other's place in the file; they were exchanged."),
               how_to_say());
}

void say_wrong(const Crs& declared, const CrsDecision& decision, IssueList& issues) {
  const CrsProposal& best = decision.proposals.front();
  if (best.crs == declared)
    issues.add(Severity::warning, "axes_swapped",
               text("Easting and northing stand in each other's place in the file; they were exchanged."),
               how_to_say());
  else
    issues
        .add(Severity::warning, "crs_wrong",
             text("The file says it is in {1}, but its coordinates do not fit; {2} was assumed.", crs_code(declared),
                  described(best)),
             how_to_say())
        .value = crs_code(best.crs);
}

[[noreturn]] void ask(const RawLayer& layer, const Box& extent) {
  throw Error(
      ErrorKind::needs_answer,
      text("The coordinate system of layer “{1}” is not known, and coordinates such as {2} / {3} fit no usual one: "
           "say which it is with --crs EPSG:n.",
           layer.layer, extent.centre().x, extent.centre().y));
}

CrsDecision by_user(const Box& extent, const ReadOptions& options, IssueList& issues) {
  const auto crs = crs_from_text(*options.crs);
  if (!crs)
    throw Error(ErrorKind::usage, text("“{1}” is not a coordinate system; write it as EPSG:25833.", *options.crs));
  const Box turned_extent = options.swap_axes ? turned(extent) : extent;
  if (!extent.empty() && !within_area_of_use(turned_extent, *crs))
    issues.add(Severity::warning, "crs_doubtful",
               text("The coordinates lie outside the area {1} is made for.", crs_code(*crs)),
               text("Check the coordinate system."));
  return {*crs, options.swap_axes, false, {}};
}

/// Other readings that put the data into the city, where the declared one doesn't.
std::vector<CrsProposal> better_readings(const Box& extent, const Crs& declared, const Box& city) {
  std::vector<CrsProposal> out = propose_crs(extent, declared, city);
  const bool declared_fits =
      std::any_of(out.begin(), out.end(), [&](const CrsProposal& p) { return p.crs == declared && !p.axes_swapped; });
  if (declared_fits) out.clear();
  return out;
}

/// Without a city, a system that covers the world is doubted only where exchanging its axes leads into Central Europe.
std::vector<CrsProposal> swapped_only(std::vector<CrsProposal> readings, const Crs& declared) {
  std::erase_if(readings,
                [&](const CrsProposal& p) { return !(p.crs == declared && p.axes_swapped && p.distance_km == 0); });
  return readings;
}

CrsDecision as_declared(const RawLayer& layer, const Box& extent, const ReadOptions& options, IssueList& issues) {
  const Crs& declared = *layer.crs;
  if (lies_in_city(extent, declared, options.city)) return {declared, false, false, {}};
  std::vector<CrsProposal> better = better_readings(extent, declared, options.city);
  const bool usable = within_area_of_use(extent, declared);
  if (usable && options.city.empty()) better = swapped_only(std::move(better), declared);
  if (!better.empty()) {
    CrsDecision out = take(std::move(better));
    say_wrong(declared, out, issues);
    return out;
  }
  if (!usable) {
    if (!options.without_crs) ask(layer, extent);
    issues.add(Severity::warning, "crs_wrong_unknown",
               text("The file says it is in {1}, but its coordinates do not fit, and fit no usual system either.",
                    crs_code(declared)),
               text("Say which one it is with --crs EPSG:n."));
    return {};
  }
  if (!options.city.empty() && propose_crs(extent, declared, options.city).empty())
    issues.add(Severity::warning, "far_from_city", text("The data lie far from the city of the plan."),
               text("Check whether this is the right file, or its coordinate system."));
  return {declared, false, false, {}};
}

CrsDecision undeclared(const RawLayer& layer, const Box& extent, const ReadOptions& options, IssueList& issues) {
  std::vector<CrsProposal> readings = propose_crs(extent, std::nullopt, options.city);
  if (readings.empty() && looks_like_degrees(extent))
    readings.push_back({crs_from_epsg(4326), false, 0, extent.centre()});
  if (readings.empty()) {
    if (!options.without_crs) ask(layer, extent);
    issues.add(Severity::warning, "crs_unknown",
               text("The file does not name its coordinate system, and its coordinates fit no usual one."),
               text("Say which one it is with --crs EPSG:n."));
    return {};
  }
  CrsDecision out = take(std::move(readings));
  say_guess(out, issues);
  return out;
}

double quantile(std::vector<double>& values, double share) {
  const auto at = static_cast<std::ptrdiff_t>(share * static_cast<double>(values.size() - 1));
  std::nth_element(values.begin(), values.begin() + at, values.end());
  return values[static_cast<std::size_t>(at)];
}

}  // namespace

Box usual_extent(const std::vector<Feature>& features) {
  std::vector<double> xs, ys;
  for (const Feature& feature : features) {
    if (feature.geometry.empty() || !is_finite(feature.geometry)) continue;
    const Point centre = bounds(feature.geometry).centre();
    xs.push_back(centre.x);
    ys.push_back(centre.y);
  }
  if (xs.empty()) return {};
  return {quantile(xs, 0.05), quantile(ys, 0.05), quantile(xs, 0.95), quantile(ys, 0.95)};
}

CrsDecision decide_crs(const RawLayer& layer, const ReadOptions& options, IssueList& issues) {
  const Box extent = usual_extent(layer.features);
  if (options.crs) return by_user(extent, options, issues);
  CrsDecision out;
  if (extent.empty())
    out.crs = layer.crs.value_or(crs_from_epsg(4326));
  else if (options.swap_axes && layer.crs)
    out = {*layer.crs, true, false, {}};
  else
    out = layer.crs ? as_declared(layer, extent, options, issues) : undeclared(layer, extent, options, issues);
  if (options.swap_axes) out.swap = true;
  return out;
}

}  // namespace smile
