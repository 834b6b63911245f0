#include "gis/analysis/site_planning.h"

#include <algorithm>
#include <cmath>

#include "gis/analysis/asked_layers.h"
#include "gis/analysis/homes_in_reach.h"
#include "gis/analysis/reach_question.h"
#include "gis/formats/feature_values.h"

namespace smile {
namespace {

Point middle_of(const Geometry& shape) {
  return bounds(shape).centre();
}

void check(const SitePlanning& question, bool has_network) {
  if (!(question.distance_m > 0) || question.distance_m > 100'000)
    throw Error(ErrorKind::usage,
                text("Distances are metres above 0 and up to 100,000, each larger than the one before."));
  if (question.count < 1) throw Error(ErrorKind::usage, text("Say how many sites are to be chosen: 1 or more."));
  needs_network(question.by, has_network);
}

LayerData features_of(const std::vector<PlannedSite>& sites) {
  LayerData data;
  data.kind = GeometryKind::point;
  add_column(data.features, "rank", ValueColumn::Kind::integer);
  add_column(data.features, "name", ValueColumn::Kind::text);
  add_column(data.features, "gain", ValueColumn::Kind::real);
  std::int64_t rank = 0;
  for (const PlannedSite& site : sites) append_values(data, make_point(site.at), {++rank, site.name, site.gain});
  return data;
}

}  // namespace

SiteReach reach_of_each(const Places& places, std::span<const Point> homes, Millimetres limit,
                        const WalkNetwork* walked, const Progress& progress) {
  const DistanceBy by = walked != nullptr ? DistanceBy::walk : DistanceBy::line;
  SiteReach reach;
  std::vector<std::int32_t> reached;
  std::vector<double> metres;
  for (const std::vector<ReachedHome>& of_place : homes_in_reach(homes, places, limit, by, walked, progress)) {
    reached.clear(), metres.clear();
    for (const ReachedHome& one : of_place) {
      reached.push_back(static_cast<std::int32_t>(one.home));
      metres.push_back(static_cast<double>(one.distance) / 1000);
    }
    reach.add(reached, metres);
  }
  return reach;
}

SitePlan plan_sites(const SitePlanning& question, const Plan& plan, const PlanPlace& place, const Progress& progress) {
  AskedLayers asked(plan, place, progress);
  const MapLayer& population = asked.population();
  const People people = people_of(population, *asked.load(population));
  const PeopleOfAge counted = of_age(people, question.ages);
  const Places candidates = asked.places(question.candidates);
  const Places existing = asked.places(question.existing);
  const std::optional<WalkNetwork> network = question.by == DistanceBy::walk ? asked.network() : std::nullopt;
  check(question, network.has_value());
  const Millimetres limit = millimetres(question.distance_m);
  SiteQuestion asked_sites;
  asked_sites.goal = question.goal;
  asked_sites.people = counted.count;
  asked_sites.count = question.count;
  asked_sites.unreached_m = question.distance_m;
  asked_sites.candidates = reach_of_each(candidates, people.at, limit, network ? &*network : nullptr, progress);
  asked_sites.existing = reach_of_each(existing, people.at, limit, network ? &*network : nullptr, progress);
  SitePlan out;
  out.answer = choose_sites(asked_sites, question.options, progress);
  progress.check();
  for (std::size_t i = 0; i < out.answer.sites.size(); ++i) {
    const auto site = static_cast<std::size_t>(out.answer.sites[i]);
    out.sites.push_back({candidates.names[site], middle_of(candidates.shapes[site]), out.answer.gains[i]});
  }
  out.chosen = features_of(out.sites);
  out.chosen.source_crs = plan.crs;
  out.method = {site_method(asked_sites),
                question.by == DistanceBy::walk
                    ? text("Walked along the network, the way from the door to the nearest street included; people at "
                           "the middle of their cell, block or building.")
                    : text("Straight distance in the plan's system; people at the middle of their cell, block or "
                           "building.")};
  asked.add_rejected(out.method);
  if (!population.use.method.empty()) out.method.push_back({population.use.method, {}});
  out.sources = std::move(asked.sources);
  return out;
}

std::string site_name(const SitePlan& plan, std::size_t i) {
  const std::string& name = plan.sites[i].name;
  return name.empty() ? str(text("candidate {1}", plan.answer.sites[i] + 1)) : name;
}

MapLayer layer_of_sites(const std::string& name) {
  MapLayer layer;
  layer.name = name;
  layer.kind = GeometryKind::point;
  layer.style.label_field = "rank";
  layer.style.width = 14;
  layer.style.colour = "#C2410C";
  return layer;
}

std::vector<Text> sentences_of(const SitePlan& plan, const SitePlanning& question) {
  const SiteAnswer& answer = plan.answer;
  const auto sites = static_cast<std::int64_t>(plan.sites.size());
  std::vector<Text> sentences;
  if (answer.goal == SiteQuestion::Goal::coverage)
    sentences.push_back(text_n(sites, "With {1} new place {2} of {3} {4} ({5}) have one within {6} m; before, {7} had.",
                               "With {1} new places {2} of {3} {4} ({5}) have one within {6} m; before, {7} had.",
                               sites, count_in_words(answer.reached), count_in_words(answer.people), who(question.ages),
                               share_in_words(answer.reached, answer.people), count_in_words(question.distance_m),
                               count_in_words(answer.reached_before)));
  else
    sentences.push_back(text_n(sites,
                               "With {1} new place the way of {2} {3} is {4} m on average; before, it was {5} m.",
                               "With {1} new places the way of {2} {3} is {4} m on average; before, it was {5} m.",
                               sites, count_in_words(answer.people), who(question.ages),
                               count_in_words(answer.people > 0 ? answer.walked_m / answer.people : 0),
                               count_in_words(answer.people > 0 ? answer.walked_before_m / answer.people : 0)));
  sentences.push_back(how_good(answer));
  if (sites < question.count)
    sentences.push_back(text("{1} were asked for: no further candidate would add anything.", question.count));
  return sentences;
}

}  // namespace smile
