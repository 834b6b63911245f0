#include "gis/analysis/kinds_question.h"

#include <algorithm>
#include <optional>

#include "gis/analysis/asked_layers.h"
#include "gis/analysis/home_features.h"
#include "gis/analysis/reach_question.h"
#include "gis/analysis/walking_time.h"
#include "gis/plan/topic_look.h"

namespace smile {
namespace {

struct AskedKind {
  std::string name;
  AskedPlaces places;
};

/// In the order they were named. A kind of one layer is called as that: people chose its name.
std::vector<AskedKind> kinds_of(const AskedPlaces& asked, const Plan& plan) {
  std::vector<AskedKind> kinds;
  for (const Id id : asked.layers) {
    const MapLayer* layer = find_layer(plan, id);
    if (layer == nullptr) throw Error(ErrorKind::not_found, text("The plan has no layer {1}.", std::to_string(id)));
    const std::string& word = layer->use.place_kind;
    const auto same = std::find_if(kinds.begin(), kinds.end(), [&](const AskedKind& kind) {
      const auto& layers = kind.places.layers;
      return (!word.empty() && kind.name == word) || std::find(layers.begin(), layers.end(), id) != layers.end();
    });
    if (same == kinds.end())
      kinds.push_back({word.empty() ? layer->name : word, {{id}, std::nullopt}});
    else if (same->places.layers.back() != id)
      same->places.layers.push_back(id);
  }
  for (AskedKind& kind : kinds)
    if (kind.places.layers.size() == 1) kind.name = find_layer(plan, kind.places.layers.front())->name;
  if (!asked.measures) return kinds;
  const Scenario* scenario = find_scenario(plan, *asked.measures);
  kinds.push_back({scenario ? scenario->name : say("measures"), {{}, asked.measures}});
  return kinds;
}

LayerData features_of(const KindsReached& reached, const People& people, const LayerData& population) {
  return home_features(people, population, {{"kinds", ValueColumn::Kind::integer}, {"people", ValueColumn::Kind::real}},
                       [&](std::size_t i) -> std::vector<FeatureValue> {
                         if (!(reached.counted[i] > 0)) return {};
                         return {std::int64_t{reached.of_home[i]}, reached.counted[i]};
                       });
}

const DistrictKinds* worst(const KindsReached& reached) {
  const DistrictKinds* worst = nullptr;
  for (const DistrictKinds& row : reached.districts)
    if (row.district != 0 && row.index && (worst == nullptr || *row.index < *worst->index)) worst = &row;
  return worst;
}

Text index_sentence(const KindsAnswer& answer) {
  const KindsSettings& settings = answer.question.settings;
  const std::string far = far_in_words(settings.distance_m, settings.speed_kmh);
  const DistrictKinds& all = answer.reached.everybody;
  const std::string index = share_in_words(*all.index, 1), people = count_in_words(all.people),
                    reached = count_in_words(all.all), whom = who(settings.ages);
  const auto kinds = static_cast<std::int64_t>(answer.kinds.size());
  const bool walk = settings.by == DistanceBy::walk;
  if (kinds == 1)
    return walk ? text("{1} of {2} {3} ({4}) have a place at most {5} on foot away.", reached, people, whom, index, far)
                : text("{1} of {2} {3} ({4}) have a place within {5}, straight.", reached, people, whom, index, far);
  return walk ? text("On average, {1} of the {2} kinds of places are at most {3} on foot away.", index, kinds, far)
              : text("On average, {1} of the {2} kinds of places are within {3}, straight.", index, kinds, far);
}

void add_extremes(std::vector<Text>& sentences, const KindsAnswer& answer, const Plan& plan) {
  if (const DistrictKinds* lowest = worst(answer.reached))
    if (const District* district = find_district(plan, lowest->district))
      sentences.push_back(text("The lowest index has {1}: {2}.", district->name, share_in_words(*lowest->index, 1)));
  const auto& by_kind = answer.reached.everybody.by_kind;
  if (by_kind.size() < 2) return;
  const auto rarest = std::min_element(by_kind.begin(), by_kind.end());
  sentences.push_back(text("Most often out of reach: {1}; {2} have it.",
                           answer.kinds[static_cast<std::size_t>(rarest - by_kind.begin())],
                           share_in_words(*rarest, answer.reached.everybody.people)));
}

}  // namespace

KindsAnswer answer(const KindsQuestion& question, const Plan& plan, const PlanPlace& place, const Progress& progress) {
  AskedLayers asked(plan, place, progress);
  const MapLayer& population = asked.population();
  const LayerDataPtr homes = asked.load(population);
  const People people = people_of(population, *homes);
  std::vector<PlaceKind> kinds;
  for (const AskedKind& kind : kinds_of(question.places, plan)) kinds.push_back({kind.name, asked.places(kind.places)});
  const std::optional<WalkNetwork> network = question.settings.by == DistanceBy::walk ? asked.network() : std::nullopt;
  KindsAnswer out;
  out.question = question;
  out.reached = kinds_reached(question.settings, kinds, plan, people, network ? &*network : nullptr, progress);
  for (const PlaceKind& kind : kinds) {
    out.kinds.push_back(kind.name);
    out.places.push_back(static_cast<std::int64_t>(kind.places.size()));
  }
  out.homes = features_of(out.reached, people, *homes);
  out.credit = population.credit;
  out.method = out.reached.method;
  asked.add_rejected(out.method);
  if (!population.use.method.empty()) out.method.push_back({population.use.method, {}});
  out.sources = std::move(asked.sources);
  return out;
}

std::vector<Text> sentences_of(const KindsAnswer& answer, const Plan& plan) {
  std::vector<Text> sentences;
  const DistrictKinds& all = answer.reached.everybody;
  const AgeRange ages = answer.question.settings.ages;
  if (!all.index) {
    sentences.push_back(text("There are no {1} in the plan who could reach a place.", who(ages)));
  } else {
    sentences.push_back(index_sentence(answer));
    if (answer.kinds.size() > 1)
      sentences.push_back(text("Of {1} {2} {3} ({4}) have every kind in reach, {5} ({6}) none.",
                               count_in_words(all.people), who(ages), count_in_words(all.all),
                               share_in_words(all.all, all.people), count_in_words(all.none),
                               share_in_words(all.none, all.people)));
    add_extremes(sentences, answer, plan);
  }
  for (std::size_t k = 0; k < answer.kinds.size(); ++k)
    if (answer.places[k] == 0)
      sentences.push_back(text("“{1}” has no place on the map; nobody reaches this kind.", answer.kinds[k]));
  return sentences;
}

MapLayer layer_of_kinds(const KindsAnswer& answer, const std::string& name) {
  MapLayer layer;
  layer.name = name;
  layer.credit = answer.credit;
  layer.kind = answer.homes.kind;
  layer.style.field = "kinds";
  layer.style.ramp = "green";
  constexpr std::size_t most_categories = 10;
  layer.style.method = answer.kinds.size() < most_categories ? StyleMethod::categories : StyleMethod::classes;
  if (layer.style.method == StyleMethod::classes) return layer;
  const auto colours = ramp_colours("green", static_cast<int>(answer.kinds.size()) + 1);
  for (std::size_t count = 0; count <= answer.kinds.size(); ++count)
    layer.style.categories.push_back({std::to_string(count), colours[count]});
  return layer;
}

}  // namespace smile
