#include "gis/analysis/district_figures.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <unordered_map>

#include "gis/analysis/which_district.h"
#include "gis/plan/pursued.h"

namespace smile {
namespace {

constexpr double least_outside = 1e-9;

Id level_or_finest(const Plan& plan, Id level) {
  const Level* finest = finest_level(plan);
  return level != 0 || finest == nullptr ? level : finest->id;
}

/// Cents by largest remainder: the parts sum to the whole, equal remainders go to the earlier part.
std::vector<Money> split(Money whole, const std::vector<double>& shares) {
  std::vector<Money> parts(shares.size());
  std::vector<double> remainders(shares.size());
  const double sum = std::accumulate(shares.begin(), shares.end(), 0.0);
  std::int64_t left = whole.cents;
  for (std::size_t i = 0; i < shares.size(); ++i) {
    const double exact = static_cast<double>(whole.cents) * (shares[i] / sum);
    parts[i].cents = static_cast<std::int64_t>(std::floor(exact));
    remainders[i] = exact - std::floor(exact);
    left -= parts[i].cents;
  }
  std::vector<std::size_t> order(shares.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return remainders[a] > remainders[b]; });
  // Rounding of huge amounts may leave more than one cent per part: that goes round and round, and back if it is too
  // much.
  for (std::size_t i = 0; left != 0 && !order.empty(); i = (i + 1) % order.size()) {
    parts[order[i]].cents += left > 0 ? 1 : -1;
    left += left > 0 ? -1 : 1;
  }
  return parts;
}

class Counter {
public:
  Counter(const Plan& plan, Id level) : plan_(plan), index_(district_index(plan, level)) {
    result_.level = level;
    const bool by_heads = inhabitants_of(plan, level) != nullptr;
    for (const DistrictPtr& district : index_->districts()) {
      position_.emplace(district->id, result_.districts.size());
      DistrictFigures figures;
      figures.district = district->id;
      figures.area_m2 = district->official_area_m2.value_or(district->area_m2);
      if (by_heads) figures.inhabitants = inhabitants(plan, district->id);
      result_.districts.push_back(figures);
    }
  }

  void count(const Measure& measure) {
    if (!is_pursued(measure)) {
      ++result_.rejected;
      for (const DistrictShare& share : districts_of_measure(measure, plan_, *index_))
        count_phase(result_.districts[position_.at(share.district)], measure);
      return;
    }
    result_.for_city += measure.location.placement == Placement::city;
    const Money cost = measure.cost.likely.value_or(Money{});
    if (measure.location.placement == Placement::none) {
      ++result_.unplaced;
      result_.unplaced_cost = result_.unplaced_cost + cost;
      return;
    }
    const std::vector<DistrictShare> shares = districts_of_measure(measure, plan_, *index_);
    if (shares.empty()) {
      ++result_.outside;
      result_.outside_cost = result_.outside_cost + cost;
      return;
    }
    for (const DistrictShare& share : shares) count_in(result_.districts[position_.at(share.district)], measure);
    spread(cost, shares);
    note_border(measure, shares);
  }

  FiguresResult finish() {
    for (DistrictFigures& figures : result_.districts)
      if (figures.inhabitants && *figures.inhabitants > 0)
        figures.cost_per_head = static_cast<double>(figures.cost.cents) / 100 / *figures.inhabitants;
    result_.method = method();
    return std::move(result_);
  }

private:
  static void count_in(DistrictFigures& figures, const Measure& measure) {
    ++figures.measures;
    ++figures.by_block[static_cast<std::size_t>(measure.block)];
    count_phase(figures, measure);
    if (!measure.cost.likely) ++figures.measures_without_cost;
  }

  static void count_phase(DistrictFigures& figures, const Measure& measure) {
    ++figures.by_phase[static_cast<std::size_t>(measure.phase)];
  }

  void spread(Money cost, const std::vector<DistrictShare>& shares) {
    std::vector<double> weights;
    for (const DistrictShare& share : shares) weights.push_back(share.share);
    const double outside = 1 - std::accumulate(weights.begin(), weights.end(), 0.0);
    if (outside > least_outside) weights.push_back(outside);
    const std::vector<Money> parts = split(cost, weights);
    for (std::size_t i = 0; i < shares.size(); ++i) {
      Money& sum = result_.districts[position_.at(shares[i].district)].cost;
      sum = sum + parts[i];
    }
    if (parts.size() > shares.size()) result_.outside_cost = result_.outside_cost + parts.back();
  }

  void note_border(const Measure& measure, const std::vector<DistrictShare>& shares) {
    const auto border = std::find_if(shares.begin(), shares.end(), [](const DistrictShare& s) { return s.on_border; });
    if (border == shares.end()) return;
    const District* district = find_district(plan_, border->district);
    Issue issue;
    issue.kind = "on_border";
    issue.measure = measure.id;
    issue.district = border->district;
    issue.value = measure.title;
    issue.message = text("“{1}” lies on a border; it is counted in “{2}”, the district with the lower code.",
                         measure.title, district->name);
    result_.issues.push_back(std::move(issue));
  }

  Text method() const {
    const Statistic* people = inhabitants_of(plan_, result_.level);
    if (people == nullptr)
      return text(
          "Likely one-off costs by share of sites, length or area; measures for the whole city by district area; no "
          "inhabitants known.");
    return text(
        "Likely one-off costs by share of sites, length or area; measures for the whole city by inhabitants, "
        "by area where a district's are not known; inhabitants: “{1}” {2} ({3}).",
        people->name, people->year != 0 ? std::to_string(people->year) : std::string(), people->source);
  }

  const Plan& plan_;
  std::shared_ptr<const DistrictIndex> index_;
  std::unordered_map<Id, std::size_t> position_;
  FiguresResult result_;
};

}  // namespace

FiguresResult district_figures(const Plan& plan, Id level, const Progress& progress) {
  Counter counter(plan, level_or_finest(plan, level));
  for (std::size_t i = 0; i < plan.measures.size(); ++i) {
    progress.check();
    if (i % 256 == 0)
      progress.report(text("Counting measures per district"),
                      static_cast<double>(i) / static_cast<double>(plan.measures.size()));
    counter.count(*plan.measures[i]);
  }
  return counter.finish();
}

}  // namespace smile
