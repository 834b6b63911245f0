// analyse PLAN catchment, analyse PLAN gaps: whom places reach, and whom they don't.

#include <algorithm>
#include <cmath>
#include <iostream>
#include <nlohmann/json.hpp>

#include "gis/analysis/gaps.h"
#include "gis/intake/layers.h"
#include "gis/store/plan_file.h"
#include "gis/words/numbers.h"
#include "viewer/command/analyse.h"

namespace smile::viewer::command {
namespace {

using Json = nlohmann::ordered_json;

AgeRange ages_option(const Call& call) {
  const auto given = call.value("--ages");
  if (!given) return {};
  AgeRange range;
  char end = 0;
  const int read = std::sscanf(given->c_str(), "%d-%d%c", &range.from, &range.to, &end);
  if (read == 1 && given->back() == '+') range.to = oldest_age;
  if ((read != 2 && !(read == 1 && given->back() == '+')) || range.from < 0 || range.to < range.from)
    throw Error(ErrorKind::usage, text("“{1}” after --ages is no range of years; write 0-5 or 65+.", *given));
  return range;
}

CatchmentSettings settings_of(const Call& call, const Plan& plan) {
  CatchmentSettings settings;
  const auto distances = call.values("--distance");
  if (!distances.empty()) settings.distances_m.clear();
  for (const std::string& one : distances) {
    char* end = nullptr;
    settings.distances_m.push_back(std::strtod(one.c_str(), &end));
    if (one.empty() || *end != '\0')
      throw Error(ErrorKind::usage, text("“{1}” after {2} is no number.", one, std::string("--distance")));
  }
  std::sort(settings.distances_m.begin(), settings.distances_m.end());
  const std::string by = call.value("--by").value_or("line");
  const std::string join = call.value("--join").value_or("edge");
  if (by != "line" && by != "walk") throw Error(ErrorKind::usage, text("“{1}” after --by is none of line, walk.", by));
  if (join != "edge" && join != "node")
    throw Error(ErrorKind::usage, text("“{1}” after --join is none of edge, node.", join));
  settings.by = by == "walk" ? DistanceBy::walk : DistanceBy::line;
  settings.join = join == "node" ? JoinBy::node : JoinBy::edge;
  settings.ages = ages_option(call);
  settings.level = level_option(call, plan);
  return settings;
}

/// Everything an answer rests on, read from the plan.
struct Asked {
  PlanFile file;
  PlanPtr plan;
  CatchmentSettings settings;
  const MapLayer* population = nullptr;
  LayerDataPtr population_data;
  People people;
  Places places;
  std::string places_name;
  std::optional<WalkNetwork> network;
  std::vector<std::string> sources;  ///< names of layers, credits, dates: each once

  Asked(const Call& call, PlanFile::Mode mode)
      : file(PlanFile::open(call.words[0], mode)), plan(file.plan()), settings(settings_of(call, *plan)) {
    const auto named = call.value("--places");
    if (!named)
      throw Error(ErrorKind::usage, text("Say what people are to reach: --places LAYER, or --places measures."));
    population = population_layer(*plan);
    if (population == nullptr)
      throw Error(ErrorKind::needs_answer, text("The plan does not know where people live; add them first: "
                                                "smileplaces add PLAN population FILE."));
    population_data = load(*population);
    people = people_of(*population, *population_data);
    places_name = *named;
    if (places_name == "measures") {
      places = places_of_measures(*plan);
    } else {
      const MapLayer& layer = layer_named(*plan, places_name);
      places = places_of(layer, *load(layer));
    }
    if (settings.by == DistanceBy::walk)
      for (const MapLayerPtr& layer : plan->layers)
        if (layer->use.kind == LayerUse::Kind::network) network = network_of(*load(*layer), terminal_progress());
  }

