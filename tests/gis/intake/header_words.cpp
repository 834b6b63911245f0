#include "gis/intake/header_words.h"

#include <boost/test/unit_test.hpp>

#include "gis/intake/cell_words.h"
#include "gis/intake/measures.h"

using namespace smile;

namespace {

/// The strongest meaning, "" for none.
std::string best(std::string_view header) {
  HeaderMeaning found;
  for (const HeaderMeaning& meaning : meanings_of_header(word_form(header)))
    if (meaning.strength > found.strength) found = meaning;
  return std::string(found.target);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(header_words)

BOOST_AUTO_TEST_CASE(headers_mean_what_their_words_say) {
  BOOST_TEST(best("Kosten (brutto)") == "cost");
  BOOST_TEST(best("KOSTEN PRO JAHR") == "yearly_cost");
  BOOST_TEST(best("Lfd. Nr.") == "number");
  BOOST_TEST(best("Maßnahme") == "title");
  BOOST_TEST(best("lat (WGS84)") == "y");
  BOOST_TEST(best("Geographische Länge") == "x");
  BOOST_TEST(best("Statistischer Bezirk") == "district");
  BOOST_TEST(best("Förderprogramm") == "funding");
}

BOOST_AUTO_TEST_CASE(short_words_count_only_alone) {
  BOOST_TEST(best("Name") == "title");
  BOOST_TEST(best("Name des Trägers") != "title");
  BOOST_TEST(best("id") == "number");
  BOOST_TEST(best("Steuer id") == "");
  BOOST_TEST(best("von") == "start");
  BOOST_TEST(best("Anzahl von Bäumen") == "");
}

BOOST_AUTO_TEST_CASE(words_within_words_don_t_count) {
  BOOST_TEST(best("Unkostenpauschale") == "");
}

BOOST_AUTO_TEST_CASE(the_whole_header_is_stronger_than_a_part) {
  for (const HeaderMeaning& meaning : meanings_of_header("kosten")) BOOST_TEST(meaning.strength >= 100);
  for (const HeaderMeaning& meaning : meanings_of_header("kosten alle")) BOOST_TEST(meaning.strength < 100);
}

BOOST_AUTO_TEST_CASE(each_meaning_is_a_target) {
  const auto targets = all_targets();
  for (const std::string_view header :
       {"nr",      "titel",   "beschreibung", "baustein",   "handlungsfeld", "status",      "federfuehrung",
        "partner", "persona", "kosten",       "kosten min", "kosten max",    "folgekosten", "foerderung",
        "beginn",  "ende",    "reichweite",   "zielgruppe", "link",          "bemerkung",   "lage",
        "lon",     "lat",     "stadtteil"})
    BOOST_TEST((std::find(targets.begin(), targets.end(), best(header)) != targets.end()), header);
}

BOOST_AUTO_TEST_SUITE_END()
