#pragma once
// The question planners ask, and its answer in sentences: whom do these places reach, whom not? The same for window and
// command line. Everything it rests on is read from the plan.

#include <string>
#include <utility>
#include <vector>

#include "gis/analysis/asked_places.h"
#include "gis/analysis/gaps.h"
#include "gis/plan/plan_place.h"

namespace smile {

struct ReachQuestion {
  AskedPlaces places;
  CatchmentSettings settings;
  bool ground = false;  ///< the areas that are reached are wanted too
};

struct ReachAnswer {
  ReachQuestion question;
  Catchment catchment;
  Gaps gaps;              ///< beyond the last distance
  LayerData not_reached;  ///< see gap_features; in the plan's system
  LayerData ground;       ///< see area_features; empty where it was not asked for
  std::string population_credit;
  std::vector<Text> method;          ///< sentences, that of the population last
  std::vector<std::string> sources;  ///< layers with their credits, each once
};

/// Throws as catchment() and load_layer(), Error{needs_answer} where the plan does not know where people live,
/// {not_found} for a layer that isn't there.
ReachAnswer answer(const ReachQuestion& question, const Plan& plan, const PlanPlace& place,
                   const Progress& progress = {});
/// Straight and walked about the same places, those of the first: what they rest on is read once. The answers are those
/// of answer().
std::pair<ReachAnswer, ReachAnswer> answer_both(const ReachQuestion& straight, const ReachQuestion& walked,
                                                const Plan& plan, const PlanPlace& place,
                                                const Progress& progress = {});

/// One sentence for each distance, in the language of the program.
std::vector<Text> sentences_of(const ReachAnswer& answer);
/// Who is not reached within the last distance.
Text gap_sentence(const ReachAnswer& answer);

/// A layer that shows who is not reached: in classes, with the credit of the population; source and number are open.
MapLayer layer_of_gaps(const ReachAnswer& answer, const std::string& name);

/// A layer that shows the ground, the nearest darkest.
MapLayer layer_of_ground(const ReachAnswer& answer, const std::string& name);

/// "84.6 %"; "–" of nobody.
std::string share_in_words(double part, double whole);

}  // namespace smile
