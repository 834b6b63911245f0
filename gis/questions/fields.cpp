#include "gis/questions/fields.h"

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

QuestionKind supply() {
  QuestionField rule = field("preset", Type::choice, text("Rule"));
  rule.choices = {
      {"", text("A question of my own")},
      {"din-playground-0-5", text("Playground, under 6 (DIN 18034-1)")},
      {"din-playground-6-11", text("Playground, 6 to 11 (DIN 18034-1)")},
      {"din-playground-12-17", text("Playground, from 12 (DIN 18034-1)")},
      {"din-playground-0-5;din-playground-6-11;din-playground-12-17", text("Playground, all three (DIN 18034-1)")}};
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
  return {
      {text("Playground, under 6 (DIN 18034-1): 200 m to walk"),
       {{"distance", "200"}, {"by", "walk"}, {"ages", "0-5"}}},
      {text("Playground, 6 to 11 (DIN 18034-1): 400 m to walk"),
       {{"distance", "400"}, {"by", "walk"}, {"ages", "6-11"}}},
      {text("Playground, from 12 (DIN 18034-1): 1,000 m to walk"),
       {{"distance", "1000"}, {"by", "walk"}, {"ages", "12-17"}}},
      {text("Playground, radii (DIN 18034-1): 175, 350 and 750 m straight"),
       {{"distance", "175;350;750"}, {"by", "line"}, {"ages", "0-17"}}},
      {text("Public transport (SDG 11.2.1): 500 m and 1 km to walk"),
       {{"distance", "500;1000"}, {"by", "walk"}, {"ages", ""}}},
      {text("Stops (regional plan of 2005): 600 m straight"), {{"distance", "600"}, {"by", "line"}, {"ages", ""}}},
  };
}

}  // namespace smile
