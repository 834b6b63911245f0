#pragma once
// Which measures have a value: what “Select by value” asks, for every field people know.

#include <string>
#include <vector>

#include "gis/plan/fields.h"
#include "gis/plan/plan.h"

namespace smile {

enum class Condition { is, is_not, contains, is_empty, is_given, at_least, at_most, between };

/// The sentence key of a condition: "is at least".
std::string_view label(Condition condition);

/// Something measures can be asked about. key: of measure_fields(), "placement", "district:<level>" (by its name), or
/// "extra:<name>" for columns of the source that have no field.
struct AskedField {
  std::string key;
  Text name;
  FieldType type = FieldType::text;
};
std::vector<AskedField> asked_fields(const Plan& plan);
/// What makes sense for a type, the most usual first.
std::vector<Condition> conditions_for(FieldType type);

struct ValueQuestion {
  std::string field;
  Condition condition = Condition::is;
  std::string value;  ///< as people write it in `language`: "5.000 €", "Q3 2025", "In Umsetzung"
  std::string up_to;  ///< the other end of Condition::between
  Language language = Language::english;
};

/// In the order of the plan. Words are compared without regard to capitals; amounts and dates as such (a year holds its
/// days, both ends of a range count). A measure without a value is met by is_empty and is_not only.
/// Throws Error{usage} for a field nobody knows and a value that is no amount, number or date where one is needed.
std::vector<Id> select_measures(const Plan& plan, const ValueQuestion& question);

/// The different values of a field as people read them, sorted; for suggestions.
std::vector<std::string> known_values(const Plan& plan, const std::string& field, Language language);

}  // namespace smile
