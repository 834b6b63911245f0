#pragma once
// The fields of a measure as one table. Whoever reads, writes, edits, shows, maps or exports a field goes through it:
// a new field is one row here (and one member in Measure).

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>

#include "gis/plan/measure.h"
#include "gis/words/words.h"

namespace smile {

enum class FieldType { text, long_text, list, choice, money, date };

/// monostate: missing. text, long_text, list (joined by "; ") and choice (the word of the choice, e.g. "in_progress") are strings.
using Value = std::variant<std::monostate, std::string, Money, Date>;

struct Choice {
  std::string_view word;   ///< in files and JSON: "in_progress"
  std::string_view label;  ///< English sentence key: "In progress"
};

struct MeasureField {
  std::string_view key;         ///< column in the plan file, JSON key, edit name: "field_of_action"
  std::string_view label;       ///< English sentence key: "Field of action"
  std::string_view short_name;  ///< in shapefiles: at most 10 bytes, the same in every language: "FIELD"
  FieldType type;
  std::span<const Choice> choices;  ///< only choice
  Value (*get)(const Measure&);
  void (*set)(Measure&, const Value&);  ///< value must be of the field's type or missing
};

/// In the order in which people expect to read them: number, title, summary, block, …
std::span<const MeasureField> measure_fields();
/// nullptr if there is none.
const MeasureField* find_field(std::string_view key);

/// The word of a value for people ("In Umsetzung", "123.973,82 €", "Q3 2025"); "" for missing.
std::string format_value(Language language, const MeasureField& field, const Value& value, const std::string& currency);
/// The form in files: ISO dates, amounts as "123973.82", words of choices. parse_stored reads it back.
std::string stored_form(const Value& value);
std::optional<Value> parse_stored(const MeasureField& field, std::string_view text);

std::string_view word(Block);
std::string_view word(Phase);
std::string_view word(Persona);
std::string_view word(Placement);
std::optional<Block> block_from_word(std::string_view);
std::optional<Phase> phase_from_word(std::string_view);
std::optional<Persona> persona_from_word(std::string_view);
std::optional<Placement> placement_from_word(std::string_view);
std::span<const Choice> block_choices();    ///< without "none", in the order of the enum
std::span<const Choice> phase_choices();
std::span<const Choice> persona_choices();
std::span<const Choice> placement_choices();  ///< with "none"

}  // namespace smile
