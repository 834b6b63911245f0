#include "gis/intake/cell_words.h"

#include <algorithm>
#include <cctype>
#include <span>

#include "gis/formats/table_builder.h"

namespace smile {
namespace {

struct Letter {
  std::string_view written;
  std::string_view plain;
};
constexpr Letter letters[] = {{"ä", "ae"}, {"Ä", "ae"}, {"ö", "oe"}, {"Ö", "oe"},
                              {"ü", "ue"}, {"Ü", "ue"}, {"ß", "ss"}, {"ẞ", "ss"}};

/// Upper case of two-byte Latin letters (é, ł, ś …) as lower case.
void append_lower(std::string& out, std::string_view sequence) {
  const auto lead = static_cast<unsigned char>(sequence[0]);
  auto tail = static_cast<unsigned char>(sequence[1]);
  if (lead == 0xC3 && tail >= 0x80 && tail <= 0x9E && tail != 0x97) tail = static_cast<unsigned char>(tail + 0x20);
  const bool odd_upper =
      lead == 0xC4 || (lead == 0xC5 && tail < 0x81) || (lead == 0xC5 && tail >= 0x8A && tail <= 0xB7);
  const bool even_upper = lead == 0xC5 && ((tail >= 0x81 && tail <= 0x88) || tail >= 0xB9);
  if (odd_upper && lead == 0xC4 && tail < 0xB8) tail |= 1U;
  if (odd_upper && lead == 0xC5) tail |= 1U;
  if (even_upper && tail % 2 == 1 && tail < 0xBE) ++tail;
  out += sequence[0];
  out += static_cast<char>(tail);
}

std::size_t sequence_size(char lead) {
  const auto byte = static_cast<unsigned char>(lead);
  return byte < 0xC0 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
}

struct Synonym {
  std::string_view word;     ///< in word_form
  std::string_view meaning;  ///< of the choice
};

constexpr Synonym phase_words[] = {{"idee", "idea"},
                                   {"ideensammlung", "idea"},
                                   {"neue idee", "idea"},
                                   {"idea", "idea"},
                                   {"vorschlag", "proposed"},
                                   {"vorgeschlagen", "proposed"},
                                   {"eingereicht", "proposed"},
                                   {"beantragt", "proposed"},
                                   {"antrag", "proposed"},
                                   {"proposal", "proposed"},
                                   {"submitted", "proposed"},
                                   {"neu", "proposed"},
                                   {"new", "proposed"},
                                   {"geprueft", "checked"},
                                   {"vorgeprueft", "checked"},
                                   {"pruefung abgeschlossen", "checked"},
                                   {"reviewed", "checked"},
                                   {"in der matrix", "in_matrix"},
                                   {"in matrix", "in_matrix"},
                                   {"bewertet", "in_matrix"},
                                   {"in bewertung", "in_matrix"},
                                   {"bewertung", "in_matrix"},
                                   {"engere auswahl", "shortlisted"},
                                   {"in engerer auswahl", "shortlisted"},
                                   {"in der engeren auswahl", "shortlisted"},
                                   {"vorauswahl", "shortlisted"},
                                   {"shortlist", "shortlisted"},
                                   {"priorisiert", "shortlisted"},
                                   {"beschlossen", "decided"},
                                   {"beschluss", "decided"},
                                   {"genehmigt", "decided"},
                                   {"bewilligt", "decided"},
                                   {"angenommen", "decided"},
                                   {"approved", "decided"},
                                   {"in umsetzung", "in_progress"},
                                   {"umsetzung", "in_progress"},
                                   {"laufend", "in_progress"},
                                   {"laeuft", "in_progress"},
                                   {"in arbeit", "in_progress"},
                                   {"begonnen", "in_progress"},
                                   {"im bau", "in_progress"},
                                   {"in bau", "in_progress"},
                                   {"in durchfuehrung", "in_progress"},
                                   {"ongoing", "in_progress"},
                                   {"running", "in_progress"},
                                   {"abgeschlossen", "done"},
                                   {"umgesetzt", "done"},
                                   {"fertig", "done"},
                                   {"fertiggestellt", "done"},
                                   {"erledigt", "done"},
                                   {"realisiert", "done"},
                                   {"completed", "done"},
                                   {"finished", "done"},
                                   {"abgelehnt", "rejected"},
                                   {"verworfen", "rejected"},
                                   {"nicht weiterverfolgt", "rejected"},
                                   {"zurueckgezogen", "rejected"},
                                   {"declined", "rejected"},
                                   {"refused", "rejected"}};

constexpr Synonym persona_words[] = {{"politik", "politics"},
                                     {"stadtrat", "politics"},
                                     {"rat", "politics"},
                                     {"buergerschaft", "politics"},
                                     {"fraktion", "politics"},
                                     {"ortsbeirat", "politics"},
                                     {"council", "politics"},
                                     {"verwaltung", "administration"},
                                     {"stadtverwaltung", "administration"},
                                     {"amt", "administration"},
                                     {"city administration", "administration"},
                                     {"vereine", "associations"},
                                     {"verein", "associations"},
                                     {"verbaende", "associations"},
                                     {"verband", "associations"},
                                     {"initiative", "associations"},
                                     {"vereine und verbaende", "associations"},
                                     {"association", "associations"},
                                     {"club", "associations"},
                                     {"clubs", "associations"},
                                     {"ngo", "associations"},
                                     {"buerger innen", "citizens"},
                                     {"buergerinnen", "citizens"},
                                     {"buerger", "citizens"},
                                     {"buergerin", "citizens"},
                                     {"buergerinnen und buerger", "citizens"},
                                     {"einwohner", "citizens"},
                                     {"einwohnerinnen", "citizens"},
                                     {"einwohner innen", "citizens"},
                                     {"citizen", "citizens"},
                                     {"residents", "citizens"},
                                     {"resident", "citizens"},
                                     {"kommunale unternehmen", "municipal_companies"},
                                     {"kommunales unternehmen", "municipal_companies"},
                                     {"staedtische unternehmen", "municipal_companies"},
                                     {"staedtische gesellschaft", "municipal_companies"},
                                     {"staedtische gesellschaften", "municipal_companies"},
                                     {"municipal company", "municipal_companies"},
                                     {"public utilities", "municipal_companies"}};

constexpr Synonym block_words[] = {{"willensbildung", "citizens"},
                                   {"willensbildung funktionswuensche", "citizens"},
                                   {"willensbildung und funktionswuensche", "citizens"},
                                   {"smile citizens", "citizens"},
                                   {"management", "governance"},
                                   {"management realisierung", "governance"},
                                   {"management und realisierung", "governance"},
                                   {"smile governance", "governance"},
                                   {"umsetzung im raum", "places"},
                                   {"smile places", "places"},
                                   {"place", "places"},
                                   {"wissenstransfer", "exchange"},
                                   {"smile exchange", "exchange"}};

std::span<const Synonym> synonyms_of(std::string_view field) {
  if (field == "phase") return phase_words;
  if (field == "persona") return persona_words;
  if (field == "block") return block_words;
  return {};
}

template <std::size_t n>
bool is_one_of(const std::string& word, const std::string_view (&words)[n]) {
  return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

}  // namespace

std::string word_form(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const std::size_t size = std::min(sequence_size(text[0]), text.size());
    const auto* letter = std::find_if(std::begin(letters), std::end(letters),
                                      [&](const Letter& l) { return text.starts_with(l.written); });
    const auto lead = static_cast<unsigned char>(text[0]);
    if (letter != std::end(letters))
      out += letter->plain;
    else if (size == 2 && lead >= 0xC3)
      append_lower(out, text);
    else if (size == 1 && std::isalnum(lead) != 0)
      out += static_cast<char>(std::tolower(lead));
    else if (!out.empty() && out.back() != ' ')
      out += ' ';
    text.remove_prefix(letter != std::end(letters) ? letter->written.size() : size);
  }
  if (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

bool is_missing(std::string_view cell) {
  static constexpr std::string_view words[] = {"",
                                               "k a",
                                               "ka",
                                               "keine angabe",
                                               "keine angaben",
                                               "keine",
                                               "n n",
                                               "nn",
                                               "n a",
                                               "na",
                                               "nv",
                                               "n v",
                                               "nan",
                                               "null",
                                               "none",
                                               "offen",
                                               "noch offen",
                                               "unbekannt",
                                               "nicht bekannt",
                                               "unklar",
                                               "tbd",
                                               "tba",
                                               "unknown",
                                               "missing",
                                               "in klaerung",
                                               "wird ermittelt",
                                               "wird noch ermittelt",
                                               "noch nicht bekannt"};
  return is_one_of(word_form(cell), words);
}

bool means_whole_city(std::string_view cell) {
  static constexpr std::string_view words[] = {"gesamtstadt",        "gesamtes stadtgebiet",
                                               "gesamte stadt",      "ganze stadt",
                                               "stadtgebiet",        "stadtweit",
                                               "gesamtstaedtisch",   "alle stadtteile",
                                               "alle stadtbereiche", "alle ortsteile",
                                               "alle bezirke",       "im gesamten stadtgebiet",
                                               "ganzes stadtgebiet", "city wide",
                                               "citywide",           "whole city",
                                               "entire city",        "all districts",
                                               "the whole city",     "cale miasto",
                                               "ogolnomiejski"};
  return is_one_of(word_form(cell), words);
}

bool means_total(std::string_view cell) {
  static constexpr std::string_view words[] = {"summe", "gesamt",      "gesamtsumme", "insgesamt", "zwischensumme",
                                               "total", "grand total", "subtotal",    "sum"};
  return is_one_of(word_form(cell), words);
}

std::optional<std::string> choice_from_cell(const MeasureField& field, std::string_view cell) {
  std::string word = word_form(cell);
  for (const Choice& choice : field.choices) {
    const bool label = word == word_form(choice.label) || word == word_form(german(choice.label));
    if (label || word == word_form(choice.word)) return std::string(choice.word);
  }
  if (field.key == "block" && word.starts_with("smile "))
    return choice_from_cell(field, std::string_view(word).substr(6));
  for (const Synonym& synonym : synonyms_of(field.key))
    if (synonym.word == word) return std::string(synonym.meaning);
  return std::nullopt;
}

std::optional<Date> date_from_cell(std::string_view cell, bool day_first) {
  const std::string_view text = trimmed(cell);
  const std::size_t first = text.find('/');
  const std::size_t second = first == std::string_view::npos ? first : text.find('/', first + 1);
  if (day_first || second == std::string_view::npos || first > 2) return parse_date(text);
  return parse_date(std::string(text.substr(first + 1, second - first - 1)) + "/" + std::string(text.substr(0, first)) +
                    std::string(text.substr(second)));
}

}  // namespace smile
