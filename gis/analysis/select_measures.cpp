#include "gis/analysis/select_measures.h"

#include <algorithm>
#include <charconv>
#include <limits>
#include <set>

#include "gis/analysis/which_district.h"
#include "gis/intake/cell_words.h"
#include "gis/intake/money_cell.h"
#include "gis/intake/statistics_cells.h"
#include "gis/words/folded.h"

namespace smile {
namespace {

constexpr std::string_view district_prefix = "district:";
constexpr std::string_view extra_prefix = "extra:";

std::string_view after(std::string_view prefix, std::string_view key) {
  return key.substr(0, prefix.size()) == prefix ? key.substr(prefix.size()) : std::string_view{};
}

/// What one measure says in a field: as people read it, and as a number where it can be ordered.
struct Said {
  std::vector<std::string> words;  ///< several only for districts; empty: nothing
  double from = 0, to = 0;         ///< of a date the first and the last day
  bool ordered = false;
};

int last_month(const Date& date) {
  switch (date.precision) {
    case DatePrecision::year:
      return 12;
    case DatePrecision::half:
      return date.part * 6;
    case DatePrecision::quarter:
      return date.part * 3;
    default:
      return date.part;
  }
}

/// As sort_key, of the last day a date says; every month may have 31.
int last_key(const Date& date) {
  if (date.precision == DatePrecision::day) return sort_key(date);
  return date.year * 10000 + last_month(date) * 100 + 31;
}

void order(Said& said, double value) {
  said.from = said.to = value;
  said.ordered = true;
}

Said said_in_field(const MeasureField& field, const Measure& measure, const Plan& plan, Language language) {
  const Value value = field.get(measure);
  Said said;
  if (const std::string words = format_value(language, field, value, plan.currency); !words.empty())
    said.words.push_back(words);
  if (const auto* money = std::get_if<Money>(&value)) order(said, static_cast<double>(money->cents));
  if (const auto* date = std::get_if<Date>(&value))
    said = {said.words, 0.0 + sort_key(*date), 0.0 + last_key(*date), true};
  return said;
}

Said said_in_extra(std::string_view name, const Measure& measure) {
  for (const auto& [key, cell] : measure.extra)
    if (key == name && !cell.empty()) return {{cell}};
  return {};
}

/// Answers for one field and all measures of a plan.
class Asked {
public:
  Asked(const Plan& plan, const std::string& key, Language language)
      : plan_(plan), language_(language), field_(find_field(key)), extra_(after(extra_prefix, key)) {
    if (const std::string_view level = after(district_prefix, key); !level.empty()) {
      Id id = 0;
      std::from_chars(level.data(), level.data() + level.size(), id);
      if (find_level(plan, id) != nullptr) index_ = district_index(plan, id);
    }
    placement_ = key == "placement";
    if (field_ == nullptr && extra_.empty() && !index_ && !placement_)
      throw Error(ErrorKind::usage, text("Measures have no field “{1}”.", key));
  }

  FieldType type() const { return field_ != nullptr ? field_->type : placement_ ? FieldType::choice : FieldType::text; }

  Said operator()(const Measure& measure) const {
    if (field_ != nullptr) return said_in_field(*field_, measure, plan_, language_);
    if (index_) return said_of_districts(measure);
    if (!placement_) return said_in_extra(extra_, measure);
    const auto place = static_cast<std::size_t>(measure.location.placement);
    return {{in(language_, Text{std::string(placement_choices()[place].label), {}})}};
  }

private:
  Said said_of_districts(const Measure& measure) const {
    Said said;
    for (const DistrictShare& share : districts_of_measure(measure, plan_, *index_))
      said.words.push_back(find_district(plan_, share.district)->name);
    return said;
  }

