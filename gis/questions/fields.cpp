#include "gis/questions/fields.h"

#include <algorithm>

#include "gis/questions/presets.h"
#include "gis/words/numbers.h"

namespace smile {
namespace {

using Type = QuestionField::Type;

QuestionField field(std::string key, Type type, Text label, std::string usual = {}, Text unit = {}, Text hint = {}) {
  QuestionField made;
  made.key = std::move(key);
  made.type = type;
  made.label = std::move(label);
  made.usual = std::move(usual);
  made.unit = std::move(unit);
  made.hint = std::move(hint);
  return made;
}

QuestionField optional(QuestionField field) {
  field.optional = true;
  return field;
}

QuestionField by() {
  return field("by", Type::by, text("Measured"));
}
QuestionField ages() {
  return field("ages", Type::ages, text("Ages"), {}, text("years"), text("everybody"));
}
QuestionField level() {
  return field("level", Type::level, text("Table by"));
}

std::vector<QuestionField> reach_fields(bool both) {
  return {field("places", Type::places, text("To be reached")),
          field("distance", Type::distances, text("Within"), "300", text("m")), both ? optional(by()) : by(), ages(),
          level()};
}

/// Words of presets and what a form calls them.
const std::vector<std::pair<std::string, Text>>& playground_rules() {
  static const std::vector<std::pair<std::string, Text>> rules{
      {"din-playground-0-5", text("Playground, under 6 (DIN 18034-1)")},
      {"din-playground-6-11", text("Playground, 6 to 11 (DIN 18034-1)")},
      {"din-playground-12-17", text("Playground, from 12 (DIN 18034-1)")}};
  return rules;
}

/// The words of all of them.
std::vector<std::string> every_playground_rule() {
  std::vector<std::string> words;
  for (const auto& [word, name] : playground_rules()) words.push_back(word);
  return words;
}

std::string joined(const std::vector<std::string>& words, std::string_view between) {
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : std::string(between)) + word;
  return out;
}

/// What these presets say together, measured in one way.
QuestionPreset filled_in(const Text& rule, const std::vector<std::string>& words, DistanceBy by) {
  std::vector<std::string> written_metres, read_metres;
  AgeRange all{oldest_age, 0};
  for (const Preset& preset : presets_named(words)) {
    AskedDistances far;
    AgeRange ages;
    take_preset(preset, by, far, ages);
    written_metres.push_back(std::to_string(static_cast<std::int64_t>(far.metres.front())));
    read_metres.push_back(format_number(language(), far.metres.front()));
    all = {std::min(all.from, ages.from), std::max(all.to, ages.to)};
  }
  const bool walked = by == DistanceBy::walk;
  const std::string metres = joined(read_metres, ", ");
  return {walked ? text("{1}: {2} m to walk", str(rule), metres) : text("{1}: {2} m straight", str(rule), metres),
          {{"distance", joined(written_metres, ";")}, {"by", walked ? "walk" : "line"}, {"ages", written(all)}}};
}

QuestionKind supply() {
  QuestionField rule = field("preset", Type::choice, text("Rule"));
  rule.choices = playground_rules();
  rule.choices.emplace(rule.choices.begin(), "", text("A question of my own"));
  rule.choices.emplace_back(joined(every_playground_rule(), ";"), text("Playground, all three (DIN 18034-1)"));
  QuestionField capacity = field("capacity", Type::word, text("They hold"), {}, {}, text("or the name of a column"));
  capacity.choices = {
      {"", text("what the layer says")}, {"area", text("their area, in m²")}, {"count", text("one each: count them")}};
  return {"supply",
          text("How much is there?"),
          text("What places hold against the people who need it, by district: per head, missing, within reach."),
          {field("places", Type::places, text("Which places")), capacity,
           field("unit", Type::text, text("Counted in"), {}, {}, text("as the column is called")),
           field("target", Type::number, text("Orientation value"), {}, {}, text("not asked")),
           field("per", Type::number, text("for so many people"), "1"), rule,
           field("distance", Type::number, text("Within"), {}, text("m"), text("as the rule says, or not asked")), by(),
           ages(), level()}};
}

QuestionKind reach() {
  QuestionField walk = by();
  walk.usual = "walk";
  return {"reach",
          text("The 15-minute city"),
          text("How many kinds of places people have near, as an index by district and a map of homes."),
          {field("places", Type::kinds, text("Kinds of places")),
           field("minutes", Type::number, text("Within"), "15", text("minutes")),
           field("speed", Type::number, text("Walking speed"), "5", text("km/h")), walk, ages(), level()}};
}

QuestionKind sites() {
  QuestionField goal = field("goal", Type::choice, text("Goal"));
  goal.choices = {{"coverage", text("reach most people")}, {"distance", text("shortest ways for all")}};
  return {"sites",
          text("Best sites"),
          text("Which of the candidates would do most, with how far it is from the best that can exist."),
          {field("candidates", Type::places, text("Candidates")),
           optional(field("places", Type::places, text("There are already"))),
           field("count", Type::count, text("New sites"), "3"), goal,
           field("distance", Type::number, text("Within"), "500", text("m")), by(), ages()}};
}

QuestionKind compare() {
  return {
      "compare",
      text("Two scenarios"),
      text("What one set of measures does that another doesn't: whom it reaches, what it costs, who gains."),
      {field("before", Type::scenario, text("Before"), "none"), field("after", Type::scenario, text("After"), "all"),
       optional(field("places", Type::kinds, text("There are already"))),
       field("distance", Type::number, text("Within"), "500", text("m")), by(), ages(), level()}};
}

QuestionKind density() {
  QuestionField of = field("places", Type::places, text("Of what"));
  of.people = true;
  return {"density",
          text("Density"),
          text("Where places or people lie close together."),
          {of, field("radius", Type::number, text("Radius"), "300", text("m")), ages(), level()}};
}

QuestionKind equity() {
  QuestionField weight = field("weight", Type::choice, text("Each district counts"));
  weight.choices = {{"districts", text("the same")},
                    {"inhabitants", text("by its inhabitants")},
                    {"per-head", text("shared out among its inhabitants")}};
  return {"equity",
          text("Even or uneven"),
          text("How evenly a figure is spread over the districts: Lorenz curve, Gini coefficient, quarters."),
          {field("figure", Type::figure, text("Figure")), weight, level()}};
}

QuestionKind similar() {
  return {"similar",
          text("Similar districts"),
          text("Which districts are like one of them, by one or several figures."),
          {field("district", Type::district, text("Like")), field("figure", Type::figures, text("Figures")),
           field("tolerance", Type::number, text("At most"), "20", text("% off"))}};
}

}  // namespace

