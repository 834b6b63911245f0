#pragma once
// Private to this room: the layers a question rests on, read from the plan once each and remembered as its sources.

#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "gis/analysis/asked_places.h"
#include "gis/analysis/capacity.h"
#include "gis/analysis/network.h"
#include "gis/analysis/people.h"
#include "gis/analysis/places.h"
#include "gis/plan/plan_place.h"

namespace smile {

class AskedLayers {
public:
  AskedLayers(const Plan& plan, const PlanPlace& place, const Progress& progress)
      : plan_(plan), place_(place), progress_(progress) {}

  LayerDataPtr load(const MapLayer& layer);
  /// The population in use. Throws Error{needs_answer} where there is none.
  const MapLayer& population() const;
  /// Layers in their order, then measures that are not rejected. Throws Error{not_found}.
  Places places(const AskedPlaces& asked);
  /// The same with what each holds. Areas are valid, so that they can be shared out among districts. Throws
  /// Error{usage} too: see capacity_of; for layers that by their own words count different things.
  std::pair<Places, Capacities> places_with_capacity(const AskedPlaces& asked, const AskedCapacity& capacity);
  /// Nothing where the plan has none.
  std::optional<WalkNetwork> network();

  /// Says in a method how many of the measures asked for were left out as rejected; nothing where none was.
  void add_rejected(std::vector<Text>& method) const;

  std::vector<std::string> sources;  ///< names with credits, each once

private:
  const MapLayer& layer(Id id) const;
  Places places_of_scenario(Id scenario);

  const Plan& plan_;
  const PlanPlace& place_;
  const Progress& progress_;
  std::set<Id> rejected_;
};

/// Rounded, as people write numbers in the language of the program.
std::string count_in_words(double count);
/// Whom figures speak of: "inhabitants of 0 to 5 years".
std::string who(AgeRange ages);

}  // namespace smile
