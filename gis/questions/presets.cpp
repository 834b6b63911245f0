#include "gis/questions/presets.h"

#include <algorithm>

namespace smile {
namespace {

constexpr std::string_view din = "DIN 18034-1:2020-10";
constexpr std::string_view region = "regional public transport plan, 2005";
constexpr std::string_view sdg = "UN metadata of indicator 11.2.1, 09/2021";

constexpr Preset table[] = {
    {"din-playground-0-5", {0, 5}, 200, 175, din},
    {"din-playground-6-11", {6, 11}, 400, 350, din},
    {"din-playground-12-17", {12, 17}, 1000, 750, din},
    {"sdg-bus", {}, 500, 0, sdg},
    {"sdg-rail", {}, 1000, 0, sdg},
    {"region-bus", {}, 0, 600, region},
    {"region-rail", {}, 0, 1000, region},
    {"bus-300", {}, 300, 300, ""},
    {"tram-400", {}, 400, 400, ""},
    {"green-300", {}, 300, 300, ""},
};

}  // namespace

std::span<const Preset> presets() {
  return table;
}

std::vector<Preset> presets_named(const std::vector<std::string>& words) {
  std::vector<Preset> chosen;
  for (const std::string& word : words) {
    const auto found =
        std::find_if(std::begin(table), std::end(table), [&](const Preset& p) { return p.word == word; });
    std::string known;
    for (const Preset& preset : table) known += (known.empty() ? "" : ", ") + std::string(preset.word);
    if (found == std::end(table))
      throw Error(ErrorKind::usage, text("“{1}” after {2} is none of {3}.", word, "--preset", known));
    chosen.push_back(*found);
  }
  return chosen;
}

std::vector<Preset> presets_of(const QuestionOptions& options) {
  return presets_named(options.words("preset"));
}

void take_preset(const Preset& preset, DistanceBy by, AskedDistances& far, AgeRange& ages) {
  if (ages.everybody()) ages = preset.ages;
  if (!far.metres.empty()) return;
  const double metres = by == DistanceBy::walk ? preset.walk_m : preset.line_m;
  if (metres == 0)
    throw Error(ErrorKind::usage,
                by == DistanceBy::walk
                    ? text("The rule behind {1} measures straight; ask with --by line.", std::string(preset.word))
                    : text("The rule behind {1} measures on foot; ask with --by walk.", std::string(preset.word)));
  far.metres = {metres};
}

void add_presets(std::vector<Text>& method, const QuestionOptions& options) {
  for (const Preset& preset : presets_of(options))
    method.push_back(preset.source.empty()
                         ? text("What {1} fills in has no source that was read: check it before it is quoted.",
                                std::string(preset.word))
                         : text("What {1} fills in: {2}.", std::string(preset.word), std::string(preset.source)));
}

}  // namespace smile