std::vector<QuestionKind> offered_questions() {
  return {
      {"catchment", text("Whom do they reach?"),
       text("How many people have one of the places within a distance, counted once, and where they live."),
       reach_fields(true)},
      {"gaps", text("Who is missed?"),
       text("Who has none of the places within a distance, and where the largest gaps are."), reach_fields(false)},
      supply(),
      reach(),
      compare(),
      sites(),
      {"conflicts",
       text("Conflicts"),
       text("Which measures lie in protected, flooded or planned areas, and how much of them."),
       {field("layer", Type::areas, text("Areas"))}},
      density(),
      equity(),
      similar(),
      {"trend",
       text("Over the years"),
       text("How a statistic has moved, and which districts gained or lost most."),
       {field("figure", Type::statistic, text("Statistic")), level()}},
      {"districts", text("Districts in figures"), text("Measures, cost and inhabitants of each district."), {level()}},
  };
}

std::vector<QuestionPreset> reach_presets() {
  std::vector<QuestionPreset> presets;
  for (const auto& [word, name] : playground_rules()) presets.push_back(filled_in(name, {word}, DistanceBy::walk));
  presets.push_back(filled_in(text("Playground, radii (DIN 18034-1)"), every_playground_rule(), DistanceBy::line));
  presets.push_back(filled_in(text("Public transport (SDG 11.2.1)"), {"sdg-bus", "sdg-rail"}, DistanceBy::walk));
  presets.push_back(filled_in(text("Stops (regional plan of 2005)"), {"region-bus"}, DistanceBy::line));
  return presets;
}

}  // namespace smile
