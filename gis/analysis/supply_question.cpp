#include "gis/analysis/supply_question.h"

#include <algorithm>
#include <cmath>

#include "gis/analysis/asked_layers.h"
#include "gis/analysis/needed.h"
#include "gis/analysis/reach_question.h"
#include "gis/analysis/walking_time.h"
#include "gis/words/numbers.h"

namespace smile {
namespace {

/// How columns of areas end: "flaeche_m2".
constexpr std::string_view square_metres[] = {"m2", "m²", "qm"};

std::string unit_of(const SupplyQuestion& question, const Plan& plan) {
  if (!question.unit.empty()) return question.unit;
  AskedCapacity used = question.capacity;
  if (!question.places.layers.empty())
    if (const MapLayer* layer = find_layer(plan, question.places.layers.front())) used = capacity_used(used, *layer);
  if (used.by == CapacityBy::count) return say("sites");
  const bool area = used.by == CapacityBy::area || std::any_of(std::begin(square_metres), std::end(square_metres),
                                                               [&](auto end) { return used.field.ends_with(end); });
  return area || used.field.empty() ? std::string("m²") : used.field;
}

bool walks(const SupplySettings& settings) {
  return settings.distance_m > 0 && settings.by == DistanceBy::walk;
}

void check_known(const SupplyAnswer& out) {
  if (out.places > 0 && out.unknown == out.places)
    throw Needed(
        text_n(out.places, "The one place doesn't say how much it holds: choose the column that does, or count places.",
               "None of the {1} places says how much it holds: choose the column that does, or count places.",
               out.places),
        "--capacity FIELD, --capacity count");
}

std::string amount(double value) {
  return format_number(language(), value, value == std::round(value) ? 0 : digits_read(value));
}

Text supply_sentence(const SupplyAnswer& answer, std::size_t group) {
  const DistrictSupply& all = answer.groups[group].all;
  const SupplySettings& settings = answer.question.groups[group];
  if (!all.ratio) return text("There are no {1} in the plan who could need a place.", who(settings.ages));
  return text("{1} {2} have {3} {4}: {5} {4} {6}.", count_in_words(all.people), who(settings.ages),
              amount(*all.capacity), answer.unit, amount(*all.ratio), per_in_words(settings.per));
}

const DistrictSupply* most_missing(const Supply& supply) {
  const auto less = [](const DistrictSupply& a, const DistrictSupply& b) {
    return a.missing.value_or(0) < b.missing.value_or(0);
  };
  const auto most = std::max_element(supply.districts.begin(), supply.districts.end(), less);
  return most == supply.districts.end() || !(most->missing.value_or(0) > 0) ? nullptr : &*most;
}

void add_target(std::vector<Text>& sentences, const SupplyAnswer& answer, std::size_t group, const Plan& plan) {
  const Supply& supply = answer.groups[group];
  const SupplySettings& settings = answer.question.groups[group];
  const DistrictSupply& all = supply.all;
  if (!settings.target || !all.coverage) return;
  sentences.push_back(text("Orientation value: {1} {2} {3}. There is {4} of what is needed ({5} {2}).",
                           *settings.target, answer.unit, per_in_words(settings.per),
                           share_in_words(*all.capacity, *all.need), amount(*all.need)));
  const DistrictSupply* most = most_missing(supply);
  if (most == nullptr && all.missing == 0.0)
    sentences.push_back(text("Nothing is missing."));
  else if (most == nullptr)
    sentences.push_back(text("{1} {2} are missing.", amount(*all.missing), answer.unit));
  else if (const District* district = find_district(plan, most->district); district && most->missing == all.missing)
    sentences.push_back(
        text("{1} {2} are missing, all of it in {3}.", amount(*all.missing), answer.unit, district->name));
  else if (district)
    sentences.push_back(text("{1} {2} are missing, most of it in {3}: {4} {2}.", amount(*all.missing), answer.unit,
                             district->name, amount(*most->missing)));
  else
    sentences.push_back(text("{1} {2} are missing, most of it outside the districts: {3} {2}.", amount(*all.missing),
                             answer.unit, amount(*most->missing)));
}

void add_reach(std::vector<Text>& sentences, const SupplyAnswer& answer, std::size_t group) {
  const DistrictSupply& all = answer.groups[group].all;
  const SupplySettings& settings = answer.question.groups[group];
  if (!(settings.distance_m > 0) || !(all.people > 0)) return;
  const std::string far = far_in_words(settings.distance_m, settings.speed_kmh);
  const std::string share = share_in_words(all.reached, all.people), reached = count_in_words(all.reached);
  const std::string mean = amount(all.in_reach.value_or(0)), per = per_in_words(settings.per);
  sentences.push_back(
      settings.by == DistanceBy::walk
          ? text("{1} of them ({2}) have at most {3} to walk to a place; on average {4} {5} {6} are in reach.", reached,
                 share, far, mean, answer.unit, per)
          : text("{1} of them ({2}) live within {3}, straight, of a place; on average {4} {5} {6} are in reach.",
                 reached, share, far, mean, answer.unit, per));
}

}  // namespace

SupplyAnswer answer(const SupplyQuestion& question, const Plan& plan, const PlanPlace& place,
                    const Progress& progress) {
  AskedLayers asked(plan, place, progress);
  const MapLayer& population = asked.population();
  const People people = people_of(population, *asked.load(population));
  const auto [places, capacities] = asked.places_with_capacity(question.places, question.capacity);
  const bool walked = std::any_of(question.groups.begin(), question.groups.end(), walks);
  const std::optional<WalkNetwork> network = walked ? asked.network() : std::nullopt;
  SupplyAnswer out;
  out.question = question;
  out.unit = unit_of(question, plan);
  out.places = static_cast<std::int64_t>(places.size());
  out.unknown = std::count(capacities.begin(), capacities.end(), std::nullopt);
  check_known(out);
  const CatchmentInput input{plan, people, places, network ? &*network : nullptr};
  for (const SupplySettings& settings : question.groups) {
    out.groups.push_back(supply(settings, input, capacities, progress));
    for (const Text& sentence : out.groups.back().method)
      if (std::find(out.method.begin(), out.method.end(), sentence) == out.method.end()) out.method.push_back(sentence);
  }
  asked.add_rejected(out.method);
  if (!population.use.method.empty()) out.method.push_back({population.use.method, {}});
  out.credit = population.credit;
  out.sources = std::move(asked.sources);
  return out;
}

int digits_read(double value) {
  constexpr double most_digits = 6;
  const double size = std::abs(value);
  if (size >= 100 || size == 0) return 0;
  return size >= 10 ? 1 : size >= 1 ? 2 : static_cast<int>(std::min(most_digits, 1 - std::floor(std::log10(size))));
}

std::string per_in_words(double per) {
  return str(per == 1 ? text("per person") : text("per {1} people", per));
}

std::vector<Text> sentences_of(const SupplyAnswer& answer, const Plan& plan) {
  std::vector<Text> sentences;
  if (answer.places == 0) sentences.push_back(text("None of these has a place on the map; so there is no capacity."));
  for (std::size_t group = 0; group < answer.groups.size(); ++group) {
    sentences.push_back(supply_sentence(answer, group));
    add_target(sentences, answer, group, plan);
    add_reach(sentences, answer, group);
  }
  if (answer.unknown > 0)
    sentences.push_back(text_n(answer.unknown,
                               "{1} of {2} places doesn't say how much it holds; it is left out, not taken for 0.",
                               "{1} of {2} places don't say how much they hold; they are left out, not taken for 0.",
                               answer.unknown, answer.places));
  return sentences;
}

}  // namespace smile
