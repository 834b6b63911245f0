#include "gis/analysis/check.h"

#include <algorithm>
#include <map>

#include "gis/analysis/which_district.h"

namespace smile {
namespace {

Issue about(const Measure& measure, Severity severity, std::string kind, std::string column, std::string value) {
  Issue issue;
  issue.severity = severity;
  issue.kind = std::move(kind);
  issue.measure = measure.id;
  issue.column = std::move(column);
  issue.value = std::move(value);
  return issue;
}

bool has_place_of_its_own(const Location& location) {
  return location.placement == Placement::point || location.placement == Placement::sites ||
         location.placement == Placement::line || location.placement == Placement::area;
}

void check_unplaced(const Measure& measure, Issues& issues) {
  Issue issue = about(measure, Severity::note, "no_place", "placement", measure.location.as_written);
  issue.message = text("“{1}” has no place yet.", measure.title);
  issue.proposal =
      measure.district_hint.empty()
          ? text("Place it on the map, give it a district, or say that it is for the whole city.")
          : text("Its source names “{1}”: give it that district, or place it on the map.", measure.district_hint);
  issues.push_back(std::move(issue));
}

bool lies_in(const Plan& plan, const std::vector<DistrictShare>& shares, const District& named) {
  return std::any_of(shares.begin(), shares.end(), [&](const DistrictShare& share) {
    for (const District* d = find_district(plan, share.district); d != nullptr; d = find_district(plan, d->parent))
      if (d->id == named.id || named.parent == d->id) return true;
    return false;
  });
}

void check_hint(const Plan& plan, const Measure& measure, const std::vector<DistrictShare>& shares, Issues& issues) {
  if (measure.district_hint.empty()) return;
  const District* named = find_district(plan, measure.district_hint);
  if (named == nullptr || lies_in(plan, shares, *named)) return;
  Issue issue = about(measure, Severity::note, "district_differs", "district_hint", measure.district_hint);
  issue.district = named->id;
  issue.message = text("“{1}” names the district “{2}” but lies in “{3}”.", measure.title, named->name,
                       find_district(plan, shares.front().district)->name);
  issue.proposal = text("Move it, or correct the district that is named.");
  issues.push_back(std::move(issue));
}

/// On the finest level that knows the place: Bezirke may leave out the water that belongs to a Stadtbereich.
std::vector<DistrictShare> shares_on_any_level(const Plan& plan, const Measure& measure) {
  for (auto level = plan.levels.rbegin(); level != plan.levels.rend(); ++level)
    if (auto shares = districts_of_measure(measure, plan, *district_index(plan, level->id)); !shares.empty())
      return shares;
  return {};
}

void check_where(const Plan& plan, const Measure& measure, Issues& issues) {
  const std::vector<DistrictShare> shares = shares_on_any_level(plan, measure);
  if (shares.empty()) {
    Issue issue = about(measure, Severity::warning, "outside", "placement", measure.location.as_written);
    issue.message = text("“{1}” lies outside every district.", measure.title);
    issue.proposal = text("Look at its place on the map; perhaps its coordinates are swapped or in another system.");
    issues.push_back(std::move(issue));
    return;
  }
  check_hint(plan, measure, shares, issues);
  if (std::none_of(shares.begin(), shares.end(), [](const DistrictShare& s) { return s.on_border; })) return;
  Issue issue = about(measure, Severity::note, "on_border", "placement", measure.location.as_written);
  issue.district = shares.front().district;
  issue.message = text("“{1}” lies on a border; it is counted in the district with the lower code.", measure.title);
  issue.proposal = text("Move it off the border if it belongs to the other district.");
  issues.push_back(std::move(issue));
}

void check_dates(const Measure& measure, Issues& issues) {
  // "2026 to Q2 2026" is fine although the quarter starts later than the year: only a start behind the end's year, or
  // behind the end in the same precision, is wrong for certain.
  if (!measure.start || !measure.end) return;
  const bool later_year = measure.start->year > measure.end->year;
  const bool later_part =
      measure.start->precision == measure.end->precision && sort_key(*measure.start) > sort_key(*measure.end);
  if (!later_year && !later_part) return;
  Issue issue = about(measure, Severity::warning, "end_before_start", "end", to_iso(*measure.end));
  issue.message = text("“{1}” ends before it starts.", measure.title);
  issue.proposal = text("Correct one of the two dates.");
  issues.push_back(std::move(issue));
}

void check_range(const Measure& measure, const CostRange& range, const std::string& column, Issues& issues) {
  const std::optional<Money> low = range.low ? range.low : range.likely;
  const std::optional<Money> high = range.high ? range.high : range.likely;
  const bool wrong = (low && high && *low > *high) || (range.likely && low && *low > *range.likely) ||
                     (range.likely && high && *range.likely > *high);
  if (!wrong) return;
  Issue issue = about(measure, Severity::warning, "cost_order", column, {});
  issue.message = text("The low, likely and high cost of “{1}” are not in this order.", measure.title);
  issue.proposal = text("Correct the amounts.");
  issues.push_back(std::move(issue));
}

void check_numbers(const Plan& plan, Issues& issues) {
  std::map<std::string, const Measure*> first;
  for (const MeasurePtr& measure : plan.measures) {
    if (measure->number.empty()) continue;
    const auto [found, fresh] = first.emplace(measure->number, measure.get());
    if (fresh) continue;
    Issue issue = about(*measure, Severity::warning, "duplicate_number", "number", measure->number);
    issue.message =
        text("“{1}” and “{2}” have the same number {3}.", found->second->title, measure->title, measure->number);
    issue.proposal = text("Give one of them another number: lists are updated by it.");
    issues.push_back(std::move(issue));
  }
}

/// Only levels that have inhabitants at all: a level without is no fault.
void check_inhabitants(const Plan& plan, Issues& issues) {
  for (const DistrictPtr& district : plan.districts) {
    const Statistic* people = inhabitants_of(plan, district->level);
    if (people == nullptr || inhabitants(plan, district->id)) continue;
    const auto found = people->figures.find(district->id);
    const bool secret = found != people->figures.end() && found->second.state == Figure::State::suppressed;
    Issue issue;
    issue.kind = secret ? "inhabitants_suppressed" : "inhabitants_missing";
    issue.district = district->id;
    issue.value = district->name;
    issue.message =
        secret ? text("The inhabitants of “{1}” are suppressed by the source: figures per head are left out.",
                      district->name)
               : text("The inhabitants of “{1}” are not known: figures per head are left out.", district->name);
    issues.push_back(std::move(issue));
  }
}

}  // namespace

Issues check_plan(const Plan& plan) {
  Issues issues;
  check_numbers(plan, issues);
  for (const MeasurePtr& measure : plan.measures) {
    if (measure->location.placement == Placement::none)
      check_unplaced(*measure, issues);
    else if (!plan.districts.empty() && has_place_of_its_own(measure->location))
      check_where(plan, *measure, issues);
    check_dates(*measure, issues);
    check_range(*measure, measure->cost, "cost", issues);
    check_range(*measure, measure->yearly_cost, "yearly_cost", issues);
  }
  check_inhabitants(plan, issues);
  return issues;
}

}  // namespace smile
