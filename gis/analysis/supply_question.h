#pragma once
// How much of some places there is for the people who need them, asked of a plan: for one or several ages at once.

#include <string>
#include <vector>

#include "gis/analysis/asked_places.h"
#include "gis/analysis/supply.h"
#include "gis/plan/plan_place.h"

namespace smile {

struct SupplyQuestion {
  AskedPlaces places;
  AskedCapacity capacity;
  std::string unit;                    ///< what capacity counts, "seats"; "": m², places or the column's name
  std::vector<SupplySettings> groups;  ///< at least one; they differ in ages and distance
};

struct SupplyAnswer {
  SupplyQuestion question;
  std::string unit;
  std::vector<Supply> groups;
  std::int64_t places = 0;
  std::int64_t unknown = 0;  ///< of these: nobody knows what they hold
  std::string credit;        ///< of the population
  std::vector<Text> method;
  std::vector<std::string> sources;
};

/// Throws as supply() and capacity_of(), Error{needs_answer} where the plan does not know where people live or no place
/// says what it holds, {not_found} for a layer that isn't there.
SupplyAnswer answer(const SupplyQuestion& question, const Plan& plan, const PlanPlace& place,
                    const Progress& progress = {});

/// The message first; what is not known last.
std::vector<Text> sentences_of(const SupplyAnswer& answer, const Plan& plan);

/// "per person", "per 1,000 people".
std::string per_in_words(double per);

/// Digits behind the point that are worth reading: of 412.3 none, 16.2 one, 1.53 two, 0.0014 four.
int digits_read(double value);

/// The districts with their figures, and a layer that shows how they are covered (without a target: how many are
/// reached, else the ratio). Empty without districts.
LayerData supply_features(const SupplyAnswer& answer, const Plan& plan);
MapLayer layer_of_supply(const SupplyAnswer& answer, const std::string& name);

}  // namespace smile
