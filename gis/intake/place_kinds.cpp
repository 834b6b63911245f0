// The tags are those the wiki of OpenStreetMap has for each thing ("Map features", November 2026).
#include "gis/intake/place_kinds.h"

#include <algorithm>
#include <cctype>

namespace smile {
namespace {

/// The telling ones first: "Spielplätze im Park" are playgrounds.
constexpr PlaceKind kinds[] = {
    {"playground", "Playgrounds", "leisure=playground", "spielplatz spielplätze spielplaetze spielpl playground",
     LayerTopic::other, "#C9822B", true, true},
    {"stop", "Stops",
     "highway=bus_stop railway=tram_stop railway=halt railway=station public_transport=platform "
     "public_transport=station amenity=bus_station amenity=ferry_terminal",
     "haltestelle bahnhof bahnhöfe stops gtfs bus_stop", LayerTopic::stops, "", false, false},
    {"kita", "Kitas", "amenity=kindergarten amenity=childcare",
     "kita kindertages kindergarten kindergärten kindergaerten", LayerTopic::other, "#B0457A", false, false},
    {"school", "Schools", "amenity=school", "schule school", LayerTopic::other, "#2F6FA8", false, false},
    {"doctor", "Doctors", "amenity=doctors healthcare=doctor amenity=clinic",
     "ärzte aerzte arztprax hausarzt praxen doctor", LayerTopic::other, "#A3333D", false, false},
    {"pharmacy", "Pharmacies", "amenity=pharmacy", "apothek pharmac", LayerTopic::other, "#7A2E6B", false, false},
    {"hospital", "Hospitals", "amenity=hospital", "krankenh klinik hospital", LayerTopic::other, "#8C2F39", false,
     false},
    {"supermarket", "Supermarkets", "shop=supermarket", "supermarkt supermärkte supermaerkte supermarket",
     LayerTopic::other, "#8A6A1F", false, false},
    {"shop", "Shops for daily needs",
     "shop=supermarket shop=convenience shop=bakery shop=butcher shop=greengrocer shop=chemist amenity=marketplace",
     "nahversorg laden läden laeden einzelhandel wochenm shop", LayerTopic::other, "#8A6A1F", false, false},
    {"library", "Libraries", "amenity=library", "bibliothek bücherei buecherei librar", LayerTopic::other, "#4F6D7A",
     false, false},
    {"community", "Places to meet", "amenity=community_centre amenity=social_centre",
     "begegnung treffpunkt nachbarschaft bürgerh buergerh community", LayerTopic::other, "#6C4F9C", false, false},
    {"sports", "Sports grounds", "leisure=sports_centre leisure=pitch leisure=stadium", "sport", LayerTopic::other,
     "#3E7F86", true, true},
    {"park", "Parks", "leisure=park", "park grünanlage gruenanlage", LayerTopic::green, "", true, true},
};

/// What blanks separate, until `take` says true; the piece it took.
template <class Take>
std::string_view first_piece(std::string_view pieces, Take take) {
  while (!pieces.empty()) {
    const std::size_t end = std::min(pieces.find(' '), pieces.size());
    if (take(pieces.substr(0, end))) return pieces.substr(0, end);
    pieces.remove_prefix(std::min(end + 1, pieces.size()));
  }
  return {};
}

}  // namespace

std::span<const PlaceKind> place_kinds() {
  return kinds;
}

const PlaceKind* place_kind(std::string_view word) {
  const auto found =
      std::find_if(std::begin(kinds), std::end(kinds), [&](const PlaceKind& k) { return k.word == word; });
  return found == std::end(kinds) ? nullptr : &*found;
}

const PlaceKind* guess_place_kind(const std::string& name) {
  std::string low = name;
  std::transform(low.begin(), low.end(), low.begin(),
                 [](unsigned char c) { return static_cast<char>(c < 0x80 ? std::tolower(c) : c); });
  for (const PlaceKind& kind : kinds)
    if (!first_piece(kind.parts, [&](std::string_view part) { return low.find(part) != std::string::npos; }).empty())
      return &kind;
  return nullptr;
}

std::string osm_tag_of(const PlaceKind& kind, const OsmTags& tags) {
  return std::string(first_piece(kind.tags, [&](std::string_view tag) {
    const std::size_t equals = tag.find('=');
    return tags(std::string(tag.substr(0, equals)).c_str()) == tag.substr(equals + 1);
  }));
}

std::vector<std::string> osm_keys_of(const PlaceKind& kind) {
  std::vector<std::string> keys;
  first_piece(kind.tags, [&](std::string_view tag) {
    const std::string key(tag.substr(0, tag.find('=')));
    if (std::find(keys.begin(), keys.end(), key) == keys.end()) keys.push_back(key);
    return false;
  });
  return keys;
}

}  // namespace smile
