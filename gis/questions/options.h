#pragma once
// What the options of a question say: read in one place for the command line, the window and asking again. All
// functions throw Error{usage} for a word that can't be read, Error{not_found} for a layer or level that isn't there.

#include <string>
#include <string_view>
#include <vector>

#include "gis/analysis/compare.h"
#include "gis/analysis/density.h"
#include "gis/analysis/equity.h"
#include "gis/analysis/kinds_question.h"
#include "gis/analysis/reach_question.h"
#include "gis/analysis/similar.h"
#include "gis/analysis/site_planning.h"
#include "gis/analysis/supply_question.h"
#include "gis/analysis/trend.h"
#include "gis/plan/finding.h"

namespace smile {

/// How far, as it was asked.
struct AskedDistances {
  std::vector<double> metres;  ///< rising; empty: nobody said
  double speed_kmh = 0;        ///< above 0: they were asked as minutes at this speed
};

class QuestionOptions {
public:
  QuestionOptions(const Question& question, const Plan& plan) : question_(question), plan_(plan) {}

  const Question& question() const { return question_; }
  const Plan& plan() const { return plan_; }
  bool has(std::string_view key) const;
  /// "" where it isn't given.
  std::string word(std::string_view key) const;
  /// One of several words; the first where it isn't given.
  std::size_t one_of(std::string_view key, const std::vector<std::string>& words) const;
  double number(std::string_view key, double otherwise) const;
  /// What semicolons separate.
  std::vector<std::string> words(std::string_view key) const;
  std::vector<double> numbers(std::string_view key) const;

  AgeRange ages() const;  ///< "ages": "0-5", "65+"; everybody
  /// "by": "line", "walk"; where it isn't given as the question has it.
  DistanceBy by(DistanceBy otherwise = DistanceBy::line) const;
  /// "distance" in metres, or "minutes" at "speed" km/h (5).
  AskedDistances distances() const;
  Id level() const;                         ///< "level": its name; 0: as the question has it
  Id district(std::string_view key) const;  ///< by its code or name, of the coarsest level; 0 where it isn't given
  Id layer(std::string_view key) const;     ///< its id; 0 where it isn't given
  /// Ids of layers, "measures", "scenario:<id>", separated by semicolons.
  AskedPlaces places(std::string_view key) const;
  /// "scenario:<id>", "all" (0), "none" (nothing): measures as AskedPlaces has them.
  std::optional<Id> measures(std::string_view key) const;

private:
  const Question& question_;
  const Plan& plan_;
};

/// Whether the values of an option are places: ids of layers, "measures", "scenario:<id>".
bool names_places(std::string_view key);
/// The layer that one word of an option names; nullptr: none, or one that isn't there.
const MapLayer* layer_named(std::string_view key, const std::string& word, const Plan& plan);
/// Whether it is measures: "scenario:<id>", "all", "none".
bool names_measures(std::string_view key);

/// The question behind "catchment" and "gaps".
ReachQuestion reach_question(const QuestionOptions& options);
/// Behind "supply" and "reach".
SupplyQuestion supply_question(const QuestionOptions& options);
KindsQuestion kinds_question(const QuestionOptions& options);
/// Behind "sites" and "density".
SitePlanning site_question(const QuestionOptions& options);
DensityQuestion density_question(const QuestionOptions& options);
/// Behind "trend".
TrendQuestion trend_question(const QuestionOptions& options);
/// The layer behind "conflicts".
Id conflict_areas(const QuestionOptions& options);
EquityQuestion equity_question(const QuestionOptions& options);
SimilarQuestion similar_question(const QuestionOptions& options);
/// As "weight" has it.
std::string_view word(Weighing weighing);

/// Behind "compare".
ComparisonQuestion comparison_question(const QuestionOptions& options);

/// "0-5" of a range of ages, "" of everybody.
std::string written(AgeRange ages);
/// As places() reads it.
std::string written(const AskedPlaces& places);
/// "Spielplätze, measures of “Variante A”": names instead of ids.
std::string in_words(const AskedPlaces& places, const Plan& plan);

}  // namespace smile
