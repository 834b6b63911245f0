#pragma once
// Words in headers and cells, German and English, made comparable.

#include <optional>
#include <string>
#include <string_view>

#include "gis/plan/fields.h"

namespace smile {

/// Lower case, ä as ae and ß as ss, everything but letters and digits as single blanks: "Kosten (brutto)" → "kosten
/// brutto".
std::string word_form(std::string_view text);

/// Empty, "k. A.", "–", "n.n.", "n/a", "offen", "unbekannt" …: nobody knows. Not 0.
bool is_missing(std::string_view cell);

/// "Gesamtstadt", "gesamtes Stadtgebiet", "stadtweit", "(Gesamtstadt)", "city-wide" …
bool means_whole_city(std::string_view cell);

/// "Summe", "Gesamt", "Total" …: a row that adds up others.
bool means_total(std::string_view cell);

/// The choice a cell means, in German or English with synonyms: "in Umsetzung" → "in_progress". std::nullopt: an
/// unknown word.
std::optional<std::string> choice_from_cell(const MeasureField& field, std::string_view cell);

/// A date in any form of parse_date. day_first false: 3/4/2025 is in March.
std::optional<Date> date_from_cell(std::string_view cell, bool day_first);

}  // namespace smile
