#pragma once
// Kinds of places people walk to, as planners ask for them: what they are called, which tags OpenStreetMap has for
// them, and how they look.

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "gis/formats/osm.h"
#include "gis/plan/layer.h"

namespace smile {

struct PlaceKind {
  std::string_view word;   ///< as LayerUse::place_kind has it and the command line takes it: "playground"
  std::string_view name;   ///< of its layer; an English sentence, a key of the words: "Playgrounds"
  std::string_view tags;   ///< of OpenStreetMap, any of them: "leisure=playground"; several separated by spaces
  std::string_view parts;  ///< of names that tell the kind, German and English, lower case, separated by spaces
  LayerTopic topic;
  std::string_view colour;  ///< "": that of the topic
  bool by_area;             ///< its size counts in m²; else seats, if anything
  bool closed_to_many;      ///< private ones are for nobody else: access=private and access=no are left out
};

std::span<const PlaceKind> place_kinds();
/// nullptr for a word of the user's own.
const PlaceKind* place_kind(std::string_view word);
/// By parts of the name of a file, a layer or a column; nullptr where nothing tells.
const PlaceKind* guess_place_kind(const std::string& name);
/// The tag that makes it one of the kind ("leisure=playground"), "" for none.
std::string osm_tag_of(const PlaceKind& kind, const OsmTags& tags);
/// "leisure", "amenity" …: the keys of its tags, each once.
std::vector<std::string> osm_keys_of(const PlaceKind& kind);

}  // namespace smile
