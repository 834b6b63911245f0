#pragma once
// Best sites asked of a plan: candidates and existing places from its layers, people and network as for catchments.
// Which of them are best stands in site_choice.h.

#include "gis/analysis/asked_places.h"
#include "gis/analysis/people.h"
#include "gis/analysis/reach.h"
#include "gis/analysis/site_choice.h"
#include "gis/plan/plan_place.h"

namespace smile {

struct SitePlanning {
  AskedPlaces candidates;
  AskedPlaces existing;  ///< none: there is nothing yet
  std::int64_t count = 1;
  double distance_m = 500;  ///< reached within; Goal::distance: what is counted for people without a nearer place
  DistanceBy by = DistanceBy::line;
  SiteQuestion::Goal goal = SiteQuestion::Goal::coverage;
  AgeRange ages;
  SiteOptions options;
};

struct PlannedSite {
  std::string name;  ///< "" where nobody knows
  Point at;          ///< plan's system: the site, or the middle of it
  double gain = 0;   ///< people, or metres saved
};

struct SitePlan {
  SiteAnswer answer;
  std::vector<PlannedSite> sites;
  LayerData chosen;  ///< the chosen sites, with rank, name and gain: what a map shows
  std::vector<Text> method;
  std::vector<std::string> sources;
};

/// Throws as answer() of reach_question.h; Error{usage} for a distance or count that is none; {cancelled}.
SitePlan plan_sites(const SitePlanning& question, const Plan& plan, const PlanPlace& place,
                    const Progress& progress = {});

/// Whom each place reaches within the limit. walked: along the network, the way to it included.
SiteReach reach_of_each(const Places& places, std::span<const Point> homes, Millimetres limit,
                        const WalkNetwork* walked, const Progress& progress = {});

/// Of the i-th chosen one: "candidate 7" where nobody knows its name.
std::string site_name(const SitePlan& plan, std::size_t i);
/// A layer that shows the chosen ones with their rank; source and number are open.
MapLayer layer_of_sites(const std::string& name);

/// "10 new places reach 63,347 of 209,000 inhabitants (30.3 %); before it were 0." and how good that is.
std::vector<Text> sentences_of(const SitePlan& plan, const SitePlanning& question);

}  // namespace smile
