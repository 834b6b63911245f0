#include "gis/questions/ask.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdio>

#include "gis/plan/pursued.h"
#include "gis/questions/kinds.h"

namespace smile {
namespace {

struct Kind {
  std::string_view name;
  Answer (*ask)(const AskedPlan&);
  int looks;  ///< at what, beside the layers its options name
};

constexpr Kind kinds[] = {
    {"catchment", ask_catchment, at_people | at_network | at_districts},
    {"gaps", ask_gaps, at_people | at_network | at_districts},
    {"supply", ask_supply, at_people | at_network | at_districts},
    {"reach", ask_reach, at_people | at_network | walks_unless_said | at_districts},
    {"sites", ask_sites, at_people | at_network},
    {"conflicts", ask_conflicts, at_measures},
    {"density", ask_density, at_districts},
    {"equity", ask_equity, at_districts | at_figures},
    {"similar", ask_similar, at_districts | at_figures},
    {"trend", ask_trend, at_districts | at_figures},
    {"districts", ask_districts, at_districts | at_measures | at_labels | at_inhabitants},
    {"compare", ask_compare, at_people | at_network | at_districts},
};

const Kind& kind_of(const Question& question) {
  std::string known;
  for (const Kind& kind : kinds) {
    if (kind.name == question.kind) return kind;
    known += (known.empty() ? "" : ", ") + std::string(kind.name);
  }
  throw Error(ErrorKind::usage, text("“{1}” is no question of this version; it is one of {2}.", question.kind, known));
}

/// Whether the network counts for it.
bool walks(const Question& question, int looks) {
  const auto by = question.options.find("by");
  if (by == question.options.end() || by->second.empty()) return (looks & walks_unless_said) != 0;
  return by->second == "walk" || by->second == "both";
}

/// FNV-1a, 64 bits: the same on every machine.
class Fingerprint {
public:
  void add(std::string_view bytes) {
    for (const char c : bytes) mix(static_cast<unsigned char>(c));
    mix(0xff);
  }
  void add(std::int64_t number) {
    for (int i = 0; i < 8; ++i) mix(static_cast<unsigned char>(number >> (8 * i)));
  }
  void add(double number) { add(std::bit_cast<std::int64_t>(number)); }
  void add(const Geometry& shape) {
    add(static_cast<std::int64_t>(shape.points.size()));
    for (const Point& p : shape.points) add(p.x), add(p.y);
  }
  std::string hex() const {
    std::array<char, 17> out{};
    std::snprintf(out.data(), out.size(), "%016llx", static_cast<unsigned long long>(value_));
    return out.data();
  }

private:
  void mix(unsigned char byte) { value_ = (value_ ^ byte) * 1099511628211ULL; }
  std::uint64_t value_ = 14695981039346656037ULL;
};

void add_layer(Fingerprint& print, const MapLayer& layer) {
  print.add(layer.id), print.add(layer.source.file), print.add(layer.source.layer), print.add(layer.features);
  print.add(layer.use.total_field), print.add(layer.use.capacity_field), print.add(layer.use.place_kind);
  for (const AgeGroup& group : layer.use.age_groups)
    print.add(group.field), print.add(std::int64_t{group.from}), print.add(std::int64_t{group.to});
}

void add_measures(Fingerprint& print, const std::vector<MeasurePtr>& measures) {
  for (const MeasurePtr& measure : measures) {
    print.add(measure->id), print.add(static_cast<std::int64_t>(measure->location.placement));
    print.add(measure->location.geometry);
    for (const Id district : measure->location.districts) print.add(district);
    print.add(measure->cost.likely ? measure->cost.likely->cents : std::int64_t{-1});
    if (!is_pursued(*measure)) print.add(std::string_view("rejected"));
  }
}

void add_statistic(Fingerprint& print, const Statistic& statistic) {
  for (const auto& [district, figure] : statistic.figures) {
    print.add(statistic.id), print.add(district), print.add(static_cast<std::int64_t>(figure.state));
    print.add(figure.value);
  }
}

/// Figures of districts by their keys, statistics by number or name; a weight rests on inhabitants.
void add_figures(Fingerprint& print, const QuestionOptions& options) {
  const Plan& plan = options.plan();
  const std::vector<std::string> keys = options.words("figure");
  const auto asked = [&keys](std::string_view key) { return std::find(keys.begin(), keys.end(), key) != keys.end(); };
  if (asked("measures") || asked("cost") || asked("cost_per_head")) add_measures(print, plan.measures);
  const bool people = asked("inhabitants") || asked("density") || asked("cost_per_head") || options.has("weight");
  for (const StatisticPtr& statistic : plan.statistics)
    if ((people && statistic->inhabitants) || asked(statistic->name) ||
        asked("statistic:" + std::to_string(statistic->id)))
      add_statistic(print, *statistic);
}

/// Whatever the options name: an id of a layer, measures, a scenario.
void add_named(Fingerprint& print, const QuestionOptions& options, const std::string& key) {
  for (const std::string& word : options.words(key)) {
    if (const MapLayer* layer = layer_named(key, word, options.plan())) add_layer(print, *layer);
    if (word == "measures" || (word == "all" && names_measures(key))) add_measures(print, options.plan().measures);
    if (!word.starts_with("scenario:")) continue;
    const Id id = word.size() < 26 ? std::atoll(word.c_str() + 9) : 0;
    if (find_scenario(options.plan(), id)) add_measures(print, measures_of(options.plan(), id));
  }
}

}  // namespace

std::vector<std::string> question_kinds() {
  std::vector<std::string> names;
  for (const Kind& kind : kinds) names.emplace_back(kind.name);
  return names;
}

Answer ask(const Question& question, const Plan& plan, const PlanPlace& place, const Progress& progress) {
  const QuestionOptions options(question, plan);
  return finished(kind_of(question).ask({options, plan, place, progress}), question, plan);
}

Answer finished(Answer answer, const Question& question, const Plan& plan) {
  Finding& finding = answer.finding;
  finding.question = question;
  if (plan.crs.epsg > 0)
    finding.method.push_back(
        text("Lengths and areas are planar in the plan's coordinate system, EPSG:{1}.", std::to_string(plan.crs.epsg)));
  finding.found = today();
  finding.basis = basis_of(question, plan);
  if (answer.map) {
    answer.map->layer.kind = answer.map->data.kind;
    answer.map->data.source_crs = plan.crs;
  }
  return answer;
}

std::string basis_of(const Question& question, const Plan& plan) {
  const QuestionOptions options(question, plan);
  const int looks = kind_of(question).looks;
  Fingerprint print;
  print.add(question.kind);
  for (const auto& [key, value] : question.options) {
    print.add(key), print.add(value);
    add_named(print, options, key);
  }
  for (const MapLayerPtr& layer : plan.layers) {
    const bool people = (looks & at_people) != 0 && layer->use.kind == LayerUse::Kind::population;
    const bool network = (looks & at_network) != 0 && layer->use.kind == LayerUse::Kind::network;
    if (people || (network && walks(question, looks))) add_layer(print, *layer);
  }
  if ((looks & at_measures) != 0) add_measures(print, plan.measures);
  if ((looks & at_districts) != 0)
    for (const DistrictPtr& district : plan.districts) print.add(district->id), print.add(district->area_m2);
  if ((looks & at_labels) != 0)
    for (const MeasurePtr& measure : plan.measures)
      print.add(static_cast<std::int64_t>(measure->block)), print.add(static_cast<std::int64_t>(measure->phase));
  if ((looks & at_figures) != 0) add_figures(print, options);
  for (const StatisticPtr& statistic : plan.statistics)
    if ((looks & at_inhabitants) != 0 && statistic->inhabitants) add_statistic(print, *statistic);
  return print.hex();
}

bool outdated(const Finding& finding, const Plan& plan) {
  return basis_of(finding.question, plan) != finding.basis;
}

/// A scenario by its name, other words as they are.
static std::string measures_in_words(const std::string& word, const Plan& plan) {
  const Id id = word.starts_with("scenario:") ? std::atoll(word.c_str() + 9) : 0;
  const Scenario* scenario = find_scenario(plan, id);
  return scenario ? scenario->name : word;
}

std::string as_command(const Question& question, const Plan& plan) {
  const QuestionOptions options(question, plan);
  std::string command = question.kind;
  for (const auto& [key, value] : question.options) {
    const std::string said = names_places(key)     ? in_words(options.places(key), plan)
                             : names_measures(key) ? measures_in_words(value, plan)
                                                   : value;
    command += " --" + key + " " + (said.find(' ') == std::string::npos ? said : "“" + said + "”");
  }
  return command;
}

}  // namespace smile
