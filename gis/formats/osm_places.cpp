#include "gis/formats/osm_places.h"

#include <map>
#include <optional>
#include <osmium/area/assembler.hpp>
#include <osmium/memory/buffer.hpp>
#include <set>

#include "gis/formats/issue_list.h"
#include "gis/formats/osm_passes.h"

namespace smile {
namespace {

using osmium::memory::Buffer;
using Ids = std::vector<osmium::object_id_type>;

OsmTags tags_of(const osmium::OSMObject& object) {
  return [&object](const char* key) -> std::string_view { return object.tags().get_value_by_key(key, ""); };
}

OsmPlace place_of(const osmium::OSMObject& object, const std::vector<std::string>& keys) {
  OsmPlace place;
  place.id = std::string(osmium::item_type_to_name(object.type())) + "/" + std::to_string(object.id());
  for (const std::string& key : keys) place.values.emplace_back(object.tags().get_value_by_key(key.c_str(), ""));
  return place;
}

bool is_multipolygon(const osmium::Relation& relation) {
  const std::string_view type = relation.tags().get_value_by_key("type", "");
  return type == "multipolygon" || type == "boundary";
}

/// What the file says of the wanted things, kept as libosmium has it.
class Kept {
public:
  Kept(const OsmWanted& wanted, const std::vector<std::string>& keys) : wanted_(wanted), keys_(keys) {}

  void take_relation(const osmium::Relation& relation) {
    if (!is_multipolygon(relation) || !wanted_(tags_of(relation))) return;
    relations_.add_item(relation);
    relations_.commit();
    for (const osmium::RelationMember& member : relation.members())
      if (member.type() == osmium::item_type::way) members_.insert(member.ref());
  }

  void take_way(const osmium::Way& way) {
    if (members_.count(way.id()) == 0 && !wanted_(tags_of(way))) return;
    way_at_.emplace(way.id(), ways_.committed());
    ways_.add_item(way);
    ways_.commit();
    for (const osmium::NodeRef& node : way.nodes()) nodes_.push_back(node.ref());
  }

  void take_node(const osmium::Node& node) {
    if (node.tags().empty() || !wanted_(tags_of(node))) return;
    OsmPlace place = place_of(node, keys_);
    if (node.location().valid()) place.shape = make_point({node.location().lon(), node.location().lat()});
    places_.push_back(std::move(place));
  }

  /// Of all kept ways, for OsmNodePlaces.
  Ids nodes() { return std::move(nodes_); }

  /// The shapes; afterwards this is empty.
  std::vector<OsmPlace> places(const OsmNodePlaces& nodes) {
    locate(nodes);
    std::set<osmium::object_id_type> rims;
    std::vector<OsmPlace> areas;
    for (const osmium::Relation& relation : relations_.select<osmium::Relation>())
      areas.push_back(area_of(relation, rims));
    for (const osmium::Way& way : ways_.select<osmium::Way>())
      if (rims.count(way.id()) == 0 && wanted_(tags_of(way))) places_.push_back(shape_of(way));
    std::move(areas.begin(), areas.end(), std::back_inserter(places_));
    return std::move(places_);
  }

private:
  void locate(const OsmNodePlaces& nodes) {
    for (osmium::Way& way : ways_.select<osmium::Way>())
      for (osmium::NodeRef& node : way.nodes()) {
        const std::uint32_t number = nodes.number(node.ref());
        if (nodes.known(number)) node.set_location({nodes[number].x, nodes[number].y});
      }
  }

  static osmium::area::AssemblerConfig strict() {
    osmium::area::AssemblerConfig config;
    config.create_empty_areas = false;
    return config;
  }

  static void add_ring(const osmium::NodeRefList& ring, Geometry& area) {
    for (const osmium::NodeRef& node : ring) area.points.push_back({node.lon(), node.lat()});
    area.path_ends.push_back(static_cast<std::uint32_t>(area.points.size()));
  }

  /// Of what the assembler has left in the buffer; without points where there is nothing.
  static Geometry geometry_of(const Buffer& made) {
    Geometry area;
    area.kind = GeometryKind::area;
    for (const osmium::Area& found : made.select<osmium::Area>())
      for (const osmium::OuterRing& outer : found.outer_rings()) {
        add_ring(outer, area);
        for (const osmium::InnerRing& inner : found.inner_rings(outer)) add_ring(inner, area);
        area.part_ends.push_back(static_cast<std::uint32_t>(area.paths()));
      }
    return area.points.empty() ? Geometry{} : area;
  }

