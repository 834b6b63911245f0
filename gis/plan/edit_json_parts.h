#pragma once
// Private to edit_json*.cpp and other files that read edits: members of a JSON object and the measures they name.

#include <initializer_list>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "gis/plan/edits.h"

namespace smile::edit_json {

using Json = nlohmann::json;

Error usage(Text sentence);
Error wrong_value(const std::string& key);

const Json& member(const Json& object, const char* key);
std::string text_member(const Json& object, const char* key);
double number_member(const Json& object, const char* key);
/// A slip of the pen in a key must not pass as "nothing said".
void allow_only(const Json& object, std::initializer_list<const char*> keys);

Id measure_id(const Json& value, const Plan& plan);
Id measure_of(const Json& edit, const Plan& plan);
/// key: a list with at least one.
std::vector<Id> measures_of(const Json& edit, const Plan& plan, const char* key = "measures");

template <class List, class Word>
std::string in_one_line(const List& list, Word word) {
  std::string line;
  for (const auto& one : list) line += (line.empty() ? "" : ", ") + std::string(word(one));
  return line;
}

// --- edits of scenarios ---
const Scenario& scenario_named(const std::string& name, const Plan& plan);
Edit scenario_from(const Json& edit, const Plan& plan);
Edit remove_scenario_from(const Json& edit, const Plan& plan);
Edit show_scenario_from(const Json& edit, const Plan& plan);

// --- edits of steps ---
/// "district": by code or name; 0 where it isn't there or null.
Id district_of(const Json& edit, const Plan& plan);
Edit step_from(const Json& edit, const Plan& plan);
Edit remove_step_from(const Json& edit, const Plan& plan);

}  // namespace smile::edit_json
