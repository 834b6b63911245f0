#include "gis/analysis/compare.h"

#include <algorithm>
#include <map>

#include "gis/analysis/asked_layers.h"
#include "gis/analysis/district_figures.h"
#include "gis/analysis/home_features.h"
#include "gis/analysis/needed.h"
#include "gis/plan/classify.h"
#include "gis/plan/pursued.h"
#include "gis/plan/scenarios.h"

namespace smile {
namespace {

Plan plan_with(const std::optional<Id>& measures, const Plan& plan) {
  return measures ? as_if_only(plan, *measures) : as_if_none(plan);
}

void check(const ComparisonQuestion& question, const Plan& plan) {
  if (plan.measures.empty()) throw needs_measures();
  if (question.settings.distances_m.size() != 1)
    throw Error(ErrorKind::usage, text("Two scenarios are compared within one distance; say --distance once."));
}

// --- measures and costs ---

/// One row for each place figures can stand at, in their order.
class Rows {
public:
  ComparedRow& of(ComparedRow::Where where, Id district) {
    const auto [at, is_new] = position_.emplace(std::pair(where, district), rows_.size());
    if (is_new) rows_.push_back({where, district, 0, {}, {}});
    return rows_[at->second];
  }
  std::vector<ComparedRow> take() {
    const auto tells = [](const ComparedRow& row) {
      return row.where == ComparedRow::Where::district || row.people > 0 ||
             row.before.measures + row.after.measures > 0 || row.before.cost.cents != 0 || row.after.cost.cents != 0;
    };
    std::erase_if(rows_, [&](const ComparedRow& row) { return !tells(row); });
    return std::move(rows_);
  }

private:
  std::map<std::pair<ComparedRow::Where, Id>, std::size_t> position_;
  std::vector<ComparedRow> rows_;
};

using Side = ComparedFigures ComparedRow::*;

void count_measures(Rows& rows, ComparedRow& all, Side side, const Plan& plan, Id level, const Progress& progress) {
  const CostOfMeasures cost = cost_of(plan.measures);
  all.*side = {cost.measures, cost.sum, cost.without_cost, 0};
  FiguresResult figures;
  if (plan.districts.empty()) {
    for (const MeasurePtr& measure : plan.measures)
      if (is_pursued(*measure)) ++(measure->location.placement == Placement::none ? figures.unplaced : figures.outside);
  } else {
    figures = district_figures(plan, level, progress);
  }
  for (const DistrictFigures& one : figures.districts)
    rows.of(ComparedRow::Where::district, one.district).*side = {one.measures, one.cost, one.measures_without_cost, 0};
  if (plan.districts.empty()) return;
  rows.of(ComparedRow::Where::outside, 0).*side = {figures.outside, figures.outside_cost, 0, 0};
  rows.of(ComparedRow::Where::no_place, 0).*side = {figures.unplaced, figures.unplaced_cost, 0, 0};
}

void tell_apart(ComparisonAnswer& out, const Plan& before, const Plan& after) {
  const auto only_in = [](const Plan& here, const Plan& there) {
    std::vector<Id> ids;
    for (const MeasurePtr& measure : here.measures)
      if (is_pursued(*measure) && !find_measure(there, measure->id)) ids.push_back(measure->id);
    return ids;
  };
  out.only_before = only_in(before, after);
  out.only_after = only_in(after, before);
}

/// Of both sides, each once.
std::int64_t rejected_of(const Plan& before, const Plan& after) {
  return rejected_among(before.measures) +
         std::count_if(after.measures.begin(), after.measures.end(), [&before](const MeasurePtr& measure) {
           return !is_pursued(*measure) && !find_measure(before, measure->id);
         });
}

// --- people ---

void count_people(Rows& rows, ComparedRow& all, Side side, const Catchment& found) {
  all.people = found.all.people;
  (all.*side).reached = found.all.within.front();
  for (const CatchmentCount& count : found.districts) {
    const auto where = count.district == 0 ? ComparedRow::Where::outside : ComparedRow::Where::district;
    ComparedRow& row = rows.of(where, count.district);
    row.people = count.people;
    (row.*side).reached = count.within.front();
  }
}

void compare_people(ComparisonAnswer& out, Rows& rows, const Plan& plan, AskedLayers& asked, const Progress& progress) {
  const ComparisonQuestion& question = out.question;
  const MapLayer& population = asked.population();
  const LayerDataPtr homes = asked.load(population);
  const People people = people_of(population, *homes);
  const std::optional<WalkNetwork> network = question.settings.by == DistanceBy::walk ? asked.network() : std::nullopt;
  const auto reached = [&](const std::optional<Id>& measures) {
    const Places places = asked.places({question.places, measures});
    return catchment(question.settings, {plan, people, places, network ? &*network : nullptr}, progress);
  };
  const Catchment before = reached(question.before);
  const Catchment after = reached(question.after);
  count_people(rows, out.all, &ComparedRow::before, before);
  count_people(rows, out.all, &ComparedRow::after, after);
  out.changed = changed_features(before, after, people, *homes);
  for (const double difference : out.changed.features.columns[0].reals)
    (difference > 0 ? out.gained : out.lost) += std::abs(difference);
  out.population_credit = population.credit;
  out.method = after.method;
  out.method.push_back(
      text("Measures for a whole district or the city, and those without a place, are no places people walk to."));
  if (!population.use.method.empty()) out.method.push_back({population.use.method, {}});
}

bool counts_people(const ComparisonQuestion& question, const Plan& plan) {
  return question.needs_people || !question.places.empty() || population_layer(plan) != nullptr;
}

}  // namespace

std::optional<double> ComparedRow::more_of_people() const {
  return people > 0 ? std::optional(more_reached() / people) : std::nullopt;
}

ComparisonAnswer answer(const ComparisonQuestion& question, const Plan& plan, const PlanPlace& place,
                        const Progress& progress) {
  check(question, plan);
  ComparisonAnswer out;
  out.question = question;
  out.people = counts_people(question, plan);
  out.all.where = ComparedRow::Where::all;
  const Plan before = plan_with(question.before, plan), after = plan_with(question.after, plan);
  tell_apart(out, before, after);
  Rows rows;
  count_measures(rows, out.all, &ComparedRow::before, before, question.settings.level, progress);
  count_measures(rows, out.all, &ComparedRow::after, after, question.settings.level, progress);
  AskedLayers asked(plan, place, progress);
  if (out.people) compare_people(out, rows, plan, asked, progress);
  out.rows = rows.take();
  out.method.insert(out.method.begin(),
                    text("Likely one-off costs by share of sites, length or area; a measure in several districts "
                         "counts in each of them, and once in all."));
  if (const std::int64_t rejected = rejected_of(before, after); rejected > 0)
    out.method.insert(out.method.begin() + 1, rejected_in_words(rejected));
  if (!out.people)
    out.method.push_back(text("The plan does not know where people live; whom the measures reach is left out."));
  out.sources = std::move(asked.sources);
  return out;
}

LayerData changed_features(const Catchment& before, const Catchment& after, const People& people,
                           const LayerData& population) {
  return home_features(people, population, {{"difference", ValueColumn::Kind::real}},
                       [&](std::size_t i) -> std::vector<FeatureValue> {
                         const bool then = before.nearest[i] != unreached, now = after.nearest[i] != unreached;
                         if (then == now || !(after.counted[i] > 0)) return {};
                         return {now ? after.counted[i] : -after.counted[i]};
                       });
}

MapLayer layer_of_changes(const ComparisonAnswer& answer, const std::string& name) {
  MapLayer layer;
  layer.name = name;
  layer.credit = answer.population_credit;
  layer.kind = answer.changed.kind;
  layer.style.method = StyleMethod::classes;
  layer.style.field = "difference";
  layer.style.ramp = "difference";
  layer.style.class_method = ClassMethod::manual;
  std::vector<double> sizes = answer.changed.features.columns.at(0).reals;
  for (double& size : sizes) size = std::abs(size);
  std::vector<double> limits = classify(std::move(sizes), 2, ClassMethod::natural_breaks).limits;
  // From 0 on both sides: the smallest change begins there.
  limits.front() = 0;
  for (auto limit = limits.rbegin(); limit != limits.rend(); ++limit) layer.style.limits.push_back(-*limit);
  layer.style.limits.back() = 0;
  layer.style.limits.insert(layer.style.limits.end(), limits.begin() + 1, limits.end());
  layer.style.classes = static_cast<int>(layer.style.limits.size()) - 1;
  return layer;
}

}  // namespace smile
