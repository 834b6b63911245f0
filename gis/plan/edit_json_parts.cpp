#include "gis/plan/edit_json_parts.h"

#include <algorithm>
#include <cmath>

namespace smile::edit_json {

Error usage(Text sentence) {
  return Error(ErrorKind::usage, std::move(sentence));
}

Error wrong_value(const std::string& key) {
  return usage(text("The value of “{1}” is missing or of the wrong kind; see smileplaces edit --help.", key));
}

const Json& member(const Json& object, const char* key) {
  const auto found = object.find(key);
  if (found == object.end()) throw wrong_value(key);
  return *found;
}

std::string text_member(const Json& object, const char* key) {
  const Json& value = member(object, key);
  if (!value.is_string()) throw wrong_value(key);
  return value.get<std::string>();
}

double number_member(const Json& object, const char* key) {
  const Json& value = member(object, key);
  if (!value.is_number() || !std::isfinite(value.get<double>())) throw wrong_value(key);
  return value.get<double>();
}

void allow_only(const Json& object, std::initializer_list<const char*> keys) {
  for (const auto& [key, value] : object.items())
    if (std::none_of(keys.begin(), keys.end(), [&](const char* known) { return key == known; }))
      throw usage(text("“{1}” means nothing here; see smileplaces edit --help.", key));
}

// --- which measures ---

Id measure_id(const Json& value, const Plan& plan) {
  const Measure* found = nullptr;
  if (value.is_number_integer())
    found = find_measure(plan, value.get<Id>());
  else if (value.is_string())
    found = find_measure_by_number(plan, value.get<std::string>());
  else
    throw wrong_value("measure");
  if (!found)
    throw usage(text("The plan has no measure {1}.", value.is_string() ? value.get<std::string>() : value.dump()));
  return found->id;
}

Id measure_of(const Json& edit, const Plan& plan) {
  return measure_id(member(edit, "measure"), plan);
}

std::vector<Id> measures_of(const Json& edit, const Plan& plan, const char* key) {
  const Json& list = member(edit, key);
  if (!list.is_array() || list.empty()) throw wrong_value(key);
  std::vector<Id> ids;
  for (const Json& one : list) ids.push_back(measure_id(one, plan));
  return ids;
}

}  // namespace smile::edit_json
