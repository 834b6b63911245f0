#pragma once
// Distances and ages that rules and plans name, to be filled in by a word. They decide nothing else, and whatever is
// said beside them counts instead.

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "gis/analysis/people.h"
#include "gis/questions/options.h"

namespace smile {

struct Preset {
  std::string_view word;
  AgeRange ages;
  double walk_m = 0;        ///< 0: the rule has no walked distance
  double line_m = 0;        ///< the same, straight
  std::string_view source;  ///< "": no source was read
};

std::span<const Preset> presets();
/// Those of these words, in that order. Throws Error{usage} for an unknown one, with those there are.
std::vector<Preset> presets_named(const std::vector<std::string>& words);
/// Those that "preset" names, as presets_named().
std::vector<Preset> presets_of(const QuestionOptions& options);
/// Fills in what nobody said. Throws Error{usage} where the rule has no distance measured like that.
void take_preset(const Preset& preset, DistanceBy by, AskedDistances& far, AgeRange& ages);
/// Sentences on where the presets of the options come from.
void add_presets(std::vector<Text>& method, const QuestionOptions& options);

}  // namespace smile