  const Plan& plan_;
  Language language_;
  const MeasureField* field_;
  std::string_view extra_;
  std::shared_ptr<const DistrictIndex> index_;
  bool placement_ = false;
};

/// What was asked for, in the form it is compared in.
struct Wanted {
  std::string words;
  double from = 0, to = 0;
  bool ordered = false;
};

Wanted wanted_amount(const std::string& written, Language language) {
  const auto cell = money_from_cell(written, {language == Language::german});
  if (!cell || !cell->likely) throw Error(ErrorKind::usage, text("“{1}” is no amount; write it as 5,000.", written));
  const auto cents = static_cast<double>(cell->likely->cents);
  return {{}, cents, cents, true};
}

Wanted wanted_date(const std::string& written) {
  const auto date = parse_date(written);
  if (!date) throw Error(ErrorKind::usage, text("“{1}” is no date; write it as 2026-03-31, Q3 2025 or 2026.", written));
  return {{}, 0.0 + sort_key(*date), 0.0 + last_key(*date), true};
}

Wanted wanted_number(const std::string& written, Language language) {
  const auto number = number_in(written, language == Language::german);
  if (!number) throw Error(ErrorKind::usage, text("“{1}” is no number.", written));
  return {{}, *number, *number, true};
}

bool needs_order(Condition condition) {
  return condition == Condition::at_least || condition == Condition::at_most || condition == Condition::between;
}

Wanted wanted(const std::string& written, FieldType type, Condition condition, Language language) {
  if (condition == Condition::is_empty || condition == Condition::is_given) return {};
  if (type == FieldType::money) return wanted_amount(written, language);
  if (type == FieldType::date) return wanted_date(written);
  if (needs_order(condition)) return wanted_number(written, language);
  return {folded(written)};
}

bool any_word(const Said& said, const std::string& wanted, bool whole) {
  return std::any_of(said.words.begin(), said.words.end(), [&](const std::string& words) {
    const std::string known = folded(words);
    return whole ? known == wanted : known.find(wanted) != std::string::npos;
  });
}

bool is_same(const Said& said, const Wanted& wanted) {
  if (!wanted.ordered) return any_word(said, wanted.words, true);
  return said.ordered && said.from >= wanted.from && said.to <= wanted.to;
}

bool meets(const Said& said, Condition condition, const Wanted& wanted, const Wanted& up_to) {
  switch (condition) {
    case Condition::is:
      return is_same(said, wanted);
    case Condition::is_not:
      return !is_same(said, wanted);
    case Condition::contains:
      return any_word(said, wanted.words, false);
    case Condition::is_empty:
      return said.words.empty();
    case Condition::is_given:
      return !said.words.empty();
    case Condition::at_least:
      return said.ordered && said.from >= wanted.from;
    case Condition::at_most:
      return said.ordered && said.to <= wanted.to;
    case Condition::between:
      return said.ordered && said.from >= wanted.from && said.to <= up_to.to;
  }
  return false;
}

/// Cells of the source are words; where numbers are asked for, those that are some are ordered.
void order_cell(Said& said, Language language) {
  if (said.ordered || said.words.size() != 1) return;
  if (const auto number = number_in(said.words.front(), language == Language::german)) order(said, *number);
}

}  // namespace

std::string_view label(Condition condition) {
  constexpr std::string_view labels[] = {"is",       "is not",      "contains",   "is empty",
                                         "is given", "is at least", "is at most", "lies between"};
  return labels[static_cast<std::size_t>(condition)];
}

std::vector<Condition> conditions_for(FieldType type) {
  using enum Condition;
  if (type == FieldType::choice) return {is, is_not, is_empty, is_given};
  if (type == FieldType::money || type == FieldType::date) return {at_least, at_most, between, is, is_empty, is_given};
  return {is, contains, is_not, is_empty, is_given, at_least, at_most, between};
}

std::vector<AskedField> asked_fields(const Plan& plan) {
  std::vector<AskedField> out;
  for (const MeasureField& field : measure_fields())
    out.push_back({std::string(field.key), Text{std::string(field.label), {}}, field.type});
  out.push_back({"placement", text("Kind of place"), FieldType::choice});
  for (const Level& level : plan.levels)
    out.push_back(
        {std::string(district_prefix) + std::to_string(level.id), text("Lies in: {1}", level.name), FieldType::choice});
  std::set<std::string> extras;
  for (const MeasurePtr& measure : plan.measures)
    for (const auto& [name, cell] : measure->extra)
      if (!name.empty() && extras.insert(name).second)
        out.push_back({std::string(extra_prefix) + name, text("{1} (from the source)", name), FieldType::text});
  return out;
}

std::vector<Id> select_measures(const Plan& plan, const ValueQuestion& question) {
  const Asked asked(plan, question.field, question.language);
  const Condition condition = question.condition;
  const Wanted from = wanted(question.value, asked.type(), condition, question.language);
  const Wanted to =
      condition == Condition::between ? wanted(question.up_to, asked.type(), condition, question.language) : Wanted{};
  std::vector<Id> found;
  for (const MeasurePtr& measure : plan.measures) {
    Said said = asked(*measure);
    if (needs_order(condition)) order_cell(said, question.language);
    if (meets(said, condition, from, to)) found.push_back(measure->id);
  }
  return found;
}

std::vector<std::string> known_values(const Plan& plan, const std::string& field, Language language) {
  const Asked asked(plan, field, language);
  std::set<std::string> values;
  if (const MeasureField* known = find_field(field))
    for (const Choice& choice : known->choices) values.insert(in(language, Text{std::string(choice.label), {}}));
  for (const MeasurePtr& measure : plan.measures)
    for (std::string& words : asked(*measure).words) values.insert(std::move(words));
  return {values.begin(), values.end()};
}

}  // namespace smile
