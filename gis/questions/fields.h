#pragma once
// What can be asked, and with which options: names, explanations, choices and presets, so that a form can be made of
// it.

#include <string>
#include <utility>
#include <vector>

#include "gis/plan/finding.h"
#include "gis/plan/layer.h"

namespace smile {

struct QuestionField {
  /// places: layers and measures; kinds: several layers, each a kind of places; areas: a layer of areas; distances: one
  /// or several in metres, or in their place those of "minutes" and "speed"; figures, figure: of districts; statistic:
  /// one that is known for several years; choice: one of several words; word: one of several, or one of one's own;
  /// text: a word of one's own.
  enum class Type : std::uint8_t {
    places,
    kinds,
    areas,
    distances,
    number,
    count,
    by,
    ages,
    level,
    figure,
    figures,
    district,
    statistic,
    scenario,
    choice,
    word,
    text
  };
  std::string key;  ///< of Question::options
  Type type = Type::number;
  Text label;
  std::string usual;      ///< what an empty form holds
  Text unit;              ///< of numbers: "m"
  Text hint;              ///< of an optional field: what empty means
  bool optional = false;  ///< places: there may be none; by: straight and walked beside each other too
  bool people = false;    ///< places: the people themselves may be meant
  std::vector<std::pair<std::string, Text>> choices;  ///< of choice: word and label
};

struct QuestionKind {
  std::string kind;
  Text name;      ///< "Whom do they reach?"
  Text explains;  ///< one sentence: what is answered
  std::vector<QuestionField> fields;
};

/// Every kind that ask() answers, in the order in which they are offered.
std::vector<QuestionKind> offered_questions();

/// Distances and ages that rules and plans name: they fill fields, everything can be changed afterwards.
struct QuestionPreset {
  Text name;
  std::map<std::string, std::string> options;
};
/// For kinds with distances.
std::vector<QuestionPreset> reach_presets();

}  // namespace smile
