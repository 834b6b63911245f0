#include "gis/plan/fields.h"

#include <algorithm>
#include <charconv>
#include <cstdio>

#include "gis/words/numbers.h"

namespace smile {
namespace {

constexpr Choice blocks[] = {
    {"citizens", "Citizens"}, {"governance", "Governance"}, {"places", "Places"}, {"exchange", "Exchange"}};
constexpr Choice phases[] = {{"idea", "Idea"},
                             {"proposed", "Proposed"},
                             {"checked", "Checked"},
                             {"in_matrix", "In matrix"},
                             {"shortlisted", "Shortlisted"},
                             {"decided", "Decided"},
                             {"in_progress", "In progress"},
                             {"done", "Done"},
                             {"rejected", "Rejected"}};
constexpr Choice personas[] = {{"citizens", "Citizens (persona)"},
                               {"politics", "Politics"},
                               {"municipal_companies", "Municipal companies"},
                               {"associations", "Associations"},
                               {"administration", "Administration"}};
constexpr Choice placements[] = {{"none", "No place yet"}, {"point", "Point"},         {"line", "Line"},
                                 {"area", "Area"},         {"sites", "Several sites"}, {"district", "Whole district"},
                                 {"city", "Whole city"}};

Value text_value(const std::string& text) {
  return text.empty() ? Value{} : Value{text};
}
std::string text_of(const Value& value) {
  const auto* text = std::get_if<std::string>(&value);
  return text ? *text : std::string{};
}

Value list_value(const std::vector<std::string>& items) {
  std::string joined;
  for (const std::string& item : items) joined += (joined.empty() ? "" : "; ") + item;
  return text_value(joined);
}
std::vector<std::string> list_of(const Value& value) {
  std::vector<std::string> items;
  const std::string joined = text_of(value);
  for (std::size_t begin = 0; begin <= joined.size() && !joined.empty();) {
    const std::size_t end = std::min(joined.find(';', begin), joined.size());
    const std::size_t first = joined.find_first_not_of(' ', begin);
    if (first < end) items.push_back(joined.substr(first, joined.find_last_not_of(' ', end - 1) + 1 - first));
    begin = end + 1;
  }
  return items;
}

// One accessor pair per kind of member; the member is a template argument, so that a field is one row of the table.
template <auto member>
constexpr MeasureField text_field(std::string_view key, std::string_view label, std::string_view short_name,
                                  FieldType type = FieldType::text) {
  return {key,
          label,
          short_name,
          type,
          {},
          [](const Measure& m) { return text_value(m.*member); },
          [](Measure& m, const Value& v) { m.*member = text_of(v); }};
}

template <auto member>
constexpr MeasureField list_field(std::string_view key, std::string_view label, std::string_view short_name) {
  return {key,
          label,
          short_name,
          FieldType::list,
          {},
          [](const Measure& m) { return list_value(m.*member); },
          [](Measure& m, const Value& v) { m.*member = list_of(v); }};
}

template <auto member>
constexpr MeasureField date_field(std::string_view key, std::string_view label, std::string_view short_name) {
  return {key,
          label,
          short_name,
          FieldType::date,
          {},
          [](const Measure& m) { return m.*member ? Value{*(m.*member)} : Value{}; },
          [](Measure& m, const Value& v) {
            const auto* date = std::get_if<Date>(&v);
            m.*member = date ? std::optional(*date) : std::nullopt;
          }};
}

template <auto range, auto bound>
constexpr MeasureField money_field(std::string_view key, std::string_view label, std::string_view short_name) {
  return {key,
          label,
          short_name,
          FieldType::money,
          {},
          [](const Measure& m) { return m.*range.*bound ? Value{*(m.*range.*bound)} : Value{}; },
          [](Measure& m, const Value& v) {
            const auto* money = std::get_if<Money>(&v);
            m.*range.*bound = money ? std::optional(*money) : std::nullopt;
          }};
}

template <class Enum>
std::optional<Enum> enum_from_word(std::span<const Choice> choices, std::string_view word, int first) {
  for (std::size_t i = 0; i < choices.size(); ++i)
    if (choices[i].word == word) return static_cast<Enum>(static_cast<int>(i) + first);
  return std::nullopt;
}

template <class Enum>
std::string_view enum_word(std::span<const Choice> choices, Enum value, int first) {
  const int index = static_cast<int>(value) - first;
  return index < 0 ? std::string_view{} : choices[static_cast<std::size_t>(index)].word;
}

void set_block(Measure& m, const Value& v) {
  m.block = block_from_word(text_of(v)).value_or(Block::none);
}
void set_phase(Measure& m, const Value& v) {
  m.phase = phase_from_word(text_of(v)).value_or(Phase::none);
}
void set_persona(Measure& m, const Value& v) {
  m.persona = persona_from_word(text_of(v)).value_or(Persona::none);
}
Value get_block(const Measure& m) {
  return text_value(std::string(word(m.block)));
}
Value get_phase(const Measure& m) {
  return text_value(std::string(word(m.phase)));
}
Value get_persona(const Measure& m) {
  return text_value(std::string(word(m.persona)));
}

constexpr MeasureField fields[] = {
    text_field<&Measure::number>("number", "Number", "NUMBER"),
    text_field<&Measure::title>("title", "Title", "TITLE"),
    text_field<&Measure::summary>("summary", "Summary", "SUMMARY", FieldType::long_text),
    {"block", "Building block", "BLOCK", FieldType::choice, blocks, get_block, set_block},
    text_field<&Measure::field_of_action>("field_of_action", "Field of action", "FIELD"),
    {"phase", "Phase", "PHASE", FieldType::choice, phases, get_phase, set_phase},
    text_field<&Measure::lead>("lead", "Lead", "LEAD"),
    list_field<&Measure::partners>("partners", "Partners", "PARTNERS"),
    {"persona", "Brought in by", "PERSONA", FieldType::choice, personas, get_persona, set_persona},
    money_field<&Measure::cost, &CostRange::low>("cost_low", "Cost, low", "COST_LOW"),
    money_field<&Measure::cost, &CostRange::likely>("cost", "Cost", "COST"),
    money_field<&Measure::cost, &CostRange::high>("cost_high", "Cost, high", "COST_HIGH"),
    money_field<&Measure::yearly_cost, &CostRange::low>("yearly_cost_low", "Yearly cost, low", "YEARLY_LOW"),
    money_field<&Measure::yearly_cost, &CostRange::likely>("yearly_cost", "Yearly cost", "YEARLY"),
    money_field<&Measure::yearly_cost, &CostRange::high>("yearly_cost_high", "Yearly cost, high", "YEARLY_HI"),
    text_field<&Measure::funding>("funding", "Funding source", "FUNDING"),
    date_field<&Measure::start>("start", "Start", "START"),
    date_field<&Measure::end>("end", "End", "END"),
    text_field<&Measure::reach>("reach", "Reach", "REACH"),
    text_field<&Measure::target_group>("target_group", "Target group", "TARGET"),
    list_field<&Measure::links>("links", "Links", "LINKS"),
    text_field<&Measure::note>("note", "Note", "NOTE", FieldType::long_text),
    text_field<&Measure::district_hint>("district_hint", "District named in the source", "DISTR_HINT"),
};

std::string choice_label(Language language, std::span<const Choice> choices, const std::string& word) {
  for (const Choice& choice : choices)
    if (choice.word == word) return in(language, Text{std::string(choice.label), {}});
  return word;
}

std::optional<Money> money_from_stored(std::string_view text) {
  const bool negative = !text.empty() && text.front() == '-';
  if (negative) text.remove_prefix(1);
  const std::size_t point = std::min(text.find('.'), text.size());
  const std::string_view whole = text.substr(0, point);
  std::string hundredths(text.substr(std::min(point + 1, text.size())));
  if (whole.empty() || whole.size() > 15 || hundredths.size() > 2) return std::nullopt;
  hundredths.resize(2, '0');
  const std::string digits = std::string(whole) + hundredths;
  std::int64_t cents = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), cents);
  if (error != std::errc{} || end != digits.data() + digits.size()) return std::nullopt;
  return Money{negative ? -cents : cents};
}

}  // namespace

