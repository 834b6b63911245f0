#include "viewer/dialogs/question_choices.h"

#include <algorithm>
#include <map>
#include <set>

#include "gis/analysis/district_figures.h"
#include "viewer/text.h"

namespace smile::viewer {
namespace {

using Type = QuestionField::Type;

QString word(Id id) {
  return QString::number(id);
}

Choices layers(const Plan& plan, const QuestionField& field) {
  Choices choices;
  for (const MapLayerPtr& layer : plan.layers) {
    const bool network = layer->use.kind == LayerUse::Kind::network;
    const bool people = layer->use.kind == LayerUse::Kind::population && !field.people;
    const bool fits = field.type != Type::areas || layer->kind == GeometryKind::area;
    if (layer->content == LayerContent::features && !network && !people && fits)
      choices.emplace_back(word(layer->id), q(layer->name));
  }
  // Layers that are known to be places come first.
  std::stable_partition(choices.begin(), choices.end(), [&](const auto& choice) {
    const MapLayer& layer = *find_layer(plan, choice.first.toLongLong());
    return layer.use.kind == LayerUse::Kind::places || layer.style.topic == LayerTopic::stops;
  });
  return choices;
}

Choices figures(const Plan& plan) {
  Choices choices;
  for (const Level& level : plan.levels)
    for (const FigureChoice& figure : figures_to_choose(plan, level.id)) {
      const QString key = q(figure.key);
      if (std::none_of(choices.begin(), choices.end(), [&](const auto& one) { return one.first == key; }))
        choices.emplace_back(key, tr_(figure.label));
    }
  return choices;
}

/// Known for at least two years.
Choices statistics(const Plan& plan) {
  Choices choices;
  std::map<std::pair<std::string, Id>, std::set<int>> years;
  for (const StatisticPtr& one : plan.statistics)
    if (one->year > 0) years[{one->inhabitants ? "inhabitants" : one->name, one->level}].insert(one->year);
  for (const auto& [key, of] : years) {
    const QString word = q(key.first);
    const bool listed = std::any_of(choices.begin(), choices.end(), [&](const auto& one) { return one.first == word; });
    if (of.size() > 1 && !listed) choices.emplace_back(word, key.first == "inhabitants" ? tr_("Inhabitants") : word);
  }
  return choices;
}

Choices districts(const Plan& plan) {
  Choices choices;
  for (const DistrictPtr& district : plan.districts)
    choices.emplace_back(q(district->code), q(district->code + " " + district->name));
  return choices;
}

}  // namespace

bool has_network(const Plan& plan) {
  return std::any_of(plan.layers.begin(), plan.layers.end(),
                     [](const MapLayerPtr& layer) { return layer->use.kind == LayerUse::Kind::network; });
}

Choices layer_choices(const Plan& plan, const QuestionField& field) {
  Choices choices{{QString(), field.optional ? tr_("none") : tr_("no layer")}};
  const Choices of = layers(plan, field);
  choices.insert(choices.end(), of.begin(), of.end());
  return choices;
}

Choices measure_choices(const Plan& plan) {
  Choices choices{{QString(), tr_("no measures")}, {"measures", tr_("all measures")}};
  for (const Scenario& scenario : plan.scenarios)
    choices.emplace_back("scenario:" + word(scenario.id), q(scenario.name));
  return choices;
}

Choices choices_for(const QuestionField& field, const Plan& plan) {
  Choices choices;
  switch (field.type) {
    case Type::by:
      choices = {{"line", tr_("straight")}, {"walk", tr_("walked along the network")}};
      if (field.optional && has_network(plan)) choices.emplace_back("both", tr_("both beside each other"));
      return choices;
    case Type::level:
      for (auto level = plan.levels.rbegin(); level != plan.levels.rend(); ++level)
        choices.emplace_back(q(level->name), q(level->name));
      return choices;
    case Type::scenario:
      choices = {{"all", tr_("all measures")}, {"none", tr_("no measures")}};
      for (const Scenario& scenario : plan.scenarios)
        choices.emplace_back("scenario:" + word(scenario.id), q(scenario.name));
      return choices;
    case Type::choice:
    case Type::word:
      for (const auto& [key, label] : field.choices) choices.emplace_back(q(key), tr_(label));
      return choices;
    case Type::areas:
    case Type::kinds:
      return layers(plan, field);
    case Type::figure:
    case Type::figures:
      return figures(plan);
    case Type::statistic:
      return statistics(plan);
    case Type::district:
      return districts(plan);
    default:
      return choices;
  }
}

}  // namespace smile::viewer
