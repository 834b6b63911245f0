#include "gis/formats/osm.h"

#include <limits>
#include <utility>

#include "gis/formats/issue_list.h"
#include "gis/formats/osm_passes.h"

namespace smile {
namespace {

namespace fs = std::filesystem;

/// A walkable way as it stands in the file.
struct Way {
  std::vector<osmium::object_id_type> nodes;
  std::string name, kind;
};

std::vector<Way> read_ways(const osmium::io::File& file, Report& report, const Progress& progress) {
  std::vector<Way> ways;
  each_osm<osmium::Way>(file, osmium::osm_entity_bits::way, progress, [&](const osmium::Way& way) {
    ++report.declared;
    const auto tag = [&](const char* key) -> std::string_view { return way.tags().get_value_by_key(key, ""); };
    if (!may_walk(tag)) return;
    Way& kept = ways.emplace_back();
    kept.name = tag("name");
    kept.kind = tag("highway");
    for (const osmium::NodeRef& node : way.nodes()) kept.nodes.push_back(node.ref());
  });
  return ways;
}

std::vector<osmium::object_id_type> nodes_of(const std::vector<Way>& ways) {
  std::vector<osmium::object_id_type> ids;
  for (const Way& way : ways) ids.insert(ids.end(), way.nodes.begin(), way.nodes.end());
  return ids;
}

/// Appends what is known of ways, and numbers the vertices anew as they are met.
class Collector {
public:
  Collector(const OsmNodePlaces& places, const Box& around)
      : places_(places), around_(around), given_(places.size(), none) {}

  void add(const Way& way) {
    run_.clear();
    for (const osmium::object_id_type id : way.nodes) {
      const std::uint32_t number = places_.number(id);
      if (places_.known(number)) {
        run_.push_back(number);
        continue;
      }
      ++missing;
      close(way);
    }
    close(way);
  }
  SharedLines lines;
  std::int64_t missing = 0;

private:
  static constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();

  void close(const Way& way) {
    Box box;
    for (const std::uint32_t number : run_) box.add(places_[number]);
    const bool wanted = run_.size() > 1 && (around_.empty() || around_.intersects(box));
    for (const std::uint32_t number : run_) {
      if (!wanted) break;
      if (given_[number] == none) {
        given_[number] = static_cast<std::uint32_t>(lines.vertices.size());
        lines.vertices.push_back(places_[number]);
      }
      lines.references.push_back(given_[number]);
    }
    run_.clear();
    if (!wanted) return;
    lines.ends.push_back(lines.references.size());
    lines.names.push_back(way.name);
    lines.kinds.push_back(way.kind);
  }

  const OsmNodePlaces& places_;
  const Box around_;
  std::vector<std::uint32_t> given_;
  std::vector<std::uint32_t> run_;
};

OsmWays read(const osmium::io::File& file, const std::string& shown, const Box& around, const Progress& progress) {
  OsmWays found;
  const std::vector<Way> ways = read_ways(file, found.report, progress);
  OsmNodePlaces places(nodes_of(ways));
  each_osm<osmium::Node>(file, osmium::osm_entity_bits::node, progress,
                         [&](const osmium::Node& node) { places.keep(node); });
  Collector collector(places, around);
  for (const Way& way : ways) collector.add(way);
  found.lines = std::move(collector.lines);
  found.report.file = shown;
  found.report.driver = "OSM";
  found.report.encoding = "UTF-8";
  found.report.crs = "EPSG:4326";
  found.report.read = static_cast<std::int64_t>(found.lines.size());
  found.report.skipped = found.report.declared - static_cast<std::int64_t>(ways.size());
  IssueList issues(shown);
  if (collector.missing > 0)
    issues.add(Severity::note, "osm_nodes_missing",
               text_n(collector.missing, "{1} point of the ways is missing in the file; its way is cut there.",
                      "{1} points of the ways are missing in the file; the ways are cut there.", collector.missing),
               text("At the edge of an extract this is as it should be; else take a larger extract."));
  found.report.issues = issues.take();
  return found;
}

}  // namespace

OsmWays read_osm_ways(const fs::path& file, const Box& around, const Progress& progress) {
  return read_osm(file, [&](const osmium::io::File& opened, const std::string& shown) {
    return read(opened, shown, around, progress);
  });
}

}  // namespace smile