std::span<const MeasureField> measure_fields() {
  return fields;
}

const MeasureField* find_field(std::string_view key) {
  const auto found =
      std::find_if(std::begin(fields), std::end(fields), [&](const MeasureField& f) { return f.key == key; });
  return found == std::end(fields) ? nullptr : found;
}

std::string format_value(Language language, const MeasureField& field, const Value& value,
                         const std::string& currency) {
  if (const auto* money = std::get_if<Money>(&value)) return format_money(language, money->cents, currency);
  if (const auto* date = std::get_if<Date>(&value)) return format_date(language, *date);
  const auto* text = std::get_if<std::string>(&value);
  if (!text) return {};
  return field.type == FieldType::choice ? choice_label(language, field.choices, *text) : *text;
}

std::string stored_form(const Value& value) {
  if (const auto* money = std::get_if<Money>(&value)) {
    char buffer[40];
    const std::int64_t cents = money->cents < 0 ? -money->cents : money->cents;
    std::snprintf(buffer, sizeof buffer, "%s%lld.%02lld", money->cents < 0 ? "-" : "",
                  static_cast<long long>(cents / 100), static_cast<long long>(cents % 100));
    return buffer;
  }
  if (const auto* date = std::get_if<Date>(&value)) return to_iso(*date);
  return text_of(value);
}

std::optional<Value> parse_stored(const MeasureField& field, std::string_view text) {
  if (text.empty()) return Value{};
  switch (field.type) {
    case FieldType::money: {
      const auto money = money_from_stored(text);
      return money ? std::optional<Value>(*money) : std::nullopt;
    }
    case FieldType::date: {
      const auto date = parse_date(text);
      return date ? std::optional<Value>(*date) : std::nullopt;
    }
    case FieldType::choice:
      for (const Choice& choice : field.choices)
        if (choice.word == text) return Value{std::string(text)};
      return std::nullopt;
    case FieldType::text:
    case FieldType::long_text:
    case FieldType::list:
      break;
  }
  return Value{std::string(text)};
}

std::string_view word(Block block) {
  return enum_word(blocks, block, 1);
}
std::string_view word(Phase phase) {
  return enum_word(phases, phase, 1);
}
std::string_view word(Persona persona) {
  return enum_word(personas, persona, 1);
}
std::string_view word(Placement placement) {
  return enum_word(placements, placement, 0);
}
std::optional<Block> block_from_word(std::string_view w) {
  return enum_from_word<Block>(blocks, w, 1);
}
std::optional<Phase> phase_from_word(std::string_view w) {
  return enum_from_word<Phase>(phases, w, 1);
}
std::optional<Persona> persona_from_word(std::string_view w) {
  return enum_from_word<Persona>(personas, w, 1);
}
std::optional<Placement> placement_from_word(std::string_view w) {
  return enum_from_word<Placement>(placements, w, 0);
}
std::span<const Choice> block_choices() {
  return blocks;
}
std::span<const Choice> phase_choices() {
  return phases;
}
std::span<const Choice> persona_choices() {
  return personas;
}
std::span<const Choice> placement_choices() {
  return placements;
}

}  // namespace smile
