// What a comparison means, in sentences.

#include <algorithm>
#include <cmath>

#include "gis/analysis/asked_layers.h"
#include "gis/analysis/compare.h"
#include "gis/words/numbers.h"

namespace smile {
namespace {

/// Behind "with": the same words as compared_in_words() in the case German wants there.
std::string with_words(const std::optional<Id>& measures, const Plan& plan) {
  if (!measures) return say("no measure");
  return *measures == 0 ? say("every measure") : compared_in_words(measures, plan);
}

std::string points(double share) {
  const std::string number = format_number(language(), std::abs(100 * share), 1);
  return (share < 0 ? "−" : "+") + number;
}

Text people_sentence(const ComparisonAnswer& answer, const std::string& before, const std::string& after) {
  const ComparedRow& all = answer.all;
  const std::string whom = who(answer.question.settings.ages);
  const std::string far = count_in_words(answer.question.settings.distances_m.front());
  const std::string now = count_in_words(all.after.reached), then = count_in_words(all.before.reached);
  const double more = std::round(all.after.reached) - std::round(all.before.reached);
  if (more == 0)
    return text("With {1} as many {2} are reached within {3} m as with {4}: {5}.", after, whom, far, before, now);
  const std::string change = points(all.more_of_people().value_or(0));
  const std::string difference = count_in_words(std::abs(more));
  return more > 0 ? text(
                        "With {1}, {2} more {3} are reached within {4} m than with {5}: {6} instead of {7} ({8} "
                        "percentage points).",
                        after, difference, whom, far, before, now, then, change)
                  : text(
                        "With {1}, {2} fewer {3} are reached within {4} m than with {5}: {6} instead of {7} ({8} "
                        "percentage points).",
                        after, difference, whom, far, before, now, then, change);
}

Text cost_sentence(const ComparisonAnswer& answer, const Plan& plan) {
  const auto in_words = [&](std::int64_t cents) { return format_money(language(), cents, plan.currency); };
  const std::int64_t before = answer.all.before.cost.cents, after = answer.all.after.cost.cents;
  if (before == after) return text("The costs are the same: {1}.", in_words(after));
  return after > before ? text("It costs {1} more: {2} instead of {3}.", in_words(after - before), in_words(after),
                               in_words(before))
                        : text("It costs {1} less: {2} instead of {3}.", in_words(before - after), in_words(after),
                               in_words(before));
}

/// Who gains and who loses most; nothing where nobody does.
void add_districts(std::vector<Text>& sentences, const ComparisonAnswer& answer, const Plan& plan) {
  const ComparedRow* gains = nullptr;
  const ComparedRow* loses = nullptr;
  for (const ComparedRow& row : answer.rows) {
    if (row.where != ComparedRow::Where::district) continue;
    if (row.more_reached() >= 0.5 && (!gains || row.more_reached() > gains->more_reached())) gains = &row;
    if (row.more_reached() <= -0.5 && (!loses || row.more_reached() < loses->more_reached())) loses = &row;
  }
  if (gains)
    sentences.push_back(text("{1} gains most: {2} more are reached there.", name_of(*gains, plan),
                             count_in_words(gains->more_reached())));
  if (loses)
    sentences.push_back(text("{1} loses most: {2} fewer are reached there.", name_of(*loses, plan),
                             count_in_words(-loses->more_reached())));
}

}  // namespace

std::string compared_in_words(const std::optional<Id>& measures, const Plan& plan) {
  if (!measures) return say("no measures");
  const Scenario* scenario = find_scenario(plan, *measures);
  return scenario ? str(text("“{1}”", scenario->name)) : say("all measures");
}

std::string name_of(const ComparedRow& row, const Plan& plan) {
  if (row.where == ComparedRow::Where::no_place) return say("without a place");
  if (row.where == ComparedRow::Where::all) return say("City");
  const District* district = find_district(plan, row.district);
  return district ? district->name : say("outside");
}

std::vector<Text> sentences_of(const ComparisonAnswer& answer, const Plan& plan) {
  const std::string before = with_words(answer.question.before, plan), after = with_words(answer.question.after, plan);
  std::vector<Text> sentences;
  if (answer.people) sentences.push_back(people_sentence(answer, before, after));
  if (answer.gained >= 0.5 && answer.lost >= 0.5)
    sentences.push_back(text("{1} people are reached who were not, {2} are reached no longer.",
                             count_in_words(answer.gained), count_in_words(answer.lost)));
  sentences.push_back(cost_sentence(answer, plan));
  const ComparedFigures &then = answer.all.before, &now = answer.all.after;
  if (now.without_cost + then.without_cost > 0)
    sentences.push_back(text("Measures whose costs nobody knows are not in these sums: {1} before, {2} after.",
                             then.without_cost, now.without_cost));
  sentences.push_back(text("Measures: {1} instead of {2}; {3} come in, {4} go.", now.measures, then.measures,
                           static_cast<std::int64_t>(answer.only_after.size()),
                           static_cast<std::int64_t>(answer.only_before.size())));
  if (answer.people) add_districts(sentences, answer, plan);
  return sentences;
}

}  // namespace smile
