#include "gis/formats/osm.h"

#include <algorithm>
#include <fstream>
#include <limits>
#include <osmium/io/any_input.hpp>
#include <osmium/osm.hpp>
#include <utility>

#include "gis/formats/issue_list.h"

namespace smile {
namespace {

namespace fs = std::filesystem;
using Entity = osmium::osm_entity_bits::type;

/// How libosmium calls the format; "" for what is none of them.
std::string format_of_bytes(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::string head(512, '\0');
  in.read(head.data(), static_cast<std::streamsize>(head.size()));
  head.resize(static_cast<std::size_t>(in.gcount()));
  if (head.size() > 15 && head.substr(6, 9) == "OSMHeader") return "pbf";
  if (head.find("<osm") != std::string::npos) return "osm";
  const bool named = file.filename().string().find(".osm") != std::string::npos;  // packed, only the name tells
  if (named && head.starts_with("\x1f\x8b")) return "osm.gz";
  if (named && head.starts_with("BZh")) return "osm.bz2";
  return "";
}

/// A walkable way as it stands in the file.
struct Way {
  std::vector<osmium::object_id_type> nodes;
  std::string name, kind;
};

/// One pass through the file.
template <class Object, class Use>
void each(const osmium::io::File& file, Entity entity, const Progress& progress, Use use) {
  osmium::io::Reader reader(file, entity);
  while (const osmium::memory::Buffer buffer = reader.read()) {
    progress.check();
    progress.report(text("Reading OpenStreetMap"),
                    reader.file_size() == 0
                        ? -1.0
                        : static_cast<double>(reader.offset()) / static_cast<double>(reader.file_size()));
    for (const Object& object : buffer.select<Object>())
      if (object.visible()) use(object);
  }
  reader.close();
}

std::vector<Way> read_ways(const osmium::io::File& file, Report& report, const Progress& progress) {
  std::vector<Way> ways;
  each<osmium::Way>(file, osmium::osm_entity_bits::way, progress, [&](const osmium::Way& way) {
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

/// Positions of the nodes that ways need; those the file lacks stay NaN.
class NodePlaces {
public:
  explicit NodePlaces(const std::vector<Way>& ways) {
    for (const Way& way : ways) ids_.insert(ids_.end(), way.nodes.begin(), way.nodes.end());
    std::sort(ids_.begin(), ids_.end());
    ids_.erase(std::unique(ids_.begin(), ids_.end()), ids_.end());
    constexpr double unknown = std::numeric_limits<double>::quiet_NaN();
    at_.assign(ids_.size(), {unknown, unknown});
  }
  void keep(const osmium::Node& node) {
    const auto found = std::lower_bound(ids_.begin(), ids_.end(), node.id());
    if (found == ids_.end() || *found != node.id() || !node.location().valid()) return;
    at_[static_cast<std::size_t>(found - ids_.begin())] = {node.location().lon(), node.location().lat()};
  }
  std::uint32_t number(osmium::object_id_type id) const {
    return static_cast<std::uint32_t>(std::lower_bound(ids_.begin(), ids_.end(), id) - ids_.begin());
  }
  Point operator[](std::uint32_t number) const { return at_[number]; }
  bool known(std::uint32_t number) const { return at_[number].x == at_[number].x; }
  std::size_t size() const { return at_.size(); }

private:
  std::vector<osmium::object_id_type> ids_;
  std::vector<Point> at_;
};

/// Appends what is known of ways, and numbers the vertices anew as they are met.
class Collector {
public:
  Collector(const NodePlaces& places, const Box& around)
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

  const NodePlaces& places_;
  const Box around_;
  std::vector<std::uint32_t> given_;
  std::vector<std::uint32_t> run_;
};

OsmWays read(const osmium::io::File& file, const std::string& shown, const Box& around, const Progress& progress) {
  OsmWays found;
  const std::vector<Way> ways = read_ways(file, found.report, progress);
  NodePlaces places(ways);
  each<osmium::Node>(file, osmium::osm_entity_bits::node, progress,
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

bool is_osm_file(const fs::path& file) {
  return fs::is_regular_file(file) && !format_of_bytes(file).empty();
}

OsmWays read_osm_ways(const fs::path& file, const Box& around, const Progress& progress) {
  const std::string shown = file.filename().string();
  if (!fs::exists(file)) throw Error(ErrorKind::not_found, text("There is no file “{1}”.", file.string()));
  const std::string format = fs::is_regular_file(file) ? format_of_bytes(file) : "";
  if (format.empty())
    throw Error(ErrorKind::refused, text("“{1}” is no file of OpenStreetMap (.osm.pbf or .osm).", shown));
  try {
    return read(osmium::io::File(file.string(), format), shown, around, progress);
  } catch (const Error&) {
    throw;
  } catch (const std::exception& problem) {  // libosmium's own, and zlib's and expat's through it
    throw Error(ErrorKind::unreadable,
                text("“{1}” is damaged ({2}); download it again.", shown, std::string(problem.what())));
  }
}

}  // namespace smile
