#include "gis/intake/place_kinds.h"

#include <boost/test/unit_test.hpp>
#include <map>
#include <set>

#include "gis/words/words.h"

using namespace smile;

namespace {

OsmTags tags(const std::map<std::string, std::string>& all) {
  return [&all](const char* key) -> std::string_view {
    const auto found = all.find(key);
    return found == all.end() ? std::string_view() : std::string_view(found->second);
  };
}

std::string guessed(const std::string& name) {
  const PlaceKind* kind = guess_place_kind(name);
  return kind ? std::string(kind->word) : std::string();
}

}  // namespace

BOOST_AUTO_TEST_SUITE(place_kinds_table)

BOOST_AUTO_TEST_CASE(each_kind_has_its_word_tags_and_a_name_in_both_languages) {
  std::set<std::string_view> words;
  for (const PlaceKind& kind : place_kinds()) {
    BOOST_TEST(words.insert(kind.word).second, kind.word);
    BOOST_TEST(!german(kind.name).empty(), kind.name);
    BOOST_TEST(!osm_keys_of(kind).empty(), kind.word);
    BOOST_TEST(place_kind(kind.word) == &kind);
  }
  BOOST_TEST(place_kind("bench") == nullptr);
}

BOOST_AUTO_TEST_CASE(tags_tell_the_kind) {
  const auto tag = [](const char* kind, const std::map<std::string, std::string>& all) {
    return osm_tag_of(*place_kind(kind), tags(all));
  };
  BOOST_TEST(tag("playground", {{"leisure", "playground"}}) == "leisure=playground");
  BOOST_TEST(tag("kita", {{"amenity", "kindergarten"}}) == "amenity=kindergarten");
  BOOST_TEST(tag("stop", {{"railway", "tram_stop"}}) == "railway=tram_stop");
  BOOST_TEST(tag("stop", {{"highway", "bus_stop"}, {"public_transport", "platform"}}) == "highway=bus_stop");
  BOOST_TEST(tag("stop", {{"railway", "rail"}}).empty());
  BOOST_TEST(tag("playground", {{"leisure", "park"}}).empty());
  BOOST_TEST(tag("playground", {{"leisure", "playgrounds"}}).empty());
  BOOST_TEST(osm_keys_of(*place_kind("stop")) ==
                 (std::vector<std::string>{"highway", "railway", "public_transport", "amenity"}),
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(names_tell_the_kind) {
  BOOST_TEST(guessed("rostock_haltestellen") == "stop");
  BOOST_TEST(guessed("Spielplätze im Park") == "playground");
  BOOST_TEST(guessed("SPIELPLAETZE") == "playground");
  BOOST_TEST(guessed("kindertageseinrichtungen") == "kita");
  BOOST_TEST(guessed("Grundschulen 2023") == "school");
  BOOST_TEST(guessed("apotheken") == "pharmacy");
  BOOST_TEST(guessed("gewaesser").empty());
}

BOOST_AUTO_TEST_SUITE_END()
