#include "gis/intake/network.h"

#include <algorithm>

#include "gis/formats/osm.h"
#include "gis/intake/noding.h"

namespace smile {
namespace {

namespace fs = std::filesystem;

constexpr double beyond_the_city = 2000;  // metres: who lives at the border walks on the other side of it, too

/// In the plan's system; empty without districts.
Box wanted_ground(const Plan& plan) {
  Box box;
  for (const DistrictPtr& district : plan.districts) box.add(bounds(district->geometry));
  return box.empty() ? box : box.grown(beyond_the_city);
}

/// Longitudes and latitudes that hold the box for sure; empty for an empty one.
Box in_degrees(const Box& box, const Crs& crs) {
  Box degrees;
  if (box.empty()) return degrees;
  const Transform transform(crs, crs_from_epsg(4326));
  constexpr int steps = 8;  // edges of the box are bent in degrees
  for (int i = 0; i <= steps; ++i)
    for (int k = 0; k <= steps; ++k)
      if (const auto p = transform(Point{box.min_x + box.width() * i / steps, box.min_y + box.height() * k / steps}))
        degrees.add(*p);
  constexpr double spare = 0.01;
  return degrees.empty() ? degrees : degrees.grown(spare);
}

/// Plan coordinates are metres, or lengths would mean nothing.
Crs network_crs(const Plan& plan, const std::vector<Point>& longitudes_latitudes) {
  if (plan.crs.known()) return plan.crs;
  Box box;
  for (const Point& p : longitudes_latitudes) box.add(p);
  return utm_of(box.centre().x, box.centre().y);
}

Error nothing_to_walk(const fs::path& file, const Plan& plan) {
  const std::string name = file.filename().string();
  if (plan.districts.empty())
    return {ErrorKind::refused, text("“{1}” holds no lines to walk along; take a file of streets and paths.", name)};
  return {ErrorKind::refused, text("“{1}” holds no lines to walk along within 2 km of the districts; take a file of "
                                   "streets and paths of this city.",
                                   name)};
}

/// In place. Ways that can't be brought along are gone: their vertices would be anywhere.
SharedLines brought(SharedLines lines, const Crs& crs, const Progress& progress) {
  const Transform transform(crs_from_epsg(4326), crs);
  std::vector<bool> lost(lines.vertices.size());
  for (std::size_t i = 0; i < lines.vertices.size(); ++i) {
    if (i % 4096 == 0) progress.check();
    const auto p = transform(lines.vertices[i]);
    lost[i] = !p;
    if (p) lines.vertices[i] = *p;
  }
  if (std::find(lost.begin(), lost.end(), true) == lost.end()) return lines;
  SharedLines kept;
  kept.vertices = std::move(lines.vertices);
  std::size_t begin = 0;
  for (std::size_t i = 0; i < lines.size(); begin = lines.ends[i++]) {
    const auto first = lines.references.begin() + static_cast<std::ptrdiff_t>(begin);
    const auto last = lines.references.begin() + static_cast<std::ptrdiff_t>(lines.ends[i]);
    if (std::any_of(first, last, [&](std::uint32_t vertex) { return lost[vertex]; })) continue;
    kept.references.insert(kept.references.end(), first, last);
    kept.ends.push_back(kept.references.size());
    kept.names.push_back(std::move(lines.names[i]));
    kept.kinds.push_back(std::move(lines.kinds[i]));
  }
  return kept;
}

void from_osm(const fs::path& file, const Plan& plan, NetworkIntake& intake, const Progress& progress) {
  const Box ground = wanted_ground(plan);
  OsmWays ways = read_osm_ways(file, in_degrees(ground, plan.crs), progress);
  if (ways.lines.size() == 0) throw nothing_to_walk(file, plan);
  intake.crs = network_crs(plan, ways.lines.vertices);
  intake.report = std::move(ways.report);
  intake.edges = noded(brought(std::move(ways.lines), intake.crs, progress), ground, progress);
  intake.layer.credit = "© OpenStreetMap";
  intake.layer.use.method =
      text("Streets, paths and steps of OpenStreetMap that people may walk along, joined where they share a node")
          .english;
}

void from_lines(const fs::path& file, const LayerOptions& options, const Plan& plan, NetworkIntake& intake,
                const Progress& progress) {
  intake.crs = plan.crs;
  if (!plan.crs.known()) {
    const LayerData degrees = read_layer_data(file, options.read, crs_from_epsg(4326), progress);
    intake.crs = network_crs(plan, degrees.features.shapes.points);
  }
  const LayerData data = read_layer_data(file, options.read, intake.crs, progress);
  intake.report = data.report;
  const SharedLines lines = shared_lines(data, progress);
  progress.check();
  intake.edges = noded(lines, wanted_ground(plan), progress);
  intake.layer.use.method =
      text("Lines of a layer, all of them walked along in both directions, joined where they share a point").english;
}

/// A network is drawn quietly: it is there to be walked, not to be looked at.
void set_look(MapLayer& layer) {
  layer.kind = GeometryKind::line;
  layer.style.topic = LayerTopic::streets;
  layer.style.colour = "#9aa0a6";
  layer.style.width = 0.6;
}

}  // namespace

NetworkIntake intake_network(const fs::path& file, const LayerOptions& options, const Plan& plan,
                             const fs::path& folder, const Progress& progress) {
  NetworkIntake intake;
  set_look(intake.layer);
  intake.layer.use.kind = LayerUse::Kind::network;
  if (is_osm_file(file))
    from_osm(file, plan, intake, progress);
  else
    from_lines(file, options, plan, intake, progress);
  if (intake.edges.features.size() == 0) throw nothing_to_walk(file, plan);
  intake.layer.name = options.name.empty() ? say("Walking network") : options.name;
  if (!options.credit.empty()) intake.layer.credit = options.credit;
  intake.layer.source.file = kept_path(file, folder);
  intake.layer.features = static_cast<std::int64_t>(intake.edges.features.size());
  intake.report.verb = "network";
  intake.report.when = now_utc();
  return intake;
}

}  // namespace smile
