#include "gis/analysis/reach_question.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "gis/intake/layers.h"
#include "gis/words/numbers.h"

namespace smile {
namespace {

/// Layers the answer rests on, read once each and remembered as sources.
class Reader {
public:
  Reader(const Plan& plan, const PlanPlace& place, const Progress& progress)
      : plan_(plan), place_(place), progress_(progress) {}

  LayerDataPtr load(const MapLayer& layer) {
    const std::string source = layer.credit.empty() ? layer.name : layer.name + ": " + layer.credit;
    if (std::find(sources.begin(), sources.end(), source) == sources.end()) sources.push_back(source);
    return load_layer(layer, plan_, place_, progress_);
  }

  std::vector<std::string> sources;

private:
  const Plan& plan_;
  const PlanPlace& place_;
  const Progress& progress_;
};

Places places_asked(const ReachQuestion& question, const Plan& plan, Reader& reader) {
  if (question.places == 0) return places_of_measures(plan);
  const MapLayer* layer = find_layer(plan, question.places);
  if (layer == nullptr) throw Error(ErrorKind::not_found, text("The plan has no layer {1}.", question.places));
  return places_of(*layer, *reader.load(*layer));
}

std::optional<WalkNetwork> network_asked(const ReachQuestion& question, const Plan& plan, Reader& reader,
                                         const Progress& progress) {
  if (question.settings.by != DistanceBy::walk) return std::nullopt;
  for (const MapLayerPtr& layer : plan.layers)
    if (layer->use.kind == LayerUse::Kind::network) return network_of(*reader.load(*layer), progress);
  return std::nullopt;
}

std::string number(double value) {
  return format_number(language(), std::round(value));
}

/// Whom the figures speak of.
std::string who(AgeRange ages) {
  if (ages.everybody()) return say("inhabitants");
  if (ages.to >= oldest_age) return str(text("inhabitants of {1} years and more", ages.from));
  return str(text("inhabitants of {1} to {2} years", ages.from, ages.to));
}

}  // namespace

ReachAnswer answer(const ReachQuestion& question, const Plan& plan, const PlanPlace& place, const Progress& progress) {
  const MapLayer* population = population_layer(plan);
  if (population == nullptr)
    throw Error(ErrorKind::needs_answer, text("The plan does not know where people live; add them first: "
                                              "smileplaces add PLAN population FILE."));
  Reader reader(plan, place, progress);
  const LayerDataPtr homes = reader.load(*population);
  const People people = people_of(*population, *homes);
  const Places places = places_asked(question, plan, reader);
  const std::optional<WalkNetwork> network = network_asked(question, plan, reader, progress);
  const CatchmentInput input{plan, people, places, network ? &*network : nullptr};
  ReachAnswer out;
  out.question = question;
  out.catchment = catchment(question.settings, input, progress);
  out.gaps = gaps_of(out.catchment, input, question.settings.level);
  out.not_reached = gap_features(out.catchment, people, *homes);
  out.population_credit = population->credit;
  out.method = out.catchment.method;
  if (!population->use.method.empty()) out.method.push_back({population->use.method, {}});
  out.sources = std::move(reader.sources);
  return out;
}

std::vector<Text> sentences_of(const ReachAnswer& answer) {
  const Catchment& result = answer.catchment;
  const CatchmentSettings& settings = answer.question.settings;
  std::vector<Text> sentences;
  for (std::size_t k = 0; k < settings.distances_m.size(); ++k) {
    const std::string reached = number(result.all.within[k]), all = number(result.all.people);
    const std::string share = share_in_words(result.all.within[k], result.all.people);
    const std::string far = number(settings.distances_m[k]);
    sentences.push_back(settings.by == DistanceBy::walk
                            ? text_n(result.places, "{1} of {2} {3} ({4}) have at most {5} m to walk to the one place.",
                                     "{1} of {2} {3} ({4}) have at most {5} m to walk to the nearest of {6} places.",
                                     reached, all, who(settings.ages), share, far, result.places)
                            : text_n(result.places,
                                     "{1} of {2} {3} ({4}) live within {5} m, straight, of the one place.",
                                     "{1} of {2} {3} ({4}) live within {5} m, straight, of the nearest of {6} places.",
                                     reached, all, who(settings.ages), share, far, result.places));
  }
  return sentences;
}

Text gap_sentence(const ReachAnswer& answer) {
  return text("{1} of {2} {3} ({4}) are not reached within {5} m.", number(answer.gaps.not_reached),
              number(answer.gaps.people), who(answer.question.settings.ages),
              share_in_words(answer.gaps.not_reached, answer.gaps.people),
              number(answer.question.settings.distances_m.back()));
}

MapLayer layer_of_gaps(const ReachAnswer& answer, const std::string& name) {
  MapLayer layer;
  layer.name = name;
  layer.credit = answer.population_credit;
  layer.kind = answer.not_reached.kind;
  layer.style.method = StyleMethod::classes;
  layer.style.field = "not_reached";
  return layer;
}

std::string share_in_words(double part, double whole) {
  return whole > 0 ? format_number(language(), 100 * part / whole, 1) + " %" : std::string("–");
}

}  // namespace smile
