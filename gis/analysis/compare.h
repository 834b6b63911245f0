#pragma once
// Two scenarios side by side: measures, likely one-off costs and whom they reach, for the city and by district, before,
// after and the difference. The same for window and command line.

#include <optional>
#include <string>
#include <vector>

#include "gis/analysis/catchment.h"
#include "gis/plan/plan_place.h"

namespace smile {

struct ComparisonQuestion {
  std::optional<Id> before;  ///< a scenario, 0: all measures; nothing: none
  std::optional<Id> after;
  std::vector<Id> places;      ///< layers of places that are there anyway
  bool needs_people = false;   ///< whom they reach was asked for; else it is told where the plan knows it
  CatchmentSettings settings;  ///< of one distance; its level holds for all figures
};

struct ComparedFigures {
  std::int64_t measures = 0;  ///< a measure of several districts counts in each
  Money cost;                 ///< likely, one-off; cents as in district_figures()
  std::int64_t without_cost = 0;
  double reached = 0;
};

struct ComparedRow {
  enum class Where : std::uint8_t { district, outside, no_place, all };
  Where where = Where::district;
  Id district = 0;
  double people = 0;  ///< of the age
  ComparedFigures before, after;

  double more_reached() const { return after.reached - before.reached; }
  /// Of its people, -1 to 1; nothing of nobody.
  std::optional<double> more_of_people() const;
};

struct ComparisonAnswer {
  ComparisonQuestion question;
  bool people = false;            ///< whom they reach was counted
  ComparedRow all;                ///< each measure once, everybody once
  std::vector<ComparedRow> rows;  ///< districts in the plan's order, then what lies outside and what has no place, if
                                  ///< anything does; costs and people add up to those of all
  double gained = 0;              ///< people that are reached only after …
  double lost = 0;                ///< … and only before
  std::vector<Id> only_before, only_after;  ///< measures that are not rejected, in the plan's order
  LayerData changed;                        ///< see changed_features(); in the plan's system
  std::string population_credit;
  std::vector<Text> method;          ///< sentences, that of the population last
  std::vector<std::string> sources;  ///< layers with their credits, each once
};

/// Throws as catchment() and load_layer(), Error{usage} for more than one distance, {not_found} for a layer that isn't
/// there, {needs_answer} where people are needed and the plan does not know where they live.
ComparisonAnswer answer(const ComparisonQuestion& question, const Plan& plan, const PlanPlace& place,
                        const Progress& progress = {});

/// The message first: people, then money, measures and who gains and loses most.
std::vector<Text> sentences_of(const ComparisonAnswer& answer, const Plan& plan);
/// "“Variante A”", "all measures", "no measures".
std::string compared_in_words(const std::optional<Id>& measures, const Plan& plan);

/// The row's district, "outside", "without a place", "City".
std::string name_of(const ComparedRow& row, const Plan& plan);

/// The population's features of which more or fewer people are reached, with how many ("difference", below 0: fewer).
LayerData changed_features(const Catchment& before, const Catchment& after, const People& people,
                           const LayerData& population);
/// A layer that shows them in classes that mirror each other around 0; source and number are open.
MapLayer layer_of_changes(const ComparisonAnswer& answer, const std::string& name);

}  // namespace smile
