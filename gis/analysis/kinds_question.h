#pragma once
// The city of short ways, asked of a plan: which kinds of places are in reach of whom.

#include <string>
#include <vector>

#include "gis/analysis/asked_places.h"
#include "gis/analysis/kinds_reached.h"
#include "gis/plan/plan_place.h"

namespace smile {

struct KindsQuestion {
  AskedPlaces places;  ///< a layer is a kind by itself; layers of the same LayerUse::place_kind are one together
  KindsSettings settings;
};

struct KindsAnswer {
  KindsQuestion question;
  std::vector<std::string> kinds;
  std::vector<std::int64_t> places;  ///< of each kind
  KindsReached reached;
  LayerData homes;     ///< the population's features where people of the age live, with the number of kinds ("kinds")
  std::string credit;  ///< of the population
  std::vector<Text> method;
  std::vector<std::string> sources;
};

/// Throws as kinds_reached() and load_layer(), Error{needs_answer} where the plan does not know where people live,
/// {not_found} for a layer that isn't there.
KindsAnswer answer(const KindsQuestion& question, const Plan& plan, const PlanPlace& place,
                   const Progress& progress = {});

/// The message first; kinds without any place last.
std::vector<Text> sentences_of(const KindsAnswer& answer, const Plan& plan);

/// A layer that shows the homes by the number of kinds.
MapLayer layer_of_kinds(const KindsAnswer& answer, const std::string& name);

}  // namespace smile
