#include "gis/intake/cell_words.h"

#include <boost/test/unit_test.hpp>

using namespace smile;

namespace {

std::string meaning(std::string_view field, std::string_view cell) {
  return choice_from_cell(*find_field(field), cell).value_or("?");
}

}  // namespace

BOOST_AUTO_TEST_SUITE(cell_words)

BOOST_AUTO_TEST_CASE(words_are_made_comparable) {
  BOOST_TEST(word_form("  Kosten\u00a0(brutto) ") == "kosten brutto");
  BOOST_TEST(word_form("Bürger:innen") == "buerger innen");
  BOOST_TEST(word_form("MASSNAHME – Straße") == "massnahme strasse");
  BOOST_TEST(word_form("ŁÓDŹ ŚRÓDMIEŚCIE Żabno") == "łódź śródmieście żabno");
  BOOST_TEST(word_form("–") == "");
}

BOOST_AUTO_TEST_CASE(what_nobody_knows_is_missing) {
  for (const std::string_view cell :
       {"", " ", "k. A.", "k.A.", "–", "-", "—", "n.n.", "N. N.", "n/a", "unbekannt", "?", "noch offen", "…"})
    BOOST_TEST(is_missing(cell), cell);
  for (const std::string_view cell : {"0", "0,00 €", "Karl", "nein"}) BOOST_TEST(!is_missing(cell), cell);
}

BOOST_AUTO_TEST_CASE(the_whole_city_has_many_names) {
  for (const std::string_view cell :
       {"Gesamtstadt", "(Gesamtstadt)", "gesamtes Stadtgebiet", "stadtweit", "city-wide", "Whole city"})
    BOOST_TEST(means_whole_city(cell), cell);
  for (const std::string_view cell : {"", "Stadtmitte", "Südstadt"}) BOOST_TEST(!means_whole_city(cell), cell);
  BOOST_TEST(means_total("Summe:"));
  BOOST_TEST(!means_total("Gesamtschule"));
}

BOOST_AUTO_TEST_CASE(choices_are_understood_in_both_languages) {
  BOOST_TEST(meaning("phase", "in Umsetzung") == "in_progress");
  BOOST_TEST(meaning("phase", "beschlossen") == "decided");
  BOOST_TEST(meaning("phase", "Vorschlag") == "proposed");
  BOOST_TEST(meaning("phase", "geprüft") == "checked");
  BOOST_TEST(meaning("phase", "abgeschlossen") == "done");
  BOOST_TEST(meaning("phase", "IDEE") == "idea");
  BOOST_TEST(meaning("phase", "abgelehnt") == "rejected");
  BOOST_TEST(meaning("phase", "in progress") == "in_progress");
  BOOST_TEST(meaning("phase", "irgendwas") == "?");
  BOOST_TEST(meaning("persona", "Politik") == "politics");
  BOOST_TEST(meaning("persona", "Verwaltung") == "administration");
  BOOST_TEST(meaning("persona", "Vereine") == "associations");
  for (const std::string_view cell : {"Bürger:innen", "Bürger*innen", "BürgerInnen", "citizens"})
    BOOST_TEST(meaning("persona", cell) == "citizens");
  BOOST_TEST(meaning("persona", "kommunale Unternehmen") == "municipal_companies");
  BOOST_TEST(meaning("block", "smile Places") == "places");
  BOOST_TEST(meaning("block", "Exchange") == "exchange");
  BOOST_TEST(meaning("block", "smile smile") == "?");
}

BOOST_AUTO_TEST_CASE(each_choice_is_understood_by_its_word_and_its_labels) {
  for (const MeasureField& field : measure_fields())
    for (const Choice& choice : field.choices) {
      BOOST_TEST(meaning(field.key, choice.word) == choice.word);
      BOOST_TEST(meaning(field.key, choice.label) == choice.word);
      if (!german(choice.label).empty()) BOOST_TEST(meaning(field.key, german(choice.label)) == choice.word);
    }
}

BOOST_AUTO_TEST_CASE(dates_follow_the_style_of_the_table) {
  BOOST_TEST(to_iso(*date_from_cell("07.01.2021", true)) == "2021-01-07");
  BOOST_TEST(to_iso(*date_from_cell("3/4/2025", true)) == "2025-04-03");
  BOOST_TEST(to_iso(*date_from_cell("3/4/2025", false)) == "2025-03-04");
  BOOST_TEST(to_iso(*date_from_cell("Q3 2025", false)) == "2025-Q3");
  BOOST_TEST(to_iso(*date_from_cell(" 2026 ", true)) == "2026");
  BOOST_TEST(!date_from_cell("bald", true).has_value());
}

BOOST_AUTO_TEST_SUITE_END()
