#include "gis/analysis/reach_question.h"

#include <optional>

#include "gis/analysis/asked_layers.h"
#include "gis/analysis/reached_area.h"
#include "gis/analysis/walking_time.h"
#include "gis/formats/feature_columns.h"
#include "gis/words/numbers.h"

namespace smile {

namespace {

/// What a question about reach rests on, read from the plan.
struct ReachLayers {
  const MapLayer& population;
  LayerDataPtr homes;
  People people;
  Places places;
  std::vector<Text> method;  ///< what is to be said of how they were read
};

ReachLayers read_layers(const AskedPlaces& places, AskedLayers& asked) {
  const MapLayer& population = asked.population();
  const LayerDataPtr homes = asked.load(population);
  ReachLayers read{population, homes, people_of(population, *homes), asked.places(places), {}};
  asked.add_rejected(read.method);
  if (!population.use.method.empty()) read.method.push_back({population.use.method, {}});
  return read;
}

/// sources: of all that was read for it.
ReachAnswer answer_from(const ReachQuestion& question, const ReachLayers& read, const CatchmentInput& input,
                        std::vector<std::string> sources, const Progress& progress) {
  ReachAnswer out;
  out.question = question;
  out.catchment = catchment(question.settings, input, progress);
  out.gaps = gaps_of(out.catchment, input, question.settings.level);
  if (question.ground) {
    progress.report(text("Drawing the ground they reach"), -1);
    out.ground = area_features(reached_areas(question.settings, input, progress), question.settings.distances_m);
  }
  out.not_reached = gap_features(out.catchment, read.people, *read.homes);
  out.population_credit = read.population.credit;
  out.method = out.catchment.method;
  out.method.insert(out.method.end(), read.method.begin(), read.method.end());
  out.sources = std::move(sources);
  return out;
}

/// People just outside of the city have their row in the table; what is said of the city leaves them out.
CatchmentCount count_of_city(const Catchment& result) {
  CatchmentCount city{0, 0, std::vector<double>(result.all.within.size())};
  bool any = false;
  for (const CatchmentCount& count : result.districts) {
    if (count.district == 0) continue;
    any = true;
    city.people += count.people;
    for (std::size_t k = 0; k < city.within.size(); ++k) city.within[k] += count.within[k];
  }
  return any ? city : result.all;
}

/// Measures alone are called so; together with features of layers they are places.
bool only_measures(const ReachAnswer& answer) {
  return answer.question.places.measures && answer.question.places.layers.empty();
}

Text nobody_reached(const ReachAnswer& answer) {
  const std::string all = count_in_words(count_of_city(answer.catchment).people);
  const std::string people = who(answer.question.settings.ages);
  return only_measures(answer)
             ? text("There is none of these measures on the map yet: nobody of {1} {2} is reached.", all, people)
             : text("There is none of these places on the map yet: nobody of {1} {2} is reached.", all, people);
}

Text reached_sentence(const ReachAnswer& answer, const CatchmentCount& city, std::size_t k) {
  const Catchment& result = answer.catchment;
  const CatchmentSettings& settings = answer.question.settings;
  const std::string reached = count_in_words(city.within[k]), all = count_in_words(city.people);
  const std::string share = share_in_words(city.within[k], city.people);
  const std::string far = far_in_words(settings.distances_m[k], settings.speed_kmh);
  const bool measures = only_measures(answer);
  if (settings.by == DistanceBy::walk)
    return text_n(result.places,
                  measures ? "{1} of {2} {3} ({4}) have at most {5} to walk to the one measure."
                           : "{1} of {2} {3} ({4}) have at most {5} to walk to the one place.",
                  measures ? "{1} of {2} {3} ({4}) have at most {5} to walk to the nearest of {6} measures."
                           : "{1} of {2} {3} ({4}) have at most {5} to walk to the nearest of {6} places.",
                  reached, all, who(settings.ages), share, far, result.places);
  return text_n(result.places,
                measures ? "{1} of {2} {3} ({4}) live within {5}, straight, of the one measure."
                         : "{1} of {2} {3} ({4}) live within {5}, straight, of the one place.",
                measures ? "{1} of {2} {3} ({4}) live within {5}, straight, of the nearest of {6} measures."
                         : "{1} of {2} {3} ({4}) live within {5}, straight, of the nearest of {6} places.",
                reached, all, who(settings.ages), share, far, result.places);
}

}  // namespace

ReachAnswer answer(const ReachQuestion& question, const Plan& plan, const PlanPlace& place, const Progress& progress) {
  AskedLayers asked(plan, place, progress);
  const ReachLayers read = read_layers(question.places, asked);
  const std::optional<WalkNetwork> network = question.settings.by == DistanceBy::walk ? asked.network() : std::nullopt;
  const CatchmentInput input{plan, read.people, read.places, network ? &*network : nullptr};
  return answer_from(question, read, input, asked.sources, progress);
}

std::pair<ReachAnswer, ReachAnswer> answer_both(const ReachQuestion& straight, const ReachQuestion& walked,
                                                const Plan& plan, const PlanPlace& place, const Progress& progress) {
  AskedLayers asked(plan, place, progress);
  const ReachLayers read = read_layers(straight.places, asked);
  const std::vector<std::string> straight_sources = asked.sources;
  const std::optional<WalkNetwork> network = asked.network();
  check(walked.settings, network.has_value());
  const CatchmentInput input{plan, read.people, read.places, network ? &*network : nullptr};
  return {answer_from(straight, read, input, straight_sources, progress),
          answer_from(walked, read, input, asked.sources, progress)};
}

namespace {

/// Nothing where nobody lives there.
void say_outside(std::vector<Text>& sentences, const ReachAnswer& answer, double in_city) {
  const double outside = answer.catchment.all.people - in_city;
  if (outside < 0.5) return;
  sentences.push_back(
      text("Not in these figures, but in the table: {1} outside of all districts.", count_in_words(outside)));
}

}  // namespace

std::vector<Text> sentences_of(const ReachAnswer& answer) {
  const Catchment& result = answer.catchment;
  const CatchmentSettings& settings = answer.question.settings;
  if (result.places == 0) return {nobody_reached(answer)};
  const CatchmentCount city = count_of_city(result);
  std::vector<Text> sentences;
  // The farthest first: name and chart speak of it.
  for (std::size_t k = settings.distances_m.size(); k-- > 0;) sentences.push_back(reached_sentence(answer, city, k));
  say_outside(sentences, answer, city.people);
  return sentences;
}

Text gap_sentence(const ReachAnswer& answer) {
  const CatchmentCount city = count_of_city(answer.catchment);
  const double missed = city.people - city.within.back();
  return text("{1} of {2} {3} ({4}) are not reached within {5}.", count_in_words(missed), count_in_words(city.people),
              who(answer.question.settings.ages), share_in_words(missed, city.people),
              far_in_words(answer.question.settings.distances_m.back(), answer.question.settings.speed_kmh));
}

MapLayer layer_of_ground(const ReachAnswer& answer, const std::string& name) {
  MapLayer layer;
  layer.name = name;
  layer.kind = GeometryKind::area;
  layer.style.method = StyleMethod::categories;
  layer.style.field = "within";
  // Reached: calm green-blue.
  static constexpr const char* shades[] = {"#12808A", "#5BAFB2", "#9CD0CF", "#CBE6E4"};
  const FeatureColumns& ground = answer.ground.features;
  const ValueColumn& distances = ground.columns[1];
  for (std::size_t k = 0; k < ground.size(); ++k)
    layer.style.categories.push_back(
        {cell_text(distances, ground.size() - 1 - k), shades[std::min<std::size_t>(k, 3)]});
  layer.style.colour = shades[0];
  layer.credit = answer.population_credit;
  return layer;
}

MapLayer layer_of_gaps(const ReachAnswer& answer, const std::string& name) {
  MapLayer layer;
  layer.name = name;
  layer.credit = answer.population_credit;
  layer.kind = answer.not_reached.kind;
  layer.style.method = StyleMethod::classes;
  layer.style.field = "not_reached";
  layer.style.class_method =
      ClassMethod::pretty;  // limits that can be read: breaks among thousands of homes have four digits
  layer.style.ramp = "orange";
  return layer;
}

std::string share_in_words(double part, double whole) {
  return whole > 0 ? format_number(language(), 100 * part / whole, 1) + " %" : std::string("–");
}

}  // namespace smile