  CatchmentInput input() const { return {*plan, people, places, network ? &*network : nullptr}; }

private:
  LayerDataPtr load(const MapLayer& layer) {
    const std::string source = layer.credit.empty() ? layer.name : layer.name + ": " + layer.credit;
    if (std::find(sources.begin(), sources.end(), source) == sources.end()) sources.push_back(source);
    return load_layer(layer, *plan, place_of(file.path()), terminal_progress());
  }
};

double rounded(double people) {
  return std::round(people * 1000) / 1000;
}

Json within(const CatchmentCount& count, const CatchmentSettings& settings) {
  Json bands = Json::array();
  for (std::size_t k = 0; k < settings.distances_m.size(); ++k)
    bands.push_back({{"distance_m", settings.distances_m[k]},
                     {"people", rounded(count.within[k])},
                     {"share", count.people > 0 ? Json(count.within[k] / count.people) : Json()}});
  return bands;
}

Json districts(const Asked& asked, const Catchment& result) {
  Json list = Json::array();
  for (const CatchmentCount& count : result.districts) {
    const District* district = find_district(*asked.plan, count.district);
    list.push_back({{"code", district ? Json(district->code) : Json()},
                    {"name", district ? Json(district->name) : Json()},
                    {"inhabitants", rounded(count.people)},
                    {"bands", within(count, asked.settings)}});
  }
  return list;
}

std::string method_in_words(const Asked& asked, const Catchment& result) {
  std::string words;
  for (const Text& sentence : result.method) words += (words.empty() ? "" : " ") + str(sentence);
  return words + " " + say(asked.population->use.method) + ".";
}

Json to_json(const Asked& asked, const Catchment& result) {
  return {{"people", rounded(result.all.within.back())},
          {"places", result.places},
          {"distance_m", asked.settings.distances_m.back()},
          {"by", asked.settings.by == DistanceBy::walk ? "walk" : "line"},
          {"ages", {{"from", asked.settings.ages.from}, {"to", asked.settings.ages.to}}},
          {"inhabitants", rounded(result.all.people)},
          {"bands", within(result.all, asked.settings)},
          {"districts", districts(asked, result)},
          {"method", method_in_words(asked, result)},
          {"crs", crs_code(asked.plan->crs)},
          {"sources", asked.sources}};
}

std::string people_in_words(double people) {
  return format_number(language(), std::round(people));
}

std::string share_in_words(double part, double whole) {
  return whole > 0 ? format_number(language(), 100 * part / whole, 1) + " %" : std::string("–");
}

/// "children" of 0–17, and so on: whom the figures speak of.
std::string who(AgeRange ages) {
  if (ages.everybody()) return say("inhabitants");
  if (ages.to >= oldest_age) return str(text("inhabitants of {1} years and more", ages.from));
  return str(text("inhabitants of {1} to {2} years", ages.from, ages.to));
}

void print_sentences(const Asked& asked, const Catchment& result) {
  for (std::size_t k = 0; k < asked.settings.distances_m.size(); ++k) {
    const std::string far = format_number(language(), asked.settings.distances_m[k]);
    const Text sentence =
        asked.settings.by == DistanceBy::walk
            ? text_n(result.places, "{1} of {2} {3} ({4}) have at most {5} m to walk to the one place.",
                     "{1} of {2} {3} ({4}) have at most {5} m to walk to the nearest of {6} places.",
                     people_in_words(result.all.within[k]), people_in_words(result.all.people),
                     who(asked.settings.ages), share_in_words(result.all.within[k], result.all.people), far,
                     result.places)
            : text_n(result.places, "{1} of {2} {3} ({4}) live within {5} m, straight, of the one place.",
                     "{1} of {2} {3} ({4}) live within {5} m, straight, of the nearest of {6} places.",
                     people_in_words(result.all.within[k]), people_in_words(result.all.people),
                     who(asked.settings.ages), share_in_words(result.all.within[k], result.all.people), far,
                     result.places);
    std::cout << str(sentence) << "\n";
  }
}

void print_table(const Asked& asked, const Catchment& result) {
  std::cout << "\n" << say("Code") << "\t" << say("District") << "\t" << say("Inhabitants");
  for (const double far : asked.settings.distances_m)
    std::cout << "\t" << str(text("within {1} m", format_number(language(), far))) << "\t%";
  std::cout << "\n";
  for (const CatchmentCount& count : result.districts) {
    const District* district = find_district(*asked.plan, count.district);
    std::cout << (district ? district->code : "") << "\t" << (district ? district->name : say("outside")) << "\t"
              << people_in_words(count.people);
    for (const double reached : count.within)
      std::cout << "\t" << people_in_words(reached) << "\t" << share_in_words(reached, count.people);
    std::cout << "\n";
  }
}

void print_foot(const Asked& asked, const Catchment& result) {
  std::cout << "\n" << method_in_words(asked, result) << "\n" << say("Sources") << ": ";
  for (std::size_t i = 0; i < asked.sources.size(); ++i) std::cout << (i == 0 ? "" : " · ") << asked.sources[i];
  std::cout << "\n";
}

void print_gaps(const Asked& asked, const Catchment& result, const Gaps& gaps) {
  std::cout << str(text("{1} of {2} {3} ({4}) are not reached within {5} m.", people_in_words(gaps.not_reached),
                        people_in_words(gaps.people), who(asked.settings.ages),
                        share_in_words(gaps.not_reached, gaps.people),
                        format_number(language(), asked.settings.distances_m.back())))
            << "\n\n"
            << say("Largest gaps") << "\n";
  constexpr std::size_t most = 10;
  for (std::size_t i = 0; i < std::min(most, gaps.gaps.size()); ++i) {
    const Gap& gap = gaps.gaps[i];
    std::cout << people_in_words(gap.people) << "\t" << (gap.name.empty() ? say("outside") : gap.name) << "\t"
              << std::llround(gap.at.x) << " " << std::llround(gap.at.y) << "\n";
  }
  print_table(asked, result);
  print_foot(asked, result);
}

Json to_json(const Asked& asked, const Catchment& result, const Gaps& gaps) {
  Json list = Json::array();
  for (const Gap& gap : gaps.gaps)
    list.push_back({{"people", rounded(gap.people)}, {"district", gap.name}, {"x", gap.at.x}, {"y", gap.at.y}});
  Json out = to_json(asked, result);
  out["not_reached"] = rounded(gaps.not_reached);
  out["gaps"] = list;
  return out;
}

/// The homes that are not reached, as a layer in classes.
void take_gaps(Asked& asked, const Catchment& result, const std::string& name) {
  const LayerData data = gap_features(result, asked.people, *asked.population_data);
  if (data.features.size() == 0) return;
  MapLayer layer;
  layer.name = name;
  layer.credit = asked.population->credit;
  layer.kind = data.kind;
  layer.style.method = StyleMethod::classes;
  layer.style.field = "not_reached";
  const auto tables = asked.file.take_features(data, name, asked.plan->crs, terminal_progress());
  asked.file.save(std::make_shared<const Plan>(add_taken(layer, tables, asked.plan->crs).apply(*asked.plan)));
}

}  // namespace

int analyse_catchment(const Call& call) {
  const Asked asked(call, PlanFile::Mode::read);
  const Catchment result = catchment(asked.settings, asked.input(), terminal_progress());
  if (call.json()) {
    print_json(to_json(asked, result));
  } else {
    print_sentences(asked, result);
    print_table(asked, result);
    print_foot(asked, result);
  }
  return exit_code({});
}

int analyse_gaps(const Call& call) {
  const auto name = call.value("--layer-name");
  Asked asked(call, name ? PlanFile::Mode::write : PlanFile::Mode::read);
  const Catchment result = catchment(asked.settings, asked.input(), terminal_progress());
  const Gaps gaps = gaps_of(result, asked.input(), asked.settings.level);
  if (name) take_gaps(asked, result, *name);
  if (call.json())
    print_json(to_json(asked, result, gaps));
  else
    print_gaps(asked, result, gaps);
  return exit_code({});
}

}  // namespace smile::viewer::command