  OsmPlace area_of(const osmium::Relation& relation, std::set<osmium::object_id_type>& rims) {
    OsmPlace place = place_of(relation, keys_);
    std::vector<const osmium::Way*> ways;
    for (const osmium::RelationMember& member : relation.members()) {
      const auto found = way_at_.find(member.ref());
      if (member.type() != osmium::item_type::way) continue;
      if (found == way_at_.end()) return place;  // a part is missing in this extract
      ways.push_back(&ways_.get<const osmium::Way>(found->second));
    }
    Buffer made{1024, Buffer::auto_grow::yes};
    if (!ways.empty()) osmium::area::Assembler{strict()}(relation, ways, made);
    place.shape = geometry_of(made);
    if (place.shape.empty()) return place;
    for (const osmium::RelationMember& member : relation.members())
      if (std::string_view(member.role()) != "inner") rims.insert(member.ref());
    return place;
  }

  OsmPlace shape_of(const osmium::Way& way) {
    OsmPlace place = place_of(way, keys_);
    const bool located = std::all_of(way.nodes().begin(), way.nodes().end(),
                                     [](const osmium::NodeRef& node) { return node.location().valid(); });
    if (!located || way.nodes().size() < 2) return place;
    if (way.nodes().size() > 3 && way.is_closed() && tags_of(way)("area") != "no") {
      Buffer made{1024, Buffer::auto_grow::yes};
      osmium::area::Assembler{strict()}(way, made);
      place.shape = geometry_of(made);
      return place;
    }
    std::vector<Point> line;
    for (const osmium::NodeRef& node : way.nodes()) line.push_back({node.lon(), node.lat()});
    place.shape = make_line(std::move(line));
    return place;
  }

  const OsmWanted& wanted_;
  const std::vector<std::string>& keys_;
  Buffer relations_{1U << 16U, Buffer::auto_grow::yes};
  Buffer ways_{1U << 20U, Buffer::auto_grow::yes};
  std::set<osmium::object_id_type> members_;
  std::map<osmium::object_id_type, std::size_t> way_at_;
  Ids nodes_;
  std::vector<OsmPlace> places_;
};

void tell_shapeless(std::int64_t count, const std::string& shown, Issues& out) {
  if (count == 0) return;
  IssueList issues(shown);
  issues.add(Severity::warning, "osm_without_shape",
             text_n(count, "{1} thing has no complete shape in the file; it is left out.",
                    "{1} things have no complete shape in the file; they are left out.", count),
             text("At the edge of an extract this is as it should be; else take a larger extract."));
  for (Issue& issue : issues.take()) out.push_back(std::move(issue));
}

OsmPlaces read(const osmium::io::File& file, const std::string& shown, const OsmWanted& wanted,
               const std::vector<std::string>& keys, const Progress& progress) {
  Kept kept(wanted, keys);
  using Entities = osmium::osm_entity_bits::type;
  constexpr Entities relations = osmium::osm_entity_bits::relation, ways = osmium::osm_entity_bits::way;
  each_osm<osmium::Relation>(file, relations, progress, [&](const osmium::Relation& r) { kept.take_relation(r); });
  each_osm<osmium::Way>(file, ways, progress, [&](const osmium::Way& way) { kept.take_way(way); });
  OsmNodePlaces nodes(kept.nodes());
  each_osm<osmium::Node>(file, osmium::osm_entity_bits::node, progress, [&](const osmium::Node& node) {
    nodes.keep(node);
    kept.take_node(node);
  });
  OsmPlaces found;
  found.places = kept.places(nodes);
  found.report.declared = std::ssize(found.places);
  std::erase_if(found.places, [](const OsmPlace& place) { return place.shape.empty(); });
  found.report.read = std::ssize(found.places);
  found.report.skipped = found.report.declared - found.report.read;
  found.report.file = shown;
  found.report.driver = "OSM";
  found.report.encoding = "UTF-8";
  found.report.crs = "EPSG:4326";
  tell_shapeless(found.report.skipped, shown, found.report.issues);
  return found;
}

}  // namespace

OsmPlaces read_osm_places(const std::filesystem::path& file, const OsmWanted& wanted,
                          const std::vector<std::string>& keys, const Progress& progress) {
  return read_osm(file, [&](const osmium::io::File& opened, const std::string& shown) {
    return read(opened, shown, wanted, keys, progress);
  });
}

}  // namespace smile
