#include "gis/analysis/equity.h"

#include <algorithm>
#include <cmath>

#include "gis/analysis/reach_question.h"
#include "gis/words/numbers.h"

namespace smile {
namespace {

/// The districts that can be compared; the others are counted.
void take_districts(Equity& out, const std::map<Id, Figure>& figures, Weighing weighing,
                    const std::map<Id, Figure>& inhabitants) {
  for (const auto& [district, figure] : figures) {
    if (figure.state == Figure::State::suppressed) ++out.suppressed;
    if (figure.state == Figure::State::missing) ++out.missing;
    if (figure.state != Figure::State::value) continue;
    if (weighing == Weighing::districts) {
      out.districts.push_back({district, figure.value, 1, 1});
      continue;
    }
    const auto people = inhabitants.find(district);
    if (people == inhabitants.end() || people->second.state != Figure::State::value || !(people->second.value > 0)) {
      ++out.without_inhabitants;
      continue;
    }
    const double weight = people->second.value;
    out.districts.push_back(
        {district, weighing == Weighing::per_head ? figure.value / weight : figure.value, weight, 1});
  }
  std::stable_sort(out.districts.begin(), out.districts.end(),
                   [](const EquityDistrict& a, const EquityDistrict& b) { return a.value < b.value; });
}

double weight_of(std::span<const EquityDistrict> districts) {
  double sum = 0;
  for (const EquityDistrict& one : districts) sum += one.weight;
  return sum;
}

double whole_of(std::span<const EquityDistrict> districts) {
  double sum = 0;
  for (const EquityDistrict& one : districts) sum += one.weight * one.value;
  return sum;
}

/// The value that half of the weight does not exceed; between two, their middle.
double median_of(std::span<const EquityDistrict> sorted, double weight) {
  double below = 0;
  for (std::size_t i = 0; i < sorted.size(); ++i) {
    below += sorted[i].weight;
    if (2 * below == weight && i + 1 < sorted.size()) return (sorted[i].value + sorted[i + 1].value) / 2;
    if (2 * below >= weight) return sorted[i].value;
  }
  return sorted.empty() ? 0 : sorted.back().value;
}

/// A value stands in the quarter in which the middle of its districts' weight lies.
void take_quartiles(Equity& out, double weight, double whole) {
  double before = 0;
  for (std::size_t begin = 0, end = 0; begin < out.districts.size(); begin = end) {
    while (end < out.districts.size() && out.districts[end].value == out.districts[begin].value) ++end;
    const auto same = std::span(out.districts).subspan(begin, end - begin);
    const double here = weight_of(same);
    const int quarter = std::clamp(static_cast<int>(std::floor(4 * (before + here / 2) / weight)), 0, 3);
    for (EquityDistrict& one : same) one.quartile = quarter + 1;
    before += here;
  }
  for (std::size_t begin = 0, end = 0; begin < out.districts.size(); begin = end) {
    const int number = out.districts[begin].quartile;
    while (end < out.districts.size() && out.districts[end].quartile == number) ++end;
    const auto own = std::span(out.districts).subspan(begin, end - begin);
    Quartile& quartile = out.quartiles[static_cast<std::size_t>(number - 1)];
    quartile = {static_cast<int>(own.size()), weight_of(own), own.front().value, own.back().value, 0, std::nullopt};
    quartile.mean = whole_of(own) / quartile.weight;
    if (out.gini) quartile.share = whole_of(own) / whole;
  }
}

/// Sums first, shares last: districts that are all the same give exactly 0.
void take_curve(Equity& out, double weight, double whole) {
  if (out.negative || !(whole > 0)) return;
  out.curve.push_back({0, 0});
  double x = 0, y = 0, twice = 0;
  for (const EquityDistrict& one : out.districts) {
    const double next_x = x + one.weight, next_y = y + one.weight * one.value;
    twice += x * next_y - next_x * y;  // twice the area between diagonal and curve, by the trapezoids below it
    x = next_x, y = next_y;
    out.curve.push_back({x / weight, y / whole});
  }
  out.gini = std::max(0.0, twice / (weight * whole));
}

std::map<Id, Figure> inhabitants_for(const Plan& plan, Id level, Weighing weighing) {
  if (weighing == Weighing::districts) return {};
  if (inhabitants_of(plan, level) == nullptr)
    throw Error(ErrorKind::needs_answer, text("Nobody knows how many people live in these districts; add a statistic "
                                              "with their inhabitants, or compare without: --weight districts."));
  return figure_by_district(plan, "inhabitants", level);
}

Text method_of(const EquityAnswer& answer) {
  switch (answer.question.weighing) {
    case Weighing::inhabitants:
      return text(
          "Each district counts as often as it has inhabitants; Gini coefficient by trapezoids of the Lorenz "
          "curve, 0: all the same, 1: one has everything.");
    case Weighing::per_head:
      return text(
          "The figure of each district is shared out among its inhabitants; Gini coefficient by trapezoids of "
          "the Lorenz curve, 0: all the same, 1: one has everything.");
    case Weighing::districts:
      break;
  }
  return text(
      "Each district counts the same; Gini coefficient by trapezoids of the Lorenz curve, 0: all the same, 1: "
      "one has everything.");
}

/// No source says from which coefficient on something is uneven: the number stands beside what its ends mean.
Text how_even(double gini, const std::string& label) {
  return text("{1}: Gini coefficient {2} (0: all have the same, 1: one has everything).", label,
              format_number(language(), gini, 2));
}

/// A figure for each head or square kilometre: the sum over districts is no amount of anything.
bool is_rate(const std::string& key) {
  return key == "density" || key == "cost_per_head";
}

Text averages(const Equity& equity) {
  const Quartile& least = equity.quartiles.front();
  const Quartile& most = equity.quartiles.back();
  return text("On average it is {1} in the upper quarter and {2} in the lower; half of all have at most {3}.",
              figure_in_words(most.mean), figure_in_words(least.mean), figure_in_words(equity.median));
}

Text shares(const Equity& equity, Weighing weighing) {
  const Quartile& least = equity.quartiles.front();
  const Quartile& most = equity.quartiles.back();
  const std::string much = share_in_words(*most.share, 1), little = share_in_words(*least.share, 1);
  if (weighing == Weighing::districts)
    return text("The upper quarter of the districts ({1}) has {2} of the whole, the lower ({3}) has {4}.",
                most.districts, much, least.districts, little);
  const double all = weight_of(equity.districts);
  return text(
      "The districts with the most for each head, where {1} of the people live, have {2} of the whole; those "
      "with the least, with {3} of the people, have {4}.",
      share_in_words(most.weight, all), much, share_in_words(least.weight, all), little);
}

Text quarters(const EquityAnswer& answer) {
  const Equity& equity = answer.equity;
  const bool amounts = answer.question.weighing == Weighing::per_head ||
                       (answer.question.weighing == Weighing::districts && !is_rate(answer.figure.choice.key));
  return amounts && equity.quartiles.front().share && equity.quartiles.back().share
             ? shares(equity, answer.question.weighing)
             : averages(equity);
}

void check(const EquityQuestion& question, const AskedFigure& figure) {
  if (question.weighing == Weighing::per_head && (is_rate(figure.choice.key) || figure.choice.key == "inhabitants"))
    throw Error(ErrorKind::usage, text("{1} can't be shared out among inhabitants; compare by --weight districts or "
                                       "--weight inhabitants.",
                                       name_of(figure.choice)));
}

}  // namespace

Equity equity(const std::map<Id, Figure>& figures, Weighing weighing, const std::map<Id, Figure>& inhabitants) {
  Equity out;
  take_districts(out, figures, weighing, inhabitants);
  if (out.districts.empty()) return out;
  out.negative = out.districts.front().value < 0;
  const double weight = weight_of(out.districts), whole = whole_of(out.districts);
  out.mean = whole / weight;
  out.median = median_of(out.districts, weight);
  take_curve(out, weight, whole);
  take_quartiles(out, weight, whole);
  return out;
}

EquityAnswer answer(const EquityQuestion& question, const Plan& plan) {
  EquityAnswer out;
  out.question = question;
  out.figure = asked_figure(plan, question.figure, question.level);
  check(question, out.figure);
  out.equity =
      equity(out.figure.figures, question.weighing, inhabitants_for(plan, out.figure.level, question.weighing));
  out.method = method_of(out);
  out.sources = sources_of(plan, out.figure);
  return out;
}

std::string label_in_words(const EquityAnswer& answer) {
  const std::string label = str(answer.figure.choice.label);
  return answer.question.weighing == Weighing::per_head ? str(text("{1} per 1,000 inhabitants", label)) : label;
}

std::string value_in_words(const EquityAnswer& answer, double value) {
  return figure_in_words(answer.question.weighing == Weighing::per_head ? 1000 * value : value);
}

std::vector<Text> sentences_of(const EquityAnswer& answer) {
  const Equity& equity = answer.equity;
  const std::string label = label_in_words(answer);
  std::vector<Text> sentences;
  if (equity.districts.empty())
    sentences.push_back(text("{1}: no district has a figure that could be compared.", label));
  else if (equity.negative)
    sentences.push_back(text("{1}: some districts are below 0, so there is no whole to be shared out.", label));
  else if (!equity.gini)
    sentences.push_back(text("{1}: all districts have 0, so there is nothing to be shared out.", label));
  else
    sentences.push_back(how_even(*equity.gini, label));
  if (equity.gini) sentences.push_back(quarters(answer));
  if (const int left_out = equity.suppressed + equity.missing + equity.without_inhabitants; left_out > 0)
    sentences.push_back(text_n(left_out,
                               "{1} district is left out (figure secret: {2}, unknown: {3}, without inhabitants: {4}).",
                               "{1} districts are left out (figure secret: {2}, unknown: {3}, without inhabitants: "
                               "{4}).",
                               left_out, equity.suppressed, equity.missing, equity.without_inhabitants));
  return sentences;
}

}  // namespace smile
